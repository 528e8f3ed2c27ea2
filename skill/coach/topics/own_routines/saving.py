"""Keeping a routine of one's own that is complete, or dropping it."""

from dataclasses import replace

from skill.coach.conversation.answers.answers import ask, close
from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.disambiguation.own_names import own_named
from skill.coach.conversation.events import AddStretch, Asked, Event, SaveRoutine
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.questions import RoutineDraft, RoutineName
from skill.coach.conversation.state.thread import Thread
from skill.coach.practice.practice import OWN
from skill.coach.topics.own_routines.adding import add
from skill.coach.topics.own_routines.drafts import MOST_ROUTINES, MOST_STRETCHES, given_up, tell_how
from skill.coach.topics.own_routines.names import ask_for_name, free_name, problem_of, tidy
from skill.coach.topics.starting.first_answer import minutes_for
from skill.coach.topics.starting.starts import begin_own


def save(scene: Scene, event: SaveRoutine) -> Outcome:
    """Save the practice under way or done last as a routine: "save this as morning stretch"."""
    practice = scene.state.latest
    if practice is None:
        return ask(scene, scene.say("own_nothing_to_save"), scene.say("ask_what_next"))
    stretches = dict.fromkeys(item.stretch for item in practice.items)
    return keep(scene, tidy(event.name), tuple(stretches)[:MOST_STRETCHES])


def done(scene: Scene, _: Event) -> Outcome:
    """The routine is complete: keep it, unless it is empty."""
    draft = scene.asked(RoutineDraft)
    return keep(scene, draft.name, draft.stretches)


def start_it(scene: Scene, event: Event) -> Outcome:
    """Start it: the routine is complete, kept and begun; a stretch that was just told of goes in."""
    draft, told_of = scene.asked(RoutineDraft), scene.state.thread.stretch
    if told_of and told_of not in draft.stretches:
        return add(scene, AddStretch(Asked()))
    if not draft.stretches:
        return tell_how(scene, event)
    kept = done(scene, event)
    name = own_named(scene, Asked(heard=draft.name)) or draft.name
    after = replace(scene, profile=kept.profile, guest=kept.guest, state=kept.state)
    if after.own.preferences.routines.get(name) != draft.stretches:
        return kept
    return begin_own(after, name)


def done_and_leave(scene: Scene, event: Event) -> Outcome:
    """The routine is complete, and goodbye: after "stop" the person is asked nothing more.

    So one that has no name yet gets one.
    """
    draft = scene.asked(RoutineDraft)
    if draft.stretches and not draft.name:
        return _leave(scene, keep(scene, free_name(scene), draft.stretches))
    return _leave(scene, done(scene, event))


def drop(scene: Scene, _: Event) -> Outcome:
    """Drop the routine: nothing of it is kept."""
    return given_up(scene)


def drop_and_leave(scene: Scene, event: Event) -> Outcome:
    """Drop the routine, and goodbye."""
    return _leave(scene, drop(scene, event))


def _leave(scene: Scene, finished: Outcome) -> Outcome:
    """Say what an action says, without its question, and end the session."""
    return close(replace(scene, profile=finished.profile, guest=finished.guest), finished.state.told)


def keep(scene: Scene, name: str, stretches: tuple[str, ...]) -> Outcome:
    """Keep a routine under a name; ask again for a bad name, and keep nothing without stretches."""
    known = scene.own.preferences.routines
    name = own_named(scene, Asked(heard=name)) or name
    if not stretches:
        return given_up(scene, scene.say("own_empty"))
    if problem := problem_of(scene, name):
        return ask_for_name(scene, stretches, problem if name else "")
    if name not in known and len(known) >= MOST_ROUTINES:
        return given_up(scene, scene.say("own_too_many"))
    scene = scene.with_routines({**known, name: stretches})
    minutes = minutes_for(scene, OWN + name, stretches)
    told = scene.say("own_saved", routine=name, minutes=minutes)
    scene = scene.with_state(thread=Thread(listed=(OWN + name,)))
    if isinstance(scene.state.question, RoutineName | RoutineDraft):
        scene = scene.with_state(question=None)
    return inform(scene, told)
