"""Starting a stretch or a routine by its name, or a practice by a wish."""

from dataclasses import replace
from functools import partial

from skill.coach.conversation.answers.answers import ask
from skill.coach.conversation.care.verdicts import (
    care_for,
    is_eased,
    is_refused,
    known_conditions,
    still_counting,
    why,
    with_it,
)
from skill.coach.conversation.columns import ask_column, that_ask, told_since
from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.coming_back.coming_back import never_mind
from skill.coach.conversation.disambiguation.asking import ask_for_a_name, ask_nearest, ask_which
from skill.coach.conversation.disambiguation.missing import not_chosen
from skill.coach.conversation.disambiguation.options import OFFERED_AT_ONCE, likeliest
from skill.coach.conversation.disambiguation.own_names import own_named
from skill.coach.conversation.disambiguation.picking import chosen_by
from skill.coach.conversation.events import (
    Asked,
    Choose,
    Event,
    StartRoutine,
    StartStretch,
)
from skill.coach.conversation.personal_practice import (
    is_done_at,
    lacking,
    minutes_of,
    needs_missing,
    practice_of,
)
from skill.coach.conversation.scene import NotAnAnswer, Outcome, Scene
from skill.coach.conversation.state.questions import (
    EquipmentThere,
    ThisStretch,
    WhichRoutine,
    WhichSide,
)
from skill.coach.conversation.state.thread import Thread
from skill.coach.practice.plan_wish import PlanWish
from skill.coach.practice.practice import OWN, plan_name
from skill.coach.practice.sides import BAD, GOOD
from skill.coach.topics.starting.doses import as_said, at_level
from skill.coach.topics.starting.first_answer import (
    begin_practice,
    begin_without_avoided,
    left_to_do,
    minutes_for,
    seconds_of,
)
from skill.coach.topics.starting.plans import offer_without, start_planned, start_shorter
from skill.coach.topics.starting.progression import offer, weighed
from skill.coach.topics.starting.surprises import surprise
from skill.library.records import Routine, Sides

NO_WISH = StartStretch(Asked())
"""A stretch of which nothing else was said."""


def start_as_said(scene: Scene, event: StartStretch) -> Outcome:
    """Start a stretch; with what the body has said beside it, first the question for that, if any."""
    counted = {each.condition for each in scene.state.conditions}
    told = known_conditions(scene, event.condition, event.besides)
    months = event.months
    event = replace(event, condition="", besides="", months=None)
    scene = told_since(scene, told, months)
    undecided = that_ask(scene, (each for each in told if each not in counted), months)
    if not undecided or scene.is_practising:
        return start_stretch(scene, event)
    return ask_column(scene, undecided, told, start=event)


def start_stretch(scene: Scene, event: StartStretch) -> Outcome:
    """Start the stretch that was named, once it is clear which one, as it was asked for."""
    ids = event.stretch.ids
    wished = event if event != type(event)(event.stretch) else None
    sides = (event.side, event.only, event.then_side, event.then_only)
    unclear = next((side for side in sides if side in (BAD, GOOD)), "")
    if unclear and scene.state.bad_side is None:
        asked = WhichSide("only" if event.only else "to", unclear, event)
        return ask(scene, "", scene.say("ask_bad_side"), asked)
    if len(ids) > 1:
        return ask_which(scene, StartStretch, ids, wished)
    if event.then and ids:
        return at_level(scene, event.level, lambda scene: begin_several(scene, event))
    if len(ids) == 1 and is_refused(scene, ids[0]):
        if ids[0] not in scene.state.refused:
            return _better_not(scene, ids[0])
        scene = scene.with_state(insisted=(*scene.state.insisted, ids[0]))
    if len(ids) == 1:
        return at_level(scene, event.level, lambda scene: _begin_as_said(scene, ids[0], event))
    if own := own_named(scene, event.stretch):
        return begin_own(scene, own)
    if event.stretch.is_nameless and wished is not None:
        return ask_for_a_name(scene, StartStretch, wished)
    return ask_nearest(scene, StartStretch, event.stretch, wished)


