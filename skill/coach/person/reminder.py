"""A reminder: a time of day, once or on some days of the week."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from skill.library.language import WEEKDAYS
from skill.words.clock import SETS

RECURRENCES = SETS | {name: frozenset((day,)) for day, name in enumerate(WEEKDAYS)}
"""The days of each id of the `RECURRENCE` slot type; 0 is Monday."""

AHEAD = {"today": 0, "tomorrow": 1}
"""How many days ahead the one day is that an id of the same slot type means."""

WRITTEN = re.compile(r"(?P<at>\d\d:\d\d) (?:(?P<days>[0-6]{1,7})|(?P<on>\d{4}-\d\d-\d\d))")


@dataclass(frozen=True)
class Reminder:
    """When a person is reminded, in the local time of their device."""

    at: time
    """The time of day."""
    days: frozenset[int] = frozenset()
    """The days of the week on which it returns, 0 for Monday; empty for a reminder that rings once."""
    on: date | None = None
    """The day of a reminder that rings once; None for one that returns."""

    def first_after(self, now: datetime) -> datetime | None:
        """The local time, without a time zone, at which it first rings; None where that is over.

        One that returns does not ring on a day whose clock skips its time.
        """
        here = now.replace(tzinfo=None)
        if self.on is not None:
            once = datetime.combine(self.on, self.at)
            return once if once > here else None
        for ahead in range(15):
            ringing = datetime.combine(here.date() + timedelta(days=ahead), self.at)
            if ringing > here and ringing.weekday() in self.days and _exists(ringing, now.tzinfo):
                return ringing
        return None


def once_after(at: time, now: datetime) -> Reminder:
    """A reminder that rings once, the next time a clock shows this time of day.

    Where the clocks are put forward and skip it that day, it rings at the first time after it.
    """
    gone = datetime.combine(now.date(), at) <= now.replace(tzinfo=None)
    return once_on(now.date() + timedelta(days=gone), at, now)


def once_on(day: date, at: time, now: datetime) -> Reminder:
    """A reminder that rings once, on that day; a time that its clocks skip is the first after it."""
    rings = datetime.combine(day, at)
    while not _exists(rings, now.tzinfo):
        rings += timedelta(minutes=1)
    return Reminder(rings.time(), on=rings.date())


def _exists(when: datetime, zone: tzinfo | None) -> bool:
    """Whether the clocks of a time zone ever show a time."""
    there = when.replace(tzinfo=zone)
    return there.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == when


def write(reminder: Reminder) -> str:
    """A reminder as text, for `read`."""
    days = "".join(str(day) for day in sorted(reminder.days))
    return f"{reminder.at:%H:%M} {days or reminder.on}"


def read(text: str) -> Reminder | None:
    """A reminder from text that `write` made; None for anything else."""
    found = WRITTEN.fullmatch(text)
    if found is None:
        return None
    try:
        at = time.fromisoformat(found["at"])
        on = date.fromisoformat(found["on"]) if found["on"] else None
    except ValueError:
        return None
    return Reminder(at, frozenset(map(int, found["days"] or "")), on)
