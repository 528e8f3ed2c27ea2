"""Everything that is kept of a household as one record, and as JSON and back.

It is what a store gives and takes as a whole: to move to another store, and to have it at hand. Reading
is strict: a backup is what was written, or it is none. Its people, practices and devices are written and
read as the stores' own items are.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from skill.coach.person.device import KnownDevice, decode_device, encode_device
from skill.coach.person.encoding import UNREADABLE, Json, decode_time, encode_time
from skill.coach.person.profile import Profile, SavedPractice, kept_practices
from skill.coach.person.profile_encoding import (
    decode_finished,
    decode_profile,
    encode_finished,
    encode_profile,
)
from skill.coach.person.totals import Finished, Totals
from skill.errors import BackupError, UnreadableStateError

SCHEMA = 1
"""To be raised with every change that an older reader would misread."""

MOST_RECORDS = 100
"""How many people and devices a backup can have in all: DynamoDB takes them in one transaction."""


@dataclass(frozen=True)
class KeptPerson:
    """What is kept of one person: nothing of others of the household, and of no device."""

    profile: Profile
    history: tuple[Finished, ...] = ()
    """What they finished, the newest first."""

    @property
    def before(self) -> Totals:
        """What of the totals the history does not account for: it goes back further than that."""
        return self.profile.totals.beyond(self.history)

    @property
    def is_bare(self) -> bool:
        """Whether nothing is kept but that it was deleted."""
        bare = Profile(self.profile.person)
        return not self.history and replace(self.profile, generation="", erasing=False) == bare


@dataclass(frozen=True)
class Backup:
    """Everything that is kept of a household at one moment."""

    at: datetime
    people: tuple[KeptPerson, ...] = ()
    """Everybody, by their ids."""
    devices: tuple[KnownDevice, ...] = ()
    """What is known of each device, by their keys."""

    def of(self, person: str) -> "Backup":
        """The same of one person only, with the household's devices."""
        return replace(self, people=tuple(k for k in self.people if k.profile.person == person))


def encode_backup(backup: Backup) -> Json:
    """A backup as a table, with the version of its form and a sum over all of it."""
    household = {
        "at": encode_time(backup.at),
        "people": [_encode_person(kept) for kept in backup.people],
        "devices": [encode_device(device) for device in backup.devices],
    }
    return {"limber_back": SCHEMA, "sha256": _digest(household), "household": household}


def decode_backup(value: Json) -> Backup:
    """A table as a backup.

    Raises:
        BackupError: It is none, is not as it was written, or a newer version wrote it.
    """
    try:
        schema, digest, household = value["limber_back"], value["sha256"], value["household"]
        if isinstance(schema, int) and schema > SCHEMA:
            raise BackupError(
                f"it is of schema {schema}, written by a newer version of Limber Back:"
                " install that one here"
            )
        if schema != SCHEMA:
            raise ValueError(f"no schema {schema!r}")
        if digest != _digest(household):
            raise BackupError("it is not as it was written: export it again, or take another copy")
        return _decode_household(household)
    except (UnreadableStateError, *UNREADABLE) as error:
        raise BackupError(
            "it is no export of Limber Back: give a file that limber export wrote"
        ) from error


def _encode_person(kept: KeptPerson) -> Json:
    profile = encode_profile(replace(kept.profile, household=(), device=KnownDevice()))
    del profile["household"], profile["device"]
    return profile | {"history": [encode_finished(finished) for finished in kept.history]}


def _decode_person(value: Json) -> KeptPerson:
    profile = decode_profile({**value, "household": [], "device": {}})
    history = tuple(decode_finished(finished) for finished in value["history"])
    _require_different([_id(saved) for saved in profile.practices])
    _require_different([finished.key for finished in history])
    if profile.practices != kept_practices(profile.practices):
        raise ValueError("more practices than are kept")
    return KeptPerson(profile, history)


def _decode_household(value: Json) -> Backup:
    people = tuple(_decode_person(person) for person in value["people"])
    devices = tuple(decode_device(device) for device in value["devices"])
    _require_different([kept.profile.person for kept in people])
    _require_different([device.key for device in devices])
    if len(people) + len(devices) > MOST_RECORDS:
        raise ValueError("more people and devices than a household has")
    return Backup(decode_time(value["at"]), people, devices)


def _id(saved: SavedPractice) -> str:
    return saved.practice.id


def _require_different(keys: Collection[str]) -> None:
    """Of two records with one key a store could keep only one."""
    if len(set(keys)) < len(keys):
        raise ValueError("two records of one and the same")


def _digest(value: Json) -> str:
    """What differs wherever two JSON values do."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
