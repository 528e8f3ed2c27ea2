"""How far points are from lines."""

import math
from itertools import pairwise


def to_line(point, outline):
    """How far a point is from a line through points."""
    return min(_to_piece(point, start, end) for start, end in pairwise(outline))


def _to_piece(point, start, end):
    x, y = (b - a for a, b in zip(start, end, strict=True))
    along = (point[0] - start[0]) * x + (point[1] - start[1]) * y
    part = max(0.0, min(1.0, along / ((x * x + y * y) or 1)))
    return math.dist(point, (start[0] + part * x, start[1] + part * y))
