"""The rules of what is said along a stretch: the breath, standing safely, and keeping to what was told.

The words they look for are a language's own, in its `coaching.toml`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from skill.library.care import Verdict
from skill.library.language import Language, StretchWords
from skill.library.reading import Problems, Table
from skill.library.records import Library, Stretch

SPOKEN = (
    *("steps", "brief", "again", "again_other", "switch"),
    *("move", "move_brief", "move_other", "release", "felt", "ease"),
)
"""What is said along a stretch."""

WAY_IN = ("steps", "brief")
CHANGES = ("again", "again_other", "switch")

STANDING = "standing"
"""The height at which nobody closes their eyes."""


@dataclass(frozen=True)
class Promise:
    """Something that is told before a stretch, and what then must and must not be said along it."""

    told: tuple[str, ...]
    needs: tuple[str, ...]
    never: tuple[str, ...]


@dataclass(frozen=True)
class Rules:
    """What the words of every stretch are held against."""

    breath: tuple[str, ...]
    eyes: tuple[str, ...]
    hold_on: tuple[str, ...]
    feet_down: tuple[str, ...]
    promises: tuple[Promise, ...]


def read_rules(table: Table) -> Rules:
    """A language's `coaching.toml`."""
    breath, standing = table.texts("breath"), table.table(STANDING)
    rules = Rules(
        breath=breath,
        eyes=standing.texts("eyes"),
        hold_on=standing.texts("hold_on"),
        feet_down=standing.texts("feet_down"),
        promises=tuple(
            Promise(
                row.texts("told"), row.texts("needs", optional=True), row.texts("never", optional=True)
            )
            for row in table.rows("promises")
        ),
    )
    standing.close()
    table.close()
    return rules


def check_coaching(library: Library, language: Language, rules: Rules, problems: Problems) -> None:
    """Hold the words of every stretch, in every way, against the rules."""
    at = f"content/locales/{language.tag}"
    if problems.has(f"{at}/coaching.toml", "file", "breath", STANDING, "promises"):
        return
    for stretch in library.stretches.values():
        words, file = language.stretches.get(stretch.id), f"{at}/stretches/{stretch.id}.toml"
        neutral = f"content/stretches/{stretch.id}.toml"
        if words is None or problems.has(file, "file", "ways", *SPOKEN) or problems.has(neutral, "ways"):
            continue
        height = (
            library.positions[stretch.position].height if stretch.position in library.positions else ""
        )
        for way in ("", *words.ways):
            spoken = _spoken(words.in_way(way))
            found = dict(_without_breath(rules, spoken))
            if height == STANDING:
                found |= dict(_unsteady(rules, spoken))
            for source, told in _promised(library, language, stretch, words, way):
                for key, problem in _broken(rules, spoken, source, told):
                    found.setdefault(key, problem)  # what several were told is broken in one place
            for key, problem in found.items():
                problems.note(file, f"ways.{way}.{key}" if way else key, problem)


def _spoken(words: StretchWords) -> dict[str, str]:
    """What is said along a stretch, by its key; only what it has."""
    texts = {key: getattr(words, key) for key in SPOKEN}
    joined = {key: text if isinstance(text, str) else " ".join(text) for key, text in texts.items()}
    return {key: text for key, text in joined.items() if text}


def _without_breath(rules: Rules, spoken: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for key in (*WAY_IN, *CHANGES):
        if key in spoken and not _has(spoken[key], rules.breath):
            yield key, "does not name the breath"


def _unsteady(rules: Rules, spoken: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for key in WAY_IN:
        if not _has(spoken[key], rules.eyes):
            yield key, "does not say to keep the eyes open"
        if not _has(spoken[key], rules.hold_on):
            yield key, "does not say what to hold on to"
    for key in CHANGES:
        if key in spoken and not _has(spoken[key], rules.feet_down):
            yield key, "does not say to put both feet down"


def _promised(
    library: Library, language: Language, stretch: Stretch, words: StretchWords, way: str
) -> Iterator[tuple[str, str]]:
    """What is told to those who are coached in a way, each with where it stands."""
    if way:
        yield "its easier way", words.ways[way].differs
    for column, cares in library.care.items():
        care = cares.get(stretch.id)
        if care is not None and care.verdict is Verdict.EASE and care.way == way:
            yield f"care/{column}.toml", language.care.get(column, {}).get(care.reason, "")


def _broken(
    rules: Rules, spoken: Mapping[str, str], source: str, told: str
) -> Iterator[tuple[str, str]]:
    for promise in rules.promises:
        named = first_of(told, promise.told)
        if not named:
            continue
        for key in WAY_IN:
            if promise.needs and not _has(spoken[key], promise.needs):
                yield key, f"has none of {', '.join(promise.needs)}, where {source} tells {named!r}"
        for key, text in spoken.items():
            if wrong := first_of(text, promise.never):
                yield key, f"says {wrong!r}, where {source} tells {named!r}"


def _has(text: str, wanted: tuple[str, ...]) -> bool:
    return bool(first_of(text, wanted))


@cache  # the same few texts are asked about for every condition
def first_of(text: str, wanted: tuple[str, ...]) -> str:
    """The first of some words that stand in a text; empty where none does."""
    if not wanted or not _as_words(wanted).search(text):
        return ""
    return next(each for each in wanted if _as_words((each,)).search(text))


@cache
def _as_words(wanted: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of some words."""
    any_of = "|".join(map(re.escape, wanted))
    return re.compile(rf"(?<!\w)(?:{any_of})(?!\w)", re.IGNORECASE)
