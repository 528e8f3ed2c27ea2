"""What has still to be written of a change: the requests for it, and what is left after a refusal.

A coaching turn touches its practice and nothing else, and is one update of that item. A practice that
begins, a preference, and news of a device touch another item as well; where there are several, they are
one transaction. What is refused brings the kept item along: what that has already is left out, and the
rest comes again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from skill.coach.person.change import Change
from skill.coach.person.encoding import encode_time
from skill.coach.person.learning import facts_learnt, is_of_wishes, wishes
from skill.coach.person.merging import merged
from skill.coach.person.practice_record import PracticeRecord, records_of
from skill.errors import ErasedError
from skill.stores.dynamodb.devices import put_device
from skill.stores.dynamodb.heads import of_this_version, packed_wishes, update_head
from skill.stores.dynamodb.keys import Owner
from skill.stores.dynamodb.practices import begin_practice, go_on, left_of, read_practice
from skill.stores.dynamodb.schema import refuse_newer

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import (
        AttributeValueTypeDef,
        TransactWriteItemTypeDef,
        UpdateTypeDef,
    )

    from skill.stores.dynamodb.sums import Fold

    Value = AttributeValueTypeDef
    Item = Mapping[str, AttributeValueTypeDef]

CONFLICTS = frozenset({"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
"""Reasons for a cancelled transaction that may pass when it is tried again."""

REFUSED = "ConditionalCheckFailed"
"""The reason of a request whose condition does not hold."""


@dataclass(frozen=True)
class Part:
    """What has still to be said of one practice."""

    record: PracticeRecord
    facts: frozenset[str] = frozenset()
    """What it taught."""
    begins: bool = False
    """Whether there is no item of it yet, as far as is known."""

    @property
    def is_empty(self) -> bool:
        """Whether all of it is kept, in an item that is there."""
        return self.record.saved is None and not self.record.finished and not self.facts

    def beside(self, item: "Item", generation: str) -> "Part":
        """This without what the kept item says already.

        Raises:
            StoreError: A newer version wrote it.
        """
        if not item:
            return replace(self, begins=True)
        refuse_newer(item)
        kept = read_practice(item)
        if kept.generation != generation:
            # Hidden by a deletion; or this session's own generation is: the head will tell.
            return replace(self, begins=True)
        return Part(left_of(self.record, kept), self.facts - kept.facts)


@dataclass(frozen=True)
class Pending:
    """What has still to be written of a change."""

    change: Change
    """The change; of its practices and finished stretches `parts` has what is left."""
    parts: tuple[Part, ...] = ()
    facts: tuple[str, ...] = ()
    """What was learnt with no practice that could keep it."""
    seen: "Value | None" = None
    """The wishes that the change's are built on, as they are kept."""
    fold: "Fold | None" = None
    """The sums that go along where a practice begins."""

    @classmethod
    def of(cls, change: Change, fold: "Fold | None") -> "Pending":
        """A whole change.

        Args:
            change: What is to be written.
            fold: What the head is to have of the practices before this one; None where nothing is known
                of that.
        """
        records = records_of(change.practices, change.finished)
        parts = [Part(record, begins=_begins(record)) for record in records.values()]
        facts: tuple[str, ...] = ()
        if change.preferences is not None:
            facts = facts_learnt(change.known, change.preferences)
            if not is_of_wishes(change.known, change.preferences):
                change = replace(change, preferences=None)
        if facts and parts:
            parts[0], facts = replace(parts[0], facts=frozenset(facts)), ()
        seen = packed_wishes(change.known) if change.preferences is not None else None
        return cls(replace(change, practices=(), finished=()), tuple(parts), facts, seen, fold)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left to be written."""
        return not self.parts and not self.needs_head and self.change.device is None

    @property
    def begun(self) -> list[str]:
        """The ids of the practices that begin."""
        return [part.record.id for part in self.parts if part.begins]

    @property
    def needs_head(self) -> bool:
        """Whether the head is written to: a practice begins through it, and it has the wishes."""
        return bool(self.begun or self.facts) or self.change.preferences is not None

    def requests(self, owner: Owner) -> "list[TransactWriteItemTypeDef]":
        """A request for each practice, for the head, and for the device, where they are touched."""
        requests: list[TransactWriteItemTypeDef] = [
            {"Put": begin_practice(owner, part.record, part.facts)}
            if part.begins
            else {"Update": go_on(owner, part.record, part.facts)}
            for part in self.parts
        ]
        if self.needs_head:
            requests.append({"Update": self._head(owner)})
        if self.change.device is not None:
            device, at = self.change.device, self.change.at
            requests.append({"Put": put_device(owner.table, owner.account, device, at)})
        return requests

    def _head(self, owner: Owner) -> "UpdateTypeDef":
        wanted = self.change.preferences
        return update_head(
            owner,
            begun=self.begun,
            wished=packed_wishes(wanted) if wanted is not None else None,
            facts=self.facts,
            seen=self.seen,
            fold=self.fold if self.begun else None,
        )

    def left_after(self, code: str, details: Mapping[str, Any]) -> "Pending | None":
        """What has still to be written after a refusal; None where trying again is no use.

        Args:
            code: How DynamoDB calls the refusal.
            details: The whole of its answer.

        Raises:
            ErasedError: The person has been deleted since.
            StoreError: A newer version wrote what was to be written to.
        """
        match code:
            case "TransactionConflictException":
                return self
            case "ConditionalCheckFailedException":
                reasons = [{"Code": REFUSED, "Item": details.get("Item", {})}]
            case "TransactionCanceledException":
                reasons = details.get("CancellationReasons", [])
            case _:
                return None
        codes = [reason.get("Code", "None") for reason in reasons]
        number = len(self.parts) + self.needs_head + (self.change.device is not None)
        if len(codes) != number or not set(codes) <= CONFLICTS | {"None", REFUSED}:
            return None
        return self._without_refused(reasons)

    def _without_refused(self, reasons: list[dict[str, Any]]) -> "Pending":
        """What is left, by the reason for each of the requests."""
        items = [r.get("Item", {}) if r.get("Code") == REFUSED else None for r in reasons]
        parts = tuple(
            part if item is None else part.beside(item, self.change.generation)
            for part, item in zip(self.parts, items, strict=False)
        )
        left = replace(self, parts=tuple(part for part in parts if part.begins or not part.is_empty))
        rest = items[len(self.parts) :]
        if self.needs_head and (head := rest.pop(0)) is not None:
            left = left.beside_head(head)
        if rest and rest[0] is not None:
            left = replace(left, change=replace(left.change, device=None))
        return left

    def beside_head(self, item: "Item") -> "Pending":
        """This beside a head that is not the one that was seen: preferences are built on those it has.

        Raises:
            ErasedError: The person has been deleted since.
            StoreError: A newer version wrote it.
        """
        head = of_this_version(item)
        if item and head.generation != self.change.generation:
            raise ErasedError("what this session knew has been deleted")
        change = self.change
        if change.preferences is not None:
            both = merged(change.known, wishes(change.preferences), head.wishes)
            change = replace(change, preferences=both if both != head.wishes else None)
            change = replace(change, known=head.wishes)
        return replace(self, change=change, seen=item.get("prefs"), fold=None)


def _begins(record: PracticeRecord) -> bool:
    """Whether a practice begins with this, by its id: the moment it began."""
    return record.saved is not None and record.id == encode_time(record.saved.saved_at)
