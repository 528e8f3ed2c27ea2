"""Longer or shorter holds, all of them: there are levels for that."""

from skill.coach.adjusting import change_level
from skill.coach.asking import inform
from skill.coach.events import AdjustHold, ChangeLevel
from skill.coach.scene import Scene, Turn
from skill.library.records import Level

LEVELS = {"longer": Level.LONGER, "shorter": Level.GENTLE}
"""Which level makes all holds longer, and which asks for less."""


def adjust_all(scene: Scene, event: AdjustHold) -> Turn:
    """While nothing runs, all holds are meant; a number of seconds needs a stretch that runs."""
    level = LEVELS.get(event.change)
    if level is None or event.seconds is not None:
        return inform(scene, scene.say("nothing_running"))
    return change_level(scene, ChangeLevel(level, always=True))
