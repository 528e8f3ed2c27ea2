"""Everything that is wrong with the content, whichever part of the skill checks it."""

from pathlib import Path

from skill.alexa.requests.intents import INTENTS
from skill.coach.practice.rhythm import too_fast
from skill.errors import ContentError
from skill.figures.checks.every_figure import problems_of_figures
from skill.library.intents import unhandled_intents
from skill.library.languages import languages
from skill.library.loading import load_language, load_library, problems_of
from skill.package.writing import problems_of_package
from skill.simulator.ear.hearing import load_hearing
from skill.simulator.ear.meanings import load_meanings
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
    problems += [] if problems else _spoken(folder)
    # The store's words cannot be read as long as the library has problems.
    return problems or problems_of_package(folder)


def _spoken(folder: Path) -> list[str]:
    """What does not fit a language's grammar, or is told with too little time to do it."""
    library = load_library(folder)
    found = []
    for tag in languages(folder):
        language = load_language(folder, tag, library)
        unfit = list(problems_of_grammar(language))
        found += unfit
        if unfit:
            continue  # it cannot be spoken
        words = Words(language)
        for stretch, problem in too_fast(library, words):
            found.append(f"content/locales/{tag}/stretches/{stretch}.toml: times: {problem}")
    return list(dict.fromkeys(found))
