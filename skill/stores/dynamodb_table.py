"""One DynamoDB table, asked and written to by requests that more than one part of the store makes."""

import time
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import count
from random import SystemRandom
from typing import TYPE_CHECKING, Any

from skill.errors import StoreError
from skill.stores.dynamodb_client import NOT_DYNAMODB, advice, connect, explaining
from skill.stores.dynamodb_items import done_prefix
from skill.stores.dynamodb_keys import KEYS, OPENING, beginning_with, values_between
from skill.stores.dynamodb_values import text_of

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import WriteRequestTypeDef

    from skill.stores.dynamodb_items import Item

BATCH = 25
"""How many items one request writes or deletes: the most that DynamoDB takes."""


class DynamoTable:
    """A table of the store's; several threads may use it at once."""

    def __init__(self, name: str, client: "DynamoDBClient | None" = None) -> None:
        self.name = name
        self._given = client

    @cached_property
    def client(self) -> "DynamoDBClient":
        """Botocore's client, connected at its first use; to be used inside `explaining`."""
        return self._given if self._given is not None else connect()

    def opening(self, account: str) -> "dict[str, Item]":
        """The items of all profiles and devices of an account, in one request: a household has few."""
        return {text_of(item.get("sk")): item for item in self.query(account, *OPENING)}

    def done(self, account: str, person: str, limit: int | None = None) -> "list[Item]":
        """The items of a person's finished stretches; with a limit, only the last, in falling order."""
        return self.query(account, *beginning_with(done_prefix(person)), limit)

    def query(self, account: str, first: str, after: str, limit: int | None = None) -> "list[Item]":
        """The items between two sort keys; with a limit, only the last ones, in falling order.

        Raises:
            StoreError: The table cannot be read; the message says what to do.
        """
        paging: dict[str, Any] = {}
        if limit is not None:
            paging = {
                "ScanIndexForward": False,
                "PaginationConfig": {"MaxItems": limit, "PageSize": limit},
            }
        with explaining(self.name):
            pages = self.client.get_paginator("query").paginate(
                TableName=self.name,
                KeyConditionExpression=KEYS,
                ExpressionAttributeValues=values_between(account, first, after),
                ConsistentRead=True,
                **paging,
            )
            return [item for page in pages for item in self._part(page, "Items") if item]

    def hidden(self, account: str, person: str, generation: str) -> "Iterator[Sequence[Item]]":
        """The keys of the history that a deletion has hidden, in groups that one request can delete."""
        with explaining(self.name):
            pages = self.client.get_paginator("query").paginate(
                TableName=self.name,
                KeyConditionExpression=KEYS,
                FilterExpression="attribute_not_exists(generation) OR generation <> :generation",
                ProjectionExpression="pk, sk",
                ExpressionAttributeValues={
                    **values_between(account, *beginning_with(done_prefix(person))),
                    ":generation": {"S": generation},
                },
                ConsistentRead=True,
            )
            for page in pages:
                items = self._part(page, "Items")
                for first in range(0, len(items), BATCH):
                    yield items[first : first + BATCH]

    def batch(self, requests: "Sequence[WriteRequestTypeDef]", until: float) -> bool:
        """Put or delete at most `BATCH` items; False where the time was up before all of them were.

        Args:
            requests: What is to be done; each of them can be done again.
            until: When the time is up, by `time.monotonic`.

        Raises:
            StoreError: The table cannot be used; a part of it may be done.
        """
        left = list(requests)
        for attempt in count():
            if not left:
                break
            with explaining(self.name):
                answer = self.client.batch_write_item(RequestItems={self.name: left})
            left = self._part(answer, "UnprocessedItems").get(self.name, [])
            if left and time.monotonic() > until:
                return False
            if left:
                pause(attempt)
        return True

    def _part(self, answer: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - any part
        """A part that every answer of DynamoDB has.

        Raises:
            StoreError: The part is missing: something other than DynamoDB has answered.
        """
        if name not in answer:
            raise StoreError(advice(self.name, NOT_DYNAMODB))
        return answer[name]


def pause(attempt: int) -> None:
    """Wait, longer after each attempt, and for a random time, so that two writers do not collide again.

    The random number is the operating system's: processes restored from one snapshot would otherwise all
    draw the same.
    """
    time.sleep(SystemRandom().random() * 0.05 * 2 ** min(attempt, 4))
