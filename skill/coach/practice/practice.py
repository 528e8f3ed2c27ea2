"""A practice: what somebody is being coached through, frozen when it starts.

Later edits of a routine or of a preference do not move a practice that has begun: its items hold
everything the timeline needs but the words.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from skill.coach.practice.place import Phase, Place, Side
from skill.coach.practice.plan_wish import PlanWish
from skill.library.records import Breaths, Hold, Movement, Sides, Work

PLAN, OWN = "plan:", "own:"
"""What the names of practices begin with that are no routine of ours: after the one stands how many
minutes it was planned for, after the other how the person calls it."""


@dataclass(frozen=True)
class Effort:
    """One hold, or one repetition of a movement, on one side."""

    repetition: int
    """Counted from 1."""
    side: Side | None
    seconds: float


@dataclass(frozen=True)
class Item:
    """One stretch of a practice, with everything decided."""

    stretch: str
    work: Work
    repetitions: int
    """How often it is held, on each side; 1 for a movement, whose work counts its own."""
    sides: Sides
    brief: bool
    """Whether the person knows it: brief instructions instead of every step."""
    changes: tuple[tuple[int, float], ...] = ()
    """The person's own changes: the effort from which on each holds, and seconds for an effort."""
    cautions: tuple[str, ...] = ()
    """Ids of `cautions.toml` that the person has not heard before: told before it begins."""

    @property
    def rounds(self) -> int:
        """How many repetitions the person counts."""
        return self.work.repetitions if isinstance(self.work, Movement) else self.repetitions

    @property
    def effort_seconds(self) -> float:
        """Seconds one effort lasts."""
        match self.work:
            case Hold(seconds):
                return seconds
            case Breaths(count, each):
                return count * each
            case Movement(_, each):
                return each

    @cached_property
    def efforts(self) -> tuple[Effort, ...]:
        """The work in the order it is done, both sides alike.

        Repetitions of a hold alternate sides; a movement finishes one side before it begins the
        other, unless its sides take turns.
        """
        sides = (None,) if self.sides is Sides.NONE else (Side.LEFT, Side.RIGHT)
        rounds = range(1, self.rounds + 1)
        if isinstance(self.work, Movement) and self.sides is Sides.EACH:
            order = [(repetition, side) for side in sides for repetition in rounds]
        else:
            order = [(repetition, side) for repetition in rounds for side in sides]
        return tuple(
            Effort(repetition, side, self._seconds_of(number))
            for number, (repetition, side) in enumerate(order)
        )

    def changed(self, effort: int, seconds: float, held: float) -> "Item":
        """This item with another length of hold, from one effort on.

        On the first side that is both sides of this repetition; on the second it is this hold, and
        both sides from the next repetition on. A hold that is over already by the new length ends
        where it is.

        Args:
            effort: The number of the effort in progress, from 0.
            seconds: The new length.
            held: How much of it is over.
        """
        kept = tuple((start, length) for start, length in self.changes if start < effort)
        now = ((effort, held), (effort + 1, seconds)) if held > seconds else ((effort, seconds),)
        return replace(self, changes=kept + now)

    def _seconds_of(self, effort: int) -> float:
        changed = [seconds for start, seconds in self.changes if start <= effort]
        return changed[-1] if changed else self.effort_seconds


class Talk(StrEnum):
    """How much the coach says."""

    LITTLE = "little"
    """Brief instructions, and during a hold only what is left of it."""
    FADING = "fading"
    """Every step the first times, brief instructions after that."""
    MUCH = "much"
    """Every step, every time."""


@dataclass(frozen=True)
class Manner:
    """How somebody likes to be coached."""

    time_to_settle: float = 1.0
    """How many times the usual time to get into position."""
    pace: float = 1.0
    """How many times the usual pause after an instruction."""
    talk: Talk = Talk.FADING
    """How much is said."""


@dataclass(frozen=True)
class Practice:
    """A stretch or a routine under way."""

    id: str
    """When it started, in UTC, as ISO text to the microsecond: one person starts one at a time."""
    name: str
    """The id of the stretch or routine it was started as; see `PLAN` and `OWN`."""
    items: tuple[Item, ...]
    body: str
    """The position the body was in before it: an id of `positions.toml`."""
    manner: Manner = Manner()
    wish: PlanWish | None = None
    """What it was planned by; None for one that has a name."""

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        # What is made of a practice is looked up by it many times in every turn.
        return hash((self.id, self.name, self.items, self.body, self.manner, self.wish))

    @property
    def is_routine(self) -> bool:
        """Whether there is more than one stretch to it."""
        return len(self.items) > 1

    @property
    def end(self) -> "Place":
        """The place after everything."""
        return Place(len(self.items), "")

    def place_of(self, item: int) -> "Place":
        """The start of an item, or the end of the practice for one beyond the last."""
        if item >= len(self.items):
            return self.end
        effort = self.items[item].efforts[0]
        return Place(item, self.items[item].stretch, Phase.SETTLE, effort.repetition, effort.side)

    def is_end(self, place: "Place") -> bool:
        """Whether nothing comes after this place."""
        return place.item >= len(self.items)
