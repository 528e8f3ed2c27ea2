"""What the skill store shows: each language's `store.toml`, in each country's words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.errors import ContentError
from skill.library.countries import read_countries
from skill.library.languages import languages
from skill.library.opening import read_opening
from skill.library.reading import Problems, Table, read_file


@dataclass(frozen=True)
class StoreWords:
    """What the skill store shows in one locale."""

    name: str
    summary: str
    description: str
    example_phrases: tuple[str, ...]
    """What people can say, as it is written there: "Alexa, open limber back"."""
    keywords: tuple[str, ...]
    testing_instructions: str
    """For Amazon's testers, in the words of the locale."""
    launches: tuple[str, ...]
    """What opens the skill, as it is said: "open limber back"."""
    name_said: str
    """The name by which people open it."""
    disclaims: tuple[str, ...]
    """One of these has to stand in the description: that it is no medical advice."""
    promises: tuple[str, ...]
    """Patterns of words that promise what no stretch can keep."""


def load_store(content: Path) -> dict[str, StoreWords]:
    """The words of every locale, the first locale first.

    Raises:
        ContentError: With every problem of every file.
    """
    problems = Problems()
    words = {}
    for tag in languages(content):
        table = read_file(content, f"locales/{tag}/store.toml", problems)
        read = {key: table.text(key).strip() for key in ("name", "summary", "description")}
        phrases, keywords = table.texts("example_phrases"), table.texts("keywords")
        disclaims, promises = table.texts("disclaims"), table.texts("promises")
        _are_patterns(table, "promises", promises)
        testing = table.text("testing_instructions").strip()
        table.close()
        opening = read_opening(read_file(content, f"locales/{tag}/interaction.toml", problems))
        for locale, country in read_countries(content, tag, problems).items():
            said = country.reworded
            words[locale] = StoreWords(
                name=read["name"],
                summary=said(read["summary"]),
                description=said(read["description"]),
                example_phrases=tuple(said(phrase) for phrase in phrases),
                keywords=tuple(said(keyword) for keyword in keywords),
                testing_instructions=said(testing),
                launches=opening.all_said,
                name_said=opening.name,
                disclaims=disclaims,
                promises=promises,
            )
    if problems.lines:
        raise ContentError(problems.lines)
    return words


def testing_instructions(words: Mapping[str, StoreWords]) -> str:
    """What Amazon's testers are told: the manifest has one field, so that it has every language.

    Of a language the first locale's words stand for all of its locales, which are named.
    """
    locales = defaultdict[str, list[str]](list)
    for locale in words:
        locales[locale.partition("-")[0]].append(locale)
    return "\n\n".join(
        f"{', '.join(each)}: {words[each[0]].testing_instructions}" for each in locales.values()
    )


def _are_patterns(table: Table, key: str, patterns: Iterable[str]) -> None:
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            table.note(key, f"{pattern!r} is no pattern: {error}")
