"""Texts that are shown and not spoken: `page.toml` of the browser, `terminal.toml` of the terminal.

They are no part of a `Language`: Alexa never shows them. The default language's file says which texts
there are, and with which places.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.errors import ContentError
from skill.library.countries import Country, load_countries
from skill.library.reading import Problems, Table, read_file

PAGE, TERMINAL = "page", "terminal"
CATALOGUES = (PAGE, TERMINAL)
"""The files, by their names."""

ONE, OTHER = "one", "other"
"""The forms of a text that counts, as Unicode names them."""


@dataclass(frozen=True)
class Catalogue:
    """The texts of one file in one country's words, by their keys: `stage.hold`."""

    texts: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]]

    def text(self, key: str, /, **fill: object) -> str:
        """A text with its places filled.

        Raises:
            KeyError: There is no such text, or a place without a value.
        """
        return self.texts[key].format(**fill)

    def counted(self, key: str, count: int, /, **fill: object) -> str:
        """A text that counts, in the form for so many."""
        return self.text(f"{key}.{ONE if count == 1 else OTHER}", count=count, **fill)


def load_catalogue(folder: Path, locale: str, name: str) -> Catalogue:
    """The texts of a file for a locale that the skill is offered in.

    Raises:
        ContentError: With every problem of the file.
    """
    tag = locale.partition("-")[0]
    problems = Problems()
    read = read_catalogue(folder, tag, name, problems)
    if problems.lines:
        raise ContentError(problems.lines)
    country = load_countries(folder, tag)[locale]
    return _reworded(read, country)


def read_catalogue(folder: Path, tag: str, name: str, problems: Problems) -> Catalogue:
    """The texts of a file as they are written; problems of the file are noted."""
    table = read_file(folder, f"locales/{tag}/{name}.toml", problems)
    texts, lists = dict[str, str](), dict[str, tuple[str, ...]]()
    for key, value in _read(table):
        if isinstance(value, str):
            texts[key] = value
        else:
            lists[key] = value
    return Catalogue(texts, lists)


def _read(table: Table, at: str = "") -> Iterator[tuple[str, str | tuple[str, ...]]]:
    for key in table.names():
        value = table.value(key)
        if isinstance(value, Mapping):
            yield from _read(table.table(key), f"{at}{key}.")
        elif isinstance(value, list):
            yield f"{at}{key}", table.texts(key)
        else:
            yield f"{at}{key}", table.text(key)


def _reworded(read: Catalogue, country: Country) -> Catalogue:
    return Catalogue(
        {key: country.reworded(text) for key, text in read.texts.items()},
        {key: tuple(map(country.reworded, texts)) for key, texts in read.lists.items()},
    )
