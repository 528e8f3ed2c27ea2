"""Upgrades: items that older versions wrote, brought up to date as they are read.

A step that has been released is never edited: a change of the items raises `SCHEMA` and adds a step
below the others. What was upgraded on reading is written with the next write after a visit; until then
the item keeps the number of its own schema, even if others write to it.
"""

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from skill.errors import StoreError
from skill.stores.dynamodb_values import number_of
from skill.stores.reading import as_date

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef

    Value = AttributeValueTypeDef
    Item = Mapping[str, AttributeValueTypeDef]

log = logging.getLogger(__name__)

SCHEMA = 2
"""The version of the items that `dynamodb_items` describes."""

SCHEMA_NUMBER: "Value" = {"N": str(SCHEMA)}
"""That version as an attribute."""


def _with_last_days(item: "Item") -> "Item":
    """Version 1 did not keep the last day of each stretch: the newest day of all stands for it."""
    named = [name.removeprefix("dn#") for name in item if name.startswith("dn#")]
    days = [day for day in named if as_date(day) is not None]
    if not days:
        return item
    stretches = [name.removeprefix("n#") for name in item if name.startswith("n#")]
    return {**{f"l#{stretch}": {"S": max(days)} for stretch in stretches}, **item}


UPGRADES: Mapping[int, Callable[["Item"], "Item"]] = {1: _with_last_days}
"""The step from each older version to the next."""


def upgraded(item: "Item") -> "Item":
    """An item in the form of the present version.

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
    """The version that an item names; the present one where it names none that can be read."""
    return number_of(item.get("schema")) or SCHEMA
