"""What a stretch, a routine and a source are.

Language-neutral figures stand in `Stretch`, `Routine` and `Library`; the words of one language in
`StretchWords`, `RoutineWords` and `Language`. All lengths are seconds.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How much of a stretch is asked for."""

    GENTLE = "gentle"
    STANDARD = "standard"
    LONGER = "longer"


class Sides(StrEnum):
    """How a stretch treats left and right."""

    NONE = "none"
    """Both at once."""
    EACH = "each"
    """One side's work, then the other's; repetitions of a hold alternate."""
    IN_TURN = "in_turn"
    """Every repetition of a movement goes to one side and then to the other."""


class Planning(StrEnum):
    """Whether a generated plan may use a stretch."""

    ALWAYS = "always"
    NOT_GENTLE = "not_gentle"
    NEVER = "never"


SHORTEST_SECONDS, LONGEST_SECONDS = 3, 120
"""A hold shorter than the coach can say, or longer than she will ask for, is a slip of the pen."""

OURS = "ours"
"""The source of a figure that none of the five articles gives."""


@dataclass(frozen=True)
class Figure:
    """A number and who says so."""

    value: int
    sources: tuple[str, ...]
    """Source ids such as "S0", or `OURS`."""


@dataclass(frozen=True)
class Hold:
    """Stay still."""

    seconds: float


@dataclass(frozen=True)
class Breaths:
    """Stay still for a number of breaths."""

    count: int
    seconds_each: float


@dataclass(frozen=True)
class Movement:
    """Keep moving."""

    repetitions: int
    seconds_each: float


Work = Hold | Breaths | Movement


@dataclass(frozen=True)
class Dose:
    """The work of a stretch at one level, with its figures' sources."""

    repetitions: Figure
    """How often, on each side where there are sides."""
    seconds: Figure
    """How long one hold, one breath or one repetition of a movement takes."""
    breaths: Figure | None
    """How many breaths one hold lasts, where it is held in breaths."""
    kind: str
    """`hold`, `breaths` or `movement`."""

    @property
    def work(self) -> Work:
        """The work of one repetition; of all of them for a movement."""
        if self.kind == "movement":
            return Movement(self.repetitions.value, self.seconds.value)
        if self.breaths is not None:
            return Breaths(self.breaths.value, self.seconds.value)
        return Hold(self.seconds.value)

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source of this dose, each once, in the order of its figures."""
        figures = [f for f in (self.seconds, self.breaths, self.repetitions) if f is not None]
        return tuple(dict.fromkeys(source for figure in figures for source in figure.sources))


BED = "bed"
"""The height, and the place, of a body in bed."""

IN_BED = "lying_back"
"""The position of a body in bed: an id of `positions.toml`."""

FROM_THE_FLOOR = ("lying", BED, "kneeling", "sitting", "standing")
"""Heights of the body, the lowest first."""


@dataclass(frozen=True)
class Stretch:
    """One stretch, without its words."""

    id: str
    position: str
    """The body's position while it is done: an id of `positions.toml`."""
    sides: Sides
    doses: Mapping[Level, Dose]
    rest: Figure
    """Seconds between two repetitions on the same side."""
    areas: tuple[str, ...]
    """What it may help: ids of `areas.toml`."""
    benefit_sources: tuple[str, ...]
    step_sources: tuple[str, ...]
    """Who describes how to do it."""
    easier_sources: tuple[str, ...]
    """Who says so of the easier way."""
    equipment: tuple[str, ...] = ()
    """What it cannot be done without: ids of `equipment.toml`."""
    helpful: tuple[str, ...] = ()
    """What makes it easier: ids of `equipment.toml`."""
    cautions: tuple[str, ...] = ()
    """Who should ask first: ids of `cautions.toml`."""
    own_caution_sources: tuple[str, ...] = ()
    """The sources of a caution of its own, spoken before the first time; empty where there is none."""
    planning: Planning = Planning.ALWAYS
    step_pause: Figure | None = None
    """Seconds of quiet after each instruction, where the usual pause is too short."""
    ends_in: str | None = None
    """The position the body is in afterwards, where it is another one."""

    @property
    def is_for_bed(self) -> bool:
        """Whether it can be done in bed: on the back, with nothing that one would get up for."""
        return self.position == IN_BED and not self.equipment


@dataclass(frozen=True)
class Routine:
    """Several stretches in an order."""

    id: str
    stretches: tuple[str, ...]
    source: str
    asks_for: str | None = None
    """Equipment asked about before it starts; without it the stretches that need it are left out."""


@dataclass(frozen=True)
class BodyPosition:
    """A position of the body."""

    id: str
    height: str
    """`standing`, `sitting`, `kneeling` or `lying`: what getting up and down goes by."""
    place: str
    """Where one is in it: `floor`, `standing`, `chair` or `bed`."""


@dataclass(frozen=True)
class Source:
    """An article the figures come from."""

    id: str
    title: str
    file: str


BACK = frozenset({"back_muscles", "lower_back", "upper_back", "spine"})


