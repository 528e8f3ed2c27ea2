"""The safe way up, down and over, for where the body is, one movement at a time."""

from dataclasses import replace

from skill.coach.conversation.answers.answers import ask_what_next
from skill.coach.conversation.coming_back.aside import inform, put_aside
from skill.coach.conversation.events import AskPosture, Pain
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.state import STANDING
from skill.coach.practice.cues.cues import Cue
from skill.coach.practice.practice import Practice
from skill.coach.practice.score.getting_there import get_in
from skill.coach.practice.wordings.texts import sentences
from skill.coach.topics.safety.pain import hurts
from skill.library.records import IN_BED

MOVEMENT = 5.0
"""Seconds of quiet after each movement; no article says."""

TOLD = {
    "over": "posture_over",
    "chair": "posture_chair",
    "sit_first": "posture_sit_first",
    "eyes": "posture_eyes",
}
"""What is said to a question that needs no way from one position to another."""


def tell_way(scene: Scene, event: AskPosture) -> Outcome:
    """The way that was asked for; whoever is stuck is asked first what they can do."""
    if event.way == "stuck":
        return hurts(scene, Pain("stuck"))
    if event.way in TOLD:
        return inform(scene, scene.say(TOLD[event.way]))
    # Whoever asks for the way up is down, whatever is known of the body.
    below = scene.state.body if scene.state.body != STANDING else "lying_back"
    start, end = (STANDING, IN_BED) if event.way == "down" else (below, STANDING)
    way = get_in(scene.score(NOWHERE), start, end)
    outcome = ask_what_next(put_aside(scene), way)
    reply = replace(outcome.reply, answer=_with_time(scene, outcome.state.told))
    return replace(outcome, reply=reply)


NOWHERE = Practice("", "", (), "standing")
"""An empty practice: the way from one position to another does not depend on the practice."""


def _with_time(scene: Scene, text: str) -> tuple[Cue, ...]:
    """Each movement, and time for it."""
    cues: list[Cue] = list(scene.notice)
    for sentence in sentences(text):
        cues += [*scene.said(sentence), *scene.quiet(MOVEMENT)]
    return tuple(cues)
