"""What a practice is to be like, where it is put together for somebody: how long, for what, where."""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class PlanWish:
    """A practice that is not one of the routines; empty fields are left to the coach."""

    seconds: float = 600.0
    """How long it may take; ten minutes where nothing was said, ours."""
    area: str = ""
    """The part of the body it is for: an id of `areas.toml`."""
    place: str = ""
    """Where it is done: an id of the `PLACE` slot type."""
    without: str = ""
    """What is not there: an id of `equipment.toml`, or `everything`."""
    avoid: str = ""
    """Where nothing is to be done: an id of the `PLACE` slot type."""

    def as_texts(self) -> tuple[str, ...]:
        """The wish as texts, for wherever only those can be kept."""
        return tuple(str(getattr(self, field.name)) for field in fields(self))

    @classmethod
    def from_texts(cls, texts: tuple[str, ...]) -> "PlanWish":
        """A wish from its texts.

        Raises:
            ValueError: They are not those of a wish.
        """
        seconds, area, place, without, avoid = texts
        return cls(float(seconds), area, place, without, avoid)
