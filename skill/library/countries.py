"""Words in which the countries of a language differ: each language's `countries.toml`.

Every text is written once for all countries of a language. This file has the few words for which a
country uses others.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from skill.errors import ContentError
from skill.library.language import Language
from skill.library.reading import Problems, Table, read_file
from skill.library.utterances import SLOT, Utterances, unsayable

REWORDED = (
    *("stretches", "figures", "routines", "positions", "moves", "areas", "equipment"),
    *("conditions", "condition_questions", "care", "care_sources", "signs"),
    *("prompts", "phrases", "screen"),
)
"""The parts of a language that are reworded. The titles of articles are not: they are quoted."""


@dataclass(frozen=True)
class Country:
    """One Alexa locale, and its words."""

    locale: str
    """The language and country, such as en-GB."""
    emergency: str
    """The number of the ambulance as it is spoken: "nine nine nine"."""
    words: Mapping[str, str]
    """The words of this country, by the words of the content; all in lower case."""

    def reworded(self, text: str) -> str:
        """A text in this country's words; only whole words change, and none inside a placeholder."""
        return self._known.sub(self._instead, text) if self.words else text

    @cached_property
    def _known(self) -> re.Pattern[str]:
        return _whole(*self.words)

    def _instead(self, found: re.Match[str]) -> str:
        word = self.words[found[0].lower()]
        return word[0].upper() + word[1:] if found[0][0].isupper() else word


def load_countries(folder: Path, tag: str) -> dict[str, Country]:
    """The countries of a language by their locales, in the order of the file.

    Raises:
        ContentError: With every problem of the file.
    """
    problems = Problems()
    countries = read_countries(folder, tag, problems)
    if problems.lines:
        raise ContentError(problems.lines)
    return countries


def read_countries(folder: Path, tag: str, problems: Problems) -> dict[str, Country]:
    """The countries of a language; problems of the file are noted."""
    table = read_file(folder, f"locales/{tag}/countries.toml", problems)
    countries = {locale: _country(tag, locale, row) for locale, row in table.tables()}
    if not countries and not problems.has(table.file, "file"):
        table.note("file", f"names no Alexa locale of {tag!r}: one begins with {tag}-")
    return countries


def check_countries(
    countries: Iterable[Country], language: Language, utterances: Utterances, problems: Problems
) -> None:
    """Note words to be replaced that no text has, since a slip there would not show otherwise."""
    file = f"content/locales/{language.tag}/countries.toml"
    texts = "\n".join(_texts(language, utterances))
    for country in countries:
        for word in country.words:
            if not _whole(word).search(texts):
                problems.note(file, f"{country.locale}.words.{word}", "occurs nowhere in the content")


def localised(language: Language, country: Country) -> Language:
    """A language in the words of one country."""
    return replace(
        language,
        locale=country.locale,
        emergency=country.emergency,
        shared_names={country.reworded(name): ids for name, ids in language.shared_names.items()},
        **{part: _reworded(getattr(language, part), country) for part in REWORDED},
    )


def localised_utterances(utterances: Utterances, country: Country) -> Utterances:
    """What people say in one country; samples that become equal are kept once."""
    return replace(
        utterances,
        samples={
            intent: tuple(dict.fromkeys(map(country.reworded, samples)))
            for intent, samples in utterances.samples.items()
        },
        slot_words=_reworded(utterances.slot_words, country),
    )


def _country(tag: str, locale: str, table: Table) -> Country:
    if not re.fullmatch(rf"{re.escape(tag)}-[A-Z]{{2}}", locale):
        table.note("locale", f"{locale!r} is no Alexa locale of {tag!r}: it must begin with {tag}-")
    emergency = table.text("emergency")
    for problem in unsayable(emergency):
        table.note("emergency", f"{emergency!r} {problem}")
    words = _words(table.table("words")) if "words" in table.names() else {}
    table.close()
    return Country(locale, emergency, words)


def _words(row: Table) -> dict[str, str]:
    words = {word: row.text(word) for word in row.names()}
    for word, instead in words.items():
        for text in (word, instead):
            for problem in unsayable(SLOT.sub("", text)):
                row.note(word, f"{text!r} {problem}")
        if SLOT.findall(word) != SLOT.findall(instead):
            row.note(word, f"{instead!r} must have the same slots as {word!r}")
    return words


def _whole(*words: str) -> re.Pattern[str]:
    """A pattern for these words where they stand alone, the longest first."""
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w'{{])(?:{either})(?![\w}}])", re.IGNORECASE)


def _reworded(value: Any, country: Country) -> Any:  # noqa: ANN401 - whatever a language is made of
    if isinstance(value, str):
        return country.reworded(value)
    if isinstance(value, float):
        return value
    if isinstance(value, tuple):
        return tuple(_reworded(inner, country) for inner in value)
    if isinstance(value, Mapping):
        return {key: _reworded(inner, country) for key, inner in value.items()}
    return replace(value, **{key: _reworded(inner, country) for key, inner in vars(value).items()})


def _texts(language: Language, utterances: Utterances) -> Iterator[str]:
    yield from language.shared_names
    for part in (
        *(getattr(language, name) for name in REWORDED),
        utterances.samples,
        utterances.slot_words,
    ):
        yield from _texts_in(part)


def _texts_in(value: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    if isinstance(value, str):
        yield value
        return
    if isinstance(value, float):
        return
    if isinstance(value, Mapping):
        inside: Iterable[Any] = value.values()
    else:
        inside = value if isinstance(value, tuple) else vars(value).values()
    for inner in inside:
        yield from _texts_in(inner)
