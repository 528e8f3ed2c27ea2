"""Bodies: their bones, and the way from one frame to the next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.drawings import FRAMES, GALLERY, WAYS
from skill.figures.body.anatomy import beyond
from skill.figures.body.measures import BONES, FLOOR
from skill.figures.body.solving import solved
from skill.figures.body.tween import Passage, eased
from skill.figures.checks.poses import SPARE, SUNK
from skill.figures.drawing.parts import parts_of
from skill.figures.records import SIDES
from skill.figures.vectors import distance

PARTS = st.floats(0, 1)


def lowest(body):
    """How deep the lowest part of a body is."""
    return min(at[2] - r for part in parts_of(body).values() for hull in part.hulls for at, r in hull)


@given(way=st.sampled_from(WAYS), part=PARTS)
def test_bones_keep_their_lengths_wherever_a_body_is_on_its_way(way, part):
    """No frame and no point between two frames makes a limb longer or shorter."""
    name, start, end = way
    frames = GALLERY.figures[name].frames
    body = Passage(frames[start], frames[end]).at(part)
    for side in SIDES:
        for one, two, long in BONES:
            assert distance(body.at[f"{side}.{one}"], body.at[f"{side}.{two}"]) == pytest.approx(long)


@given(way=st.sampled_from(WAYS), part=PARTS)
def test_nothing_goes_through_the_floor_or_farther_than_joints_go(way, part):
    """Between two frames knees and feet are lifted over the floor, and no joint breaks."""
    name, start, end = way
    frames = GALLERY.figures[name].frames
    body = Passage(frames[start], frames[end]).at(part)
    assert lowest(body) >= FLOOR - SUNK
    assert list(beyond(body, SPARE)) == []


@given(way=st.sampled_from(WAYS), part=st.floats(0, 0.98))
def test_no_joint_jumps_on_the_way(way, part):
    """A fiftieth of the way moves nothing by more than a fifth of a metre."""
    name, start, end = way
    frames = GALLERY.figures[name].frames
    passage = Passage(frames[start], frames[end])
    before, after = passage.at(part), passage.at(part + 0.02)
    assert max(distance(before.at[joint], after.at[joint]) for joint in before.at) < 20


@pytest.mark.parametrize(("name", "frame"), FRAMES)
def test_the_way_begins_and_ends_in_its_frames(name, frame):
    """The ends of a way are the frames themselves, whatever lies between."""
    this = GALLERY.figures[name].frames[frame]
    for other in GALLERY.figures[name].frames.values():
        assert Passage(this, other).at(0).at == solved(this).at
        assert Passage(other, this).at(1).at == solved(this).at


def test_a_movement_starts_and_ends_gently():
    """Slow at both ends, half way after half of the time."""
    assert (eased(0), eased(0.5), eased(1)) == (0, 0.5, 1)
    assert eased(0.1) < 0.05
    assert eased(0.9) > 0.95
