"""What a stretch, a routine and a source are, in figures; `language.py` has their words.

All lengths are in seconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from skill.library.care import Care, CareSource, Condition, Sign, SignQuestion, Verdict


class Level(StrEnum):
    """How much of a stretch is done."""

    GENTLE = "gentle"
    STANDARD = "standard"
    LONGER = "longer"


class Sides(StrEnum):
    """How a stretch treats left and right."""

    NONE = "none"
    """Both sides at once, or no sides."""
    EACH = "each"
    """Each side does its work by itself; repetitions of a hold alternate between the sides."""
    IN_TURN = "in_turn"
    """Every repetition of a movement goes first to one side and then to the other."""


class Planning(StrEnum):
    """Whether a plan that is put together may have a stretch."""

    ALWAYS = "always"
    """In any plan."""
    NOT_GENTLE = "not_gentle"
    """In no plan of a person who does the stretch at the gentle level."""
    NEVER = "never"
    """In no plan."""


SHORTEST_SECONDS, LONGEST_SECONDS = 3, 120
"""A hold that is shorter or longer than these is a mistake in the content."""

MOST_ON_ONE_LEG, LIFTING = 30, 10
"""The most seconds on one leg before the foot comes down, and how many of these go by until it is lifted
and steady; ours, well above the five to ten seconds that pages for beginners ask for (`N1`)."""

GENTLE = "gentle"
"""The easier way, which every stretch has; one that is done as usual has no way."""

OURS = "ours"
"""The source of a figure that no article gives and that this project has chosen."""


@dataclass(frozen=True)
class Figure:
    """A number and its sources."""

    value: int
    sources: tuple[str, ...]
    """Ids of sources, such as "S0", or `OURS`."""


@dataclass(frozen=True)
class Hold:
    """Staying still for some seconds."""

    seconds: float


@dataclass(frozen=True)
class Breaths:
    """Staying still for some breaths."""

    count: int
    seconds_each: float
    """How long one breath takes."""

    def nearest(self, seconds: float) -> int:
        """How many breaths come nearest to a length in seconds; at least one."""
        return max(1, round(seconds / self.seconds_each))


@dataclass(frozen=True)
class Movement:
    """Moving for some repetitions."""

    repetitions: int
    seconds_each: float
    """How long one repetition takes."""


Work = Hold | Breaths | Movement


@dataclass(frozen=True)
class Dose:
    """The work of a stretch at one level, with its figures' sources."""

    repetitions: Figure
    """How many repetitions, on each side where there are sides."""
    seconds: Figure
    """How long one hold, one breath or one repetition of a movement takes."""
    breaths: Figure | None
    """How many breaths one hold has; None where it is not held in breaths."""
    kind: str
    """`hold`, `breaths` or `movement`."""

    @property
    def work(self) -> Work:
        """The work of one repetition of a hold or of breaths; all the repetitions of a movement."""
        if self.kind == "movement":
            return Movement(self.repetitions.value, self.seconds.value)
        if self.breaths is not None:
            return Breaths(self.breaths.value, self.seconds.value)
        return Hold(self.seconds.value)

    @property
    def sources(self) -> tuple[str, ...]:
        """All sources of this dose, each once, in the order of its figures."""
        figures = [f for f in (self.seconds, self.breaths, self.repetitions) if f is not None]
        return tuple(dict.fromkeys(source for figure in figures for source in figure.sources))


EVERYTHING = "everything"
"""The id of the `EQUIPMENT` slot type that is no thing of its own, but all of them."""

BED = "bed"
"""The height of a body in bed, and the id of that place."""

IN_BED = "lying_back"
"""The position of a body in bed: an id of `positions.toml`."""

FROM_THE_FLOOR = ("lying", BED, "kneeling", "sitting", "standing")
"""The heights of the body, the lowest first."""


@dataclass(frozen=True)
class Way:
    """A way to do a stretch that is easier on something."""

    spares: tuple[str, ...]
    """The parts of the body it is easier on, as `signs.toml` names them."""
    sources: tuple[str, ...]
    """Who describes it: ids of `sources.toml` or `care_sources.toml`, or `OURS`."""
    helpful: tuple[str, ...] = ()
    """What is used in it: ids of `equipment.toml`."""


