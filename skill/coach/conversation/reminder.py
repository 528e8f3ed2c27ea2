"""A reminder: a time of day, once or on some days of the week."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from skill.library.records import WEEKDAYS
from skill.words.clock import SETS

RECURRENCES = SETS | {name: frozenset((day,)) for day, name in enumerate(WEEKDAYS)}
"""The days of each id of the `RECURRENCE` slot type; 0 is Monday."""

WRITTEN = re.compile(r"(?P<at>\d\d:\d\d) (?:(?P<days>[0-6]{1,7})|(?P<on>\d{4}-\d\d-\d\d))")


@dataclass(frozen=True)
class Reminder:
    """When somebody is reminded, on the clock of their device."""

    at: time
    days: frozenset[int] = frozenset()
    """The days of the week it comes back on, 0 for Monday; none for one that comes once."""
    on: date | None = None
    """The day of one that comes once."""

    def first_after(self, now: datetime) -> datetime | None:
        """When it first rings, without a time zone; None where that is over."""
        here = now.replace(tzinfo=None)
        if self.on is not None:
            once = datetime.combine(self.on, self.at)
            return once if once > here else None
        for ahead in range(8):
            ringing = datetime.combine(here.date() + timedelta(days=ahead), self.at)
            if ringing > here and ringing.weekday() in self.days:
                return ringing
        return None


def once_after(at: time, now: datetime) -> Reminder:
    """A reminder at a time of day, the next time a clock shows it."""
    here = now.replace(tzinfo=None)
    today = datetime.combine(here.date(), at) > here
    return Reminder(at, on=here.date() + timedelta(days=not today))


def write(reminder: Reminder) -> str:
    """A reminder as text that `read` takes back."""
    days = "".join(str(day) for day in sorted(reminder.days))
    return f"{reminder.at:%H:%M} {days or reminder.on}"


def read(text: str) -> Reminder | None:
    """A reminder from text; None for anything else."""
    found = WRITTEN.fullmatch(text)
    if found is None:
        return None
    try:
        at = time.fromisoformat(found["at"])
        on = date.fromisoformat(found["on"]) if found["on"] else None
    except ValueError:
        return None
    return Reminder(at, frozenset(map(int, found["days"] or "")), on)
