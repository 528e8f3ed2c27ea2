"""Times of day and days of the week, as people say them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.words import clock

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("00:00", "at midnight"),
        ("00:30", "at half past twelve at night"),
        ("04:59", "at four fifty-nine in the morning"),
        ("05:00", "at five in the morning"),
        ("07:05", "at five past seven in the morning"),
        ("07:07", "at seven oh seven in the morning"),
        ("07:15", "at a quarter past seven in the morning"),
        ("07:35", "at twenty-five to eight in the morning"),
        ("11:45", "at a quarter to twelve in the morning"),
        ("12:00", "at noon"),
        ("12:45", "at a quarter to one in the afternoon"),
        ("18:30", "at half past six in the evening"),
        ("21:50", "at ten to ten in the evening"),
        ("23:45", "at a quarter to twelve at night"),
    ],
)
def test_a_time_is_said_with_its_part_of_the_day(words, when, said):
    """By the clock of twelve hours, in quarters where there are any."""
    assert words.at(time.fromisoformat(when)) == said


@given(st.tuples(st.times(), st.times()))
def test_no_two_times_sound_alike(words, pair):
    """Whoever is read a time back knows which of the day's minutes it is."""
    one, other = (when.replace(second=0, microsecond=0, tzinfo=None) for when in pair)
    assert (words.at(one) == words.at(other)) == (one == other)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (range(7), "every day"),
        (range(5), "on weekdays"),
        ((6, 5), "at weekends"),
        ((1,), "every Tuesday"),
        ((4, 0), "every Monday and Friday"),
        ((4, 0, 2), "every Monday, Wednesday, and Friday"),
    ],
)
def test_days_that_belong_together_have_a_name(words, days, said):
    """And the others are told one by one, in the order of the week."""
    assert words.on_days(days) == said


@pytest.mark.parametrize(
    ("day", "said"), [(20, "today"), (21, "tomorrow"), (22, "on Sunday"), (26, "on Thursday")]
)
def test_a_day_is_named_as_seen_from_today(words, day, said):
    """Today and tomorrow, and weekdays after them."""
    assert words.on_day(FRIDAY.replace(day=day), FRIDAY) == said


@pytest.mark.parametrize(
    ("heard", "part"),
    [
        ("Every evening", "evening"),
        ("monday mornings", "morning"),
        ("each night", "night"),
        ("daily", ""),
    ],
)
def test_the_days_words_may_tell_the_part_of_the_day(words, heard, part):
    """Eight "every evening" is not in the morning."""
    assert words.heard_part(heard) == part


def test_every_hour_is_in_one_part_of_the_day():
    """The table's parts cover the clock."""
    assert [clock.part_of(time(hour)) for hour in (0, 1, 4, 11, 12, 17, 18, 21, 22, 23)] == [
        *("night", "morning", "morning", "morning", "afternoon"),
        *("afternoon", "evening", "evening", "night", "night"),
    ]