@dataclass(frozen=True)
class Stretch:
    """One stretch, without its words."""

    id: str
    position: str
    """The position of the body during it: an id of `positions.toml`."""
    sides: Sides
    doses: Mapping[Level, Dose]
    """How much is done at each level."""
    areas: tuple[str, ...]
    """What it may help: ids of `areas.toml`."""
    benefit_sources: tuple[str, ...]
    """The sources that say what it may help."""
    step_sources: tuple[str, ...]
    """The sources that describe how to do it."""
    ways: Mapping[str, Way]
    """The ways that are easier than the usual one, by their ids."""
    equipment: tuple[str, ...] = ()
    """What is needed for it: ids of `equipment.toml`."""
    helpful: tuple[str, ...] = ()
    """What makes it easier but is not needed: ids of `equipment.toml`."""
    own_caution_sources: tuple[str, ...] = ()
    """The sources of a caution of its own, told before the first time; empty where it has none."""
    planning: Planning = Planning.ALWAYS
    """Whether a plan may have it."""
    step_pause: Figure | None = None
    """Seconds that one movement takes, on the way in and over to the other side; None for the usual."""
    ends_in: str | None = None
    """The position of the body afterwards; None where it is the same."""
    one_leg: bool = False
    """Whether the body stands on one leg: only for a movement, which can be cut into parts."""

    @property
    def at_a_time(self) -> int:
        """How many repetitions are done on one leg before the foot comes down; 0 for no limit.

        It fits the slowest of its doses, so that it does not depend on the level.
        """
        if not self.one_leg:
            return 0
        slowest = max(dose.seconds.value for dose in self.doses.values())
        return max(1, (MOST_ON_ONE_LEG - LIFTING) // slowest)

    def way_sparing(self, part: str) -> str:
        """The id of the way that is easier on a part of the body; empty where there is none."""
        return next((way for way, each in self.ways.items() if part in each.spares), "")

    @property
    def is_for_bed(self) -> bool:
        """Whether it can be done in bed: on the back, and without equipment to get up for."""
        return self.position == IN_BED and not self.equipment


@dataclass(frozen=True)
class Routine:
    """Several stretches in an order."""

    id: str
    stretches: tuple[str, ...]
    """Ids of its stretches, in order."""
    source: str
    """The id of the article it comes from."""
    asks_for: str | None = None
    """Equipment that the person is asked about first: without it, stretches that need it are left
    out. None to not ask."""


@dataclass(frozen=True)
class BodyPosition:
    """A position of the body."""

    id: str
    height: str
    """`standing`, `sitting`, `kneeling`, `lying` or `bed`: what getting up and down depends on."""
    place: str
    """Where the body is in this position: `floor`, `standing`, `chair` or `bed`."""
    in_bed: str = ""
    """The position in bed that stands for it where somebody cannot be on the floor; empty for none."""


@dataclass(frozen=True)
class Source:
    """An article that figures come from."""

    id: str
    title: str
    file: str
    """The file with its text."""


UPRIGHT = frozenset({"standing", "chair"})
"""Where a body is that is neither on the floor nor on a bed."""

BACK = frozenset({"back_muscles", "lower_back", "upper_back", "spine"})


@dataclass(frozen=True, eq=False)
class Library:
    """Everything language-neutral. There is one Library; it is compared by identity, as a fast key."""

    stretches: Mapping[str, Stretch]
    """By their ids, as are routines, positions and sources."""
    routines: Mapping[str, Routine]
    positions: Mapping[str, BodyPosition]
    sources: Mapping[str, Source]
    areas: tuple[str, ...]
    """The ids in `areas.toml`."""
    equipment: tuple[str, ...]
    """The ids in `equipment.toml`."""
    conditions: Mapping[str, Condition]
    care: Mapping[str, Mapping[str, Care]]
    """What each column of the matrix says about every stretch."""
    care_sources: Mapping[str, CareSource]
    """The published pages that the matrix and the signs are taken from."""
    signs: Mapping[str, Sign]
    sign_questions: Mapping[str, SignQuestion]

    def position_of(self, stretch: str, *, in_bed: bool) -> str:
        """The id of the position that a stretch is done in, given by its id; on the floor or in bed."""
        position = self.stretches[stretch].position
        return (in_bed and self.positions[position].in_bed) or position

    def is_upright(self, stretch: str) -> bool:
        """Whether a stretch, given by its id, is done on one's feet or on a chair, and not in bed."""
        return self.positions[self.stretches[stretch].position].place in UPRIGHT

    def conditions_with(self, verdict: Verdict, stretch: str) -> tuple[str, ...]:
        """Ids of the conditions that have a verdict on a stretch whatever else is known.

        In the order of `conditions.toml`; of several that are the same in particular, such as two thirds
        of a pregnancy, the first one.
        """
        found: dict[str, str] = {}
        for condition in self.conditions.values():
            verdicts = {self.care[column][stretch].verdict for column in condition.columns}
            if verdicts == {verdict} and not condition.evident:
                found.setdefault(self.family(condition.id), condition.id)
        return tuple(found.values())

    def conditions_that_depend(self, stretch: str) -> tuple[str, ...]:
        """Ids of the conditions in which a stretch is left out, or else eased or asked about.

        A question decides which, such as how long ago an operation was; it is never simply fine.
        """
        found = []
        for condition in self.conditions.values():
            verdicts = {self.care[column][stretch].verdict for column in condition.columns}
            told = Verdict.LEAVE_OUT in verdicts and Verdict.FINE not in verdicts and len(verdicts) > 1
            if told and not condition.evident:
                found.append(condition.id)
        return tuple(found)

    def family(self, condition: str) -> str:
        """The id of the condition that this one is in particular; its own where it is none."""
        return self._families[condition]

    @cached_property
    def _families(self) -> Mapping[str, str]:
        columns = {each.id: frozenset(each.columns) for each in self.conditions.values()}
        return {
            condition: next(
                (whole for whole in columns if columns[condition] < columns[whole]), condition
            )
            for condition in columns
        }

    def areas_meant(self, area: str) -> frozenset[str]:
        """The areas that a named area may mean: "my back" means any part of the back."""
        return BACK if area == "back_muscles" else frozenset({area})
