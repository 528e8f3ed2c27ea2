"""Pausing, stopping, and leaving a practice so that it can be taken up again."""

from dataclasses import replace

from skill.coach.coming_back import come_back
from skill.coach.composing import ask, close
from skill.coach.events import Event, SessionEnded
from skill.coach.practice import WORK_PHASES, Phase
from skill.coach.progress import SavedPractice
from skill.coach.scene import Scene, Turn
from skill.coach.state import Mode
from skill.coach.timeline import index_of, outline

BEFORE_WORK = (Phase.SETTLE, Phase.STEP)


def pause(scene: Scene, _: Event) -> Turn:
    """Wait, and say how to come back."""
    told = scene.say("paused")
    return ask(put_aside(scene), _out_of(scene, told), scene.say("ask_resume"), mode=Mode.PAUSED)


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
        return close(scene, scene.say("goodbye"))
    kept = put_aside(scene)
    told = scene.say("goodbye_kept") if _was_begun(scene) else scene.say("goodbye")
    return close(kept, _out_of(scene, told))


def leave(scene: Scene, event: SessionEnded) -> Turn:
    """The session is over: keep the place. Nothing can be said."""
    _ = event
    return close(put_aside(scene) if scene.state.under_way else scene, "")


def put_aside(scene: Scene) -> Scene:
    """The scene with the practice under way kept where it stands, or dropped if not begun."""
    if not scene.state.under_way:
        return scene
    saved = SavedPractice(
        scene.practice,
        scene.place,
        scene.now,
        scene.state.worked,
        ended=not _was_begun(scene),
    )
    return replace(scene, profile=scene.profile.with_practice(saved))


def _was_begun(scene: Scene) -> bool:
    """Whether anything was done that is worth coming back to."""
    place = scene.place
    return place.item > 0 or scene.state.worked > 0 or place.phase not in BEFORE_WORK


def _out_of(scene: Scene, told: str) -> str:
    """What is told, after how to come out of the stretch, where the body is in one."""
    practice, place = scene.practice, scene.place
    if scene.resting or scene.state.mode is not Mode.PRACTISING or place.phase not in WORK_PHASES:
        return told
    segment = outline(practice)[index_of(practice, place)]
    return f"{scene.score(practice).coming_out(segment)} {told}"
