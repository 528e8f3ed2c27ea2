"""Damaged SQLite files: whatever is wrong with one, a named error with one line, or what is undamaged.

Half of the files have bytes changed anywhere. In the other half one value of one row has become
something else; there everything of every other row is still told.
"""

import random
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any
from unittest import mock

from helpers.store_samples import HOUSEHOLD, LONG_AGO, at, done, saved
from helpers.whole_skill import device_on, words
from skill.coach.person.backup import Backup
from skill.coach.person.change import Change
from skill.coach.person.device import KnownDevice
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT
from skill.errors import ErasedError, StoreError
from skill.library.records import Level
from skill.speech.ssml import words_of
from skill.stores.sqlite import SqliteStore
from skill.stores.sqlite import store as sqlite
from soak.figures import Figure, share

PAGE = 4096
SPOKEN = 40
"""Two in so many files are met by voice as well: one of each half."""

SAID = ("open limber back", "start happy baby", "pause", "go on", "how am i doing", "export my data")

TABLES = {
    "person": ("preferences", "totals", "before"),
    "practice": ("id", "at", "ended", "last", "saved", "finished"),
    "device": ("device", "at", "known"),
}
"""The columns whose values are changed; `account` and `person` say whose a row is."""

VALUES = (
    b"\xff\xfe",
    b"",
    b"{}",
    b"[]",
    b"null",
    b"[" * 5_000,
    0,
    -1,
    10**18,
    1.5,
    "",
    "\0",
    "9" * 5_000,
)
"""What a value may have become, or some of its own bytes."""

LIKED = Preferences(Level.GENTLE, holds={"bridge": 20.0}, routines={"evening": ("bridge", "cobra")})


@dataclass
class Damage:
    """What came of the damaged files."""

    raised: list[str] = field(default_factory=list)
    untidy: list[str] = field(default_factory=list)
    """Messages that are more than a line, or none."""
    lost: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    """Files that were refused and are not as they were."""
    apologies: list[str] = field(default_factory=list)
    met: Counter[str] = field(default_factory=Counter)

    def use(self, what: str, call: Callable[[], Any]) -> Any:
        """Call something of the store's; None where it was refused as it should be."""
        try:
            result = call()
        except (StoreError, ErasedError) as refused:
            self.met["refused"] += 1
            if not str(refused).isprintable():
                self.untidy.append(f"{what}: {refused!r:.100}")
            return None
        except Exception as error:  # noqa: BLE001 - that none gets out is what is promised
            self.raised.append(f"{what}: {type(error).__name__}: {error}")
            return None
        self.met["answered"] += 1
        return result


def read_damaged_files(folder: Path, count: int, seed: int = 1) -> list[Figure]:
    """So many damaged files, read, written to and spoken to."""
    lots, damage, spoken = random.Random(seed), Damage(), 0
    good = _lived_in(folder / "good.db")
    whole = _records(SqliteStore(folder / "good.db").back_up(HOUSEHOLD, at(90)))
    with mock.patch.object(sqlite, "BUSY_SECONDS", 0.0):
        for number in range(count):
            path = folder / "damaged.db"
            _put(path, good)
            if number % 2:
                _damage_a_row(path, lots, whole, damage)
            else:
                path.write_bytes(_anywhere(good, lots))
            _read(path, damage, f"file {number}")
            if number % SPOKEN < 2:
                spoken += 1
                _speak(SqliteStore(path), damage, f"file {number}")
            _write(path, damage, f"file {number}")
    told = (*damage.raised, *damage.untidy, *damage.lost, *damage.changed, *damage.apologies)
    return [
        share("damaged files: exceptions", len(damage.raised), count),
        share("damaged files: messages of more than a line", len(damage.untidy), count),
        share("damaged files: one row damaged, another lost", len(damage.lost), count // 2),
        share("damaged files: refused and yet changed", len(damage.changed), count),
        share("damaged files: apologies by voice", len(damage.apologies), spoken),
        Figure("  calls", "", ", ".join(f"{n:,} {what}" for what, n in sorted(damage.met.items()))),
        *(Figure("  broken", "", " ".join(line.split())[:400]) for line in told[:10]),
    ]


def _lived_in(path: Path) -> bytes:
    """A household of two on a file, as its bytes."""
    store = SqliteStore(path)
    for person in ("one", ACCOUNT):
        finished = tuple(done(number, day=f"2026-11-{1 + number // 3:02d}") for number in range(30))
        change = Change(at(5), LIKED, (saved(1, 5), saved(2, 6, ended=True)), finished)
        store.write(HOUSEHOLD, person, replace(change, device=KnownDevice(person, rates={"en-US": 1.1})))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    return path.read_bytes()


def _put(path: Path, content: bytes) -> None:
    for beside in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + beside).unlink(missing_ok=True)
    path.write_bytes(content)


