"""Progress in one SQLite file, the default; any number of processes and threads may use it.

Every call opens the file anew. That takes well under a millisecond, needs no care for threads and forks,
and finds a file again that was moved or repaired.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from skill.coach.person.backup import Backup, KeptPerson
from skill.coach.person.change import Change
from skill.coach.person.merging import merged
from skill.coach.person.practice_record import records_of
from skill.coach.person.profile import KEPT_HISTORY, Profile
from skill.coach.person.progress_store import ProgressStore
from skill.coach.person.totals import Finished, Recount
from skill.errors import ErasedError, StoreError, in_one_line
from skill.stores.reading import newest_first, refuse_overwriting
from skill.stores.sqlite.migrations import ForeignFileError, NewerSchemaError, migrate
from skill.stores.sqlite.rows import (
    Who,
    add_person,
    add_record,
    drop_devices_of_nobody,
    people_of,
    read_device,
    read_devices,
    read_finished,
    read_generation,
    read_left_by_others,
    read_own,
    read_preferences,
    recount,
    save_device,
    write_preferences,
)

BUSY_SECONDS = 1.5
"""How many seconds a call waits for other processes, and twice that at worst; Alexa waits eight."""

TOMBSTONE_DAYS = 2
"""For how many days a deletion refuses the writes of older sessions: no session lasts that long."""

_TABLES = ("person", "practice", "erased")
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
            here = read_device(connection, account, device)
            profile = replace(read_own(connection, who), device=here)
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
            for record in records_of(change.practices, change.finished).values():
                add_record(connection, who, record)
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
            finished = read_finished(connection, (account, person), limit)
        return iter(newest_first(finished, since))

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

    def recount(self, account: str, person: str) -> Recount:
        """Work a person's totals out anew from their practices, and keep them so.

        Raises:
            StoreError: The file cannot be used; the message names it and says what to do.
        """
        with self._transaction("BEGIN IMMEDIATE") as connection:
            return recount(connection, (account, person))

    def people(self, account: str) -> tuple[str, ...]:
        """The ids of everybody of the household of whom something is kept.

        Raises:
            StoreError: The file cannot be used; the message names it and says what to do.
        """
        with self._transaction("BEGIN") as connection:
            return people_of(connection, account, _TABLES)

    def back_up(self, account: str, at: datetime) -> Backup:
        """Everything kept of a household, as of one moment.

        Raises:
            StoreError: The file cannot be used; the message names it and says what to do.
        """
        with self._transaction("BEGIN") as connection:
            people = sorted(people_of(connection, account, _TABLES))
            return Backup(
                at,
                tuple(_read_person(connection, (account, person), at) for person in people),
                read_devices(connection, account),
            )

    def restore(self, account: str, backup: Backup) -> None:
        """Keep everything that a backup holds, in one transaction.

        Raises:
            BackupError: Something is kept of one of its people already; nothing was written.
            StoreError: Nothing was written; the message names the file and says what to do.
        """
        with self._transaction("BEGIN IMMEDIATE") as connection:
            known = people_of(connection, account, _TABLES[:-1])
            for kept in backup.people:
                if kept.is_bare:
                    continue
                if kept.profile.person in known:
                    refuse_overwriting(kept.profile.person)
                add_person(connection, (account, kept.profile.person), kept)
            for device in backup.devices:
                save_device(connection, account, device, backup.at)

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        """A connection in a transaction: committed at the end, rolled back by any exception."""
        try:
            with closing(self._begun(begin)) as connection:
                yield connection
                connection.execute("COMMIT")
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise StoreError(_explained(self.path, error)) from error
        except UnicodeEncodeError as error:
            raise StoreError("an id or a name that was to be kept is no valid text") from error
        except ForeignFileError as error:
            raise StoreError(
                f"{self.path} is damaged or another program's: move it away and bring back a copy,"
                " or set LIMBER_STORE=sqlite:<path> to another file"
            ) from error
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
            except (sqlite3.Error, UnicodeDecodeError, ForeignFileError, NewerSchemaError) as error:
                connection.close()
                if not _name(error).startswith("SQLITE_BUSY") or time.monotonic() > give_up:
                    raise
                time.sleep(0.01)
            else:
                return connection


def _read_person(connection: sqlite3.Connection, who: Who, at: datetime) -> KeptPerson:
    finished = newest_first(read_finished(connection, who), at - KEPT_HISTORY)
    return KeptPerson(read_own(connection, who), finished)


def _begin(connection: sqlite3.Connection, begin: str) -> None:
    # Some builds of SQLite sync the log late: a power cut would lose the last turns.
    connection.execute("PRAGMA synchronous = FULL")
    # A damaged text must not hide the rest: it is skipped where it cannot be decoded as a record.
    connection.text_factory = lambda text: text.decode(errors="replace")
    migrate(connection)
    connection.execute(begin)
    # A plain BEGIN takes its lock and its snapshot only with the first read.
    connection.execute("SELECT number FROM migration").fetchone()


def _explained(path: Path, error: sqlite3.Error | UnicodeDecodeError) -> str:
    """What went wrong with the file, and what to do; SQLite's own messages quote no values."""
    # Where the schema is damaged SQLite names what it found there, and Python cannot read that.
    unreadable = isinstance(error, UnicodeDecodeError)
    name = "SQLITE_CORRUPT" if unreadable else _name(error)
    why = "its schema is no text" if unreadable else error
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
    return in_one_line(
        f"cannot keep progress in {path} ({why}): {advice},"
        " or set LIMBER_STORE=sqlite:<path> to a file that can be written"
    )


def _name(error: Exception) -> str:
    """SQLite's name for an error, such as `SQLITE_BUSY`; Python's own errors have no name."""
    return getattr(error, "sqlite_errorname", "")
