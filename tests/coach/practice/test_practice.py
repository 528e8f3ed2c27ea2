"""A frozen practice: its efforts, the person's own lengths, and its places."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.scenes import practice
from skill.coach.practice.place import Phase, Place, Side
from skill.coach.practice.practice import Item, as_announced
from skill.library.records import Breaths, Hold, Movement, Sides

HOLD = Item("knee_to_chest", Hold(30), 3, Sides.EACH, brief=False)


def lengths(item: Item) -> list[float]:
    """Seconds of each effort, left and right by turns."""
    return [effort.seconds for effort in item.efforts]


def order(item: Item) -> str:
    """The efforts in their order, in short."""
    return " ".join(f"{(e.side or '-')[0]}{e.repetition}" for e in item.efforts)


def test_repetitions_of_a_hold_alternate_sides():
    """Both sides of one repetition come before the next."""
    assert order(HOLD) == "l1 r1 l2 r2 l3 r3"
    assert order(replace(HOLD, sides=Sides.NONE)) == "-1 -2 -3"


def test_a_movement_finishes_one_side_first_unless_its_sides_take_turns():
    """By its own count: the repetitions of the item are none of it."""
    movement = replace(HOLD, work=Movement(2, 5), repetitions=1)
    assert order(movement) == "l1 l2 r1 r2"
    assert order(replace(movement, sides=Sides.IN_TURN)) == "l1 r1 l2 r2"
    assert movement.rounds == 2
    assert HOLD.rounds == 3


@pytest.mark.parametrize(
    ("work", "seconds"), [(Hold(30), 30), (Breaths(3, 6), 18), (Movement(5, 10), 10)]
)
def test_an_effort_is_a_hold_all_its_breaths_or_one_movement(work, seconds):
    """That long it lasts, on each side."""
    item = replace(HOLD, work=work)
    assert item.effort_seconds == seconds
    assert set(lengths(item)) == {seconds}


def test_changed_on_the_first_side_it_is_changed_on_both():
    """From this repetition on, left and right alike; what was before stays."""
    assert lengths(HOLD.changed(2, 45, held=10)) == [30, 30, 45, 45, 45, 45]


def test_changed_on_the_second_side_it_is_this_hold_and_the_later_ones():
    """The first side is over: it stays as it was done."""
    assert lengths(HOLD.changed(3, 45, held=10)) == [30, 30, 30, 45, 45, 45]


def test_a_hold_that_is_over_by_the_new_length_ends_where_it_is():
    """The later ones have the new length; as long as it has been held to the second is no more."""
    assert lengths(HOLD.changed(2, 20, held=25)) == [30, 30, 25, 20, 20, 20]
    assert lengths(HOLD.changed(2, 20, held=20)) == [30, 30, 20, 20, 20, 20]


def test_a_second_change_takes_the_place_of_the_first_from_there_on():
    """And of the same hold changed twice, the last word counts."""
    item = HOLD.changed(2, 45, held=10)
    assert lengths(item.changed(2, 60, held=12)) == [30, 30, 60, 60, 60, 60]
    assert lengths(item.changed(4, 20, held=0)) == [30, 30, 45, 45, 20, 20]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(5, 120), st.integers(0, 60)), max_size=6))
def test_whatever_is_changed_what_was_done_before_stays(changes):
    """A change at one effort never reaches back."""
    item = HOLD
    for effort, seconds, held in sorted(changes):
        changed = item.changed(effort, seconds, held)
        assert lengths(changed)[:effort] == lengths(item)[:effort]
        assert lengths(changed)[effort] == max(seconds, held)
        item = changed


def test_the_place_of_an_item_is_its_beginning_and_beyond_the_last_the_end():
    """Before anything of it is done, on its first side."""
    whole = practice("knee_to_chest", "cat_cow")
    assert whole.place_of(0) == Place(0, "knee_to_chest", Phase.SETTLE, 1, Side.LEFT)
    assert whole.place_of(1) == Place(1, "cat_cow", Phase.SETTLE, 1)
    assert whole.place_of(2) == whole.end == Place(2, "")


def test_only_what_is_beyond_the_last_item_is_the_end():
    """The last stretch's release is not."""
    whole = practice("cat_cow")
    assert whole.is_end(whole.end)
    assert not whole.is_end(Place(0, "cat_cow", Phase.RELEASE, 5))


def test_more_than_one_stretch_is_a_routine():
    """One alone is a stretch, however it was started."""
    assert practice("cat_cow", "bridge").is_routine
    assert not practice("cat_cow").is_routine


def test_practices_that_are_alike_are_the_same_key():
    """Equal and of one hash, each time they are made."""
    one, other = practice("cat_cow", "bridge"), practice("cat_cow", "bridge")
    assert one == other
    assert hash(one) == hash(other)
    assert hash(replace(one, body="lying_back")) != hash(other)


def test_the_other_side_is_the_other():
    """Left of right and right of left."""
    assert [side.other for side in Side] == [Side.RIGHT, Side.LEFT]


def test_a_place_later_in_an_effort_is_the_same_but_for_the_seconds():
    """To the millisecond."""
    place = Place(1, "bridge", Phase.HOLD, 2, Side.LEFT, 3, 1.0)
    assert place.after(12.34567) == replace(place, held=12.346)


@pytest.mark.parametrize(
    ("name", "seconds", "told"),
    [
        ("plan:10", 555.0, 600.0),
        ("plan:5", 349.0, 300.0),
        ("plan:10", 530.0, 530.0),
        ("childs_pose", 45.0, 45.0),
        ("six_stretches", 59.0, 59.0),
    ],
)
def test_only_a_plan_is_as_long_as_it_was_announced(name, seconds, told):
    """One that has become much shorter is not, and what is no plan has no length in its name."""
    assert as_announced(name, seconds) == told
