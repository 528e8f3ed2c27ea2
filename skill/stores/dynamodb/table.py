"""One DynamoDB table, asked and written to by requests that more than one part of the store makes."""

import time
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import count
from random import SystemRandom
from typing import TYPE_CHECKING, Any

from skill.errors import StoreError
from skill.stores.dynamodb.client import NOT_DYNAMODB, advice, connect, explaining
from skill.stores.dynamodb.household import Household
from skill.stores.dynamodb.keys import (
    DEVICES,
    HEADS,
    KEYS,
    PRACTICES,
    after,
    key_of,
    person_key,
    practice_in,
    values_between,
)
from skill.stores.dynamodb.values import text_of

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient
    from mypy_boto3_dynamodb.type_defs import WriteRequestTypeDef

    from skill.stores.dynamodb.practices import Item

BATCH = 25
"""How many items one request writes or deletes: the most that DynamoDB takes."""

BATCH_READ = 100
"""How many it reads."""

WINDOW = 22
"""How many of a household's items open a visit: devices, heads, and the newest practices."""


class DynamoTable:
    """A table of the store's; several threads may use it at once."""

    def __init__(self, name: str, client: "DynamoDBClient | None" = None) -> None:
        self.name = name
        self._given = client

    @cached_property
    def client(self) -> "DynamoDBClient":
        """Botocore's client, connected at its first use; to be used inside `explaining`."""
        return self._given if self._given is not None else connect()

    def opening(self, account: str, person: str) -> tuple[Household, bool]:
        """What a person's visit opens with, in one request as a rule.

        It reads on where a person's open practices go further back than that, and fetches those that can
        be gone on with, whatever their age.

        Returns:
            The household; and whether that took more than one query: the head is far behind then.

        Raises:
            StoreError: The table cannot be read; the message says what to do.
        """
        household, start, queries = Household({}), None, 0
        while household.oldest is None and (start is not None or not queries):
            page, start = self._page(account, PRACTICES, after(DEVICES), start, Limit=WINDOW)
            household = household.with_more(page)
            queries += 1
        read_from = household.oldest or PRACTICES if start is not None else PRACTICES
        open_from = household.open_from(person)
        if open_from is not None and open_from < read_from:
            for items in self._pages(account, open_from, read_from):
                household = household.with_more(items)
                queries += 1
            read_from = open_from
        missing = household.missing(person, read_from)
        for first in range(0, len(missing), BATCH_READ):
            household = household.with_more(self._fetch(account, missing[first : first + BATCH_READ]))
        return household, queries > 1

    def all_of(self, account: str) -> Household:
        """Everything that is kept of a household.

        Raises:
            StoreError: The table cannot be read; the message says what to do.
        """
        pages = self._pages(account, PRACTICES, after(DEVICES))
        return Household.of(item for page in pages for item in page)

    def people(self, account: str) -> Household:
        """A household without its practices.

        Raises:
            StoreError: The table cannot be read; the message says what to do.
        """
        pages = self._pages(account, HEADS, after(DEVICES))
        return Household.of(item for page in pages for item in page)

    def last(self, account: str, person: str, limit: int) -> Household:
        """A household with a person's last practices: with so many finished stretches, if there are.

        Raises:
            StoreError: The table cannot be read; the message says what to do.
        """
        household = Household({})
        for page in self._pages(account, PRACTICES, after(HEADS), Limit=WINDOW):
            household = household.with_more(page)
            if sum(len(record.finished) for record in household.records(person)) >= limit:
                break
        return household

    def hidden(self, account: str, person: str, generation: str) -> "Iterator[Sequence[Item]]":
        """The keys of the practices that a deletion has hidden, in groups that one request can delete.

        The newest first: one that is under way is gone before a session writes to it again.
        """
        called = person_key(person)
        pages = self._pages(account, PRACTICES, after(PRACTICES), ProjectionExpression="pk, sk, g")
        for page in pages:
            keys = [
                {"pk": item["pk"], "sk": item["sk"]}
                for item in page
                if practice_in(text_of(item.get("sk")))[1] == called
                and text_of(item.get("g")) != generation
            ]
            for first in range(0, len(keys), BATCH):
                yield keys[first : first + BATCH]

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

    def _fetch(self, account: str, sort_keys: Sequence[str]) -> "list[Item]":
        """Some items; those that DynamoDB is too busy for are left out of this visit."""
        with explaining(self.name):
            keys = [key_of(account, sort_key) for sort_key in sort_keys]
            answer = self.client.batch_get_item(
                RequestItems={self.name: {"Keys": keys, "ConsistentRead": True}}
            )
            return [item for item in self._part(answer, "Responses").get(self.name, []) if item]

    def _pages(self, account: str, first: str, last: str, **how: Any) -> "Iterator[list[Item]]":  # noqa: ANN401
        start = None
        while True:
            page, start = self._page(account, first, last, start, **how)
            yield page
            if start is None:
                return

    def _page(
        self,
        account: str,
        first: str,
        last: str,
        start: Any,  # noqa: ANN401 - whatever botocore gave
        **how: Any,  # noqa: ANN401 - and whatever it takes
    ) -> "tuple[list[Item], Any]":
        """Items between two sort keys, from the last one on, and where the next ones start.

        Raises:
            StoreError: The table cannot be read; the message says what to do.
        """
        if start is not None:
            how["ExclusiveStartKey"] = start
        with explaining(self.name):
            answer = self.client.query(
                TableName=self.name,
                KeyConditionExpression=KEYS,
                ExpressionAttributeValues=values_between(account, first, last),
                ConsistentRead=True,
                ScanIndexForward=False,
                **how,
            )
            items = [item for item in self._part(answer, "Items") if item]
        following = answer.get("LastEvaluatedKey") or None
        if following is not None and following == start:
            raise StoreError(advice(self.name, NOT_DYNAMODB))
        return items, following

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
