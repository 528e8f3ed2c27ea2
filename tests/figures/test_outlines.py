"""Outlines: rubber bands around circles, and caps of balls."""

import math
import re

from hypothesis import assume, given
from hypothesis import strategies as st

from skill.figures.drawing.outlines import cap, hull, number, smooth
from skill.figures.vectors import length
from skill.figures.writers.traced import traced

CIRCLES = st.lists(
    st.tuples(st.floats(-100, 100), st.floats(-100, 100), st.floats(0.5, 12)), min_size=1, max_size=8
)
DIRECTION = st.tuples(st.floats(-1, 1), st.floats(-1, 1), st.floats(-1, 1))


def points(path):
    """The points that a path goes through."""
    ends = re.findall(r"[MLQ](?:[-\d.]+ [-\d.]+ )??([-\d.]+) ([-\d.]+)", path)
    ends += re.findall(r"A[-\d.]+ [-\d.]+ [-\d.]+ [01] [01] ([-\d.]+) ([-\d.]+)", path)
    return [(float(x), float(y)) for x, y in ends]


@given(CIRCLES)
def test_a_hull_lies_around_its_circles_and_touches_them(circles):
    """Every corner lies on the edge of one circle, and inside none of the others."""
    for x, y in points(hull(circles)):
        edges = [math.dist((x, y), (cx, cy)) - radius for cx, cy, radius in circles]
        assert min(edges) >= -0.15
        assert min(abs(edge) for edge in edges) <= 0.15


def test_one_circle_is_a_circle():
    """A circle inside another one leaves that one alone."""
    assert hull([(0, 0, 5)]) == hull([(0, 0, 5), (1, 0, 2)]) == "M-5 0A5 5 0 0 1 5 0A5 5 0 0 1 -5 0Z"


@given(DIRECTION, st.floats(20, 120))
def test_a_cap_stays_on_its_ball(towards, degrees):
    """Nothing of the hair is off the head, from wherever one looks."""
    assume(length(towards) > 0.1)
    path = cap((0, 0, 0), 10, towards, degrees)
    assert all(math.hypot(*point) <= 10.2 for line in traced(path) for point in line)


def test_a_cap_is_seen_from_its_side_alone():
    """A small cap that looks away is not drawn; one that looks at the eye is a whole ellipse."""
    assert cap((0, 0, 0), 10, (0, 0.2, -1), 30) == ""
    assert cap((0, 0, 0), 10, (0, 0.2, 1), 30).count("A") == 2


def test_numbers_are_short():
    """A tenth of a centimetre is enough, and there is no minus nought."""
    assert [number(each) for each in (1.0, -0.04, 2.25, -3.06)] == ["1", "0", "2.2", "-3.1"]


def test_a_line_of_two_points_is_straight():
    """A curve needs a third point."""
    assert smooth([(0, 0), (1, 1)]) == "M0 0L1 1"
    assert smooth([(0, 0), (1, 1), (2, 0)]) == "M0 0Q1 1 2 0"
