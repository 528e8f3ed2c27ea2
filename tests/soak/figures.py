"""What was promised, and what came of it."""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

WIDTH = 60
"""Letters in a column before its text goes on in the next line."""


@dataclass(frozen=True)
class Figure:
    """One line of the table."""

    what: str
    target: str
    """In words; empty where nothing is promised and the figure is only told."""
    measured: str
    held: bool = True
    """Whether the promise was kept."""


def share(what: str, broken: int, whole: int) -> Figure:
    """A figure of something that must never happen."""
    return Figure(what, f"0 of {whole:,}", f"{broken:,}", broken == 0)


def broken(figures: Iterable[Figure]) -> list[Figure]:
    """The promises that were not kept."""
    return [figure for figure in figures if not figure.held]


def table(figures: Iterable[Figure]) -> str:
    """All of them as text, in columns."""
    rows = [("", "target", "measured", "")]
    for figure in figures:
        measured, *more = textwrap.wrap(figure.measured, WIDTH) or [""]
        rows.append((figure.what, figure.target, measured, "" if figure.held else "BROKEN"))
        rows += [("", "", line, "") for line in more]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = ["  ".join(cell.ljust(widths[i]) for i, cell in enumerate(row)).rstrip() for row in rows]
    lines.insert(1, "-" * max(map(len, lines)))
    return "\n".join(lines)
