"""Pausing a practice, and going on with it."""

from skill.coach.conversation.answers.answers import ask_again, ask_to_go_on, close
from skill.coach.conversation.coming_back.aside import put_aside
from skill.coach.conversation.coming_back.coming_back import back_to
from skill.coach.conversation.coming_back.recap import recap
from skill.coach.conversation.events import Event
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.person.profile import Leaving


def pause(scene: Scene, _: Event) -> Outcome:
    """Wait, and tell how to go on."""
    return ask_to_go_on(put_aside(scene, Leaving.PAUSED), scene.say("paused"))


def pause_player(scene: Scene, _: Event) -> Outcome:
    """The device's player waits: it can be told to go on without the skill's name."""
    return close(put_aside(scene, Leaving.PAUSED), scene.say("player_paused"))


def opened_while_played(scene: Scene, _: Event) -> Outcome:
    """Opened while the device's player has the practice, or had it last: where it stands, and go on?"""
    return ask_to_go_on(scene, recap(scene, scene.practice, scene.place, whole=True))


def still_paused(scene: Scene, _: Event) -> Outcome:
    """Asked to wait while the practice waits already."""
    return ask_to_go_on(scene, "")


def resume(scene: Scene, _: Event) -> Outcome:
    """Go on with the practice that waits."""
    return back_to(scene, scene.say("resuming"))


def go_on_unanswered(scene: Scene, _: Event) -> Outcome:
    """Asked to go on instead of an answer: drop the question, if a practice waits for it."""
    if scene.is_practising:
        return back_to(scene, scene.say("never_mind"))
    return ask_again(scene)
