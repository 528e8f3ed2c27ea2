"""Everything that is wrong with the content, whichever part of the skill checks it."""

from pathlib import Path

from skill.alexa.requests.intents import INTENTS
from skill.errors import ContentError
from skill.figures.checks.every_figure import problems_of_figures
from skill.library.intents import unhandled_intents
from skill.library.loading import languages, problems_of
from skill.package.writing import problems_of_package
from skill.simulator.ear.hearing import load_hearing
from skill.simulator.ear.meanings import load_meanings


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
    # The store's words cannot be read as long as the library has problems.
    return problems or problems_of_package(folder)
