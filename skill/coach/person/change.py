"""What one turn adds to what is kept about a person."""

from dataclasses import dataclass
from datetime import datetime

from skill.coach.person.device import KnownDevice
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import SavedPractice
from skill.coach.person.totals import Finished


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
    device: KnownDevice | None = None
    """The device as it is known after the turn; None where nothing new is known of it."""

    def followed_by(self, later: "Change") -> "Change":
        """This change and a later one as one change."""
        again = {saved.practice.id for saved in later.practices}
        earlier = tuple(saved for saved in self.practices if saved.practice.id not in again)
        told = {finished.key for finished in self.finished}
        new = tuple(finished for finished in later.finished if finished.key not in told)
        preferences = later.preferences if later.preferences is not None else self.preferences
        known = self.known if self.preferences is not None else later.known
        practices, finished = earlier + later.practices, self.finished + new
        device = later.device if later.device is not None else self.device
        return Change(later.at, preferences, practices, finished, later.generation, known, device)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return self.device is None and not self.is_about_person

    @property
    def is_about_person(self) -> bool:
        """Whether it says anything of the person, and not only of their device."""
        return self.preferences is not None or bool(self.practices or self.finished)
