"""Mat, wall, bed, pillow and chair as shapes, behind the body."""

from collections.abc import Iterator
from itertools import groupby, product

from skill.figures.body.things import THIN, Block, blocks_of
from skill.figures.drawing.camera import Camera
from skill.figures.drawing.outlines import hull
from skill.figures.records import Prop, PropKind
from skill.figures.shapes import Role, Shape
from skill.figures.vectors import AHEAD, SIDE, Vec

BROAD = 1.0
"""What has smaller corners than this is too thin to have a top, such as the leg of a chair."""
SKIRTING = 8.0
"""How high the board along the foot of a wall is: it tells a wall from a screen or a door."""
LEVEL = 0.05
"""From no higher than this the tops of things are not seen."""


def surroundings(props: tuple[Prop, ...], camera: Camera, frames: tuple[str, ...]) -> Iterator[Shape]:
    """The shapes of the things that are seen, in the order in which they are named.

    Args:
        props: The things.
        camera: Where one looks from.
        frames: The frame that is drawn, or the two that the body is between.
    """
    shapes: list[Shape] = []
    for prop in props:
        if not prop.is_away(*frames):
            shapes += _thing(prop, camera)
    for role, pieces in groupby(shapes, key=lambda shape: shape.role):
        yield Shape("".join(piece.path for piece in pieces), role)


def _thing(prop: Prop, camera: Camera) -> Iterator[Shape]:
    blocks = list(blocks_of(prop))
    if prop.kind is PropKind.CHAIR and camera.faced_by(AHEAD) < 0:
        blocks[-2:] = blocks[:-3:-1]  # from behind, its back hides its seat
    for block in blocks:
        yield from _block(block, camera, is_wall=prop.kind is PropKind.WALL)


def corners(block: Block) -> list[Vec]:
    """The eight corners of a box."""
    (x0, y0, z0), (x1, y1, z1) = block.low, block.high
    return [(x, y, z) for x, y, z in product((x0, x1), (y0, y1), (z0, z1))]


def _block(block: Block, camera: Camera, *, is_wall: bool) -> Iterator[Shape]:
    main, edge = (Role.MAT, Role.MAT_EDGE) if block.is_mat else (Role.PROP, Role.PROP_EDGE)
    yield Shape(_outline(corners(block), block.corner, camera), edge)
    if is_wall:
        axis = 0 if block.high[0] - block.low[0] <= THIN else 1
        towards = camera.faced_by(AHEAD if axis == 0 else SIDE)
        near = block.high[axis] if towards > 0 else block.low[axis]
        face = [each for each in corners(block) if each[axis] == near]
    else:
        towards = camera.from_above
        face = [each for each in corners(block) if each[2] == block.high[2]]
    if abs(towards) > LEVEL and block.corner >= BROAD:
        yield Shape(_outline(face, block.corner, camera), main)
    if is_wall and block.low[2] == 0:
        board = [(x, y, min(z, SKIRTING)) for x, y, z in face]
        yield Shape(_outline(board, block.corner, camera), edge)


def _outline(points: list[Vec], radius: float, camera: Camera) -> str:
    return hull([(*camera(each)[:2], radius) for each in points])
