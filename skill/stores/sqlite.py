"""Progress in one SQLite file: the embedded default, for any number of processes and threads.

Every call opens the file anew. That costs well under a millisecond and needs no care for threads
and forks, and a file that was moved or mended is found again.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from skill.coach import encoding
from skill.coach.encoding import Json
from skill.coach.merging import merged
from skill.coach.ports import ProgressStore
from skill.coach.progress import (
    KEPT_DAYS,
    KEPT_HISTORY,
    Change,
    Finished,
    Preferences,
    Profile,
    SavedPractice,
    Tally,
    kept_practices,
    visible_to,
)
from skill.errors import ErasedError, StoreError
from skill.stores.migrations import NewerSchemaError, migrate
from skill.stores.reading import (
    from_text,
    last_days,
    newest_first,
    not_before,
    readable,
    recent,
    to_text,
)

BUSY_SECONDS = 1.5
"""How long a call waits for other processes, twice that at worst; Alexa waits eight seconds."""

TOMBSTONE_DAYS = 2
"""For how long a deletion refuses the writes of older sessions: no session lasts that long."""

_TABLES = ("profile", "practice", "total", "finished", "erased")
"""Every table with a person in it."""

Who = tuple[str, str]
"""The account and the person."""


class SqliteStore(ProgressStore):
    """Keeps progress in one file, which it creates, in a folder, which it does not."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)

    def open(self, account: str, person: str) -> Profile:
        """A person's profile, as of one moment; an empty one where nothing is kept.

        Raises:
            StoreError: The file cannot be used; the message names it and says what to do.
        """
        who = (account, person)
        # Without a transaction each SELECT could see another moment.
        with self._transaction("BEGIN") as connection:
            profile = Profile(
                person,
                _preferences(connection, who),
                kept_practices(_practices(connection, who)),
                stretches=_totals(connection, who, "stretch"),
                days=recent(_totals(connection, who, "day")),
                lately=_last_days(connection, who),
                generation=_generation(connection, who),
            )
            return profile.in_household(_left_by_others(connection, who))

    def write(self, account: str, person: str, change: Change) -> None:
        """Add one turn's change in one transaction.

        Raises:
            ErasedError: What the change builds on has been deleted.
            StoreError: Nothing was written; the message names the file and says what to do.
        """
        if change.is_empty:
            return
        who = (account, person)
        # A deferred transaction that turns from reading to writing fails at once where another
        # process has written in between; an immediate one waits its turn.
        with self._transaction("BEGIN IMMEDIATE") as connection:
            if _generation(connection, who) != change.generation:
                raise ErasedError("what this session knew has been deleted")
            for finished in change.finished:
                _finish(connection, who, encoding.encode_finished(finished))
            for saved in change.practices:
                _save(connection, who, saved)
            if change.practices:
                _drop_surplus(connection, who)
            if change.preferences is not None:
                kept = _preferences(connection, who)
                _prefer(connection, who, merged(change.known, change.preferences, kept))

    def history(
        self, account: str, person: str, since: datetime, limit: int | None = None
    ) -> Iterator[Finished]:
        """What a person finished since then, the newest first.

        Raises:
            StoreError: The file cannot be used; at the call, not while iterating.
        """
        with self._transaction("BEGIN") as connection:
            rows = connection.execute(
                "SELECT practice, item, stretch, at, day, seconds FROM finished"
                " WHERE account = ? AND person = ? ORDER BY practice DESC, item DESC LIMIT ?",
                (account, person, -1 if limit is None else limit),
            ).fetchall()
        keys = ("practice", "item", "stretch", "at", "day", "seconds")
        tables = (dict(zip(keys, row, strict=True)) for row in rows)
        decoded = (readable(encoding.decode_finished, table) for table in tables)
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
        return Profile(person, generation=generation)

    def erase(self, account: str, person: str, seconds: float) -> bool:  # noqa: ARG002
        """True: `hide` has deleted it all."""
        return True

    def people(self, account: str) -> tuple[str, ...]:
        """Everybody of the household of whom something is kept.

        Raises:
            StoreError: The file cannot be used; the message names it and says what to do.
        """
        with self._transaction("BEGIN") as connection:
            query = " UNION ".join(
                f"SELECT person FROM {table} WHERE account = :account"  # noqa: S608
                for table in _TABLES
            )
            return tuple(who for (who,) in connection.execute(query, {"account": account}))

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[sqlite3.Connection]:
        """A connection inside a transaction: committed at the end, undone by any exception."""
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
        # SQLite waits by itself for another's write, but not where another process is just making
        # the file or, as the last to close it, folding its log in: that is a matter of moments.
        give_up = time.monotonic() + BUSY_SECONDS
        while True:
            # `isolation_level=None`: transactions begin and end where the code says so.
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
    # Some builds of SQLite sync the log lazily: a power cut would take the last turns.
    connection.execute("PRAGMA synchronous = FULL")
    # A damaged text must not hide the rest: it is skipped where it does not decode as a record.
    connection.text_factory = lambda text: text.decode(errors="replace")
    migrate(connection)
    connection.execute(begin)
    # A plain BEGIN waits with locking, and with its snapshot, for the first look.
    connection.execute("SELECT number FROM migration").fetchone()


