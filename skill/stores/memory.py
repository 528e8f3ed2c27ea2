"""Progress in memory, gone with the process: for tests and for trying things out (`memory:`)."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock
from uuid import uuid4

from skill.coach.person.backup import Backup, KeptPerson
from skill.coach.person.change import Change
from skill.coach.person.device import KnownDevice, decode_device, encode_device
from skill.coach.person.merging import merged
from skill.coach.person.practice_record import (
    PracticeRecord,
    all_finished,
    records_of,
    shown_practices,
)
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import KEPT_HISTORY, Profile, kept_practices, visible_to
from skill.coach.person.profile_encoding import (
    decode_finished,
    decode_saved,
    encode_finished,
    encode_saved,
)
from skill.coach.person.progress_store import ProgressStore
from skill.coach.person.totals import Finished, Recount, Totals
from skill.errors import ErasedError
from skill.stores.reading import newest_first, refuse_overwriting


@dataclass
class _Kept:
    """One person's progress."""

    person: str
    preferences: Preferences = Preferences()
    generation: str = ""
    erasing: bool = False
    practices: dict[str, PracticeRecord] = field(default_factory=dict)
    totals: Totals = Totals()
    before: Totals = Totals()
    """What of the totals no practice that is kept accounts for."""

    @property
    def finished(self) -> list[Finished]:
        """Everything that is kept of what they finished."""
        return all_finished(self.practices.values())

    @property
    def profile(self) -> Profile:
        """The person as the coach knows them, without anything of others and of devices."""
        return Profile(
            self.person,
            self.preferences,
            kept_practices(shown_practices(self.practices.values())),
            generation=self.generation,
            erasing=self.erasing,
        ).with_totals(self.totals.shown)

    def add(self, record: PracticeRecord) -> None:
        """Add what a change says of one practice."""
        known = self.practices.get(record.id, PracticeRecord(record.id))
        after = known.merged(record)
        self.totals = self.totals.plus(after.unlike(known)).shown
        self.practices[record.id] = after
        self._let_go(after)

    def _let_go(self, newest: PracticeRecord) -> None:
        """Let the practices go of which nothing has been heard for as long as a history is kept."""
        if newest.last_at is None:
            return
        oldest = newest.last_at - KEPT_HISTORY
        for record in list(self.practices.values()):
            if record.last_at is not None and record.last_at < oldest:
                self.before = self.before.plus(record.finished.values())
                del self.practices[record.id]


@dataclass(frozen=True)
class _KeptDevice:
    """What is known of a device, and when it was written."""

    known: KnownDevice
    at: datetime


class MemoryStore(ProgressStore):
    """Keeps progress for as long as it lives; several threads may share it.

    Records are encoded and decoded as in the other stores, down to the milliseconds: what works with
    this store works with those.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], _Kept] = {}
        self._devices: dict[tuple[str, str], _KeptDevice] = {}
        self._lock = Lock()

    def open(self, account: str, person: str, device: str = "") -> Profile:
        """A person's profile; an empty one where nothing is kept."""
        with self._lock:
            profile = self._of(account, person).profile
            kept = self._devices.get((account, device))
            others = [
                saved
                for (house, other), kept in self._kept.items()
                if house == account and visible_to(person, other)
                for saved in kept.profile.practices
            ]
        here = kept.known if kept is not None else KnownDevice(device)
        return replace(profile, device=here).in_household(others)

    def write(self, account: str, person: str, change: Change) -> None:
        """Add one turn's change.

        Raises:
            ErasedError: What the change builds on has been deleted.
        """
        if change.is_empty:
            return
        with self._lock:
            if not change.is_about_person:
                self._keep_device(account, change)
                return
            kept = self._kept.setdefault((account, person), self._of(account, person))
            if kept.generation != change.generation:
                raise ErasedError("what this session knew has been deleted")
            self._keep_device(account, change)
            practices = [decode_saved(encode_saved(saved)) for saved in change.practices]
            finished = [decode_finished(encode_finished(entry)) for entry in change.finished]
            for record in records_of(practices, finished).values():
                kept.add(record)
            if change.preferences is not None:
                kept.preferences = merged(change.known, change.preferences, kept.preferences)

    def history(
        self, account: str, person: str, since: datetime, limit: int | None = None
    ) -> Iterator[Finished]:
        """What a person finished since then, the newest first."""
        with self._lock:
            finished = self._of(account, person).finished
        last = sorted(finished, key=lambda entry: (entry.practice, entry.item), reverse=True)[:limit]
        return iter(newest_first(last, since))

    def hide(self, account: str, person: str) -> Profile:
        """Delete everything kept about a person; only a tombstone is left."""
        with self._lock:
            empty = _Kept(person, generation=uuid4().hex, erasing=True)
            self._kept[account, person] = empty
            everybody = (kept for (house, _), kept in self._kept.items() if house == account)
            if all(_with_history(kept).is_bare for kept in everybody):
                self._devices = {at: kept for at, kept in self._devices.items() if at[0] != account}
            return empty.profile

    def erase(self, account: str, person: str, seconds: float) -> bool:  # noqa: ARG002
        """True: `hide` has deleted everything; the profile is no longer marked as being deleted."""
        with self._lock:
            self._of(account, person).erasing = False
        return True

    def recount(self, account: str, person: str) -> Recount:
        """Work a person's totals out anew from their practices."""
        with self._lock:
            kept = self._of(account, person)
            before, kept.totals = kept.totals, kept.before.plus(kept.finished).shown
            return Recount(person, before, kept.totals)

    def people(self, account: str) -> tuple[str, ...]:
        """The ids of everybody of the household of whom something is kept."""
        with self._lock:
            return tuple(sorted(person for house, person in self._kept if house == account))

    def back_up(self, account: str, at: datetime) -> Backup:
        """Everything kept of a household."""
        with self._lock:
            people = tuple(
                _with_history(kept, at - KEPT_HISTORY)
                for (house, _), kept in sorted(self._kept.items(), key=lambda entry: entry[0])
                if house == account
            )
            devices = (self._devices[key].known for key in sorted(self._devices) if key[0] == account)
            return Backup(at, people, tuple(devices))

    def restore(self, account: str, backup: Backup) -> None:
        """Keep everything that a backup holds.

        Raises:
            BackupError: Something is kept of one of its people already; nothing was written.
        """
        people = [kept for kept in backup.people if not kept.is_bare]
        with self._lock:
            for new in people:
                if not _with_history(self._of(account, new.profile.person)).is_bare:
                    refuse_overwriting(new.profile.person)
            for new in people:
                was, profile = self._of(account, new.profile.person), new.profile
                self._kept[account, profile.person] = _Kept(
                    profile.person,
                    profile.preferences,
                    was.generation,
                    was.erasing,
                    records_of(profile.practices, new.history),
                    profile.totals,
                    new.before,
                )
            for device in backup.devices:
                self._keep_device(account, Change(backup.at, device=device))

    def _keep_device(self, account: str, change: Change) -> None:
        if change.device is None:
            return
        key = account, change.device.key
        if key not in self._devices or self._devices[key].at <= change.at:
            known = decode_device(encode_device(change.device))
            self._devices[key] = _KeptDevice(known, change.at)

    def _of(self, account: str, person: str) -> _Kept:
        return self._kept.get((account, person), _Kept(person))


def _with_history(kept: _Kept, since: datetime | None = None) -> KeptPerson:
    """A person's profile with their history; with all that is kept of it where no moment is named."""
    finished = kept.finished if since is None else newest_first(kept.finished, since)
    return KeptPerson(kept.profile, tuple(finished))
