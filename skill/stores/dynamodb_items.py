"""The items of the DynamoDB table, read and written; no client and no request in here.

`pk` is the account, the Alexa user. `sk` is one of

- `profile#<person>`, one item a person:
    - `preferences`: JSON text;
    - `practice#<id>`: a map of `at`, when it was saved, and `saved`, the JSON text. An attribute
      for each practice, so that two devices with different ones do not overwrite each other;
    - `n#<stretch>`, `s#<stretch>`, `dn#<day>`, `ds#<day>`: how often and how many seconds. At the
      top level and not in maps, because `ADD` makes what is not there only there;
- `done#<person>#<practice id>#<item>`, one item for each finished stretch, never changed.

Every item carries `schema`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from skill.coach import encoding
from skill.coach.encoding import Json
from skill.coach.progress import (
    Change,
    Finished,
    Preferences,
    Profile,
    SavedPractice,
    Tally,
    kept_practices,
)
from skill.stores.reading import from_text, readable, recent, to_text

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef, PutTypeDef, UpdateTypeDef

    Value = AttributeValueTypeDef
    Item = Mapping[str, AttributeValueTypeDef]

SCHEMA = 1
"""The version of what is described above."""

PROFILES = "profile#"
"""What the sort keys of all profiles of an account begin with."""

_PRACTICE = "practice#"
_TOTAL = re.compile(r"(d?)([ns])#(.+)", re.DOTALL)


@dataclass(frozen=True)
class Pending:
    """What is still to be written of a change."""

    change: Change
    surplus: Mapping[str, str] = field(default_factory=dict)
    """The practices to remove while at it: id → the time they were saved at when last seen."""

    @classmethod
    def of(cls, change: Change, surplus: Mapping[str, str]) -> "Pending":
        """All of a change, each thing in it once: a request may name nothing twice."""
        # As if written one after the other: the first report of a stretch counts, the last place.
        finished = {entry.key: entry for entry in reversed(change.finished)}
        by_time = sorted(change.practices, key=_saved_at)
        practices = {saved.practice.id: saved for saved in by_time}
        return cls(
            replace(
                change,
                finished=tuple(finished.values()),
                practices=tuple(practices.values()),
            ),
            {id_: at for id_, at in surplus.items() if id_ not in practices},
        )

    def without(self, known: set[str]) -> "Pending":
        """The same without finished stretches that are known to be kept."""
        finished = tuple(entry for entry in self.change.finished if entry.key not in known)
        return replace(self, change=replace(self.change, finished=finished))

    def beside(self, profile: "Item") -> "Pending":
        """The same without the practices for which the kept profile is as new or newer.

        Nor is anything removed then: what to remove is seen afresh when the profile is next read.
        """
        practices = tuple(
            saved
            for saved in self.change.practices
            if _text(_map(profile.get(_PRACTICE + saved.practice.id)).get("at")) < _saved_at(saved)
        )
        return Pending(replace(self.change, practices=practices))


def profile_key(person: str) -> str:
    """The sort key of a person's profile."""
    return PROFILES + _escaped(person)


def done_prefix(person: str) -> str:
    """What the sort keys of a person's finished stretches begin with."""
    return f"done#{_escaped(person)}#"


def read_profile(person: str, item: "Item") -> Profile:
    """A profile; what cannot be read is left out."""
    preferences = from_text(encoding.decode_preferences, _text(item.get("preferences")))
    stretches, days = _read_totals(item)
    return Profile(
        person,
        preferences if preferences is not None else Preferences(),
        kept_practices(_read_practices(item)),
        stretches,
        recent(days),
    )


def read_surplus(item: "Item") -> dict[str, str]:
    """The practices that are kept but no longer shown: id → when they were saved."""
    practices = _read_practices(item)
    shown = kept_practices(practices)
    return {saved.practice.id: _saved_at(saved) for saved in practices if saved not in shown}


def read_done(item: "Item") -> Finished | None:
    """A finished stretch, or None where the item is none."""
    fields = {name: _plain(value) for name, value in item.items()}
    return readable(encoding.decode_finished, fields)


def put_done(table: str, account: str, person: str, finished: Finished) -> "PutTypeDef":
    """The request that puts a finished stretch where it is not there yet."""
    encoded = encoding.encode_finished(finished)
    return {
        "TableName": table,
        "Item": {
            "pk": {"S": account},
            "sk": {"S": done_prefix(person) + finished.key},
            "schema": {"N": str(SCHEMA)},
            **{name: _attribute(value) for name, value in encoded.items()},
        },
        "ConditionExpression": "attribute_not_exists(pk)",
    }


def update_profile(table: str, account: str, person: str, pending: Pending) -> "UpdateTypeDef":
    """The request that brings a profile up to date.

    It is refused as a whole, and answered with the kept profile, where a practice in there is as
    new as the one to be set, or where one to be removed has been gone on with.
    """
    change = pending.change
    update = _Update()
    update.set("schema", {"N": str(SCHEMA)})
    if change.preferences is not None:
        preferences = to_text(encoding.encode_preferences(change.preferences))
        update.set("preferences", {"S": preferences})
    for saved in change.practices:
        update.set_newer(_PRACTICE + saved.practice.id, encoding.encode_saved(saved))
    for id_, at in pending.surplus.items():
        update.remove_untouched(_PRACTICE + id_, at)
    for name, number in _totals_of(change.finished).items():
        update.add(name, number)
    return update.request(table, {"pk": {"S": account}, "sk": {"S": profile_key(person)}})


