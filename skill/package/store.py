"""What the skill store shows: each language's `store.toml`, in each country's words."""

from dataclasses import dataclass
from pathlib import Path

from skill.errors import ContentError
from skill.library.countries import read_countries
from skill.library.languages import languages
from skill.library.reading import Problems, read_file


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
    """For Amazon's testers; only those of the first locale are sent."""


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
        testing = table.text("testing_instructions").strip()
        table.close()
        for locale, country in read_countries(content, tag, problems).items():
            said = country.reworded
            words[locale] = StoreWords(
                name=read["name"],
                summary=said(read["summary"]),
                description=said(read["description"]),
                example_phrases=tuple(said(phrase) for phrase in phrases),
                keywords=tuple(said(keyword) for keyword in keywords),
                testing_instructions=said(testing),
            )
    if problems.lines:
        raise ContentError(problems.lines)
    return words
