"""Progress in one SQLite file, the default; any number of processes and threads may use it.

Every call opens the file anew. That takes well under a millisecond, needs no care for threads and forks,
and finds a file again that was moved or repaired.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from skill.coach.person.change import Change
from skill.coach.person.device import KnownDevice
from skill.coach.person.merging import merged
from skill.coach.person.profile import Finished, Profile, kept_practices
from skill.coach.person.profile_encoding import decode_finished, encode_finished
from skill.coach.person.progress_store import ProgressStore
from skill.errors import ErasedError, StoreError
from skill.stores.migrations import NewerSchemaError, migrate
from skill.stores.reading import newest_first, not_before, readable, recent
from skill.stores.sqlite_rows import (
    add_finished,
    drop_devices_of_nobody,
    drop_surplus_practices,
    read_device,
    read_devices,
    read_generation,
    read_last_days,
    read_left_by_others,
    read_practices,
    read_preferences,
    read_totals,
    save_device,
    save_practice,
    write_preferences,
)

BUSY_SECONDS = 1.5
"""How many seconds a call waits for other processes, and twice that at worst; Alexa waits eight."""

TOMBSTONE_DAYS = 2
"""For how many days a deletion refuses the writes of older sessions: no session lasts that long."""

_TABLES = ("profile", "practice", "total", "finished", "erased")
"""Every table that has a person's rows; the tombstones' comes last."""


class SqliteStore(ProgressStore):
    """Keeps progress in one file. It creates the file, but not the folder."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)

    def open(self, account: str, person: str, device: str = "") -> Profile:
        """A person's profile, as of one moment; an empty profile where nothing is kept.

        Raises:
            StoreError: The file cannot be used; the message names it and says what to do.
        """
        who = (account, person)
        # Without a transaction each SELECT could see the file at another moment.
        with self._transaction("BEGIN") as connection:
            profile = Profile(
                person,
                read_preferences(connection, who),
                kept_practices(read_practices(connection, who)),
                stretches=read_totals(connection, who, "stretch"),
                days=recent(read_totals(connection, who, "day")),
                lately=read_last_days(connection, who),
                generation=read_generation(connection, who),
                device=read_device(connection, account, device),
            )
            return profile.in_household(read_left_by_others(connection, who))

    def write(self, account: str, person: str, change: Change) -> None:
        """Add one turn's change in one transaction.

        Raises:
            ErasedError: What the change builds on has been deleted.
            StoreError: Nothing was written; the message names the file and says what to do.
        """
        if change.is_empty:
            return
        who = (account, person)
        # A deferred transaction that begins with reading fails at once when it writes after another
        # process has written; an immediate one waits its turn.
        with self._transaction("BEGIN IMMEDIATE") as connection:
            if change.is_about_person and read_generation(connection, who) != change.generation:
                raise ErasedError("what this session knew has been deleted")
            if change.device is not None:
                save_device(connection, account, change.device, change.at)
            for finished in change.finished:
                add_finished(connection, who, encode_finished(finished))
            for saved in change.practices:
                save_practice(connection, who, saved)
            if change.practices:
                drop_surplus_practices(connection, who)
            if change.preferences is not None:
                kept = read_preferences(connection, who)
                write_preferences(connection, who, merged(change.known, change.preferences, kept))

    def history(
        self, account: str, person: str, since: datetime, limit: int | None = None
    ) -> Iterator[Finished]:
        """What a person finished since then, the newest first.

        Raises:
            StoreError: The file cannot be used; raised at the call, not while iterating.
        """
        with self._transaction("BEGIN") as connection:
            rows = connection.execute(
                "SELECT practice, item, stretch, at, day, seconds FROM finished"
                " WHERE account = ? AND person = ? ORDER BY practice DESC, item DESC LIMIT ?",
                (account, person, -1 if limit is None else limit),
            ).fetchall()
        keys = ("practice", "item", "stretch", "at", "day", "seconds")
        tables = (dict(zip(keys, row, strict=True)) for row in rows)
        decoded = (readable(decode_finished, table) for table in tables)
        finished = (entry for entry in decoded if entry is not None)
        return iter(newest_first(not_before(finished, since)))

    def hide(self, account: str, person: str) -> Profile:
        """Delete everything kept about a person, in one transaction; only a tombstone is left.

        Raises:
            StoreError: Nothing was deleted; the message names the file and says what to do.
        """
        generation = uuid4().hex
        with self._transaction("BEGIN IMMEDIATE") as connection:
            for table in _TABLES:
                connection.execute(
                    f"DELETE FROM {table} WHERE account = ? AND person = ?",  # noqa: S608
                    (account, person),
                )
            connection.execute(
                "DELETE FROM erased WHERE at < strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ?)",
                (f"-{TOMBSTONE_DAYS} days",),
            )
            connection.execute(
                "INSERT INTO erased (account, person, generation) VALUES (?, ?, ?)",
                (account, person, generation),
            )
            drop_devices_of_nobody(connection, account, _TABLES[:-1])
        return Profile(person, generation=generation)

    def erase(self, account: str, person: str, seconds: float) -> bool:  # noqa: ARG002
        """True: `hide` has deleted everything."""
        return True

    def people(self, account: str) -> tuple[str, ...]:
        """The ids of everybody of the household of whom something is kept.

        Raises:
            StoreError: The file cannot be used; the message names it and says what to do.
        """
        with self._transaction("BEGIN") as connection:
            query = " UNION ".join(
                f"SELECT person FROM {table} WHERE account = :account"  # noqa: S608
                for table in _TABLES
            )
            return tuple(who for (who,) in connection.execute(query, {"account": account}))

    def devices(self, account: str) -> tuple[KnownDevice, ...]:
        """The devices of the household of which something is known.

        Raises:
            StoreError: The file cannot be used; the message names it and says what to do.
        """
        with self._transaction("BEGIN") as connection:
            return read_devices(connection, account)

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        """A connection in a transaction: committed at the end, rolled back by any exception."""
        try:
            with closing(self._begun(begin)) as connection:
                yield connection
                connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise StoreError(_explained(self.path, error)) from error
        except UnicodeEncodeError as error:
            raise StoreError("an id or a name that was to be kept is no valid text") from error
        except NewerSchemaError as error:
            raise StoreError(
                f"{self.path} was written by a newer version of Limber Back: install that one here,"
                " or set LIMBER_STORE=sqlite:<path> to another file"
            ) from error

    def _begun(self, begin: str) -> sqlite3.Connection:
        # SQLite waits for another process's write by itself, but not while that process is creating the
        # file or, as the last to close it, is merging its log. Both take moments.
        give_up = time.monotonic() + BUSY_SECONDS
        while True:
            # `isolation_level=None`: the code itself begins and ends transactions.
            connection = sqlite3.connect(
                self.path.absolute(), timeout=BUSY_SECONDS, isolation_level=None
            )
            try:
                _begin(connection, begin)
            except (sqlite3.Error, NewerSchemaError) as error:
                connection.close()
                if not _name(error).startswith("SQLITE_BUSY") or time.monotonic() > give_up:
                    raise
                time.sleep(0.01)
            else:
                return connection


