"""Where in its coaching an answer is, told to somebody outside the conversation."""

from dataclasses import dataclass, replace

from skill.coach.answer import Sent, hear, played
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


@dataclass(frozen=True)
class Stage:
    """One phase of one repetition on one side, as one answer goes through it."""

    at: float
    """Seconds after the answer began, those of listening before its reprompt among them."""
    seconds: float
    """How long it lasts in this answer."""
    item: int
    """Which of the practice's stretches, from 1."""
    items: int
    stretch: str
    phase: Phase
    repetition: int
    rounds: int
    """How many repetitions there are."""
    side: Side | None
    whole: float
    """Seconds of the hold, or of the repetition of a movement, that it is part of."""
    left: float
    """Of those, how many are left when it begins."""


def course(library: Library, words: Words, state: State) -> tuple[Stage, ...]:
    """Everything the last answer and its reprompt go through; nothing where they do not coach.

    Args:
        library: The stretches.
        words: The language.
        state: The conversation, as it was answered.
    """
    practice = state.practice
    if practice is None or state.sent is None:
        return ()
    score = Score(library, words, practice)
    stages: list[Stage] = []
    follows = False
    for begins, cue, place in played(score, state.sent):
        if cue is None:
            follows = False
            continue
        if not follows or not _goes_on(stages[-1], place):
            stages.append(_stage(score, place, begins))
        stages[-1] = replace(stages[-1], seconds=round(begins + cue.seconds - stages[-1].at, 3))
        follows = True
    return tuple(stages)


def _goes_on(stage: Stage, place: Place) -> bool:
    here = (place.item + 1, place.phase, place.repetition, place.side)
    return (stage.item, stage.phase, stage.repetition, stage.side) == here


def _stage(score: Score, place: Place, begins: float) -> Stage:
    item = score.practice.items[place.item]
    whole = segment_at(score.practice, place).effort.seconds
    return Stage(
        at=round(begins, 3),
        seconds=0.0,
        item=place.item + 1,
        items=len(score.practice.items),
        stretch=place.stretch,
        phase=place.phase,
        repetition=place.repetition,
        rounds=item.rounds,
        side=place.side,
        whole=whole,
        left=round(whole - place.held, 3) if place.phase in WORK_PHASES else whole,
    )


def _seconds_left(score: Score, place: Place, sent: Sent) -> float:
    segment = segment_at(score.practice, place)
    if place.phase in WORK_PHASES:
        return segment.effort.seconds - place.held
    return length(score.cues_of(segment, Arrival(place, sent.body, out=sent.out)))
