"""The one request that brings a profile up to date, and what remains to be written after a refusal."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from skill.coach.person.change import Change
from skill.coach.person.merging import merged
from skill.coach.person.preferences import Preferences, encode_preferences
from skill.errors import ErasedError
from skill.stores.dynamodb_items import (
    PRACTICE,
    Surplus,
    encode_practice,
    last_days_of,
    profile_key,
    read_surplus,
    saved_at,
    totals_of,
)
from skill.stores.dynamodb_upgrades import SCHEMA_NUMBER, upgraded
from skill.stores.dynamodb_values import map_of, text_of
from skill.stores.reading import fields_from_text, to_text

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef, UpdateTypeDef

    Value = AttributeValueTypeDef
    Item = Mapping[str, AttributeValueTypeDef]


CONFLICTS = frozenset({"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
"""Reasons for a cancelled transaction that may pass when it is tried again."""

REFUSED = "ConditionalCheckFailed"
"""The reason of a request whose condition does not hold."""


@dataclass(frozen=True)
class Pending:
    """What has still to be written of a change."""

    change: Change
    """The part of the change that is not written yet."""
    surplus: Surplus
    """What the same request puts right in the profile's item."""
    preferences: str = ""
    """The kept preferences on which the change's preferences are built, as JSON text."""
    known_later: frozenset[str] = frozenset()
    """The attributes of last days that are later in the kept profile than in the change."""

    @classmethod
    def of(cls, change: Change, surplus: Surplus) -> "Pending":
        """A whole change, with nothing in it twice: a request may name nothing twice."""
        # As if written one after the other: of a stretch the first report counts, of a practice the last
        # place.
        finished = {entry.key: entry for entry in reversed(change.finished)}
        by_time = sorted(change.practices, key=saved_at)
        practices = {saved.practice.id: saved for saved in by_time}
        added, last = totals_of(finished.values()), last_days_of(finished.values())
        return cls(
            replace(
                change,
                finished=tuple(finished.values()),
                practices=tuple(practices.values()),
            ),
            replace(
                surplus,
                practices={id_: at for id_, at in surplus.practices.items() if id_ not in practices},
                days=tuple(name for name in surplus.days if name not in added),
                missing={name: v for name, v in surplus.missing.items() if name not in last},
            ),
            _text_of(change.known) if change.preferences is not None else "",
        )

    @property
    def nothing(self) -> "Pending":
        """What is left once everything is written."""
        return Pending(Change(self.change.at), Surplus())

    def without_device(self) -> "Pending":
        """The same without what is known of the device: something later is kept."""
        return replace(self, change=replace(self.change, device=None))

    def without(self, known: set[str]) -> "Pending":
        """This without the finished stretches with these sort keys, which are kept already."""
        finished = tuple(entry for entry in self.change.finished if entry.key not in known)
        return replace(self, change=replace(self.change, finished=finished))

    def beside(self, profile: "Item") -> "Pending":
        """This without practices and last days for which the kept profile is as new or newer.

        Preferences are then built on the kept ones. And nothing is removed: what to remove is found anew
        when the profile is next read.

        Raises:
            ErasedError: The profile has been deleted since.
            StoreError: A newer version wrote the profile.
        """
        upgraded(profile)
        if profile and text_of(profile.get("generation")) != self.change.generation:
            raise ErasedError("what this session knew has been deleted")
        practices = tuple(
            saved
            for saved in self.change.practices
            if text_of(map_of(profile.get(PRACTICE + saved.practice.id)).get("at")) < saved_at(saved)
        )
        damaged, last = read_surplus(profile).damaged, last_days_of(self.change.finished)
        later = {name for name, day in last.items() if text_of(profile.get(name)) > day}
        change = replace(self.change, practices=practices)
        text = text_of(profile.get("preferences"))
        if change.preferences is not None:
            kept = fields_from_text(Preferences, text)
            both = merged(change.known, change.preferences, kept)
            change = replace(change, preferences=both if both != kept else None, known=kept)
        return Pending(change, Surplus(damaged=damaged), text, frozenset(later))

    def mending(self, profile: "Item") -> "Pending | None":
        """This with the damage of the kept profile, which it then repairs.

        Returns:
            None where no more is damaged than was known.
        """
        damaged = read_surplus(profile).damaged
        if damaged <= self.surplus.damaged:
            return None
        return replace(self, surplus=replace(self.surplus, damaged=damaged))


