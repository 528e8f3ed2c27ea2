"""A whole household out of the DynamoDB table, and into it.

What is restored is of a new generation. Its practices are written first, and nobody sees them before
there are heads of that generation; those come in one transaction at the end. What a restore that broke
off has left is hidden, is written over by the next one, and expires by itself.
"""

import math
from datetime import datetime
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from skill.coach.person.backup import Backup, KeptPerson
from skill.coach.person.learning import facts_of
from skill.coach.person.practice_record import all_finished, records_of
from skill.coach.person.profile import KEPT_HISTORY
from skill.errors import StoreError
from skill.stores.dynamodb.client import explaining
from skill.stores.dynamodb.devices import put_device, read_device
from skill.stores.dynamodb.heads import head_item, new_generation
from skill.stores.dynamodb.household import Household
from skill.stores.dynamodb.keys import DEVICES, Owner, device_key, head_key
from skill.stores.dynamodb.practices import practice_item
from skill.stores.dynamodb.sums import Sums, folded
from skill.stores.dynamodb.table import BATCH, DynamoTable
from skill.stores.dynamodb.values import number_of
from skill.stores.reading import newest_first, refuse_overwriting

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef, WriteRequestTypeDef

    from skill.coach.person.practice_record import PracticeRecord
    from skill.stores.dynamodb.values import Value

NOTHING_KEPT = "attribute_not_exists(pk) OR (attribute_exists(bare) AND attribute_not_exists(erasing))"
"""That a head is not there, or only that the person was deleted."""


def back_up(table: DynamoTable, account: str, at: datetime) -> Backup:
    """Everything kept of a household.

    Raises:
        StoreError: The table cannot be read; the message says what to do.
    """
    household = table.all_of(account)
    people = [head.person for head in household.heads.values() if head.person]
    keys = [key.removeprefix(DEVICES) for key in sorted(household.under(DEVICES))]
    return Backup(
        at,
        tuple(_person(household, person, at) for person in sorted(people)),
        tuple(read_device(key, household.items[device_key(key)]) for key in keys),
    )


def restore(table: DynamoTable, account: str, backup: Backup) -> None:
    """Keep everything that a backup holds, or nothing of it.

    Raises:
        BackupError: Something is kept of one of its people already; nothing was written.
        StoreError: Nothing of it is seen, or perhaps all of it is.
    """
    household = table.people(account)
    people = [kept for kept in backup.people if not kept.is_bare]
    for kept in people:
        if "bare" not in household.items.get(head_key(kept.profile.person), {"bare": {}}):
            refuse_overwriting(kept.profile.person)
    generation = new_generation()
    owners = {
        kept.profile.person: Owner(table.name, account, kept.profile.person, generation)
        for kept in people
    }
    records = {kept.profile.person: records_of(kept.profile.practices, kept.history) for kept in people}
    puts: list[WriteRequestTypeDef] = [
        {"PutRequest": {"Item": practice_item(owners[person], record, ())}}
        for person, own in records.items()
        for record in own.values()
    ]
    for first in range(0, len(puts), BATCH):
        table.batch(puts[first : first + BATCH], math.inf)
    heads = [_head(owners[kept.profile.person], kept, records) for kept in people]
    _show(table, account, backup, household, heads)


def _show(
    table: DynamoTable,
    account: str,
    backup: Backup,
    household: Household,
    heads: "list[dict[str, Value]]",
) -> None:
    """Put the heads, with which everything is there, and the devices of which nothing later is."""
    shown: list[TransactWriteItemTypeDef] = [
        {"Put": {"TableName": table.name, "Item": head, "ConditionExpression": NOTHING_KEPT}}
        for head in heads
    ]
    written = int(backup.at.timestamp() * 1000)
    shown += [
        {"Put": put_device(table.name, account, device, backup.at)}
        for device in backup.devices
        if (number_of(household.items.get(device_key(device.key), {}).get("m")) or 0) <= written
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


def _head(
    owner: Owner, kept: KeptPerson, records: "Mapping[str, Mapping[str, PracticeRecord]]"
) -> "dict[str, Value]":
    """A person's head, of another generation than it had; all that was finished is counted in it."""
    household = [id_ for own in records.values() for id_ in own]
    facts = facts_of(kept.profile.preferences)
    sums = Sums(kept.profile.totals, kept.before, facts=facts)
    fold = folded(records[owner.person].values(), household, sums)
    return head_item(owner, kept.profile.preferences, fold)


def _person(household: Household, person: str, at: datetime) -> KeptPerson:
    finished = newest_first(all_finished(household.records(person)), at - KEPT_HISTORY)
    return KeptPerson(household.own(person), finished)
