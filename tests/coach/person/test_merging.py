"""Preferences that two devices change at once."""

import json
from dataclasses import replace

import pytest
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


ONE = Preferences(holds={"bridge": 40.0}, routines={"a": ("bridge",)}, left_out=("cat_cow",))
OTHER = Preferences(
    holds={"happy_baby": 20.0}, routines={"b": ("happy_baby",)}, left_out=("happy_baby",)
)


@pytest.mark.parametrize(("first", "second"), [(ONE, OTHER), (OTHER, ONE)])
def test_two_devices_keep_what_both_have_set(first, second):
    """Of one table and of one list: each sets an entry, and whoever writes last undoes nothing."""
    nothing = Preferences()
    both = merged(nothing, second, merged(nothing, first, nothing))
    assert both.holds == {"bridge": 40.0, "happy_baby": 20.0}
    assert both.routines == {"a": ("bridge",), "b": ("happy_baby",)}
    assert both.left_out == (*first.left_out, *second.left_out)


def test_what_one_removes_is_gone_and_what_the_other_adds_is_there():
    """In either order; and what one changes that the other removes is as the last one wants it."""
    kept = replace(ONE, holds={"bridge": 40.0, "cat_cow": 30.0})
    without = replace(kept, holds={"cat_cow": 30.0}, left_out=())
    more = replace(kept, holds={**kept.holds, "happy_baby": 20.0}, left_out=("cat_cow", "happy_baby"))
    for first, second in ((without, more), (more, without)):
        both = merged(kept, second, merged(kept, first, kept))
        assert both.holds == {"cat_cow": 30.0, "happy_baby": 20.0}
        assert both.left_out == ("happy_baby",)
    changed = replace(kept, holds={"bridge": 20.0, "cat_cow": 30.0})
    assert merged(kept, changed, without).holds == changed.holds
    assert merged(kept, without, changed).holds == without.holds


def test_the_same_entry_from_both_stands_once():
    """Both leave the same stretch out, and both set the same length: the later length counts."""
    nothing = Preferences()
    mine, theirs = (Preferences(holds={"bridge": n}, left_out=("bridge",)) for n in (20.0, 40.0))
    assert merged(nothing, theirs, merged(nothing, mine, nothing)) == theirs
    assert merged(nothing, mine, merged(nothing, theirs, nothing)) == mine


@given(PREFERENCES, PREFERENCES, PREFERENCES)
def test_a_change_is_there_whatever_happened_meanwhile(known, wanted, kept):
    """Every entry that a session set is as it set it, and every one that it removed is gone."""
    got = merged(known, wanted, kept)
    for stretch in {*known.holds, *wanted.holds, *kept.holds}:
        touched = known.holds.get(stretch) != wanted.holds.get(stretch)
        assert got.holds.get(stretch) == (wanted if touched else kept).holds.get(stretch)
    for stretch in ("bridge", "cat_cow", "happy_baby"):
        touched = (stretch in known.left_out) != (stretch in wanted.left_out)
        assert (stretch in got.left_out) == (stretch in (wanted if touched else kept).left_out)
    assert got.level == (wanted if known.level != wanted.level else kept).level
