"""A look past the DynamoDB store: at its items, and at the requests it makes."""

import math
from collections.abc import Mapping
from typing import Any

from helpers.dynamodb_local import client
from helpers.store_samples import HOUSEHOLD, PERSON, practice_id
from skill.coach.person.profile import ACCOUNT
from skill.stores.dynamodb import DynamoStore
from skill.stores.dynamodb.keys import head_key, key_of, person_key, practice_key

UNIT = 1024
"""Bytes of an item that a write unit is for."""

HEAD = head_key(PERSON)
ACCOUNTS_HEAD = head_key(ACCOUNT)


def key_of_practice(number: int, person: str = PERSON) -> str:
    """The sort key of a person's practice by number."""
    return practice_key(practice_id(number), person_key(person))


def put(store, sort_key, **attributes):
    """Put an item past the store."""
    key = key_of(HOUSEHOLD, sort_key)
    store._client.put_item(TableName=store.table, Item=key | attributes)


def change(store, sort_key, **attributes):
    """Set attributes of an item past the store."""
    names = {f"#{number}": name for number, name in enumerate(attributes)}
    values = {f":{number}": value for number, value in enumerate(attributes.values())}
    store._client.update_item(
        TableName=store.table,
        Key=key_of(HOUSEHOLD, sort_key),
        UpdateExpression="SET " + ", ".join(f"#{n} = :{n}" for n in range(len(attributes))),
        ExpressionAttributeNames=names,
        ExpressionAttributeValues=values,
    )


def items(store) -> dict[str, dict]:
    """All items past the store, by their sort key."""
    pages = store._client.get_paginator("scan").paginate(TableName=store.table)
    return {item["sk"]["S"]: item for page in pages for item in page["Items"]}


def recorded(store) -> list[tuple[str, dict]]:
    """The requests made from here on: what each is called and what is asked."""
    made: list[tuple[str, dict]] = []
    store._client.meta.events.register(
        "before-parameter-build.dynamodb.*",
        lambda params, model, **_: made.append((model.name, dict(params))),
    )
    return made


def names(requests) -> list[str]:
    """What the requests are called."""
    return [name for name, _ in requests]


def size_of(item: Mapping[str, Mapping[str, object]]) -> int:
    """The bytes of an item, as DynamoDB's documentation reckons them."""
    return sum(len(name.encode()) + _bytes_of(value) for name, value in item.items())


def units_of(store: DynamoStore) -> list[float]:
    """The capacity units of every request from here on, as the engine reckons them.

    Of a transaction it counts items of equal size once, which AWS does not: those are reckoned here, two
    units for each of its items and each KB of that.
    """
    spent: list[float] = []

    def count(parsed: Mapping[str, object], **_: object) -> None:
        told = parsed.get("ConsumedCapacity") or []
        parts = told if isinstance(told, list) else [told]
        spent.extend(part["CapacityUnits"] for part in parts)

    def count_items(params: Mapping[str, Any], **_: object) -> None:
        asked.clear()
        for part in params["TransactItems"]:
            (request,) = part.values()
            asked.append(request.get("Key") or {n: request["Item"][n] for n in ("pk", "sk")})

    def count_transaction(parsed: Mapping[str, object], **_: object) -> None:
        if "Error" not in parsed:
            kept = [looked_up.get_item(TableName=store.table, Key=key)["Item"] for key in asked]
            spent.append(sum(2 * math.ceil(size_of(item) / UNIT) for item in kept))

    asked: list[Any] = []
    looked_up = client(store._client.meta.endpoint_url)
    events = store._client.meta.events
    for action in ("Query", "BatchGetItem", "PutItem", "UpdateItem", "BatchWriteItem"):
        events.register(
            f"provide-client-params.dynamodb.{action}",
            lambda params, **_: {**params, "ReturnConsumedCapacity": "TOTAL"},
        )
        events.register(f"after-call.dynamodb.{action}", count)
    events.register("before-parameter-build.dynamodb.TransactWriteItems", count_items)
    events.register("after-call.dynamodb.TransactWriteItems", count_transaction)
    return spent


def _bytes_of(value: Mapping[str, object]) -> int:
    ((kind, content),) = value.items()
    match kind:
        case "S":
            return len(str(content).encode())
        case "B":
            return len(content)
        case "N":
            return (len(str(content).strip("-")) + 1) // 2 + 1
    return 1
