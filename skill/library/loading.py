"""Content files → records. Content with any problem is not loaded at all."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.errors import ContentError, SettingError
from skill.library.compiled import Content
from skill.library.countries import (
    Country,
    check_countries,
    load_countries,
    localised,
    read_countries,
)
from skill.library.language import Language
from skill.library.language_files import read_language
from skill.library.languages import default_language, languages
from skill.library.library_files import read_library
from skill.library.locales import Locales
from skill.library.reading import Problems
from skill.library.records import Library
from skill.library.utterances import Utterances, check_utterances

PACKAGE = Path(__file__).resolve().parent.parent


def data_folder(name: str) -> Path:
    """The folder `content` or `interaction_models`: inside an installed package, or beside it.

    Raises:
        SettingError: The folder is in neither place.
    """
    for folder in (PACKAGE / "_data" / name, PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    message = f"{name}/ is missing: it belongs beside {PACKAGE} or in {PACKAGE / '_data'}"
    raise SettingError(message)


def load_library(folder: Path) -> Library:
    """The language-neutral half of the content.

    Raises:
        ContentError: With every problem of every file.
    """
    problems = Problems()
    library = read_library(folder, problems)
    if problems.lines:
        raise ContentError(problems.lines)
    return library


def load_language(folder: Path, tag: str, library: Library, locale: str = "") -> Language:
    """The words of one language as one country speaks it.

    Args:
        folder: The folder of the content.
        tag: The language, such as en.
        library: The language-neutral half, without problems.
        locale: The country's locale; empty for the first of the language.

    Raises:
        ContentError: With every problem of every file.
        SettingError: The language has no such locale.
    """
    spoken = load_locales(folder, tag, library)
    if locale and locale not in spoken:
        raise SettingError(f"the locale {locale!r} is unknown: it can be {', '.join(spoken)}")
    return spoken[locale] if locale else next(iter(spoken.values()))


def load_locales(folder: Path, tag: str, library: Library) -> dict[str, Language]:
    """One language as each of its countries speaks it, by locale.

    Raises:
        ContentError: With every problem of every file.
    """
    problems = Problems()
    language = read_language(folder, tag, library, problems)
    countries = read_countries(folder, tag, problems)
    if problems.lines:
        raise ContentError(problems.lines)
    return {locale: localised(language, country) for locale, country in countries.items()}


@dataclass(frozen=True)
class Everything:
    """All of the content, read once for all that is to be checked."""

    library: Library
    languages: Mapping[str, Language]
    """By their tags, as its first country speaks it; none where they or the library have problems."""
    utterances: Mapping[str, Utterances]
    """By the languages' tags."""


def read_everything(folder: Path, problems: Problems) -> Everything:
    """Every file of the content, the words of all languages included; every problem is noted."""
    library = read_library(folder, problems)
    default_language(folder, problems)
    tags = languages(folder)
    if not tags:
        problems.note("content/locales", "folder", "holds no language")
    spoken = {tag: read_language(folder, tag, library, problems) for tag in tags}
    countries = {tag: read_countries(folder, tag, problems) for tag in tags}
    local = {}
    if not problems.lines:
        local = {tag: localised(spoken[tag], next(iter(countries[tag].values()))) for tag in tags}
    said = check_utterances(folder, tags, problems)
    if not problems.lines:  # otherwise a word could seem unused only because its file could not be read
        for tag in tags:
            check_countries(countries[tag].values(), spoken[tag], said[tag], problems)
    return Everything(library, local, said)


def problems_of(folder: Path) -> list[str]:
    """Every problem of every file of the content, the words of all languages included."""
    problems = Problems()
    read_everything(folder, problems)
    return problems.lines


def load_content(folder: Path) -> Content:
    """All of the content: the library, and the words for every locale, read as they are asked for.

    Raises:
        ContentError: With every problem of the files; for those of a language, once it is asked for.
    """
    library = load_library(folder)
    tags = {locale: tag for tag in languages(folder) for locale in load_countries(folder, tag)}
    return library, Locales(tags, lambda tag: load_locales(folder, tag, library))


def locales(folder: Path) -> dict[str, Country]:
    """The countries that the skill is offered in, by their Alexa locales.

    Raises:
        ContentError: One of the languages' `countries.toml` has problems.
    """
    return {
        locale: country
        for tag in languages(folder)
        for locale, country in load_countries(folder, tag).items()
    }
