"""How somebody is doing, in figures."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import Profile
from skill.coach.person.statistics import (
    Neglected,
    Total,
    days_in_a_row,
    favourite,
    last_day,
    longest_row,
    neglected,
    total,
)
from skill.coach.person.totals import Tally

TODAY = date(2026, 11, 20)


def ago(days: int) -> str:
    """The day so many days ago, as it is kept."""
    return (TODAY - timedelta(days=days)).isoformat()


@pytest.mark.parametrize(
    ("practised", "row"),
    [
        ((), 0),
        ((0,), 1),
        ((0, 1, 2), 3),
        ((1, 2), 2),
        ((2, 3), 0),
        ((0, 2, 3), 1),
        ((1, 3), 1),
        ((-1,), 0),
    ],
)
def test_a_row_of_days_ends_today_or_as_long_as_that_may_still_come_yesterday(practised, row):
    """A day without a stretch ends it; tomorrow is none of it."""
    assert days_in_a_row([ago(days) for days in practised], TODAY) == row


@given(st.integers(0, 90))
def test_a_row_is_no_longer_than_the_days_that_are_kept(days):
    """However many more somebody knows of."""
    assert days_in_a_row([ago(n) for n in range(days)], TODAY) == min(days, 60)


@given(st.sets(st.integers(0, 59)))
def test_the_longest_row_is_the_longest_that_ended_on_any_of_the_days(practised):
    """It is never shorter than the row of today, and the days of a longer one do not exist."""
    days = {ago(n) for n in practised}
    ended = [days_in_a_row(days, TODAY - timedelta(days=n)) for n in range(60)]
    assert longest_row(days) == max(ended)


def test_a_total_has_both_ends_of_its_time():
    """The first and the last day count, those outside do not."""
    days = {ago(n): Tally(n + 1, 10 * (n + 1)) for n in range(5)}
    first, last = TODAY - timedelta(days=3), TODAY - timedelta(days=1)
    assert total(days, first, last) == Total(2 + 3 + 4, 20 + 30 + 40, 3)
    assert total(days, TODAY + timedelta(days=1), TODAY + timedelta(days=9)) == Total(0, 0, 0)


def test_the_last_day_is_today_at_the_latest():
    """What a device with a fast clock has written for tomorrow is not the last time."""
    assert last_day({ago(3): Tally(), ago(1): Tally(), ago(-1): Tally()}, TODAY) == date(2026, 11, 19)
    assert last_day({ago(0): Tally()}, TODAY) == TODAY
    assert last_day({}, TODAY) is None


@pytest.mark.parametrize(
    ("counts", "most"),
    [
        ({"bridge": 3, "cat_cow": 3 - 1}, "bridge"),
        ({"bridge": 3 - 1}, ""),
        ({"bridge": 5, "cat_cow": 5}, ""),
        ({}, ""),
    ],
)
def test_a_favourite_is_done_often_and_more_than_any_other(counts, most):
    """Three times makes it one; two that are alike are none."""
    profile = Profile("x", stretches={s: Tally(n, 30 * n) for s, n in counts.items()})
    assert favourite(profile) == most


@pytest.mark.parametrize(("days", "found"), [(7 - 1, False), (7, True)])
def test_a_stretch_is_neglected_after_a_week(days, found):
    """The seventh day is one of them; what was never done is not neglected."""
    profile = Profile("x", lately={"bridge": ago(days), "cat_cow": ago(2)})
    assert neglected(profile, TODAY) == (Neglected("bridge", days) if found else None)
    assert neglected(Profile("x"), TODAY) is None


def test_what_is_left_out_is_not_neglected():
    """Nobody is reminded of what they do not want; the next one is named instead."""
    lately = {"bridge": ago(30), "cat_cow": ago(10), "childs_pose": ago(9)}
    profile = Profile("x", Preferences(left_out=("bridge",)), lately=lately)
    assert neglected(profile, TODAY) == Neglected("cat_cow", 10)


def test_of_two_that_have_waited_alike_it_is_always_the_same():
    """Whatever order they are kept in."""
    for order in (("bridge", "cat_cow"), ("cat_cow", "bridge")):
        profile = Profile("x", lately=dict.fromkeys(order, ago(9)))
        assert neglected(profile, TODAY) == Neglected("cat_cow", 9)
