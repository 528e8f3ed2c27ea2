"""A look past the DynamoDB store: at its items, and at the requests it makes."""

from collections.abc import Mapping

from helpers.store_samples import HOUSEHOLD
from skill.stores.dynamodb import DynamoStore


def put(store, sort_key, **attributes):
    """Put an item past the store."""
    key = {"pk": {"S": HOUSEHOLD}, "sk": {"S": sort_key}}
    store._client.put_item(TableName=store.table, Item=key | attributes)


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


def units_of(store: DynamoStore) -> list[float]:
    """The capacity units of every request from here on, as the engine reckons them."""
    spent: list[float] = []

    def count(parsed: Mapping[str, object], **_: object) -> None:
        told = parsed.get("ConsumedCapacity") or []
        parts = told if isinstance(told, list) else [told]
        spent.extend(part["CapacityUnits"] for part in parts)

    events = store._client.meta.events
    for action in ("Query", "PutItem", "UpdateItem", "TransactWriteItems", "BatchWriteItem"):
        events.register(
            f"provide-client-params.dynamodb.{action}",
            lambda params, **_: {**params, "ReturnConsumedCapacity": "TOTAL"},
        )
        events.register(f"after-call.dynamodb.{action}", count)
    return spent
