"""Pausing a practice, and going on with it."""

from skill.coach.conversation.answers import ask, ask_again
from skill.coach.conversation.coming_back import back_to, put_aside
from skill.coach.conversation.events import Event
from skill.coach.conversation.scene import Outcome, Scene


def pause(scene: Scene, _: Event) -> Outcome:
    """Wait, and tell how to go on."""
    return ask(put_aside(scene), scene.say("paused"), scene.say("ask_resume"))


def still_paused(scene: Scene, _: Event) -> Outcome:
    """Asked to wait while the practice waits already."""
    return ask(scene, "", scene.say("ask_resume"))


def resume(scene: Scene, _: Event) -> Outcome:
    """Go on with the practice that waits."""
    return back_to(scene, scene.say("resuming"))


def go_on_unanswered(scene: Scene, _: Event) -> Outcome:
    """Asked to go on instead of an answer: drop the question, if a practice waits for it."""
    if scene.is_practising:
        return back_to(scene, scene.say("never_mind"))
    return ask_again(scene)
