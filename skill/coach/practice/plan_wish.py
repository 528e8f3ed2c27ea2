"""What a person wishes of a practice that is put together for them: how long, for what, where."""

import math
from dataclasses import dataclass, fields

SHORTEST, LONGEST = 60.0, 3 * 3600.0
"""Seconds between which a length is a length; beyond them it is a slip of the tongue."""


@dataclass(frozen=True)
class PlanWish:
    """A wish for a practice that is not one of the routines; an empty field leaves it to the coach."""

    seconds: float = 600.0
    """How long the practice may take; ten minutes where nothing was said, which is ours."""
    area: str = ""
    """The part of the body it is for: an id of `areas.toml`."""
    place: str = ""
    """Where it shall be done: an id of the `PLACE` slot type."""
    without: str = ""
    """Equipment the person does not have: an id of `equipment.toml`, or `everything`."""
    avoid: str = ""
    """Where nothing shall be done: an id of the `PLACE` slot type."""

    def as_texts(self) -> tuple[str, ...]:
        """The wish as texts, for records that keep only texts."""
        return tuple(str(getattr(self, field.name)) for field in fields(self))

    @classmethod
    def from_texts(cls, texts: tuple[str, ...]) -> "PlanWish":
        """A wish from its texts.

        Raises:
            ValueError: The texts are not those of a wish.
        """
        seconds, area, place, without, avoid = texts
        if not 0 <= float(seconds) < math.inf:
            raise ValueError(f"a practice of {seconds} seconds")
        return cls(float(seconds), area, place, without, avoid)
