"""Where in a practice a person is: a place stays valid after the answer it comes from."""

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """The leg that works; in rotations, the side to which the knees go."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """The side that rests."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Phase(StrEnum):
    """One of the parts that a stretch consists of."""

    SETTLE = "settle"
    """Getting into position, before the first repetition and before the next on the same side."""
    STEP = "step"
    """Being told how to do it, step by step."""
    HOLD = "hold"
    """Staying still; these seconds count as work."""
    MOVE = "move"
    """One repetition of a movement; its seconds count as work."""
    SWITCH = "switch"
    """Changing from one side to the other."""
    RELEASE = "release"
    """Coming out of the stretch."""


ALSO_FIRST, ANNOUNCING, OF_ITS_OWN, TELLING, ALL_TOLD = 5, 10, 11, 20, 49
GETTING_IN, LAST_MOVE, ARRIVED = 50, 89, 90
"""The steps of the first `Phase.SETTLE` of a stretch.

From nought and from `ALSO_FIRST`, what is told before the first of several; `ANNOUNCING`, its name;
from `OF_ITS_OWN`, its own caution; from `TELLING`, who is to mind it, each text `ALSO_FIRST` steps after
the one before; `ALL_TOLD`, past all of that. From `GETTING_IN`, which movement of getting into position,
`LAST_MOVE` for the last of them; `ARRIVED`, in position."""

WORK_PHASES = frozenset({Phase.HOLD, Phase.MOVE})


@dataclass(frozen=True)
class Place:
    """Where in a practice a person is; no offset into an answer, so that it outlives the answer."""

    item: int
    """Which of the practice's items, from 0; at the end of the practice, the number of items."""
    stretch: str
    """The id of the item's stretch, empty at the end: it shows whether the practice is still the
    same."""
    phase: Phase = Phase.SETTLE
    repetition: int = 1
    """Which repetition, from 1."""
    side: Side | None = None
    """None for a stretch without sides."""
    step: int = 0
    """How many of the steps have been told, in `Phase.STEP`; in `Phase.SETTLE`, see `GETTING_IN`."""
    held: float = 0.0
    """Seconds of this effort that are over; used in `Phase.HOLD` and `Phase.MOVE` only."""

    @property
    def begun(self) -> "Place":
        """The beginning of the phase that it is in; copied by hand, as below."""
        return Place(self.item, self.stretch, self.phase, self.repetition, self.side)

    def after(self, held: float) -> "Place":
        """The place in the same effort when so many seconds of it are over.

        Copies by hand: a long answer has a hundred places, and `replace` takes five times as long.
        """
        over = round(held, 3)
        return Place(self.item, self.stretch, self.phase, self.repetition, self.side, self.step, over)
