"""What was finished, added up: for each stretch, for each day, and the last day of each stretch.

Whoever adds finished stretches up does so by `Totals.plus`: the session, every store, and the repair. So
the sums of a store are a function of the practices that it keeps, and can be worked out anew from them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import lru_cache

from skill.coach.person.encoding import UNREADABLE, day_in

KEPT_DAYS = 60
"""How many days of totals a profile shows, counted back from the newest day."""


@dataclass(frozen=True)
class Tally:
    """How often something was done, and for how long."""

    count: int = 0
    """How often."""
    seconds: int = 0
    """For how many seconds in all."""

    def plus(self, seconds: int) -> "Tally":
        """This tally with one more time of so many seconds."""
        return Tally(self.count + 1, self.seconds + seconds)

    def minus(self, other: "Tally") -> "Tally":
        """What is left of this tally without another; nothing is less than never."""
        return Tally(max(0, self.count - other.count), max(0, self.seconds - other.seconds))


@dataclass(frozen=True)
class Finished:
    """A stretch that was finished: the person heard its end."""

    practice: str
    """The id of the practice."""
    item: int
    """Which of the practice's items, from 0."""
    stretch: str
    """The stretch's id."""
    finished_at: datetime
    """The moment at which its work ended."""
    day: str
    """The day it was finished on, in the person's time zone, as ISO text."""
    seconds: int
    """Seconds held or moved, both sides together."""

    @property
    def key(self) -> str:
        """The same text for the same item of the same practice, however often it is reported."""
        return f"{self.practice}#{self.item:02d}"


@dataclass(frozen=True)
class Totals:
    """The sums over any number of finished stretches."""

    stretches: Mapping[str, Tally] = field(default_factory=dict)
    """By the stretch's id."""
    days: Mapping[str, Tally] = field(default_factory=dict)
    """By the day as ISO text; the last `KEPT_DAYS` of them are shown."""
    lately: Mapping[str, str] = field(default_factory=dict)
    """The last day on which each stretch was finished, as ISO text, by the stretch's id."""

    def plus(self, finished: Iterable[Finished]) -> "Totals":
        """These totals with more stretches in them, in whatever order they come."""
        stretches, days, lately = dict(self.stretches), dict(self.days), dict(self.lately)
        for entry in finished:
            stretches[entry.stretch] = stretches.get(entry.stretch, Tally()).plus(entry.seconds)
            days[entry.day] = days.get(entry.day, Tally()).plus(entry.seconds)
            lately[entry.stretch] = max(entry.day, lately.get(entry.stretch, ""))
        return Totals(stretches, days, lately)

    def beyond(self, finished: Iterable[Finished]) -> "Totals":
        """What of these totals the stretches do not account for: what was done before them."""
        known = Totals().plus(finished)
        stretches = _beyond(self.stretches, known.stretches)
        days = _beyond(self.days, known.days)
        return Totals(stretches, days, {s: d for s, d in self.lately.items() if s in stretches})

    def at_least(self, other: "Totals") -> "Totals":
        """The greater of both for each stretch, and the days of these."""
        stretches = {**other.stretches, **self.stretches}
        for stretch, tally in other.stretches.items():
            both = tally, self.stretches.get(stretch, Tally())
            stretches[stretch] = max(both, key=lambda each: (each.count, each.seconds))
        lately = {**other.lately, **self.lately}
        for stretch, day in other.lately.items():
            lately[stretch] = max(day, self.lately.get(stretch, ""))
        return Totals(stretches, self.days, lately)

    @property
    def shown(self) -> "Totals":
        """These totals with as many days as a profile shows."""
        return Totals(self.stretches, recent(self.days), self.lately)


@dataclass(frozen=True)
class Recount:
    """Totals as they were kept, and as the practices give them."""

    person: str
    before: Totals
    after: Totals


def recent(days: Mapping[str, Tally]) -> dict[str, Tally]:
    """The totals of the last `KEPT_DAYS` days.

    Counted back from the newest day, not from today: so a store needs no clock, and simulated time
    cannot mislead it.
    """
    dated = {day: parsed for day in days if (parsed := as_date(day)) is not None}
    if not dated:
        return {}
    oldest = max(dated.values()) - timedelta(days=KEPT_DAYS - 1)
    return {day: days[day] for day, parsed in dated.items() if parsed >= oldest}


@lru_cache(maxsize=1024)
def as_date(day: str) -> date | None:
    """ISO text as a date; None for anything but a day on which somebody can have stretched."""
    try:
        return date.fromisoformat(day_in(day))
    except UNREADABLE:
        return None


def _beyond(tallies: Mapping[str, Tally], known: Mapping[str, Tally]) -> dict[str, Tally]:
    left = {name: tally.minus(known.get(name, Tally())) for name, tally in tallies.items()}
    return {name: tally for name, tally in left.items() if tally.count}
