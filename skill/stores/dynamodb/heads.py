"""The item of a person, the head, written and read; without a client and without requests.

- `p`: the person's id; `prefs`: what they wish, packed; `sums`: `dynamodb_sums`, packed;
- `t<fact>`: what they have learnt since the sums were saved (`skill.coach.person.learning`);
- `w`: from where practices are open as long as there are no sums;
- `u<practice id>`: each practice that has begun since the sums were saved;
- `n`: changes with every write, so that sums worked out from one head replace no other one;
- `g`: a deletion's id; `erasing` while it goes on; `bare` on a tombstone until somebody practises again;
- `v`: the schema; `expires_at` on a tombstone, in seconds since 1970.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from skill.coach.person.encoding import decode_time, encode_time
from skill.coach.person.learning import wishes
from skill.coach.person.preferences import Preferences, encode_preferences
from skill.errors import UnreadableStateError
from skill.stores.dynamodb.expression import Expression
from skill.stores.dynamodb.keys import Owner, head_key, key_of
from skill.stores.dynamodb.schema import SCHEMA_NUMBER, refuse_newer
from skill.stores.dynamodb.sums import Fold, Sums, decode_sums, encode_sums
from skill.stores.dynamodb.values import fact_attributes, facts_in, packed, text_of, unpacked
from skill.stores.reading import fields_from_text, to_text

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef, UpdateTypeDef

    Value = AttributeValueTypeDef
    Item = Mapping[str, AttributeValueTypeDef]

NOTED = re.compile(r"u([0-9].*)", re.DOTALL)

STAMP_LETTERS = 8
GENERATION_LETTERS = 16

CLOCKS = timedelta(days=1)
"""How far the clocks of a household may be apart: practices that began so much before a person's first
one are open, too."""


@dataclass(frozen=True)
class Head:
    """What is kept of a person beside their practices."""

    person: str
    """The person's id; empty where it cannot be read."""
    wishes: Preferences = Preferences()
    """The preferences without what was learnt."""
    told: frozenset[str] = frozenset()
    """The facts that have come since the sums were saved."""
    sums: Sums = Sums()
    has_begun: bool = False
    """Whether a practice has ever begun under it: else there is none to be read."""
    begun: frozenset[str] = frozenset()
    """The ids of the practices that have begun since the sums were saved."""
    stamp: str = ""
    generation: str = ""
    erasing: bool = False

    @property
    def facts(self) -> tuple[str, ...]:
        """What the person has learnt, as far as the head knows."""
        return (*self.sums.facts, *sorted(self.told))

    @property
    def noted(self) -> frozenset[str]:
        """The ids of the practices that a visit may be shown, whatever their age."""
        return self.begun | self.sums.shown


def new_generation() -> str:
    """What a head and its practices have in common from a deletion to the next one."""
    return uuid4().hex[:GENERATION_LETTERS]


def read_head(item: "Item") -> Head:
    """An item as a head; what cannot be read is left out.

    Sums that cannot be read are none of any practice: the next visit reads them all.
    """
    sums = decode_sums(unpacked(item.get("sums")))
    begun_at = text_of(item.get("w")) if "sums" not in item else ""
    return Head(
        text_of(item.get("p")),
        wishes(fields_from_text(Preferences, unpacked(item.get("prefs")))),
        facts_in(item),
        sums if sums is not None else Sums(watermark=begun_at),
        has_begun=bool({"w", "sums"} & set(item)),
        begun=frozenset(match[1] for name in item if (match := NOTED.fullmatch(name))),
        stamp=text_of(item.get("n")),
        generation=text_of(item.get("g")),
        erasing="erasing" in item,
    )


def packed_wishes(preferences: Preferences) -> "Value":
    """What somebody wishes, as an attribute; equal wishes give equal attributes."""
    return packed(to_text(encode_preferences(wishes(preferences))))


def update_head(
    owner: Owner,
    *,
    begun: Collection[str] = (),
    wished: "Value | None" = None,
    facts: Iterable[str] = (),
    seen: "Value | None" = None,
    fold: Fold | None = None,
) -> "UpdateTypeDef":
    """The request that writes to a head, and makes one where there is none.

    DynamoDB refuses it if the person was deleted or the head written by a newer version meanwhile, if
    the wishes are not those that were seen, or if it is not the head that was folded.

    Args:
        owner: Whose head, of the generation that the change builds on.
        begun: The ids of practices that begin in the same transaction.
        wished: The wishes to be kept; None to leave them.
        facts: What was learnt.
        seen: The wishes that those are built on, as they are kept.
        fold: The sums to be kept, with what they were worked out from; None to leave them.
    """
    update = Expression()
    update.require_generation(owner.generation, or_nothing=bool(owner.generation))
    update.require("v", "<=", SCHEMA_NUMBER, or_no="N")
    update.set("v", SCHEMA_NUMBER)
    update.set("n", {"S": uuid4().hex[:STAMP_LETTERS]})
    update.set_missing("p", {"S": owner.person})
    if owner.generation:
        update.set("g", {"S": owner.generation})
    # A tombstone that is written to becomes a head again and does not expire any more.
    update.remove("expires_at")
    update.remove("bare")
    for name, value in fact_attributes(facts).items():
        update.set(name, value)
    if wished is not None:
        if seen is not None:
            update.require("prefs", "=", seen, or_no="B")
        update.set("prefs", wished)
    if fold is not None:
        _set_fold(update, fold, frozenset(begun), frozenset(facts))
    elif begun:
        update.set_missing("w", {"S": _first_watermark(min(begun))})
        for practice in sorted(begun):
            update.set(f"u{practice}", {"BOOL": True})
    return update.update(owner.table, key_of(owner.account, head_key(owner.person)))


def _set_fold(update: Expression, fold: Fold, begun: frozenset[str], told: frozenset[str]) -> None:
    if fold.stamp is not None:
        update.require("n", "=", {"S": fold.stamp})
    sums = replace(fold.sums, shown=fold.sums.shown | begun)
    update.set("sums", packed(encode_sums(sums)))
    update.remove("w")
    for practice in sorted(fold.begun):
        update.remove(f"u{practice}")
    for name in fact_attributes(fold.told - told):
        update.remove(name)


def head_item(owner: Owner, preferences: Preferences, fold: Fold) -> "dict[str, Value]":
    """A whole head as an item."""
    return {
        **key_of(owner.account, head_key(owner.person)),
        "v": SCHEMA_NUMBER,
        "p": {"S": owner.person},
        "n": {"S": uuid4().hex[:STAMP_LETTERS]},
        "g": {"S": owner.generation},
        "prefs": packed_wishes(preferences),
        "sums": packed(encode_sums(fold.sums)),
    }


def tombstone(account: str, person: str, generation: str) -> "dict[str, Value]":
    """The item that takes a head's place when somebody is deleted."""
    return {
        **key_of(account, head_key(person)),
        "v": SCHEMA_NUMBER,
        "p": {"S": person},
        "g": {"S": generation},
        "erasing": {"BOOL": True},
        "bare": {"BOOL": True},
    }


def of_this_version(item: "Item") -> Head:
    """An item as a head.

    Raises:
        StoreError: A newer version wrote it.
    """
    refuse_newer(item)
    return read_head(item)


def _first_watermark(practice: str) -> str:
    """From where practices are open when the first one begins."""
    try:
        began: datetime = decode_time(practice)
        return encode_time(began - CLOCKS)
    except (UnreadableStateError, OverflowError):
        return ""
