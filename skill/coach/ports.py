"""What the coach's progress is kept in, as the coach sees it; `skill.stores` has the adapters."""

from abc import ABC, abstractmethod
from collections.abc import Iterator

from skill.coach.progress import Change, Finished, Profile


class ProgressStore(ABC):
    """Keeps each person's profile and the history of what they finished.

    Every method raises `StoreError` when the store cannot be used now.
    """

    @abstractmethod
    def open(self, account: str, person: str) -> Profile:
        """A person's profile, in one read; an empty one where nothing is kept."""

    @abstractmethod
    def write(self, account: str, person: str, change: Change) -> None:
        """Add one turn's change, in one request where nothing else writes at the same time.

        The same finished stretch is counted once however often it is written, and a place is set
        only where the one that is kept is older: repeating a write, or writing late, does no harm.
        """

    @abstractmethod
    def history(self, account: str, person: str) -> Iterator[Finished]:
        """Everything a person finished, the newest first."""
