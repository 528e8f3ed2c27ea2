"""Pausing, stopping, and leaving a practice so that it can be taken up again."""

from dataclasses import replace

from skill.coach.coming_back import come_back
from skill.coach.composing import ask, close
from skill.coach.events import Ending, Event, SessionEnded
from skill.coach.greeting import goodbye
from skill.coach.practice import Phase
from skill.coach.progress import Leaving, SavedPractice
from skill.coach.scene import Scene, Turn
from skill.coach.state import Mode

BEFORE_WORK = (Phase.SETTLE, Phase.STEP)


def pause(scene: Scene, _: Event) -> Turn:
    """Wait, and say how to come back."""
    return ask(put_aside(scene), scene.say("paused"), scene.say("ask_resume"), mode=Mode.PAUSED)


def still_paused(scene: Scene, _: Event) -> Turn:
    """Asked to wait while waiting."""
    return ask(scene, "", scene.say("ask_resume"), mode=Mode.PAUSED)


def resume(scene: Scene, _: Event) -> Turn:
    """Go on with the practice that waits."""
    return back_to(scene, scene.say("resuming"))


def back_to(scene: Scene, *told: str) -> Turn:
    """Go on with the practice that waits, after a few words."""
    return come_back(scene, scene.practice, scene.place, scene.state.worked, *told)


def stop(scene: Scene, _: Event) -> Turn:
    """Say goodbye; in the middle of a stretch, first how to come out of it."""
    if not scene.state.under_way:
        return close(scene, goodbye(scene))
    kept = put_aside(scene)
    worth_it = _was_begun(scene) and not scene.state.unkept
    told = scene.say("goodbye_kept") if worth_it else goodbye(scene)
    return close(kept, told)


def leave(scene: Scene, event: SessionEnded) -> Turn:
    """The session is over: keep the place, and how it was left. Nothing can be said."""
    if event.refused and scene.state.sent is not None:
        scene = scene.with_preferences(audio=True)
    return close(put_aside(scene, LEFT[event.why]), "")


LEFT = {
    Ending.BY_USER: Leaving.BY_USER,
    Ending.BY_SILENCE: Leaving.BY_SILENCE,
    Ending.BY_ERROR: Leaving.BY_ERROR,
}


def put_aside(scene: Scene, leaving: Leaving = Leaving.BY_USER) -> Scene:
    """The scene with the practice under way kept where it stands, or dropped if not begun."""
    if not scene.state.under_way:
        return scene
    saved = SavedPractice(
        scene.practice,
        scene.place,
        scene.now,
        scene.state.worked,
        leaving,
        ended=not _was_begun(scene) and leaving is Leaving.BY_USER,
    )
    return replace(scene, profile=scene.profile.with_practice(saved))


def _was_begun(scene: Scene) -> bool:
    """Whether anything was done that is worth coming back to."""
    place = scene.place
    return place.item > 0 or scene.state.worked > 0 or place.phase not in BEFORE_WORK
