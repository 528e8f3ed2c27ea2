"""The items of the DynamoDB table, written and read; without a client and without requests.

`pk` is the account, the Alexa user. `sk` is one of

- `profile#<person>`, one item a person:
    - `preferences`: JSON text;
    - `practice#<id>`: a map of `at`, when it was saved, and `saved`, the JSON text. An attribute
      for each practice, so that two devices with different ones do not overwrite each other;
    - `n#<stretch>`, `s#<stretch>`, `dn#<day>`, `ds#<day>`: how often and how many seconds. At the
      top level and not in maps, because `ADD` makes what is not there only there;
    - `l#<stretch>`: the last day it was finished on;
    - `generation`: a deletion's id, on everything that came after it; `erasing` while it goes on;
      `bare` on a tombstone until somebody practises again;
- `profile-device#<key>`, one item a device of the household, under a hash of its id:
    - `known`: JSON text, and `at`, when it was written;
- `done#<person>#<practice id>#<item>`, one item for each finished stretch, never changed.

Every item carries `schema`; what goes by itself has `expires_at`, in seconds since 1970.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from skill.coach.person.device import KEPT_DEVICE, KnownDevice, encode_device
from skill.coach.person.encoding import Json, encode_time
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import (
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
from skill.errors import StoreError
from skill.stores.dynamodb_upgrades import SCHEMA_NUMBER, upgraded
from skill.stores.dynamodb_values import attribute, map_of, plain, text_of
from skill.stores.reading import (
    as_date,
    fields_from_text,
    from_text,
    last_days,
    readable,
    recent,
    to_text,
)

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef, PutTypeDef

    Value = AttributeValueTypeDef
    Item = Mapping[str, AttributeValueTypeDef]

PROFILES = "profile#"
"""The prefix of the sort keys of all profiles of an account."""

DEVICES = "profile-device#"
"""And those of its devices: next to the profiles, so that one query brings both."""

PRACTICE = "practice#"
"""The prefix of the attributes of a profile that hold a practice."""

MOST_REMOVED = 100
"""How many attributes one request removes: an expression may have 4,096 bytes. The next one does the
rest."""

LAST = "l#"
"""And of those that hold the last day of a stretch."""

_TOTAL = re.compile(r"(d?)([ns])#(.+)", re.DOTALL)


@dataclass(frozen=True)
class Surplus:
    """What a profile's item should not hold, or lacks; the next write puts it right on the side."""

    practices: Mapping[str, str] = field(default_factory=dict)
    """Practices that are no longer shown: their ids, and when they were saved."""
    days: tuple[str, ...] = ()
    """The names of attributes for days that are too long ago."""
    damaged: frozenset[str] = frozenset()
    """The names of totals that are no whole numbers and of last days that are no days: they start
    anew."""
    missing: "Item" = field(default_factory=dict)
    """The attributes that an item of an older schema lacks."""
    outdated: bool = False
    """Whether the item has the number of an older schema, or none that can be read."""


def profile_key(person: str) -> str:
    """The sort key of a person's profile."""
    return PROFILES + _escaped(person)


def person_of(key: str) -> str:
    """The person whose profile has this sort key."""
    return key.removeprefix(PROFILES).replace("%23", "#").replace("%25", "%")


def profiles_of(items: Mapping[str, "Item"]) -> dict[str, "Item"]:
    """The profiles among what a session opens with, by their sort keys."""
    return {key: item for key, item in items.items() if key.startswith(PROFILES)}


def devices_of(items: Mapping[str, "Item"]) -> dict[str, "Item"]:
    """The devices among it."""
    return {key: item for key, item in items.items() if key.startswith(DEVICES)}


def devices_of_nobody(items: Mapping[str, "Item"]) -> list["Item"]:
    """The keys of the devices of a household in which only tombstones are left; else none."""
    if any("bare" not in profile for profile in profiles_of(items).values()):
        return []
    return [{"pk": item["pk"], "sk": item["sk"]} for item in devices_of(items).values()]


