"""Fetching a chain, from a stand-in on this machine: soon, from where it was asked, and not too much."""

import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from skill.errors import RefusedError
from skill.web import chains
from skill.web.chains import fetch_chain

PATIENCE = 0.5


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
            self.server.over.wait(5)
            return
        self.send_response(404 if self.path == "/missing" else 200)
        self.end_headers()
        if self.path == "/slow":
            while not self.server.over.wait(0.1):
                self.wfile.write(b"x")
        self.wfile.write(b"x" * (chains.LARGEST_CHAIN + 1) if self.path == "/large" else b"chain")

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
    """The stand-in's address, and less patience than usual."""
    monkeypatch.setattr(chains, "PATIENCE", PATIENCE)
    server = Storage(("127.0.0.1", 0), Handler)
    server.over = Event()
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.over.set()
    server.shutdown()
    server.server_close()


def test_a_chain_is_fetched(storage):
    """What lies there comes back."""
    assert fetch_chain(f"{storage}/chain") == b"chain"


@pytest.mark.parametrize("what", ["missing", "moved", "large", "silent", "slow"])
def test_what_cannot_be_had_in_time_is_refused(storage, what):
    """Nothing there, a way elsewhere, too much, nothing said, a byte now and then: soon over."""
    begun = time.monotonic()
    with pytest.raises(RefusedError):
        fetch_chain(f"{storage}/{what}")
    assert time.monotonic() - begun < 4 * PATIENCE


def test_no_network_is_a_refusal():
    """Nobody listens there."""
    with pytest.raises(RefusedError, match="could not be fetched"):
        fetch_chain("http://127.0.0.1:9/chain")
