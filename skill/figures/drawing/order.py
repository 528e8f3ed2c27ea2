"""Which part lies behind which.

Not by the middles of parts: an arm may pass over the head and under the knee. Each is a row of balls,
and every two balls that overlap in the picture vote with the depth they have there.
"""

import math
from collections.abc import Iterable, Mapping

from skill.figures.drawing.camera import Camera
from skill.figures.drawing.parts import Part

Seen = tuple[float, float, float, float]
"""Right, down, towards the eye, and the radius."""

HEAD_ON_NECK = ("headpart", "neckpart")
NECK_ON_TRUNK = ("neckpart", "torso")


def ordered(
    parts: Mapping[str, Part], camera: Camera, over: Iterable[tuple[str, str]]
) -> tuple[list[str], dict[str, float]]:
    """The names of the parts, the farthest first, and how near each is to the eye in its middle."""
    seen = {name: [(*camera(at), radius) for at, radius in part.balls()] for name, part in parts.items()}
    bounds = {name: _bounds(balls) for name, balls in seen.items()}
    names = list(parts)
    behind: dict[str, set[str]] = {name: set() for name in names}
    for index, one in enumerate(names):
        for two in names[:index]:
            vote = _vote(seen[one], seen[two]) if _meet(bounds[one], bounds[two]) else 0.0
            if vote > 0:
                behind[one].add(two)
            elif vote < 0:
                behind[two].add(one)
    for upper, lower in (HEAD_ON_NECK, NECK_ON_TRUNK, *over):
        behind[upper].add(lower)
        behind[lower].discard(upper)
    depth = {name: sum(ball[2] for ball in balls) / len(balls) for name, balls in seen.items()}
    done: list[str] = []
    while len(done) < len(names):
        left = [name for name in names if name not in done]
        # Parts may lie over each other in a circle: then the least covered one goes first.
        blocked = {name: len(behind[name].difference(done)) for name in left}
        least = min(blocked.values())
        done.append(min((name for name in left if blocked[name] == least), key=depth.__getitem__))
    return done, depth


def _bounds(balls: list[Seen]) -> tuple[float, float, float, float]:
    return (
        min(x - r for x, _, _, r in balls),
        max(x + r for x, _, _, r in balls),
        min(y - r for _, y, _, r in balls),
        max(y + r for _, y, _, r in balls),
    )


def _meet(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]


def _vote(one: list[Seen], two: list[Seen]) -> float:
    vote = 0.0
    for x1, y1, z1, r1 in one:
        for x2, y2, z2, r2 in two:
            overlap = r1 + r2 - math.hypot(x1 - x2, y1 - y2)
            if overlap > 0:
                vote += overlap * overlap * (z1 + 0.35 * r1 - z2 - 0.35 * r2)
    return vote
