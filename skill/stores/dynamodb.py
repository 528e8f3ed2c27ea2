"""Progress in one DynamoDB table, the one that `template.yaml` makes.

One query opens a profile, and one request writes a turn's change. Everything in that request may be
repeated or come late: a finished stretch is put only where it is not there yet, in one transaction with
its totals, and a place is set only where an older one is kept. So no ids of earlier requests have to be
kept to recognise a repeated one.
"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast
from uuid import uuid4

from botocore.exceptions import ClientError

from skill.coach.person.change import Change
from skill.coach.person.profile import Finished, Profile
from skill.coach.person.progress_store import ProgressStore
from skill.errors import StoreError
from skill.stores.dynamodb_client import code_of, explaining
from skill.stores.dynamodb_items import (
    Surplus,
    device_key,
    devices_of_nobody,
    person_of,
    profile_key,
    profiles_of,
    put_device,
    put_done,
    read_device,
    read_finished,
    read_profile,
    read_surplus,
    tombstone,
)
from skill.stores.dynamodb_table import DynamoTable, pause
from skill.stores.dynamodb_update import Pending, left_after, update_profile
from skill.stores.dynamodb_values import text_of
from skill.stores.reading import newest_first

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

    from skill.coach.person.backup import Backup
    from skill.stores.dynamodb_items import Item, Value

WRITE_ATTEMPTS = 5
WRITE_SECONDS = 1.5
"""How often, and for how many seconds, a change is tried again while others write to the same
profile."""

MOST_AT_ONCE = 98
"""How many finished stretches one transaction writes: DynamoDB takes 100 items, with the profile and
the device."""

ERASE_SECONDS = 60.0
"""For how many seconds what is left of a deletion is deleted before a backup is put in its place."""

TOMBSTONE_SECONDS = 2 * 24 * 3600
"""For how long a finished deletion refuses the writes of older sessions: no session lasts that long."""

MOST_SURPLUSES = 100
"""How many profiles' surpluses are remembered at most; many people's turns come between two of one
person."""

INVALID = frozenset({"TransactionCanceledException", "ValidationException"})
"""How DynamoDB refuses to add to an attribute that is no number."""


class DynamoStore(ProgressStore):
    """Keeps progress in a DynamoDB table; several threads and processes may use it at once."""

    def __init__(self, table: str, client: "DynamoDBClient | None" = None) -> None:
        self.table = table
        self._rows = DynamoTable(table, client)
        # What the items of the last profiles that were opened here should not hold; the next write of
        # each removes it on the side. If it is lost with the process, the next visit finds it again.
        self._surplus: dict[tuple[str, str], Surplus] = {}

    def open(self, account: str, person: str, device: str = "") -> Profile:
        """A person's profile, in one strongly consistent query; an empty one where none is kept.

        Raises:
            StoreError: The table cannot be read; the message says what to do.
        """
        items = self._rows.opening(account)
        profile = read_profile(person, profiles_of(items))
        here = read_device(device, items.get(device_key(device), {}))
        self._note_surplus(account, person, read_surplus(items.get(profile_key(person), {})))
        return replace(profile, device=here)

    def write(self, account: str, person: str, change: Change) -> None:
        """Add one turn's change: no request for an empty one, one as a rule, more in a collision.

        Raises:
            ErasedError: What the change builds on has been deleted; nothing was written.
            StoreError: Not written, or perhaps written; writing it again does no harm.
        """
        early = change.finished[:-MOST_AT_ONCE]
        if early:
            first = Change(change.at, finished=early, generation=change.generation)
            self.write(account, person, first)
            change = replace(change, finished=change.finished[-MOST_AT_ONCE:])
        if not change.is_empty:
            self._write(account, person, Pending.of(change, self._take_surplus(account, person)))

    def history(
        self, account: str, person: str, since: datetime, limit: int | None = None
    ) -> Iterator[Finished]:
        """What a person finished since then, the newest first.

        Without a limit it reads all of it, a request for each megabyte (some 4,000 stretches): keys are
        in the order in which practices began, and a practice resumed later has newer stretches than
        that.

        Raises:
            StoreError: The table cannot be read; raised at the call, not while iterating.
        """
        generation = text_of(self._profile(account, person).get("generation"))
        items = self._rows.done(account, person, limit)
        return iter(newest_first(read_finished(items, generation), since))

    def hide(self, account: str, person: str) -> Profile:
        """Put a tombstone in the place of the profile; it hides the history as well.

        Raises:
            StoreError: Nothing is hidden, or perhaps it is; doing it again does no harm.
        """
        generation = uuid4().hex
        with explaining(self.table):
            item = tombstone(account, person, generation)
            self._client.put_item(TableName=self.table, Item=item)
        return Profile(person, generation=generation, erasing=True)

    def erase(self, account: str, person: str, seconds: float) -> bool:
        """Delete the hidden history, for about so many seconds; True once nothing of it is left.

        Raises:
            StoreError: The table cannot be used; what was deleted before that is gone.
        """
        until = time.monotonic() + seconds
        items = self._rows.opening(account)
        profile = items.get(profile_key(person), {})
        if "erasing" not in profile:
            return True
        generation = text_of(profile.get("generation"))
        for keys in self._rows.hidden(account, person, generation):
            self._rows.batch([{"DeleteRequest": {"Key": key}} for key in keys], until)
            if time.monotonic() > until:
                return False
        for key in devices_of_nobody(items):
            self._rows.batch([{"DeleteRequest": {"Key": key}}], until)
        return self._bury(account, person, generation)

    def people(self, account: str) -> tuple[str, ...]:
        """The ids of everybody of the household of whom something is kept.

        Raises:
            StoreError: The table cannot be read; the message says what to do.
        """
        return tuple(person_of(key) for key in profiles_of(self._rows.opening(account)))

    def back_up(self, account: str, at: datetime) -> "Backup":
        """Everything kept of a household: a query for its profiles and one for each person's history.

        Raises:
            StoreError: The table cannot be read; the message says what to do.
        """
        from skill.stores.dynamodb_backup import back_up

        return back_up(self._rows, account, at)

    def restore(self, account: str, backup: "Backup") -> None:
        """Keep what a backup holds; its history is hidden until the last request, which shows it all.

        Raises:
            BackupError: Something is kept of one of its people already; nothing was written.
            StoreError: Nothing of it is seen, or perhaps all of it is.
        """
        from skill.stores.dynamodb_backup import restore

        for kept in backup.people:
            if not self.erase(account, kept.profile.person, ERASE_SECONDS):
                raise StoreError("a deletion from before is still going on: import it again later")
        restore(self._rows, account, backup)

    @property
    def _client(self) -> "DynamoDBClient":
        return self._rows.client

    def _profile(self, account: str, person: str) -> "Item":
        return self._rows.opening(account).get(profile_key(person), {})

    def _bury(self, account: str, person: str, generation: str) -> bool:
        """Note that nothing hidden is left; a tombstone that nobody has written to since will expire."""
        expires = {":expires": {"N": str(int(time.time()) + TOMBSTONE_SECONDS)}}
        bare = ("SET expires_at = :expires REMOVE erasing", " AND attribute_exists(bare)", expires)
        lived_in: tuple[str, str, dict[str, Value]] = ("REMOVE erasing", "", {})
        for expression, condition, values in (bare, lived_in):
            with explaining(self.table):
                client = self._client
                try:
                    client.update_item(
                        TableName=self.table,
                        Key={"pk": {"S": account}, "sk": {"S": profile_key(person)}},
                        UpdateExpression=expression,
                        # Only where no other deletion has begun meanwhile.
                        ConditionExpression="generation = :generation" + condition,
                        ExpressionAttributeValues={":generation": {"S": generation}, **values},
                    )
                except client.exceptions.ConditionalCheckFailedException:
                    continue
            return True
        return False

    def _take_surplus(self, account: str, person: str) -> Surplus:
        return self._surplus.pop((account, person), Surplus())

    def _note_surplus(self, account: str, person: str, surplus: Surplus) -> None:
        self._take_surplus(account, person)
        if surplus != Surplus():
            self._surplus[account, person] = surplus
        # Another thread may be here, and may have removed it already.
        for oldest in list(self._surplus)[:-MOST_SURPLUSES]:
            self._surplus.pop(oldest, None)

    def _write(self, account: str, person: str, pending: Pending) -> None:
        give_up = time.monotonic() + WRITE_SECONDS
        for attempt in range(WRITE_ATTEMPTS):
            left = self._try(account, person, pending)
            if left.change.is_empty:
                return
            if left == pending:
                # Another request is writing to the profile.
                pause(attempt)
            pending = left
            if time.monotonic() > give_up:
                break
        raise StoreError(
            f"the table {self.table} was written to by others again and again: write this change later"
        )

    def _try(self, account: str, person: str, pending: Pending) -> Pending:
        """Write what is pending in one request, and return what is pending after it."""
        puts, device = self._puts(account, person, pending), pending.change.device
        with explaining(self.table):
            client = self._client
            try:
                if device is not None and not pending.change.is_about_person:
                    client.put_item(**put_device(self.table, account, device, pending.change.at))
                elif puts:
                    update = update_profile(self.table, account, person, pending)
                    client.transact_write_items(TransactItems=[*puts, {"Update": update}])
                else:
                    client.update_item(**update_profile(self.table, account, person, pending))
            except ClientError as error:
                left = left_after(pending, code_of(error), _details(error))
                if left is None and code_of(error) in INVALID:
                    left = pending.mending(self._profile(account, person))
                if left is None:
                    raise
                return left
        return pending.nothing

    def _puts(self, account: str, person: str, pending: Pending) -> "list[TransactWriteItemTypeDef]":
        """What is put beside the update of the profile: finished stretches, then the device."""
        change = pending.change
        puts: list[TransactWriteItemTypeDef] = [
            {"Put": put_done(self.table, account, person, entry, change.generation)}
            for entry in change.finished
        ]
        if change.device is not None:
            puts.append({"Put": put_device(self.table, account, change.device, change.at)})
        return puts


def _details(error: "ClientError") -> Mapping[str, Any]:
    """The whole answer of an error: botocore's types lack the parts that DynamoDB adds."""
    return cast("Mapping[str, Any]", error.response)
