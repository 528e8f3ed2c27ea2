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
from skill.coach.person.profile import (
    KEPT_HISTORY,
    Finished,
    Profile,
    SavedPractice,
    kept_practices,
    visible_to,
)
from skill.coach.person.profile_encoding import (
    decode_finished,
    decode_saved,
    encode_finished,
    encode_saved,
)
from skill.coach.person.progress_store import ProgressStore
from skill.errors import ErasedError
from skill.stores.reading import newest_first, recent, refuse_overwriting


@dataclass
class _Kept:
    """One person's progress."""

    profile: Profile
    finished: dict[str, Finished] = field(default_factory=dict)
    """Finished stretches by their key."""

    @property
    def is_bare(self) -> bool:
        """Whether nothing is kept but that it was deleted."""
        return KeptPerson(self.profile, tuple(self.finished.values())).is_bare


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
        return replace(profile, days=recent(profile.days), device=here).in_household(others)

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
            if kept.profile.generation != change.generation:
                raise ErasedError("what this session knew has been deleted")
            self._keep_device(account, change)
            for finished in change.finished:
                _finish(kept, decode_finished(encode_finished(finished)))
            for saved in change.practices:
                _save(kept, decode_saved(encode_saved(saved)))
            if change.preferences is not None:
                both = merged(change.known, change.preferences, kept.profile.preferences)
                kept.profile = replace(kept.profile, preferences=both)

    def history(
        self, account: str, person: str, since: datetime, limit: int | None = None
    ) -> Iterator[Finished]:
        """What a person finished since then, the newest first."""
        with self._lock:
            finished = list(self._of(account, person).finished.values())
        last = sorted(finished, key=lambda entry: (entry.practice, entry.item), reverse=True)[:limit]
        return iter(newest_first(last, since))

    def hide(self, account: str, person: str) -> Profile:
        """Delete everything kept about a person; only a tombstone is left."""
        with self._lock:
            empty = _Kept(Profile(person, generation=uuid4().hex, erasing=True))
            self._kept[account, person] = empty
            if all(kept.is_bare for (house, _), kept in self._kept.items() if house == account):
                self._devices = {at: kept for at, kept in self._devices.items() if at[0] != account}
        return empty.profile

    def erase(self, account: str, person: str, seconds: float) -> bool:  # noqa: ARG002
        """True: `hide` has deleted everything; the profile is no longer marked as being deleted."""
        with self._lock:
            kept = self._of(account, person)
            kept.profile = replace(kept.profile, erasing=False)
        return True

    def people(self, account: str) -> tuple[str, ...]:
        """The ids of everybody of the household of whom something is kept."""
        with self._lock:
            return tuple(sorted(person for house, person in self._kept if house == account))

    def back_up(self, account: str, at: datetime) -> Backup:
        """Everything kept of a household."""
        with self._lock:
            people = tuple(
                KeptPerson(
                    replace(kept.profile, days=recent(kept.profile.days)),
                    newest_first(kept.finished.values(), at - KEPT_HISTORY),
                )
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
                if not self._of(account, new.profile.person).is_bare:
                    refuse_overwriting(new.profile.person)
            for new in people:
                was = self._of(account, new.profile.person).profile
                profile = replace(new.profile, generation=was.generation, erasing=was.erasing)
                finished = {entry.key: entry for entry in new.history}
                self._kept[account, profile.person] = _Kept(profile, finished)
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
        return self._kept.get((account, person), _Kept(Profile(person)))


def _finish(kept: _Kept, finished: Finished) -> None:
    if finished.key not in kept.finished:
        oldest = finished.finished_at - KEPT_HISTORY
        kept.finished = {key: f for key, f in kept.finished.items() if f.finished_at >= oldest}
        kept.finished[finished.key] = finished
        kept.profile = kept.profile.with_finished(finished)


def _save(kept: _Kept, saved: SavedPractice) -> None:
    practices = {known.practice.id: known for known in kept.profile.practices}
    known = practices.get(saved.practice.id)
    if known is None or known.saved_at < saved.saved_at:
        practices[saved.practice.id] = saved
        kept.profile = replace(kept.profile, practices=kept_practices(practices.values()))
