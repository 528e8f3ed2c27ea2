"""Doing a finished practice again: the last one, or that of a day; the same, or a little different."""

import math
from dataclasses import replace

from skill.coach.conversation.answers.answers import ask, coach, coming_out
from skill.coach.conversation.care.verdicts import is_refused
from skill.coach.conversation.errands import FindPractice, PracticeFound
from skill.coach.conversation.events import (
    AdjustHold,
    Asked,
    ChangeLevel,
    Repeat,
    RepeatPractice,
    ResumePractice,
    SkipSide,
    StartStretch,
)
from skill.coach.conversation.personal_practice import item_of, minutes_of, most_of, practice_of
from skill.coach.conversation.scene import Instead, Outcome, Scene
from skill.coach.person.profile import SavedPractice
from skill.coach.person.totals import Finished
from skill.coach.practice.place import Side
from skill.coach.practice.practice import OWN, PLAN, Item, Practice, plan_name
from skill.coach.practice.sides import BAD, GOOD, as_wished, has_sides, side_meant
from skill.coach.topics.starting.first_answer import begin_practice, minutes_for, seconds_of
from skill.coach.topics.visits.days import is_day, is_of_day
from skill.coach.topics.visits.household import resumable
from skill.library.records import SHORTEST_SECONDS, Level, Movement

GENTLE, SHORTER = "gentle", "shorter"

AS_IT_WAS = RepeatPractice()

MOST_READ = 200
"""How many finished stretches are looked through for those of a day: more than a week of practice."""

LESS = 2 / 3
"""What is left of a hold that is done once, in a practice that is to be shorter; ours."""


def repeat_practice(scene: Scene, event: RepeatPractice) -> Outcome | Instead | FindPractice:
    """The practice of the day that was said, or the last one; what is unfinished is gone on with.

    "That one again" after something was told of a stretch, while none runs, is that stretch.
    """
    told_of = scene.state.thread.stretch if event.that and not (event.day or scene.runs) else ""
    if told_of and not (scene.is_practising and scene.place.stretch == told_of):
        return Instead(scene, StartStretch(Asked((told_of,), told_of)))
    if not event.day and scene.is_practising:
        return _this_one(scene, event)
    if not event.day and scene.state.last is not None:
        return do_again(scene, scene.state.last, event)
    done = finished_of_day(scene, event)
    if done is not None:
        return do_again(scene, done.practice, event)
    if any(is_of_day(scene, saved, event.day) for saved in resumable(scene)):
        return Instead(scene, ResumePractice(event.day))
    return FindPractice(scene.profile.person, event, MOST_READ)


def repeat_found(scene: Scene, event: PracticeFound) -> Outcome:
    """The practice that the history has of the day, put together again of what was finished of it."""
    history = event.history or ()
    day = event.wish.day
    there = [
        done for done in history if day in ("", "last_time") or is_day(scene, done.finished_at, day)
    ]
    if not there:
        told = "nothing_finished_then" if day not in ("", "last_time") else "nothing_finished"
        return ask(scene, scene.say(told), scene.say("ask_what_next"))
    stretches = _stretches_of(scene, there)
    if not stretches:
        return ask(scene, scene.say("nothing_finished_then"), scene.say("ask_what_next"))
    practice = practice_of(scene, _name_of(scene, stretches), stretches)
    return do_again(scene, practice, event.wish)


def finished_of_day(scene: Scene, event: RepeatPractice | ResumePractice) -> SavedPractice | None:
    """The newest practice that was done to its end on the day that was said; None where none is kept."""
    named = event.named.ids if isinstance(event, ResumePractice) else ()
    unknown = isinstance(event, ResumePractice) and event.named.heard and not named
    running = scene.practice.id if scene.is_practising else ""
    done = (
        saved
        for saved in scene.profile.practices
        if saved.ended
        and saved.practice.is_end(saved.place)
        and saved.practice.id != running
        and is_of_day(scene, saved, event.day)
        and (not named or saved.practice.name in named)
    )
    return None if unknown else next(done, None)


