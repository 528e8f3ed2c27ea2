"""What a start says of how much: seconds, repetitions, a side, a level. It is for this time only.

What cannot be said yes to is said kindly, and the nearest that can is done.
"""

from collections.abc import Callable
from dataclasses import replace

from skill.coach.conversation.care.verdicts import is_eased
from skill.coach.conversation.events import StartStretch
from skill.coach.conversation.personal_practice import most_of
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.practice.place import Side
from skill.coach.practice.practice import Item
from skill.coach.practice.sides import as_wished, has_sides, side_meant
from skill.library.records import SHORTEST_SECONDS, Breaths, Hold, Level, Movement


def as_said(scene: Scene, item: Item, event: StartStretch) -> tuple[Item, str]:
    """A stretch as it was asked for, and what is said of what cannot be like that."""
    item, told = _dosed(scene, item, event)
    bad = scene.state.bad_side
    first, only = (
        side_meant(word, Side.LEFT, bad) if word else None for word in (event.side, event.only)
    )
    if not (event.side or event.only) or has_sides(item):
        return as_wished(item, first, only), told
    return item, f"{scene.say('no_sides')} {told}".strip()


def at_level(scene: Scene, level: str, act: Callable[[Scene], Outcome], *, told: bool = True) -> Outcome:
    """Do something at a level that counts for this time: how the person likes it otherwise stays.

    Args:
        scene: The conversation.
        level: The id of the level; an unknown one, or none, changes nothing.
        act: What is done.
        told: Whether to say which level it is.
    """
    if level not in set(Level):
        return act(scene)
    own = scene.profile.preferences
    words = scene.said(scene.say(f"level_{level}")) if told else ()
    other = scene.with_preferences(level=Level(level), levels={}, holds={}).with_state(level_today=None)
    outcome = act(replace(other, notice=scene.notice + words))
    after = outcome.profile.preferences
    kept = replace(after, level=own.level, levels=own.levels, holds=own.holds)
    state = replace(outcome.state, level_today=scene.state.level_today)
    return replace(outcome, state=state, profile=replace(outcome.profile, preferences=kept))


def _dosed(scene: Scene, item: Item, event: StartStretch) -> tuple[Item, str]:
    if event.seconds is None and event.number is None and not event.times:
        return item, ""
    longest, most = most_of(scene, item.stretch)
    if isinstance(item.work, Movement):
        each = 1 if event.seconds is None else max(1, round(event.seconds / item.work.seconds_each))
        wished = each * (event.times or max(1, round(event.number or 1)))
        moved = replace(item.work, repetitions=min(wished, most))
        return replace(item, work=moved, turns=(), asked=True), _at_most(scene, wished, most)
    times = event.times or item.repetitions
    told = [_at_most(scene, times, most)]
    item = replace(item, repetitions=min(times, most), turns=(), asked=True)
    wanted = event.seconds if event.seconds is not None else event.number
    if wanted is None:
        return item, told[0]
    seconds = min(max(wanted, SHORTEST_SECONDS), longest)
    if seconds != wanted:
        eased = is_eased(scene, item.stretch)
        told.append(scene.say("dose_for_you" if eased else "adjusted_to_limit", seconds=seconds))
    work = Hold(seconds)
    if isinstance(item.work, Breaths):
        breaths = item.work.nearest(seconds)
        return replace(item, work=replace(item.work, count=breaths), changes=()), _joined(told)
    return replace(item, work=work, changes=()), _joined(told)


def _at_most(scene: Scene, wished: int, most: int) -> str:
    return scene.say("times_at_most", times=most) if wished > most else ""


def _joined(told: list[str]) -> str:
    return " ".join(filter(None, told))
