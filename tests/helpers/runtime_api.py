"""A stand-in for Lambda's runtime API, and the runtime client that Amazon publishes, started on it.

The API is the one that Amazon documents for custom runtimes (version 2018-06-01): the client asks for
the next invocation and waits, and posts what the handler returned, or what went wrong. A process that
is to be kept as a snapshot asks first for the moment at which it is restored.
"""

import json
import os
import queue
import subprocess
import tempfile
import threading
import time
import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, Self

from helpers.background import serve

VERSION = "/2018-06-01/runtime"
PATIENCE = 120.0
"""Seconds until an answer that does not come is given up."""


NONE: Mapping[str, str] = MappingProxyType({})


class InvocationError(Exception):
    """The handler failed, or could not be loaded: the error as the runtime client reported it."""


@dataclass(frozen=True)
class Result:
    """What came back from one invocation."""

    body: dict[str, Any]
    at: float
    """When it came, by `time.perf_counter`."""
    seconds: float
    """How long it took, from the moment at which the client was given the event."""


class RuntimeApi:
    """Hands events to one runtime client on the loopback interface, and takes its answers."""

    def __init__(self) -> None:
        self._events: queue.Queue[Any] = queue.Queue()
        self._answers: queue.Queue[Result | InvocationError] = queue.Queue()
        self._restored = threading.Event()
        self.waits_for_restore = threading.Event()
        """Set once a process that is to be kept as a snapshot has started."""
        handler = _handler(self._events, self._answers, self.waits_for_restore, self._restored)
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        serve(self._server)

    @property
    def address(self) -> str:
        """What `AWS_LAMBDA_RUNTIME_API` is set to."""
        host, port = self._server.server_address[:2]
        return f"{host!s}:{port}"

    def invoke(self, event: dict[str, Any]) -> Result:
        """Hand over one event and wait for its answer.

        Raises:
            InvocationError: There was none.
        """
        self._events.put(event)
        try:
            answer = self._answers.get(timeout=PATIENCE)
        except queue.Empty:
            raise InvocationError(f"no answer within {PATIENCE:g} seconds") from None
        if isinstance(answer, InvocationError):
            raise answer
        return answer

    def restore(self) -> None:
        """Let a process go on that waits to be restored."""
        self._restored.set()

    def close(self) -> None:
        """Let a waiting client go, and stop."""
        self._restored.set()
        self._events.put(None)
        self._server.shutdown()
        self._server.server_close()


class Function:
    """A Lambda function's process: a folder, served by the runtime client of some Python."""

    def __init__(
        self,
        python: Path,
        folder: Path,
        environment: dict[str, str],
        handler: str = "handler.handler",
    ) -> None:
        self.started = time.perf_counter()
        self._api = RuntimeApi()
        # A file, not a pipe: nobody reads along, and a full pipe would stop the process.
        self._log = tempfile.TemporaryFile("w+")  # noqa: SIM115 - `stop` reads and closes it
        self._written = ""
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter
            [python, "-m", "awslambdaric", handler],
            cwd=folder,
            env={
                "PATH": os.environ["PATH"],
                "AWS_LAMBDA_RUNTIME_API": self._api.address,
                "AWS_LAMBDA_FUNCTION_NAME": "limber-back",
                "AWS_LAMBDA_FUNCTION_VERSION": "1",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "512",
                "AWS_REGION": "eu-west-1",
                "AWS_DEFAULT_REGION": "eu-west-1",
                "AWS_ACCESS_KEY_ID": "local",
                "AWS_SECRET_ACCESS_KEY": "local",
                # Where the system has time zones, Lambda's has none.
                "PYTHONTZPATH": "",
                **environment,
            },
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def invoke(self, event: dict[str, Any]) -> Result:
        """One invocation; see `RuntimeApi.invoke`."""
        return self._api.invoke(event)

    def restore(self) -> float:
        """Wait until the process can be kept as a snapshot, and restore it; when, by the same clock.

        Raises:
            InvocationError: It did not get so far.
        """
        if not self._api.waits_for_restore.wait(PATIENCE):
            raise InvocationError("it never was ready to be kept")
        at = time.perf_counter()
        self._api.restore()
        return at

    def stop(self) -> str:
        """End the process, if it has not ended yet; returns what it wrote to its log."""
        if not self._log.closed:
            self.process.terminate()
            self.process.wait(timeout=PATIENCE)
            self._api.close()
            with self._log as log:
                log.seek(0)
                self._written = log.read()
        return self._written


def _handler(
    events: "queue.Queue[Any]",
    answers: "queue.Queue[Result | InvocationError]",
    waits: threading.Event,
    restored: threading.Event,
) -> type[BaseHTTPRequestHandler]:
    handed_over = 0.0

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Headers and body in one packet, and the rest of an event of more than 8 KB at once: or it
        # waits 40 ms for an acknowledgement.
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            if self.path == f"{VERSION}/restore/next":
                waits.set()
                restored.wait()
                self._answer(200)
                return
            event = events.get()
            if event is None:
                self.close_connection = True
                return
            deadline = int((time.time() + 8) * 1000)
            arn = "arn:aws:lambda:eu-west-1:000000000000:function:limber-back:live"
            headers = {
                "Lambda-Runtime-Aws-Request-Id": str(uuid.uuid4()),
                "Lambda-Runtime-Deadline-Ms": str(deadline),
                "Lambda-Runtime-Invoked-Function-Arn": arn,
                "Content-Type": "application/json",
            }
            nonlocal handed_over
            body = json.dumps(event).encode()
            handed_over = time.perf_counter()
            self._answer(200, body, headers)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            at = time.perf_counter()
            self._answer(202)
            if self.path.endswith("/response"):
                answers.put(Result(json.loads(body), at, at - handed_over))
            else:
                answers.put(InvocationError(body.decode()))

        def _answer(self, status: int, body: bytes = b"", headers: Mapping[str, str] = NONE) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def handle(self) -> None:
            with suppress(ConnectionError):  # the client was ended while it waited
                super().handle()

        def log_message(self, *_: object) -> None:
            """Nothing: the test says what came."""

    return Handler