def begin_several(scene: Scene, event: StartStretch) -> Outcome:
    """Start some stretches one after another, as a small practice; an unknown one is left out, and said.

    What is better left out for this body is left out as it is in a routine.
    """
    stretches, unknown, body = [event.stretch.ids[0]], list[str](), scene.state.body
    for named in event.then:
        if named.ids:
            body = scene.library.stretches[stretches[-1]].position
            stretches.append(likeliest(scene, named.ids, body))
        elif named.heard:
            unknown.append(scene.say("unknown_stretch", heard=named.heard))
    unsuited = [stretch for stretch in stretches if is_refused(scene, stretch)]
    kept = tuple(stretch for stretch in stretches if stretch not in unsuited)
    if not kept:
        return _better_not(scene, stretches[0])
    told = [scene.say("care_left_out_of_it", stretches=scene.names_of(unsuited))] if unsuited else []
    practice = practice_of(scene, kept[0], kept)
    doses = _doses(scene, event, stretches)
    dosed = [as_said(scene, each, doses.get(each.stretch, NO_WISH)) for each in practice.items]
    practice = replace(practice, items=tuple(item for item, _ in dosed))
    told += [said for _, said in dosed]
    if len(kept) == 1:
        return begin_practice(scene, practice, *unknown, *told)
    minutes = minutes_of(seconds_of(scene, practice))
    names = scene.say("and_then").join(scene.name_of(stretch) for stretch in kept)
    overview = scene.say("several_overview", stretches=names, minutes=minutes)
    practice = replace(practice, name=plan_name(minutes))
    return begin_practice(scene, practice, *unknown, *told, overview=overview)


def _doses(scene: Scene, event: StartStretch, stretches: list[str]) -> dict[str, StartStretch]:
    """What was said of the first two of several stretches: how long, how often, and on which side.

    A side is for the one that it was said beside; where that one has none, for the other.
    """
    first = event
    second = StartStretch(
        event.stretch,
        event.then_side,
        event.then_only,
        seconds=event.then_seconds,
        times=event.then_times,
    )
    has = [scene.library.stretches[stretch].sides is not Sides.NONE for stretch in stretches[:2]]
    if has == [False, True] and not (second.side or second.only):
        second = replace(second, side=first.side, only=first.only)
        first = replace(first, side="", only="")
    if has == [True, False] and not (first.side or first.only):
        first = replace(first, side=second.side, only=second.only)
        second = replace(second, side="", only="")
    doses = {stretches[0]: first}
    for stretch in stretches[1:2]:
        doses.setdefault(stretch, second)
    return doses


def _begin_as_said(scene: Scene, stretch: str, event: StartStretch) -> Outcome:
    practice = practice_of(scene, stretch, (stretch,))
    if event == type(event)(event.stretch):
        scene, more = weighed(scene, stretch)
        if more is not None:
            return offer(scene, stretch, more)
    item, told = as_said(scene, practice.items[0], event)
    return begin_practice(scene, replace(practice, items=(item,)), told)


def _better_not(scene: Scene, stretch: str) -> Outcome:
    """Say why a stretch is better left out, and offer a fine one; named once more, it is started."""
    care = care_for(scene, stretch)
    reason = why(scene, care) if care is not None else ""
    told = f"{scene.say('care_better_not', stretch=scene.name_of(stretch))} {reason}".strip()
    scene = scene.with_state(refused=(*scene.state.refused, stretch))
    instead = _nearest_fine(scene, stretch)
    if not instead:
        return ask(scene, told, scene.say("ask_what_next"))
    question = scene.say("care_instead", stretch=scene.name_of(instead))
    return ask(scene, told, question, ThisStretch(StartStretch, instead))


def _nearest_fine(scene: Scene, stretch: str) -> str:
    """A stretch that suits, as near as can be: for the same areas, in the same position; else empty.

    What is fine as it is comes before what is only fine in an easier way.
    """
    wanted, left_out = scene.library.stretches[stretch], scene.profile.preferences.left_out
    others = [s for s in scene.library.stretches.values() if s.id not in (stretch, *left_out)]
    best = max(
        (s for s in others if not is_refused(scene, s.id)),
        key=lambda s: (
            not is_eased(scene, s.id),
            len(set(s.areas) & set(wanted.areas)),
            s.position == wanted.position,
        ),
        default=None,
    )
    return best.id if best is not None else ""


