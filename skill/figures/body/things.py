"""The things about a body as boxes in the room: drawn, and held against hands and feet."""

from collections.abc import Iterator
from dataclasses import dataclass

from skill.figures.records import Prop, PropKind
from skill.figures.vectors import Vec

THIN = 5.0
"""How thick a wall is, in centimetres."""
SEAT, BACKREST = 46.0, 92.0
"""How high the seat of a chair is, and its back."""


@dataclass(frozen=True)
class Block:
    """A box with rounded corners."""

    low: Vec
    high: Vec
    corner: float
    """The radius of its corners."""
    is_mat: bool = False

    def nearest(self, point: Vec) -> Vec:
        """Where a point outside touches it first."""
        x, y, z = (
            max(low, min(at, high)) for at, low, high in zip(point, self.low, self.high, strict=True)
        )
        return x, y, z

    def gap(self, point: Vec) -> float:
        """How far a point lies from it; negative where it is inside."""
        outside = [
            max(low - at, at - high) for at, low, high in zip(point, self.low, self.high, strict=True)
        ]
        if max(outside) <= 0:
            return max(outside)
        return float(sum(max(0.0, each) ** 2 for each in outside) ** 0.5)


def blocks_of(prop: Prop) -> Iterator[Block]:
    """The boxes of a thing, those farther from its front first."""
    x, y, long, wide = prop.x, prop.y, prop.long / 2, prop.wide / 2
    bottom, top = prop.low, prop.low + prop.high
    match prop.kind:
        case PropKind.MAT:
            yield Block((x - long, y - wide, -1.6), (x + long, y + wide, -0.4), 1, is_mat=True)
        case PropKind.WALL:
            yield Block((x - long, y - wide, bottom), (x + long, y + wide, top), 1)
        case PropKind.BED | PropKind.PILLOW:
            round_off = 4.0
            yield Block(
                (x - long + round_off, y - wide + round_off, bottom + round_off * bool(bottom)),
                (x + long - round_off, y + wide - round_off, top - round_off),
                round_off,
            )
        case PropKind.CHAIR:
            yield from _chair(x, y, long, wide)


def _chair(x: float, y: float, long: float, wide: float) -> Iterator[Block]:
    leg = 3.0
    for far_x in (x - long + 1, x + long - 1 - leg):
        for far_y in (y - wide + 1, y + wide - 1 - leg):
            yield Block((far_x, far_y, 0), (far_x + leg, far_y + leg, SEAT - 3), 0)
    yield Block((x - long - 2, y - wide, SEAT), (x - long + 2, y + wide, BACKREST), 1.2)
    yield Block((x - long, y - wide, SEAT - 4), (x + long, y + wide, SEAT), 1)
