"""How long one request may hold a thread, whatever its client does: for both servers.

A client that sends a byte now and then, or reads none of its answer, is never silent for long. So it is
not silence that counts but the whole request: when its time is over the connection is shut, and whatever
waits for it goes on.
"""

import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic

WHOLE_REQUEST = 8.0
"""Seconds from the moment that a thread has a request until it has answered: Alexa waits about as long
(`docs/platform.md`)."""


@dataclass
class TimeLimit:
    """The connections on which a request is being served; any number of threads may begin and end."""

    clock: Callable[[], float] = monotonic
    """Seconds that only grow."""
    _until: dict[socket.socket, float] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def begin(self, connection: socket.socket) -> None:
        """A request begins on a connection."""
        with self._lock:
            self._until[connection] = self.clock() + WHOLE_REQUEST

    def end(self, connection: socket.socket) -> None:
        """The request is over."""
        with self._lock:
            self._until.pop(connection, None)

    def enforce(self) -> None:
        """Shut the connections whose time is over; to be called about once a second."""
        with self._lock:
            now = self.clock()
            late = [connection for connection, until in self._until.items() if until <= now]
            for connection in late:
                del self._until[connection]
                with suppress(OSError):  # the client has gone by itself
                    connection.shutdown(socket.SHUT_RDWR)
