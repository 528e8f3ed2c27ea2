"""What is kept about a person.

Nothing here says anything about anybody's health: only what was practised.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from skill.coach.person.preferences import Preferences
from skill.coach.practice.place import Place
from skill.coach.practice.practice import Practice

SAVED_PRACTICES = 3
"""How many unfinished practices are kept, and how many ended ones: more would crowd the session's 24
kilobytes."""

SHARED_PRACTICES = 2
"""How many of the household's other unfinished practices a profile shows."""

KEPT_DAYS = 60
"""How many days of totals a profile shows, the newest one included."""

KEPT_HISTORY = timedelta(days=730)
"""How long a finished stretch stays in the history: two years."""


@dataclass(frozen=True)
class Tally:
    """How often and how long."""

    count: int = 0
    seconds: int = 0

    def plus(self, seconds: int) -> "Tally":
        """One more, of so many seconds."""
        return Tally(self.count + 1, self.seconds + seconds)


class Leaving(StrEnum):
    """How a practice was last left."""

    NO_WORD = "no_word"
    """It was running, and nothing has been heard since."""
    BY_USER = "user"
    """Paused, stopped, or put aside for another one."""
    BY_SILENCE = "silence"
    """The session ran out."""
    BY_ERROR = "error"
    """The session broke off."""


@dataclass(frozen=True)
class SavedPractice:
    """A practice and where it stands."""

    practice: Practice
    place: Place
    saved_at: datetime
    worked: float = 0.0
    """Seconds held or moved so far of the item the place is in."""
    leaving: Leaving = Leaving.NO_WORD
    ended: bool = False
    """Finished, or given up: kept for a while so that a late request cannot bring it back."""


@dataclass(frozen=True)
class Finished:
    """A stretch whose end was heard."""

    practice: str
    """The practice's id."""
    item: int
    stretch: str
    finished_at: datetime
    day: str
    """The day it was finished on, in the person's time zone, as ISO text."""
    seconds: int
    """Seconds held or moved, both sides together."""

    @property
    def key(self) -> str:
        """The same for the same item of the same practice, however often it is reported."""
        return f"{self.practice}#{self.item:02d}"


@dataclass(frozen=True)
class Profile:
    """One person as the coach knows them."""

    person: str
    """The recognised speaker's id, or `ACCOUNT` for an unrecognised voice."""
    preferences: Preferences = Preferences()
    practices: tuple[SavedPractice, ...] = ()
    """The newest first, ended ones among them."""
    household: tuple[SavedPractice, ...] = ()
    """What others of the household left unfinished, the newest first; see `visible_to`."""
    stretches: Mapping[str, Tally] = field(default_factory=dict)
    days: Mapping[str, Tally] = field(default_factory=dict)
    """The last `KEPT_DAYS`, by ISO text."""
    lately: Mapping[str, str] = field(default_factory=dict)
    """The last day each stretch was finished on, as ISO text."""
    generation: str = ""
    """Changes with every deletion: what a session wrote that began before it is refused."""
    erasing: bool = False
    """A deletion has hidden everything and has not deleted all of it yet."""

    @property
    def unfinished(self) -> tuple[SavedPractice, ...]:
        """What can be gone on with, the newest first."""
        return tuple(saved for saved in self.practices if not saved.ended)

    def times_done(self, stretch: str) -> int:
        """How often a stretch was finished."""
        return self.stretches.get(stretch, Tally()).count

    def with_practice(self, saved: SavedPractice) -> "Profile":
        """This profile with a practice's place set, unless a later one is known."""
        for known in self.practices:
            if known.practice.id == saved.practice.id and known.saved_at > saved.saved_at:
                return self
        others = [p for p in self.practices if p.practice.id != saved.practice.id]
        return replace(self, practices=kept_practices([saved, *others]))

    def with_finished(self, finished: Finished) -> "Profile":
        """This profile with one more stretch in its totals."""
        stretches, days = dict(self.stretches), dict(self.days)
        stretches[finished.stretch] = stretches.get(finished.stretch, Tally()).plus(finished.seconds)
        days[finished.day] = days.get(finished.day, Tally()).plus(finished.seconds)
        last = max(finished.day, self.lately.get(finished.stretch, ""))
        lately = {**self.lately, finished.stretch: last}
        return replace(self, stretches=stretches, days=days, lately=lately)

    def in_household(self, others: Iterable[SavedPractice]) -> "Profile":
        """This profile beside what others of the household practised, ended practices included.

        Of a practice that several have gone on with, only the newest word counts.
        """
        newest = {saved.practice.id: saved for saved in sorted(others, key=_age)}
        own = tuple(
            saved
            for saved in self.practices
            if saved.practice.id not in newest or newest[saved.practice.id].saved_at <= saved.saved_at
        )
        known = {saved.practice.id for saved in own}
        shared = sorted(
            (s for s in newest.values() if not s.ended and s.practice.id not in known),
            key=_age,
            reverse=True,
        )
        return replace(self, practices=own, household=tuple(shared[:SHARED_PRACTICES]))


def kept_practices(practices: Iterable[SavedPractice]) -> tuple[SavedPractice, ...]:
    """As many practices as are kept, the newest first; ended ones never push out unfinished ones.

    What falls out is older than all of its kind that stay, so a late write that brings it back
    changes nothing.
    """
    ordered = sorted(practices, key=_age, reverse=True)
    unfinished = [saved for saved in ordered if not saved.ended][:SAVED_PRACTICES]
    ended = [saved for saved in ordered if saved.ended][:SAVED_PRACTICES]
    return tuple(saved for saved in ordered if saved in unfinished or saved in ended)


def _age(saved: SavedPractice) -> tuple[datetime, str]:
    return saved.saved_at, saved.practice.id


ACCOUNT = "account"
"""The person of a profile that belongs to the household's account as a whole."""


def visible_to(person: str, other: str) -> bool:
    """Whether a person is shown what another of the household left unfinished.

    A voice that is not recognised may be anybody's, so what it left is shown to everybody, and it
    is shown what everybody left. Two recognised people see nothing of each other.
    """
    return other != person and ACCOUNT in (person, other)