class _Update:
    """An update expression as it grows; names go by placeholders, as many words are reserved."""

    def __init__(self) -> None:
        self._clauses: defaultdict[str, list[str]] = defaultdict(list)
        self._conditions: list[str] = []
        self._names: dict[str, str] = {}
        self._values: dict[str, Value] = {}

    def set(self, name: str, value: "Value") -> None:
        """Make an attribute this."""
        self._clauses["SET"].append(f"{self._name(name)} = {self._value(value)}")

    def add(self, name: str, number: int) -> None:
        """Make an attribute this much more; one that is not there counts as 0."""
        self._clauses["ADD"].append(f"{self._name(name)} {self._value({'N': str(number)})}")

    def set_newer(self, name: str, saved: Json) -> None:
        """Set a practice, provided that an older one or none is there."""
        at = f"{self._name(name)}.{self._name('at')}"
        # Not there at all, or nonsense without a time in it: either way there is nothing to lose.
        none = f"NOT attribute_type({at}, {self._value({'S': 'S'})})"
        self._conditions.append(f"({none} OR {at} < {self._value({'S': saved['at']})})")
        self.set(name, {"M": {"at": {"S": saved["at"]}, "saved": {"S": to_text(saved)}}})

    def remove_untouched(self, name: str, seen: str) -> None:
        """Remove a practice, provided that it is as it was seen, or gone."""
        at = f"{self._name(name)}.{self._name('at')}"
        untouched = f"{at} = {self._value({'S': seen})}"
        self._conditions.append(f"(attribute_not_exists({at}) OR {untouched})")
        self._clauses["REMOVE"].append(self._name(name))

    def request(self, table: str, key: "Item") -> "UpdateTypeDef":
        """The request."""
        request: UpdateTypeDef = {
            "TableName": table,
            "Key": key,
            "UpdateExpression": " ".join(
                f"{verb} {', '.join(terms)}" for verb, terms in self._clauses.items()
            ),
            "ExpressionAttributeNames": {place: name for name, place in self._names.items()},
            "ExpressionAttributeValues": self._values,
        }
        if self._conditions:
            request["ConditionExpression"] = " AND ".join(self._conditions)
            # So that a refusal tells at once what is newer, without another read.
            request["ReturnValuesOnConditionCheckFailure"] = "ALL_OLD"
        return request

    def _name(self, name: str) -> str:
        return self._names.setdefault(name, f"#{len(self._names)}")

    def _value(self, value: "Value") -> str:
        place = f":{len(self._values)}"
        self._values[place] = value
        return place


def _totals_of(finished: Iterable[Finished]) -> Counter[str]:
    totals: Counter[str] = Counter()
    for entry in finished:
        totals[f"n#{entry.stretch}"] += 1
        totals[f"s#{entry.stretch}"] += entry.seconds
        totals[f"dn#{entry.day}"] += 1
        totals[f"ds#{entry.day}"] += entry.seconds
    return totals


def _read_totals(item: "Item") -> tuple[dict[str, Tally], dict[str, Tally]]:
    pairs: dict[tuple[str, str], dict[str, Json]] = defaultdict(dict)
    for name, value in item.items():
        if match := _TOTAL.fullmatch(name):
            kind, unit, subject = match.groups()
            pairs[kind, subject][unit] = _plain(value)
    totals: dict[str, dict[str, Tally]] = {"": {}, "d": {}}
    for (kind, subject), units in pairs.items():
        pair = {subject: [units.get("n"), units.get("s")]}
        totals[kind] |= readable(encoding.decode_tallies, pair) or {}
    return totals[""], totals["d"]


def _read_practices(item: "Item") -> list[SavedPractice]:
    practices = []
    for name, value in item.items():
        if name.startswith(_PRACTICE):
            saved = from_text(encoding.decode_saved, _text(_map(value).get("saved")))
            if saved is not None and name == _PRACTICE + saved.practice.id:
                practices.append(saved)
    return practices


def _saved_at(saved: SavedPractice) -> str:
    return encoding.encode_time(saved.saved_at)


def _escaped(person: str) -> str:
    """A person's id as part of a key: `#` ends it. Amazon's ids have neither sign."""
    return person.replace("%", "%25").replace("#", "%23")


def _attribute(value: Json) -> "Value":
    return {"N": str(value)} if isinstance(value, int) else {"S": value}


def _plain(value: "Value") -> Json:
    """Text and whole numbers as they are, None for everything else."""
    number = value.get("N", "")
    return int(number) if number.isdecimal() else value.get("S")


def _text(value: "Value | None") -> str:
    return value.get("S", "") if value else ""


def _map(value: "Value | None") -> "Item":
    return value.get("M", {}) if value else {}
