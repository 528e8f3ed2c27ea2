"""A practice in words: the segments of its timeline as cues, from any place in a segment."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from skill.coach.practice.cautions import Moment
from skill.coach.practice.cues.cues import Cue, Silence
from skill.coach.practice.cues.pauses import A_MOMENT, TO_LISTEN
from skill.coach.practice.place import ARRIVED, GETTING_IN, Phase, Place
from skill.coach.practice.score.at_work import work
from skill.coach.practice.score.getting_there import get_in_cues
from skill.coach.practice.score.in_and_out import change, release
from skill.coach.practice.score.saying import at_step, minded, pause, say, told
from skill.coach.practice.score.score import Score
from skill.coach.practice.score.tellings import told_before
from skill.coach.practice.timeline import Segment
from skill.coach.practice.wordings.announcing import dose


@dataclass(frozen=True)
class Arrival:
    """How the coaching begins at a place that was not reached by the segment before."""

    place: Place
    """Where it begins."""
    body: str
    """The position the body is in: an id of `positions.toml`."""
    out: bool = True
    """Whether the body is out of the stretch and has to be told the way back in."""


def cues_of(score: Score, segment: Segment, arrival: Arrival | None = None) -> tuple[Cue, ...]:
    """The cues of a segment.

    Args:
        score: The practice.
        segment: A segment of the practice's outline.
        arrival: Where and how to begin in it; None to go on from the segment before.
    """
    return _composed(score, segment, arrival)


# Packing an answer, saying it, and finding the place in it one turn later go along the same segments:
# composing them each time took half of a turn's work. A whole practice has six hundred segments.
@lru_cache(maxsize=2048)
def _composed(score: Score, segment: Segment, arrival: Arrival | None) -> tuple[Cue, ...]:
    place = arrival.place if arrival is not None else segment.place
    match segment.phase:
        case Phase.SETTLE if segment.effort == score.item_of(segment).efforts[0]:
            body = arrival.body if arrival is not None else score.body_before(segment.item)
            return _settle(score, segment, body, place.step)
        case Phase.SETTLE | Phase.SWITCH:
            return change(score, segment, afresh=arrival is not None and arrival.out)
        case Phase.STEP:
            return _steps(score, segment, place.step)
        case Phase.HOLD | Phase.MOVE:
            return work(score, segment, place.held)
        case Phase.RELEASE:
            return release(score, segment, segment.place)


def _settle(score: Score, segment: Segment, before: str, heard: int) -> tuple[Cue, ...]:
    """What is told before a stretch, the way into its position, and what is going to be done.

    Whoever was interrupted on the way goes on with the sentence that was being said.
    """
    place, position = segment.place, score.position_of(segment.stretch)
    cues: list[Cue] = []
    if heard < GETTING_IN:
        cues += told_before(score, segment, heard)
    if heard < ARRIVED:
        meanwhile = minded(score, segment, Moment.ON_THE_WAY)
        cues += get_in_cues(score, before, position, place, max(0, heard - GETTING_IN), meanwhile)
    moving = cues.pop() if _is_quiet_on_the_way(cues) else None
    return (*cues, *_told_on_arrival(score, segment, moving))


def _told_on_arrival(score: Score, segment: Segment, moving: Cue | None) -> Iterator[Cue]:
    """What is going to be done, said in the time for the last movement of the way in, if any."""
    item, there = score.item_of(segment), at_step(segment.place, ARRIVED)
    to_do = say(score, dose(score.words, item, score.turn(segment)), there)
    after = 0.0 if item.brief else TO_LISTEN
    if moving is not None:
        yield Silence(A_MOMENT, moving.place)
        after = max(after, moving.seconds - A_MOMENT - to_do.seconds)
    yield to_do
    yield from pause(score, after, there)


def _is_quiet_on_the_way(cues: list[Cue]) -> bool:
    """Whether some cues end with the time for a movement into a position."""
    last = cues[-1] if cues else None
    on_the_way = last is not None and last.place is not None and last.place.step >= GETTING_IN
    return on_the_way and isinstance(last, Silence) and last.seconds > A_MOMENT


def _steps(score: Score, segment: Segment, heard: int) -> tuple[Cue, ...]:
    """All steps from the one that is heard first, or the way in brief for whoever knows them."""
    key = "brief" if score.item_of(segment).brief else "steps"
    return tuple(told(score, key, segment, segment.place, score.practice.manner.pace, start=heard))
