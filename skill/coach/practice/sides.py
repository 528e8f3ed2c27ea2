"""Which side a word means, and a stretch with a side less."""

from dataclasses import replace

from skill.coach.practice.place import WORK_PHASES, Place, Side
from skill.coach.practice.practice import Item
from skill.library.records import Sides

OTHER = "other"
"""The id of the `SIDE` slot type that means the side not in progress."""


def side_meant(word: str, now: Side) -> Side:
    """The side that an id of the `SIDE` slot type means, while `now` is in progress."""
    return now.other if word == OTHER else Side(word)


def has_sides(item: Item) -> bool:
    """Whether one side is done and then the other, so that one of them can be left out."""
    return item.sides is Sides.EACH


def as_wished(item: Item, first: Side | None, only: Side | None) -> Item:
    """A stretch that begins with a side, or has only one; as it is where it has no sides to choose."""
    if not has_sides(item):
        return item
    if only is not None:
        return item.without(only.other, 1)
    return replace(item, first=first) if first is not None else item


def without_side(item: Item, place: Place, side: Side) -> Item:
    """A stretch in progress without what is still to come of a side; what is begun or done stays."""
    there = item.efforts[: item.number_of(place) + (place.phase in WORK_PHASES)]
    done = [effort.repetition for effort in there if effort.side is side]
    return item.without(side, max(done, default=0) + 1)