def device_key(device: str) -> str:
    """The sort key of a device, by the key it is known by."""
    return DEVICES + device


def read_device(device: str, item: "Item") -> KnownDevice:
    """What is known of a device; what cannot be read is as by default.

    Raises:
        StoreError: A newer version wrote it.
    """
    known = fields_from_text(KnownDevice, text_of(upgraded(item).get("known")))
    return replace(known, key=device)


def put_device(table: str, account: str, device: KnownDevice, at: datetime) -> "PutTypeDef":
    """The request that keeps what is known of a device, unless something later is kept."""
    written = encode_time(at)
    return {
        "TableName": table,
        "Item": {
            "pk": {"S": account},
            "sk": {"S": device_key(device.key)},
            "schema": SCHEMA_NUMBER,
            "known": {"S": to_text(encode_device(device))},
            "at": {"S": written},
            "expires_at": {"N": str(int((at + KEPT_DEVICE).timestamp()))},
        },
        "ConditionExpression": "NOT attribute_type(#at, :text) OR #at <= :at",
        "ExpressionAttributeNames": {"#at": "at"},
        "ExpressionAttributeValues": {":text": {"S": "S"}, ":at": {"S": written}},
    }


def done_prefix(person: str) -> str:
    """The prefix of the sort keys of a person's finished stretches."""
    return f"done#{_escaped(person)}#"


def read_profile(person: str, items: Mapping[str, "Item"]) -> Profile:
    """A person's profile; what cannot be read is left out.

    Args:
        person: The person's id.
        items: The items of all profiles of the account, by sort key.

    Raises:
        StoreError: A newer version wrote it.
    """
    profile = read_own(person, items.get(profile_key(person), {}))
    return profile.in_household(_left_by_others(person, items))


def read_own(person: str, item: "Item") -> Profile:
    """What a person's own item says of them; what cannot be read is left out.

    Raises:
        StoreError: A newer version wrote it.
    """
    item = upgraded(item)
    stretches, days = _read_totals(item)
    return Profile(
        person,
        fields_from_text(Preferences, text_of(item.get("preferences"))),
        kept_practices(_read_practices(item)),
        stretches=stretches,
        days=recent(days),
        lately=_read_last_days(item),
        generation=text_of(item.get("generation")),
        erasing="erasing" in item,
    )


