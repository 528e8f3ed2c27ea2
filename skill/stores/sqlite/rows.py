"""The rows of the SQLite file: reading and writing them in an open transaction.

A practice is one row, with its place and with everything that was finished in it. A person is one row:
preferences, and the totals over all their practices, which each write brings up to date.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from skill.coach.person.backup import KeptPerson
from skill.coach.person.device import KEPT_DEVICE, KnownDevice, encode_device
from skill.coach.person.encoding import encode_time
from skill.coach.person.practice_record import PracticeRecord, all_finished, records_of
from skill.coach.person.preferences import Preferences, encode_preferences
from skill.coach.person.profile import (
    KEPT_HISTORY,
    SAVED_PRACTICES,
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
from skill.coach.person.totals import Finished, Recount, Totals
from skill.stores.reading import (
    encode_totals,
    fields_from_text,
    from_text,
    readable,
    to_text,
    totals_in,
)

Who = tuple[str, str]
"""The ids of the account and of the person."""

PRACTICE = "SELECT id, saved, finished FROM practice WHERE account = ? AND person = ?"


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
        read_places(connection, who),
        generation=read_generation(connection, who),
    ).with_totals(read_totals(connection, who).shown)


def read_preferences(connection: sqlite3.Connection, who: Who) -> Preferences:
    """A person's preferences; what cannot be read is as by default."""
    return fields_from_text(Preferences, _of_person(connection, who, "preferences"))


def read_places(connection: sqlite3.Connection, who: Who) -> tuple[SavedPractice, ...]:
    """The practices that a person is shown; what cannot be read is left out."""
    kept: list[SavedPractice] = []
    for ended in (0, 1):
        newest = f"{PRACTICE} AND ended = ? AND at > '' ORDER BY at DESC, id DESC"
        found = 0
        for record in _records(connection.execute(newest, (*who, ended))):
            shown = record.shown
            if shown is not None:
                kept.append(shown)
                found += 1
            if found == SAVED_PRACTICES:
                break
    return kept_practices(kept)


def read_left_by_others(connection: sqlite3.Connection, who: Who) -> list[SavedPractice]:
    """The practices kept of others in the household that this person may be shown."""
    account, person = who
    query = "SELECT person FROM person WHERE account = ? ORDER BY person"
    others = [other for (other,) in connection.execute(query, (account,))]
    return [
        saved
        for other in others
        if visible_to(person, other)
        for saved in read_places(connection, (account, other))
    ]


def read_totals(connection: sqlite3.Connection, who: Who) -> Totals:
    """A person's totals; where they cannot be read, worked out anew."""
    kept = _totals_of_person(connection, who, "totals")
    return kept if kept is not None else _counted_anew(connection, who)


def read_generation(connection: sqlite3.Connection, who: Who) -> str:
    """The id of the last deletion; empty where there was none."""
    query = "SELECT generation FROM erased WHERE account = ? AND person = ?"
    row = connection.execute(query, who).fetchone()
    return str(row[0]) if row else ""


def read_finished(connection: sqlite3.Connection, who: Who, limit: int | None = None) -> list[Finished]:
    """A person's finished stretches, or the last of them; what cannot be read is left out."""
    finished: list[Finished] = []
    for record in _records(connection.execute(f"{PRACTICE} ORDER BY id DESC", who)):
        finished += [record.finished[item] for item in sorted(record.finished, reverse=True)]
        if limit is not None and len(finished) >= limit:
            return finished[:limit]
    return finished


def add_person(connection: sqlite3.Connection, who: Who, kept: KeptPerson) -> None:
    """Add everything that a backup holds of somebody of whom nothing is kept."""
    write_preferences(connection, who, kept.profile.preferences)
    _write_totals(connection, who, kept.profile.totals, kept.before)
    for record in records_of(kept.profile.practices, kept.history).values():
        _write_record(connection, who, record)


