"""Number words, as people say them, to the values that Alexa hands over."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.simulator.ear.hearing import load_hearing

ENGLISH = load_hearing(Path(__file__).parents[2] / "content", "en").grammar


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
