"""A practice as a timeline: one segment for every phase of every repetition on every side.

It depends on the practice alone: the same practice gives the same timeline in every answer.
"""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from skill.coach.practice.place import Phase, Place, Side
from skill.coach.practice.practice import Effort, Item, Practice
from skill.library.records import Movement, Sides

Spot = tuple[int, Phase, int, Side | None]
"""What distinguishes the segments of a practice: number of the item, phase, repetition, side."""


@dataclass(frozen=True, eq=False)
class Segment:
    """One phase of one repetition on one side.

    Segments are compared by identity, since each exists once: so they are fast keys.
    """

    item: int
    """The number of its item, from 0."""
    stretch: str
    """The stretch's id."""
    phase: Phase
    effort: Effort
    """The hold or repetition that it belongs to or leads to."""

    @cached_property
    def place(self) -> Place:
        """The place at its beginning."""
        effort = self.effort
        return Place(self.item, self.stretch, self.phase, effort.repetition, effort.side)

    def holds(self, place: Place) -> bool:
        """Whether a place lies in it."""
        return _spot(self.place) == _spot(place)


@lru_cache(maxsize=256)
def outline(practice: Practice) -> tuple[Segment, ...]:
    """The segments of a practice, in order."""
    return tuple(
        segment for number, item in enumerate(practice.items) for segment in _of_item(number, item)
    )


def index_of(practice: Practice, place: Place) -> int:
    """The index in the outline of the segment in which a place lies; the outline's length at the end.

    A place that does not fit the practice, because its stretch has changed since, counts as the start of
    its item: the nearest sensible place before it.
    """
    segments = outline(practice)
    if practice.is_end(place):
        return len(segments)
    index = _indices(practice).get(_spot(place))
    if index is not None and segments[index].stretch == place.stretch:
        return index
    return next(index for index, segment in enumerate(segments) if segment.item == place.item)


@lru_cache(maxsize=256)
def _indices(practice: Practice) -> dict[Spot, int]:
    return {_spot(segment.place): index for index, segment in enumerate(outline(practice))}


def _spot(place: Place) -> Spot:
    return place.item, place.phase, place.repetition, place.side


def segment_at(practice: Practice, place: Place) -> Segment:
    """The segment in which a place lies; the place must not be the end."""
    return outline(practice)[index_of(practice, place)]


def before_of(practice: Practice, place: Place) -> Segment:
    """The segment before the one in which a place lies; the first one for the beginning."""
    return outline(practice)[max(0, index_of(practice, place) - 1)]


def _of_item(number: int, item: Item) -> list[Segment]:
    efforts = item.efforts
    work = Phase.MOVE if isinstance(item.work, Movement) else Phase.HOLD

    def segment(phase: Phase, effort: Effort) -> Segment:
        return Segment(number, item.stretch, phase, effort)

    segments = [segment(Phase.SETTLE, efforts[0]), segment(Phase.STEP, efforts[0])]
    for before, effort in zip((None, *efforts), efforts, strict=False):
        change = _change_between(item, before, effort)
        if change is not None:
            segments.append(segment(change, effort))
        segments.append(segment(work, effort))
    segments.append(segment(Phase.RELEASE, efforts[-1]))
    return segments


def _change_between(item: Item, before: Effort | None, effort: Effort) -> Phase | None:
    """The phase between two efforts; None where a movement goes on without a rest."""
    if before is None:
        return None
    if isinstance(item.work, Movement):
        if item.sides is Sides.EACH and before.side is not effort.side:
            return Phase.SWITCH
        return Phase.SETTLE if item.rests_before(effort) else None
    return Phase.SETTLE if before.side is effort.side else Phase.SWITCH
