"""The item of a practice, written and read; without a client and without requests.

A practice is the record of what happened in it, and needs no other item for that:

- `b`: the practice, its place and how it was left, packed; `m`: when that was saved, in milliseconds;
- `f<item>`: a finished stretch, never changed once it is there. It names its stretch, for another device
  may have left one out meanwhile. At the top level, so that it can be set where it is missing;
- `t<fact>`: what the practice taught (`skill.coach.person.learning`);
- `g`: the generation of the head it began under; `v`: the schema; `expires_at`, in seconds since 1970.
"""

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from skill.coach.person.encoding import FIRST_YEAR, LAST_YEAR, decode_time, encode_time, whole_in
from skill.coach.person.practice_record import PracticeRecord
from skill.coach.person.profile import KEPT_HISTORY, SavedPractice
from skill.coach.person.profile_encoding import decode_saved, encode_saved
from skill.coach.person.totals import Finished, as_date
from skill.errors import UnreadableStateError
from skill.stores.dynamodb.expression import Expression
from skill.stores.dynamodb.keys import Owner, key_of, person_key, practice_in, practice_key
from skill.stores.dynamodb.schema import SCHEMA_NUMBER, is_newer
from skill.stores.dynamodb.values import fact_attributes, facts_in, number_of, packed, text_of, unpacked
from skill.stores.reading import to_text

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef, PutTypeDef, UpdateTypeDef

    Value = AttributeValueTypeDef
    Item = Mapping[str, AttributeValueTypeDef]

FINISHED = re.compile(r"f([0-9]{1,9})")

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


@dataclass(frozen=True)
class PracticeItem:
    """What an item says of a practice."""

    person: str
    """Whose it is, as keys call them."""
    record: PracticeRecord
    facts: frozenset[str] = frozenset()
    """What it taught."""
    generation: str = ""
    saved_at: int = -1
    """When its place was saved, in milliseconds since 1970; -1 where it has none."""


def read_practice(item: "Item") -> PracticeItem:
    """An item as a practice; what cannot be read is left out."""
    id_, person = practice_in(text_of(item.get("sk")))
    if is_newer(item):
        return PracticeItem(person, PracticeRecord(id_))
    at = number_of(item.get("m"))
    began, finished = _began(id_), {}
    for name, value in item.items():
        if match := FINISHED.fullmatch(name):
            entry = _read_finished(id_, began, int(match[1]), text_of(value))
            if entry is not None:
                finished[entry.item] = entry
    return PracticeItem(
        person,
        PracticeRecord(id_, _read_saved(id_, at, unpacked(item.get("b"))), finished),
        facts_in(item),
        text_of(item.get("g")),
        at if at is not None else -1,
    )


def practice_item(owner: Owner, record: PracticeRecord, facts: Collection[str]) -> "dict[str, Value]":
    """A whole practice as an item."""
    item = _key(owner, record)
    item |= {"v": SCHEMA_NUMBER, **_place(record), **_finished(record), **fact_attributes(facts)}
    if owner.generation:
        item["g"] = {"S": owner.generation}
    return item


def begin_practice(owner: Owner, record: PracticeRecord, facts: Collection[str]) -> "PutTypeDef":
    """The request with which a practice begins; refused where it is there already.

    One of another generation is none: a deletion has hidden it. That this generation is the head's is
    for the head to say, in the same transaction.
    """
    condition = Expression()
    condition.require_none_of(owner.generation)
    return condition.put(owner.table, practice_item(owner, record, facts))


def go_on(owner: Owner, record: PracticeRecord, facts: Collection[str]) -> "UpdateTypeDef":
    """The request of a coaching turn; refused where the practice is not there, or its place later."""
    update = Expression()
    update.require_there()
    update.require_generation(owner.generation)
    update.require("v", "<=", SCHEMA_NUMBER, or_no="N")
    place = _place(record) if record.saved is not None else {}
    if place:
        update.require("m", "<", place["m"], or_no="N")
    for name, value in {**place, **fact_attributes(facts)}.items():
        update.set(name, value)
    for name, value in _finished(record).items():
        update.set_missing(name, value)
    return update.update(owner.table, _key(owner, record))


def left_of(record: PracticeRecord, kept: PracticeItem) -> PracticeRecord:
    """What of a change is not kept yet: a later place, and what was finished besides."""
    saved = record.saved
    if saved is not None and _milliseconds(saved.saved_at) <= kept.saved_at:
        saved = None
    left = record.unlike(kept.record)
    return replace(record, saved=saved, finished={entry.item: entry for entry in left})


def _key(owner: Owner, record: PracticeRecord) -> "dict[str, Value]":
    return key_of(owner.account, practice_key(record.id, person_key(owner.person)))


def _place(record: PracticeRecord) -> "dict[str, Value]":
    """A record's place and when it expires; of one that has no place only the latter."""
    last = record.last_at
    expires: dict[str, Value] = {}
    if last is not None:
        expires["expires_at"] = {"N": str(int((last + KEPT_HISTORY).timestamp()))}
    if record.saved is None:
        return expires
    return {
        "b": packed(_saved_text(record.saved)),
        "m": {"N": str(_milliseconds(record.saved.saved_at))},
        **expires,
    }


def _saved_text(saved: SavedPractice) -> str:
    """A practice's own text, which stays the same for hundreds of turns, and a line with the rest."""
    encoded = encode_saved(saved)
    practice = encoded.pop("practice")
    del encoded["at"]
    return f"{practice}\n{to_text(encoded)}"


def _read_saved(id_: str, at: int | None, text: str | None) -> SavedPractice | None:
    if at is None or text is None:
        return None
    try:
        practice, _, rest = text.partition("\n")
        saved = decode_saved({**json.loads(rest), "practice": practice, "at": encode_time(_moment(at))})
    except (UnreadableStateError, ValueError, TypeError, RecursionError, OverflowError):
        return None
    return saved if saved.practice.id == id_ else None


def _finished(record: PracticeRecord) -> "dict[str, Value]":
    began = _began(record.id)
    texts = {
        item: (entry.seconds, _milliseconds(entry.finished_at) - began, entry.day, entry.stretch)
        for item, entry in sorted(record.finished.items())
    }
    return {f"f{item}": {"S": " ".join(map(str, text))} for item, text in texts.items()}


def _read_finished(id_: str, began: int, item: int, text: str) -> Finished | None:
    try:
        seconds, after, day, stretch = text.split(" ", 3)
        ended = _moment(began + int(after))
        if as_date(day) is None or not FIRST_YEAR <= ended.year <= LAST_YEAR:
            return None
        return Finished(id_, item, stretch, ended, day, whole_in(int(seconds)))
    except (ValueError, OverflowError):
        return None


def _began(id_: str) -> int:
    """When a practice began, by its id; 0 where that is no moment."""
    try:
        return _milliseconds(decode_time(id_))
    except UnreadableStateError:
        return 0


def _milliseconds(moment: datetime) -> int:
    return (moment - EPOCH) // MILLISECOND


def _moment(milliseconds: int) -> datetime:
    return EPOCH + milliseconds * MILLISECOND
