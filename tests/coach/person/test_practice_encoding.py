"""A practice and its places as JSON and back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.person.practice_encoding import (
    decode_place,
    decode_practice,
    encode_place,
    encode_practice,
)
from skill.coach.practice.place import Phase, Place, Side
from skill.coach.practice.plan_wish import PlanWish
from skill.coach.practice.practice import Item, Manner, Practice, Talk
from skill.errors import UnreadableStateError
from skill.library.records import Breaths, Hold, Movement, Sides

NUMBERS = st.integers(1, 60)
WORK = st.one_of(
    st.builds(Hold, st.floats(3, 120)),
    st.builds(Breaths, NUMBERS, st.floats(3, 10)),
    st.builds(Movement, NUMBERS, st.floats(1, 20)),
)
ITEMS = st.builds(
    Item,
    st.sampled_from(["bridge", "cat_cow"]),
    WORK,
    NUMBERS,
    st.sampled_from(Sides),
    st.booleans(),
    st.lists(st.tuples(st.integers(0, 9), st.floats(3, 120)), max_size=2).map(tuple),
)
PRACTICES = st.builds(
    Practice,
    st.just("2026-11-20T08:00:00.000+00:00"),
    st.text(max_size=9),
    st.lists(ITEMS, min_size=1, max_size=3).map(tuple),
    st.sampled_from(["standing", "lying_back"]),
    st.builds(Manner, st.floats(0.5, 2), st.floats(0.5, 2), st.sampled_from(Talk)),
    st.one_of(st.none(), st.builds(PlanWish, st.floats(60, 3600), st.sampled_from(["", "hips"]))),
)
PLACES = st.builds(
    Place,
    st.integers(0, 9),
    st.sampled_from(["", "bridge"]),
    st.sampled_from(Phase),
    st.integers(1, 9),
    st.one_of(st.none(), st.sampled_from(Side)),
    st.integers(0, 9),
    st.integers(0, 120_000).map(lambda milliseconds: milliseconds / 1000),
)


@given(PRACTICES)
def test_a_practice_is_read_back_as_it_was(practice):
    """Work of every kind, changes and cautions, manner and wish."""
    assert decode_practice(encode_practice(practice)) == practice


@given(PLACES)
def test_a_place_is_read_back_as_it_was(place):
    """To the millisecond of what was held."""
    assert decode_place(json.loads(json.dumps(encode_place(place)))) == place


PRACTICE = Practice(
    "2026-11-20T08:00:00.000+00:00",
    "bridge",
    (Item("bridge", Breaths(3, 6), 2, Sides.NONE, brief=False),),
    "standing",
)


def test_the_same_practice_read_twice_is_one_object():
    """What was made of it is found again without comparing."""
    text = encode_practice(PRACTICE)
    assert decode_practice(text) is decode_practice(str(text))


def changed(**changes) -> str:
    """The practice as text, with some of it put otherwise."""
    return json.dumps(json.loads(encode_practice(PRACTICE)) | changes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        changed(id="yesterday"),
        changed(items=[["bridge", "hold", [30], 0, "none", 0]]),
        changed(items=[["bridge", "hold", [30], 60 + 1, "none", 0]]),
        changed(items=[["bridge", "hold", [-1], 1, "none", 0]]),
        changed(items=[["bridge", "breaths", [0, 6], 1, "none", 0]]),
        changed(items=[["bridge", "movement", [60 + 1, 6], 1, "none", 0]]),
        changed(items=[["bridge", "juggling", [3, 6], 1, "none", 0]]),
        changed(items=[["bridge", "hold", [30], 1, "both", 0]]),
        changed(items=[["bridge", "hold", [30], 1, "none"]]),
        changed(wish=["soon", "", "", "", ""]),
        changed(wish=["60.0"]),
        changed(manner=[1.0, 1.0, "shouting"]),
    ],
)
def test_what_is_no_practice_is_refused(text):
    """Nothing costly or endless is ever made of it."""
    with pytest.raises(UnreadableStateError, match=r"no (practice|moment)"):
        decode_practice(text)


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        [0, "bridge", "flying", 1, None, 0, 0.0],
        [-1, "bridge", "hold", 1, None, 0, 0.0],
        [0, "bridge", "hold", 1, "up", 0, 0.0],
        [0, "bridge", "hold", 1, None, 0, -1.0],
        [0, "bridge", "hold", 1, None, 0],
    ],
)
def test_what_is_no_place_is_refused(value):
    """With one error that says so."""
    with pytest.raises(UnreadableStateError, match="no place"):
        decode_place(value)