def _anywhere(good: bytes, lots: random.Random) -> bytes:
    """The file cut off, or with bytes changed: some, many in a row, the schema, the head of a page."""
    damaged, where, length = bytearray(good), lots.randrange(len(good)), lots.randrange(1, 600)
    match lots.randrange(6):
        case 0:
            return bytes(damaged[: max(1, where)])
        case 1:
            places = [lots.randrange(len(good)) for _ in range(length // 10 + 1)]
        case 2:
            damaged[where : where + length] = bytes(length)
            return bytes(damaged[: len(good)])
        case 3:
            damaged[where : where + length] = lots.randbytes(length)
            return bytes(damaged[: len(good)])
        case 4:
            places = [lots.randrange(PAGE) for _ in range(5)]
        case _:
            page = where // PAGE * PAGE
            places = [page + lots.randrange(40) for _ in range(3)]
    for place in places:
        damaged[place] = lots.randrange(256)
    return bytes(damaged)


def _damage_a_row(path: Path, lots: random.Random, whole: dict[Any, Any], damage: Damage) -> None:
    """One value of one row becomes something else; every other row must still be told."""
    table = lots.choice(tuple(TABLES))
    column = lots.choice(TABLES[table])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.text_factory = bytes
        keys = [c[1].decode() for c in connection.execute(f"PRAGMA table_info({table})") if c[5]]
        every = f"SELECT {', '.join(keys)}, {column} FROM {table}"  # noqa: S608
        rows = connection.execute(every).fetchall()
        *key, value = lots.choice(rows)
        named = [part.decode() if isinstance(part, bytes) else part for part in key]
        where = " AND ".join(f"{name} = ?" for name in keys)
        change = (
            f"UPDATE OR IGNORE {table} SET {column} = {_set(value, lots, bound := [])}"  # noqa: S608
            f" WHERE {where}"
        )
        connection.execute(change, (*bound, *named))
    kept = damage.use(f"{table}.{column}", lambda: SqliteStore(path).back_up(HOUSEHOLD, at(90)))
    if kept is None:
        damage.lost.append(f"{table}.{column}: everything")
        return
    there, key_ = _records(kept), dict(zip(keys, named, strict=True))
    lost = [
        name
        for name, record in whole.items()
        if not _is_of(name, table, key_) and there.get(name) != record
    ]
    damage.lost += [f"{table}.{column} {bound}: {name}"[:200] for name in lost]


def _set(value: Any, lots: random.Random, bound: list[Any]) -> str:
    """What stands on the right of `SET`: something else, or the value with some bytes changed.

    A digit stays what it is: another date is no damage that anybody could see.
    """
    if not isinstance(value, bytes) or not value or lots.random() < 0.5:
        other = lots.choice(VALUES)
        bound.append(other)
        return "CAST(? AS TEXT)" if isinstance(other, bytes) and lots.random() < 0.7 else "?"
    changed = bytearray(value)
    for _ in range(lots.randrange(1, 4)):
        place = lots.randrange(len(changed))
        if not chr(changed[place]).isdigit():
            changed[place] = lots.choice((*range(48), *range(58, 256)))
    bound.append(bytes(changed))
    return "CAST(? AS TEXT)"


def _records(backup: Backup) -> dict[Any, Any]:
    """Everything in a backup, by what it is of."""
    records: dict[Any, Any] = {("device", device.key): device for device in backup.devices}
    for kept in backup.people:
        who, profile = kept.profile.person, kept.profile
        records |= {("finished", who, entry.key): entry for entry in kept.history}
        records |= {("practice", who, saved_.practice.id): saved_ for saved_ in profile.practices}
        records |= {("total", who, "stretch", name): tally for name, tally in profile.stretches.items()}
        records |= {("total", who, "last", name): day for name, day in profile.lately.items()}
        records |= {("total", who, "day", name): tally for name, tally in profile.days.items()}
        preferences = asdict(profile.preferences)
        records |= {("profile", who, name): value for name, value in preferences.items()}
    return records


def _is_of(name: tuple[Any, ...], table: str, key: dict[str, Any]) -> bool:
    """Whether a row has a record."""
    match table:
        case "device":
            return name == (table, key["device"])
        case "practice":
            in_it = name[0] == "finished" and name[2].startswith(key["id"] + "#")
            return name[1] == key["person"] and (in_it or name == (table, key["person"], key["id"]))
    return name[:2] in {("profile", key["person"]), ("total", key["person"])}


def _read(path: Path, damage: Damage, what: str) -> None:
    """Every way of reading; a file that is refused is left as it is."""
    store, before, refused = SqliteStore(path), path.read_bytes(), damage.met["refused"]
    for person in ("one", ACCOUNT):
        damage.use(what, lambda who=person: store.open(HOUSEHOLD, who, who))
        damage.use(what, lambda who=person: list(store.history(HOUSEHOLD, who, LONG_AGO)))
    damage.use(what, lambda: store.people(HOUSEHOLD))
    damage.use(what, lambda: store.back_up(HOUSEHOLD, at(90)))
    if damage.met["refused"] > refused and path.read_bytes() != before:
        damage.changed.append(what)


def _write(path: Path, damage: Damage, what: str) -> None:
    """Every way of writing."""
    store = SqliteStore(path)
    change = Change(at(7), replace(LIKED, introduced=True), (saved(3, 7),), (done(99),))
    damage.use(what, lambda: store.write(HOUSEHOLD, ACCOUNT, change))
    damage.use(what, lambda: store.restore("another", Backup(at(90))))
    damage.use(what, lambda: store.hide(HOUSEHOLD, "one"))


def _speak(store: SqliteStore, damage: Damage, what: str) -> None:
    """A short visit: the coaching goes on, and so does the place."""
    device = device_on(store, HOUSEHOLD)
    for said in SAID:
        try:
            answer = device.say(said, device.now)
        except Exception as error:  # noqa: BLE001 - that none gets out is what is promised
            damage.raised.append(f"{what}, {said}: {type(error).__name__}: {error}")
            return
        if words().say("went_wrong") in words_of(answer.ssml):
            damage.apologies.append(f"{what}: {said}")