@dataclass(frozen=True, eq=False)
class Library:
    """Everything language-neutral. There is one: it is itself and no other, so that it can be a key."""

    stretches: Mapping[str, Stretch]
    routines: Mapping[str, Routine]
    positions: Mapping[str, BodyPosition]
    sources: Mapping[str, Source]
    move_seconds: Mapping[tuple[str, str], int]
    """Seconds to change from one height to another; the same height twice is a change of position."""
    cautions: tuple[str, ...]
    areas: tuple[str, ...]
    equipment: tuple[str, ...]

    def areas_meant(self, area: str) -> frozenset[str]:
        """The areas that somebody may mean who names one: whoever says "my back" means any of it."""
        return BACK if area == "back_muscles" else frozenset({area})


@dataclass(frozen=True)
class StretchWords:
    """A stretch in the words of one language.

    `{side}` and `{other}` in a text stand for the working side and the one that rests.
    """

    name: str
    """As said in a sentence: "child's pose", "the knee to chest stretch"."""
    synonyms: tuple[str, ...]
    """Other things people call it."""
    which: str
    """What tells it from its namesakes, its position first: "lying on your back"."""
    steps: tuple[str, ...]
    """How to get in, one movement each."""
    brief: str
    """The same for somebody who knows it."""
    again: str
    """Into the next repetition on the same side; empty where there is never a second."""
    switch: str
    """From one side to the other, `{side}` being the new one; empty without sides."""
    move: tuple[str, ...]
    """What is said along one repetition of a movement; empty for a hold."""
    move_brief: tuple[str, ...]
    """The same, shorter, for the repetitions after the first."""
    release: str
    """How to come out of it, in one sentence."""
    felt: str
    """What it should feel like, said during a hold."""
    benefit: str
    """What it may help, in one or two sentences."""
    easier: str
    """An easier way to do it."""
    caution: str
    """Its own caution; empty where it has none."""


@dataclass(frozen=True)
class RoutineWords:
    """A routine in the words of one language."""

    name: str
    synonyms: tuple[str, ...]
    summary: str
    """What it is, in one short sentence."""


@dataclass(frozen=True)
class BodyPositionWords:
    """A position in the words of one language."""

    name: str
    """As in "this one is done ...": "lying on your back"."""
    get_in: str
    """The last movement into it, from a position of the same height."""


@dataclass(frozen=True)
class Speaking:
    """How long this language's words take to say; see `skill.words.speaking`. All in seconds."""

    syllable: float
    word: float
    comma: float
    sentence: float
    """A full stop or question mark, the last one of a text included."""
    vowels: str
    """The letters whose groups are counted as syllables."""


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""The days of a week, as Python counts them."""


@dataclass(frozen=True)
class Phrases:
    """The small pieces that sentences are put together from."""

    numbers: tuple[str, ...]
    """Nought to nineteen."""
    tens: tuple[str, ...]
    """Twenty, thirty … ninety."""
    hundred: str
    ordinals: tuple[str, ...]
    """First, second …"""
    durations: Mapping[str, str]
    """`minute_and_a_half`, and `and`, which joins two units."""
    counted: Mapping[str, Mapping[str, str]]
    """`second`, `minute`, `hour`, `stretch`, each as `one` and `many`."""
    times: Mapping[str, str]
    """`once`, `twice`, `times`."""
    sides: Mapping[str, str]
    clock: Mapping[str, str]
    """The ways of saying a time: `noon`, `past`, `to`, `at_part` …"""
    parts_of_day: Mapping[str, str]
    """`night`, `morning`, `afternoon`, `evening`."""
    heard_parts: Mapping[str, tuple[str, ...]]
    """The words by which each of them is recognised."""
    weekdays: Mapping[str, str]
    """`monday` …"""
    recurrences: Mapping[str, str]
    """`daily`, `weekdays`, `weekends`, `each`, `today`, `tomorrow`, `on`."""
    common_words: tuple[str, ...]
    around_names: tuple[str, ...]
    """What people say around the name of a routine of their own."""
    """Words that tell no stretch from another, such as "stretch"."""
    both: str
    """Joins two things that go together."""
    either: str
    """Joins two things to choose from."""


@dataclass(frozen=True)
class Language:
    """Every word of one language, as one country speaks it."""

    tag: str
    """The language: en."""
    locale: str
    """The language and the country: en-GB."""
    emergency: str
    """The number of the ambulance there, as it is said: "nine nine nine"."""
    stretches: Mapping[str, StretchWords]
    routines: Mapping[str, RoutineWords]
    positions: Mapping[str, BodyPositionWords]
    moves: Mapping[tuple[str, str], str]
    """How to get from one height to another, ending anywhere at the second."""
    shared_names: Mapping[str, tuple[str, ...]]
    """Names that several stretches answer to, each with their ids in the order they are offered."""
    cautions: Mapping[str, str]
    areas: Mapping[str, str]
    equipment: Mapping[str, str]
    sources: Mapping[str, str]
    prompts: Mapping[str, tuple[str, ...]]
    """The variants of every prompt, by its key."""
    placeholders: Mapping[str, Mapping[str, str]]
    """What each prompt is filled with, and as what: `text`, `seconds`, `number`, `times`."""
    phrases: Phrases
    speaking: Speaking
