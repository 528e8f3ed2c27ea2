"""Progress in one DynamoDB table, as `template.yaml` makes it.

One query opens a profile and one request writes a turn's change. Everything in that request may be
repeated and may come late: a finished stretch is put only where it is not there yet, in one
transaction with its totals, and a place only where an older one is. So there is no need to keep the
ids of the last requests in order to recognise one that comes again.
"""

import random
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from skill.coach.ports import ProgressStore
from skill.coach.progress import Change, Finished, Profile
from skill.errors import StoreError
from skill.stores.dynamodb_items import (
    PROFILES,
    Pending,
    done_prefix,
    profile_key,
    put_done,
    read_done,
    read_profile,
    read_surplus,
    update_profile,
)
from skill.stores.reading import newest_first

# boto3 takes 0.3 s to import: a cold start that needs no store, or fails before it, saves them.
if TYPE_CHECKING:
    from botocore.exceptions import ClientError
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import TransactWriteItemTypeDef

    from skill.stores.dynamodb_items import Item

CONNECT_SECONDS = 1.0
READ_SECONDS = 2.0
REQUEST_ATTEMPTS = 2
"""How often boto3 sends a request that is not answered or throttled; Alexa waits eight seconds."""

WRITE_ATTEMPTS = 5
"""How often a change is tried while others write to the same profile."""

MOST_AT_ONCE = 99
"""Finished stretches in one transaction: DynamoDB takes 100 items, and one is the profile."""

