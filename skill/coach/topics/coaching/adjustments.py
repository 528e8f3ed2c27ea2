"""Changes during a practice: longer, shorter, slower, gentler, less talk.

All of them are remembered, unless they are said to be for today.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from skill.coach.conversation.answers.answers import coach, coming_out
from skill.coach.conversation.care.verdicts import is_eased
from skill.coach.conversation.coming_back.aside import carry_on, inform
from skill.coach.conversation.coming_back.fetching import fetching_on
from skill.coach.conversation.events import (
    AdjustHold,
    Asked,
    ChangeLevel,
    ChangePace,
    ChangeTimes,
    Event,
    LengthenSettle,
    SkipAndAdjust,
    StartRoutine,
)
from skill.coach.conversation.personal_practice import item_of, most_of
from skill.coach.conversation.scene import Instead, Outcome, Scene
from skill.coach.practice.cues.cues import length
from skill.coach.practice.place import Phase
from skill.coach.practice.plan_wish import PlanWish
from skill.coach.practice.practice import Manner, Talk
from skill.coach.practice.sides import at_dose, repeated
from skill.coach.topics.coaching.navigation import leave_this_one
from skill.coach.topics.coaching.the_end import with_the_end
from skill.library.records import (
    LONGEST_SECONDS,
    SHORTEST_SECONDS,
    Breaths,
    Level,
    Movement,
)

STEP_SECONDS = 10.0
"""The seconds that "longer" and "shorter" add or take away where no number is said."""

STEP_TIMES = 2
"""How many repetitions of a movement they add or take away."""

MORE = 1.5
"""The factor by which "I need longer" and "slower" lengthen a pause, each time they are said."""

A_MOMENT = 8.0
"""Seconds of quiet for whoever is not down yet, before the next sentence; ours."""

MOST, LEAST = 2.0, 0.5
"""The greatest and the smallest factor by which a pause may differ from its usual length."""


def adjust_hold(scene: Scene, event: AdjustHold) -> Outcome:
    """Another length for the hold in progress, and for this stretch from now on; or for every hold."""
    if event.always:
        return _adjust_all(scene, event)
    if event == AdjustHold("longer") and scene.state.thread.settling and _gets_down(scene):
        return lengthen_settle(scene, LengthenSettle())
    if event.rest:
        after = with_rest_adjusted(scene, event, scene.place.item)
        return carry_on(after, with_the_end(scene, after, _told_of_rest(scene, event)))
    before = _effort_seconds(scene)
    after, told = adjusted(scene, event)
    more = _effort_seconds(after) - before
    if event.times and not isinstance(scene.item.work, Movement):
        after, often = _done_so_often(after, event.times)
        told = f"{told} {often}"
    if more > 0 and not scene.state.owed_told and _other_side_follows(scene):
        side = scene.words.side(scene.place.side.other) if scene.place.side is not None else ""
        told = f"{told} {scene.say('side_owed', side=side, seconds=more)}"
        after = after.with_state(owed_told=True)
    return carry_on(after, with_the_end(scene, after, told))


def skip_and_adjust(scene: Scene, event: SkipAndAdjust) -> Outcome:
    """Leave out the stretch in progress, and change what comes after it.

    The holds today only; how it is told from now on, as ever.
    """
    if event.change in PACES:
        after, told = _at_pace(scene, event.change)
        return leave_this_one(after, f"{_way_out(scene)} {told}".strip())
    change = AdjustHold(event.change, rest=True)
    after = with_rest_adjusted(scene, change, scene.place.item + 1)
    return leave_this_one(after, f"{_way_out(scene)} {_told_of_rest(scene, change)}".strip())


def _way_out(scene: Scene) -> str:
    return coming_out(scene) if scene.runs else ""


def with_rest_adjusted(scene: Scene, event: AdjustHold, first: int) -> Scene:
    """The scene with another length of all holds from one stretch on, in this practice alone."""
    items = list(scene.practice.items)
    for number in range(first, len(items)):
        item = items[number]
        held = scene.place.held if number == scene.place.item else 0.0
        effort = item.number_at(scene.place) if number == scene.place.item else 0
        wanted = wanted_seconds(event, item.efforts[effort].seconds)
        if isinstance(item.work, Movement) or wanted is None:
            continue
        seconds = min(max(wanted, SHORTEST_SECONDS), LONGEST_SECONDS)
        items[number] = item.changed(effort, item.whole_breaths(seconds), held)
    return scene.with_practice(replace(scene.practice, items=tuple(items)))


def _told_of_rest(scene: Scene, event: AdjustHold) -> str:
    return scene.say("rest_longer" if event.change == "longer" else "rest_shorter")


def change_times(scene: Scene, event: ChangeTimes) -> Outcome:
    """How often the stretch in progress is done, today; what is done already stays."""
    if not event.times:
        return carry_on(scene, scene.say("times_how_many"))
    after, told = _done_so_often(scene, event.times)
    return carry_on(after, with_the_end(scene, after, told))


def adjust_idle(scene: Scene, event: AdjustHold) -> Outcome | Instead:
    """Longer or shorter while nothing runs: every hold, or else how to say that.

    A length that no hold has is one of a practice: "make it ten minutes".
    """
    wanted = event.seconds if not event.change and not event.always else None
    if wanted is not None and wanted > LONGEST_SECONDS:
        return Instead(scene, StartRoutine(Asked(), PlanWish(wanted)))
    return _adjust_all(scene, event) if event.always else adjust_nothing(scene, event)


def adjust_nothing(scene: Scene, _: Event) -> Outcome:
    """A change while nothing runs: no stretch can be meant, so say how to change all of them."""
    return inform(scene, scene.say("adjust_idle"))


def _adjust_all(scene: Scene, event: AdjustHold) -> Outcome:
    """Another length for every hold from now on, each kept as that of its stretch; how to undo it."""
    if wanted_seconds(event, SHORTEST_SECONDS) is None:
        return carry_on(scene, scene.say("adjust_how_much"))
    holds = dict(scene.profile.preferences.holds)
    for stretch in scene.library.stretches:
        item = item_of(scene, stretch)
        wanted = wanted_seconds(event, item.efforts[0].seconds)
        if isinstance(item.work, Movement) or is_eased(scene, stretch) or wanted is None:
            continue
        seconds = min(max(wanted, SHORTEST_SECONDS), LONGEST_SECONDS)
        if isinstance(item.work, Breaths):
            seconds = item.work.nearest(seconds) * item.work.seconds_each
        holds[stretch] = seconds
    after = scene.with_preferences(holds=holds)
    if not scene.remembers:  # somebody else's wish is for this time
        prompts = {"longer": "rest_longer", "shorter": "rest_shorter"}
        prompt = prompts.get(event.change, "adjusted")
    else:
        prompts = {"longer": "every_hold_longer", "shorter": "every_hold_shorter"}
        prompt = prompts.get(event.change, "every_hold")
    told = scene.say(prompt, seconds=event.seconds if event.seconds is not None else STEP_SECONDS)
    if not scene.is_practising:
        return inform(after, told)
    return carry_on(with_rest_adjusted(after, event, scene.place.item), told)


def _done_so_often(scene: Scene, wished: int) -> tuple[Scene, str]:
    """The scene with another number of repetitions, not fewer than begun, and what is said about it."""
    place, item = scene.place, scene.item
    times = max(place.repetition, min(wished, most_of(scene, item.stretch)[1]))
    new = replace(item.with_rounds(times), asked=True)
    after = scene.with_item(repeated(item, item.number_at(place), new))
    return after, scene.say("times_at_most" if times < wished else "times_now", times=times)


def _moved_so_long(scene: Scene, event: AdjustHold, work: Movement) -> tuple[Scene, str]:
    """The scene with a movement done for another length: so many whole repetitions, today.

    A number that was said with it counts, and not the length.
    """
    if event.times:
        return _done_so_often(scene, event.times)
    if event.seconds is None and event.change not in ("longer", "shorter"):
        return scene, scene.say("times_how_many")
    if event.seconds is None:
        times = work.repetitions + (STEP_TIMES if event.change == "longer" else -STEP_TIMES)
    else:
        now = work.repetitions * work.seconds_each
        times = round((wanted_seconds(event, now) or now) / work.seconds_each)
    return _done_so_often(scene, max(1, times))


def adjusted(scene: Scene, event: AdjustHold) -> tuple[Scene, str]:
    """The scene with another length of the hold or movement in progress, and what is said about it."""
    place, item = scene.place, scene.item
    if isinstance(item.work, Movement):
        return _moved_so_long(scene, event, item.work)
    grown = place.stretch in scene.profile.preferences.rounds
    if event.change == "shorter" and grown and not event.today:
        return _taken_back(scene)
    number = item.number_at(place)
    wanted = wanted_seconds(event, item.efforts[number].seconds)
    if wanted is None:
        return scene, scene.say("adjust_how_much")
    seconds = min(max(wanted, SHORTEST_SECONDS), LONGEST_SECONDS)
    if isinstance(item.work, Breaths):
        breaths = item.work.nearest(seconds)
        seconds = breaths * item.work.seconds_each
        told = scene.say("adjusted_breaths" if breaths > 1 else "adjusted_breath", breaths=breaths)
        if wanted > LONGEST_SECONDS:  # what is too short becomes one breath, and that is said
            told = scene.say("adjusted_breaths_to_limit", breaths=breaths)
    elif seconds != wanted:
        told = scene.say("adjusted_to_limit", seconds=seconds)
    elif place.phase is Phase.RELEASE:
        told = scene.say("adjusted_next_time", seconds=seconds)
    else:
        told = scene.say("adjusted", seconds=seconds)
    held = place.held if place.phase is Phase.HOLD else 0.0
    if not event.today:
        holds = {**scene.profile.preferences.holds, place.stretch: seconds}
        scene = scene.with_preferences(holds=holds)
    return scene.with_item(item.changed(number, seconds, held)), told


def _taken_back(scene: Scene) -> tuple[Scene, str]:
    """The scene without what the stretch in progress had grown by: one word is enough."""
    stretch, item = scene.place.stretch, scene.item
    rounds = {s: n for s, n in scene.profile.preferences.rounds.items() if s != stretch}
    scene = scene.with_preferences(rounds=rounds)
    usual = item_of(scene, stretch).repetitions
    told = scene.say("more_taken_back", times=usual)
    return scene.with_item(replace(item, repetitions=max(usual, scene.place.repetition))), told


def change_level(scene: Scene, event: ChangeLevel) -> Outcome:
    """Gentle, standard or longer: for the stretch in progress, or for good."""
    if event.level not in set(Level):
        return inform(scene, scene.say("level_which"))
    level = Level(event.level)
    told = scene.say(f"level_{level}")
    preferences = scene.profile.preferences
    scene = scene.with_state(level_today=level if event.today else None)
    if event.today:
        told = f"{told} {scene.say('for_today_alone')}"
    elif not scene.is_practising or event.always:
        scene = scene.with_preferences(level=level, levels={}, holds={}, rounds={})
    else:
        levels = {**preferences.levels, scene.place.stretch: level}
        holds = {s: h for s, h in preferences.holds.items() if s != scene.place.stretch}
        rounds = {s: n for s, n in preferences.rounds.items() if s != scene.place.stretch}
        scene = scene.with_preferences(levels=levels, holds=holds, rounds=rounds)
    if not scene.is_practising:
        return inform(scene, told)
    after = redosed(scene, later_too=event.always or event.today)
    return carry_on(after, with_the_end(scene, after, told))


def lengthen_settle(scene: Scene, _: LengthenSettle) -> Outcome:
    """More time to get into position, now and from now on."""
    told = scene.say("settle_longer")
    if not _gets_down(scene):
        return _told_of(scene, _coached(scene, _with_more_time), told)
    # Whoever is still on the way down wants quiet now, and not to hear when it will all be over.
    thread = replace(scene.state.thread, settling=True)
    after = _coached(scene, _with_more_time).with_state(thread=thread)
    things = fetching_on(after, A_MOMENT)
    lead = (*scene.said(told), *(things or scene.quiet(A_MOMENT)))
    return coach(after, after.practice, after.place, lead, after.worked, fetch=length(things))


def _with_more_time(manner: Manner) -> Manner:
    return replace(manner, time_to_settle=min(MOST, manner.time_to_settle * MORE))


def _gets_down(scene: Scene) -> bool:
    """Whether somebody is on the way into the position of the stretch that comes."""
    return scene.runs and not scene.plays and not scene.resting and scene.practice.is_before(scene.place)


def change_pace(scene: Scene, event: ChangePace) -> Outcome:
    """Slower or faster instructions, fewer or more of them."""
    if event.change not in PACES:
        return carry_on(scene, scene.say("pace_which"))
    if event.today:
        today = scene.with_state(manner_today=PACES[event.change](scene.liked.manner))
        told = f"{scene.say(f'pace_{event.change}')} {scene.say('for_today_alone')}"
        return _told_of(scene, _told_so(today), told)
    return _told_of(scene, *_at_pace(scene, event.change))


def _at_pace(scene: Scene, change: str) -> tuple[Scene, str]:
    """The scene in which it is told more slowly, or in fewer words, from now on; and what is said."""
    after = _coached(scene.with_state(manner_today=None), PACES[change])
    return after, scene.say(f"pace_{change}")


PACES: Mapping[str, Callable[[Manner], Manner]] = {
    "slower": lambda manner: replace(manner, pace=min(MOST, manner.pace * MORE)),
    "faster": lambda manner: replace(manner, pace=max(LEAST, manner.pace / MORE)),
    "less_talking": lambda manner: replace(manner, talk=Talk.LITTLE),
    "more_talking": lambda manner: replace(manner, talk=Talk.MUCH),
}
"""By id of the slot type `CHANGE`: how it is told from then on."""


def wanted_seconds(event: AdjustHold, now: float) -> float | None:
    """The wished seconds of a hold that takes `now` seconds now; None where no wish was said."""
    by = event.seconds if event.seconds is not None else STEP_SECONDS
    if event.change == "longer":
        return now + by
    if event.change == "shorter":
        return now - by
    return event.seconds


def _effort_seconds(scene: Scene) -> float:
    item = scene.item
    return item.efforts[item.number_at(scene.place)].seconds


def _other_side_follows(scene: Scene) -> bool:
    """Whether the same repetition comes on the other side after the hold in progress."""
    item, place = scene.item, scene.place
    after = item.efforts[item.number_at(place) + 1 :][:1]
    held = place.phase is Phase.HOLD and place.side is not None
    return held and bool(after) and after[0].repetition == place.repetition


def _told_of(scene: Scene, after: Scene, told: str) -> Outcome:
    """Say what has changed, and what that does to the end of a practice."""
    if not scene.is_practising:
        return inform(after, told)
    return carry_on(after, with_the_end(scene, after, told))


def _coached(scene: Scene, change: Callable[[Manner], Manner]) -> Scene:
    """The scene in which somebody is coached in another manner: what is under way, and from now on."""
    today = scene.state.manner_today
    after = scene.with_preferences(manner=change(scene.profile.preferences.manner))
    return _told_so(after.with_state(manner_today=change(today) if today is not None else None))


def _told_so(scene: Scene) -> Scene:
    """The scene with the practice under way told as whoever practises likes it now."""
    if not scene.is_practising:
        return scene
    manner = scene.liked.manner
    practice = replace(scene.practice, manner=manner)
    brief = {Talk.LITTLE: True, Talk.MUCH: False}.get(manner.talk)
    if brief is not None:
        from_here = [replace(item, brief=brief) for item in practice.items[scene.place.item :]]
        practice = replace(practice, items=(*practice.items[: scene.place.item], *from_here))
    return scene.with_practice(practice)


def redosed(scene: Scene, *, later_too: bool) -> Scene:
    """The scene with the stretch in progress at its new level; if `later_too`, also later stretches."""
    place, old = scene.place, scene.item
    new = item_of(scene, place.stretch)
    item = replace(new, brief=old.brief, repetitions=max(new.repetitions, place.repetition))
    if isinstance(new.work, Movement):
        work = replace(new.work, repetitions=max(new.work.repetitions, place.repetition))
        item = replace(item, work=work, repetitions=1)
    number = old.number_at(place)
    item = at_dose(old, number, item)
    if place.phase is Phase.HOLD and place.held > item.effort_seconds:
        item = item.changed(item.number_at(place), item.effort_seconds, place.held)
    scene = scene.with_item(item)
    if not later_too:
        return scene
    items = scene.practice.items
    later = tuple(item_of(scene, each.stretch) for each in items[place.item + 1 :])
    return scene.with_practice(replace(scene.practice, items=(*items[: place.item + 1], *later)))
