"""A choice that nobody makes: it is asked once more, and then left."""

from dataclasses import replace

from skill.coach.conversation.answers.answers import ask_again
from skill.coach.conversation.coming_back.coming_back import drop_question
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.questions import (
    HowLong,
    ThisStretch,
    WhichPractice,
    WhichRoutine,
    WhichRoutineToDelete,
    WhichStretch,
)
from skill.coach.conversation.state.thread import NO_THREAD

CHOICES = (WhichStretch, ThisStretch, WhichRoutine, WhichPractice, WhichRoutineToDelete, HowLong)
"""Questions that nothing depends on: whoever does not choose may want none of it."""


def not_chosen(scene: Scene) -> Outcome:
    """Something that does not answer the standing question: it is asked again; a choice only once."""
    if isinstance(scene.state.question, CHOICES) and scene.state.missed:
        return drop_question(scene.with_state(thread=NO_THREAD), scene.say("leave_choice"))
    return missing(scene, ask_again(scene))


def missing(scene: Scene, outcome: Outcome) -> Outcome:
    """What an action left behind, where it has asked for the same once more."""
    return replace(outcome, state=replace(outcome.state, missed=scene.state.missed + 1))
