"""How a person is doing, in figures: days in a row, totals, the favourite, what was neglected.

The rule for days in a row: a day counts when a stretch was finished on it, in the person's own time
zone. The row ends today; as long as nothing is finished today it may end yesterday.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from skill.coach.person.profile import Profile
from skill.coach.person.totals import KEPT_DAYS, Tally

OFTEN = 3
"""How often a stretch has to be done to be called a favourite."""

NEGLECTED_AFTER = 7
"""Days after which a stretch that was done before is called neglected."""


@dataclass(frozen=True)
class Total:
    """What was done in a period."""

    stretches: int
    """How many stretches were finished."""
    seconds: int
    """Seconds held or moved."""
    days: int
    """On how many days something was finished."""


@dataclass(frozen=True)
class Neglected:
    """A stretch that was not done for a long time."""

    stretch: str
    """The stretch's id."""
    days: int
    """Days since it was last finished."""


def dated(days: Mapping[str, Tally]) -> dict[date, Tally]:
    """Totals of days by date."""
    return {date.fromisoformat(day): tally for day, tally in days.items()}


def total(days: Mapping[str, Tally], first: date, last: date) -> Total:
    """What was done from the first day to the last, both included."""
    tallies = [tally for day, tally in dated(days).items() if first <= day <= last]
    return Total(
        sum(tally.count for tally in tallies), sum(tally.seconds for tally in tallies), len(tallies)
    )


def days_in_a_row(days: Iterable[str], today: date) -> int:
    """How many days in a row, up to today or yesterday, have a stretch; `KEPT_DAYS` at most."""
    practised = set(days)
    last = today if today.isoformat() in practised else today - timedelta(days=1)
    length = 0
    while length < KEPT_DAYS and (last - timedelta(days=length)).isoformat() in practised:
        length += 1
    return length


def longest_row(days: Iterable[str]) -> int:
    """The most days in a row that have a stretch, of those whose totals are kept."""
    practised = sorted(date.fromisoformat(day) for day in set(days))
    longest = row = 0
    before = None
    for day in practised:
        row = row + 1 if before == day - timedelta(days=1) else 1
        longest, before = max(longest, row), day
    return longest


def last_day(days: Mapping[str, Tally], today: date) -> date | None:
    """The last day on which anything was finished, today at the latest."""
    return max((day for day in dated(days) if day <= today), default=None)


def favourite(profile: Profile) -> str:
    """The id of the stretch done most; empty where none was done often, or several equally often."""
    counts = {stretch: tally.count for stretch, tally in profile.stretches.items()}
    most = max(counts.values(), default=0)
    leading = [stretch for stretch, count in counts.items() if count == most]
    return leading[0] if most >= OFTEN and len(leading) == 1 else ""


def neglected(profile: Profile, today: date) -> Neglected | None:
    """The stretch not done for longest, of those done before and not left out; None for a short wait."""
    waited = {
        stretch: (today - date.fromisoformat(day)).days
        for stretch, day in profile.lately.items()
        if stretch not in profile.preferences.left_out
    }
    if not waited:
        return None
    longest = max(waited, key=lambda stretch: (waited[stretch], stretch))
    if waited[longest] < NEGLECTED_AFTER:
        return None
    return Neglected(longest, waited[longest])
