"""Everything that is wrong with the figures of the content."""

from collections.abc import Collection, Iterator
from pathlib import Path

from skill.errors import ContentError
from skill.figures.checks.contrast import too_alike
from skill.figures.checks.poses import ways_between, wrong_on_the_way, wrong_with_frame
from skill.figures.checks.steps import wrong_with_descriptions, wrong_with_frames, wrong_with_words
from skill.figures.reading.figure_files import FOLDER, read_figures
from skill.figures.reading.palette import FILE, read_palette
from skill.figures.records import Figure
from skill.library.language import Language
from skill.library.languages import languages
from skill.library.loading import load_language, load_library
from skill.library.reading import Problems
from skill.library.records import Library


def problems_of_figures(folder: Path) -> list[str]:
    """Every problem of the figures and of their colours, as `file: key: problem`.

    Those that follow from problems of the rest of the content are not told, until that is sound.
    """
    try:
        library = load_library(folder)
        spoken = [load_language(folder, tag, library) for tag in languages(folder)]
    except ContentError:
        return problems_beside(folder, None, [])
    return problems_beside(folder, library, spoken)


def problems_beside(folder: Path, library: Library | None, spoken: Collection[Language]) -> list[str]:
    """The same where the rest of the content has been read; no library where that is not sound."""
    problems = Problems()
    figures = read_figures(folder, problems)
    palette = read_palette(folder, problems)
    if not problems.has(f"content/{FILE}", "file"):
        for theme, colours in palette.items():
            for role, problem in too_alike(colours):
                problems.note(f"content/{FILE}", f"{theme}.{role}", problem)
    whole = {name: figure for name, figure in figures.items() if _is_whole(name, problems)}
    for name, figure in whole.items():
        for key, problem in _wrong_with_poses(figure):
            problems.note(_file(name), key, problem)
    if library is not None:
        _check_against(library, spoken, figures, whole, problems)
    return problems.lines


def _check_against(
    library: Library,
    spoken: Collection[Language],
    figures: dict[str, Figure],
    whole: dict[str, Figure],
    problems: Problems,
) -> None:
    for name in library.stretches.keys() - figures.keys():
        problems.note(_file(name), "file", "is missing: every stretch has a figure")
    for name in figures.keys() - library.stretches.keys():
        problems.note(_file(name), "file", "is for no stretch: is its name misspelt?")
    for name in whole.keys() & library.stretches.keys():
        figure, stretch = whole[name], library.stretches[name]
        for key, problem in wrong_with_frames(figure, stretch):
            problems.note(_file(name), key, problem)
        for language in spoken:
            for key, problem in wrong_with_words(figure, language.stretches[name]):
                problems.note(_file(name), key, problem)
            file = f"content/locales/{language.tag}/figures/{name}.toml"
            if name not in language.figures:
                problems.note(file, "file", "is missing")
                continue
            for key, problem in wrong_with_descriptions(figure, language.figures[name], stretch):
                problems.note(file, key, problem)


def _wrong_with_poses(figure: Figure) -> Iterator[tuple[str, str]]:
    for frame in figure.frames:
        for key, problem in wrong_with_frame(figure, frame):
            yield f"frames.{frame}.{key}", problem
    for start, end in sorted(ways_between(figure)):
        for problem in wrong_on_the_way(figure, start, end):
            yield f"frames.{start}", problem


def _is_whole(name: str, problems: Problems) -> bool:
    """Whether a figure could be read without a problem; otherwise more would follow from that one."""
    return not any(line.startswith(f"{_file(name)}:") for line in problems.lines)


def _file(name: str) -> str:
    return f"content/{FOLDER}/{name}.toml"
