"""The whole skill on a store, with a virtual device in front of it, and tables to put stores on."""

import os
from datetime import UTC, datetime
from functools import cache
from itertools import count
from typing import Any
from unittest import mock

from helpers.dynamodb_local import environment
from helpers.ears import ear_of
from helpers.sam_template import TABLE, table_definition
from skill.bootstrap import build, voices
from skill.coach.person.progress_store import ProgressStore
from skill.library.loading import data_folder
from skill.settings import Settings
from skill.simulator.device import Device
from skill.simulator.ear.ear import Ear
from skill.simulator.ear.model.model_file import read_model
from skill.simulator.envelope import Caller
from skill.speech.ssml import seconds_of
from skill.stores.dynamodb import DynamoStore
from skill.stores.dynamodb import client as dynamodb_client

LOCALE = "en-US"
START = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)

TABLES = count(1)


@cache
def words():
    """The words of the locale all of this is spoken in."""
    return voices()[LOCALE]


@cache
def model() -> dict[str, Any]:
    """The interaction model."""
    return read_model(data_folder("interaction_models") / f"{LOCALE}.json")


@cache
def ear() -> Ear:
    """What hears by it."""
    return ear_of(LOCALE)


def device_on(store: ProgressStore, user: str, now: datetime = START) -> Device:
    """A device in somebody's home, with the whole skill on a store behind it."""
    handler = build(Settings("memory:", delay=0), store=store, zone=UTC)
    caller = Caller(user=user, locale=LOCALE)
    return Device(handler, ear(), caller, now, lambda ssml: seconds_of(ssml, words()))


def new_table(address: str) -> DynamoStore:
    """A store on a new table of the engine that listens there, with the client it makes by itself."""
    store = DynamoStore(f"{TABLE}-{next(TABLES)}")
    with (
        mock.patch.dict(os.environ, environment(address), clear=True),
        # An engine that has just started on a busy machine is slower than AWS ever is.
        mock.patch.multiple(dynamodb_client, CONNECT_SECONDS=30, READ_SECONDS=30),
    ):
        store._client.create_table(TableName=store.table, **table_definition())
    return store
