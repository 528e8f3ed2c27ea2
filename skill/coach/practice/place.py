"""Where in a practice somebody is: a place outlives the answer it comes from."""

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """The leg that works; in rotations, the way the knees go."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """The side that rests."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Phase(StrEnum):
    """What a stretch is made of."""

    SETTLE = "settle"
    """Getting into position, before the first repetition and before the next on the same side."""
    STEP = "step"
    """Being told how."""
    HOLD = "hold"
    """Staying still; counts as work."""
    MOVE = "move"
    """One repetition of a movement; counts as work."""
    SWITCH = "switch"
    """From one side to the other."""
    RELEASE = "release"
    """Coming out of it."""


WORK_PHASES = frozenset({Phase.HOLD, Phase.MOVE})


@dataclass(frozen=True)
class Place:
    """Where in a practice somebody is. Never an offset: it outlives the answer it came from."""

    item: int
    """Which of the practice's items, from 0; their number at the end."""
    stretch: str
    """The item's stretch, empty at the end: a check that the practice is still the same."""
    phase: Phase = Phase.SETTLE
    repetition: int = 1
    side: Side | None = None
    step: int = 0
    """How many of the steps have been told, in `Phase.STEP`."""
    held: float = 0.0
    """Seconds held or moved of this effort, in `Phase.HOLD` and `Phase.MOVE`."""

    def after(self, held: float) -> "Place":
        """The same effort with so many seconds of it over.

        Built by hand: a long answer has a hundred of these, and `replace` takes five times as long.
        """
        over = round(held, 3)
        return Place(self.item, self.stretch, self.phase, self.repetition, self.side, self.step, over)
