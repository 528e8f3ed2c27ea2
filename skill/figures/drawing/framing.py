"""What part of the drawing a picture shows: the same for all frames that belong together."""

from collections.abc import Iterable, Iterator, Mapping

from skill.figures.body.joints import Body
from skill.figures.body.things import blocks_of
from skill.figures.drawing.camera import Camera
from skill.figures.drawing.marks import place
from skill.figures.drawing.parts import parts_of
from skill.figures.drawing.surroundings import corners
from skill.figures.records import Figure, PropKind
from skill.figures.shapes import Box
from skill.figures.vectors import Vec

MARGIN = 5.0
LETTER = 7.0
"""How much room the letter of the side takes around its place."""
MAY_BE_CUT = frozenset({PropKind.MAT, PropKind.WALL, PropKind.BED})
"""Things that run out of the picture; with all of them in it, the body would be half as large."""
ALONG = 0.25
"""A view along the body: its middle stays where it is when the picture is turned over."""


def box_around(figure: Figure, bodies: Mapping[str, Body], cameras: Iterable[Camera]) -> Box:
    """The box around the bodies in some frames of a figure, and the smaller things that they use."""
    seen = [
        (camera(at), radius)
        for camera in cameras
        for frame, body in bodies.items()
        for at, radius in _everything(figure, frame, body)
    ]
    left = min(at[0] - radius for at, radius in seen) - MARGIN
    right = max(at[0] + radius for at, radius in seen) + MARGIN
    top = min(at[1] - radius for at, radius in seen) - MARGIN
    bottom = max(at[1] + radius for at, radius in seen) + MARGIN
    if figure.view.stay or abs(Camera(figure.view)((1, 0, 0))[0]) < ALONG:
        right = max(right, -left)
        left = -right
    return Box(left, top, right - left, bottom - top)


def _everything(figure: Figure, frame: str, body: Body) -> Iterator[tuple[Vec, float]]:
    for part in parts_of(body).values():
        for hull in part.hulls:
            yield from hull
    if figure.letter is not None:
        yield figure.letter, LETTER
    for mark in figure.frames[frame].arrows:
        for spot in mark.points:
            yield place(spot, body), 5.0
    for prop in figure.props:
        if prop.kind not in MAY_BE_CUT and not prop.is_away(frame):
            for block in blocks_of(prop):
                for corner in corners(block):
                    yield corner, block.corner
