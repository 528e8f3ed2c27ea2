"""Time told in words, where there is to be next to no silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.content import WORDS
from skill.coach.practice.cues.aloud import in_breaths, in_numbers
from skill.coach.practice.cues.cues import Said, Silence, length
from skill.coach.practice.cues.pauses import quiet
from skill.coach.practice.cues.work import breath_cues, hold_cues, movement_cues
from skill.coach.practice.place import Phase, Place

HOLD = Place(0, "childs_pose", Phase.HOLD)
SECONDS = st.floats(0, 60).map(lambda seconds: round(seconds, 3))
A_NUMBER = 0.6
"""Seconds that a number and the comma before it take at most."""


@given(SECONDS)
def test_breaths_are_whole_and_leave_little_over(seconds):
    """In and out as often, never longer than there is time, and no breath more would fit."""
    told = in_breaths(WORDS, seconds, HOLD)
    left = seconds - length(told)
    shortest = WORDS.seconds("Breathe in.") + WORDS.seconds("And out.")
    assert len(told) % 2 == 0
    assert 0 <= round(left, 3) < shortest
    for breathe_in, breathe_out in zip(told[::2], told[1::2], strict=True):
        assert breathe_in.text.startswith("Breathe in")
        assert breathe_out.text.startswith("And out")


@given(st.floats(0, 5))
def test_numbers_are_as_many_as_fit(seconds):
    """From two on, in one breath."""
    told = in_numbers(WORDS, seconds, HOLD)
    assert length(told) <= seconds
    if told:
        assert told[0].text.startswith("Two")
    else:
        assert seconds < WORDS.seconds("Two.")


@given(st.sampled_from([3, 5, 8, 10, 20, 30, 45, 60, 90, 120]), st.floats(0, 0.9))
def test_a_hold_told_in_words_lasts_its_exact_seconds(seconds, share):
    """From wherever it is taken up; and each cue knows its second."""
    held = round(seconds * share, 3)
    cues = hold_cues(WORDS, HOLD, seconds, held, "Feel it.", aloud=True)
    assert length(cues) == pytest.approx(seconds - held, abs=0.01)
    now = held
    for cue in cues:
        assert cue.place.held == pytest.approx(now, abs=0.01)
        now += cue.seconds
    silent = length(cue for cue in cues if isinstance(cue, Silence))
    assert silent <= 1.3 * (2 + seconds // 10)


def test_breaths_are_counted_and_last_their_exact_seconds():
    """What else was silent is numbers, but for a moment."""
    cues = breath_cues(WORDS, HOLD, [("Breathe in.", "And out.")] * 3, 6.0, 0.0, aloud=True)
    assert length(cues) == 18.0
    assert any(isinstance(cue, Said) and cue.text.startswith("Two, three") for cue in cues)
    assert all(cue.seconds < A_NUMBER for cue in cues if isinstance(cue, Silence))


@given(st.floats(3, 18), st.floats(0.8, 1.5))
def test_a_movement_is_counted_without_a_silence(seconds, rate):
    """Each of its texts is said in its second, and it ends less than a number early for each of them."""
    texts = ("Up.", "And down.")
    words = WORDS.at_rate(rate)
    cues = movement_cues(words, HOLD, seconds, 0.0, texts, counted=False, aloud=True)
    assert all(isinstance(cue, Said) for cue in cues)
    assert [cue.place.held for cue in cues if cue.text in texts] == [0, round(seconds / 2, 3)]
    assert seconds - 2 * A_NUMBER * rate < length(cues) <= seconds + 0.001


@pytest.mark.parametrize(
    ("seconds", "silent"), [(0, []), (2.0, []), (2.5, [0.5]), (3.0, [0.5]), (3.1, []), (20, [])]
)
def test_a_pause_is_a_moment_or_breaths(seconds, silent):
    """In the shortest nobody moves; others are half a second; nobody is hurried through a long one."""
    cues = quiet(seconds, HOLD, WORDS, "take_your_time", aloud=True)
    assert [cue.seconds for cue in cues if isinstance(cue, Silence)] == silent
    assert length(cues) <= seconds
    if seconds > 3:
        assert length(cues) > seconds - 1.3
