"""Stopping, and sessions that end by themselves."""

from skill.coach.conversation.answers.answers import ABOUT_THE_BODY, close
from skill.coach.conversation.answers.ending import get_up, goodbye
from skill.coach.conversation.coming_back.aside import put_aside, was_begun
from skill.coach.conversation.events import Ending, Event, SessionEnded
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.questions import PainRelief
from skill.coach.person.profile import Leaving

LEFT = {
    Ending.BY_USER: Leaving.BY_USER,
    Ending.BY_SILENCE: Leaving.BY_SILENCE,
    Ending.BY_ERROR: Leaving.BY_ERROR,
}
"""How a practice was left, by the reason why its session ended."""


def stop(scene: Scene, _: Event) -> Outcome:
    """Say goodbye; in the middle of a stretch, first how to come out of it."""
    up = get_up(scene, scene.state.body)
    if not scene.is_practising:
        return close(scene, f"{up} {goodbye(scene)}".strip())
    kept = put_aside(scene)
    worth_it = was_begun(scene) and not scene.state.unkept
    told = scene.say("goodbye_kept") if worth_it else goodbye(scene)
    return close(kept, f"{up} {told}".strip())


def leave(scene: Scene, event: SessionEnded) -> Outcome:
    """The session is over: keep the place, and how the practice was left. Nothing can be said."""
    return close(put_aside(scene, _how_left(scene, event)), "")


def _how_left(scene: Scene, event: SessionEnded) -> Leaving:
    """How the practice was left.

    A pause stays one. Whoever was asked about their body is asked before they go on.
    """
    kept = scene.profile.kept(scene.practice.id) if scene.is_practising else None
    if kept is not None and kept.leaving is Leaving.PAUSED and not scene.runs:
        return Leaving.PAUSED
    asked = isinstance(scene.state.question, (*ABOUT_THE_BODY, PainRelief))
    return Leaving.BY_USER if asked and event.why is Ending.BY_SILENCE else LEFT[event.why]
