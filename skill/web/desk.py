"""The web service at a desk, a machine that no other one reaches: one process, ended with Ctrl-C."""

import os
import socket
from collections.abc import Callable
from ipaddress import ip_address
from typing import TYPE_CHECKING, cast

from flask import Flask
from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

from skill.errors import SettingError
from skill.web.time_limit import TimeLimit

if TYPE_CHECKING:
    from io import BufferedReader

IPV6 = 6


class _Server(ThreadedWSGIServer):
    """Shuts the connection of a request that takes too long."""

    def __init__(self, app: Flask, host: str, port: int, listening: int) -> None:
        super().__init__(host, port, app, _QuietHandler, fd=listening)
        self.time_limit = TimeLimit()

    def service_actions(self) -> None:
        """Look after the connections; called twice a second."""
        super().service_actions()
        self.time_limit.enforce()


class _QuietHandler(WSGIRequestHandler):
    """Logs no requests, and gives up on a client that sends nothing, or that takes too long."""

    server: _Server

    timeout = 10
    """Seconds without another byte of a request after which the connection is closed."""

    def handle_one_request(self) -> None:
        """Serve the next request of a connection; its time begins with its first byte."""
        cast("BufferedReader", self.rfile).peek(1)
        self.server.time_limit.begin(self.connection)
        try:
            super().handle_one_request()
        finally:
            self.server.time_limit.end(self.connection)

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Log nothing: who came when is not recorded."""


def is_loopback(host: str) -> bool:
    """Whether an address is this machine's own and cannot be reached from any other."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def in_addresses(host: str) -> str:
    """A host as browsers write it in addresses: IPv6 in brackets and in its shortest form."""
    try:
        address = ip_address(host)
    except ValueError:
        return host.lower()
    return f"[{address}]" if address.version == IPV6 else str(address)


def serve(app: Flask, host: str, port: int, say: Callable[[str], object]) -> None:
    """Serve until interrupted.

    Args:
        app: What is served.
        host: The address to listen at.
        port: The port to listen at; 0 for a free one.
        say: Tells the address, once the service listens.

    Raises:
        SettingError: The service cannot listen at this address.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        listening = socket.create_server((host, port), family=family)
    except OSError as error:
        why = os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
        raise SettingError(
            f"cannot listen at {host}, port {port}: {why}; give another --port or --host"
        ) from None
    with listening:
        server = _Server(app, host, port, listening.fileno())
        at = f"{in_addresses(host)}:{listening.getsockname()[1]}"
        say(f"Limber Back is at http://{at}/ (Ctrl-C ends it)")
        try:
            server.serve_forever()
        finally:
            server.server_close()
