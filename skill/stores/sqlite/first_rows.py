"""The rows of the first three steps of the SQLite file, moved into those of the fourth.

Until then a finished stretch was a row of its own, and so was each total. It reads rows as they were and
writes text as it was at that step, whatever records have become since: a released step is never edited.
"""

import json
import sqlite3
from collections import defaultdict
from typing import Any

Who = tuple[str, str]


def move(connection: sqlite3.Connection) -> None:
    """Move everything; what is no text where text was written is damage, and is left behind."""
    finished = _finished(connection)
    places = _places(connection)
    for who in sorted({*finished, *places}):
        entries, saved = finished.get(who, {}), places.get(who, {})
        for id_ in sorted({*entries, *saved}):
            at, text, ended = saved.get(id_, ("", "", 0))
            told = entries.get(id_, [])
            last = max([at, *(entry["at"] for entry in told)])
            connection.execute(
                "INSERT INTO practice (account, person, id, at, ended, last, saved, finished)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*who, id_, at, ended, last, text, _to_text(told)),
            )
    _move_people(connection, finished)


def _finished(connection: sqlite3.Connection) -> dict[Who, dict[str, list[dict[str, Any]]]]:
    """The finished stretches of each person, by the practice."""
    found: dict[Who, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    names = ("practice", "item", "stretch", "at", "day", "seconds")
    for account, person, *values in connection.execute(
        "SELECT account, person, practice, item, stretch, at, day, seconds FROM finished"
        " ORDER BY account, person, practice, item"
    ):
        practice, item, stretch, at, day, seconds = values
        texts = (account, person, practice, stretch, at, day)
        if all(isinstance(text, str) for text in texts) and _are_whole(item, seconds):
            found[account, person][practice].append(dict(zip(names, values, strict=True)))
    return found


def _places(connection: sqlite3.Connection) -> dict[Who, dict[str, tuple[str, str, int]]]:
    """The places of each person's practices: when they were saved, their text, if they ended."""
    found: dict[Who, dict[str, tuple[str, str, int]]] = defaultdict(dict)
    for row in connection.execute("SELECT account, person, id, at, saved FROM old_practice"):
        if all(isinstance(text, str) for text in row):
            account, person, id_, at, text = row
            found[account, person][id_] = (at, text, _has_ended(text))
    return found


def _move_people(
    connection: sqlite3.Connection, finished: dict[Who, dict[str, list[dict[str, Any]]]]
) -> None:
    totals: dict[Who, dict[str, dict[str, Any]]] = defaultdict(
        lambda: {"stretches": {}, "days": {}, "lately": {}}
    )
    for account, person, kind, name, count, seconds, last in connection.execute(
        "SELECT account, person, kind, name, count, seconds, last FROM total"
    ):
        known = totals[account, person]
        if not isinstance(name, str) or not _are_whole(count, seconds):
            continue
        known["stretches" if kind == "stretch" else "days"][name] = [count, seconds]
        if kind == "stretch" and isinstance(last, str):
            known["lately"][name] = last
    rows = connection.execute("SELECT account, person, preferences FROM profile")
    preferences = {(account, person): text for account, person, text in rows}
    for who in sorted({*totals, *preferences, *finished}, key=str):
        kept = totals.get(who)
        before = _beyond(kept, finished.get(who, {})) if kept is not None else None
        connection.execute(
            "INSERT INTO person (account, person, preferences, totals, before) VALUES (?, ?, ?, ?, ?)",
            (*who, preferences.get(who, "{}"), _to_text(kept) if kept else "", before or ""),
        )


def _beyond(totals: dict[str, Any], finished: dict[str, list[dict[str, Any]]]) -> str:
    """What of the totals the stretches that are kept do not account for, as text; empty for nothing."""
    kinds = ("stretches", "days")
    left = {kind: {name: list(pair) for name, pair in totals[kind].items()} for kind in kinds}
    for entry in (entry for entries in finished.values() for entry in entries):
        for kind, name in (("stretches", entry["stretch"]), ("days", entry["day"])):
            if name in left[kind]:
                left[kind][name][0] -= 1
                left[kind][name][1] -= entry["seconds"]
    for kind in left:
        left[kind] = {name: [n, max(0, s)] for name, (n, s) in left[kind].items() if n > 0}
    if not any(left.values()):
        return ""
    return _to_text({**left, "lately": totals["lately"]})


def _has_ended(text: str) -> int:
    try:
        return int(json.loads(text)["ended"] is True)
    except (ValueError, KeyError, TypeError, RecursionError):
        return 0


def _are_whole(*values: object) -> bool:
    return all(isinstance(value, int) and value >= 0 for value in values)


def _to_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
