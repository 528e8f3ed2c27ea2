"""The item of a device of the household, written and read; without a client and without requests.

- `known`: JSON text; `m`: when it was written, in milliseconds; `v`: the schema;
- `expires_at`: a year later, in seconds since 1970.
"""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from skill.coach.person.device import KEPT_DEVICE, KnownDevice, encode_device
from skill.stores.dynamodb.expression import Expression
from skill.stores.dynamodb.keys import device_key, key_of
from skill.stores.dynamodb.schema import SCHEMA_NUMBER, refuse_newer
from skill.stores.dynamodb.values import text_of
from skill.stores.reading import fields_from_text, to_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mypy_boto3_dynamodb.type_defs import AttributeValueTypeDef, PutTypeDef

    Item = Mapping[str, AttributeValueTypeDef]


def read_device(device: str, item: "Item") -> KnownDevice:
    """What is known of a device; what cannot be read is as by default.

    Raises:
        StoreError: A newer version wrote it.
    """
    refuse_newer(item)
    return replace(fields_from_text(KnownDevice, text_of(item.get("known"))), key=device)


def put_device(table: str, account: str, device: KnownDevice, at: datetime) -> "PutTypeDef":
    """The request that keeps what is known of a device, unless something later is kept."""
    written = {"N": str(int(at.timestamp() * 1000))}
    condition = Expression()
    condition.require("m", "<=", {"N": written["N"]}, or_no="N")
    return condition.put(
        table,
        {
            **key_of(account, device_key(device.key)),
            "v": SCHEMA_NUMBER,
            "known": {"S": to_text(encode_device(device))},
            "m": {"N": written["N"]},
            "expires_at": {"N": str(int((at + KEPT_DEVICE).timestamp()))},
        },
    )
