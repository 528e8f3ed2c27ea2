"""A whole practice in one go, with nobody to ask and nobody to answer: for a stream of sound."""

from dataclasses import dataclass, replace

from skill.coach.conversation.answers.ending import ended_in_silence
from skill.coach.conversation.reply import Limits
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.conversation.state.state import Running
from skill.coach.practice.cues.cues import Cue
from skill.coach.practice.practice import OWN, Practice
from skill.coach.topics.starting.doses import at_level
from skill.coach.topics.starting.first_answer import begin, begin_without_avoided


@dataclass(frozen=True)
class Straight:
    """A practice and everything that is heard of it."""

    practice: Practice
    cues: tuple[Cue, ...]


def straight_through(scene: Scene, entry: str, level: str = "") -> Straight | None:
    """A practice from its first word to the last, without what could be said to the coach.

    Args:
        scene: The conversation with whom it is for; nothing is under way in it.
        entry: The id of a stretch or a routine, or `OWN` and the name of a routine of their own.
        level: The id of the level for this time; empty for their own.

    Returns:
        None where they leave out everything in it.
    """
    scene = replace(scene, limits=Limits(alone=True)).with_preferences(introduced=True, taught=True)
    outcome = at_level(scene, level, lambda scene: _begun(scene, entry), told=False)
    running = outcome.state.practice
    if not isinstance(running, Running):
        return None
    over = ended_in_silence(
        scene,
        running.practice,
        scene.score(running.practice).body_after(len(running.practice.items) - 1),
    )
    return Straight(running.practice, (*outcome.reply.answer, *over))


def _begun(scene: Scene, entry: str) -> Outcome:
    if entry in scene.library.stretches:
        return begin(scene, entry, (entry,))
    if entry.startswith(OWN):
        stretches = scene.profile.preferences.routines[entry.removeprefix(OWN)]
        return begin_without_avoided(scene, entry, stretches)
    return begin_without_avoided(scene, entry, scene.library.routines[entry].stretches)
