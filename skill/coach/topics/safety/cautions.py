"""What there is to be careful about: with a condition that was named, else in general."""

from dataclasses import replace

from skill.coach.conversation.events import AskCaution
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.topics.questions.about_a_stretch import ask_about, counted_one
from skill.coach.topics.safety.conditions import answer_caution


def ask_caution(scene: Scene, event: AskCaution) -> Outcome:
    """The answer about the condition that was named; without one, about the stretch."""
    event = replace(event, stretch=counted_one(scene, event))
    return answer_caution(scene, event) or ask_about(scene, event)
