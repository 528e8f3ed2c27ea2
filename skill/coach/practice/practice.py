"""A practice: what a person is coached through, fixed when it starts.

A routine or a preference that is edited later does not change a practice that has begun: its items hold
everything the timeline needs except the words.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from skill.coach.practice.place import Phase, Place, Side
from skill.coach.practice.plan_wish import LONGEST, PlanWish
from skill.library.records import BED, Breaths, Hold, Movement, Sides, Work

PLAN, OWN = "plan:", "own:"
"""What the name of a practice begins with where it is no routine of the library. `PLAN` is followed
by the minutes that it was planned for, `OWN` by the name that the person gave their routine."""

A_MINUTE = 60.0

LONGEST_PLAN = round(LONGEST / A_MINUTE)
"""Minutes; no plan is called by more."""

DAY = len("2026-11-20")
"""How much of a practice's id is its day."""


def plan_name(minutes: int) -> str:
    """The name of a practice that has none of its own: what it is called is its length."""
    return f"{PLAN}{min(minutes, LONGEST_PLAN)}"


def plan_minutes(name: str) -> int:
    """The minutes of a name that is a length; 0 for any other name."""
    return int(name.removeprefix(PLAN)) if name.startswith(PLAN) else 0


def as_announced(name: str, seconds: float) -> float:
    """The seconds of a practice as they are told: a plan's as it was announced, unless far from that.

    What is said before it once, such as cautions, makes it a little shorter or longer every time.
    """
    promised = plan_minutes(name) * A_MINUTE
    return promised if promised and abs(promised - seconds) <= A_MINUTE else seconds


@dataclass(frozen=True)
class Effort:
    """One hold, or one repetition of a movement, on one side."""

    repetition: int
    """From 1."""
    side: Side | None
    """None for a stretch without sides."""
    seconds: float
    """How long it lasts."""


@dataclass(frozen=True)
class Item:
    """One stretch of a practice, with its seconds, repetitions and sides decided."""

    stretch: str
    """The stretch's id."""
    work: Work
    """A hold in seconds or breaths, or a movement."""
    repetitions: int
    """How often it is held on each side; 1 for a movement, whose repetitions are in `work`."""
    sides: Sides
    brief: bool
    """Whether the person knows the stretch: it is told in brief, not in every step."""
    changes: tuple[tuple[int, float], ...] = ()
    """Lengths the person changed: the effort, from 0, from which a length holds, and that length in
    seconds."""
    way: str = ""
    """Which of the stretch's ways it is done in; empty for the usual one. Never why."""
    at_a_time: int = 0
    """How many repetitions of a movement are done on one leg before the foot comes down; 0 for no
    limit."""
    turns: tuple[Effort, ...] = ()
    """The efforts in another order, fewer or more than usual, as the person wants their sides; empty as
    usual. No repetition is in it twice on the same side."""
    asked: bool = False
    """Whether its length or number was said when it was started."""
    stays: int = 0
    """The number of the effort, from 1, that is held until the person says a word; 0 for none. Its
    seconds are those until they are asked."""

    @property
    def rounds(self) -> int:
        """How many repetitions the person is told of, for a hold and a movement alike."""
        return self.work.repetitions if isinstance(self.work, Movement) else self.repetitions

    @property
    def effort_seconds(self) -> float:
        """Seconds that one effort lasts, where the person has not changed it."""
        match self.work:
            case Hold(seconds):
                return seconds
            case Breaths(count, each):
                return count * each
            case Movement(_, each):
                return each

    @cached_property
    def efforts(self) -> tuple[Effort, ...]:
        """The efforts in the order they are done.

        Repetitions of a hold alternate sides; a movement finishes one side before it begins the
        other, unless its sides take turns.
        """
        if self.turns:
            return self.turns
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

    def rests_before(self, effort: Effort) -> bool:
        """Whether the foot comes down, on the same side, before a repetition of a movement."""
        return (
            bool(self.at_a_time)
            and effort.repetition > 1
            and (effort.repetition - 1) % self.at_a_time == 0
        )

    def number_at(self, place: Place) -> int:
        """Which of the efforts a place belongs to, from 0."""
        here = place.repetition, place.side
        return next((n for n, e in enumerate(self.efforts) if (e.repetition, e.side) == here), 0)

    def opens_round(self, effort: Effort) -> bool:
        """Whether an effort is the first of its repetition."""
        return effort == next(each for each in self.efforts if each.repetition == effort.repetition)

    def whole_breaths(self, seconds: float) -> float:
        """Seconds as whole breaths, at least one, where the work is counted in them."""
        work = self.work
        return work.nearest(seconds) * work.seconds_each if isinstance(work, Breaths) else seconds

    def changed(self, effort: int, seconds: float, held: float) -> "Item":
        """This item with another length of hold from one effort on.

        A change on the first side is for both sides of this repetition and of those that follow; a
        change on the second side is for this hold, and for both sides from the next repetition on. If
        the new length is already over, the hold ends at once.

        Args:
            effort: The number of the effort in progress, from 0.
            seconds: The new length of a hold.
            held: Seconds of the effort in progress that are over.
        """
        if self.turns:
            rest = (replace(each, seconds=seconds) for each in self.turns[effort + 1 :])
            now = replace(self.turns[effort], seconds=max(seconds, held))
            return replace(self, turns=(*self.turns[:effort], now, *rest))
        kept = tuple((start, length) for start, length in self.changes if start < effort)
        new = ((effort, held), (effort + 1, seconds)) if held > seconds else ((effort, seconds),)
        return replace(self, changes=kept + new)

    def with_rounds(self, rounds: int) -> "Item":
        """This item done so often, a hold and a movement alike; its sides' turns are not touched."""
        if isinstance(self.work, Movement):
            return replace(self, work=replace(self.work, repetitions=rounds))
        return replace(self, repetitions=rounds)

    def with_seconds(self, effort: int, seconds: float) -> "Item":
        """This item with another length of one effort, by its number from 0, and of no other."""
        if self.turns:
            now = replace(self.turns[effort], seconds=seconds)
            return replace(self, turns=(*self.turns[:effort], now, *self.turns[effort + 1 :]))
        before = tuple(change for change in self.changes if change[0] < effort)
        later = tuple(change for change in self.changes if change[0] > effort + 1)
        after = ((effort + 1, self._seconds_of(effort + 1)),)
        return replace(self, changes=(*before, (effort, seconds), *after, *later))

    def is_stay(self, effort: Effort) -> bool:
        """Whether an effort is held until the person says a word."""
        return bool(self.stays) and self.efforts[self.stays - 1 : self.stays] == (effort,)

    @property
    def only_side(self) -> Side | None:
        """The only side that is done; None where both are, or where there are none."""
        sides = {effort.side for effort in self.efforts}
        return sides.pop() if len(sides) == 1 else None

    def _seconds_of(self, effort: int) -> float:
        changed = [seconds for start, seconds in self.changes if start <= effort]
        return changed[-1] if changed else self.effort_seconds


