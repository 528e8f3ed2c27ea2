"""Preferences that two devices change at once."""

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from skill.coach.person.merging import merged
from skill.coach.person.preferences import Preferences, decode_preferences, encode_preferences
from skill.library.records import Level
from skill.stores.reading import to_text

STRETCHES = st.sampled_from(["bridge", "cat_cow", "happy_baby"])
PREFERENCES = st.builds(
    Preferences,
    level=st.sampled_from(Level),
    holds=st.dictionaries(STRETCHES, st.sampled_from([20, 20.0, 40.5])),
    routines=st.dictionaries(st.sampled_from(["a", "b"]), st.tuples(STRETCHES)),
    left_out=st.lists(STRETCHES, unique=True).map(tuple),
    introduced=st.booleans(),
)


@given(PREFERENCES)
def test_what_was_read_is_written_as_it_was(preferences):
    """By their text a store knows whether preferences are still those that a session has read."""
    text = to_text(encode_preferences(preferences))
    assert to_text(encode_preferences(decode_preferences(json.loads(text)))) == text


@given(PREFERENCES, PREFERENCES)
def test_alone_a_device_gets_what_it_wants(known, wanted):
    """Where nobody else has set anything, everything is as the device wants it; nothing is unlearnt."""
    got = merged(known, wanted, known)
    assert got.introduced == (known.introduced or wanted.introduced)
    assert replace(got, left_out=(), introduced=True) == replace(wanted, left_out=(), introduced=True)
    assert set(got.left_out) == set(wanted.left_out)


@given(PREFERENCES, PREFERENCES)
def test_what_a_device_does_not_touch_stays(known, kept):
    """Whoever changes nothing undoes nothing."""
    assert merged(known, known, kept) == kept


@given(PREFERENCES, PREFERENCES, PREFERENCES)
def test_twice_is_once(known, wanted, kept):
    """A write that is repeated changes nothing more."""
    once = merged(known, wanted, kept)
    assert merged(known, wanted, once) == once
