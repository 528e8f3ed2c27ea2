"""A reminder as a record: when it rings first, and how it travels."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.person.reminder import Reminder, once_after, read, write

MINUTES = st.times().map(lambda when: when.replace(second=0, microsecond=0))
WEEKLY = st.builds(Reminder, MINUTES, st.frozensets(st.integers(0, 6), min_size=1))
ONCE = st.builds(Reminder, MINUTES, on=st.dates(date(2026, 1, 1), date(2030, 1, 1)))
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@given(st.one_of(WEEKLY, ONCE))
def test_a_reminder_travels_as_text(reminder):
    """What was written is read back."""
    assert read(write(reminder)) == reminder


@pytest.mark.parametrize("text", ["", "07:00", "07:00 7", "24:00 0", "07:00 2026-02-30", "07:00 0 "])
def test_anything_else_is_no_reminder(text):
    """Text of somebody else's is none."""
    assert read(text) is None


@given(WEEKLY, MOMENTS)
def test_a_weekly_reminder_rings_within_a_week(reminder, now):
    """At its time, on one of its days, and not before now."""
    first = reminder.first_after(now)

    assert first.time() == reminder.at
    assert first.weekday() in reminder.days
    assert timedelta(0) < first - now.replace(tzinfo=None) <= timedelta(days=7)


@given(MINUTES, MOMENTS)
def test_a_reminder_that_comes_once_rings_within_a_day(at, now):
    """The next time a clock shows it; once that is over, never."""
    reminder = once_after(at, now)
    first = reminder.first_after(now)

    assert timedelta(0) < first - now.replace(tzinfo=None) <= timedelta(days=1)
    assert first.time() == at == time(at.hour, at.minute)
    assert reminder.first_after(first.replace(tzinfo=UTC)) is None


@given(st.times().map(lambda when: when.replace(second=0, microsecond=0)), st.integers(0, 80))
def test_no_reminder_rings_at_a_time_there_is_not(at, hours):
    """Around the night the clocks go forward: once or every day, it first rings at a time there is."""
    for name in ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Cairo"):
        zone = ZoneInfo(name)
        for change in (datetime(2027, 3, 13), datetime(2027, 3, 27), datetime(2027, 10, 2)):  # noqa: DTZ001
            now = (change.replace(tzinfo=UTC) + timedelta(hours=hours)).astimezone(zone)
            once, daily = once_after(at, now), Reminder(at, frozenset(range(7)))
            for reminder in (once, daily):
                first = reminder.first_after(now)
                there = first.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
                assert there.replace(tzinfo=None) == first
            assert daily.first_after(now).time() == at
            assert once.at == at or not exists(datetime.combine(once.on, at), zone)


def exists(when: datetime, zone: ZoneInfo) -> bool:
    """Whether a clock there shows it: a time that is skipped has two offsets, the later one first."""
    early, late = (when.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    return early >= late


def test_the_time_after_the_one_that_is_skipped():
    """Half past two in Berlin on the last Sunday of March is three."""
    evening = datetime(2027, 3, 27, 20, tzinfo=ZoneInfo("Europe/Berlin"))
    assert once_after(time(2, 30), evening) == Reminder(time(3), on=date(2027, 3, 28))
