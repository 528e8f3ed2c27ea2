"""A practice without a break: where the device has a player, that goes on by itself."""

from skill.coach.conversation.coming_back.aside import aside, inform
from skill.coach.conversation.coming_back.coming_back import back_to
from skill.coach.conversation.events import Event, PlayerMode, PlayThrough, StartRoutine, StartStretch
from skill.coach.conversation.scene import Instead, Outcome, Scene
from skill.coach.conversation.state.state import Course


def play_through(scene: Scene, event: PlayThrough) -> Outcome | Instead:
    """Start what was named, for the player; without a name, what is under way goes on there.

    Where there is no player it says so, and is coached as ever.
    """
    prompt = "playing_through" if scene.limits.player else "no_player_here"
    scene = scene.straight_on()
    if event.is_nameless and scene.is_practising:
        told = scene.say(prompt)
        return aside(scene, told) if scene.runs else back_to(scene, told)
    scene = scene.with_notice(scene.say(prompt))
    return Instead(scene, _wish(event))


def no_such_mode(scene: Scene, event: PlayerMode) -> Outcome:
    """Asked for what a player of music does, or how loud a device is: a practice has its order."""
    told = scene.say(f"no_{event.mode}")
    if scene.state.course is Course.PLAYING and scene.plays:
        return back_to(scene, told)
    return inform(scene, told)


def _wish(event: PlayThrough) -> Event:
    if not event.stretch.is_nameless:
        return StartStretch(event.stretch)
    return StartRoutine(event.routine, event.wish)