def start_routine(scene: Scene, event: StartRoutine) -> Outcome:
    """Start the routine that was named, the person's own before the library's; or what is wished for."""
    conditions = known_conditions(scene, event.condition, event.besides)
    standing = still_counting(scene, conditions, event.months)
    if standing:
        scene = scene.with_notice(scene.say("care_counted", condition=with_it(scene, *standing)))
    scene = lacking(told_since(scene, conditions, event.months), event.missing)
    scene = scene.with_state(out_today=(*scene.state.out_today, *event.without.ids))
    if event.company and scene.state.question is not None and event == StartRoutine(company=True):
        return inform(scene, scene.say("for_two"))
    if event.company:
        scene = scene.with_notice(scene.say("for_two"))
    if own := own_named(scene, event.routine):
        return at_level(scene, event.level, lambda scene: begin_own(scene, own))
    if event.routine.ids:
        routine, wish = scene.library.routines[event.routine.ids[0]], event.wish
        others = _elsewhere(scene, routine, wish.place) if wish is not None else ()
        if wish is not None and others == routine.stretches:
            told = scene.say("routine_elsewhere", routine=scene.name_of(routine.id))
            return start_planned(scene.with_notice(told), wish, event.level)
        scene = scene.with_state(out_today=(*scene.state.out_today, *others))
        if wish is not None and wish.seconds != PlanWish().seconds:
            shorter = partial(start_shorter, stretches=routine.stretches, name=routine.id, wish=wish)
            return at_level(scene, event.level, shorter)
        return _start_from_library(scene, routine, event)
    if event.wish is not None and not event.routine.heard:
        return _start_wish(scene, event, event.wish)
    if event.without.ids and not event.routine.heard:
        return surprise(scene)
    return _unknown_routine(scene, event.routine)


def _start_wish(scene: Scene, event: StartRoutine, wish: PlanWish) -> Outcome:
    """Start what is wished for; what is not there, said with nothing under way, is no wish yet."""
    told_alone = event.missing and not (event.level or event.without.ids or event.company)
    if told_alone and not scene.is_practising and scene.state.question is None:
        return offer_without(scene, wish)
    return at_level(scene, event.level, lambda scene: start_planned(scene, wish, event.level))


def _elsewhere(scene: Scene, routine: Routine, place: str) -> tuple[str, ...]:
    """The stretches of a routine that are not done in a position: "full back, but only lying down".

    None where a place is no position: "before bed" and "at work" tell when a routine is done.
    """
    positions = scene.library.positions
    if place not in {position.height for position in positions.values()} | positions.keys():
        return ()
    stretches = scene.library.stretches
    return tuple(s for s in routine.stretches if not is_done_at(scene, stretches[s], place))


def start_routine_named(scene: Scene, routine: str) -> Outcome:
    """Start a routine of the library by its id."""
    return start_routine(scene, StartRoutine(Asked((routine,), routine)))


def begin_own(scene: Scene, name: str) -> Outcome:
    """Start a routine of the person's own.

    Its name stays theirs where the practice is somebody else's: there it goes by its length.
    """
    kept = scene.own.preferences.routines[name]
    stretches = tuple(stretch for stretch in kept if stretch in scene.library.stretches)
    if scene.guest is None:
        return begin_without_avoided(scene, OWN + name, stretches)
    minutes = minutes_for(scene, OWN + name, stretches)
    return begin_without_avoided(scene, plan_name(minutes), stretches)


def start_with_equipment(scene: Scene, _: Event) -> Outcome:
    """Yes: the person has the equipment that the routine asks for."""
    asked = scene.asked(EquipmentThere)
    routine = scene.library.routines[asked.routine]
    return at_level(scene, asked.level, lambda scene: _begin_without(scene, routine, ""))


