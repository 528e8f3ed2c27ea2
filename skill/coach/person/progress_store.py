"""The port to the store of people's progress; `skill.stores` has the adapters."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from skill.coach.person.change import Change
from skill.coach.person.profile import Profile
from skill.coach.person.totals import Finished, Recount

if TYPE_CHECKING:
    from skill.coach.person.backup import Backup


class ProgressStore(ABC):
    """Keeps each person's profile and the history of what they finished.

    Every method raises `StoreError` when the store cannot be used at the moment.
    """

    @abstractmethod
    def open(self, account: str, person: str, device: str = "") -> Profile:
        """A person's profile, in one read; an empty profile where nothing is kept.

        It shows what others of the household left unfinished, as far as `visible_to` allows, and
        what is known of the device.

        Args:
            account: The household's account.
            person: Whose profile.
            device: The key of the device they are at; empty where that is not known.
        """

    @abstractmethod
    def write(self, account: str, person: str, change: Change) -> None:
        """Add one turn's change, in one request where nothing else writes at the same time.

        Each practice is a record of its own (`PracticeRecord`): a finished stretch never changes once it
        is there and is counted once however often it is written, and a place is set only where the
        kept one is older: repeating a write, or writing late, does no harm. A device is kept only where
        nothing later is kept of it.

        Raises:
            ErasedError: What the change builds on has been deleted; nothing was written. While a
                deletion goes on, more may be added to what it has hidden and not yet deleted: that is
                never seen, and deleted with it.
        """

    @abstractmethod
    def history(
        self, account: str, person: str, since: datetime, limit: int | None = None
    ) -> Iterator[Finished]:
        """What a person finished since a moment, the newest first.

        Args:
            account: The household's account.
            person: Whose history.
            since: What is older is left out, even where it is still kept.
            limit: The most to read, from the practices that began last; None for all.
        """

    @abstractmethod
    def hide(self, account: str, person: str) -> Profile:
        """Begin to delete everything kept about a person: from now on nothing of it is returned.

        A tombstone stays: while it is there, writes of sessions that are still open are refused. It
        disappears by itself after some days.

        Returns:
            The empty profile with which the session goes on.
        """

    @abstractmethod
    def erase(self, account: str, person: str, seconds: float) -> bool:
        """Delete what is hidden, for about so many seconds; True once nothing of it is left.

        With the last of a household goes what is known of its devices.
        """

    @abstractmethod
    def recount(self, account: str, person: str) -> Recount:
        """Work a person's totals out anew from their practices, and keep them so.

        What the practices that are kept cannot account for stays: what was done before them, and what
        was so long ago that its practices have gone.
        """

    @abstractmethod
    def people(self, account: str) -> tuple[str, ...]:
        """The ids of everybody of the household of whom something is kept."""

    @abstractmethod
    def back_up(self, account: str, at: datetime) -> "Backup":
        """Everything kept of a household, tombstones and all, as it is kept of each person.

        Args:
            account: The household's account.
            at: The moment; what is older than `KEPT_HISTORY` then is left out.
        """

    @abstractmethod
    def restore(self, account: str, backup: "Backup") -> None:
        """Keep everything that a backup holds, or nothing of it.

        Deletions are the store's own: what the backup says of them is not restored, and sessions that
        began before one write no more. Of a device the latest news stay.

        Raises:
            BackupError: Something is kept of one of its people already; nothing was written.
        """
