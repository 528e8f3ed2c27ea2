"""Each of the stores, empty, and again on the same data."""

from collections.abc import Callable, Iterator

import pytest
from moto import mock_aws

from helpers.dynamodb_local import is_here
from helpers.sam_template import TABLE, table_definition
from helpers.whole_skill import new_table
from skill.coach.person.progress_store import ProgressStore
from skill.stores.dynamodb import DynamoStore
from skill.stores.memory import MemoryStore
from skill.stores.sqlite import SqliteStore


@pytest.fixture
def amazon(engine_address) -> DynamoStore:
    """A store on a table of Amazon's own engine, made from the template's own definition."""
    return new_table(engine_address)


@pytest.fixture
def dynamodb(monkeypatch) -> Iterator[DynamoStore]:
    """The same on moto, which is there wherever Python is."""
    for variable in ("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_DYNAMODB", "AWS_PROFILE"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    with mock_aws():
        store = DynamoStore(TABLE)
        store._client.create_table(TableName=TABLE, **table_definition())
        yield store


@pytest.fixture
def sqlite(tmp_path) -> SqliteStore:
    """A store on a file that is not there yet."""
    return SqliteStore(tmp_path / "progress.db")


STORES = ("memory", "sqlite", "amazon", *(() if is_here() else ("dynamodb",)))
"""Moto stands in for Amazon's own engine where that is not: what holds on the engine holds."""


@pytest.fixture(params=STORES)
def again(request) -> Callable[[], ProgressStore]:
    """Makes one more store on the same data; called twice it gives two devices' stores."""
    if request.param == "memory":
        only = MemoryStore()
        return lambda: only
    if request.param == "sqlite":
        path = request.getfixturevalue("sqlite").path
        return lambda: SqliteStore(path)
    made = request.getfixturevalue(request.param)
    return lambda: DynamoStore(made.table, made._client)


@pytest.fixture
def store(again) -> ProgressStore:
    """One store, empty."""
    return again()