def update_profile(table: str, account: str, person: str, pending: Pending) -> "UpdateTypeDef":
    """The request that brings a profile up to date.

    DynamoDB refuses it as a whole, and answers with the kept profile, if the profile was deleted or
    written by a newer version meanwhile, if its preferences are not those that were seen, if a kept
    practice is as new as the one to be set, if a stretch was finished on a later day, or if a practice
    to be removed has been gone on with.
    """
    change, surplus = pending.change, pending.surplus
    update = _Update()
    update.require_generation(change.generation)
    # Without having seen the item it cannot be upgraded: it keeps the number of its schema.
    write = update.set if surplus.outdated else update.set_missing
    write("schema", SCHEMA_NUMBER)
    for name, value in surplus.missing.items():
        update.set_missing(name, value)
    if change.preferences is not None:
        update.set_unchanged("preferences", _text_of(change.preferences), pending.preferences)
    for saved in change.practices:
        update.set_newer(PRACTICE + saved.practice.id, encode_practice(saved))
    for id_, at in surplus.practices.items():
        update.remove_untouched(PRACTICE + id_, at)
    for name in surplus.days:
        update.remove(name)
    _count(update, pending)
    return update.request(table, {"pk": {"S": account}, "sk": {"S": profile_key(person)}})


def left_after(pending: Pending, code: str, details: Mapping[str, Any]) -> Pending | None:
    """What has still to be written after a refusal; None where trying again is no use."""
    if not pending.change.is_about_person and code == "ConditionalCheckFailedException":
        return pending.nothing
    match code:
        case "TransactionConflictException":
            return pending
        case "ConditionalCheckFailedException":
            return pending.beside(details.get("Item", {}))
        case "TransactionCanceledException":
            return _left_of_several(pending, details.get("CancellationReasons", []))
    return None


def _left_of_several(pending: Pending, reasons: list[dict[str, Any]]) -> Pending | None:
    """What has still to be written after a cancelled transaction; None where trying again is no use.

    Args:
        pending: What was to be written.
        reasons: A reason for each finished stretch, then one for the device where it is to be written,
            then one for the profile.
    """
    codes = [reason.get("Code", "None") for reason in reasons]
    if not set(codes) <= CONFLICTS | {"None", REFUSED} or not codes:
        return None
    if pending.change.device is not None and codes[len(pending.change.finished)] == REFUSED:
        pending = pending.without_device()
    known = {
        entry.key for entry, code in zip(pending.change.finished, codes, strict=False) if code == REFUSED
    }
    if codes[-1] == REFUSED:
        pending = pending.beside(reasons[-1].get("Item", {}))
    return pending.without(known)


def _text_of(preferences: Preferences) -> str:
    return to_text(encode_preferences(preferences))


def _count(update: "_Update", pending: Pending) -> None:
    """Add the finished stretches to the totals; a damaged total starts anew."""
    damaged, finished = pending.surplus.damaged, pending.change.finished
    for name, number in totals_of(finished).items():
        if name in damaged:
            update.set(name, {"N": str(number)})
        else:
            update.add(name, number)
    for name, day in last_days_of(finished).items():
        if name in damaged:
            update.set(name, {"S": day})
        elif name not in pending.known_later:
            update.set_later(name, day)


