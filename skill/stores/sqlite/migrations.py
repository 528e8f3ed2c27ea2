"""The tables of the SQLite file, as the migrations that make them.

A migration that has been released is never edited: a change of the tables is a new one below it.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from skill.stores.sqlite import first_rows


class NewerSchemaError(Exception):
    """The file has had migrations that this version does not know."""


class ForeignFileError(Exception):
    """The file has something in it, and no table that says which migrations it has had."""


@dataclass(frozen=True)
class Migration:
    """One change of the tables, applied once to each file."""

    number: int
    name: str
    statements: tuple[str, ...]
    """SQL, run in this order."""
    move: Callable[[sqlite3.Connection], None] | None = None
    """What moves rows that SQL alone cannot; run after the statements."""
    then: tuple[str, ...] = ()
    """SQL, run in this order at the end."""


MIGRATIONS = (
    Migration(
        1,
        "progress",
        (
            """
            CREATE TABLE profile (
                account TEXT NOT NULL, person TEXT NOT NULL,
                preferences TEXT NOT NULL,
                PRIMARY KEY (account, person)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE practice (
                account TEXT NOT NULL, person TEXT NOT NULL, id TEXT NOT NULL,
                at TEXT NOT NULL, saved TEXT NOT NULL,
                PRIMARY KEY (account, person, id)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE total (
                account TEXT NOT NULL, person TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
                count INTEGER NOT NULL, seconds INTEGER NOT NULL,
                PRIMARY KEY (account, person, kind, name)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE finished (
                account TEXT NOT NULL, person TEXT NOT NULL,
                practice TEXT NOT NULL, item INTEGER NOT NULL,
                stretch TEXT NOT NULL, at TEXT NOT NULL, day TEXT NOT NULL,
                seconds INTEGER NOT NULL,
                PRIMARY KEY (account, person, practice, item)
            ) WITHOUT ROWID
            """,
            # A history is read from the newest stretch on.
            "CREATE INDEX finished_by_time ON finished (account, person, at, practice, item)",
        ),
    ),
    Migration(
        2,
        "last days and deletion",
        (
            # The last day on which a stretch was finished; empty in a day's total.
            "ALTER TABLE total ADD COLUMN last TEXT NOT NULL DEFAULT ''",
            """
            UPDATE total SET last = coalesce((
                SELECT max(day) FROM finished WHERE finished.account = total.account
                AND finished.person = total.person AND finished.stretch = total.name), '')
            WHERE kind = 'stretch'
            """,
            # Tombstones. `at` is SQLite's own time, by which old ones are deleted after some days.
            """
            CREATE TABLE erased (
                account TEXT NOT NULL, person TEXT NOT NULL, generation TEXT NOT NULL,
                at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
                PRIMARY KEY (account, person)
            ) WITHOUT ROWID
            """,
        ),
    ),
    Migration(
        3,
        "devices",
        (
            """
            CREATE TABLE device (
                account TEXT NOT NULL, device TEXT NOT NULL,
                at TEXT NOT NULL, known TEXT NOT NULL,
                PRIMARY KEY (account, device)
            ) WITHOUT ROWID
            """,
        ),
    ),
    Migration(
        4,
        "a practice is the record",
        (
            "ALTER TABLE practice RENAME TO old_practice",
            """
            CREATE TABLE person (
                account TEXT NOT NULL, person TEXT NOT NULL,
                preferences TEXT NOT NULL DEFAULT '{}',
                totals TEXT NOT NULL DEFAULT '', before TEXT NOT NULL DEFAULT '',
                PRIMARY KEY (account, person)
            ) WITHOUT ROWID
            """,
            """
            CREATE TABLE practice (
                account TEXT NOT NULL, person TEXT NOT NULL, id TEXT NOT NULL,
                at TEXT NOT NULL, ended INTEGER NOT NULL, last TEXT NOT NULL,
                saved TEXT NOT NULL, finished TEXT NOT NULL,
                PRIMARY KEY (account, person, id)
            ) WITHOUT ROWID
            """,
        ),
        first_rows.move,
        (
            # A visit is shown the newest places, and a write lets the oldest practices go.
            "CREATE INDEX practice_by_place ON practice (account, person, ended, at, id)",
            "CREATE INDEX practice_by_age ON practice (account, person, last)",
            "DROP TABLE old_practice",
            "DROP TABLE finished",
            "DROP TABLE total",
            "DROP TABLE profile",
        ),
    ),
)
"""All migrations, in order."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file up to date; for a file that is, this reads one table.

    Args:
        connection: In autocommit mode, outside a transaction.

    Raises:
        ForeignFileError: The file is damaged or another program's.
        NewerSchemaError: The file was written by a newer version.
        sqlite3.Error: The file cannot be used.
    """
    if _pending(connection):
        # In this mode readers and a writer do not wait for each other. The file keeps it: it is set
        # once.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        # Looked up again: another process may have done it while this one waited.
        for migration in _pending(connection):
            _apply(connection, migration)
        connection.execute("COMMIT")


def _pending(connection: sqlite3.Connection) -> tuple[Migration, ...]:
    if not _has_migrations(connection):
        # A process that makes the file writes its first page before the tables. More pages come with
        # them, in one transaction: where there are more, the tables can be seen by now.
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        if pages > 1 and not _has_migrations(connection):
            raise ForeignFileError
        return _pending(connection) if pages > 1 else MIGRATIONS
    applied = {row[0] for row in connection.execute("SELECT number FROM migration")}
    if not applied <= {migration.number for migration in MIGRATIONS}:
        raise NewerSchemaError
    return tuple(migration for migration in MIGRATIONS if migration.number not in applied)


def _has_migrations(connection: sqlite3.Connection) -> bool:
    known = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migration'"
    return connection.execute(known).fetchone() is not None


def _apply(connection: sqlite3.Connection, migration: Migration) -> None:
    connection.execute(
        "CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL,"
        " applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')))"
    )
    for statement in migration.statements:
        connection.execute(statement)
    if migration.move is not None:
        migration.move(connection)
    for statement in migration.then:
        connection.execute(statement)
    connection.execute(
        "INSERT INTO migration (number, name) VALUES (?, ?)", (migration.number, migration.name)
    )
