"""The attributes of items: values in, values out, whatever has been written or sent in their place."""

import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef

    Value = AttributeValueTypeDef
    Item = Mapping[str, AttributeValueTypeDef]

DIGITS = re.compile(r"[0-9]{1,38}")

FACT = "t"
"""The prefix of the attributes that say what somebody has learnt."""

MOST_UNPACKED = 1_000_000
"""Bytes that no packed text comes near: a few damaged bytes may say that they are a gigabyte."""


def text_of(value: "Value | None") -> str:
    """An attribute's text; empty where it has none."""
    text = value.get("S", "") if value else ""
    return text if isinstance(text, str) else ""


def number_of(value: "Value | None") -> int | None:
    """An attribute's whole number, of no more digits than DynamoDB keeps; None where it has none."""
    number = value.get("N", "") if value else ""
    return int(number) if isinstance(number, str) and DIGITS.fullmatch(number) else None


def facts_in(item: "Item") -> frozenset[str]:
    """The facts that an item has as attributes of their own."""
    return frozenset(name.removeprefix(FACT) for name in item if name.startswith(FACT))


def fact_attributes(facts: "Iterable[str]") -> "dict[str, Value]":
    """Facts (`skill.coach.person.learning`) as attributes of their own: what is there can only grow."""
    return {FACT + fact: {"BOOL": True} for fact in sorted(facts)}


def packed(text: str) -> "Value":
    """A text as an attribute of few bytes; equal texts give equal ones."""
    return {"B": zlib.compress(text.encode(), 9)}


def unpacked(value: "Value | None") -> str | None:
    """The text of a packed attribute; None where it has none that can be read."""
    data = value.get("B") if value else None
    if not isinstance(data, bytes):
        return None
    try:
        return zlib.decompressobj().decompress(data, MOST_UNPACKED).decode()
    except (zlib.error, ValueError):
        return None
