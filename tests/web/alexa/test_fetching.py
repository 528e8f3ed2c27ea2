"""Fetching a chain, from a stand-in on this machine: soon, from where it was asked, and not too much."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event

import pytest

from helpers.background import serve
from skill.errors import UnverifiedRequestError
from skill.web.alexa import fetching
from skill.web.alexa.fetching import fetch_chain

HANGS = 60
"""Seconds until a stand-in that hangs answers after all: whoever gets that has waited too long."""


class Storage(ThreadingHTTPServer):
    """Where chains lie; some of its addresses misbehave."""

    over: Event
    daemon_threads = True


class Handler(BaseHTTPRequestHandler):
    """Answers by what the address is called."""

    server: Storage

    def do_GET(self) -> None:
        """Answer."""
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/chain")
            self.end_headers()
            return
        if self.path == "/silent":
            self.server.over.wait(HANGS)
        self.send_response(404 if self.path == "/missing" else 200)
        self.end_headers()
        for _ in range(10 * HANGS if self.path == "/slow" else 0):
            if self.server.over.wait(0.1):
                break
            self.wfile.write(b"x")
        self.wfile.write(b"x" * (fetching.LARGEST_CHAIN + 1) if self.path == "/large" else b"chain")

    def handle(self) -> None:
        """Whoever asked may have gone."""
        try:
            super().handle()
        except ConnectionError:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def storage(monkeypatch) -> Iterator[str]:
    """The stand-in's address; what is to come may take as long as the slowest machine does."""
    monkeypatch.setattr(fetching, "PATIENCE", HANGS)
    server = Storage(("127.0.0.1", 0), Handler)
    server.over = Event()
    serve(server)
    yield f"http://127.0.0.1:{server.server_port}"
    server.over.set()
    server.shutdown()
    server.server_close()


def test_a_chain_is_fetched(storage):
    """What lies at the address comes back."""
    assert fetch_chain(f"{storage}/chain") == b"chain"


@pytest.mark.parametrize(
    ("what", "told"), [("missing", "HTTPError"), ("moved", "HTTPError"), ("large", "too large")]
)
def test_what_is_no_chain_is_refused(storage, what, told):
    """An address without anything, one that redirects, and too long an answer are refused."""
    with pytest.raises(UnverifiedRequestError, match=told):
        fetch_chain(f"{storage}/{what}")


def test_what_does_not_come_is_not_waited_for(storage, monkeypatch):
    """A server that sends nothing is given up on."""
    monkeypatch.setattr(fetching, "PATIENCE", 0.2)
    with pytest.raises(UnverifiedRequestError, match="TimeoutError"):
        fetch_chain(f"{storage}/silent")


def test_what_comes_too_slowly_is_not_waited_for(storage, monkeypatch):
    """A server that sends a byte now and then is given up on when the time is over."""
    clock = iter((0.0, HANGS - 1.0, HANGS + 1.0))
    monkeypatch.setattr(fetching, "monotonic", lambda: next(clock))
    with pytest.raises(UnverifiedRequestError, match="in time"):
        fetch_chain(f"{storage}/slow")


def test_no_network_is_a_refusal():
    """An address where nothing listens is a refusal."""
    with pytest.raises(UnverifiedRequestError, match="could not be fetched"):
        fetch_chain("http://127.0.0.1:9/chain")
