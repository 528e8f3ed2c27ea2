"""The figures of one answer, as data: each path once, and only the frames that are shown in it."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from skill.coach.practice.place import Side
from skill.coach.practice.practice import Item
from skill.figures.drawn import DrawnFigure
from skill.figures.records import Way
from skill.figures.writers.avg import look_row, picture_row
from skill.screen.timeline import Shot

Figures = Callable[[str], DrawnFigure]
"""Gives the drawn figure of a stretch, by the stretch's id."""

THEME = "dark"
"""What the screens are drawn on: it does not dazzle in the evening, and televisions have it so."""

SPARE = 3_000
"""Bytes by which what comes next may go beyond the room that there is: it is the reason to look up."""

WRITTEN_AROUND = len('"",')
"""Bytes that a path has around it."""
FRAME_BYTES, SHAPE_BYTES = 90, len("44,12,")
"""Of a frame beside its shapes, and of each of them in its order: about what it takes."""

Row = dict[str, Any]
Look = tuple[tuple[str, str | float], ...]
"""A row of `look_row` as its items, by which equal ones are found."""


@dataclass(frozen=True)
class _Written:
    """One frame, ready to be sent."""

    row: Row
    shapes: tuple[tuple[int, Look], ...]
    """Of each of its shapes the number of its path among those of its figure, and its look."""
    different: tuple[int, ...]
    """The number of each path once."""


@dataclass(frozen=True)
class _Figure:
    """One figure, ready to be sent: made once in a process."""

    paths: tuple[str, ...]
    frames: dict[tuple[str, Side], _Written]


@dataclass(frozen=True)
class Wanted:
    """What is to be seen in an answer."""

    shots: Sequence[Shot]
    """All of it, in its order."""
    held: Sequence[Shot] = ()
    """What of it must not be missing, whatever room it takes."""
    coming: Sequence[Shot] = ()
    """What of it goes before the rest."""


@dataclass(frozen=True)
class Sheet:
    """The figures of one answer."""

    paths: list[str]
    looks: list[Row]
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

    def sheet(self, wanted: Wanted, room: float) -> Sheet:
        """The figures of an answer.

        Args:
            wanted: What is shown.
            room: Bytes that there are for it.
        """
        shots = list(dict.fromkeys(wanted.shots))
        beyond = dict.fromkeys(wanted.coming, SPARE) | dict.fromkeys(wanted.held, math.inf)
        sheet = Sheet([], [], [], [], {})
        looks: dict[Look, int] = {}
        places: dict[str, dict[int, int]] = {}
        for shot in (*wanted.held, *wanted.coming, *shots):
            if shot in sheet.numbers:
                continue
            figure = self._figure(shot.stretch)
            written = figure.frames[shot.frame, shot.side or Side.LEFT]
            at = places.setdefault(shot.stretch, {})
            new = [number for number in written.different if number not in at]
            takes = sum([len(figure.paths[number]) + WRITTEN_AROUND for number in new])
            takes += FRAME_BYTES + SHAPE_BYTES * len(written.shapes)
            if takes > room + beyond.get(shot, 0):
                continue
            room -= takes
            for number in new:
                at[number] = len(sheet.paths)
                sheet.paths.append(figure.paths[number])
            sheet.numbers[shot] = len(sheet.frames)
            order = []
            for number, look in written.shapes:
                order += [at[number], looks.setdefault(look, len(looks))]
            sheet.shots.append(shot)
            sheet.frames.append(written.row | {"o": order})
        sheet.looks.extend(map(dict, looks))
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
    """A figure as rows, each of its paths once for all frames and both sides."""
    numbers: dict[str, int] = {}
    theme = drawn.themes[THEME]
    frames = {}
    for side, pictures in ((Side.LEFT, drawn.left), (Side.RIGHT, drawn.right)):
        for name, picture in pictures.items():
            shapes = tuple(
                (numbers.setdefault(shape.path, len(numbers)), tuple(look_row(shape, theme).items()))
                for shape in picture.shapes
            )
            different = tuple(dict.fromkeys(number for number, _ in shapes))
            frames[name, side] = _Written(picture_row(picture, ()), shapes, different)
    return _Figure(tuple(numbers), frames)


def _fill_gaps(shots: list[Shot], numbers: dict[Shot, int]) -> None:
    """Show what had no room as what comes before it, or else after it, of the same stretch and side."""
    for way in (shots, shots[::-1]):
        last: dict[tuple[str, Side | None], Shot] = {}
        for shot in way:
            if shot in numbers:
                last[shot.stretch, shot.side] = shot
            elif (shot.stretch, shot.side) in last:
                numbers[shot] = numbers[last[shot.stretch, shot.side]]
