"""What is drawn over the body: straps, the glow where it is felt, and arrows."""

import math
from collections.abc import Iterator

from skill.figures.body.joints import Body
from skill.figures.drawing.camera import Camera
from skill.figures.drawing.outlines import hull, line, point
from skill.figures.records import Arrow, Glow, Spot
from skill.figures.shapes import Role, Shape
from skill.figures.vectors import Vec, add

STRAP, ARROW, OUTLINE = 2.6, 3.4, 4.0
"""The widths of lines, and how much wider their outline is."""
RINGS = ((1.0, 0.3), (0.66, 0.45), (0.34, 0.95))
"""The rings of a glow: how large, and how much of its colour each has."""
BARB = 8.0


def place(spot: Spot, body: Body) -> Vec:
    """Where a place is on a body."""
    return add(body.at[spot.joint], spot.offset) if spot.joint else spot.offset


def strap(points: tuple[Spot, ...], body: Body, camera: Camera) -> Iterator[Shape]:
    """A strap from place to place."""
    path = line([camera(place(each, body)) for each in points])
    yield Shape(path, Role.PAPER, line=STRAP + OUTLINE)
    yield Shape(path, Role.STRAP, line=STRAP)


def glow(mark: Glow, body: Body, camera: Camera) -> Iterator[Shape]:
    """A glow, brightest in its middle."""
    x, y, _ = camera(place(mark.at, body))
    for size, opacity in RINGS:
        yield Shape(hull([(x, y, mark.radius * size)]), Role.GLOW, opacity=opacity)


def arrow(mark: Arrow, body: Body, camera: Camera) -> Iterator[Shape]:
    """An arrow with its outline."""
    points = [camera(place(each, body))[:2] for each in mark.points]
    (x1, y1), (x2, y2) = points[0], points[-1]
    bend = points[1] if len(points) == 3 else ((x1 + x2) / 2, (y1 + y2) / 2)
    heading = math.atan2(y2 - bend[1], x2 - bend[0])
    barbs = [
        (x2 + BARB * math.cos(heading + off), y2 + BARB * math.sin(heading + off)) for off in (2.6, -2.6)
    ]
    path = f"M{point(x1, y1)}Q{point(*bend)} {point(x2, y2)}" + line([barbs[0], (x2, y2), barbs[1]])
    yield Shape(path, Role.PAPER, line=ARROW + OUTLINE)
    yield Shape(path, Role.ARROW, line=ARROW)
