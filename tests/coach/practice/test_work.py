"""What is said along holds, breaths and movements, second by second."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.content import WORDS
from helpers.scenes import timed
from skill.coach.practice.cues import Said, Silence, length
from skill.coach.practice.place import Phase, Place, Side
from skill.coach.practice.work import breath_cues, hold_cues, movement_cues

HOLD = Place(0, "childs_pose", Phase.HOLD)
MOVE = Place(0, "cat_cow", Phase.MOVE)

TENTHS = st.integers(30, 1200).map(lambda tenths: tenths / 10)


def wordings(prompt: str, **fill) -> set[str]:
    """Everything a prompt may be said as."""
    variants = range(len(WORDS.language.prompts[prompt]))
    return {WORDS.say(prompt, variant, **fill) for variant in variants}


def hold(seconds: float, held: float = 0.0, place: Place = HOLD, **more) -> list[tuple[float, str]]:
    """What is said along the rest of a hold, with the seconds of the hold."""
    return timed(hold_cues(WORDS, place, seconds, held, **{"felt": ""} | more), held)


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


def test_every_ten_seconds_there_is_a_word_counted_from_the_end():
    """In a minute: breath, time left, halfway, time left, the last ten; by turns of what is left."""
    marks = dict(hold(60))

    assert marks[10] in wordings("hold_breathe")
    assert marks[20] in wordings("hold_left", seconds=40)
    assert marks[30] in wordings("hold_halfway")
    assert marks[40] in wordings("hold_left", seconds=20)
    assert marks[50] in wordings("hold_ten_left", seconds=10)


def test_marks_are_counted_from_the_end_of_a_crooked_hold_too():
    """In forty-five seconds the last ten begin at thirty-five."""
    marks = dict(hold(45))

    assert marks[35] in wordings("hold_ten_left", seconds=10)
    assert marks[25] in wordings("hold_left", seconds=20)
    assert not wordings("hold_halfway") & set(marks.values())


def test_with_ten_seconds_left_that_is_said_and_not_halfway():
    """In a hold of twenty seconds the middle is the last ten."""
    assert dict(hold(20))[10] in wordings("hold_ten_left", seconds=10)


def test_a_hold_of_ten_seconds_has_no_mark_at_its_beginning():
    """Ten seconds left is not said of a hold that has just begun."""
    assert not wordings("hold_ten_left", seconds=10) & {text for _, text in hold(10)}


def test_who_wants_little_talk_is_told_what_is_left_and_nothing_more():
    """Where others are told to breathe, the quiet manner tells the seconds."""
    marks = dict(hold(60, quietly=True))

    assert marks[10] in wordings("hold_left", seconds=50)
    assert not wordings("hold_breathe") & set(marks.values())


@pytest.mark.parametrize(("seconds", "said"), [(15.0, True), (14.9, False)])
def test_what_it_should_feel_like_is_said_where_there_is_time_for_it(seconds, said):
    """From fifteen seconds on, after the word to begin."""
    first = hold(seconds, felt="You feel it in your hips.")[0]

    assert first[0] == 0
    assert first[1].endswith("You feel it in your hips.") is said


def test_the_second_time_begins_with_its_number():
    """The first hold of a repetition says which it is; the other side's says only to hold."""
    again = hold(30, place=Place(0, "knee_to_chest", Phase.HOLD, 2, Side.LEFT))[0][1]
    right = hold(30, place=Place(0, "knee_to_chest", Phase.HOLD, 2, Side.RIGHT), opens=False)[0][1]

    assert again in wordings("hold_begin_again", number=2)
    assert right in wordings("hold_begin")


def test_the_two_sides_begin_in_other_words():
    """Right after the left side, the right one does not begin like it."""
    left, right = (hold(30, place=Place(0, "x", Phase.HOLD, 1, side))[0][1] for side in Side)
    assert left != right


@given(TENTHS, st.floats(0, 0.99))
def test_a_hold_has_its_exact_seconds_wherever_it_is_taken_up(seconds, share):
    """However much of it is over, the rest is exact, no silence is long, and no two touch."""
    held = round(seconds * share, 3)
    cues = hold_cues(WORDS, HOLD, seconds, held, "You feel it in your lower back.")

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
    marks = {text for _, text in hold(30, held)}
    assert bool(wordings("hold_ten_left", seconds=10) & marks) is said


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
    """In at its beginning, out at its middle, and the last one is announced."""
    marks = timed(breath_cues(WORDS, Place(0, "bridge", Phase.HOLD), 3, 6.0, 0.0))

    assert [at for at, _ in marks] == [0, 3, 6, 9, 12, 15]
    texts = [text for _, text in marks]
    assert set(texts[0:4:2]) <= wordings("breathe_in")
    assert set(texts[1::2]) <= wordings("breathe_out")
    assert texts[4] in wordings("breathe_in_last")


def test_a_single_breath_is_not_called_the_last():
    """Where there is but one there is no last."""
    first = timed(breath_cues(WORDS, Place(0, "bridge", Phase.HOLD), 1, 6.0, 0.0))[0]
    assert first[1] in wordings("breathe_in")


def test_the_second_round_of_breaths_begins_with_its_number():
    """Before its first breath, and only there."""
    number = WORDS.say("movement_count", number=2)
    marks = timed(breath_cues(WORDS, Place(0, "bridge", Phase.HOLD, 2), 3, 6.0, 0.0))
    first = timed(breath_cues(WORDS, Place(0, "bridge", Phase.HOLD, 1), 3, 6.0, 0.0))

    assert [text.startswith(number) for _, text in marks] == [True, *[False] * 5]
    assert not first[0][1].startswith(number)


@given(st.integers(1, 8), st.sampled_from([5.0, 5.5, 6.0]), st.floats(0, 0.99))
def test_breaths_have_their_exact_seconds(count, each, share):
    """However much is over, the rest of the breaths takes what is left."""
    held = round(count * each * share, 3)
    cues = breath_cues(WORDS, Place(0, "bridge", Phase.HOLD), count, each, held)
    assert length(cues) == pytest.approx(count * each - held, abs=0.01)


def test_the_words_of_a_movement_are_spread_evenly():
    """Three texts along nine seconds come three seconds apart."""
    cues = movement_cues(WORDS, MOVE, 9.0, 0.0, ("Up.", "Round.", "Down."), counted=True)
    assert timed(cues) == [(0, "Up."), (3, "Round."), (6, "Down.")]


@pytest.mark.parametrize(
    ("repetition", "counted", "first"), [(1, True, "Up."), (2, False, "Up."), (2, True, "Two. Up.")]
)
def test_a_movement_is_counted_from_the_second_on(repetition, counted, first):
    """Its number comes before its words, where it is to be counted at all."""
    place = Place(0, "cat_cow", Phase.MOVE, repetition)
    cues = movement_cues(WORDS, place, 6.0, 0.0, ("Up.", "Down."), counted=counted)
    assert timed(cues)[0] == (0, first)
