"""Outlines as paths of straight lines and arcs: hulls of circles, polygons, caps of a ball."""

import math
from collections.abc import Sequence
from itertools import pairwise

from skill.figures.vectors import TINY, Vec, add, cross, scaled, unit

Circle = tuple[float, float, float]
"""Right, down, and the radius."""

SMALL = 0.06
"""An arc whose ends are nearer than this, in centimetres, is a point."""
FLAT = 0.5
"""An ellipse that is thinner than this is a straight line: ends that are rounded would lie outside it,
and whoever draws an arc makes it larger until it reaches its ends."""


def number(value: float) -> str:
    """A number as it stands in a path, to a tenth of a centimetre."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def point(x: float, y: float) -> str:
    """A point as it stands in a path, where a minus parts numbers as a space does."""
    down = number(y)
    return f"{number(x)}{down}" if down.startswith("-") else f"{number(x)} {down}"


def hull(circles: Sequence[Circle]) -> str:
    """The line that a rubber band around circles would take.

    Seen from far away under an angle, one of the circles reaches farthest. Going round, another one
    takes over where two reach equally far, and a straight line joins them there.
    """
    turns = _turns(circles)
    if len(turns) == 1:
        x, y, radius = circles[turns[0][1]]
        half = f"A{number(radius)} {number(radius)} 0 0 1 "
        return f"M{point(x - radius, y)}{half}{point(x + radius, y)}{half}{point(x - radius, y)}Z"
    path = ""
    for index, (begin, which) in enumerate(turns):
        end = turns[(index + 1) % len(turns)][0]
        x, y, radius = circles[which]
        first = (x + radius * math.cos(begin), y + radius * math.sin(begin))
        last = (x + radius * math.cos(end), y + radius * math.sin(end))
        path += ("L" if path else "M") + point(*first)
        if math.dist(first, last) > SMALL:
            large = int((end - begin) % (2 * math.pi) > math.pi)
            path += f"A{number(radius)} {number(radius)} 0 {large} 1 {point(*last)}"
    return path + "Z"


def _turns(circles: Sequence[Circle]) -> list[tuple[float, int]]:
    """From which angle on each circle reaches farthest, all the way round."""
    angles = []
    for index, (x1, y1, r1) in enumerate(circles):
        for x2, y2, r2 in circles[:index]:
            far = math.hypot(x1 - x2, y1 - y2)
            if far > abs(r1 - r2) + TINY:
                straight, spread = math.atan2(y1 - y2, x1 - x2), math.acos((r2 - r1) / far)
                angles += [(straight - spread) % (2 * math.pi), (straight + spread) % (2 * math.pi)]
    angles.sort()
    turns: list[tuple[float, int]] = []
    for index, begin in enumerate(angles):
        end = angles[index + 1] if index + 1 < len(angles) else angles[0] + 2 * math.pi
        if end - begin < TINY:
            continue
        cosine, sine = math.cos((begin + end) / 2), math.sin((begin + end) / 2)
        reach = [x * cosine + y * sine + r for x, y, r in circles]
        farthest = reach.index(max(reach))
        if not turns or turns[-1][1] != farthest:
            turns.append((begin, farthest))
    if len(turns) > 1 and turns[0][1] == turns[-1][1]:
        turns.pop(0)
    return turns or [(0.0, max(range(len(circles)), key=lambda each: circles[each][2]))]


def line(points: Sequence[Sequence[float]]) -> str:
    """Straight lines from point to point."""
    return "M" + "L".join(point(each[0], each[1]) for each in points)


def smooth(points: Sequence[Sequence[float]]) -> str:
    """A line that is drawn towards points, and bends on the way from each to the next."""
    path = "M" + point(*points[0][:2])
    for a, b in pairwise(points[1:]):
        end = b if b is points[-1] else ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        path += f"Q{point(*a[:2])} {point(*end[:2])}"
    return path if len(points) > 2 else line(points)


def cap(centre: Vec, radius: float, towards: Vec, degrees: float) -> str:
    """What is seen of the cap of a ball, so many degrees around a direction; empty for nothing.

    Its rim is a circle in space, an ellipse in the picture; where the rim goes behind the ball, the
    ball's own outline takes over.
    """
    facing = unit(towards)
    flat = math.hypot(facing[0], facing[1])
    deep, wide = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    if flat < TINY:
        return hull([(centre[0], centre[1], radius * wide)]) if facing[2] > 0 else ""
    across = unit(cross(facing, (0, 0, 1)))
    along = cross(facing, across)
    along = along if along[2] > 0 else scaled(along, -1)

    def rim(at: float) -> tuple[float, float]:
        edge = add(scaled(across, wide * math.cos(at)), along, wide * math.sin(at))
        seen = add(edge, facing, deep)
        return centre[0] + radius * seen[0], centre[1] + radius * seen[1]

    lying = math.degrees(math.atan2(facing[1], facing[0])) + 90
    thin = abs(facing[2]) * wide * radius
    ellipse = f"A{number(wide * radius)} {thin:.2f} {number(lying)}"
    hidden = -deep * facing[2] / (wide * along[2])
    if hidden >= 1:
        return ""
    if hidden <= -1:  # the whole rim is seen
        top, bottom = rim(math.pi / 2), rim(-math.pi / 2)
        return f"M{point(*top)}{ellipse} 0 1 {point(*bottom)}{ellipse} 0 1 {point(*top)}Z"
    begin = math.asin(hidden)
    first, last = rim(begin), rim(math.pi - begin)
    large, sweep = int(begin < 0), int(across[0] * along[1] > across[1] * along[0])
    back = int((last[0] - centre[0]) * facing[1] > (last[1] - centre[1]) * facing[0])
    ball = f"A{number(radius)} {number(radius)} 0 0 {back} "
    tip = point(centre[0] + radius * facing[0] / flat, centre[1] + radius * facing[1] / flat)
    edge = "L" if thin < FLAT else f"{ellipse} {large} {sweep} "
    # Over its tip: an arc of nearly half a ball would bulge where its ends are rounded.
    return f"M{point(*first)}{edge}{point(*last)}{ball}{tip}{ball}{point(*first)}Z"
