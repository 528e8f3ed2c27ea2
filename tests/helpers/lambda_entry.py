"""Lambda's way in, loaded by its path as AWS loads it, on an empty table."""

import importlib.util
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from moto import mock_aws

from helpers.sam_template import table_definition
from skill.stores.dynamodb import DynamoStore

ROOT = Path(__file__).parents[2]

Handler = Callable[[dict[str, Any], object], dict[str, Any]]


def load() -> Handler:
    """The entry, as Lambda's runtime loads it: `lambda` is no name that could be imported."""
    spec = importlib.util.spec_from_file_location("entry", ROOT / "lambda/handler.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.handler


@contextmanager
def empty_table(compiled: Path) -> Iterator[None]:
    """An empty table, the compiled content, and no setting but the store."""
    definition = table_definition()
    # The entry sets the log up for its process: here other tests come after it.
    log = logging.getLogger("skill")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("LIMBER_", "AWS_"))]:
            patch.delenv(name)
        patch.setenv("LIMBER_STORE", "dynamodb:progress")
        patch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
        patch.setattr("skill.library.compiled.COMPILED", compiled)
        with mock_aws():
            DynamoStore("progress")._client.create_table(TableName="progress", **definition)
            yield
    log.handlers, log.propagate = [], True
    log.setLevel(logging.NOTSET)
