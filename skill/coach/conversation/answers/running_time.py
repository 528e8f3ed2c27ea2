"""How long a practice takes as it is heard: its timeline, what is said before it, and its rests.

An answer holds only a part of a practice. Between two parts there is a rest, with its words and the way
back in, which no timeline has.
"""

from dataclasses import replace

from skill.coach.conversation.answers.parts import filled_from
from skill.coach.conversation.care.cautions import (
    cautions_ahead,
    cautions_passed,
    lesson_told,
)
from skill.coach.conversation.scene import Scene
from skill.coach.practice.cues.cues import Cue, length
from skill.coach.practice.place import Place
from skill.coach.practice.practice import Practice
from skill.coach.practice.score.packing import body_at, size_of


def heard_seconds(
    scene: Scene, practice: Practice, place: Place, lead: tuple[Cue, ...] = (), *, out: bool = True
) -> float:
    """Seconds from the first word to the last, for whoever says "go on" at every rest at once.

    Args:
        scene: The conversation; `scene.state.body` is the position the body is in.
        practice: The practice.
        place: Where it begins, or goes on.
        lead: What is said before that.
        out: Whether the body is out of the stretch there.
    """
    seconds = 0.0
    while not practice.is_end(place):
        cautions = cautions_ahead(scene, practice, place)
        score = scene.score(practice, cautions)
        answer = filled_from(scene, practice, score, place, size_of(lead), out=out)
        seconds += round(answer.size.seconds + length(answer.prompt), 3)
        scene = cautions_passed(scene, practice, cautions, answer.cut)
        scene = lesson_told(scene, cautions, answer.cut)
        state = replace(scene.state, body=body_at(score, answer.cut), turns=scene.state.turns + 1)
        scene, place, lead, out = replace(scene, state=state), answer.cut, (), True
    return seconds
