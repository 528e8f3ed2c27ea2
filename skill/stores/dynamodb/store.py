"""Progress in one DynamoDB table, the one that `template.yaml` makes: a practice is the record.

One query opens a visit, and one small update of the practice's item writes a coaching turn. A practice
begins in a transaction with the person's head: that is where a deletion stops older sessions, and where
the totals are brought up to what the visit read. Everything may be repeated or come late: a finished
stretch is set only where it is missing, and a place only where an older one is kept. So no ids of
earlier requests have to be kept to recognise a repeated one.
"""

import logging
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from botocore.exceptions import ClientError

from skill.coach.person.change import Change
from skill.coach.person.practice_record import all_finished
from skill.coach.person.profile import Profile
from skill.coach.person.progress_store import ProgressStore
from skill.coach.person.totals import Finished, Recount
from skill.errors import StoreError
from skill.stores.dynamodb.client import code_of, explaining
from skill.stores.dynamodb.heads import new_generation, tombstone, update_head
from skill.stores.dynamodb.keys import DEVICES, HEADS, Owner, head_key, key_of
from skill.stores.dynamodb.pending import Pending
from skill.stores.dynamodb.sums import Fold
from skill.stores.dynamodb.table import DynamoTable, pause
from skill.stores.dynamodb.values import text_of
from skill.stores.reading import newest_first

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

    from skill.coach.person.backup import Backup
    from skill.stores.dynamodb.values import Value

log = logging.getLogger(__name__)

WRITE_ATTEMPTS = 5
WRITE_SECONDS = 1.5
"""How often, and for how many seconds, a change is tried again while others write to the same items."""

MOST_AT_ONCE = 40
"""How many finished stretches one request writes: DynamoDB takes 4 KB of an expression."""

ERASE_SECONDS = 60.0
"""For how many seconds what is left of a deletion is deleted before a backup is put in its place."""

TOMBSTONE_SECONDS = 2 * 24 * 3600
"""For how long a finished deletion refuses the writes of older sessions: no session lasts that long."""

MOST_FOLDS = 100
"""How many people's sums are remembered until they begin a practice; others come in between."""


