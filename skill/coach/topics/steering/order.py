"""Which stretches of a practice are done, from which one on, and in which order."""

from dataclasses import replace

from skill.coach.conversation.answers.answers import ask, coach, coming_out
from skill.coach.conversation.care.verdicts import is_refused
from skill.coach.conversation.coming_back.aside import carry_on, inform
from skill.coach.conversation.disambiguation.picking import LAST, numbered
from skill.coach.conversation.disambiguation.routines import routine_named, stretches_of
from skill.coach.conversation.events import (
    Asked,
    DoneAlready,
    MoveStretch,
    OnlyAt,
    StartFrom,
    StartStretch,
)
from skill.coach.conversation.personal_practice import is_done_at, item_of, minutes_of, practice_of
from skill.coach.conversation.scene import Instead, Outcome, Scene
from skill.coach.practice.place import WORK_PHASES
from skill.coach.practice.plan_wish import PlanWish
from skill.coach.practice.practice import Item, plan_name
from skill.coach.topics.coaching.navigation import leave_this_one
from skill.coach.topics.safety.leaving_out import dropped, go_on_without
from skill.coach.topics.starting.first_answer import (
    begin_practice,
    begin_without_avoided,
    left_to_do,
    seconds_of,
)
from skill.coach.topics.starting.plan_search import allowed
from skill.coach.topics.starting.starts import ask_which_routine

FIRST = "first"
"""Where a stretch is to come that is wanted at once."""


def only_at(scene: Scene, event: OnlyAt) -> Outcome:
    """Only what is done in a place: of what is still to come, or all there is, as a new practice."""
    if not scene.is_practising:
        return _all_at(scene, event.place)
    ahead = scene.practice.items[scene.place.item :]
    others = [i.stretch for i in ahead if not _is_at(scene, i.stretch, event.place)]
    if len(others) == len(ahead):
        return carry_on(scene, scene.say("only_none_left"))
    if not others:
        return carry_on(scene, "")
    told = scene.say("only_those", stretches=scene.names_of(list(dict.fromkeys(others))))
    here = scene.place.stretch in others
    return go_on_without(dropped(scene, *others), scene.place.stretch if here else "", told)


def start_from(scene: Scene, event: StartFrom) -> Outcome:
    """Begin in the middle: of the routine that was named, the practice under way, or the last one."""
    if not event.routine.is_nameless:
        entry = routine_named(scene, event.routine)
        if not entry:
            return _unknown(scene, event.routine)
        return _begin_from(scene, entry, stretches_of(scene, entry), event)
    practice = scene.state.latest
    if practice is None:
        return ask_which_routine(scene, tuple(scene.library.routines))
    stretches = tuple(item.stretch for item in practice.items)
    number = _number(event, stretches)
    if number is None:
        return _not_in_it(scene, event, len(stretches))
    if not scene.is_practising:
        return _begin_from(scene, practice.name, stretches, event)
    from_here = scene.say("from_here_on", stretch=scene.name_of(stretches[number]))
    lead = scene.said(coming_out(scene), from_here)
    return coach(scene, practice, practice.place_of(number), lead)


def move_stretch(scene: Scene, event: MoveStretch) -> Outcome | Instead:
    """Another place for a stretch among those that are still to come; one that is not there is added.

    With nothing under way, what is to come next is a wish to start it. A routine that is named is
    started in that order.
    """
    if not event.routine.is_nameless:
        return _begin_in_order(scene, event)
    if not event.stretch.ids:
        heard = event.stretch.heard
        return inform(
            scene, scene.say("unknown_stretch", heard=heard) if heard else scene.say("done_which")
        )
    if not scene.is_practising:
        if event.to != LAST:
            return Instead(scene, StartStretch(event.stretch))
        return inform(scene, scene.say("nothing_running"))
    items, first = scene.practice.items, _first_ahead(scene)
    now = scene.runs and event.to == FIRST and first > scene.place.item and not _is_begun(scene)
    first = scene.place.item if now else first
    ahead = list(items[first:])
    there = next((item for item in ahead if item.stretch in event.stretch.ids), None)
    here = scene.place.stretch in event.stretch.ids and first > scene.place.item
    stretch = there.stretch if there is not None else event.stretch.ids[0]
    if here:
        stretch = scene.place.stretch
    if is_refused(scene, stretch):
        return carry_on(scene, scene.say("care_left_out_of_it", stretches=scene.name_of(stretch)))
    moved: Item = there if there is not None else item_of(scene, stretch)
    rest = [item for item in ahead if item is not there]
    order = [*rest, moved] if event.to == LAST else [moved, *rest]
    told = scene.say("put_last" if event.to == LAST else "put_next", stretch=scene.name_of(stretch))
    practice = replace(scene.practice, items=(*items[:first], *order))
    if now:
        told = f"{coming_out(scene)} {told}".strip()
        scene = scene.with_practice(practice)
        return coach(scene, practice, practice.place_of(first), scene.said(told))
    announced = first == scene.place.item
    scene = scene.with_practice(practice)
    if announced:
        scene = scene.at_place(practice.place_of(first))
    if here and event.to == LAST and scene.runs:
        return leave_this_one(scene, f"{coming_out(scene)} {told}".strip())
    return carry_on(scene, told)


