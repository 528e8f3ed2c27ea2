"""The store in one file: SQLite, for a terminal, a browser or a service of one's own."""

from skill.stores.sqlite.store import SqliteStore

__all__ = ["SqliteStore"]