def _begin(connection: sqlite3.Connection, begin: str) -> None:
    # Some builds of SQLite sync the log late: a power cut would lose the last turns.
    connection.execute("PRAGMA synchronous = FULL")
    # A damaged text must not hide the rest: it is skipped where it cannot be decoded as a record.
    connection.text_factory = lambda text: text.decode(errors="replace")
    migrate(connection)
    connection.execute(begin)
    # A plain BEGIN takes its lock and its snapshot only with the first read.
    connection.execute("SELECT number FROM migration").fetchone()


def _explained(path: Path, error: sqlite3.Error) -> str:
    """What went wrong with the file, and what to do; SQLite's own messages quote no values."""
    name = _name(error)
    folder = path.absolute().parent
    if not folder.is_dir():
        advice = f"there is no folder {folder}: create it"
    elif name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM")):
        advice = f"let this user write the file and its folder {folder}"
    elif name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        advice = "it is damaged or no SQLite database: move it away and bring back a copy"
    elif name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        advice = "another program holds it for long: end that program"
    elif name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        advice = "the disk is full or failing: make room on it"
    else:
        advice = "see that it is a file of Limber Back's own"
    return (
        f"cannot keep progress in {path} ({error}): {advice},"
        " or set LIMBER_STORE=sqlite:<path> to a file that can be written"
    )


def _name(error: Exception) -> str:
    """SQLite's name for an error, such as `SQLITE_BUSY`; Python's own errors have no name."""
    return getattr(error, "sqlite_errorname", "")
