"""The figures of one answer, as data: each shape once, and only the frames that are shown in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from skill.coach.practice.place import Side
from skill.coach.practice.practice import Item
from skill.figures.drawn import DrawnFigure
from skill.figures.records import Way
from skill.figures.writers.avg import picture_row, shape_row
from skill.make_fast.written_once import WrittenOnce
from skill.screen.timeline import Shot

if TYPE_CHECKING:
    from skill.figures.shapes import Shape

Figures = Callable[[str], DrawnFigure]
"""Gives the drawn figure of a stretch, by the stretch's id."""

THEME = "dark"
"""What the screens are drawn on: it does not dazzle in the evening, and televisions have it so."""

MOST_BYTES = 9_300
"""Of the shapes in one answer. A stretch has 6 to 19 kB: what is held or comes next goes first."""

Row = dict[str, Any]


@dataclass(frozen=True)
class _Written:
    """One frame, ready to be sent."""

    row: Row
    shapes: tuple[int, ...]
    """The numbers of its shapes among those of its figure, in their order."""
    different: tuple[int, ...]
    """Each of them once."""


@dataclass(frozen=True)
class _Figure:
    """One figure, ready to be sent: made once in a process."""

    shapes: tuple[WrittenOnce, ...]
    bytes_of: tuple[int, ...]
    """Of each shape, as it is sent."""
    frames: dict[tuple[str, Side], _Written]


@dataclass(frozen=True)
class Sheet:
    """The figures of one answer."""

    shapes: list[Row]
    frames: list[Row]
    shots: list[Shot]
    """What each frame shows."""
    numbers: dict[Shot, int]
    """Which frame shows what; where the frame itself had no room, the one that comes nearest. What has
    none near is not in it."""


class Drawer:
    """Makes sheets; figures that were shown before are not written again."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        self._written: dict[str, _Figure] = {}

    def sheet(self, wanted: Iterable[Shot], first: Iterable[Shot]) -> Sheet:
        """The figures of an answer.

        Args:
            wanted: What is shown, in its order.
            first: What must not be missing: it is in it before the others, room or not.
        """
        shots, needed = list(dict.fromkeys(wanted)), dict.fromkeys(first)
        sheet = Sheet([], [], [], {})
        room = MOST_BYTES
        places: dict[str, dict[int, int]] = {}
        for shot in (*needed, *shots):
            if shot in sheet.numbers:
                continue
            figure = self._figure(shot.stretch)
            written = figure.frames[shot.frame, shot.side or Side.LEFT]
            at = places.setdefault(shot.stretch, {})
            new = [number for number in written.different if number not in at]
            takes = sum([figure.bytes_of[number] for number in new])
            if takes > room and shot not in needed:
                continue
            room -= takes
            for number in new:
                at[number] = len(sheet.shapes)
                sheet.shapes.append(figure.shapes[number])
            sheet.numbers[shot] = len(sheet.frames)
            order = [at[number] for number in written.shapes]
            sheet.shots.append(shot)
            sheet.frames.append(written.row | {"o": order})
        _fill_gaps(shots, sheet.numbers)
        return sheet

    def way_of(self, item: Item) -> Way:
        """Which frames the body is in during an item of a practice, in the way in which it is done."""
        figure = self._figures(item.stretch)
        return figure.ways.get(item.way, figure.way)

    def _figure(self, stretch: str) -> _Figure:
        if stretch not in self._written:
            self._written[stretch] = _write(self._figures(stretch))
        return self._written[stretch]


def _write(drawn: DrawnFigure) -> _Figure:
    """A figure as rows, each of its shapes once for all frames and both sides."""
    numbers: dict[Shape, int] = {}
    frames = {}
    for side, pictures in ((Side.LEFT, drawn.left), (Side.RIGHT, drawn.right)):
        for name, picture in pictures.items():
            shapes = tuple(numbers.setdefault(shape, len(numbers)) for shape in picture.shapes)
            frames[name, side] = _Written(picture_row(picture, ()), shapes, tuple(dict.fromkeys(shapes)))
    rows = tuple(WrittenOnce(shape_row(shape, drawn.themes[THEME])) for shape in numbers)
    return _Figure(rows, tuple(len(row.json) + 1 for row in rows), frames)


def _fill_gaps(shots: list[Shot], numbers: dict[Shot, int]) -> None:
    """Show what had no room as what comes before it, or else after it, of the same stretch and side."""
    for way in (shots, shots[::-1]):
        last: Shot | None = None
        for shot in way:
            if shot in numbers:
                last = shot
            elif last is not None and (last.stretch, last.side) == (shot.stretch, shot.side):
                numbers[shot] = numbers[last]
