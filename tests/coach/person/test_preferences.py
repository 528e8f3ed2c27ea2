"""Preferences as they are kept."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.person.preferences import Preferences, decode_preferences, encode_preferences
from skill.coach.practice.practice import Manner, Talk
from skill.errors import UnreadableStateError
from skill.library.records import Level

NAMES = st.sampled_from(["bridge", "cat_cow", "evening", "a+b"])
ROWS = st.lists(NAMES, max_size=3).map(tuple)
ANY = st.builds(
    Preferences,
    level=st.sampled_from(Level),
    levels=st.dictionaries(NAMES, st.sampled_from(Level)),
    holds=st.dictionaries(NAMES, st.floats(3, 120)),
    manner=st.builds(Manner, st.floats(0.5, 2), st.floats(0.5, 2), st.sampled_from(Talk)),
    choices=st.dictionaries(NAMES, NAMES),
    left_out=ROWS,
    declined=ROWS,
    routines=st.dictionaries(NAMES, ROWS),
    cautioned=ROWS,
    introduced=st.booleans(),
    lessons=st.integers(0, 9),
    lesson_day=st.sampled_from(["", "2026-11-20"]),
    taught=st.booleans(),
)


@given(ANY)
def test_any_preferences_are_read_back_as_they_were(preferences):
    """Through JSON, all of their fields."""
    assert decode_preferences(json.loads(json.dumps(encode_preferences(preferences)))) == preferences


@given(ANY)
def test_only_what_differs_from_how_everybody_begins_is_kept(preferences):
    """They travel with every answer."""
    kept = encode_preferences(preferences)
    begin = Preferences()
    differing = {name for name in vars(begin) if getattr(preferences, name) != getattr(begin, name)}
    assert set(kept) == differing


def test_a_new_person_has_nothing_kept():
    """And nothing read back is a new person."""
    assert encode_preferences(Preferences()) == {}
    assert decode_preferences({}) == Preferences()


def test_what_a_later_version_has_kept_is_passed_over():
    """The rest of it is read."""
    assert decode_preferences({"level": "gentle", "unicorn": 1}) == Preferences(level=Level.GENTLE)


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        "level",
        {"level": "deeper"},
        {"levels": {"bridge": "deeper"}},
        {"holds": {"bridge": "long"}},
        {"holds": {"bridge": -1}},
        {"holds": {"bridge": 1e9}},
        {"manner": [1.0]},
        {"manner": [1.0, 1.0, "shouting"]},
        {"left_out": [1]},
        {"left_out": 3},
        {"routines": {"evening": 3}},
        {"lessons": -1},
        {"lessons": True},
    ],
)
def test_nonsense_is_refused(value):
    """With one error, that the store makes a fresh start of."""
    with pytest.raises(UnreadableStateError, match="no preferences"):
        decode_preferences(value)
