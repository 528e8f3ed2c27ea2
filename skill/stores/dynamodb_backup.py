"""A whole household out of the DynamoDB table, and into it.

What is restored is of a new generation. Its finished stretches are written first, and nobody sees them
before there are profiles of that generation; those come in one transaction at the end. What a restore
that broke off has left is hidden, is written over by the next one, and expires by itself.
"""

import math
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from botocore.exceptions import ClientError

from skill.coach.person.backup import Backup, KeptPerson
from skill.coach.person.encoding import encode_time
from skill.coach.person.preferences import encode_preferences
from skill.coach.person.profile import KEPT_HISTORY, Profile
from skill.errors import StoreError
from skill.stores.dynamodb_client import explaining
from skill.stores.dynamodb_items import (
    DEVICES,
    LAST,
    PRACTICE,
    device_key,
    devices_of,
    encode_practice,
    person_of,
    profile_key,
    profiles_of,
    put_device,
    put_done,
    read_device,
    read_finished,
    read_own,
)
from skill.stores.dynamodb_table import BATCH, DynamoTable
from skill.stores.dynamodb_upgrades import SCHEMA_NUMBER
from skill.stores.dynamodb_values import attribute, text_of
from skill.stores.reading import newest_first, refuse_overwriting, to_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef, WriteRequestTypeDef

    from skill.stores.dynamodb_items import Item, Value

NOTHING_KEPT = "attribute_not_exists(pk) OR (attribute_exists(bare) AND attribute_not_exists(erasing))"
"""That a profile is not there, or only that it was deleted."""


def back_up(table: DynamoTable, account: str, at: datetime) -> Backup:
    """Everything kept of a household.

    Raises:
        StoreError: The table cannot be read; the message says what to do.
    """
    items = table.opening(account)
    people = [_person(table, account, key, item, at) for key, item in profiles_of(items).items()]
    devices = [read_device(key.removeprefix(DEVICES), item) for key, item in devices_of(items).items()]
    return Backup(
        at,
        tuple(sorted(people, key=lambda kept: kept.profile.person)),
        tuple(sorted(devices, key=lambda device: device.key)),
    )


def restore(table: DynamoTable, account: str, backup: Backup) -> None:
    """Keep everything that a backup holds, or nothing of it.

    Raises:
        BackupError: Something is kept of one of its people already; nothing was written.
        StoreError: Nothing of it is seen, or perhaps all of it is.
    """
    items = table.opening(account)
    people = [kept for kept in backup.people if not kept.is_bare]
    for kept in people:
        if "bare" not in items.get(profile_key(kept.profile.person), {"bare": {}}):
            refuse_overwriting(kept.profile.person)
    generation = uuid4().hex
    puts: list[WriteRequestTypeDef] = [
        {"PutRequest": {"Item": put_done(table.name, account, who, finished, generation)["Item"]}}
        for who, kept in ((kept.profile.person, kept) for kept in people)
        for finished in kept.history
    ]
    for first in range(0, len(puts), BATCH):
        table.batch(puts[first : first + BATCH], math.inf)
    _show(table, account, backup, items, generation)


def _show(
    table: DynamoTable, account: str, backup: Backup, items: "Mapping[str, Item]", generation: str
) -> None:
    """Put the profiles, with which everything is there, and the devices of which nothing later is."""
    shown: list[TransactWriteItemTypeDef] = [
        {
            "Put": {
                "TableName": table.name,
                "Item": _profile_item(account, kept.profile, generation),
                "ConditionExpression": NOTHING_KEPT,
            }
        }
        for kept in backup.people
        if not kept.is_bare
    ]
    written = encode_time(backup.at)
    shown += [
        {"Put": put_device(table.name, account, device, backup.at)}
        for device in backup.devices
        if text_of(items.get(device_key(device.key), {}).get("at")) <= written
    ]
    if not shown:
        return
    with explaining(table.name):
        try:
            table.client.transact_write_items(TransactItems=shown)
        except ClientError as error:
            reasons = error.response.get("CancellationReasons", [])
            if any(reason.get("Code") == "ConditionalCheckFailed" for reason in reasons):
                raise StoreError(
                    f"the table {table.name} was written to by others meanwhile: import it again"
                ) from error
            raise


def _profile_item(account: str, profile: Profile, generation: str) -> dict[str, "Value"]:
    """A whole profile as an item, of another generation than it had; nothing of the household's."""
    numbers: dict[str, int] = {}
    for prefix, tallies in (("", profile.stretches), ("d", profile.days)):
        for name, tally in tallies.items():
            numbers |= {f"{prefix}n#{name}": tally.count, f"{prefix}s#{name}": tally.seconds}
    return {
        "pk": {"S": account},
        "sk": {"S": profile_key(profile.person)},
        "schema": SCHEMA_NUMBER,
        "generation": {"S": generation},
        "preferences": {"S": to_text(encode_preferences(profile.preferences))},
        **{PRACTICE + saved.practice.id: encode_practice(saved) for saved in profile.practices},
        **{name: attribute(number) for name, number in numbers.items()},
        **{LAST + stretch: attribute(day) for stretch, day in profile.lately.items()},
    }


def _person(table: DynamoTable, account: str, key: str, item: "Item", at: datetime) -> KeptPerson:
    profile = read_own(person_of(key), item)
    finished = read_finished(table.done(account, profile.person), profile.generation)
    return KeptPerson(profile, newest_first(finished, at - KEPT_HISTORY))
