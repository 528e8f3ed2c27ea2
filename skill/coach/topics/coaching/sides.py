"""Sides: leave one out, do only one, begin with one. It is for this time; nothing of it is kept."""

from dataclasses import replace

from skill.coach.conversation.answers import coach, coming_out
from skill.coach.conversation.coming_back import way_down
from skill.coach.conversation.events import SkipSide, StartStretch
from skill.coach.conversation.scene import NotAnAnswer, Outcome, Scene
from skill.coach.practice.place import Side
from skill.coach.practice.practice import Effort, Item
from skill.coach.practice.sides import has_sides, side_meant, without_side
from skill.coach.practice.timeline import outline
from skill.coach.topics.coaching.adjustments import carry_on
from skill.coach.topics.coaching.navigation import skip


def skip_side(scene: Scene, event: SkipSide) -> Outcome:
    """Leave out the side that is said, whichever is in progress; without one, go on to the other."""
    item, now = scene.item, scene.place.side
    if now is None or not has_sides(item):
        return _no_sides(scene, now)
    if event.side:
        return _leave_out(scene, item, side_meant(event.side, now))
    wanted = side_meant(event.only, now) if event.only else now.other
    if item.only_side is now and wanted is not now:
        # It was left out, and is wanted after all: it comes now, in place of more of this one.
        item = without_side(item, scene.place, now)
        scene = scene.with_item(item)
    elif event.only:
        return _leave_out(scene, item, wanted.other)
    rest = item.to_come(scene.place, now.other)
    return _over_to(scene, rest[0]) if rest else skip(scene, event)


def begin_with_side(scene: Scene, event: StartStretch) -> Outcome | NotAnAnswer:
    """The stretch in progress with the side that is said first; a stretch of another name is started."""
    item, now = scene.item, scene.place.side
    if not event.stretch.is_nameless and event.stretch.ids != (item.stretch,):
        return NotAnAnswer()
    if not event.side and not event.only:
        return NotAnAnswer()
    if now is None or not has_sides(item):
        return _no_sides(scene, now)
    if event.only:
        return skip_side(scene, SkipSide(only=event.only))
    wished = side_meant(event.side, now)
    if now is wished:
        return carry_on(scene, scene.say("that_side_already", side=scene.words.side(wished)))
    if item.number_of(scene.place) and item.to_come(scene.place, wished):
        return skip_side(scene, SkipSide())
    return _from_its_start(scene, replace(item, first=wished, left_out=None))


def _leave_out(scene: Scene, item: Item, side: Side) -> Outcome:
    """Leave out what is to come of a side: the other one goes on, or what comes after it begins."""
    place = scene.place
    named = scene.words.side(side)
    if place.side is not side:
        if not item.to_come(place, side):
            return carry_on(scene, scene.say("side_done", side=named))
        changed = scene.with_item(without_side(item, place, side))
        return carry_on(changed, scene.say("side_left_out", side=named))
    rest = item.to_come(place, side.other)
    if not rest:
        return skip(scene, SkipSide())
    left = without_side(item, place, side)
    if item.number_of(place) == 0 and left.efforts[0].side is side.other:
        return _from_its_start(scene, left)
    return _over_to(scene.with_item(left), rest[0])


def _from_its_start(scene: Scene, item: Item) -> Outcome:
    out = scene.said(coming_out(scene))
    scene = scene.with_item(item)
    return coach(scene, scene.practice, scene.practice.place_of(scene.place.item), out)


def _over_to(scene: Scene, effort: Effort) -> Outcome:
    """Out of this side, and on to an effort of the other one."""
    practice = scene.practice
    there = next(
        segment.place
        for segment in outline(practice)
        if segment.item == scene.place.item
        and (segment.effort.repetition, segment.effort.side) == (effort.repetition, effort.side)
    )
    lead = (*scene.said(coming_out(scene)), *way_down(scene, practice, there))
    return coach(scene, practice, there, lead, scene.worked)


def _no_sides(scene: Scene, now: Side | None) -> Outcome:
    return carry_on(scene, scene.say("no_sides" if now is None else "sides_in_turn"))
