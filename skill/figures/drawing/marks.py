"""What is drawn under the body and over it: shadows, straps, the glow where it is felt, and arrows."""

import math
from collections.abc import Iterable, Iterator

from skill.figures.body.joints import Body
from skill.figures.body.things import Block
from skill.figures.drawing.camera import Camera
from skill.figures.drawing.outlines import hull, line, smooth
from skill.figures.records import Arrow, Glow, Spot
from skill.figures.shapes import Role, Shape
from skill.figures.vectors import UP, Vec, add, cross, dot, scaled, sub, unit

STRAP, ARROW, OUTLINE = 2.6, 3.4, 4.0
"""The widths of lines, and how much wider their outline is."""
RINGS = ((1.0, 0.3), (0.66, 0.45), (0.34, 0.95))
"""The rings of a glow: how large, and how much of its colour each has."""
BARB = 8.0
SHADOW = 3.2
"""Half as wide as the shadow of a foot or a hand."""
FOOT_DOWN, NEAR_FLOOR = 7.5, 32.0
"""Between these heights of its lowest place a foot leaves a shadow, in centimetres."""
UPRIGHT = 60.0
"""How high the hips of somebody are who stands: who lies has feet in the air all the time."""
TOUCHES, BESIDE, BELOW = 9.0, 5.0, 3.0
"""How far a hand may be from the wall that it touches, and how far from it on the wall its shadow is."""


def place(spot: Spot, body: Body) -> Vec:
    """Where a place is on a body."""
    return add(body.at[spot.joint], spot.offset) if spot.joint else spot.offset


def strap(points: tuple[Spot, ...], body: Body, camera: Camera) -> Iterator[Shape]:
    """A strap from place to place."""
    path = line([camera(place(each, body)) for each in points])
    yield Shape(path, Role.PAPER, line=STRAP + OUTLINE)
    yield Shape(path, Role.STRAP, line=STRAP)


def foot_shadow(side: str, body: Body, camera: Camera) -> Iterator[Shape]:
    """What a foot in the air leaves on the floor of somebody who stands: it shows that it floats."""
    foot = [body.at[f"{side}.{joint}"] for joint in ("heel", "ball", "toe", "ankle")]
    is_upright = body.at["hips"][2] > UPRIGHT
    if is_upright and FOOT_DOWN < min(at[2] for at in foot) < NEAR_FLOOR:
        yield _shadow([(at[0], at[1], 0.0) for at in foot[:2]], camera, Role.MAT_EDGE)


def hand_shadow(side: str, body: Body, walls: Iterable[Block], camera: Camera) -> Iterator[Shape]:
    """What a hand leaves on the wall that it touches: without it, the hand seems to wave."""
    wrist, hand = body.at[f"{side}.wrist"], body.at[f"{side}.hand"]
    for wall in walls:
        out = unit(sub(hand, wall.nearest(hand)))
        if wall.gap(hand) < TOUCHES and camera.faced_by(out) > 0:
            along = cross(out, UP)
            arm = dot(along, sub(body.at[f"{side}.shoulder"], hand))
            beside = add(scaled(along, math.copysign(BESIDE, -arm)), UP, -BELOW)
            yield _shadow(
                [add(wall.nearest(at), beside) for at in (wrist, hand)], camera, Role.PROP_EDGE
            )


def _shadow(points: list[Vec], camera: Camera, role: Role) -> Shape:
    return Shape(hull([(*camera(at)[:2], SHADOW) for at in points]), role)


def glow(mark: Glow, body: Body, camera: Camera) -> Iterator[Shape]:
    """A glow, brightest in its middle."""
    x, y, _ = camera(place(mark.at, body))
    for size, opacity in RINGS:
        yield Shape(hull([(x, y, mark.radius * size)]), Role.GLOW, opacity=opacity)


def arrow(mark: Arrow, body: Body, camera: Camera) -> Iterator[Shape]:
    """An arrow with its outline, bent by the places between its ends."""
    points = [camera(place(each, body))[:2] for each in mark.points]
    (x1, y1), (x2, y2) = points[-2:]
    heading = math.atan2(y2 - y1, x2 - x1)
    barbs = [
        (x2 + BARB * math.cos(heading + off), y2 + BARB * math.sin(heading + off)) for off in (2.6, -2.6)
    ]
    path = smooth(points) + line([barbs[0], (x2, y2), barbs[1]])
    yield Shape(path, Role.PAPER, line=ARROW + OUTLINE)
    yield Shape(path, Role.ARROW, line=ARROW)
