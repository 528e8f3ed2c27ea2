"""Questions while a routine of one's own is being made: it is not lost by them."""

from dataclasses import replace

from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.events import (
    AboutStretch,
    Ahead,
    Asked,
    AskHoldTime,
    AskRepetitions,
    AskWhere,
    Event,
)
from skill.coach.conversation.scene import Instead, NotAnAnswer, Outcome, Scene
from skill.coach.conversation.state.questions import RoutineDraft
from skill.coach.practice.practice import OWN
from skill.coach.topics.own_routines.drafts import what_it_has
from skill.coach.topics.questions.about_a_stretch import ANSWERS
from skill.coach.topics.starting.first_answer import minutes_for


def ask_of_it(scene: Scene, event: AboutStretch) -> Outcome | Instead | NotAnAnswer:
    """A question without a name is about the routine so far, or about what was put in last."""
    draft = scene.asked(RoutineDraft)
    of_the_routine = {AskHoldTime: _length, AskRepetitions: what_it_has}.get(type(event))
    if event.stretch.is_nameless and of_the_routine is not None and not draft.stretches:
        return inform(scene, scene.say("own_empty"))
    if not event.stretch.is_nameless or not draft.stretches:
        return NotAnAnswer()
    last = draft.stretches[-1]
    if of_the_routine is None:
        return Instead(scene, replace(event, stretch=Asked((last,), last)))
    told = ANSWERS[type(event)](scene, last)
    return inform(scene, f"{of_the_routine(scene, draft)} {told}")


def tell_of_it(scene: Scene, event: AskWhere) -> Outcome:
    """How long it is so far, or what it has."""
    if event.ahead is Ahead.LENGTH:
        return tell_length(scene, event)
    draft = scene.asked(RoutineDraft)
    return inform(scene, what_it_has(scene, draft) if draft.stretches else scene.say("own_empty"))


def tell_length(scene: Scene, _: Event) -> Outcome:
    """How long it is so far."""
    draft = scene.asked(RoutineDraft)
    return inform(scene, _length(scene, draft) if draft.stretches else scene.say("own_empty"))


def _length(scene: Scene, draft: RoutineDraft) -> str:
    minutes = minutes_for(scene, OWN + draft.name, draft.stretches)
    return scene.say("own_takes", minutes=minutes)
