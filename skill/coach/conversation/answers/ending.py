"""How a practice ends: what was done, the way up, and a word for tomorrow; and how a session does.

Somebody lies there, relaxed: nothing is asked of them. What can be said next is told, and whoever says
nothing gets a goodbye.
"""

from datetime import datetime

from skill.coach.conversation.scene import FLOOR, Scene
from skill.coach.person.statistics import days_in_a_row
from skill.coach.practice.cues.cues import Cue
from skill.coach.practice.practice import Practice, as_announced
from skill.words.clock import NIGHT_ENDS

NIGHT = 22
"""The hour at which the night begins."""

MOMENT = 2.0
"""Seconds of quiet between what was done and how to get up: there is no hurry; ours."""

LONGEST = 3 * 3600
"""Seconds after which nobody is told how long a practice took: it was left and taken up again; ours."""


def goodbye(scene: Scene) -> str:
    """Goodbye, or good night at night."""
    late = scene.now.hour >= NIGHT or scene.now.hour < NIGHT_ENDS
    return scene.say("goodbye_night" if late else "goodbye")


def get_up(scene: Scene, body: str) -> str:
    """One sentence for whoever gets up from the floor; empty where the body is not on it."""
    position = scene.library.positions[body]
    return scene.say(f"get_up_{position.height}") if position.place == FLOOR else ""


def get_up_between(scene: Scene, body: str) -> str:
    """The same for whoever gets up at a rest, and comes back: it is not the end."""
    position = scene.library.positions[body]
    return scene.say(f"rest_up_{position.height}") if position.place == FLOOR else ""


def how_it_was(scene: Scene, practice: Practice, done: int, seconds: float) -> str:
    """What a practice was, now that it is over: its name, its minutes, its stretches, the row of days.

    Args:
        scene: The conversation.
        practice: The practice.
        done: How many of its stretches were done.
        seconds: How long the answer takes from now to the end of the practice.
    """
    told = [finished_words(scene, practice)]
    took = (scene.now - begun(practice, scene.now)).total_seconds() + seconds
    minutes = round(as_announced(practice.name, took) / 60)
    if minutes >= 1 and took <= LONGEST and done:
        prompt = "took_routine" if practice.is_routine else "took_stretch"
        told.append(scene.say(prompt, minutes=minutes, count=done))
    days = days_in_a_row({*scene.profile.days, scene.now.date().isoformat()}, scene.now.date())
    if days > 1 and done:
        told.append(scene.say("progress_streak", days=days))
    return " ".join(told)


def ended(scene: Scene, practice: Practice, body: str, done: int, seconds: float) -> tuple[Cue, ...]:
    """The words after the last stretch; it ends on what can be said.

    Args:
        scene: The conversation.
        practice: The practice, which ends with this answer.
        body: The position the body is in then.
        done: As in `how_it_was`, as are the seconds.
        seconds: See there.
    """
    told = scene.said(get_up(scene, body), scene.say("for_tomorrow"), scene.say("open_end"))
    return (*scene.said(how_it_was(scene, practice, done, seconds)), *scene.quiet(MOMENT), *told)


def ended_in_silence(scene: Scene, practice: Practice, body: str) -> tuple[Cue, ...]:
    """The same where the session ends with it, because nobody says anything."""
    return scene.said(finished_words(scene, practice), get_up(scene, body), goodbye(scene))


def finished_words(scene: Scene, practice: Practice) -> str:
    """That a practice is over."""
    if practice.is_routine:
        return scene.say("finished_routine", routine=scene.name_of(practice.name))
    return scene.say("finished_stretch", stretch=scene.name_of(practice.items[0].stretch))


def begun(practice: Practice, now: datetime) -> datetime:
    """When a practice began; now for one whose id is no time."""
    try:
        return datetime.fromisoformat(practice.id)
    except ValueError:
        return now
