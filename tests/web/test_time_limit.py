"""How long one request holds a thread: not longer than a genuine one may take, however it drips."""

import select
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Thread

import pytest

from helpers.recorded_events import SKILL_ID
from helpers.web_servers import PATIENCE, gunicorn
from skill.settings import Settings
from skill.stores.memory import MemoryStore
from skill.web import desk, time_limit
from skill.web.application import create_app
from skill.web.time_limit import WHOLE_REQUEST, TimeLimit

SHORT = 0.2
"""Seconds for a whole request, so that nobody waits for the real limit here."""

BEGINNINGS = (
    b"POST /alexa HTTP/1.1\r\nHost: localhost\r\nX: ",
    b"POST /alexa HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n",
)
"""Of a request that goes on in its headers, and of one that goes on in its body."""


def drip(client: socket.socket) -> None:
    """Send a byte now and then, until the connection is closed; a server without a limit never does."""
    with suppress(ConnectionError):
        while not select.select([client], [], [], SHORT / 10)[0] or client.recv(1000):
            client.sendall(b"x")


@contextmanager
def short_gunicorn(folder: Path) -> Iterator[int]:
    """One worker with one thread and a short limit: its port."""
    (folder / "short_limit.py").write_text(
        "from skill.web import time_limit\n"
        "from skill.web.gunicorn_settings import *\n"
        f"time_limit.WHOLE_REQUEST = {SHORT}\n"
    )
    settings = {"LIMBER_SKILL_ID": SKILL_ID, "LIMBER_STORE": f"sqlite:{folder / 'x.db'}"}
    options = ("-c", f"{folder / 'short_limit.py'}", "--workers", "1", "--threads", "1")
    with gunicorn(folder, *options, **settings) as address:
        yield int(address.rpartition(":")[2])


@pytest.mark.parametrize("beginning", BEGINNINGS, ids=["headers", "body"])
def test_a_client_that_drips_holds_no_thread_of_gunicorn(tmp_path, beginning):
    """Never silent for long, never done: shut all the same, and the one thread answers the next."""
    with short_gunicorn(tmp_path) as port, closing(connected(port)) as slow:
        slow.sendall(beginning)
        drip(slow)
        assert health(port) == 200


@pytest.mark.parametrize("beginning", BEGINNINGS, ids=["headers", "body"])
def test_a_client_that_drips_holds_no_thread_of_the_desk(monkeypatch, beginning):
    """The same at a desk."""
    monkeypatch.setattr(time_limit, "WHOLE_REQUEST", SHORT)
    app = create_app(Settings("memory:"), MemoryStore(), None, desk_host="127.0.0.1")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        server = desk._Server(app, "127.0.0.1", port, listening.fileno())
        Thread(target=server.serve_forever, args=(SHORT / 10,), daemon=True).start()
        with closing(connected(port)) as slow:
            slow.sendall(beginning)
            drip(slow)
            assert health(port) == 200
        server.shutdown()
        server.server_close()


def connected(port: int) -> socket.socket:
    """A connection to a service."""
    return socket.create_connection(("127.0.0.1", port), PATIENCE)


def health(port: int) -> int:
    """The status of a genuine request, sent again where the short limit was too short for it as well."""
    told = b""
    while not told:
        with connected(port) as client, suppress(ConnectionError):
            client.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
            told = client.recv(100)
    return int(told.split()[1])


def test_only_what_takes_too_long_is_shut():
    """What is over in time is left alone, and so is the next request on the same connection."""
    now = [0.0]
    limit = TimeLimit(lambda: now[0])
    one, client = socket.socketpair()
    two, other = socket.socketpair()
    with one, client, two, other:
        limit.begin(one)
        limit.end(one)
        limit.begin(two)
        now[0] = WHOLE_REQUEST / 2
        limit.begin(one)
        now[0] = WHOLE_REQUEST
        limit.enforce()
        assert other.recv(1) == b""
        client.sendall(b"x")
        assert one.recv(1) == b"x"
        limit.end(one)
        limit.end(two)
        assert limit._until == {}


def test_a_connection_that_its_client_has_left_is_no_trouble():
    """It is forgotten, and the others are looked after."""
    now = [0.0]
    limit = TimeLimit(lambda: now[0])
    gone, client = socket.socketpair()
    client.close()
    gone.close()
    limit.begin(gone)
    now[0] = WHOLE_REQUEST
    limit.enforce()
    assert limit._until == {}
