"""Lists: the stretches for a part of the body or in a place, and the routines."""

from collections.abc import Sequence
from dataclasses import replace

from skill.coach.conversation.answers.answers import ask_again
from skill.coach.conversation.care.verdicts import (
    is_eased,
    is_refused,
    known_conditions,
    still_counting,
    with_it,
)
from skill.coach.conversation.columns import ask_column, that_ask, told_since
from skill.coach.conversation.coming_back.aside import inform, put_aside
from skill.coach.conversation.disambiguation.routines import routine_named, stretches_of
from skill.coach.conversation.events import (
    Ahead,
    Asked,
    AskWhere,
    Event,
    ListStretches,
    No,
)
from skill.coach.conversation.personal_practice import is_done_at, needs_missing
from skill.coach.conversation.reply import Entry, Listing
from skill.coach.conversation.scene import NAMED, Instead, Outcome, Scene
from skill.coach.conversation.state.questions import ThisStretch, WhichRoutine, WhichStretch
from skill.coach.conversation.state.thread import Thread
from skill.coach.practice.practice import OWN
from skill.library.records import Stretch


def list_stretches(scene: Scene, event: ListStretches) -> Outcome | Instead:
    """Name some of the stretches that fit, others each time.

    Where it depends on more than the condition's name, that is asked first.
    """
    if not event.routine.is_nameless:
        return _in_routine(scene, event.routine)
    counted = {each.condition for each in scene.state.conditions}
    told = known_conditions(scene, event.condition, event.besides)
    new = [condition for condition in told if condition not in counted or event.months is not None]
    scene = told_since(scene, new, event.months)
    told = still_counting(scene, told, event.months)
    if undecided := that_ask(scene, new, event.months):
        after = ListStretches(area=event.area, place=event.place)
        return ask_column(put_aside(scene), undecided, new, in_practice=scene.runs, listed_after=after)
    fitting = tuple(s.id for s in scene.library.stretches.values() if _fits(scene, s, event))
    if not fitting:
        return inform(scene, scene.say("list_none"))
    now, later = _in_turn(scene, fitting)
    scene = scene.with_state(thread=Thread(listed=now, rest=later))
    named = _told(scene, event, len(fitting), _names(scene, now))
    outcome = inform(scene, " ".join(filter(None, (_minded(scene, told, now), named))))
    return _listed(scene, outcome, "stretches", fitting)


def _minded(scene: Scene, conditions: Sequence[str], named: Sequence[str]) -> str:
    """What conditions that were told with the question say about what is named; empty without any."""
    if not conditions:
        return ""
    eased = any(is_eased(scene, stretch) for stretch in named)
    prompt = "list_eased_with" if eased else "list_fine_with"
    return scene.say(prompt, condition=with_it(scene, *conditions))


def _in_routine(scene: Scene, asked: Asked) -> Outcome:
    """What is in a routine, the person's own or one of the library's; "start it" then starts it."""
    entry = routine_named(scene, asked)
    if not entry:
        return inform(scene, scene.say("unknown_routine", heard=asked.heard))
    stretches = dict.fromkeys(stretches_of(scene, entry))
    names = scene.words.all_of([scene.name_of(stretch) for stretch in stretches])
    scene = scene.with_state(thread=Thread(listed=(entry,)))
    return inform(scene, scene.say("routine_has", routine=scene.name_of(entry), stretches=names))


def list_routines(scene: Scene, _: Event) -> Outcome:
    """Name the person's own routines, then some of the library's, others each time."""
    own, more = _in_turn(scene, tuple(OWN + name for name in scene.own.preferences.routines))
    ours, later = _in_turn(scene, tuple(scene.library.routines))
    scene = scene.with_state(thread=Thread(listed=(*own, *ours), rest=(*more, *later)))
    count = len(own) + len(more)
    told = ""
    if own:
        told = scene.say(
            "list_own_many" if more else "list_own", count=count, routines=_names(scene, own)
        )
    prompt = "list_ours_too" if own else "list_routines"
    told = f"{told} {scene.say(prompt, count=len(scene.library.routines), routines=_names(scene, ours))}"
    outcome = inform(scene, f"{told} {scene.say('ask_again_for_more') if later else ''}".strip())
    return _listed(scene, outcome, "routines", (*own, *more, *scene.words.language.routines))


def _listed(scene: Scene, outcome: Outcome, kind: str, ids: Sequence[str]) -> Outcome:
    """An answer with all that there is beside it, for whoever can see it."""
    listing = Listing(kind, tuple(Entry(each, scene.name_of(each)) for each in ids))
    return replace(outcome, reply=replace(outcome.reply, listing=listing))


def tell_more(scene: Scene, _: Event) -> Outcome | Instead:
    """What else there is: the next ones of the last list; without a list, of the practice, or of all."""
    thread = scene.state.thread
    if not thread.listed and scene.is_practising:
        return Instead(scene, AskWhere(Ahead.ALL))
    if not thread.listed:
        return Instead(scene, ListStretches())
    if not thread.rest:
        return inform(scene, scene.say("list_no_more"))
    now, later = thread.rest[:NAMED], thread.rest[NAMED:]
    scene = scene.with_state(thread=Thread(listed=now, rest=later))
    more = scene.say("ask_again_for_more") if later else ""
    return inform(scene, f"{scene.say('list_more', stretches=_names(scene, now))} {more}".strip())


def tell_more_asked(scene: Scene, event: Event) -> Outcome | Instead:
    """What else there is, where it was asked which: the others that can be offered, if there are any."""
    question = scene.state.question
    if scene.state.thread.listed or not isinstance(question, WhichStretch | ThisStretch | WhichRoutine):
        return tell_more(scene, event)
    offered = question.others if isinstance(question, ThisStretch) else question.options[NAMED:]
    return Instead(scene, No()) if offered else ask_again(scene, scene.say("list_no_more"))


def _names(scene: Scene, entries: tuple[str, ...]) -> str:
    return scene.words.all_of([scene.name_of(entry) for entry in entries])


def _in_turn(scene: Scene, entries: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What one answer lists, and what comes after it: others each time, and on from the last list."""
    thread = scene.state.thread
    if thread.rest and {*thread.listed, *thread.rest} <= {*entries}:
        before = [entry for entry in entries if entry not in thread.rest]
        entries = (*thread.rest, *before)
        return entries[:NAMED], tuple(entry for entry in entries[NAMED:] if entry in thread.rest)
    if len(entries) > NAMED:
        first = scene.state.turns * NAMED % len(entries)
        entries = entries[first:] + entries[:first]
    return entries[:NAMED], entries[NAMED:]


def _told(scene: Scene, event: ListStretches, count: int, names: str) -> str:
    more = scene.say("ask_again_for_more") if count > NAMED else ""
    if event.area:
        area = scene.words.language.areas[event.area]
        told = scene.say("list_for_area", area=area, stretches=names)
    elif event.place:
        told = scene.say("list_in_place", stretches=names)
    elif count <= NAMED:
        told = scene.say("list_few", stretches=names)
    else:
        every = count == len(scene.library.stretches)
        told = scene.say("list_stretches" if every else "list_suited", count=count, stretches=names)
    return f"{told} {more}".strip()


def _fits(scene: Scene, stretch: Stretch, event: ListStretches) -> bool:
    position = scene.library.positions[stretch.position]
    named = event.place in ("", position.height, position.place)
    if is_refused(scene, stretch.id) or needs_missing(scene, stretch.id):
        return False
    wanted = scene.library.areas_meant(event.area)
    return (named or is_done_at(scene, stretch, event.place)) and (
        not event.area or bool(wanted & set(stretch.areas))
    )
