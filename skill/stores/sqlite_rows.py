"""The rows of the SQLite file: reading and writing them in an open transaction."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from skill.coach.person.backup import KeptPerson
from skill.coach.person.device import KEPT_DEVICE, KnownDevice, encode_device
from skill.coach.person.encoding import Json, decode_time, encode_time
from skill.coach.person.preferences import Preferences, encode_preferences
from skill.coach.person.profile import (
    KEPT_DAYS,
    KEPT_HISTORY,
    Finished,
    Profile,
    SavedPractice,
    Tally,
    kept_practices,
    visible_to,
)
from skill.coach.person.profile_encoding import (
    decode_finished,
    decode_saved,
    decode_tallies,
    encode_finished,
    encode_saved,
)
from skill.stores.reading import fields_from_text, from_text, last_days, readable, recent, to_text

Who = tuple[str, str]
"""The ids of the account and of the person."""


def people_of(connection: sqlite3.Connection, account: str, tables: Sequence[str]) -> tuple[str, ...]:
    """Everybody of a household of whom one of these tables has a row."""
    query = " UNION ".join(
        f"SELECT person FROM {table} WHERE account = :account"  # noqa: S608
        for table in tables
    )
    rows = connection.execute(query, {"account": account})
    return tuple(person for (person,) in rows if isinstance(person, str))


def read_own(connection: sqlite3.Connection, who: Who) -> Profile:
    """What is kept of a person, without anything of others and of devices."""
    return Profile(
        who[1],
        read_preferences(connection, who),
        kept_practices(read_practices(connection, who)),
        stretches=read_totals(connection, who, "stretch"),
        days=recent(read_totals(connection, who, "day")),
        lately=read_last_days(connection, who),
        generation=read_generation(connection, who),
    )


def read_preferences(connection: sqlite3.Connection, who: Who) -> Preferences:
    """A person's preferences; what cannot be read is as by default."""
    query = "SELECT preferences FROM profile WHERE account = ? AND person = ?"
    row = connection.execute(query, who).fetchone()
    return fields_from_text(Preferences, row[0] if row else None)


def read_practices(connection: sqlite3.Connection, who: Who) -> list[SavedPractice]:
    """The practices kept of a person; what cannot be read is left out."""
    query = "SELECT saved FROM practice WHERE account = ? AND person = ?"
    decoded = [from_text(decode_saved, row[0]) for row in connection.execute(query, who)]
    return [saved for saved in decoded if saved is not None]


def read_left_by_others(connection: sqlite3.Connection, who: Who) -> list[SavedPractice]:
    """The practices kept of others in the household that this person may be shown."""
    account, person = who
    query = "SELECT DISTINCT person FROM practice WHERE account = ? ORDER BY person"
    others = [other for (other,) in connection.execute(query, (account,))]
    return [
        saved
        for other in others
        if visible_to(person, other)
        for saved in read_practices(connection, (account, other))
    ]


def read_totals(connection: sqlite3.Connection, who: Who, kind: str) -> dict[str, Tally]:
    """Totals of one kind, `stretch` or `day`, by the stretch's id or the day."""
    query = "SELECT name, count, seconds FROM total WHERE account = ? AND person = ? AND kind = ?"
    totals: dict[str, Tally] = {}
    for name, count, seconds in connection.execute(query, (*who, kind)):
        totals |= readable(decode_tallies, {name: [count, seconds]}) or {}
    return totals


def read_last_days(connection: sqlite3.Connection, who: Who) -> dict[str, str]:
    """The last day on which each stretch was finished, as ISO text, by the stretch's id."""
    query = "SELECT name, last FROM total WHERE account = ? AND person = ? AND kind = 'stretch'"
    return last_days(dict(connection.execute(query, who).fetchall()))


def read_generation(connection: sqlite3.Connection, who: Who) -> str:
    """The id of the last deletion; empty where there was none."""
    query = "SELECT generation FROM erased WHERE account = ? AND person = ?"
    row = connection.execute(query, who).fetchone()
    return str(row[0]) if row else ""


def read_finished(connection: sqlite3.Connection, who: Who, limit: int | None = None) -> list[Finished]:
    """A person's finished stretches, or the last of them; what cannot be read is left out."""
    rows = connection.execute(
        "SELECT practice, item, stretch, at, day, seconds FROM finished"
        " WHERE account = ? AND person = ? ORDER BY practice DESC, item DESC LIMIT ?",
        (*who, -1 if limit is None else limit),
    ).fetchall()
    keys = ("practice", "item", "stretch", "at", "day", "seconds")
    decoded = (readable(decode_finished, dict(zip(keys, row, strict=True))) for row in rows)
    return [entry for entry in decoded if entry is not None]


