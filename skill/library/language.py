"""The words of one language: of its stretches, its routines, its positions, and of everything else."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from skill.library.care import ConditionWords, SignWords

NO_TEXTS = ("differs", "takes")
"""What a way has beside the texts it changes."""


@dataclass(frozen=True)
class WayWords:
    """A way to do a stretch, in the words of one language: what it changes, and nothing else."""

    differs: str
    """How it is easier, in one sentence: the answer to "is there an easier way?"."""
    steps: tuple[str, ...] = ()
    """This and all below are said instead of the stretch's own, if there is something."""
    brief: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    again_other: tuple[str, ...] = ()
    switch: tuple[str, ...] = ()
    move: tuple[str, ...] = ()
    move_brief: tuple[str, ...] = ()
    move_other: tuple[str, ...] = ()
    release: str = ""
    felt: str = ""
    ease: str = ""
    takes: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    """As in `StretchWords`."""


@dataclass(frozen=True)
class StretchWords:
    """A stretch in the words of one language.

    In a text, `{side}` stands for the side that works and `{other}` for the other one.
    """

    name: str
    """The name as said in a sentence: "child's pose", "the knee to chest stretch"."""
    synonyms: tuple[str, ...]
    """Other names that people use for it."""
    which: str
    """What distinguishes it from others of the same name, its position first: "lying on your back"."""
    steps: tuple[str, ...]
    """How to get into it, one movement in each text."""
    brief: tuple[str, ...]
    """The steps in short, for a person who knows the stretch."""
    again: tuple[str, ...]
    """The way into the next repetition on the same side; empty where there is never one."""
    again_other: tuple[str, ...]
    """The same in other words, for every other time; empty where there is nothing else to say."""
    switch: tuple[str, ...]
    """The way from one side to the other, `{side}` being the new one; empty without sides."""
    move: tuple[str, ...]
    """What is said during the first repetition of a movement; empty for a hold."""
    move_brief: tuple[str, ...]
    """What is said during later repetitions of a movement: the same in short."""
    move_other: tuple[str, ...]
    """The last of `move_brief` in other words, said by turns with it; empty where it is heard seldom."""
    release: str
    """How to come out of it, in one sentence."""
    felt: str
    """What it should feel like, said during a hold."""
    ease: str
    """What may be let go in the middle of a long hold."""
    benefit: str
    """What it may help, in one or two sentences."""
    caution: str
    """Its own caution; empty where it has none."""
    ways: Mapping[str, WayWords] = field(default_factory=dict)
    """The easier ways to do it, by their ids."""
    takes: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    """Where a text of `steps`, `brief`, `again`, `again_other` or `switch` takes longer than its
    movements tell: the seconds of quiet after each text, by the list; 0 for the usual."""

    def in_way(self, way: str) -> "StretchWords":
        """The words of this stretch done in one of its ways; as usual for one that it does not have."""
        other = self.ways.get(way)
        if other is None:
            return self
        texts = {each.name: getattr(other, each.name) for each in fields(other)}
        changed = {key: text for key, text in texts.items() if text and key not in NO_TEXTS}
        kept = {key: times for key, times in self.takes.items() if key not in changed}
        if "again" in changed:
            changed.setdefault("again_other", ())
        if "move_brief" in changed:
            changed.setdefault("move_other", ())
        return replace(self, takes={**kept, **other.takes}, **changed)

    def with_words(self, others: Mapping[str, str]) -> "StretchWords":
        """These words with others in the place of some: of the bed, and not of the floor.

        Args:
            others: By the words that are replaced, in texts that are told on the way.
        """

        def told(texts: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(_replaced(text, others) for text in texts)

        return replace(
            self,
            steps=told(self.steps),
            brief=told(self.brief),
            again=told(self.again),
            again_other=told(self.again_other),
            switch=told(self.switch),
            move=told(self.move),
            move_brief=told(self.move_brief),
            move_other=told(self.move_other),
            release=_replaced(self.release, others),
            felt=_replaced(self.felt, others),
            ease=_replaced(self.ease, others),
        )


def _replaced(text: str, others: Mapping[str, str]) -> str:
    for old, new in others.items():
        text = text.replace(old, new)
    return text


@dataclass(frozen=True)
class FigureWords:
    """The pictures of a stretch in the words of one language, by the names of their frames.

    As in `StretchWords`, `{side}` and `{other}` stand for the sides.
    """

    seen: Mapping[str, str]
    """What the body does in each, for those who cannot see it."""
    limbs: Mapping[str, str]
    """Which limb is meant, in a few words to be read from the mat: "{side} knee down"."""


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
    """The name after "this one is done": "lying on your back"."""
    get_in: str
    """The last movement into it, from another position of the same height."""


@dataclass(frozen=True)
class Speaking:
    """How long this language's words take to say, in seconds; see `skill.words.speaking`."""

    syllable: float
    """Each syllable."""
    word: float
    """Each word, besides its syllables."""
    comma: float
    """The pause at a comma."""
    sentence: float
    """The pause at a full stop or question mark, also at the end of a text."""
    vowels: str
    """The vowel letters: each group of them counts as a syllable."""
    silent_e: bool
    """Whether an e at the end of a word is not spoken, unless it is -le."""


@dataclass(frozen=True)
class Moving:
    """The words by which a movement is known in what is told; see `skill.words.moving`."""

    moves: tuple[str, ...]
    """What a clause begins with that tells to move."""
    linking: tuple[str, ...]
    """What may stand before that, such as "and" and "then"."""
    both: str
    """The word that joins two clauses: "and"."""


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""The days of the week in Python's order."""


@dataclass(frozen=True)
class Phrases:
    """The small pieces that sentences are made of."""

    numbers: tuple[str, ...]
    """The words for nought to nineteen; to ninety-nine where they follow no rule."""
    tens: tuple[str, ...]
    """The words for twenty, thirty … ninety."""
    hundred: str
    ordinals: tuple[str, ...]
    """The words for first, second …"""
    durations: Mapping[str, str]
    """`minute_and_a_half`, and `and`, which joins two units of time."""
    counted: Mapping[str, Mapping[str, str]]
    """`second`, `minute`, `hour` and `stretch`, each as `one` and `many`."""
    times: Mapping[str, str]
    """`once`, `twice`, `times`."""
    sides: Mapping[str, str]
    """`left` and `right` as they are put into a text, which may give them an ending."""
    sides_alone: Mapping[str, str]
    """The same as they stand alone."""
    clock: Mapping[str, str]
    """Ways to say a time of day; which, the language's grammar tells (`skill.words.grammar`)."""
    parts_of_day: Mapping[str, str]
    """`night`, `morning`, `afternoon`, `evening`."""
    heard_parts: Mapping[str, tuple[str, ...]]
    """The words by which each part of the day is recognised."""
    weekdays: Mapping[str, str]
    """`monday` to `sunday`."""
    recurrences: Mapping[str, str]
    """`daily`, `weekdays`, `weekends`, `each`, `today`, `tomorrow`, `on`."""
    common_words: tuple[str, ...]
    """Words that do not distinguish stretches, such as "stretch"."""
    around_names: tuple[str, ...]
    """Words that people say around the name of a routine of their own."""
    articles: tuple[str, ...]
    """Words that are left off the front of a name where it stands over something."""
    both: str
    """Joins the last two of several things."""
    either: str
    """Joins the last two of several choices."""


@dataclass(frozen=True)
class HeardWords:
    """What words in a slot mean that Alexa knows no value for: of a body, and where a name stands."""

    names: Mapping[str, Mapping[str, str]]
    """By slot type: the id of each name, in the order of the file, which has the gravest first."""
    denials: tuple[str, ...]
    """Words that deny the name after them: "no", "without"."""
    no_names: tuple[str, ...] = ()
    """How words begin that say that it is enough, and stand where a name does: "call it a day"."""


@dataclass(frozen=True)
class Language:
    """Every word of one language, as one country speaks it."""

    tag: str
    """The language, such as en."""
    locale: str
    """The language and country, such as en-GB."""
    emergency: str
    """The number of the ambulance in that country, as it is spoken: "nine nine nine"."""
    stretches: Mapping[str, StretchWords]
    """By the stretch's id."""
    figures: Mapping[str, FigureWords]
    """By the stretch's id."""
    routines: Mapping[str, RoutineWords]
    """By the routine's id."""
    positions: Mapping[str, BodyPositionWords]
    """By the position's id."""
    moves: Mapping[tuple[str, str], str]
    """How to get from one height to another, up to any position of that height."""
    in_bed: Mapping[str, str]
    """What is said of the bed, by the same words of the floor."""
    shared_names: Mapping[str, tuple[str, ...]]
    """Names that several stretches share, each with the ids of these in the order they are offered."""
    areas: Mapping[str, str]
    """The name of each part of the body, by its id."""
    equipment: Mapping[str, str]
    """The name of each piece of equipment, by its id."""
    sources: Mapping[str, str]
    """How each article is named in a sentence, by its id."""
    conditions: Mapping[str, ConditionWords]
    condition_questions: Mapping[str, str]
    """The questions that decide between the columns of a condition."""
    care: Mapping[str, Mapping[str, str]]
    """The reasons of each column of the matrix: how it is easier, or why it is left out."""
    care_sources: Mapping[str, str]
    signs: SignWords
    heard: HeardWords
    prompts: Mapping[str, tuple[str, ...]]
    """The variants of every prompt, by the prompt's key."""
    placeholders: Mapping[str, Mapping[str, str]]
    """The placeholders of each prompt, and the kind of each: `text`, `seconds`, `number`, `times` …"""
    phrases: Phrases
    screen: Mapping[str, str]
    """What stands on a device's screen: short words by what they are for."""
    speaking: Speaking
    moving: Moving
