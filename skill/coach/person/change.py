"""What one turn adds to what is kept about a person."""

from dataclasses import dataclass
from datetime import datetime

from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import Finished, SavedPractice


@dataclass(frozen=True)
class Change:
    """Everything one turn writes, in one piece."""

    at: datetime
    """The request's time: the place is set only where it is older than this."""
    preferences: Preferences | None = None
    """Set where they changed."""
    practices: tuple[SavedPractice, ...] = ()
    """The practices whose place changed."""
    finished: tuple[Finished, ...] = ()
    generation: str = ""
    """That of the profile the turn began with."""
    known: Preferences = Preferences()
    """The preferences the turn began with: set is only what differs from them."""

    def followed_by(self, later: "Change") -> "Change":
        """This change and a later one in one piece."""
        again = {saved.practice.id for saved in later.practices}
        earlier = tuple(saved for saved in self.practices if saved.practice.id not in again)
        told = {finished.key for finished in self.finished}
        new = tuple(finished for finished in later.finished if finished.key not in told)
        preferences = later.preferences if later.preferences is not None else self.preferences
        known = self.known if self.preferences is not None else later.known
        practices, finished = earlier + later.practices, self.finished + new
        return Change(later.at, preferences, practices, finished, later.generation, known)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return self.preferences is None and not self.practices and not self.finished
