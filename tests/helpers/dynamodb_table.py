"""A look past the DynamoDB store: at its items, and at the requests it makes."""

from helpers.store_samples import HOUSEHOLD


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
