"""What is told before a stretch, for whom it concerns.

It depends on what a body has, so it is no part of the practice: a practice is kept, this is not.
"""

from dataclasses import dataclass
from enum import StrEnum


class Moment(StrEnum):
    """When something is told; a caution always before the stretch's first movement of its own."""

    AT_THE_START = "at the start"
    """Before the first of several stretches is named, with time to answer."""
    ALSO_AT_THE_START = "also at the start"
    """After that, as long as none is named."""
    BEFORE = "before"
    """Before the way into the stretch's position, with time to answer."""
    ON_THE_WAY = "on the way"
    """In the quiet of the first movement into the position, before anybody kneels down or lies down."""
    AT_THE_WALL = "at the wall"
    """In the quiet of the first step, in which one goes to where the stretch is done."""
    IN_THE_HOLD = "in the hold"
    """In the middle of its first hold, where there is nothing else to do: how to interrupt."""


@dataclass(frozen=True)
class Caution:
    """What is to be minded about one stretch, or about all that follow."""

    item: int
    """The number of the practice's item before which it is told, from 0."""
    text: str
    about: tuple[str, ...] = ()
    """Ids of the stretches of which nothing of the kind needs to be told again, once it was heard."""
    moment: Moment = Moment.BEFORE
    names: tuple[str, ...] = ()
    """Ids of the conditions that it names for the whole practice."""
