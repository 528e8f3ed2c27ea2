"""What every store shows of what it keeps: the readable records, the newest ones.

Knows records and JSON; it must not know in what they are kept.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import NoReturn, TypeVar

from skill.coach.person.device import KnownDevice
from skill.coach.person.encoding import Json, readable_fields
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile_encoding import decode_tallies, encode_tallies
from skill.coach.person.totals import Finished, Tally, Totals, as_date
from skill.errors import BackupError, UnreadableStateError

Record = TypeVar("Record")

Kept = TypeVar("Kept", Preferences, KnownDevice)


def to_text(value: Json) -> str:
    """A JSON value as short text."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def fields_from_text(kind: type[Kept], text: object) -> Kept:
    """JSON text as a record, whatever of it can be read; the rest is as by default."""
    kept = from_text(lambda value: readable_fields(kind, value), text)
    return kept if kept is not None else kind()


def from_text(decode: Callable[[Json], Record], text: object) -> Record | None:
    """JSON text as a record; None where it is not one, so that the others can still be read."""
    try:
        return readable(decode, json.loads(text)) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return None


def readable(decode: Callable[[Json], Record], value: Json) -> Record | None:
    """A JSON value as a record; None where it is not one."""
    try:
        return decode(value)
    except UnreadableStateError:
        return None


def newest_first(history: Iterable[Finished], since: datetime) -> tuple[Finished, ...]:
    """What was finished since a moment, in the order that `ProgressStore.history` promises."""
    lately = (finished for finished in history if finished.finished_at >= since)
    return tuple(sorted(lately, key=lambda f: (f.finished_at, f.practice, f.item), reverse=True))


def refuse_overwriting(person: str) -> NoReturn:
    """Say that something is kept already of somebody whom a backup is to bring.

    Raises:
        BackupError: Always.
    """
    raise BackupError(
        f"of {person!r} something is kept already, and nothing is overwritten: import it for another"
        " --user or into another --store, or delete what is kept before"
    )


def encode_totals(totals: Totals) -> Json:
    """Totals as a table."""
    return {
        "stretches": encode_tallies(totals.stretches),
        "days": encode_tallies(totals.days),
        "lately": dict(totals.lately),
    }


def totals_in(value: Json) -> Totals | None:
    """A table as totals, whatever of it can be read; None where it is no such table."""
    if not isinstance(value, dict):
        return None
    stretches, days, lately = (value.get(name) for name in ("stretches", "days", "lately"))
    if not isinstance(stretches, dict) or not isinstance(days, dict) or not isinstance(lately, dict):
        return None
    known = {day: tally for day, tally in _tallies(days).items() if as_date(day) is not None}
    return Totals(_tallies(stretches), known, last_days(lately))


def _tallies(table: Mapping[str, Json]) -> dict[str, Tally]:
    whole = readable(decode_tallies, table)
    if whole is not None:
        return whole
    read: dict[str, Tally] = {}
    for name, pair in table.items():
        read |= readable(decode_tallies, {name: pair}) or {}
    return read


def last_days(days: Mapping[str, object]) -> dict[str, str]:
    """The last days that are kept, without values that are no dates."""
    return {name: day for name, day in days.items() if isinstance(day, str) and as_date(day) is not None}
