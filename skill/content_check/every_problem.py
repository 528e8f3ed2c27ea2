"""Everything that is wrong with the content, whichever part of the skill checks it."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from skill.alexa.requests.intents import INTENTS
from skill.coach.practice.score.rhythm import too_fast
from skill.content_check.translation import Whole, problems_of_translation, whole_catalogues
from skill.content_check.wordings import problems_of_wordings
from skill.errors import ContentError
from skill.figures.checks.every_figure import problems_beside
from skill.library.intents import unhandled_intents
from skill.library.language import Language
from skill.library.languages import languages
from skill.library.loading import Everything, read_everything
from skill.library.reading import Problems
from skill.library.records import Library
from skill.package.writing import problems_of_package
from skill.simulator.ear.spotting.meanings import Meanings, load_meanings
from skill.simulator.ear.words.hearing import Hearing, load_hearing
from skill.words import Words
from skill.words.checking import problems_of_grammar

Loaded = TypeVar("Loaded")

Ear = tuple[Hearing, Meanings]
"""What a language is heard by."""


def every_problem(folder: Path) -> list[str]:
    """Every problem of every content file, as `file: key: problem`.

    The library checks what it can know. The ear, the handled intents, the figures and the rules of
    Amazon's store are checked here.
    """
    noted = Problems()
    content = read_everything(folder, noted)
    problems, ears = noted.lines, dict[str, Ear]()
    for tag in languages(folder):
        hearing = _loaded(load_hearing, folder, tag, problems)
        meanings = _loaded(load_meanings, folder, tag, problems)
        if hearing is not None and meanings is not None:
            ears[tag] = (hearing, meanings)
    problems += unhandled_intents(folder, INTENTS)
    library = content.library if content.languages else None
    problems += problems_beside(folder, library, content.languages.values())
    problems += [] if problems else _as_a_whole(folder, content, ears)
    # The store's words cannot be read as long as the library has problems.
    return problems or problems_of_package(folder)


def _loaded(
    load: Callable[[Path, str], Loaded], folder: Path, tag: str, problems: list[str]
) -> Loaded | None:
    """What the ear hears a language by; its problems are added to those that are known."""
    try:
        return load(folder, tag)
    except ContentError as error:
        problems += [problem for problem in error.problems if problem not in problems]
        return None


def _as_a_whole(folder: Path, content: Everything, ears: Mapping[str, Ear]) -> list[str]:
    """What is wrong with a language's words together, and beside those of the default language."""
    found, whole = Problems(), list[Whole]()
    for tag, language in content.languages.items():
        catalogues = whole_catalogues(folder, tag, found)
        found.lines += [*problems_of_grammar(language), *problems_of_wordings(language)]
        whole.append(Whole(language, content.utterances[tag], catalogues, *ears[tag]))
    for other in whole[1:]:
        found.lines += problems_of_translation(folder, whole[0], other)
    return found.lines or _too_fast(content.library, content.languages.values())


def _too_fast(library: Library, spoken: Iterable[Language]) -> list[str]:
    """What is told with too little time to do it, in any language."""
    found = []
    for language in spoken:
        for stretch, problem in too_fast(library, Words(language)):
            found.append(f"content/locales/{language.tag}/stretches/{stretch}.toml: times: {problem}")
    return list(dict.fromkeys(found))
