"""`content/figures/*.toml` → figures; every problem is noted with its file, its frame and its key."""

from collections.abc import Collection, Iterator
from pathlib import Path

from skill.errors import ContentError
from skill.figures.drawing.parts import PARTS
from skill.figures.reading.frames import read_frames
from skill.figures.reading.spots import FARTHEST, parsed_spot
from skill.figures.records import SIDES, TRUNK, Figure, Prop, PropKind, Spot, View, Way
from skill.figures.vectors import ORIGIN, Vec
from skill.library.reading import Problems, Table, read_each

FOLDER = "figures"
WORKING = (*(f"{side}.{limb}" for side in SIDES for limb in ("leg", "arm")), TRUNK)
SIZES = {
    PropKind.MAT: (180.0, 62.0, 0.0),
    PropKind.WALL: (5.0, 90.0, 170.0),
    PropKind.BED: (200.0, 92.0, 46.0),
    PropKind.PILLOW: (24.0, 40.0, 10.0),
    PropKind.CHAIR: (40.0, 46.0, 92.0),
}
"""How long, wide and high each thing is unless its author says so, in centimetres."""


def read_figures(folder: Path, problems: Problems) -> dict[str, Figure]:
    """Every figure of the content by its stretch, as far as it can be read."""
    return read_each(folder, FOLDER, _figure, problems)


def load_figures(folder: Path) -> dict[str, Figure]:
    """Every figure of the content by its stretch.

    Raises:
        ContentError: With every problem of the files, as far as it keeps them from being read.
    """
    problems = Problems()
    figures = read_figures(folder, problems)
    if problems.lines:
        raise ContentError(problems.lines)
    return figures


def _figure(entry: str, table: Table) -> Figure:
    accent = table.texts("accent", optional=True)
    for name in accent:
        if name not in WORKING:
            table.note("accent", f"{name!r} is none of {', '.join(WORKING)}")
    frames = read_frames(table.table("frames"))
    ways = table.table("ways") if "ways" in table.names() else None
    return Figure(
        id=entry,
        view=_view(table.table("view")),
        frames=frames,
        way=_way(table),
        ways={name: _own_way(row) for name, row in ways.tables()} if ways else {},
        accent=frozenset(accent),
        props=tuple(_props(table, frames)),
        straps=tuple(_straps(table)),
        strapped=frozenset(_frames_of(table, "strapped", frames)),
        over=tuple(_over(table)),
        apart=frozenset(_frames_of(table, "apart", frames)),
        letter=_on_floor(table, "letter") if "letter" in table.names() else None,
    )


def _frames_of(table: Table, key: str, frames: Collection[str]) -> tuple[str, ...]:
    names = table.texts(key, optional=True)
    for name in names:
        if name not in frames:
            table.note(key, f"{name!r} is no frame of this file: {', '.join(frames)}")
    return names


def _view(table: Table) -> View:
    view = View(
        table.within("round", -180, 180, 0), table.within("height", 0, 90, 0), table.flag("stay")
    )
    table.close()
    return view


def _way(table: Table) -> Way:
    return Way(
        steps=table.texts("steps"),
        move=table.texts("move", optional=True),
        again=table.texts("again", optional=True),
        switch=table.texts("switch", optional=True),
        release=table.texts("release"),
    )


def _own_way(table: Table) -> Way:
    way = _way(table)
    table.close()
    return way


def _props(table: Table, frames: Collection[str]) -> Iterator[Prop]:
    for row in table.rows("props") if "props" in table.names() else ():
        yield _prop(row, frames)


def _prop(table: Table, frames: Collection[str]) -> Prop:
    kind = table.choice("kind", PropKind)
    long, wide, high = SIZES[kind]
    at = _on_floor(table, "at")
    return Prop(
        kind,
        at[0],
        at[1],
        long=table.within("long", 1, FARTHEST, long),
        wide=table.within("wide", 1, FARTHEST, wide),
        high=table.within("high", 0, FARTHEST, high),
        low=table.within("low", 0, FARTHEST, 0),
        used=frozenset(_frames_of(table, "used", frames)),
    )


def _on_floor(table: Table, key: str) -> Vec:
    """A place on the floor as two numbers; the middle of the room where it is missing."""
    numbers = table.items(key, optional=True)
    if not numbers:
        return ORIGIN
    place = parsed_spot([*numbers, 0])
    if isinstance(place, str) or place.joint:
        table.note(key, "must be [ahead, sideways] in centimetres")
        return ORIGIN
    return place.offset


def _straps(table: Table) -> list[tuple[Spot, ...]]:
    straps = []
    for points in table.items("straps", optional=True):
        parsed = [parsed_spot(each) for each in points] if isinstance(points, list) else []
        spots = tuple(each for each in parsed if isinstance(each, Spot))
        if len(spots) < max(2, len(parsed)):
            table.note(
                "straps", "each must be a list of places, such as side.hand, side.sole, other.hand"
            )
        else:
            straps.append(spots)
    return straps


def _over(table: Table) -> list[tuple[str, str]]:
    pairs = []
    for pair in table.items("over", optional=True):
        names = pair if isinstance(pair, list) else []
        if len(names) != 2 or not all(isinstance(name, str) and name in PARTS for name in names):
            table.note(
                "over", f"each must be two parts, the upper one first, of {', '.join(sorted(PARTS))}"
            )
        else:
            pairs.append((names[0], names[1]))
    return pairs
