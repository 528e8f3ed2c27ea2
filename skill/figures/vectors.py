"""Points and directions in space, in centimetres: x ahead, y to the working side, z up.

Lying on the back, ahead is towards the feet. Plain tuples: a picture takes some ten thousand of them.
"""

import math

Vec = tuple[float, float, float]

ORIGIN: Vec = (0.0, 0.0, 0.0)
AHEAD: Vec = (1.0, 0.0, 0.0)
SIDE: Vec = (0.0, 1.0, 0.0)
UP: Vec = (0.0, 0.0, 1.0)

TINY = 1e-6


def add(a: Vec, b: Vec, times: float = 1.0) -> Vec:
    """One point, moved by another as often as is said."""
    return (a[0] + times * b[0], a[1] + times * b[1], a[2] + times * b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """The way from the second point to the first."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scaled(a: Vec, times: float) -> Vec:
    """A direction made longer, or turned round by a negative number."""
    return (a[0] * times, a[1] * times, a[2] * times)


def dot(a: Vec, b: Vec) -> float:
    """How far one direction goes along the other."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """What is square to both."""
    return (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )


def length(a: Vec) -> float:
    """How long it is."""
    return math.sqrt(dot(a, a))


def distance(a: Vec, b: Vec) -> float:
    """How far two points lie from each other."""
    return math.dist(a, b)


def unit(a: Vec) -> Vec:
    """The same direction, one long; nothing at all stays nothing."""
    long = length(a)
    return scaled(a, 1 / long) if long > TINY else ORIGIN


def square_to(a: Vec, axis: Vec) -> Vec:
    """The part of a direction that is square to an axis, which is one long."""
    return add(a, axis, -dot(a, axis))


def between(a: Vec, b: Vec, part: float) -> Vec:
    """The point a part of the way from one to the other."""
    return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part, a[2] + (b[2] - a[2]) * part)


def turned(a: Vec, axis: Vec, degrees: float) -> Vec:
    """A direction turned about an axis, which is one long."""
    if not degrees:
        return a
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    moved = add(scaled(a, cosine), cross(axis, a), sine)
    return add(moved, axis, dot(axis, a) * (1 - cosine))


def angle(a: Vec, b: Vec) -> float:
    """The angle between two directions, in degrees."""
    return math.degrees(math.acos(max(-1.0, min(1.0, dot(unit(a), unit(b))))))


def mirrored(a: Vec) -> Vec:
    """The same on the other side of the body."""
    return (a[0], -a[1], a[2])
