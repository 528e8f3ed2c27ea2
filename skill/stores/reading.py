"""What every store shows of what it keeps: the readable records, the newest ones.

Knows records and JSON; it must not know in what they are kept.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import NoReturn, TypeVar

from skill.coach.person.device import KnownDevice
from skill.coach.person.encoding import UNREADABLE, Json, day_in, readable_fields
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import KEPT_DAYS, Finished, Tally
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


def recent(days: Mapping[str, Tally]) -> dict[str, Tally]:
    """The totals of the last `KEPT_DAYS` days.

    Counted back from the newest day, not from today: so a store needs no clock, and simulated time
    cannot mislead it.
    """
    dated = {day: parsed for day in days if (parsed := as_date(day)) is not None}
    if not dated:
        return {}
    oldest = max(dated.values()) - timedelta(days=KEPT_DAYS - 1)
    return {day: days[day] for day, parsed in dated.items() if parsed >= oldest}


def last_days(days: Mapping[str, object]) -> dict[str, str]:
    """The last days that are kept, without values that are no dates."""
    return {name: day for name, day in days.items() if isinstance(day, str) and as_date(day) is not None}


def as_date(day: str) -> date | None:
    """ISO text as a date; None for anything but a day on which somebody can have stretched."""
    try:
        return date.fromisoformat(day_in(day))
    except UNREADABLE:
        return None
