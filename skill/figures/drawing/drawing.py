"""A posed body as shapes, the farthest first.

Every part has a halo in the paper's colour, so that overlapping limbs stay apart; none across a joint.
The farther of two limbs is paler; where one of them works, it is the other one, from any side.
"""

from collections.abc import Iterator, Mapping

from skill.figures.body import joints
from skill.figures.body.joints import Body
from skill.figures.body.things import blocks_of
from skill.figures.drawing.camera import Camera
from skill.figures.drawing.head import head_of
from skill.figures.drawing.marks import arrow, foot_shadow, glow, hand_shadow, strap
from skill.figures.drawing.order import ordered
from skill.figures.drawing.outlines import hull, smooth
from skill.figures.drawing.parts import Ball, Part, parts_of
from skill.figures.records import SIDES, TRUNK, Figure, Frame, PropKind
from skill.figures.shapes import Role, Shape
from skill.figures.vectors import Vec, add, between, distance, scaled

HALO = 2.0
"""How wide it shows, in centimetres."""
FARTHER = 9.0
"""By how much a limb is farther away than its pair to be paler."""
BACK = -0.25
"""A chest that faces the eye by less than this is seen from behind."""
PIECES = {"leg": ("thigh", "shin"), "arm": ("upper", "fore")}
NEXT = {"thigh": "shin", "shin": "thigh", "upper": "fore", "fore": "upper"}
"""The piece on the other side of the knee or the elbow."""
COLOURS = {"torso": Role.TOP, "neck": Role.SKIN, "skin": Role.SKIN}
PAIRS = {"leg": (Role.LEGS, Role.LEGS_FAR), "arm": (Role.TOP, Role.TOP_FAR)}
"""The colours of two limbs of a kind: the nearer one and the farther one."""
SEAM = (("hips", 2, 9.2), ("waist", 0, 8.2), ("chest", 0, 9.0), ("neck", -5, 7.0))
"""Where the seam runs: beside which joint, how far up from it, how far in front or behind."""


def drawn(
    figure: Figure, body: Body, camera: Camera, frame: Frame | None, *, strapped: bool
) -> Iterator[Shape]:
    """The shapes of a picture.

    Args:
        figure: Whose picture it is.
        body: The body as it is now.
        camera: Where one looks from.
        frame: The frame it is a still picture of, for its marks; None on the way between two.
        strapped: Whether the straps are in hand.
    """
    parts = parts_of(body, from_behind=camera.faced_by(body.facing["neck"].front) < BACK)
    order, depth = ordered(parts, camera, figure.over)
    walls = [block for prop in figure.props if prop.kind is PropKind.WALL for block in blocks_of(prop)]
    for side in SIDES:
        yield from foot_shadow(side, body, camera)
        yield from hand_shadow(side, body, walls, camera)
    drawn_yet: set[str] = set()
    for name in order:
        yield from _part(parts[name], body, camera, _colour(parts[name], figure, depth))
        if name == "torso":
            yield from _glows(frame, body, camera, on_trunk=True)
        drawn_yet.add(name)
        side, _, piece = name.partition(".")
        mate = f"{side}.{NEXT.get(piece, '')}"
        if mate in drawn_yet:  # its end at the joint lies under the halo: once more
            colour = _colour(parts[mate], figure, depth)
            end = _end(parts[mate], parts[name])
            yield Shape(_outline(end, camera), colour)
    if strapped:
        for points in figure.straps:
            yield from strap(points, body, camera)
        for side in SIDES if figure.straps else ():
            yield Shape(_outline(parts[f"{side}.hand"].hulls[0], camera), Role.SKIN)
    yield from _glows(frame, body, camera, on_trunk=False)
    if frame:
        for moving in frame.arrows:
            yield from arrow(moving, body, camera)


def _glows(frame: Frame | None, body: Body, camera: Camera, *, on_trunk: bool) -> Iterator[Shape]:
    """A glow beside a joint of the trunk lies on the trunk: on a limb it would be felt in the limb."""
    for felt in frame.glows if frame else ():
        if (felt.at.joint in joints.TRUNK) is on_trunk:
            yield from glow(felt, body, camera)


def _part(part: Part, body: Body, camera: Camera, colour: Role) -> Iterator[Shape]:
    if part.kind == "head":
        yield Shape(_outline(part.hulls[0], camera, HALO), Role.PAPER)
        yield from head_of(body, camera)
    elif part.kind == "neck":
        yield Shape(_outline(part.hulls[0], camera), colour)
    elif part.kind == "torso":
        # The same outline twice: below it a line, whose outer half is the halo around all of it.
        outlines = "".join(_outline(each, camera) for each in part.hulls)
        yield Shape(outlines, Role.PAPER, halo=2 * HALO)
        yield Shape(outlines, colour)
        yield from _seams(body, camera)
    else:  # half of the halo's line lies on what it fills, which is so much larger
        yield Shape(_outline(part.hulls[0], camera, HALO / 2), colour, halo=HALO)


def _colour(part: Part, figure: Figure, depth: Mapping[str, float]) -> Role:
    if part.kind == "torso" and TRUNK in figure.accent:
        return Role.WORK
    if part.kind not in PIECES:
        return COLOURS.get(part.kind, Role.SKIN)
    side = part.name.partition(".")[0]
    across = SIDES[1 - SIDES.index(side)]
    works, pair_works = (f"{each}.{part.kind}" in figure.accent for each in (side, across))
    is_far = _depth(across, part.kind, depth) - _depth(side, part.kind, depth) > FARTHER
    if works:
        return Role.WORK_FAR if is_far and pair_works else Role.WORK
    near, far = PAIRS[part.kind]
    return far if is_far or pair_works else near


def _depth(side: str, kind: str, depth: Mapping[str, float]) -> float:
    return sum(depth[f"{side}.{piece}"] for piece in PIECES[kind]) / 2


def _end(part: Part, beside: Part) -> tuple[Ball, ...]:
    """The piece of a part next to another one, as far as the other's halo lies on it."""
    (near, radius), (far, other_radius) = part.hulls[0]
    joint = beside.hulls[0]
    if min(distance(far, at) for at, _ in joint) < min(distance(near, at) for at, _ in joint):
        near, radius, far, other_radius = far, other_radius, near, radius
    share = min(1.0, (radius + HALO + 1) / distance(near, far))
    return (near, radius), (between(near, far, share), radius + (other_radius - radius) * share)


def _seams(body: Body, camera: Camera) -> Iterator[Shape]:
    for towards in (1, -1):
        run: list[Vec] = []
        for name, up, out in SEAM:
            facing = body.facing[name]
            if camera.faced_by(scaled(facing.front, towards)) > 0.12:
                at = add(add(body.at[name], facing.up, up), facing.front, towards * out)
                run.append(camera(at))
        if len(run) > 1:
            yield Shape(smooth(run), Role.SEAM, line=1.3)


def _outline(balls: tuple[Ball, ...], camera: Camera, grown: float = 0.0) -> str:
    return hull([(*camera(at)[:2], radius + grown) for at, radius in balls])