def add_person(connection: sqlite3.Connection, who: Who, kept: KeptPerson) -> None:
    """Add everything that a backup holds of somebody of whom nothing is kept."""
    profile = kept.profile
    write_preferences(connection, who, profile.preferences)
    for saved in profile.practices:
        save_practice(connection, who, saved)
    for entry in kept.history:
        _insert_finished(connection, who, encode_finished(entry))
    totals = [("day", day, tally, "") for day, tally in profile.days.items()]
    for name in sorted({*profile.stretches, *profile.lately}):
        tally = profile.stretches.get(name, Tally())
        totals.append(("stretch", name, tally, profile.lately.get(name, "")))
    for kind, name, tally, last in totals:
        connection.execute(
            "INSERT INTO total (account, person, kind, name, count, seconds, last)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*who, kind, name, tally.count, tally.seconds, last),
        )


def add_finished(connection: sqlite3.Connection, who: Who, finished: Json) -> None:
    """Add a finished stretch and count it in the totals, unless it is there already.

    Stretches that are too old to be kept are deleted on the way.
    """
    if not _insert_finished(connection, who, finished):
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
    oldest = encode_time(decode_time(finished["at"]) - KEPT_HISTORY)
    connection.execute(
        "DELETE FROM finished WHERE account = ? AND person = ? AND at < ?", (*who, oldest)
    )


def _insert_finished(connection: sqlite3.Connection, who: Who, finished: Json) -> bool:
    """Whether a finished stretch was not there yet, and is now."""
    added = connection.execute(
        "INSERT INTO finished (account, person, practice, item, stretch, at, day, seconds)"
        " VALUES (:account, :person, :practice, :item, :stretch, :at, :day, :seconds)"
        " ON CONFLICT DO NOTHING",
        {"account": who[0], "person": who[1], **finished},
    )
    return bool(added.rowcount)


def save_practice(connection: sqlite3.Connection, who: Who, saved: SavedPractice) -> None:
    """Set a practice's place, unless the kept one is as new or newer."""
    encoded = encode_saved(saved)
    connection.execute(
        "INSERT INTO practice (account, person, id, at, saved) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET at = excluded.at, saved = excluded.saved"
        " WHERE at < excluded.at",
        (*who, saved.practice.id, encoded["at"], to_text(encoded)),
    )


def drop_surplus_practices(connection: sqlite3.Connection, who: Who) -> None:
    """Delete a person's practices beyond the number that is kept."""
    practices = read_practices(connection, who)
    kept = kept_practices(practices)
    for saved in practices:
        if saved not in kept:
            connection.execute(
                "DELETE FROM practice WHERE account = ? AND person = ? AND id = ?",
                (*who, saved.practice.id),
            )


def write_preferences(connection: sqlite3.Connection, who: Who, preferences: Preferences) -> None:
    """Keep a person's preferences in place of the earlier ones."""
    connection.execute(
        "INSERT INTO profile (account, person, preferences) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET preferences = excluded.preferences",
        (*who, to_text(encode_preferences(preferences))),
    )


def read_device(connection: sqlite3.Connection, account: str, device: str) -> KnownDevice:
    """What is known of a device; what cannot be read is as by default."""
    query = "SELECT known FROM device WHERE account = ? AND device = ?"
    row = connection.execute(query, (account, device)).fetchone()
    return replace(fields_from_text(KnownDevice, row[0] if row else None), key=device)


def read_devices(connection: sqlite3.Connection, account: str) -> tuple[KnownDevice, ...]:
    """The devices of a household; what cannot be read is as by default."""
    query = "SELECT device, known FROM device WHERE account = ? ORDER BY device"
    return tuple(
        replace(fields_from_text(KnownDevice, text), key=device)
        for device, text in connection.execute(query, (account,))
        if isinstance(device, str)
    )


def save_device(connection: sqlite3.Connection, account: str, device: KnownDevice, at: datetime) -> None:
    """Keep what is known of a device, unless something later is kept; what is old goes in passing."""
    connection.execute(
        "INSERT INTO device (account, device, at, known) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET at = excluded.at, known = excluded.known"
        " WHERE at <= excluded.at",
        (account, device.key, encode_time(at), to_text(encode_device(device))),
    )
    connection.execute(
        "DELETE FROM device WHERE account = ? AND at < ?", (account, encode_time(at - KEPT_DEVICE))
    )


def drop_devices_of_nobody(connection: sqlite3.Connection, account: str, tables: Sequence[str]) -> None:
    """Delete what is known of a household's devices where nothing is kept of anybody in these tables."""
    for table in tables:
        query = f"SELECT 1 FROM {table} WHERE account = ? LIMIT 1"  # noqa: S608
        if connection.execute(query, (account,)).fetchone() is not None:
            return
    connection.execute("DELETE FROM device WHERE account = ?", (account,))
