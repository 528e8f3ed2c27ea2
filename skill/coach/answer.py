"""How much of a practice one answer carries, and where in it somebody is by now.

The platform tells when a request was made, and nothing about how far the answer had got. The place
is found by walking the time since then along what the answer held: its lead, the coaching, the
prompt; then the listening gap; then the reprompt with the next part of the coaching.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from skill.coach.cues import Cue, Said, Silence, length
from skill.coach.practice import WORK_PHASES, Phase, Place
from skill.coach.timeline import RELEASE_PAUSE, Arrival, Score, Segment, index_of, outline

PER_SILENCE = 26
"""Characters a pause takes: `<break time="10000ms"/>` and a space."""

LISTENING_GAP = 8.0
"""Seconds the microphone stays open after an answer (`docs/platform.md`)."""


@dataclass(frozen=True)
class Budget:
    """How much one answer may hold."""

    seconds: float = 210.0
    """Amazon stops audio at 240; the rest allows for a voice slower than predicted."""
    characters: int = 7500
    """Amazon allows 8,000 (`docs/platform.md`)."""

    def less(self, cues: tuple[Cue, ...]) -> "Budget":
        """What is left beside these cues."""
        return Budget(self.seconds - length(cues), self.characters - characters(cues))

    def covers(self, seconds: float, characters: int) -> bool:
        """Whether so much keeps within it."""
        return round(seconds, 3) <= self.seconds and characters <= self.characters


def characters(cues: tuple[Cue, ...]) -> int:
    """Characters the cues take in an answer."""
    return sum(len(cue.text) + 1 if isinstance(cue, Said) else PER_SILENCE for cue in cues)


@dataclass(frozen=True)
class Sent:
    """What rebuilds the last coaching answer, and when it went out."""

    at: datetime
    body: str
    """The position the body was in when it began."""
    lead: float
    """Seconds of words before the coaching."""
    out: bool
    """Whether the body was out of the stretch when it began: it is then told the way back in."""
    way_in: float
    """Seconds at the end of the lead in which that way is told."""
    start: Place
    cut: Place
    """Where the answer's part ends and the reprompt's begins."""
    prompt: float = 0.0
    """Seconds of the words after the answer's part."""
    bridge: float = 0.0
    """Seconds of the words before the reprompt's part."""
    end: Place | None = None
    """Where the reprompt's part ends; None where the reprompt carries no coaching."""


@dataclass(frozen=True)
class Heard:
    """What is known to have been heard of an answer."""

    place: Place
    """Where the person is."""
    resting: bool
    """Between two parts, or after the last: nothing is being done."""
    out: bool
    """Out of the stretch, and not yet told the way back in."""
    worked: Mapping[int, float]
    """Seconds held or moved, by item."""
    done: Mapping[int, float]
    """Items whose work was over, and how many seconds after the answer went out."""


def pack(score: Score, start: Place, body: str, budget: Budget, *, out: bool = True) -> Place:
    """Where the part that begins at `start` is to end, so that it fits.

    It ends where the body is at rest: before another stretch, or, where that would waste more than
    half of the budget, before another side or repetition. Where not even one effort fits, it ends in
    position, before the instructions; beyond that at least one effort is always done.
    """
    segments = outline(score.practice)
    first = index_of(score.practice, start)
    between_items, within_item, before_steps = None, None, None
    seconds, text = 0.0, 0
    for end in range(first + 1, len(segments) + 1):
        arrival = Arrival(start, body, out=out) if end == first + 1 else None
        more = _size(score, segments[end - 1], arrival)
        seconds, text = seconds + more[0], text + more[1]
        stop = _stop(score, end)
        if stop is None:
            if before_steps is None and segments[end].phase is Phase.STEP:
                before_steps = segments[end].place
            continue
        needed = seconds + stop.seconds
        fits = budget.covers(needed, text + stop.characters)
        if not fits and (between_items or within_item):
            break
        if not fits and before_steps is not None and before_steps != start:
            return before_steps
        if stop.between_items:
            between_items = (stop.place, needed)
        else:
            within_item = (stop.place, needed)
        if not fits:
            break
    if between_items and (within_item is None or between_items[1] * 2 >= budget.seconds):
        return between_items[0]
    best = max(filter(None, (between_items, within_item)), key=lambda found: found[1])
    return best[0]


