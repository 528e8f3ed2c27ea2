"""Periods as people say them, as days: today, on Monday, this week."""

from calendar import monthrange
from datetime import date, timedelta

from skill.coach.conversation.scene import Scene
from skill.library.language import WEEKDAYS

PERIODS = {"today": (0, 0), "yesterday": (1, 1), "day_before": (2, 2), "week": (6, 0), "month": (29, 0)}
"""How many days ago a period begins, and how many days ago it ends; a weekday is the last one of it."""

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
"""The ids of months, in their order; such a month is the last one of its name that has begun."""

YEARS = {"year": 0, "last_year": 1}
"""How many years ago a calendar year is."""

FROM_THE_FIRST = ("", "ever", "last_time")
"""Periods that reach back as far as anything is kept."""

A_WEEK = 7


def is_one_day(period: str) -> bool:
    """Whether a period is a single day."""
    return period in WEEKDAYS or PERIODS.get(period, (1, 0)) in {(days, days) for days in range(3)}


def is_looked_up(period: str) -> bool:
    """Whether a period may reach further back than the days whose totals are at hand."""
    return period in MONTHS or period in YEARS


def first_and_last(today: date, period: str) -> tuple[date, date]:
    """The first day of a period and its last; a week for one that nobody knows."""
    if period in YEARS:
        year = today.year - YEARS[period]
        return date(year, 1, 1), date(year, 12, 31)
    if period in MONTHS:
        month = MONTHS.index(period) + 1
        year = today.year if month <= today.month else today.year - 1
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if period in WEEKDAYS:
        ago = (today.weekday() - WEEKDAYS.index(period) - 1) % A_WEEK + 1
        return today - timedelta(days=ago), today - timedelta(days=ago)
    first, last = PERIODS.get(period, PERIODS["week"])
    return today - timedelta(days=first), today - timedelta(days=last)


def during(scene: Scene, period: str) -> str:
    """A period of several days in words: `in March`, `in the last seven days`."""
    known = period == "month" or is_looked_up(period)
    return scene.say(f"progress_in_{period}" if known else "progress_in_week")


def when(scene: Scene, day: date) -> str:
    """A day that has passed, as people say it: `today`, `on Monday`, or how many days ago."""
    days = (scene.now.date() - day).days
    if days <= 0:
        return scene.say("when_today")
    if days == 1:
        return scene.say("day_yesterday")
    if days < A_WEEK:
        return scene.say(f"day_{WEEKDAYS[day.weekday()]}")
    return scene.say("when_days_ago", days=days)
