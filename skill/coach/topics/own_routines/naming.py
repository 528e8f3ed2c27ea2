"""Beginning a routine of one's own by its name, and what is said when it is asked for."""

from skill.coach.conversation.answers.answers import ask, ask_the_same
from skill.coach.conversation.disambiguation.own_names import own_named
from skill.coach.conversation.errands import Errand
from skill.coach.conversation.events import (
    AddStretch,
    Asked,
    CreateRoutine,
    Event,
    SaveRoutine,
    SetReminder,
    StartRoutine,
    StartStretch,
)
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.questions import RoutineDraft, RoutineName
from skill.coach.topics.own_routines.adding import add
from skill.coach.topics.own_routines.drafts import what_it_has
from skill.coach.topics.own_routines.names import ask_for_name, problem_of, tidy
from skill.coach.topics.own_routines.saving import keep
from skill.coach.topics.reminders.reminders import set_reminder


def create(scene: Scene, event: CreateRoutine) -> Outcome:
    """Begin a new routine, or go on with one of that name: ask for its name, then for stretches."""
    name = tidy(event.name)
    if not name:
        return ask_for_name(scene)
    if known := own_named(scene, Asked(heard=name)):
        kept = scene.own.preferences.routines[known]
        draft = RoutineDraft(known, kept, of=scene.own.person)
        return ask(scene, what_it_has(scene, draft), scene.say("own_change"), draft)
    if problem := problem_of(scene, name):
        return ask_for_name(scene, problem=problem)
    told = scene.say("own_begun", routine=name)
    return ask(scene, told, scene.say("own_first"), RoutineDraft(name, of=scene.own.person))


def name_it(scene: Scene, event: SaveRoutine) -> Outcome:
    """The name that was asked for."""
    stretches = scene.asked(RoutineName).stretches
    if stretches:
        return keep(scene, tidy(event.name), stretches)
    return create(scene, CreateRoutine(event.name))


def name_by_stretch(scene: Scene, event: AddStretch | StartStretch) -> Outcome:
    """The name of a stretch where a routine's name was asked for: it goes in, and the name comes last.

    Where the routine has its stretches already, and of a name that no stretch has, it is the name.
    """
    question = scene.asked(RoutineName)
    if question.stretches or not event.stretch.ids:
        return name_it(scene, SaveRoutine(event.stretch.heard))
    nameless = RoutineDraft("", of=question.of)
    return add(scene.with_state(question=nameless), event)


def name_by_routine(scene: Scene, event: StartRoutine) -> Outcome:
    """Words heard as a routine where a routine's name was asked for: they are taken as the name."""
    return name_it(scene, SaveRoutine(event.routine.heard))


def name_by_reminder(scene: Scene, event: SetReminder) -> Outcome | Errand:
    """A reminder where a name was asked for: without a time, "after work" may be the name."""
    if event.at is not None:
        return set_reminder(scene, event)
    return name_it(scene, SaveRoutine(event.heard)) if event.heard else name_unclear(scene, event)


def name_first(scene: Scene, _: Event) -> Outcome:
    """Another request where a name was asked for: the name comes first; this is no failed attempt."""
    return ask_the_same(scene, scene.say("own_name_first"), scene.say("own_name"))


def name_unclear(scene: Scene, _: Event) -> Outcome:
    """Words that cannot be a name: ask for it once more."""
    return ask_for_name(scene, scene.asked(RoutineName).stretches, scene.say("own_name_unclear"))


def name_draft(scene: Scene, event: SaveRoutine) -> Outcome:
    """A name while a routine is being made: it replaces the name, and the routine is done."""
    draft = scene.asked(RoutineDraft)
    return keep(scene, tidy(event.name) or draft.name, draft.stretches)