@dataclass(frozen=True)
class _Stop:
    """Where a part may end, and what it takes to come out of the stretch there."""

    place: Place
    between_items: bool
    """Before another stretch, or at the practice's end; otherwise within one."""
    seconds: float
    characters: int


@lru_cache(maxsize=2048)
def _stop(score: Score, end: int) -> _Stop | None:
    """The stop before a segment; None where the body is not at rest there."""
    segments = outline(score.practice)
    last = end == len(segments)
    # Never between the way in and the work.
    if not last and segments[end].phase not in (Phase.SETTLE, Phase.SWITCH):
        return None
    place = score.practice.end if last else segments[end].place
    leaving = _breaking_off(score, segments[end - 1], place)
    between_items = last or segments[end].item != segments[end - 1].item
    return _Stop(place, between_items, length(leaving), characters(leaving))


@lru_cache(maxsize=2048)
def _size(score: Score, segment: Segment, arrival: Arrival | None) -> tuple[float, int]:
    """Seconds and characters of a segment."""
    cues = score.cues_of(segment, arrival)
    return length(cues), characters(cues)


def part(score: Score, start: Place, end: Place, body: str, *, out: bool = True) -> tuple[Cue, ...]:
    """The cues from one place to another; a part that ends within a stretch comes out of it.

    Args:
        score: The practice.
        start: Where it begins.
        end: Where it ends.
        body: The position the body is in at the beginning.
        out: Whether the body is out of the stretch there; in it, it goes on as if undisturbed.
    """
    segments = outline(score.practice)
    first, last = index_of(score.practice, start), index_of(score.practice, end)
    if first >= last:
        return ()
    cues = list(score.cues_of(segments[first], Arrival(start, body, out=out)))
    for segment in segments[first + 1 : last]:
        cues += score.cues_of(segment)
    return (*cues, *_breaking_off(score, segments[last - 1], end))


def hear(score: Score, sent: Sent, seconds: float) -> Heard:
    """What was heard of an answer some seconds after it went out; infinity for all of it."""
    place, resting = sent.start, False
    out = sent.out and seconds < sent.lead - sent.way_in
    worked: dict[int, float] = {}
    done: dict[int, float] = {}
    for begins, cue, at in played(score, sent):
        if seconds < begins:
            break
        place, resting, out = at, cue is None, cue is None
        if cue is None:
            continue
        if at.phase in WORK_PHASES:
            into = min(seconds - begins, cue.seconds)
            worked[at.item] = worked.get(at.item, 0.0) + into
            place = at.after(at.held + into)
        elif at.phase is Phase.RELEASE and sent.start.phase is not Phase.RELEASE:
            done.setdefault(at.item, begins)
    return Heard(place, resting, out, worked, done)


def played(score: Score, sent: Sent) -> Iterator[tuple[float, Cue | None, Place]]:
    """Everything played, with the second at which it begins; None for what is no coaching."""
    now = sent.lead
    for cue in part(score, sent.start, sent.cut, sent.body, out=sent.out):
        yield now, cue, cue.place or sent.start
        now += cue.seconds
    yield now, None, sent.cut
    if sent.end is None:
        return
    now += sent.prompt + LISTENING_GAP + sent.bridge
    for cue in part(score, sent.cut, sent.end, body_at(score, sent.cut)):
        yield now, cue, cue.place or sent.cut
        now += cue.seconds
    yield now, None, sent.end


def body_at(score: Score, place: Place) -> str:
    """The position the body is in when it rests before a place."""
    if place.item == 0:
        first = place == score.practice.place_of(0)
        return score.practice.body if first else score.library.stretches[place.stretch].position
    if place == score.practice.place_of(place.item):
        return score.body_before(place.item)
    return score.library.stretches[place.stretch].position


def _breaking_off(score: Score, last: Segment, place: Place) -> tuple[Cue, ...]:
    """The way out of a stretch that a part leaves before its end; nothing where it is at its end."""
    if last.phase not in WORK_PHASES:
        return ()
    release = score.coming_out(last)
    return (Said(release, score.words.seconds(release), place), Silence(RELEASE_PAUSE, place))
