"""A practice as a timeline: what follows what."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.content import LIBRARY
from helpers.scenes import practice
from skill.coach.practice.place import WORK_PHASES, Phase, Place, Side
from skill.coach.practice.practice import Item, Practice
from skill.coach.practice.timeline import index_of, outline, segment_at
from skill.library.records import Breaths, Hold, Movement, Sides

ITEMS = st.builds(
    Item,
    st.sampled_from(sorted(LIBRARY.stretches)),
    st.sampled_from([Hold(30), Breaths(3, 6), Movement(3, 5)]),
    st.integers(1, 3),
    st.sampled_from(Sides),
    st.booleans(),
)
PRACTICES = st.lists(ITEMS, min_size=1, max_size=4).map(
    lambda items: Practice("2026-11-20T08:00:00.000+00:00", "any", tuple(items), "standing")
)


def shape(work, repetitions: int, sides: Sides) -> list[str]:
    """The segments of one stretch, each in short: its phase, its repetition and its side."""
    item = Item("bridge", work, repetitions, sides, brief=False)
    whole = Practice("x", "x", (item,), "standing")
    return [
        f"{segment.phase} {segment.effort.repetition}{(segment.effort.side or ' ')[0]}".strip()
        for segment in outline(whole)
    ]


def test_a_hold_with_sides_changes_sides_and_then_repeats():
    """Left, right, left, right: to the other side by a switch, to the next round by settling again."""
    assert shape(Hold(30), 2, Sides.EACH) == [
        "settle 1l",
        "step 1l",
        "hold 1l",
        "switch 1r",
        "hold 1r",
        "switch 2l",
        "hold 2l",
        "switch 2r",
        "hold 2r",
        "release 2r",
    ]


def test_a_hold_without_sides_settles_between_repetitions():
    """Out and in again, on the same side, which is none."""
    assert shape(Hold(30), 2, Sides.NONE) == [
        *("settle 1", "step 1", "hold 1", "settle 2", "hold 2", "release 2"),
    ]


def test_a_movement_flows_from_one_repetition_into_the_next():
    """Nothing lies between two of them on the same side, and one change of sides in the middle."""
    assert shape(Movement(2, 5), 1, Sides.EACH) == [
        *("settle 1l", "step 1l", "move 1l", "move 2l", "switch 1r", "move 1r", "move 2r"),
        "release 2r",
    ]
    assert shape(Movement(2, 5), 1, Sides.IN_TURN)[2:-1] == ["move 1l", "move 1r", "move 2l", "move 2r"]
    assert shape(Movement(3, 5), 1, Sides.NONE)[2:-1] == ["move 1", "move 2", "move 3"]


@given(PRACTICES)
def test_every_segment_is_found_by_its_place(practice):
    """From the outline to a place and back it is the same segment, and no two share one."""
    segments = outline(practice)

    assert [index_of(practice, segment.place) for segment in segments] == list(range(len(segments)))
    assert all(segment_at(practice, segment.place) is segment for segment in segments)
    assert all(segment.holds(replace(segment.place, held=7.5, step=1)) for segment in segments)


@given(PRACTICES)
def test_both_sides_do_the_same_work(practice):
    """Every left effort has its right one, of the same length, and the left comes first."""
    for number, item in enumerate(practice.items):
        work = [s for s in outline(practice) if s.item == number and s.phase in WORK_PHASES]
        left, right = ([s.effort for s in work if s.effort.side is side] for side in Side)
        assert len(work) == item.rounds * (1 if item.sides is Sides.NONE else 2)
        assert [(e.repetition, e.seconds) for e in left] == [(e.repetition, e.seconds) for e in right]
        assert item.sides is Sides.NONE or work[0].effort.side is Side.LEFT


def test_the_end_is_after_everything():
    """Its index is the number of segments."""
    whole = practice("bridge", "cat_cow")
    assert index_of(whole, whole.end) == len(outline(whole))


@pytest.mark.parametrize(
    "place",
    [
        Place(1, "happy_baby", Phase.MOVE, 3),
        Place(1, "cat_cow", Phase.MOVE, 99),
        Place(1, "cat_cow", Phase.HOLD, 1),
    ],
)
def test_a_place_that_does_not_fit_any_more_is_the_start_of_its_item(place):
    """Another stretch stands there now, or it is done less often, or otherwise."""
    whole = practice("bridge", "cat_cow")
    assert outline(whole)[index_of(whole, place)].place == whole.place_of(1)
