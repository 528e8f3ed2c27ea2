"""Everything that is wrong with the content, whichever part of the skill checks it."""

from collections.abc import Iterable
from pathlib import Path

from skill.alexa.requests.intents import INTENTS
from skill.coach.practice.score.rhythm import too_fast
from skill.content_check.translation import Whole, problems_of_translation, whole_catalogues
from skill.content_check.wordings import problems_of_wordings
from skill.errors import ContentError
from skill.figures.checks.every_figure import problems_of_figures
from skill.library.intents import load_intents, unhandled_intents
from skill.library.language import Language
from skill.library.languages import languages
from skill.library.loading import load_language, load_library, problems_of
from skill.library.reading import Problems
from skill.library.records import Library
from skill.library.utterances import load_utterances
from skill.package.writing import problems_of_package
from skill.simulator.ear.spotting.meanings import load_meanings
from skill.simulator.ear.words.hearing import load_hearing
from skill.words import Words
from skill.words.checking import problems_of_grammar


def every_problem(folder: Path) -> list[str]:
    """Every problem of every content file, as `file: key: problem`.

    The library checks what it can know. The ear, the handled intents, the figures and the rules of
    Amazon's store are checked here.
    """
    problems = problems_of(folder)
    for tag in languages(folder):
        for load in (load_hearing, load_meanings):
            try:
                load(folder, tag)
            except ContentError as error:
                problems += [problem for problem in error.problems if problem not in problems]
    problems += unhandled_intents(folder, INTENTS)
    problems += problems_of_figures(folder)
    problems += [] if problems else _as_a_whole(folder)
    # The store's words cannot be read as long as the library has problems.
    return problems or problems_of_package(folder)


def _as_a_whole(folder: Path) -> list[str]:
    """What is wrong with a language's words together, and beside those of the default language."""
    library, found = load_library(folder), Problems()
    intents, whole = load_intents(folder), list[Whole]()
    for tag in languages(folder):
        language = load_language(folder, tag, library)
        catalogues = whole_catalogues(folder, tag, found)
        found.lines += [*problems_of_grammar(language), *problems_of_wordings(language)]
        whole.append(
            Whole(
                language,
                load_utterances(folder, tag, intents),
                catalogues,
                load_hearing(folder, tag),
                load_meanings(folder, tag),
            )
        )
    for other in whole[1:]:
        found.lines += problems_of_translation(folder, whole[0], other)
    return found.lines or _too_fast(library, [each.language for each in whole])


def _too_fast(library: Library, spoken: Iterable[Language]) -> list[str]:
    """What is told with too little time to do it, in any language."""
    found = []
    for language in spoken:
        for stretch, problem in too_fast(library, Words(language)):
            found.append(f"content/locales/{language.tag}/stretches/{stretch}.toml: times: {problem}")
    return list(dict.fromkeys(found))