class DynamoStore(ProgressStore):
    """Keeps progress in a DynamoDB table; several threads and processes may use it at once."""

    def __init__(self, table: str, client: "DynamoDBClient | None" = None) -> None:
        self.table = table
        self._rows = DynamoTable(table, client)
        # What the last visits have added up; the next practice that each begins saves it on the side. If
        # it is lost with the process, or another process has the next turn, a later visit does it again.
        self._folds: dict[tuple[str, str], Fold] = {}

    def open(self, account: str, person: str, device: str = "") -> Profile:
        """A person's profile, in one strongly consistent query as a rule; an empty one for nobody.

        Raises:
            StoreError: The table cannot be read; the message says what to do.
        """
        household, is_far_behind = self._rows.opening(account, person)
        profile = household.profile(person, device)
        fold = household.fold(person)
        self._folds.pop((account, person), None)
        if fold is not None and is_far_behind:
            self._catch_up(Owner(self.table, account, person, profile.generation), fold)
        elif fold is not None:
            self._note(account, person, fold)
        return profile

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
            pending = Pending.of(change, self._folds.get((account, person)))
            if pending.needs_head:
                self._folds.pop((account, person), None)
            if not pending.is_empty:
                self._write(Owner(self.table, account, person, change.generation), pending)

    def history(
        self, account: str, person: str, since: datetime, limit: int | None = None
    ) -> Iterator[Finished]:
        """What a person finished since then, the newest first.

        Without a limit it reads all of the household: a request for each megabyte, a thousand practices.

        Raises:
            StoreError: The table cannot be read; raised at the call, not while iterating.
        """
        rows = self._rows
        household = rows.all_of(account) if limit is None else rows.last(account, person, limit)
        finished = all_finished(household.records(person))
        last = sorted(finished, key=lambda entry: (entry.practice, entry.item), reverse=True)[:limit]
        return iter(newest_first(last, since))

    def hide(self, account: str, person: str) -> Profile:
        """Put a tombstone in the place of the head; it hides the practices as well.

        Raises:
            StoreError: Nothing is hidden, or perhaps it is; doing it again does no harm.
        """
        generation = new_generation()
        with explaining(self.table):
            item = tombstone(account, person, generation)
            self._client.put_item(TableName=self.table, Item=item)
        return Profile(person, generation=generation, erasing=True)

    def erase(self, account: str, person: str, seconds: float) -> bool:
        """Delete the hidden practices, for about so many seconds; True once nothing of them is left.

        Raises:
            StoreError: The table cannot be used; what was deleted before that is gone.
        """
        until = time.monotonic() + seconds
        household = self._rows.people(account)
        head = household.items.get(head_key(person), {})
        if "erasing" not in head:
            return True
        generation = text_of(head.get("g"))
        for keys in self._rows.hidden(account, person, generation):
            self._rows.batch([{"DeleteRequest": {"Key": dict(key)}} for key in keys], until)
            if time.monotonic() > until:
                return False
        if all("bare" in item for item in household.under(HEADS).values()):
            for key in household.under(DEVICES):
                self._rows.batch([{"DeleteRequest": {"Key": key_of(account, key)}}], until)
        return self._bury(account, person, generation)

    def recount(self, account: str, person: str) -> Recount:
        """Work a person's totals out anew from their practices, and keep them so.

        Where practices have expired that were counted, what they added to a stretch stays.

        Raises:
            StoreError: The table cannot be used, or others write to it again and again.
        """
        for attempt in range(WRITE_ATTEMPTS):
            household = self._rows.all_of(account)
            counted, fold = household.recounted(person)
            generation = household.own(person).generation
            if fold is None or self._saved(Owner(self.table, account, person, generation), fold):
                return counted
            pause(attempt)
        raise StoreError(f"the table {self.table} was written to by others again and again")

    def people(self, account: str) -> tuple[str, ...]:
        """The ids of everybody of the household of whom something is kept.

        Raises:
            StoreError: The table cannot be read; the message says what to do.
        """
        heads = self._rows.people(account).heads.values()
        return tuple(sorted(head.person for head in heads if head.person))

    def back_up(self, account: str, at: datetime) -> "Backup":
        """Everything kept of a household, in one query.

        Raises:
            StoreError: The table cannot be read; the message says what to do.
        """
        from skill.stores.dynamodb.backup import back_up

        return back_up(self._rows, account, at)

    def restore(self, account: str, backup: "Backup") -> None:
        """Keep what a backup holds; its practices are hidden until the last request, which shows all.

        Raises:
            BackupError: Something is kept of one of its people already; nothing was written.
            StoreError: Nothing of it is seen, or perhaps all of it is.
        """
        from skill.stores.dynamodb.backup import restore

        for kept in backup.people:
            if not self.erase(account, kept.profile.person, ERASE_SECONDS):
                raise StoreError("a deletion from before is still going on: import it again later")
        restore(self._rows, account, backup)

    @property
    def _client(self) -> "DynamoDBClient":
        return self._rows.client

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
                        Key=key_of(account, head_key(person)),
                        UpdateExpression=expression,
                        # Only where no other deletion has begun meanwhile.
                        ConditionExpression="g = :generation" + condition,
                        ExpressionAttributeValues={":generation": {"S": generation}, **values},
                    )
                except client.exceptions.ConditionalCheckFailedException:
                    continue
            return True
        return False

    def _note(self, account: str, person: str, fold: Fold) -> None:
        self._folds[account, person] = fold
        # Another thread may be here, and may have removed it already.
        for oldest in list(self._folds)[:-MOST_FOLDS]:
            self._folds.pop(oldest, None)

    def _catch_up(self, owner: Owner, fold: Fold) -> None:
        """Save sums that are so far behind that a visit no longer opens with one query."""
        try:
            self._saved(owner, fold)
        except StoreError as error:
            # The visit has what it wants; the next one tries again.
            log.info("sums not saved: %s", error)

    def _saved(self, owner: Owner, fold: Fold) -> bool:
        """Save sums by themselves; False where the head is no longer the one they were made of."""
        with explaining(self.table):
            client = self._client
            try:
                client.update_item(**update_head(owner, fold=fold))
            except client.exceptions.ConditionalCheckFailedException:
                return False
        return True

    def _write(self, owner: Owner, pending: Pending) -> None:
        give_up = time.monotonic() + WRITE_SECONDS
        for attempt in range(WRITE_ATTEMPTS):
            left = self._try(owner, pending)
            if left is None:
                return
            if left == pending:
                # Another request is writing to the same items.
                pause(attempt)
            pending = left
            if time.monotonic() > give_up:
                break
        raise StoreError(
            f"the table {self.table} was written to by others again and again: write this change later"
        )

    def _try(self, owner: Owner, pending: Pending) -> Pending | None:
        """Write what is pending in one request, and return what is pending after it."""
        requests = pending.requests(owner)
        with explaining(self.table):
            client = self._client
            try:
                match requests:
                    case [{"Update": update}]:
                        client.update_item(**update)
                    case [{"Put": put}]:
                        client.put_item(**put)
                    case _:
                        client.transact_write_items(TransactItems=requests)
            except ClientError as error:
                left = pending.left_after(code_of(error), _details(error))
                if left is None:
                    raise
                return None if left.is_empty else left
        return None


def _details(error: "ClientError") -> Mapping[str, Any]:
    """The whole answer of an error: botocore's types lack the parts that DynamoDB adds."""
    return cast("Mapping[str, Any]", error.response)
