"""The attributes of items: values in, values out, whatever has been written or sent in their place."""

import re
from typing import TYPE_CHECKING

from skill.coach.person.encoding import Json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef

    Value = AttributeValueTypeDef
    Item = Mapping[str, AttributeValueTypeDef]

DIGITS = re.compile(r"[0-9]{1,38}")


def text_of(value: "Value | None") -> str:
    """An attribute's text; empty where it has none."""
    text = value.get("S", "") if value else ""
    return text if isinstance(text, str) else ""


def map_of(value: "Value | None") -> "Item":
    """An attribute's map; empty where it has none."""
    table = value.get("M", {}) if value else {}
    return table if isinstance(table, dict) else {}


def number_of(value: "Value | None") -> int | None:
    """An attribute's whole number, of no more digits than DynamoDB keeps; None where it has none."""
    number = value.get("N", "") if value else ""
    return int(number) if isinstance(number, str) and DIGITS.fullmatch(number) else None


def attribute(value: Json) -> "Value":
    """A text or a whole number as an attribute."""
    return {"N": str(value)} if isinstance(value, int) else {"S": value}


def plain(value: "Value") -> Json:
    """Text and whole numbers as they are, None for everything else."""
    number = number_of(value)
    text = value.get("S")
    return number if number is not None else text if isinstance(text, str) else None