def read_surplus(item: "Item") -> Surplus:
    """What has to be removed from a profile's item, repaired or added to it.

    Raises:
        StoreError: A newer version wrote it.
    """
    whole = upgraded(item)
    practices = _read_practices(item)
    shown = kept_practices(practices)
    days = recent(_read_totals(item)[1])
    totals = {name: match for name in item if (match := _TOTAL.fullmatch(name))}
    last = [name for name in item if name.startswith(LAST)]
    fallen = [saved for saved in practices if saved not in shown][: MOST_REMOVED // 5]
    old = [name for name, match in totals.items() if match[1] and match[3] not in days]
    return Surplus(
        {saved.practice.id: saved_at(saved) for saved in fallen},
        tuple(sorted(old)[:MOST_REMOVED]),
        frozenset(
            {name for name in totals if not isinstance(plain(item[name]), int)}
            | {name for name in last if as_date(text_of(item[name])) is None}
        ),
        {name: value for name, value in whole.items() if name not in item},
        outdated=bool(item) and item.get("schema") != SCHEMA_NUMBER,
    )


def read_finished(items: "Iterable[Item]", generation: str) -> "Iterator[Finished]":
    """Finished stretches; without items that are none, or that are hidden by a deletion."""
    return (entry for item in items if (entry := _read_done(item, generation)) is not None)


def _read_done(item: "Item", generation: str) -> Finished | None:
    if text_of(item.get("generation")) != generation:
        return None
    try:
        fields = {name: plain(value) for name, value in upgraded(item).items()}
    except StoreError:
        return None
    return readable(decode_finished, fields)


def put_done(table: str, account: str, person: str, finished: Finished, generation: str) -> "PutTypeDef":
    """The request that puts a finished stretch, unless it is there already."""
    encoded = encode_finished(finished)
    expires = int((finished.finished_at + KEPT_HISTORY).timestamp())
    item: dict[str, Value] = {
        "pk": {"S": account},
        "sk": {"S": done_prefix(person) + finished.key},
        "schema": SCHEMA_NUMBER,
        "expires_at": {"N": str(expires)},
        **{name: attribute(value) for name, value in encoded.items()},
    }
    if generation:
        item["generation"] = {"S": generation}
    return {"TableName": table, "Item": item, "ConditionExpression": "attribute_not_exists(pk)"}


def tombstone(account: str, person: str, generation: str) -> dict[str, "Value"]:
    """The item that takes a profile's place when it is deleted."""
    return {
        "pk": {"S": account},
        "sk": {"S": profile_key(person)},
        "schema": SCHEMA_NUMBER,
        "generation": {"S": generation},
        "erasing": {"BOOL": True},
        "bare": {"BOOL": True},
    }


def encode_practice(saved: SavedPractice) -> "Value":
    """A practice as an attribute of a profile."""
    encoded = encode_saved(saved)
    return {"M": {"at": {"S": encoded["at"]}, "saved": {"S": to_text(encoded)}}}


def totals_of(finished: Iterable[Finished]) -> dict[str, int]:
    """What finished stretches add to a profile's totals, by the name of the attribute."""
    totals: dict[str, int] = defaultdict(int)
    for entry in finished:
        totals[f"n#{entry.stretch}"] += 1
        totals[f"s#{entry.stretch}"] += entry.seconds
        totals[f"dn#{entry.day}"] += 1
        totals[f"ds#{entry.day}"] += entry.seconds
    return totals


def last_days_of(finished: Iterable[Finished]) -> dict[str, str]:
    """The last day of each finished stretch, by the name of the attribute."""
    return {LAST + entry.stretch: entry.day for entry in sorted(finished, key=lambda f: f.day)}


def saved_at(saved: SavedPractice) -> str:
    """When a practice was saved, as text that sorts by time."""
    return encode_time(saved.saved_at)


def _read_totals(item: "Item") -> tuple[dict[str, Tally], dict[str, Tally]]:
    pairs: dict[tuple[str, str], dict[str, Json]] = defaultdict(dict)
    for name, value in item.items():
        if match := _TOTAL.fullmatch(name):
            kind, unit, subject = match.groups()
            pairs[kind, subject][unit] = plain(value)
    totals: dict[str, dict[str, Tally]] = {"": {}, "d": {}}
    for (kind, subject), units in pairs.items():
        pair = {subject: [units.get("n"), units.get("s")]}
        totals[kind] |= readable(decode_tallies, pair) or {}
    return totals[""], totals["d"]


def _read_last_days(item: "Item") -> dict[str, str]:
    return last_days(
        {name.removeprefix(LAST): text_of(v) for name, v in item.items() if name.startswith(LAST)}
    )


def _read_practices(item: "Item") -> list[SavedPractice]:
    practices = []
    for name, value in item.items():
        if name.startswith(PRACTICE):
            saved = from_text(decode_saved, text_of(map_of(value).get("saved")))
            if saved is not None and name == PRACTICE + saved.practice.id:
                practices.append(saved)
    return practices


def _left_by_others(person: str, items: Mapping[str, "Item"]) -> list[SavedPractice]:
    return [
        saved
        for key, item in items.items()
        if visible_to(person, person_of(key))
        for saved in _read_practices(item)
    ]


def _escaped(person: str) -> str:
    """A person's id as part of a key, in which `#` ends it; Amazon's ids contain neither `#` nor `%`."""
    return person.replace("%", "%25").replace("#", "%23")
