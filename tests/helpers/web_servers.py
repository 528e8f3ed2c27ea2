"""The real service on a free port of this machine: the desk's own, and gunicorn's."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpers.forked_limber import forks

ROOT = Path(__file__).parent.parent.parent
LIMBER = Path(sys.executable).with_name("limber")
GUNICORN = (
    *(sys.executable, "-W", "ignore", "-m", "gunicorn"),
    *("-c", "python:skill.web.gunicorn_settings", "--log-level", "error"),
)
PATIENCE = 120
"""Seconds after which a service hangs, on a machine however slow."""


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """A machine with nothing set on it but what a test sets."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        "TZ": "UTC",
        **settings,
    }


@contextmanager
def desk(folder: Path, *options: str) -> Iterator[str]:
    """`limber serve` for as long as the block lasts: its address."""
    command = ["serve", "--port", "0", "--store", f"sqlite:{folder / 'x.db'}", *options]
    told, telling = os.pipe()
    with os.fdopen(told) as output, Path(os.devnull).open("r+b") as nothing:
        quiet = nothing.fileno()
        with forks().call(command, folder, environment(folder), [quiet, telling, quiet]) as process:
            os.close(telling)
            try:
                yield re.search(r"http://\S+?(?=/ )", output.readline())[0]
            finally:
                process.terminate()


@contextmanager
def gunicorn(folder: Path, *options: str, **settings: str) -> Iterator[str]:
    """The production service for as long as the block lasts: its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*GUNICORN, "--bind", f"127.0.0.1:{port}", *options]
    address = f"http://127.0.0.1:{port}"
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(  # noqa: S603
            command, cwd=folder, env=environment(folder, **settings), stdout=log, stderr=log
        )
        try:
            _wait_for(f"{address}/healthz", process)
            yield address
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE):  # noqa: S310 - loopback
                return
        except OSError:
            time.sleep(0.05)  # there is nothing to wait on but the port
    raise RuntimeError(f"{address} did not come up")
