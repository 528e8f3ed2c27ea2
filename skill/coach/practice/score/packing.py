"""How much of a practice one answer carries."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from skill.coach.practice.cues.cues import Cue, Said
from skill.coach.practice.place import WORK_PHASES, Phase, Place
from skill.coach.practice.score.composing import Arrival, cues_of
from skill.coach.practice.score.in_and_out import release
from skill.coach.practice.score.score import Score
from skill.coach.practice.timeline import Segment, index_of, outline


@dataclass(frozen=True)
class Size:
    """How much of an answer some cues take."""

    seconds: float = 0.0
    characters: int = 0
    """Characters of the words, with a space after each text."""
    silences: int = 0
    """How many silences there are."""
    silent: float = 0.0
    """Seconds of the silences."""

    def __add__(self, other: "Size") -> "Size":
        """Both together."""
        return Size(
            self.seconds + other.seconds,
            self.characters + other.characters,
            self.silences + other.silences,
            self.silent + other.silent,
        )


@dataclass(frozen=True)
class Budget:
    """How much one answer may hold; without limits where the platform sets none."""

    seconds: float = math.inf
    characters: float = math.inf
    """Characters of what is sent: the words, and the markup that each silence is written as."""
    per_silence: int = 0
    """Characters that a silence is written with."""
    silent: float = math.inf
    """Seconds of all silences together."""

    def less(self, size: Size) -> "Budget":
        """The budget that remains beside cues of this size."""
        taken = size.characters + size.silences * self.per_silence
        return Budget(
            self.seconds - size.seconds,
            self.characters - taken,
            self.per_silence,
            self.silent - size.silent,
        )

    def within(self, other: "Budget") -> "Budget":
        """What keeps within this one and another."""
        return Budget(
            min(self.seconds, other.seconds),
            min(self.characters, other.characters),
            max(self.per_silence, other.per_silence),
            min(self.silent, other.silent),
        )

    def covers(self, size: Size) -> bool:
        """Whether cues of this size stay within the budget."""
        written = size.characters + size.silences * self.per_silence
        lasts = round(size.seconds, 3) <= self.seconds and round(size.silent, 3) <= self.silent
        return lasts and written <= self.characters


def size_of(cues: Iterable[Cue]) -> Size:
    """How much of an answer these cues take."""
    seconds, characters, silences, silent = 0.0, 0, 0, 0.0
    for cue in cues:
        seconds += cue.seconds
        if isinstance(cue, Said):
            characters += len(cue.text) + 1
        else:
            silences += 1
            silent += cue.seconds
    return Size(round(seconds, 3), characters, silences, round(silent, 3))


def pack(
    score: Score, start: Place, body: str, budget: Budget, *, out: bool = True, fully: bool = False
) -> Place:
    """Where the part of the coaching that begins at `start` has to end to fit the budget.

    It ends where the body is at rest: before another stretch, or, where that would waste more than
    half of the budget, before another side or repetition. Where not even one effort fits, it ends in
    position, before the instructions; beyond that at least one effort is always done. A hold that lasts
    until a word ends it in any case.

    Args:
        score: The practice.
        start: Where the part begins.
        body: The position the body is in there.
        budget: What it has to fit into.
        out: Whether the body is out of the stretch there.
        fully: Waste nothing, and end wherever the body is at rest.
    """
    first = index_of(score.practice, start)
    between_items, within_item, before_steps = None, None, None
    size = Size()
    for hop in _hops(score, first, Arrival(start, body, out=out)):
        size += hop.size
        stop, before_steps = hop.stop, before_steps or hop.before_steps
        needed = size + stop.leaving
        fits = budget.covers(needed)
        if not fits and (between_items or within_item):
            break
        if not fits and before_steps is not None and before_steps != start:
            return before_steps
        if stop.between_items:
            between_items = (stop.place, needed.seconds)
        else:
            within_item = (stop.place, needed.seconds)
        if not fits:
            break
        if stop.is_after_stay:
            return stop.place
    enough = 1.0 if fully else 0.5
    if between_items and (within_item is None or between_items[1] >= budget.seconds * enough):
        return between_items[0]
    best = max(filter(None, (between_items, within_item)), key=lambda found: found[1])
    return best[0]


@dataclass(frozen=True)
class _Stop:
    """A place where a part of the coaching may end."""

    place: Place
    between_items: bool
    """Whether it is before another stretch or at the practice's end, and not within a stretch."""
    leaving: Size
    """The size of the words that bring the body out of the stretch there."""
    is_after_stay: bool
    """Whether it comes after a hold that lasts until a word ends it."""