def start_without_equipment(scene: Scene, _: Event) -> Outcome:
    """No: the stretches that need that equipment are left out."""
    asked = scene.asked(EquipmentThere)
    routine = scene.library.routines[asked.routine]
    missing = routine.asks_for or ""
    return at_level(scene, asked.level, lambda scene: _begin_without(scene, routine, missing))


def start_without_named(scene: Scene, event: StartRoutine) -> Outcome | NotAnAnswer:
    """There is no such thing here, in more words than no; what else is wished is no answer."""
    wish, routine = event.wish, scene.library.routines[scene.asked(EquipmentThere).routine]
    nothing_else = event.routine.is_nameless and wish is not None and not wish.area
    if not nothing_else or wish is None or wish.seconds != PlanWish().seconds:
        return NotAnAnswer()
    named = routine.asks_for in (wish.without, wish.avoid)
    return start_without_equipment(scene, event) if named else NotAnAnswer()


def choose_routine(scene: Scene, event: Choose) -> Outcome:
    """The answer to "which routine?" by its number."""
    picked = chosen_by(scene, event, scene.asked(WhichRoutine).options)
    return _start_chosen(scene, picked[0]) if picked else not_chosen(scene)


def choose_routine_by_name(scene: Scene, event: StartRoutine) -> Outcome | NotAnAnswer:
    """The answer to "which routine?" by its name; a routine that was not offered is no answer."""
    offered = scene.asked(WhichRoutine).options
    named = [routine for routine in offered if routine in event.routine.ids]
    return _start_chosen(scene, named[0]) if named else NotAnAnswer()


def _start_chosen(scene: Scene, routine: str) -> Outcome:
    """Start the routine that was chosen; the others that were offered can still be had instead."""
    chosen = Thread(taken=routine, options=scene.asked(WhichRoutine).options)
    return start_routine_named(scene.with_state(thread=chosen), routine)


def other_routines(scene: Scene, _: Event) -> Outcome:
    """No to the routines that were offered: offer the others; without any, drop the question."""
    rest = scene.asked(WhichRoutine).options[OFFERED_AT_ONCE:]
    return ask_which_routine(scene, rest) if rest else never_mind(scene)


def _start_from_library(scene: Scene, routine: Routine, event: StartRoutine) -> Outcome:
    missing, thing = event.wish.without if event.wish is not None else "", routine.asks_for
    needed = any(
        thing in scene.library.stretches[each].equipment for each in left_to_do(scene, routine.stretches)
    )
    if thing is None or missing or not needed or scene.state.lacks(thing):
        return at_level(scene, event.level, lambda scene: _begin_without(scene, routine, missing))
    asked, named = EquipmentThere(routine.id, event.level), scene.words.language.equipment[thing]
    return ask(scene, "", scene.say("ask_equipment", thing=named), asked)


def _begin_without(scene: Scene, routine: Routine, missing: str) -> Outcome:
    """Start a routine without the stretches that need missing equipment; it says what is left out."""
    needing = [s for s in routine.stretches if needs_missing(scene, s, missing)]
    kept = tuple(s for s in routine.stretches if s not in needing)
    if not needing:
        return begin_without_avoided(scene, routine.id, kept)
    left = [scene.name_of(stretch) for stretch in needing]
    told = scene.say("left_out", stretches=scene.words.all_of(left))
    return begin_without_avoided(scene, routine.id, kept, told)


def _unknown_routine(scene: Scene, asked: Asked) -> Outcome:
    told = scene.say("unknown_routine", heard=asked.heard) if asked.heard else ""
    return ask_which_routine(scene, tuple(scene.library.routines), told)


def ask_which_routine(scene: Scene, options: tuple[str, ...], told: str = "") -> Outcome:
    """Ask which of several routines is meant; the first few are named."""
    names = [scene.name_of(routine) for routine in options[:OFFERED_AT_ONCE]]
    question = scene.say("which_routine", choices=scene.words.one_of(names))
    return ask(scene, told, question, WhichRoutine(options))
