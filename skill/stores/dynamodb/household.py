"""A household as one query brings it: what a visit is shown of it, and the sums it comes to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from skill.coach.person.learning import facts_of, with_facts
from skill.coach.person.practice_record import PracticeRecord, all_finished, shown_practices
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import Profile, SavedPractice, kept_practices, visible_to
from skill.coach.person.totals import Recount, Totals
from skill.stores.dynamodb.devices import read_device
from skill.stores.dynamodb.heads import Head, read_head
from skill.stores.dynamodb.keys import (
    HEADS,
    PRACTICES,
    device_key,
    head_key,
    person_key,
    practice_key,
)
from skill.stores.dynamodb.practices import PracticeItem, read_practice
from skill.stores.dynamodb.schema import refuse_newer
from skill.stores.dynamodb.sums import Fold, folded
from skill.stores.dynamodb.values import text_of

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef

    Item = Mapping[str, AttributeValueTypeDef]


@dataclass(frozen=True)
class Household:
    """The items of an account that have been read, by their sort keys."""

    items: "Mapping[str, Item]"

    @classmethod
    def of(cls, items: "Iterable[Item]") -> "Household":
        """The household of some items."""
        return cls({text_of(item.get("sk")): item for item in items})

    def with_more(self, items: "Iterable[Item]") -> "Household":
        """This with more of its items."""
        return Household({**self.items, **Household.of(items).items})

    def under(self, prefix: str) -> "dict[str, Item]":
        """The items whose sort keys have a prefix."""
        return {key: item for key, item in self.items.items() if key.startswith(prefix)}

    @cached_property
    def heads(self) -> dict[str, Head]:
        """What is kept of each person, by what keys call them."""
        return {key.removeprefix(HEADS): read_head(item) for key, item in self.under(HEADS).items()}

    @property
    def oldest(self) -> str | None:
        """The sort key of the oldest practice that was read; None for none."""
        return min(self.under(PRACTICES), default=None)

    def head(self, person: str) -> Head | None:
        """What is kept of a person.

        Raises:
            StoreError: A newer version wrote it.
        """
        item = self.items.get(head_key(person))
        if item is None:
            return None
        refuse_newer(item)
        return self.heads[person_key(person)]

    def open_from(self, person: str) -> str | None:
        """The sort key from which on everything of a person has to be read; None where nothing has.

        Raises:
            StoreError: A newer version wrote their head.
        """
        head = self.head(person)
        if head is None or not head.has_begun:
            return None
        return practice_key(head.sums.watermark, "")

    @cached_property
    def practices(self) -> list[PracticeItem]:
        """All practices that no deletion has hidden, whoever's."""
        heads = self.heads
        read = (read_practice(item) for item in self.under(PRACTICES).values())
        return [each for each in read if each.generation == heads.get(each.person, Head("")).generation]

    def records(self, person: str) -> list[PracticeRecord]:
        """A person's practices."""
        return [each.record for each in self.practices if each.person == person_key(person)]

    def missing(self, person: str, read_from: str) -> list[str]:
        """The sort keys of what a person may be shown beside the items that have been read.

        The last practices of each, whatever their age, and what others have made of them.

        Args:
            person: Whose visit it is.
            read_from: The sort key from which on everything has been read.
        """
        shown = {
            called: head
            for called, head in self.heads.items()
            if called == person_key(person) or (head.person and visible_to(person, head.person))
        }
        noted = {practice for head in shown.values() for practice in head.noted}
        keys = [practice_key(practice, called) for practice in sorted(noted) for called in sorted(shown)]
        return [key for key in keys if key < read_from]

    def own(self, person: str) -> Profile:
        """What is kept of a person, without anything of others and of devices.

        Raises:
            StoreError: A newer version wrote it.
        """
        head = self.head(person) or Head(person)
        own = [each for each in self.practices if each.person == person_key(person)]
        return Profile(
            person,
            with_facts(head.wishes, _facts(head, own)),
            kept_practices(shown_practices(each.record for each in own)),
            generation=head.generation,
            erasing=head.erasing,
        ).with_totals(_totals(head, (each.record for each in own)).shown)

    def profile(self, person: str, device: str) -> Profile:
        """What a person's visit begins with.

        Raises:
            StoreError: A newer version wrote it.
        """
        here = read_device(device, self.items.get(device_key(device), {}))
        profile = replace(self.own(person), device=here)
        return profile.in_household(self._left_by_others(person))

    def fold(self, person: str) -> Fold | None:
        """A person's sums as they are to be kept from now on; None where nothing is kept of them."""
        head = self.head(person)
        if head is None:
            return None
        return _fold_of(person, head, self.practices, _totals(head, self.records(person)))

    def recounted(self, person: str) -> tuple[Recount, Fold | None]:
        """A person's totals worked out anew from all their practices; None where nothing is kept.

        Where practices have expired that were counted, what they added to a stretch stays.

        Raises:
            StoreError: A newer version wrote their head.
        """
        head = self.head(person)
        # A tombstone has nothing that could be counted, and nothing is written to it.
        if head is None or "bare" in self.items[head_key(person)]:
            return Recount(person, Totals(), Totals()), None
        before, records = self.own(person).totals, self.records(person)
        after = head.sums.before.plus(all_finished(records))
        oldest = min((record.id for record in records), default="")
        if not records or (head.sums.first and head.sums.first < oldest):
            after = after.at_least(before)
        fold = _fold_of(person, head, self.practices, after)
        return Recount(person, before, after.shown), fold

    def _left_by_others(self, person: str) -> list[SavedPractice]:
        practices = self.practices
        return [
            saved
            for called, head in self.heads.items()
            if head.person and visible_to(person, head.person)
            for saved in kept_practices(
                shown_practices(each.record for each in practices if each.person == called)
            )
        ]


def _fold_of(person: str, head: Head, practices: Iterable[PracticeItem], totals: Totals) -> Fold:
    """A head's sums with other totals, and with everything that has been read counted in them.

    Args:
        person: Whose it is.
        head: The head as it was read.
        practices: The household's practices as they were read.
        totals: What it comes to.
    """
    practices = list(practices)
    own = [each for each in practices if each.person == person_key(person)]
    learnt = with_facts(Preferences(), _facts(head, own))
    sums = replace(head.sums, totals=totals, facts=facts_of(learnt))
    records = [each.record for each in own if _is_open(head, each.record)]
    fold = folded(records, (each.record.id for each in practices), sums)
    return replace(fold, begun=head.begun, told=head.told, stamp=head.stamp)


def _facts(head: Head, practices: Iterable[PracticeItem]) -> list[str]:
    """What a person has learnt, as their head and their practices know."""
    return [*head.facts, *sorted({fact for each in practices for fact in each.facts})]


def _totals(head: Head, records: Iterable[PracticeRecord]) -> Totals:
    return head.sums.with_all(record for record in records if _is_open(head, record))


def _is_open(head: Head, record: PracticeRecord) -> bool:
    return record.id >= head.sums.watermark or record.id in head.noted
