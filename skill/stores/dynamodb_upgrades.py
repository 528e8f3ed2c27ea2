"""Items as older versions wrote them, brought up to date as they are read.

A step that has been released is never edited: a change of the items raises `SCHEMA` and is a new step
below the others. What is read in a new form is kept in it with the next write after a visit; until then
an item keeps the number of its own schema, whoever else writes to it.
"""

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from skill.errors import StoreError
from skill.stores.reading import as_date

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef

    Value = AttributeValueTypeDef
    Item = Mapping[str, AttributeValueTypeDef]

log = logging.getLogger(__name__)

SCHEMA = 2
"""The version of what `dynamodb_items` describes."""

SCHEMA_NUMBER: "Value" = {"N": str(SCHEMA)}
"""The same as an attribute."""


def _with_last_days(item: "Item") -> "Item":
    """Version 1 did not know when each stretch was last finished: by the last day at the latest."""
    named = [name.removeprefix("dn#") for name in item if name.startswith("dn#")]
    days = [day for day in named if as_date(day) is not None]
    if not days:
        return item
    stretches = [name.removeprefix("n#") for name in item if name.startswith("n#")]
    return {**{f"l#{stretch}": {"S": max(days)} for stretch in stretches}, **item}


UPGRADES: Mapping[int, Callable[["Item"], "Item"]] = {1: _with_last_days}
"""From each older version to the next."""


def upgraded(item: "Item") -> "Item":
    """An item in the form of today's version.

    Raises:
        StoreError: A newer version wrote it.
    """
    version = _version(item)
    if version > SCHEMA:
        log.warning("an item of schema %d: this version knows %d", version, SCHEMA)
        raise StoreError(
            f"the table has items of schema {version}, written by a newer version of Limber Back:"
            " deploy that one again, or set LIMBER_STORE=dynamodb:<table> to another table"
        )
    for number in range(version, SCHEMA):
        item = UPGRADES[number](item)
    return item


def _version(item: "Item") -> int:
    """The version an item says it is of; of today's where it says none that can be read."""
    number = item.get("schema", {}).get("N", "")
    return int(number) if number.isdecimal() and int(number) >= 1 else SCHEMA