def did_already(scene: Scene, event: DoneAlready) -> Outcome:
    """A stretch that was done somewhere else: left out today, and not counted as done here."""
    asked, ids = event.stretch, event.stretch.ids
    if not ids and asked.heard:
        return inform(scene, scene.say("unknown_stretch", heard=asked.heard))
    if not scene.is_practising:
        kept = scene.with_state(done_today=(*scene.state.done_today, *ids))
        return inform(kept, scene.say("did_already_idle"))
    ahead = [item.stretch for item in scene.practice.items[scene.place.item :]]
    meant = [stretch for stretch in ids if stretch in ahead] if ids else [scene.place.stretch]
    scene = scene.with_state(done_today=(*scene.state.done_today, *(meant or ids)))
    if not meant:
        return carry_on(scene, scene.say("did_already_noted"))
    told = scene.say("did_already", stretch=scene.name_of(meant[0]))
    return go_on_without(dropped(scene, meant[0]), meant[0], told)


def _all_at(scene: Scene, place: str) -> Outcome:
    """Every stretch of a place that may be planned, one after another."""
    there = sorted(allowed(scene, PlanWish(place=place)), key=lambda s: s.position)
    if not there:
        return ask(scene, scene.say("only_none"), scene.say("ask_what_next"))
    stretches = tuple(stretch.id for stretch in there)
    practice = practice_of(scene, stretches[0], stretches)
    if len(stretches) == 1:
        return begin_practice(scene, practice)
    minutes = minutes_of(seconds_of(scene, practice))
    overview = scene.say("only_overview", count=len(stretches), minutes=minutes)
    practice = replace(practice, name=plan_name(minutes))
    return begin_practice(scene, practice, overview=overview)


def _is_at(scene: Scene, stretch: str, place: str) -> bool:
    return is_done_at(scene, scene.library.stretches[stretch], place)


def _number(event: StartFrom, stretches: tuple[str, ...]) -> int | None:
    """The number, from 0, of the stretch that is meant; None where there is no such one."""
    named = (n for n, stretch in enumerate(stretches) if stretch in event.stretch.ids)
    if not event.stretch.is_nameless:
        return next(named, None)
    return next(iter(numbered(event.ordinal, range(len(stretches)))), None)


def _not_in_it(scene: Scene, event: StartFrom, count: int) -> Outcome:
    if event.stretch.ids:
        return inform(scene, scene.say("not_to_come", stretch=scene.name_of(event.stretch.ids[0])))
    if event.stretch.heard:
        return inform(scene, scene.say("unknown_stretch", heard=event.stretch.heard))
    return inform(scene, scene.say("from_how_many", count=count))


def _begin_from(scene: Scene, name: str, stretches: tuple[str, ...], event: StartFrom) -> Outcome:
    """Begin a routine, or the practice that ended last, without what comes before."""
    known = tuple(stretch for stretch in stretches if stretch in scene.library.stretches)
    number = _number(event, known)
    if number is None:
        return _not_in_it(scene, event, len(known))
    told = scene.say("from_here_on", stretch=scene.name_of(known[number]))
    return begin_without_avoided(scene, name, known[number:], told)


def _begin_in_order(scene: Scene, event: MoveStretch) -> Outcome:
    """Begin a routine with one of its stretches at another place; one that it has not is added there."""
    name = routine_named(scene, event.routine)
    if not name:
        return _unknown(scene, event.routine)
    known = [each for each in stretches_of(scene, name) if each in scene.library.stretches]
    if not event.stretch.ids:
        return begin_without_avoided(scene, name, tuple(known))
    moved = next((stretch for stretch in known if stretch in event.stretch.ids), event.stretch.ids[0])
    rest = [stretch for stretch in known if stretch != moved]
    if event.to != LAST:
        return begin_without_avoided(scene, name, (moved, *rest))
    order = (*rest, moved)
    told = scene.say("put_last", stretch=scene.name_of(moved))
    return begin_without_avoided(scene, name, order, told if moved in left_to_do(scene, order) else "")


def _unknown(scene: Scene, routine: Asked) -> Outcome:
    told = scene.say("unknown_routine", heard=routine.heard)
    return ask_which_routine(scene, tuple(scene.library.routines), told)


def _is_begun(scene: Scene) -> bool:
    """Whether anything of the stretch in progress was held or moved."""
    return bool(scene.worked) or scene.place.phase in WORK_PHASES or scene.place.repetition > 1


def _first_ahead(scene: Scene) -> int:
    """The number of the first stretch that has not begun; those before it keep their numbers."""
    place, counted = scene.place, scene.under_way.counted
    return max(place.item + (not scene.is_announced), *(number + 1 for number in counted), 0)
