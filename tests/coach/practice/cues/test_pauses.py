"""Quiet, cut by a few words wherever it would grow too long."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.content import WORDS
from skill.coach.practice.cues.cues import Said, Silence, length
from skill.coach.practice.cues.pauses import quiet
from skill.coach.practice.place import Phase, Place

PLACE = Place(1, "bridge", Phase.SETTLE)


def silences(seconds: float) -> list[float]:
    """How long each silence of a quiet lasts."""
    cues = quiet(seconds, None, WORDS, "take_your_time")
    return [cue.seconds for cue in cues if isinstance(cue, Silence)]


@given(st.floats(0, 400))
def test_no_quiet_has_a_silence_over_ten_seconds_and_no_two_touch(seconds):
    """Whatever its length, it is exact, and words stand between its silences."""
    cues = quiet(seconds, PLACE, WORDS, "take_your_time")

    assert length(cues) == pytest.approx(seconds, abs=0.02)
    assert all(0 <= cue.seconds <= 10 for cue in cues if isinstance(cue, Silence))
    assert not any(isinstance(a, type(b)) for a, b in pairwise(cues))
    assert all(cue.place == PLACE for cue in cues)


@given(st.floats(0.01, 400))
def test_quiet_begins_and_ends_in_silence(seconds):
    """The words lie between, never at an edge, where other words follow."""
    cues = quiet(seconds, PLACE, WORDS, "take_your_time")
    assert isinstance(cues[0], Silence)
    assert isinstance(cues[-1], Silence)


def test_ten_seconds_are_one_silence_and_more_is_not():
    """The limit itself is still one silence."""
    assert silences(10.0) == [10.0]
    assert len(silences(10.1)) == 2


def test_no_quiet_is_nothing_at_all():
    """Without any seconds there is no cue."""
    assert quiet(0.0, PLACE, WORDS, "take_your_time") == []


def test_a_short_quiet_is_cut_in_the_middle_and_a_long_one_at_eight_seconds():
    """The halves of twelve seconds are alike; in a minute the words come early enough to trust."""
    first, second = silences(12.0)
    assert first == pytest.approx(second, abs=0.002)
    assert silences(60.0)[0] == 8.0


def test_the_words_vary_within_one_quiet():
    """Two fillers in a row do not sound alike, and the first may be chosen."""
    first, second = [c.text for c in quiet(30, None, WORDS, "take_your_time") if isinstance(c, Said)][:2]
    assert first != second
    other = [c.text for c in quiet(30, None, WORDS, "take_your_time", 1) if isinstance(c, Said)]
    assert other[0] == second