class Talk(StrEnum):
    """How much the coach says."""

    LITTLE = "little"
    """Brief instructions, and during a hold only what is left of it."""
    FADING = "fading"
    """Every step the first few times, brief instructions after that."""
    MUCH = "much"
    """Every step, every time."""


@dataclass(frozen=True)
class Manner:
    """How a person likes to be coached."""

    time_to_settle: float = 1.0
    """The factor for the time to get into position; 1 is the usual time."""
    pace: float = 1.0
    """The factor for the pause after an instruction; 1 is the usual pause."""
    talk: Talk = Talk.FADING
    """How much is said."""


@dataclass(frozen=True)
class Practice:
    """A stretch or a routine that a person does, from beginning to end."""

    id: str
    """When it started, in UTC, as ISO text to the millisecond: one person starts one at a time."""
    name: str
    """The id of the stretch or routine it was started as; for others see `PLAN` and `OWN`."""
    items: tuple[Item, ...]
    """Its stretches, in the order they are done."""
    body: str
    """The position the body was in before the practice: an id of `positions.toml`."""
    manner: Manner = Manner()
    wish: PlanWish | None = None
    """The wish it was planned by; None for a stretch or a routine with a name."""
    in_bed: bool = False
    """Whether what is done lying on the floor is done in bed."""

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        # A practice is the key of many caches, several times in every turn: its hash is computed once.
        return hash((self.id, self.name, self.items, self.body, self.manner, self.wish, self.in_bed))

    @cached_property
    def day(self) -> int:
        """A number that differs from day to day: the wordings begin with another one each day."""
        return int("".join(filter(str.isdigit, self.id[:DAY])) or 0)

    @property
    def is_on_a_bed(self) -> bool:
        """Whether it is done in bed: since the body cannot get to the floor, or as it was wished for."""
        return self.in_bed or (self.wish is not None and self.wish.place == BED)

    @property
    def is_routine(self) -> bool:
        """Whether it has more than one stretch."""
        return len(self.items) > 1

    @property
    def end(self) -> "Place":
        """The place after the last item."""
        return Place(len(self.items), "")

    def place_of(self, item: int) -> "Place":
        """The start of an item, or the end of the practice for one beyond the last."""
        if item >= len(self.items):
            return self.end
        effort = self.items[item].efforts[0]
        return Place(item, self.items[item].stretch, Phase.SETTLE, effort.repetition, effort.side)

    def is_before(self, place: Place) -> bool:
        """Whether a place is in the first phase of a stretch: being told, and getting into position."""
        if self.is_end(place):
            return False
        item = self.items[place.item]
        at, first = (place.stretch, place.repetition, place.side), item.efforts[0]
        settles = place.phase is Phase.SETTLE and not place.held
        return settles and at == (item.stretch, first.repetition, first.side)

    def is_end(self, place: "Place") -> bool:
        """Whether nothing comes after this place."""
        return place.item >= len(self.items)
