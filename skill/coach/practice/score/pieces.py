"""A stretch as it goes on by itself, in pieces that a stream of sound can be made of one by one."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from skill.coach.practice.cues.cues import Cue
from skill.coach.practice.place import Phase, Place
from skill.coach.practice.score.composing import Arrival, cues_of
from skill.coach.practice.score.score import Score
from skill.coach.practice.timeline import index_of, outline

BEFORE_THESE = (Phase.SETTLE, Phase.SWITCH)
"""What a piece begins with: nothing is held or moved there, and nobody minds a moment more."""


@dataclass(frozen=True)
class Piece:
    """Some cues after which a stream may end, and the next one begin."""

    cues: tuple[Cue, ...]
    end: Place
    """Where the practice stands after them."""


def pieces_of(score: Score, start: Place, arrival: Arrival | None) -> Iterator[Piece]:
    """The rest of a stretch, from a place in it that is not the practice's end.

    Args:
        score: The practice.
        start: Where to begin.
        arrival: How to begin there; None to go on from what came right before.
    """
    segments = outline(score.practice)
    first = index_of(score.practice, start)
    stretch = [*takewhile(lambda segment: segment.item == start.item, segments[first:])]
    cues = cues_of(score, stretch[0], arrival)
    for segment in stretch[1:]:
        if segment.phase in BEFORE_THESE:
            yield Piece(cues, segment.place)
            cues = ()
        cues += cues_of(score, segment)
    yield Piece(cues, score.practice.place_of(start.item + 1))
