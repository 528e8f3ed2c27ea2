"""What one turn adds to what is kept about a person."""

from dataclasses import dataclass
from datetime import datetime

from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import Finished, SavedPractice


@dataclass(frozen=True)
class Change:
    """Everything that one turn writes to the store."""

    at: datetime
    """When the request was made."""
    preferences: Preferences | None = None
    """The preferences as the turn left them; None where it did not change them."""
    practices: tuple[SavedPractice, ...] = ()
    """The practices whose place the turn changed."""
    finished: tuple[Finished, ...] = ()
    """The stretches that the turn counted as done."""
    generation: str = ""
    """The generation of the profile that the turn began with."""
    known: Preferences = Preferences()
    """The preferences that the turn began with: the store sets only what differs from these."""

    def followed_by(self, later: "Change") -> "Change":
        """This change and a later one as one change."""
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
