"""Number words, as people say them, to the values that Alexa hands over."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.ears import ear_of
from skill.simulator.ear.sentences.denials import DeniedNumbers
from skill.simulator.ear.words.hearing import load_hearing
from skill.simulator.ear.words.plain_words import Trimmer, clean, plain_text

HEARING = load_hearing(Path(__file__).parents[2] / "content", "en")
ENGLISH, TRIMMER = HEARING.grammar, Trimmer(HEARING)


@given(st.integers(min_value=0, max_value=999))
def test_every_number_the_coach_says_is_understood(words, value):
    """In words and in digits, below a thousand."""
    said = words.number(value).replace("-", " ")

    assert ENGLISH.number(said.split()) == value
    assert ENGLISH.number([str(value)]) == value


@pytest.mark.parametrize(
    "text",
    ["", "five twenty", "twenty thirty", "hundred hundred", "twelve hundred", "and", "minus one", "1.5"],
)
def test_what_is_no_number_is_none(text):
    """Words that are a number only in part are none."""
    assert ENGLISH.number(text.split()) is None


@pytest.mark.parametrize(
    ("text", "value"), [("a million", 1_000_000), ("two thousand", 2000), ("million", 1_000_000)]
)
def test_nonsense_is_heard_as_what_it_is(text, value):
    """A million minutes are a length of time, though not a sensible one."""
    assert ENGLISH.number(text.split()) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("forty five seconds", "PT45S"),
        ("ninety seconds", "PT90S"),
        ("a minute", "PT1M"),
        ("ten minute", "PT10M"),
        ("10 minutes", "PT10M"),
        ("a couple of minutes", "PT2M"),
        ("half a minute", "PT30S"),
        ("half an hour", "PT30M"),
        ("a minute and a half", "PT1M30S"),
        ("one and a half minutes", "PT1M30S"),
        ("two and a half minutes", "PT2M30S"),
        ("an hour and a half", "PT1H30M"),
        ("a minute thirty", "PT1M30S"),
        ("two minutes and ten seconds", "PT2M10S"),
        ("one hour five minutes", "PT1H5M"),
        ("three weeks", "P3W"),
        ("a day and a half", "P1DT12H"),
    ],
)
def test_lengths_of_time_are_iso_8601(text, value):
    """In the units that were said, as Alexa gives them."""
    assert ENGLISH.duration(text.split()) == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "half",
        "ten",
        "minute minute",
        "ten minutes ten minutes",
        "half a week",
        "long minutes",
        "a minute ago",
    ],
)
def test_what_is_no_length_of_time_is_none(text):
    """A length of time parses from end to end, or it is none."""
    assert ENGLISH.duration(text.split()) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seven", "07:00"),
        ("seven o clock", None),
        ("seven oclock", "07:00"),
        ("seven thirty", "07:30"),
        ("half past seven", "07:30"),
        ("half seven", "07:30"),
        ("a quarter past seven", "07:15"),
        ("quarter to eight", "07:45"),
        ("ten to one", "00:50"),
        ("seven pm", "19:00"),
        ("seven in the evening", "19:00"),
        ("twelve am", "00:00"),
        ("twelve pm", "12:00"),
        ("19 30", "19:30"),
        ("noon", "12:00"),
        ("midnight", "00:00"),
        ("twenty five", None),
        ("seven seventy", None),
        ("half past", None),
        ("breakfast", None),
        ("", None),
    ],
)
def test_times_of_day_are_hours_and_minutes(text, value):
    """On a clock of twenty-four hours; what is no time is none."""
    assert ENGLISH.time_of_day(text.split()) == value


def said(text):
    """The plain words of what was typed."""
    return [word.plain for word in TRIMMER.spelled_out(clean(text))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("½ a minute", "PT30S"),
        ("1/2 a minute", "PT30S"),
        ("2½ minutes", "PT2M30S"),
        ("2 1/2 minutes", "PT2M30S"),
        ("1.5 minutes", "PT1M30S"),
        ("one point five minutes", "PT1M30S"),
        ("1.25 hours", "PT1H15M"),
        ("1,000 seconds", "PT1000S"),
        ("45seconds", "PT45S"),
        ("5min", "PT5M"),
        ("20s", "PT20S"),
        ("a minute thirty", "PT1M30S"),
    ],
)
def test_lengths_are_read_whole_however_they_are_typed(text, value):
    """Fractions, thousands and units that are run together with their number."""
    assert ENGLISH.duration(said(text)) == value


@pytest.mark.parametrize(
    "text", ["1.37 seconds", "3/2 of a minute", "day", "point five", "1.5 1.5 minutes"]
)
def test_what_is_no_length_of_whole_seconds_is_none(text):
    """A length that could be read in part only is none."""
    assert ENGLISH.duration(said(text)) is None


@pytest.mark.parametrize(
    ("text", "value"), [("7:30 pm", "19:30"), ("7.30pm", "19:30"), ("7:30", "07:30"), ("8pm", "20:00")]
)
def test_times_are_read_whole_however_they_are_typed(text, value):
    """With a colon, a point or neither, and with or without a space."""
    assert ENGLISH.time_of_day(said(text)) == value


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("10-15 seconds", {1}),
        ("ten to fifteen seconds", {1, 2}),
        ("forty five seconds", {1}),
        ("a bridge and two twists", set()),
        ("this one ten times", set()),
    ],
)
def test_no_part_of_a_number_stands_alone(text, within):
    """Where another number stands beside it, neither is meant alone."""
    assert ENGLISH.within_numbers(said(text)) == within


@given(st.integers(min_value=2, max_value=59), st.sampled_from(["minutes", "seconds", "hours"]))
def test_a_number_beside_another_is_never_used(count, unit):
    """Whatever the numbers are."""
    assert ENGLISH.within_numbers(said(f"{count} {count + 1} {unit}")) == {1}


@given(
    meant=st.integers(5, 120), other=st.integers(5, 120), between=st.sampled_from(("not", "instead of"))
)
def test_the_number_that_is_not_meant_is_not_used(words, meant, other, between):
    """Of "twenty, not thirty" only the twenty is left, with what else is said."""
    said = f"hold it {words.number(meant)} seconds {between} {words.number(other)} seconds today"
    left = DeniedNumbers(HEARING).without(clean(said.replace("-", " ")))
    assert plain_text(left) == f"hold it {words.number(meant).replace('-', ' ')} seconds today"


@given(meant=st.integers(5, 120), other=st.integers(5, 120))
def test_a_number_that_is_denied_before_the_one_that_is_meant_is_not_used(words, meant, other):
    """Of "not thirty but twenty" only the twenty is left."""
    said = f"no not {words.number(other)} seconds but {words.number(meant)} seconds"
    left = DeniedNumbers(HEARING).without(clean(said.replace("-", " ")))
    assert plain_text(left) == f"no {words.number(meant).replace('-', ' ')} seconds"


@pytest.mark.parametrize("text", ["not thirty seconds", "do twenty, not that one", "not the other side"])
def test_a_denial_without_two_numbers_is_left_as_it_is(text):
    """Nothing is taken away where no number stands before, or none after."""
    assert DeniedNumbers(HEARING).without(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("said", "slots"),
    [
        ("twelve easy minutes please", {"minutes": "PT12M", "level": "gentle"}),
        ("could you do twenty five gentle minutes", {"minutes": "PT25M", "level": "gentle"}),
        ("six quick minutes at my desk", {"minutes": "PT6M", "quick": "quick", "place": "desk"}),
        ("eight gentle minutes for the hips", {"minutes": "PT8M", "level": "gentle", "area": "hips"}),
    ],
)
def test_a_word_inside_a_length_is_heard_beside_it(said, slots):
    """How gentle and how long are both heard, in whichever order they are said."""
    heard = ear_of("en-US").hear(said)

    assert heard.intent == "StartRoutineIntent"
    assert {name: slot.ids[0] if slot.ids else slot.value for name, slot in heard.slots.items()} == slots


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("that'll do for tonight, nudge me tomorrow at ten in the morning", "10:00"),
        ("i'm done for tonight and remind me tomorrow at half past eight", "08:30"),
        ("i'm off to bed, remind me tomorrow night at half past eight", "20:30"),
    ],
)
def test_the_evening_of_an_ending_is_not_that_of_a_reminder(said, time):
    """Who stops for tonight may want to be reminded in the morning."""
    heard = ear_of("en-US").hear(said)

    assert heard.slots["stop"].ids == ("stop",)
    assert heard.slots["time"].value == time