def add_record(connection: sqlite3.Connection, who: Who, more: PracticeRecord) -> None:
    """Add what a change says of one practice, and count what is new of it in the totals."""
    row = connection.execute(f"{PRACTICE} AND id = ?", (*who, more.id))
    known = next(_records(row), PracticeRecord(more.id))
    after = known.merged(more)
    totals = read_totals(connection, who).plus(after.unlike(known))
    before = _totals_of_person(connection, who, "before") or Totals()
    _write_record(connection, who, after)
    _write_totals(connection, who, totals.shown, _with_what_goes(connection, who, after, before))


def recount(connection: sqlite3.Connection, who: Who) -> Recount:
    """Work a person's totals out anew from their practices, and keep them so."""
    before, after = read_totals(connection, who).shown, _counted_anew(connection, who)
    if before != after:
        carried = _totals_of_person(connection, who, "before") or Totals()
        _write_totals(connection, who, after, carried)
    return Recount(who[1], before, after)


def write_preferences(connection: sqlite3.Connection, who: Who, preferences: Preferences) -> None:
    """Keep a person's preferences in place of the earlier ones."""
    connection.execute(
        "INSERT INTO person (account, person, preferences) VALUES (?, ?, ?)"
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


def _records(rows: sqlite3.Cursor) -> Iterator[PracticeRecord]:
    """Rows as records; of one that is damaged, what can be read."""
    for id_, saved_text, finished_text in rows:
        saved = from_text(decode_saved, saved_text)
        if saved is not None and saved.practice.id != id_:
            saved = None
        told = (readable(decode_finished, value) for value in _list_in(finished_text))
        entries = [entry for entry in told if entry is not None and entry.practice == id_]
        finished = {entry.item: entry for entry in reversed(entries)}
        yield PracticeRecord(str(id_), saved, finished)


def _list_in(text: object) -> list[object]:
    """JSON text as a list; an empty one where it is none."""
    try:
        value = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        value = None
    return value if isinstance(value, list) else []


def _write_record(connection: sqlite3.Connection, who: Who, record: PracticeRecord) -> None:
    saved, last = record.saved, record.last_at
    connection.execute(
        "INSERT OR REPLACE INTO practice (account, person, id, at, ended, last, saved, finished)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *who,
            record.id,
            encode_time(saved.saved_at) if saved is not None else "",
            int(saved is not None and saved.ended),
            encode_time(last) if last is not None else "",
            to_text(encode_saved(saved)) if saved is not None else "",
            to_text([encode_finished(record.finished[item]) for item in sorted(record.finished)]),
        ),
    )


def _with_what_goes(
    connection: sqlite3.Connection, who: Who, newest: PracticeRecord, before: Totals
) -> Totals:
    """Delete the practices of which nothing has been heard for as long as a history is kept.

    Returns:
        What no practice that is left accounts for: what it was before, and what has gone.
    """
    if newest.last_at is None:
        return before
    old = (*who, encode_time(newest.last_at - KEPT_HISTORY))
    gone = list(_records(connection.execute(f"{PRACTICE} AND last < ?", old)))
    if gone:
        connection.execute("DELETE FROM practice WHERE account = ? AND person = ? AND last < ?", old)
    return before.plus(all_finished(gone))


def _write_totals(connection: sqlite3.Connection, who: Who, totals: Totals, before: Totals) -> None:
    carried = to_text(encode_totals(before)) if before != Totals() else ""
    connection.execute(
        "INSERT INTO person (account, person, totals, before) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET totals = excluded.totals, before = excluded.before",
        (*who, to_text(encode_totals(totals)), carried),
    )


def _totals_of_person(connection: sqlite3.Connection, who: Who, column: str) -> Totals | None:
    return from_text(totals_in, _of_person(connection, who, column))


def _of_person(connection: sqlite3.Connection, who: Who, column: str) -> object:
    query = f"SELECT {column} FROM person WHERE account = ? AND person = ?"  # noqa: S608
    row = connection.execute(query, who).fetchone()
    return row[0] if row else None


def _counted_anew(connection: sqlite3.Connection, who: Who) -> Totals:
    before = _totals_of_person(connection, who, "before") or Totals()
    return before.plus(all_finished(_records(connection.execute(PRACTICE, who)))).shown
