"""The version of the items, and what is done with an item of another one.

A change of the items that an older version would misread raises `SCHEMA`. Until version 2 a profile held
all of a person in one item, `profile#…`: such tables are exported by the version that wrote them and
imported by this one.
"""

import logging
from typing import TYPE_CHECKING

from skill.errors import StoreError
from skill.stores.dynamodb.values import number_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef

    Value = AttributeValueTypeDef
    Item = Mapping[str, AttributeValueTypeDef]

log = logging.getLogger(__name__)

SCHEMA = 3
"""The version of the items of practices, heads and devices."""

SCHEMA_NUMBER: "Value" = {"N": str(SCHEMA)}
"""That version as an attribute."""


def is_newer(item: "Item") -> bool:
    """Whether a newer version wrote an item; one without a version that can be read is of this one."""
    return (number_of(item.get("v")) or SCHEMA) > SCHEMA


def refuse_newer(item: "Item") -> None:
    """Let nothing be done with an item of a newer version.

    Raises:
        StoreError: A newer version wrote it.
    """
    if is_newer(item):
        version = number_of(item.get("v"))
        log.warning("an item of schema %s: this version knows %d", version, SCHEMA)
        raise StoreError(
            f"the table has items of schema {version}, written by a newer version of Limber Back:"
            " deploy that one again, or set LIMBER_STORE=dynamodb:<table> to another table"
        )
