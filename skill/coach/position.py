"""Where in its coaching an answer is, told to somebody outside the conversation."""

from dataclasses import dataclass

from skill.coach.answer import Sent, hear
from skill.coach.cues import length
from skill.coach.practice import WORK_PHASES, Phase, Place, Side
from skill.coach.state import State
from skill.coach.timeline import Arrival, Score, score_of, segment_at
from skill.library.records import Library
from skill.words import Words


@dataclass(frozen=True)
class Position:
    """A phase of a stretch, and how much of it is left."""

    stretch: str
    repetition: int
    side: Side | None
    phase: Phase
    seconds_left: float
    """Seconds left of that phase: of a hold exactly, of any other as predicted."""


def position(library: Library, words: Words, state: State, seconds: float = 0.0) -> Position | None:
    """Where in the last answer's coaching somebody is.

    Args:
        library: The stretches.
        words: The language.
        state: The conversation, as it was answered.
        seconds: How long after the answer began; 0 for where its coaching starts.

    Returns:
        None where the answer did not coach, or where nothing is being done.
    """
    if state.practice is None or state.sent is None:
        return None
    score = score_of(library, words, state.practice)
    heard = hear(score, state.sent, seconds)
    if heard.resting:
        return None
    place = heard.place
    left = _seconds_left(score, place, state.sent)
    return Position(place.stretch, place.repetition, place.side, place.phase, round(left, 1))


def _seconds_left(score: Score, place: Place, sent: Sent) -> float:
    segment = segment_at(score.practice, place)
    if place.phase in WORK_PHASES:
        return segment.effort.seconds - place.held
    return length(score.cues_of(segment, Arrival(place, sent.body, out=sent.out)))
