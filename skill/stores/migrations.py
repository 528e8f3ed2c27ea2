"""The tables of the SQLite file, as the steps that lead to them.

A step that has been released is never edited: a change of the tables is a new step below it.
"""

import sqlite3
from dataclasses import dataclass


class NewerSchemaError(Exception):
    """The file has steps that this version does not know."""


@dataclass(frozen=True)
class Migration:
    """One step, applied once to each file."""

    number: int
    name: str
    statements: tuple[str, ...]


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
            # A history is told from the newest on.
            "CREATE INDEX finished_by_time ON finished (account, person, at, practice, item)",
        ),
    ),
    Migration(
        2,
        "last days and deletion",
        (
            # The last day a stretch was finished on; for a day's total, empty.
            "ALTER TABLE total ADD COLUMN last TEXT NOT NULL DEFAULT ''",
            """
            UPDATE total SET last = coalesce((
                SELECT max(day) FROM finished WHERE finished.account = total.account
                AND finished.person = total.person AND finished.stretch = total.name), '')
            WHERE kind = 'stretch'
            """,
            # Tombstones. `at` is SQLite's own idea of now, for what goes by itself after some days.
            """
            CREATE TABLE erased (
                account TEXT NOT NULL, person TEXT NOT NULL, generation TEXT NOT NULL,
                at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
                PRIMARY KEY (account, person)
            ) WITHOUT ROWID
            """,
        ),
    ),
)
"""All steps, in order."""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a file up to date; a look at one table where it already is.

    Args:
        connection: One in autocommit mode, outside a transaction.

    Raises:
        NewerSchemaError: The file is ahead of this version.
        sqlite3.Error: The file cannot be used.
    """
    if _pending(connection):
        # Readers and a writer do not wait for each other. A property of the file: set once.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        # Looked at again: another process may have done it while this one waited.
        for migration in _pending(connection):
            _apply(connection, migration)
        connection.execute("COMMIT")


def _pending(connection: sqlite3.Connection) -> tuple[Migration, ...]:
    known = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migration'"
    if connection.execute(known).fetchone() is None:
        return MIGRATIONS
    applied = {row[0] for row in connection.execute("SELECT number FROM migration")}
    if not applied <= {migration.number for migration in MIGRATIONS}:
        raise NewerSchemaError
    return tuple(migration for migration in MIGRATIONS if migration.number not in applied)


def _apply(connection: sqlite3.Connection, migration: Migration) -> None:
    connection.execute(
        "CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL,"
        " applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')))"
    )
    for statement in migration.statements:
        connection.execute(statement)
    connection.execute(
        "INSERT INTO migration (number, name) VALUES (?, ?)", (migration.number, migration.name)
    )
