"""What is kept about a person.

Nothing here says anything about health: only what was practised.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from skill.coach.person.device import KnownDevice
from skill.coach.person.preferences import Preferences
from skill.coach.person.totals import Finished, Tally, Totals
from skill.coach.practice.place import Place
from skill.coach.practice.practice import Practice

SAVED_PRACTICES = 3
"""How many unfinished practices are kept, and how many ended ones; more could exceed the 24 kilobytes
of a session."""

SHARED_PRACTICES = 2
"""How many unfinished practices of others in the household a profile shows."""

KEPT_HISTORY = timedelta(days=730)
"""How long a finished stretch stays in the history: two years."""


class Leaving(StrEnum):
    """How a practice was last left."""

    NO_WORD = "no_word"
    """It was running, and no request has come since."""
    BY_USER = "user"
    """The person stopped, or began another one."""
    PAUSED = "paused"
    """The person paused it, and was told how to come back to it."""
    BY_SILENCE = "silence"
    """The session ran out, since nobody said anything."""
    BY_ERROR = "error"
    """The session ended with an error."""


@dataclass(frozen=True)
class SavedPractice:
    """A practice with the place that it has reached."""

    practice: Practice
    place: Place
    """Where to go on with it."""
    saved_at: datetime
    """The moment of the request that saved it."""
    worked: float = 0.0
    """Seconds held or moved so far of the item in which the place is."""
    leaving: Leaving = Leaving.NO_WORD
    """How it was left at that moment."""
    ended: bool = False
    """Whether it is finished or given up: such a practice is kept for a while, so that a late request
    cannot bring it back."""
    counted: tuple[int, ...] = ()
    """The numbers of its items that the totals include already: done again, they do not count."""
    played: str = ""
    """Which play of a device's player it was given to last; empty where it is spoken."""
    ran_out: int = 0
    """How many sessions of it ran out, since nobody said anything."""


@dataclass(frozen=True)
class Profile:
    """One person as the coach knows them."""

    person: str
    """The recognised speaker's id, or `ACCOUNT` for an unrecognised voice."""
    preferences: Preferences = Preferences()
    """How the person likes to be coached."""
    practices: tuple[SavedPractice, ...] = ()
    """The person's practices, the newest first, ended ones included."""
    household: tuple[SavedPractice, ...] = ()
    """What others of the household left unfinished, the newest first, as far as `visible_to` allows."""
    stretches: Mapping[str, Tally] = field(default_factory=dict)
    """Totals by the stretch's id."""
    days: Mapping[str, Tally] = field(default_factory=dict)
    """Totals of the last `KEPT_DAYS` days, by the day as ISO text."""
    lately: Mapping[str, str] = field(default_factory=dict)
    """The last day on which each stretch was finished, as ISO text, by the stretch's id."""
    generation: str = ""
    """An id that changes with every deletion: writes of a session that knows an older one are
    refused."""
    device: KnownDevice = KnownDevice()
    """The device that the person is at; it is the household's and not the person's."""
    erasing: bool = False
    """Whether a deletion has hidden everything but has not deleted all of it yet."""

    @property
    def unfinished(self) -> tuple[SavedPractice, ...]:
        """The practices that can be gone on with, the newest first."""
        return tuple(saved for saved in self.practices if not saved.ended)

    def kept(self, practice: str) -> SavedPractice | None:
        """The practice of this id; None where it is not kept, or not any more."""
        return next((saved for saved in self.practices if saved.practice.id == practice), None)

    def times_done(self, stretch: str) -> int:
        """How often a stretch was finished."""
        return self.stretches.get(stretch, Tally()).count

    def with_practice(self, saved: SavedPractice) -> "Profile":
        """This profile with a practice's place set, unless the profile has a newer one."""
        for known in self.practices:
            if known.practice.id == saved.practice.id and known.saved_at > saved.saved_at:
                return self
        others = [p for p in self.practices if p.practice.id != saved.practice.id]
        return replace(self, practices=kept_practices([saved, *others]))

    def with_finished(self, finished: Finished) -> "Profile":
        """This profile with one more stretch in its totals."""
        return self.with_totals(self.totals.plus([finished]))

    def declining(self, practices: Iterable[str]) -> "Profile":
        """This profile in which practices, by their ids, are not offered any more; they are kept."""
        known = {saved.practice.id for saved in (*self.practices, *self.household)}
        declined = dict.fromkeys((*self.preferences.declined, *practices))
        kept = tuple(practice for practice in declined if practice in known)
        return replace(self, preferences=replace(self.preferences, declined=kept))

    @property
    def totals(self) -> Totals:
        """What the person has finished, added up."""
        return Totals(self.stretches, self.days, self.lately)

    def with_totals(self, totals: Totals) -> "Profile":
        """This profile with other totals."""
        return replace(self, stretches=totals.stretches, days=totals.days, lately=totals.lately)

    def in_household(self, others: Iterable[SavedPractice]) -> "Profile":
        """This profile with what others of the household practised; `others` includes ended practices.

        Where several people have gone on with the same practice, only the newest place counts.
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
    """The practices that are kept of these, the newest first; ended ones never push out unfinished ones.

    What is dropped is older than everything of its kind that stays, so a late write of it changes
    nothing.
    """
    ordered = sorted(practices, key=_age, reverse=True)
    unfinished = [saved for saved in ordered if not saved.ended][:SAVED_PRACTICES]
    ended = [saved for saved in ordered if saved.ended][:SAVED_PRACTICES]
    return tuple(saved for saved in ordered if saved in unfinished or saved in ended)


def _age(saved: SavedPractice) -> tuple[datetime, str]:
    return saved.saved_at, saved.practice.id


ACCOUNT = "account"
"""The person of a profile for every voice of the household that is not recognised."""


def visible_to(person: str, other: str) -> bool:
    """Whether a person is shown what another person of the household left unfinished.

    A voice that is not recognised may be anybody's: what it left is shown to everybody, and it is shown
    what everybody left. Two recognised people are shown nothing of each other.
    """
    return other != person and ACCOUNT in (person, other)
