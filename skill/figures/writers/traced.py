"""Paths as a renderer draws them: points along the way, arcs by the rules of SVG (its appendix B.2)."""

import math
import re
from collections.abc import Sequence

COMMAND = re.compile(r"([MLAQZ])([^MLAQZ]*)")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
STEPS = 12
"""How many points stand for a curve."""

Point = tuple[float, float]


def traced(path: str) -> list[list[Point]]:
    """The outlines of a path, each as points along it."""
    outlines: list[list[Point]] = []
    at = (0.0, 0.0)
    for command, text in COMMAND.findall(path):
        given = [float(each) for each in NUMBER.findall(text)]
        match command:
            case "M":
                outlines.append([])
                added = [(given[0], given[1])]
            case "L":
                added = [(given[i], given[i + 1]) for i in range(0, len(given), 2)]
            case "Q":
                added = [_on_curve(at, given, step / STEPS) for step in range(1, STEPS + 1)]
            case "A":
                added = _arc(at, given)
            case _:  # Z: whoever fills it closes it
                continue
        outlines[-1] += added
        at = added[-1]
    return outlines


def _on_curve(start: Point, given: Sequence[float], part: float) -> Point:
    rest = 1 - part
    control, end = given[:2], given[2:]
    x, y = (
        rest * rest * a + 2 * rest * part * b + part * part * c
        for a, b, c in zip(start, control, end, strict=True)
    )
    return x, y


def _arc(start: Point, given: Sequence[float]) -> list[Point]:
    rx, ry, lying, large, sweep, x, y = given
    if start == (x, y):
        return [start]
    cosine, sine = math.cos(math.radians(lying)), math.sin(math.radians(lying))
    dx, dy = (start[0] - x) / 2, (start[1] - y) / 2
    u, v = cosine * dx + sine * dy, cosine * dy - sine * dx
    too_small = (u / rx) ** 2 + (v / ry) ** 2
    if too_small > 1:
        rx, ry = rx * math.sqrt(too_small), ry * math.sqrt(too_small)
    root = math.sqrt(max(0.0, 1 / ((u / rx) ** 2 + (v / ry) ** 2) - 1)) * (-1 if large == sweep else 1)
    cu, cv = root * rx * v / ry, -root * ry * u / rx
    begin, end = (math.atan2((each[1] - cv) / ry, (each[0] - cu) / rx) for each in ((u, v), (-u, -v)))
    if sweep and end < begin:
        end += 2 * math.pi
    if not sweep and end > begin:
        end -= 2 * math.pi
    middle = ((start[0] + x) / 2, (start[1] + y) / 2)
    found = []
    for step in range(1, STEPS + 1):
        angle = begin + (end - begin) * step / STEPS
        a, b = cu + rx * math.cos(angle), cv + ry * math.sin(angle)
        found.append((middle[0] + cosine * a - sine * b, middle[1] + sine * a + cosine * b))
    return found
