"""A line to DynamoDB that takes its time: a proxy on loopback that holds each answer back.

    python benchmarks/slow_line.py PORT SECONDS

DynamoDB answers within single-digit milliseconds and Amazon's local engine in half of one. It is a
process of its own, so that it takes no time of whom it serves, and prints the port it listens on.
"""

import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen

CHUNK = 1 << 16


@contextmanager
def slow_line(address: str, seconds: float) -> Iterator[str]:
    """The address of a proxy in front of another address, for a while."""
    port = address.rpartition(":")[2]
    command = [sys.executable, str(Path(__file__).resolve()), port, str(seconds)]
    with Popen(command, stdout=PIPE, text=True) as process:  # noqa: S603 - ours
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        finally:
            process.terminate()


class _Line:
    """One connection: what is asked goes on at once, the answer to it later."""

    def __init__(self, near: socket.socket, far: socket.socket, seconds: float) -> None:
        self._near, self._far, self._seconds = near, far, seconds
        self._asked = threading.Event()

    def carry(self) -> None:
        """Carry both ways until one of them hangs up."""
        threading.Thread(target=self._answers, daemon=True).start()
        while asked := _read(self._near):
            self._asked.set()
            self._far.sendall(asked)
        self._far.close()

    def _answers(self) -> None:
        while answer := _read(self._far):
            if self._asked.is_set():
                self._asked.clear()
                time.sleep(self._seconds)
            self._near.sendall(answer)
        self._near.close()


def _read(side: socket.socket) -> bytes:
    try:
        return side.recv(CHUNK)
    except OSError:
        return b""


def main() -> None:
    """Carry whatever comes, until it is ended."""
    port, seconds = int(sys.argv[1]), float(sys.argv[2])
    with socket.create_server(("127.0.0.1", 0), backlog=64) as server:
        print(server.getsockname()[1], flush=True)
        while True:
            near, _ = server.accept()
            far = socket.create_connection(("127.0.0.1", port))
            for side in (near, far):
                side.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=_Line(near, far, seconds).carry, daemon=True).start()


if __name__ == "__main__":
    main()