def do_again(scene: Scene, old: Practice, wish: RepeatPractice = AS_IT_WAS) -> Outcome:
    """Begin a practice that was done before, as it is done today, without what is left out by now.

    Of its stretches as many as are wished for; "three of them" is of a single one how often it is done.
    """
    left_out = scene.profile.preferences.left_out if old.is_routine else ()
    stretches = tuple(
        item.stretch
        for item in old.items
        if item.stretch not in left_out and not is_refused(scene, item.stretch)
    )
    if not stretches:
        return ask(scene, scene.say("nothing_left_of_it"), scene.say("ask_what_next"))
    if len(stretches) == 1 and wish.count:
        wish = replace(wish, times=wish.count, count=0)
    fewer = wish.count and wish.count < len(stretches)
    stretches = stretches[: wish.count] if fewer else stretches
    only = side_meant(wish.only, Side.LEFT, scene.state.bad_side)
    items = tuple(_dosed(scene, stretch, wish, only) for stretch in stretches)
    practice = replace(practice_of(scene, old.name, stretches), items=items, wish=old.wish)
    if old.name.startswith(PLAN):
        minutes = minutes_of(seconds_of(scene, practice))
        practice = replace(practice, name=plan_name(minutes))
    told = [scene.say(f"once_again_{wish.change}" if wish.change else "once_again")]
    if fewer:
        told.append(scene.say("once_again_fewer", count=wish.count))
    if only is not None and any(has_sides(item) for item in items):
        told.append(scene.say("once_again_side", side=scene.words.side(only)))
    return begin_practice(scene, practice, " ".join(told))


def _this_one(scene: Scene, event: RepeatPractice) -> Outcome | Instead:
    """The same again in the middle of a practice: this hold, or the stretch that is in progress."""
    if event.only or event.times or event.count:
        return _this_one_so(scene, event)
    match event.change:
        case "":
            return Instead(scene, Repeat())
        case "gentle":
            return Instead(scene, ChangeLevel(Level.GENTLE))
        case change:
            return Instead(scene, AdjustHold(change))


def _this_one_so(scene: Scene, event: RepeatPractice) -> Outcome | Instead:
    """The stretch in progress once more, on one side or so often; at a rest before one, the last one."""
    practice, number = scene.practice, scene.place.item
    number -= bool(number) and scene.is_announced
    now = scene.place.side or Side.LEFT
    only = side_meant(event.only, now, scene.state.bad_side)
    if only is None and event.only in (BAD, GOOD):
        return Instead(scene, SkipSide(only=event.only))
    wish = replace(event, times=event.times or event.count)
    item = _dosed(scene, practice.items[number].stretch, wish, only)
    no_sides = scene.say("no_sides") if event.only and not has_sides(item) else ""
    practice = replace(practice, items=(*practice.items[:number], item, *practice.items[number + 1 :]))
    return coach(
        scene,
        practice,
        practice.place_of(number),
        scene.said(coming_out(scene), scene.say("again"), no_sides),
    )


def _dosed(scene: Scene, stretch: str, wish: RepeatPractice, only: Side | None) -> Item:
    """A stretch as often as it is wished for, and on the side that is."""
    item = _as_wished(scene, stretch, wish.change)
    if wish.times:
        item = item.with_rounds(min(wish.times, most_of(scene, stretch)[1]))
    return as_wished(item, None, only)


def _as_wished(scene: Scene, stretch: str, change: str) -> Item:
    """A stretch as it is done today, or gentler, shorter or longer than that, in this practice only."""
    if change == SHORTER:
        return _shorter(item_of(scene, stretch))
    if change:
        level = Level.GENTLE if change == GENTLE else Level.LONGER
        scene = scene.with_preferences(level=level, levels={}, holds={})
    return item_of(scene, stretch)


def _shorter(item: Item) -> Item:
    """Half of the repetitions; a hold that is done once, shorter."""
    if isinstance(item.work, Movement) or item.repetitions > 1:
        return item.with_rounds(math.ceil(item.rounds / 2))
    seconds = max(SHORTEST_SECONDS, round(item.efforts[0].seconds * LESS))
    return replace(item, changes=((0, float(seconds)),))


def _stretches_of(scene: Scene, done: list[Finished]) -> tuple[str, ...]:
    """The stretches of the newest practice among these, in their order, each item once."""
    newest = done[0].practice
    items = {each.item: each.stretch for each in done if each.practice == newest}
    return tuple(items[number] for number in sorted(items) if items[number] in scene.library.stretches)


def _name_of(scene: Scene, stretches: tuple[str, ...]) -> str:
    """What a practice of these stretches is called: after its only one, a routine, or its length."""
    if len(stretches) == 1:
        return stretches[0]
    own = {tuple(kept): OWN + name for name, kept in scene.profile.preferences.routines.items()}
    ours = {routine.stretches: routine.id for routine in scene.library.routines.values()}
    minutes = minutes_for(scene, stretches[0], stretches)
    return {**ours, **own}.get(stretches, plan_name(minutes))