def _preferences(connection: sqlite3.Connection, who: Who) -> Preferences:
    query = "SELECT preferences FROM profile WHERE account = ? AND person = ?"
    row = connection.execute(query, who).fetchone()
    kept = from_text(encoding.decode_preferences, row[0]) if row else None
    return kept if kept is not None else Preferences()


def _practices(connection: sqlite3.Connection, who: Who) -> list[SavedPractice]:
    query = "SELECT saved FROM practice WHERE account = ? AND person = ?"
    decoded = [from_text(encoding.decode_saved, row[0]) for row in connection.execute(query, who)]
    return [saved for saved in decoded if saved is not None]


def _left_by_others(connection: sqlite3.Connection, who: Who) -> list[SavedPractice]:
    account, person = who
    query = "SELECT DISTINCT person FROM practice WHERE account = ? ORDER BY person"
    others = [other for (other,) in connection.execute(query, (account,))]
    return [
        saved
        for other in others
        if visible_to(person, other)
        for saved in _practices(connection, (account, other))
    ]


def _totals(connection: sqlite3.Connection, who: Who, kind: str) -> dict[str, Tally]:
    query = "SELECT name, count, seconds FROM total WHERE account = ? AND person = ? AND kind = ?"
    totals: dict[str, Tally] = {}
    for name, count, seconds in connection.execute(query, (*who, kind)):
        totals |= readable(encoding.decode_tallies, {name: [count, seconds]}) or {}
    return totals


def _last_days(connection: sqlite3.Connection, who: Who) -> dict[str, str]:
    query = "SELECT name, last FROM total WHERE account = ? AND person = ? AND kind = 'stretch'"
    return last_days(dict(connection.execute(query, who).fetchall()))


def _generation(connection: sqlite3.Connection, who: Who) -> str:
    query = "SELECT generation FROM erased WHERE account = ? AND person = ?"
    row = connection.execute(query, who).fetchone()
    return str(row[0]) if row else ""


def _finish(connection: sqlite3.Connection, who: Who, finished: Json) -> None:
    """Put a finished stretch and add it to the totals, unless it is there already.

    What is too old to be kept goes in passing.
    """
    added = connection.execute(
        "INSERT INTO finished (account, person, practice, item, stretch, at, day, seconds)"
        " VALUES (:account, :person, :practice, :item, :stretch, :at, :day, :seconds)"
        " ON CONFLICT DO NOTHING",
        {"account": who[0], "person": who[1], **finished},
    )
    if not added.rowcount:
        return
    for kind, last in (("stretch", finished["day"]), ("day", "")):
        connection.execute(
            "INSERT INTO total (account, person, kind, name, count, seconds, last)"
            " VALUES (?, ?, ?, ?, 1, ?, ?) ON CONFLICT DO UPDATE SET count = count + 1,"
            " seconds = seconds + excluded.seconds, last = max(coalesce(date(last), ''), excluded.last)",
            (*who, kind, finished[kind], finished["seconds"], last),
        )
    connection.execute(
        "DELETE FROM total WHERE account = ? AND person = ? AND kind = 'day' AND name < date(?, ?)",
        (*who, finished["day"], f"-{KEPT_DAYS - 1} days"),
    )
    oldest = encoding.encode_time(encoding.decode_time(finished["at"]) - KEPT_HISTORY)
    connection.execute(
        "DELETE FROM finished WHERE account = ? AND person = ? AND at < ?", (*who, oldest)
    )


def _save(connection: sqlite3.Connection, who: Who, saved: SavedPractice) -> None:
    """Set a practice's place where the one that is kept is older."""
    encoded = encoding.encode_saved(saved)
    connection.execute(
        "INSERT INTO practice (account, person, id, at, saved) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET at = excluded.at, saved = excluded.saved"
        " WHERE at < excluded.at",
        (*who, saved.practice.id, encoded["at"], to_text(encoded)),
    )


def _drop_surplus(connection: sqlite3.Connection, who: Who) -> None:
    practices = _practices(connection, who)
    kept = kept_practices(practices)
    for saved in practices:
        if saved not in kept:
            connection.execute(
                "DELETE FROM practice WHERE account = ? AND person = ? AND id = ?",
                (*who, saved.practice.id),
            )


def _prefer(connection: sqlite3.Connection, who: Who, preferences: Preferences) -> None:
    connection.execute(
        "INSERT INTO profile (account, person, preferences) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET preferences = excluded.preferences",
        (*who, to_text(encoding.encode_preferences(preferences))),
    )


def _explained(path: Path, error: sqlite3.Error) -> str:
    """What went wrong with the file, and what to do; SQLite's own words name no values."""
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
    """SQLite's name for an error, such as `SQLITE_BUSY`; Python's own errors have none."""
    return getattr(error, "sqlite_errorname", "")
