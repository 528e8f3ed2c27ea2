"""A person's sums as their head keeps them: totals, and which finished stretches are in them.

The sums are a function of the practices. A practice that is open (one of the household's newest, or one
that can still be gone on with) has the numbers of its items that are counted beside the totals, so that
what comes late or twice counts once; all of an older one is counted, and it is closed.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from skill.coach.person.encoding import UNREADABLE, Json, text_in, whole_in
from skill.coach.person.practice_record import PracticeRecord, shown_practices
from skill.coach.person.profile import kept_practices
from skill.coach.person.totals import Totals
from skill.errors import UnreadableStateError
from skill.stores.reading import encode_totals, to_text, totals_in

CAUTIONED = "cautioned "
"""What the fact of a caution begins with: the stretch is named already, and need not be once more."""

OPEN = 10
"""How many of a household's newest practices stay open for what comes late."""


@dataclass(frozen=True)
class Sums:
    """What is added up, and of what."""

    totals: Totals = Totals()
    before: Totals = Totals()
    """What of the totals no practice accounts for that was ever kept here: what a backup brought."""
    counted: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """The items that are in the totals, by the id of each open practice."""
    watermark: str = ""
    """The id of the oldest open practice: those that began before it are closed."""
    shown: frozenset[str] = frozenset()
    """The ids of the practices that a visit is shown, whatever their age: they are open, too."""
    facts: tuple[str, ...] = ()
    """What the person has learnt (`skill.coach.person.learning`): it names the same stretches again."""
    first: str = ""
    """The id of the first practice that was ever counted; empty where none was."""

    def with_all(self, records: Iterable[PracticeRecord]) -> Totals:
        """The totals with everything that was finished in some open practices."""
        new = [
            entry
            for record in records
            for item, entry in record.finished.items()
            if item not in self.counted.get(record.id, ())
        ]
        return self.totals.plus(new)


@dataclass(frozen=True)
class Fold:
    """What takes the place of a head's sums when a practice begins."""

    sums: Sums
    begun: frozenset[str] = frozenset()
    """The ids of the practices that the head says have begun since the last fold: they are in it."""
    told: frozenset[str] = frozenset()
    """The facts that the head has had by themselves since then: they are in it, too."""
    stamp: str | None = None
    """What the head was last written with: the fold holds for that head and no other."""


def folded(records: Iterable[PracticeRecord], household: Iterable[str], sums: Sums) -> Fold:
    """Totals with everything in them, in the form that a head keeps.

    Args:
        records: The person's practices that are open, or were until now.
        household: The ids of all practices of the household that are known, whoever's.
        sums: The sums to go on from, with the totals as they are to be.
    """
    own = {record.id: record for record in records}
    newest = sorted(household, reverse=True)[:OPEN]
    oldest_open = max(sums.watermark, newest[-1]) if len(newest) == OPEN else sums.watermark
    shown = frozenset(s.practice.id for s in kept_practices(shown_practices(own.values())))
    counted = {
        id_: frozenset(record.finished)
        for id_, record in own.items()
        if record.finished and (id_ >= oldest_open or id_ in shown)
    }
    first = min([id_ for id_ in (sums.first, *own) if id_], default="")
    return Fold(
        Sums(sums.totals.shown, sums.before, counted, oldest_open, shown, sums.facts, first),
    )


def encode_sums(sums: Sums) -> str:
    """Sums as short text: days as a row that ends with the newest, last days as days before that."""
    totals = sums.totals
    newest = max([*totals.days, *totals.lately.values()], default="")
    table: dict[str, Json] = {"n": newest, "d": _row(totals, newest), "s": _columns(totals, newest)}
    if sums.counted:
        table["c"] = {id_: sorted(items) for id_, items in sorted(sums.counted.items())}
    heard = {CAUTIONED + name for name in table["s"]} & set(sums.facts)
    for fact in heard:
        row = table["s"][fact.removeprefix(CAUTIONED)]
        row += [*[None] * (3 - len(row)), 1]
    if others := [fact for fact in sums.facts if fact not in heard]:
        table["t"] = others
    if sums.shown:
        table["k"] = sorted(sums.shown)
    table |= {key: id_ for key, id_ in (("w", sums.watermark), ("f", sums.first)) if id_}
    if sums.before != Totals():
        table["b"] = encode_totals(sums.before)
    return to_text(table)


def decode_sums(text: str | None) -> Sums | None:
    """Short text as sums; None where it is none."""
    if text is None:
        return None
    try:
        table = json.loads(text)
        newest = table["n"]
        days = {_before(newest, ago): pair for ago, pair in enumerate(reversed(table["d"])) if pair != 0}
        stretches = {name: pair[:2] for name, pair in table["s"].items() if pair[0] is not None}
        lately = {
            name: _before(newest, row[2])
            for name, row in table["s"].items()
            if len(row) > 2 and row[2] is not None
        }
        totals = totals_in({"stretches": stretches, "days": days, "lately": lately})
        before = totals_in(table["b"]) if "b" in table else Totals()
        counted = {
            id_: frozenset(whole_in(item) for item in items) for id_, items in table.get("c", {}).items()
        }
        shown = frozenset(text_in(id_) for id_ in table.get("k", ()))
        heard = tuple(CAUTIONED + name for name, row in table["s"].items() if len(row) > 3)
        facts = (*heard, *(text_in(fact) for fact in table.get("t", ())))
        watermark, first = text_in(table.get("w", "")), text_in(table.get("f", ""))
    except (UnreadableStateError, *UNREADABLE):
        return None
    if totals is None or before is None:
        return None
    return Sums(totals, before, counted, watermark, shown, facts, first)


def _row(totals: Totals, newest: str) -> list[Json]:
    """The days up to the newest, 0 for each on which nothing was done."""
    if not totals.days:
        return []
    length = (date.fromisoformat(newest) - date.fromisoformat(min(totals.days))).days + 1
    days = (_before(newest, ago) for ago in range(length - 1, -1, -1))
    tallies = (totals.days.get(day) for day in days)
    return [[tally.count, tally.seconds] if tally is not None else 0 for tally in tallies]


def _columns(totals: Totals, newest: str) -> dict[str, list[Json]]:
    table: dict[str, list[Json]] = {}
    for name in sorted({*totals.stretches, *totals.lately}):
        tally = totals.stretches.get(name)
        table[name] = [tally.count, tally.seconds] if tally is not None else [None, None]
        if name in totals.lately:
            last = date.fromisoformat(totals.lately[name])
            table[name].append((date.fromisoformat(newest) - last).days)
    return table


def _before(newest: str, days: int) -> str:
    return (date.fromisoformat(newest) - timedelta(days=days)).isoformat()
