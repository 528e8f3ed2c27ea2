"""The artifact, built as SAM builds it, and what stands around it on AWS."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpers.dynamodb_local import client
from helpers.lambda_artifact import RUNTIME, TABLE, make_artifact, runtime_version
from helpers.runtime_api import Function
from helpers.sam_template import table_definition


@pytest.fixture(scope="session", params=[f"Python {runtime_version() or 'none'}"])
def python_version(request) -> str:
    """Which Python the artifact runs on: it stands in the name of every test that runs it."""
    return request.param


@pytest.fixture(scope="session")
def runtime(python_version) -> Path:
    """A Python with Amazon's runtime client and boto3, and nothing else."""
    if python_version == "Python none":
        pytest.skip("no Lambda runtime client: it has wheels for Linux; there, say make test")
    return RUNTIME / "bin/python"


@pytest.fixture(scope="session")
def artifact(tmp_path_factory) -> Path:
    """The folder that is shipped to Lambda."""
    folder = tmp_path_factory.mktemp("artifact")
    built = make_artifact(folder)
    assert built.returncode == 0, built.stderr
    return folder


@pytest.fixture(scope="session")
def database(engine_address) -> str:
    """Where Amazon's own engine listens; it has the table."""
    client(engine_address).create_table(TableName=TABLE, **table_definition())
    return engine_address


@pytest.fixture
def start(artifact, runtime, database) -> Iterator[Callable[..., Function]]:
    """Starts the artifact under the runtime client, on the engine."""
    started = []

    def starting(**environment: str) -> Function:
        settings = {
            "AWS_ENDPOINT_URL_DYNAMODB": database,
            "LIMBER_STORE": f"dynamodb:{TABLE}",
            "PYTHONDONTWRITEBYTECODE": "1",  # on Lambda the folder is read-only
            "PYTHONPATH": str(Path(__file__).with_name("patient")),
        }
        started.append(Function(runtime, artifact, settings | environment, "patient.handler"))
        return started[-1]

    yield starting
    for function in started:
        function.stop()
