"""What the coach's progress is kept in, as the coach sees it; `skill.stores` has the adapters."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import datetime

from skill.coach.person.change import Change
from skill.coach.person.profile import Finished, Profile


class ProgressStore(ABC):
    """Keeps each person's profile and the history of what they finished.

    Every method raises `StoreError` when the store cannot be used now.
    """

    @abstractmethod
    def open(self, account: str, person: str) -> Profile:
        """A person's profile, in one read; an empty one where nothing is kept.

        It shows what others of the household left unfinished, as far as `visible_to` allows.
        """

    @abstractmethod
    def write(self, account: str, person: str, change: Change) -> None:
        """Add one turn's change, in one request where nothing else writes at the same time.

        The same finished stretch is counted once however often it is written, and a place is set
        only where the one that is kept is older: repeating a write, or writing late, does no harm.

        Raises:
            ErasedError: What the change builds on has been deleted; nothing was written.
        """

    @abstractmethod
    def history(
        self, account: str, person: str, since: datetime, limit: int | None = None
    ) -> Iterator[Finished]:
        """What a person finished since then, the newest first.

        Args:
            account: The household's account.
            person: Whose history.
            since: Older ones are left out, whether they are still there or not.
            limit: Read only so many, those of the practices that began last.
        """

    @abstractmethod
    def hide(self, account: str, person: str) -> Profile:
        """Begin to delete everything kept about a person: from now on none of it is seen.

        What is left behind is a tombstone, by which the writes of sessions that are open are
        refused; it goes by itself after some days.

        Returns:
            The empty profile to go on with.
        """

    @abstractmethod
    def erase(self, account: str, person: str, seconds: float) -> bool:
        """Delete what is hidden, for about so many seconds; True once nothing of it is left."""

    @abstractmethod
    def people(self, account: str) -> tuple[str, ...]:
        """Everybody of the household of whom something is kept."""
