"""What the ear knows of a language: `content/locales/<language>/hearing.toml`.

All of it stands in for Alexa's own understanding. None of it goes into the interaction model.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.errors import ContentError
from skill.library.reading import Problems, Table, read_file


@dataclass(frozen=True)
class NumberWords:
    """How a language says numbers, lengths of time and times of day."""

    values: Mapping[str, int]
    """Nought to nineteen, the tens, and whatever else is one number: "couple of"."""
    units: Mapping[str, str]
    """The ISO 8601 letter of each unit of time: "minutes" is `M`."""
    single_units: frozenset[str]
    """Those that say "one" by themselves: "minute", with or without its article."""
    hours: Mapping[str, int]
    """Times of day with a name: "noon" is 12."""
    morning: tuple[str, ...]
    """What follows an hour before noon."""
    afternoon: tuple[str, ...]
    """What follows an hour after noon."""
    later: frozenset[str]
    """Words that, somewhere in a sentence, put an hour after noon."""


@dataclass(frozen=True)
class Hearing:
    """What is said around what is meant, in one language; see the file for each of them."""

    fillers: tuple[str, ...]
    openers: tuple[str, ...]
    no_openers: tuple[str, ...]
    interjections: tuple[str, ...]
    closers: tuple[str, ...]
    joints: tuple[str, ...]
    reasons: tuple[str, ...]
    wishes: tuple[str, ...]
    unfinished: frozenset[str]
    not_first: tuple[str, ...]
    explained: frozenset[str]
    never_last: frozenset[str]
    small_words: frozenset[str]
    stand_ins: frozenset[str]
    never_in_names: frozenset[str]
    urgent: frozenset[str]
    """The slot types whose names are heard among whatever else is said."""
    clear_words: tuple[str, ...]
    clear_for_several: tuple[str, ...]
    elsewhere: tuple[str, ...]
    spelled_out: Mapping[str, str]
    same_words: Mapping[str, str]
    """By word, the one that stands for it and its like."""
    name_endings: Mapping[str, frozenset[str]]
    """By slot type: "stretch" and "pose" may follow a name without belonging to it."""
    own_names: Mapping[str, frozenset[str]]
    """By slot type: words of sentences that may as well be a name of somebody's own."""
    built_in: Mapping[str, tuple[str, ...]]
    """What Amazon's intents understand without samples."""
    below_a_minute: Mapping[str, str]
    """By intent: which one a length of time below a minute is meant for instead."""
    numbers: NumberWords


def load_hearing(content: Path, tag: str) -> Hearing:
    """What the ear knows of one language.

    Raises:
        ContentError: With every problem of the files.
    """
    problems = Problems()
    table = read_file(content, f"locales/{tag}/hearing.toml", problems)
    phrases = read_file(content, f"locales/{tag}/phrases.toml", problems)
    hearing = _hearing(table, phrases)
    table.close()
    if problems.lines:
        raise ContentError(problems.lines)
    return hearing


def _hearing(table: Table, phrases: Table) -> Hearing:
    return Hearing(
        fillers=table.texts("fillers"),
        openers=table.texts("openers"),
        no_openers=table.texts("no_openers"),
        interjections=table.texts("interjections"),
        closers=table.texts("closers"),
        joints=table.texts("joints"),
        reasons=table.texts("reasons"),
        wishes=table.texts("wishes"),
        unfinished=frozenset(table.texts("unfinished")),
        not_first=table.texts("not_first"),
        explained=frozenset(table.texts("explained")),
        never_last=frozenset(table.texts("never_last")),
        small_words=frozenset(table.texts("small_words")),
        stand_ins=frozenset(table.texts("stand_ins")),
        never_in_names=frozenset(table.texts("never_in_names")),
        urgent=frozenset(table.texts("urgent", optional=True)),
        clear_words=table.texts("clear_words"),
        clear_for_several=table.texts("clear_for_several"),
        elsewhere=table.texts("elsewhere"),
        spelled_out=table.table("spelled_out").all_texts(),
        same_words={
            word: chosen for chosen, like in _lists(table, "same_words").items() for word in like
        },
        name_endings={key: frozenset(texts) for key, texts in _lists(table, "name_endings").items()},
        own_names={key: frozenset(texts) for key, texts in _lists(table, "own_names").items()},
        built_in=_lists(table, "built_in"),
        below_a_minute=table.table("below_a_minute").all_texts(),
        numbers=_number_words(table, phrases),
    )


def _number_words(table: Table, phrases: Table) -> NumberWords:
    values = {word: value for value, word in enumerate(phrases.texts("numbers"))}
    values |= {word: 10 * tens for tens, word in enumerate(phrases.texts("tens"), start=2)}
    units, times = _lists(table, "units"), table.table("times")
    words = NumberWords(
        values=values | _integers(table.table("numbers")),
        units={word: unit for unit, named in units.items() for word in named},
        single_units=frozenset(named[0] for named in units.values() if named),
        hours=_integers(times.table("hours")),
        morning=times.texts("morning"),
        afternoon=times.texts("afternoon"),
        later=frozenset(times.texts("later")),
    )
    times.close()
    return words


def _integers(table: Table) -> dict[str, int]:
    return {key: int(table.number(key)) for key in table.names()}


def _lists(table: Table, key: str) -> dict[str, tuple[str, ...]]:
    inner = table.table(key)
    return {name: inner.texts(name) for name in inner.names()}