@lru_cache(maxsize=2048)
def _stop(score: Score, end: int) -> _Stop | None:
    """The stop before a segment; None where the body is not at rest there."""
    segments = outline(score.practice)
    last = end == len(segments)
    # A part never ends between the way in and the work.
    stays = score.is_stay(segments[end - 1])
    if not last and not stays and segments[end].phase not in (Phase.SETTLE, Phase.SWITCH):
        return None
    place = score.practice.end if last else segments[end].place
    leaving = _breaking_off(score, segments[end - 1], place)
    between_items = last or segments[end].item != segments[end - 1].item
    return _Stop(place, between_items, size_of(leaving), stays)


@dataclass(frozen=True)
class _Hop:
    """The way to the next stop: what many answers go along again and again."""

    end: int
    """The number of the segment that the stop is before."""
    size: Size
    """The size of the segments up to there."""
    stop: _Stop
    before_steps: Place | None
    """The first place on the way that is in position and before the instructions; None without one."""


@lru_cache(maxsize=2048)
def _hop(score: Score, first: int, arrival: Arrival | None) -> _Hop:
    """The way from a segment, where it is arrived at like that, to the next stop."""
    segments = outline(score.practice)
    before_steps, sizes, end = None, [_size(score, segments[first], arrival)], first + 1
    while (stop := _stop(score, end)) is None:
        if before_steps is None and segments[end].phase is Phase.STEP:
            before_steps = segments[end].place
        sizes.append(_size(score, segments[end], None))
        end += 1
    return _Hop(end, _together(*sizes), stop, before_steps)


def _hops(score: Score, first: int, arrival: Arrival) -> Iterator[_Hop]:
    """The ways from stop to stop up to the end of the practice."""
    hop = _hop(score, first, arrival)
    yield hop
    while hop.end < len(outline(score.practice)):
        hop = _hop(score, hop.end, None)
        yield hop


@lru_cache(maxsize=2048)
def _size(score: Score, segment: Segment, arrival: Arrival | None) -> Size:
    return size_of(cues_of(score, segment, arrival))


def size_of_part(score: Score, start: Place, end: Place, body: str, *, out: bool = True) -> Size:
    """How much of an answer `part` takes; it puts no cues together, and takes a fifth of the time."""
    first, last = index_of(score.practice, start), index_of(score.practice, end)
    if first >= last:
        return Size()
    sizes: list[Size] = []
    arrival: Arrival | None = Arrival(start, body, out=out)
    for hop in _hops(score, first, Arrival(start, body, out=out)):
        if hop.end > last:
            break
        sizes.append(hop.size)
        first, arrival = hop.end, None
        if first == last:
            break
    segments = outline(score.practice)
    for segment in segments[first:last]:
        sizes.append(_size(score, segment, arrival))
        arrival = None
    stop = _stop(score, last)
    leaving = stop.leaving if stop else size_of(_breaking_off(score, segments[last - 1], end))
    return _together(*sizes, leaving)


def _together(*sizes: Size) -> Size:
    """All of them together; a sum of two at a time would make as many records."""
    return Size(
        sum([size.seconds for size in sizes]),
        sum([size.characters for size in sizes]),
        sum([size.silences for size in sizes]),
        sum([size.silent for size in sizes]),
    )


def has_work(score: Score, start: Place, end: Place) -> bool:
    """Whether anything is held or moved between two places."""
    segments = outline(score.practice)
    there = segments[index_of(score.practice, start) : index_of(score.practice, end)]
    return any(segment.phase in WORK_PHASES for segment in there)


def part(score: Score, start: Place, end: Place, body: str, *, out: bool = True) -> tuple[Cue, ...]:
    """The cues from one place to another; a part that ends within a stretch ends with the way out.

    Args:
        score: The practice.
        start: Where it begins.
        end: Where it ends.
        body: The position the body is in at the beginning.
        out: Whether the body is out of the stretch at `start`, and has to be told the way back in.
    """
    segments = outline(score.practice)
    first, last = index_of(score.practice, start), index_of(score.practice, end)
    if first >= last:
        return ()
    cues = list(cues_of(score, segments[first], Arrival(start, body, out=out)))
    for segment in segments[first + 1 : last]:
        cues += cues_of(score, segment)
    return (*cues, *_breaking_off(score, segments[last - 1], end))


def body_at(score: Score, place: Place) -> str:
    """The position the body is in while it rests before a place."""
    if place.item == 0:
        first = place == score.practice.place_of(0)
        return score.practice.body if first else score.position_of(place.stretch)
    if place == score.practice.place_of(place.item):
        return score.body_before(place.item)
    return score.position_of(place.stretch)


def _breaking_off(score: Score, last: Segment, place: Place) -> tuple[Cue, ...]:
    """The way out of a stretch that a part leaves before the stretch ends; empty at its end."""
    if last.phase not in WORK_PHASES:
        return ()
    return release(score, last, place)
