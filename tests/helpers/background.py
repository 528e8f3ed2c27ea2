"""A server in a thread of its own, which stops as soon as it is told to."""

from socketserver import BaseServer
from threading import Thread

POLL = 0.01
"""Seconds between two looks at whether a server shall stop. Its own half a second adds up."""


def serve(server: BaseServer) -> None:
    """Serve until `shutdown` is called."""
    Thread(target=server.serve_forever, args=(POLL,), daemon=True).start()