CONFLICTS = frozenset({"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
"""Reasons for a cancelled transaction that pass by themselves."""


class DynamoStore(ProgressStore):
    """Keeps progress in a DynamoDB table; several threads and processes may use it at once."""

    def __init__(self, table: str, client: "DynamoDBClient | None" = None) -> None:
        self.table = table
        self._given = client
        # Practices that the last profile opened here no longer shows: the next write removes them
        # in passing. Where that is lost with the process, they are seen again at the next visit.
        self._surplus: tuple[str, str, Mapping[str, str]] = ("", "", {})

    def open(self, account: str, person: str) -> Profile:
        """A person's profile, in one strongly consistent query; an empty one where none is kept.

        Raises:
            StoreError: The table cannot be read; the message says what to do.
        """
        # All profiles of the account: a household's are few, and one request is enough for them.
        key = profile_key(person)
        items = {item.get("sk", {}).get("S"): item for item in self._query(account, PROFILES)}
        item = items.get(key, {})
        self._surplus = (account, person, read_surplus(item))
        return read_profile(person, item)

    def write(self, account: str, person: str, change: Change) -> None:
        """Add one turn's change: no request for an empty one, one as a rule, more in a collision.

        Raises:
            StoreError: Not written, or not known to be; writing it again does no harm.
        """
        early = change.finished[:-MOST_AT_ONCE]
        if early:
            self.write(account, person, Change(change.at, finished=early))
            change = replace(change, finished=change.finished[-MOST_AT_ONCE:])
        if not change.is_empty:
            self._write(account, person, Pending.of(change, self._take_surplus(account, person)))

    def history(self, account: str, person: str) -> Iterator[Finished]:
        """Everything a person finished, the newest first.

        Reads all of it, a request a megabyte (some 4,000 stretches): the key's order is that of
        the practices' starts, and one that was resumed later has newer stretches than its start.

        Raises:
            StoreError: The table cannot be read; at the call, not while iterating.
        """
        decoded = [read_done(item) for item in self._query(account, done_prefix(person))]
        return iter(newest_first(finished for finished in decoded if finished is not None))

    @cached_property
    def _client(self) -> "DynamoDBClient":
        if self._given is not None:
            return self._given
        from boto3.session import Session
        from botocore.config import Config

        config = Config(
            connect_timeout=CONNECT_SECONDS,
            read_timeout=READ_SECONDS,
            retries={"total_max_attempts": REQUEST_ATTEMPTS, "mode": "standard"},
        )
        try:
            # A session of its own: boto3's default one may not be shared between threads.
            return Session().client("dynamodb", config=config)
        except ValueError as error:
            raise StoreError(
                "the address set for DynamoDB is none: correct AWS_ENDPOINT_URL_DYNAMODB or"
                " AWS_ENDPOINT_URL, or unset it"
            ) from error

    def _query(self, account: str, prefix: str) -> "list[Item]":
        with self._explaining():
            pages = self._client.get_paginator("query").paginate(
                TableName=self.table,
                KeyConditionExpression="pk = :pk AND begins_with(sk, :prefix)",
                ExpressionAttributeValues={":pk": {"S": account}, ":prefix": {"S": prefix}},
                ConsistentRead=True,
            )
            return [item for page in pages for item in page["Items"]]

    def _take_surplus(self, account: str, person: str) -> Mapping[str, str]:
        *whose, surplus = self._surplus
        if whose != [account, person]:
            return {}
        self._surplus = ("", "", {})
        return surplus

    def _write(self, account: str, person: str, pending: Pending) -> None:
        for attempt in range(WRITE_ATTEMPTS):
            left = self._try(account, person, pending)
            if left.change.is_empty:
                return
            if left == pending:
                # Somebody else's write is under way. Apart at random, or both would meet again.
                time.sleep(random.random() * 0.05 * 2**attempt)  # noqa: S311 - no secret in it
            pending = left
        raise StoreError(
            f"the table {self.table} was written to by others {WRITE_ATTEMPTS} times in a row:"
            " write this change again later"
        )

    def _try(self, account: str, person: str, pending: Pending) -> Pending:
        """Write what is pending in one request, and return what is pending after it."""
        update = update_profile(self.table, account, person, pending)
        finished = pending.change.finished
        puts: list[TransactWriteItemTypeDef] = [
            {"Put": put_done(self.table, account, person, entry)} for entry in finished
        ]
        with self._explaining():
            client = self._client
            try:
                if puts:
                    client.transact_write_items(TransactItems=[*puts, {"Update": update}])
                else:
                    client.update_item(**update)
            except client.exceptions.TransactionConflictException:
                return pending
            except client.exceptions.ConditionalCheckFailedException as error:
                return pending.beside(_details(error).get("Item", {}))
            except client.exceptions.TransactionCanceledException as error:
                left = _left(pending, _details(error)["CancellationReasons"])
                if left is None:
                    raise
                return left
        return Pending(Change(pending.change.at))

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            yield
        except ClientError as error:
            # Not Amazon's own message: it may quote what was sent.
            raise StoreError(_advice(self.table, error.response["Error"]["Code"])) from error
        except BotoCoreError as error:
            raise StoreError(_advice(self.table, type(error).__name__)) from error


def _left(pending: Pending, reasons: list[dict[str, Any]]) -> Pending | None:
    """What is still to be written after a cancelled transaction; None where trying is no use.

    Args:
        pending: What was to be written.
        reasons: One for each finished stretch, and one for the profile.
    """
    codes = [reason.get("Code", "None") for reason in reasons]
    if not set(codes) <= CONFLICTS | {"None", "ConditionalCheckFailed"} or not codes:
        return None
    known = {
        entry.key
        for entry, code in zip(pending.change.finished, codes, strict=False)
        if code == "ConditionalCheckFailed"
    }
    if codes[-1] == "ConditionalCheckFailed":
        pending = pending.beside(reasons[-1].get("Item", {}))
    return pending.without(known)


def _details(error: "ClientError") -> Mapping[str, Any]:
    """An error's whole answer: what DynamoDB adds to it is not in botocore's types."""
    return cast("Mapping[str, Any]", error.response)


_ACCESS = "check the credentials, and that they allow Query, PutItem and UpdateItem on it"
_BUSY = "it is overloaded, try again later"
_KEYS = "it refuses what was sent, see that its keys are those of template.yaml, pk and sk"
_ADVICE = {
    "ResourceNotFound": (
        "there is none in this region: deploy template.yaml, which makes one,"
        " or set LIMBER_STORE=dynamodb:<table> to one that is there"
    ),
    "NoRegion": "set AWS_DEFAULT_REGION to its region",
    "Credential": _ACCESS,
    "Token": _ACCESS,
    "UnrecognizedClient": _ACCESS,
    "AccessDenied": _ACCESS,
    "Signature": _ACCESS,
    "Throughput": _BUSY,
    "Throttling": _BUSY,
    "LimitExceeded": _BUSY,
    "InternalServer": _BUSY,
    "Validation": _KEYS,
    "TransactionCanceled": _KEYS,
}
"""What to do, by a part of the name that boto3 or DynamoDB has for what went wrong."""


def _advice(table: str, code: str) -> str:
    other = "check the network, the region and AWS_ENDPOINT_URL_DYNAMODB"
    advice = next((advice for part, advice in _ADVICE.items() if part in code), other)
    return f"cannot use the DynamoDB table {table} ({code}): {advice}"
