"""What an answer coaches at which second, for the page, the simulator and the tests."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from skill.coach.practice.cues.cues import length
from skill.coach.practice.place import WORK_PHASES, Phase, Place, Side
from skill.coach.practice.playback.hearing import Sent, hear, played
from skill.coach.practice.practice import Practice
from skill.coach.practice.score.composing import Arrival, cues_of
from skill.coach.practice.score.packing import body_at, part
from skill.coach.practice.score.score import Score
from skill.coach.practice.score.shared_scores import score_of
from skill.coach.practice.timeline import segment_at
from skill.library.records import Library
from skill.words import Words

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""A moment that does not matter."""


@dataclass(frozen=True)
class Ahead:
    """Where in a practice somebody is, and what is still to come of it."""

    item: int
    """Which of the practice's stretches, from 1."""
    items: int
    """How many stretches the practice has."""
    coming: str | None
    """The id of the stretch after this one; None after the last."""
    seconds: float
    """Seconds left of the practice, as predicted, without the rests between two answers."""


@dataclass(frozen=True)
class CurrentPhase:
    """The phase of a stretch that a person is in, and how much of it is left."""

    stretch: str
    """The stretch's id."""
    repetition: int
    """Which repetition, from 1."""
    side: Side | None
    """None for a stretch without sides."""
    phase: Phase
    seconds_left: float
    """Seconds left of the phase: exact for a hold, predicted for any other."""
    ahead: Ahead


def current_phase(
    library: Library, words: Words, practice: Practice, sent: Sent, seconds: float = 0.0
) -> CurrentPhase | None:
    """What the person is doing, so many seconds after an answer began.

    Args:
        library: The stretches.
        words: The language.
        practice: What is being coached.
        sent: The answer.
        seconds: How long after the answer began; 0 for where its coaching starts.

    Returns:
        None where nothing is being done.
    """
    score = score_of(library, words.at_rate(sent.rate), practice, sent.cautions, aloud=sent.aloud)
    heard = hear(score, sent, seconds)
    if heard.resting:
        return None
    place = heard.place
    items = practice.items
    rest = length(part(score, place, practice.end, sent.body, out=heard.out))
    ahead = Ahead(
        item=place.item + 1,
        items=len(items),
        coming=items[place.item + 1].stretch if place.item + 1 < len(items) else None,
        seconds=round(rest, 1),
    )
    left = round(_seconds_left(score, place, sent), 1)
    return CurrentPhase(place.stretch, place.repetition, place.side, place.phase, left, ahead)


def phase_at(library: Library, words: Words, practice: Practice, place: Place) -> CurrentPhase:
    """What a person does whose practice goes on at a place that is not its end, by itself."""
    score = score_of(library, words, practice)
    body = body_at(score, place)
    resumed = Sent(EPOCH, body, 0.0, False, 0.0, place, practice.end)  # noqa: FBT003 - in its order
    phase = current_phase(library, words, practice, resumed)
    if phase is None:
        raise LookupError("a practice that is over")
    return phase


@dataclass(frozen=True)
class Stage:
    """One phase of one repetition on one side, as far as one answer covers it."""

    at: float
    """Seconds from the answer's first word to its beginning; listening before the reprompt included."""
    seconds: float
    """How long it lasts in this answer."""
    item: int
    """Which of the practice's items, from 1."""
    items: int
    """How many items the practice has."""
    stretch: str
    """The stretch's id."""
    phase: Phase
    repetition: int
    """Which repetition, from 1."""
    rounds: int
    """How many repetitions the stretch has."""
    side: Side | None
    """None for a stretch without sides."""
    whole: float
    """Seconds that the whole effort lasts: the hold, or one repetition of the movement."""
    left: float
    """Seconds of the effort that are left when this stage begins."""


def stages_of(library: Library, words: Words, practice: Practice, sent: Sent) -> tuple[Stage, ...]:
    """All stages of an answer and its reprompt, in order.

    Args:
        library: The stretches.
        words: The language.
        practice: What is being coached.
        sent: The answer.
    """
    score = Score(library, words.at_rate(sent.rate), practice, sent.cautions, sent.aloud)
    stages: list[Stage] = []
    follows = False
    for begins, cue, place in played(score, sent):
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
    return length(cues_of(score, segment, Arrival(place, sent.body, out=sent.out)))