class _Update:
    """An update expression that grows; it uses placeholders for names, since many words are reserved."""

    def __init__(self) -> None:
        self._clauses: defaultdict[str, list[str]] = defaultdict(list)
        self._conditions: list[str] = []
        self._names: dict[str, str] = {}
        self._values: dict[str, Value] = {}

    def require_generation(self, seen: str) -> None:
        """Require that the profile has this generation and no newer schema.

        A tombstone that is written to becomes a profile again and does not expire any more.
        """
        schema, generation = self._name("schema"), self._name("generation")
        number = self._value({"S": "N"})
        newest = self._value(SCHEMA_NUMBER)
        self._conditions.append(f"(NOT attribute_type({schema}, {number}) OR {schema} <= {newest})")
        if seen:
            same = f"{generation} = {self._value({'S': seen})}"
            self._conditions.append(f"({same} OR attribute_not_exists({self._name('pk')}))")
            self.set("generation", {"S": seen})
            self.remove("expires_at")
            self.remove("bare")
        else:
            # A generation that is no text is damage, and no deletion.
            text = self._value({"S": "S"})
            self._conditions.append(f"NOT attribute_type({generation}, {text})")

    def set(self, name: str, value: "Value") -> None:
        """Set an attribute."""
        self._clauses["SET"].append(f"{self._name(name)} = {self._value(value)}")

    def set_missing(self, name: str, value: "Value") -> None:
        """Set an attribute where it is missing."""
        place = self._name(name)
        self._clauses["SET"].append(f"{place} = if_not_exists({place}, {self._value(value)})")

    def set_later(self, name: str, day: str) -> None:
        """Set a day; the request is refused where a later day is kept."""
        place, value = self._name(name), self._value({"S": day})
        none = f"NOT attribute_type({place}, {self._value({'S': 'S'})})"
        self._conditions.append(f"({none} OR {place} <= {value})")
        self._clauses["SET"].append(f"{place} = {value}")

    def add(self, name: str, number: int) -> None:
        """Add a number to an attribute; a missing one counts as 0."""
        self._clauses["ADD"].append(f"{self._name(name)} {self._value({'N': str(number)})}")

    def remove(self, name: str) -> None:
        """Remove an attribute, whatever it holds by now."""
        self._clauses["REMOVE"].append(self._name(name))

    def set_unchanged(self, name: str, text: str, seen: str) -> None:
        """Set a text; the request is refused where another text than the one that was seen is kept."""
        place = self._name(name)
        none = f"NOT attribute_type({place}, {self._value({'S': 'S'})})"
        self._conditions.append(f"({none} OR {place} = {self._value({'S': seen})})")
        self.set(name, {"S": text})

    def set_newer(self, name: str, practice: "Value") -> None:
        """Set a practice; the request is refused where one as new or newer is kept."""
        at = f"{self._name(name)}.{self._name('at')}"
        # Missing, or damaged and without a time: either way nothing is lost.
        none = f"NOT attribute_type({at}, {self._value({'S': 'S'})})"
        self._conditions.append(f"({none} OR {at} < {self._value(map_of(practice)['at'])})")
        self.set(name, practice)

    def remove_untouched(self, name: str, seen: str) -> None:
        """Remove a practice; the request is refused where it has changed since it was seen."""
        at = f"{self._name(name)}.{self._name('at')}"
        untouched = f"{at} = {self._value({'S': seen})}"
        self._conditions.append(f"(attribute_not_exists({at}) OR {untouched})")
        self.remove(name)

    def request(self, table: str, key: "Item") -> "UpdateTypeDef":
        """The request; a refusal brings the kept item along, so that no other read is needed."""
        return {
            "TableName": table,
            "Key": key,
            "UpdateExpression": " ".join(
                f"{verb} {', '.join(terms)}" for verb, terms in self._clauses.items()
            ),
            "ConditionExpression": " AND ".join(self._conditions),
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
            "ExpressionAttributeNames": {place: name for name, place in self._names.items()},
            "ExpressionAttributeValues": self._values,
        }

    def _name(self, name: str) -> str:
        return self._names.setdefault(name, f"#{len(self._names)}")

    def _value(self, value: "Value") -> str:
        place = f":{len(self._values)}"
        self._values[place] = value
        return place
