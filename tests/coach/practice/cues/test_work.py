"""What is said along holds, breaths and movements, second by second."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.content import WORDS
from helpers.scenes import timed
from skill.coach.practice.cues.cues import Said, Silence, length
from skill.coach.practice.cues.work import (
    THREE,
    breath_cues,
    hold_cues,
    movement_cues,
    stay_cues,
)
from skill.coach.practice.place import Phase, Place

HOLD = Place(0, "childs_pose", Phase.HOLD)
MOVE = Place(0, "cat_cow", Phase.MOVE)

TENTHS = st.integers(30, 1200).map(lambda tenths: tenths / 10)


def hold(seconds: float, held: float = 0.0, **more) -> list[tuple[float, str]]:
    """What is said along the rest of a hold, with the seconds of the hold."""
    return timed(hold_cues(WORDS, HOLD, seconds, held, "Stay.", **more), held)


@pytest.mark.parametrize(
    ("seconds", "counted"), [(30.0, 5), (15.0, 5), (14.9, 3), (8.0, 3), (7.9, 0), (5.0, 0)]
)
def test_the_last_seconds_are_counted_where_the_hold_is_long_enough(seconds, counted):
    """Five from fifteen seconds on, three from eight, none below; each number at its very second."""
    numbers = {WORDS.say("count", number=number) for number in range(1, 11)}
    expected = [
        (round(seconds - left, 3), WORDS.say("count", number=left)) for left in range(counted, 0, -1)
    ]

    assert [mark for mark in hold(seconds) if mark[1] in numbers] == expected


def test_each_word_of_the_middle_is_said_where_so_much_is_left():
    """Counted from the end of the hold, whatever its length."""
    marks = dict(hold(45, middle=[(40, "Breathe."), (10, "Ten.")]))
    assert (marks[0], marks[5], marks[35]) == ("Stay.", "Breathe.", "Ten.")


def test_a_shorter_count_begins_later():
    """Three, where the last ten seconds were told."""
    assert [text for _, text in hold(30, last=THREE)][-3:] == ["Three.", "Two.", "One."]
    assert "Four." not in dict(map(reversed, hold(30, last=THREE)))


@given(TENTHS, st.floats(0, 0.99))
def test_a_hold_has_its_exact_seconds_wherever_it_is_taken_up(seconds, share):
    """However much of it is over, the rest is exact, no silence is long, and no two touch."""
    held = round(seconds * share, 3)
    middle = [(left, "Breathe.") for left in range(10, int(seconds), 10)][::-1]
    cues = hold_cues(WORDS, HOLD, seconds, held, "You feel it in your lower back.", middle)

    assert length(cues) == pytest.approx(seconds - held, abs=0.01)
    assert all(cue.seconds <= 10.001 for cue in cues if isinstance(cue, Silence))
    assert not any(isinstance(a, Silence) and isinstance(b, Silence) for a, b in pairwise(cues))


@given(TENTHS, st.floats(0, 0.99))
def test_each_cue_of_a_hold_knows_how_much_of_it_is_over(seconds, share):
    """From the place of a cue the hold can be taken up again, to the second."""
    now = round(seconds * share, 3)
    for cue in hold_cues(WORDS, HOLD, seconds, now, ""):
        assert cue.place == HOLD.after(cue.place.held)
        assert cue.place.held == pytest.approx(now, abs=0.01)
        now += cue.seconds


@pytest.mark.parametrize(("held", "said"), [(20.04, True), (20.06, False)])
def test_a_mark_that_has_gone_by_is_not_said_late(held, said):
    """A twentieth of a second late is nothing; more, and it would no longer be true."""
    marks = {text for _, text in hold(30, held, middle=[(10, "Ten seconds.")])}
    assert ("Ten seconds." in marks) is said


def test_a_mark_whose_words_do_not_fit_any_more_is_left_out():
    """What could not be said to its end before the work is over is not begun; silence stands there."""
    texts = ("In.", "And now all the way out again, slowly, and with all of your breath.")
    cues = movement_cues(WORDS, MOVE, 2.0, 0.0, texts, counted=False)

    assert [cue.text for cue in cues if isinstance(cue, Said)] == ["In."]
    assert length(cues) == 2.0


def test_a_mark_that_comes_while_words_still_sound_is_left_out():
    """Nothing is said late because of what is said before it."""
    texts = ("Now round your back as far as it will go, and stay there.", "Out.", "In.")
    cues = movement_cues(WORDS, MOVE, 6.0, 0.0, texts, counted=False)

    assert (4.0, "In.") in timed(cues)
    assert "Out." not in dict(map(reversed, timed(cues)))


def test_a_breath_has_its_in_and_its_out():
    """In at its beginning, out at its middle."""
    breaths = [("In.", "Out."), ("In again.", "And out.")]
    marks = timed(breath_cues(WORDS, Place(0, "bridge", Phase.HOLD), breaths, 6.0, 0.0))
    assert marks == [(0, "In."), (3, "Out."), (6, "In again."), (9, "And out.")]


def test_the_second_round_of_breaths_begins_with_its_number():
    """Before its first breath, and only there."""
    place = Place(0, "bridge", Phase.HOLD, 2)
    marks = timed(breath_cues(WORDS, place, [("In.", "Out."), ("In.", "Out.")], 6.0, 0.0))
    assert [text for _, text in marks] == ["Two. In.", "Out.", "In.", "Out."]


@given(st.integers(1, 8), st.sampled_from([5.0, 5.5, 6.0]), st.floats(0, 0.99))
def test_breaths_have_their_exact_seconds(count, each, share):
    """However much is over, the rest of the breaths takes what is left."""
    held = round(count * each * share, 3)
    breaths = [("In.", "Out.")] * count
    cues = breath_cues(WORDS, Place(0, "bridge", Phase.HOLD), breaths, each, held)
    assert length(cues) == pytest.approx(count * each - held, abs=0.01)


def test_the_words_of_a_movement_are_spread_evenly():
    """Three texts along nine seconds come three seconds apart."""
    cues = movement_cues(WORDS, MOVE, 9.0, 0.0, ("Up.", "Round.", "Down."), counted=True)
    assert timed(cues) == [(0, "Up."), (3, "Round."), (6, "Down.")]


@pytest.mark.parametrize(
    ("repetition", "counted", "first"), [(1, True, "Up."), (2, False, "Up."), (2, True, "Two, up.")]
)
def test_a_movement_is_counted_from_the_second_on(repetition, counted, first):
    """Its number comes before its words, where it is to be counted at all."""
    place = Place(0, "cat_cow", Phase.MOVE, repetition)
    cues = movement_cues(WORDS, place, 6.0, 0.0, ("Up.", "Down."), counted=counted)
    assert timed(cues)[0] == (0, first)


@given(
    seconds=st.integers(30, 240).map(float), share=st.floats(0, 0.9), rate=st.sampled_from([1.0, 1.25])
)
def test_a_stay_is_never_silent_for_more_than_ten_seconds(seconds, share, rate):
    """Wherever in the hold somebody says that they stay, to the very end of it."""
    cues = stay_cues(WORDS.at_rate(rate), HOLD, seconds, share * seconds)
    assert max(cue.seconds for cue in cues if isinstance(cue, Silence)) <= 10
    assert abs(length(cues) - (1 - share) * seconds) < 0.01
