"""A head: a ball of skin, hair from crown to nape, and a face where it is turned to the eye.

It is the surest sign of which way up somebody lies.
"""

from collections.abc import Iterator

from skill.figures.body import measures
from skill.figures.body.joints import Axes, Body
from skill.figures.drawing.camera import Camera
from skill.figures.drawing.outlines import cap, hull, point
from skill.figures.shapes import Role, Shape
from skill.figures.vectors import Vec, add, scaled, unit

HAIR = 88
"""How many degrees around the back of the crown the hair reaches: more makes a beard from the feet."""
BUN, TIED = 3.9, 1.6
"""How large the bun is, and how far its middle is out of the head: it tells the back from a face."""
EYE = ((0.26, 0.06), (0.42, -0.02), (0.58, 0.06))
"""Three points of a closed eye: how far aside, and how far up."""


def head_of(body: Body, camera: Camera) -> Iterator[Shape]:
    """The shapes of a head, without its halo."""
    axes, middle, radius = body.facing["head"], body.at["head"], measures.SKULL
    centre = camera(middle)
    facing = camera.faced_by(axes.front)

    def seen(direction: Vec) -> Vec:
        return unit(camera(direction))

    crown = add(scaled(axes.up, 0.75), axes.front, -0.66)
    knot = camera(add(middle, crown, radius + TIED))
    bun, is_behind = hull([(*knot[:2], BUN)]), seen(crown)[2] <= 0
    if is_behind:
        yield Shape(bun, Role.HAIR)
    if facing <= 0.25:
        yield Shape(hull(_profile(middle, axes, camera)), Role.SKIN)
    yield Shape(hull([(centre[0], centre[1], radius)]), Role.SKIN)
    hair = cap(centre, radius, seen(crown), HAIR)
    if hair:
        yield Shape(hair, Role.HAIR)
    if not is_behind:
        yield Shape(bun, Role.HAIR, halo=1.4)
    if facing > 0.25:
        tip = camera(add(add(middle, axes.front, radius + 1.4), axes.up, -2))
        root = camera(add(add(middle, axes.front, radius - 0.4), axes.up, 1))
        yield Shape(hull([(tip[0], tip[1], 1.1), (root[0], root[1], 0.7)]), Role.SHADE)
    for out in (1, -1):
        lid = [seen(add(add(axes.front, axes.side, out * aside), axes.up, high)) for aside, high in EYE]
        if all(each[2] > 0.1 for each in lid):
            a, b, c = [(centre[0] + radius * x, centre[1] + radius * y) for x, y, _ in lid]
            yield Shape(f"M{point(*a)}Q{point(b[0], b[1] + 0.6)} {point(*c)}", Role.FACE, line=1.2)
        ear = seen(add(scaled(axes.side, out), axes.front, -0.05))
        if ear[2] > 0.2:
            at = (centre[0] + radius * ear[0] * 0.97, centre[1] + radius * ear[1] * 0.97 + 0.5)
            yield Shape(hull([(*at, 2.2)]), Role.SHADE)


def _profile(middle: Vec, axes: Axes, camera: Camera) -> list[tuple[float, float, float]]:
    """The nose from aside."""
    tip = add(add(middle, axes.front, measures.SKULL + 0.9), axes.up, -1.5)
    roots = [add(add(middle, axes.front, measures.SKULL - 1.2), axes.up, high) for high in (2.2, -3.4)]
    return [(*camera(each)[:2], 1.2) for each in (tip, *roots)]
