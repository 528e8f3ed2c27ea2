"""Forged requests to `/alexa`, over real connections: none gets in, and none costs much.

The server is the desk's. What one costs is the time that the processor spends in this process, from
before the request is sent until it is refused, in all its threads: reading, fetching, checking,
answering, and the client's own part as well.
"""

import re
import socket
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from helpers.background import serve
from helpers.certificates import NOW, Authority
from helpers.recorded_events import SKILL_ID
from skill.errors import UnverifiedRequestError
from skill.settings import Settings
from skill.stores.memory import MemoryStore
from skill.web import desk
from skill.web.alexa.chains import Chains
from skill.web.alexa.verification import Verifier
from skill.web.application import create_app
from soak.figures import Figure, share
from soak.forged_kinds import GENUINE, Forger, event, signed

MOST = 0.1
"""Seconds of the processor that a forged request may cost."""

PATIENCE = 60.0
"""Seconds after which the service hangs."""


class Opened(MemoryStore):
    """A store that counts what gets as far as it."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def open(self, account: str, person: str, device: str = ""):
        """Count, and open."""
        self.times += 1
        return super().open(account, person, device)


def forge(rounds: int) -> list[Figure]:
    """Send every kind so many times, with a genuine request after each kind."""
    forger, store = Forger(Authority()), Opened()
    forger.lies_at[GENUINE] = forger.authority.chain()
    let_in, broken, kinds, unanswered = [], [], 0, []
    costs: dict[str, list[tuple[float, str]]] = defaultdict(list)
    with _service(forger, store) as port:
        _exchange(port, signed(event()).written())  # the content is read
        for group, name, make in forger.kinds():
            kinds += 1
            for _ in range(rounds):
                written, before = make().written(), store.times
                begun = time.process_time()
                status = _exchange(port, written)
                costs[group].append((time.process_time() - begun, name))
                if status == 200 or store.times != before:
                    let_in.append(f"{group}: {name}")
                if status == 500:
                    broken.append(f"{group}: {name}")
            if _exchange(port, signed(event()).written()) != 200:
                unanswered.append(f"{group}: {name}")
    whole = kinds * rounds
    worst, worst_name = max(max(each) for each in costs.values())
    told = Figure("  of these", "none", ", ".join((*let_in, *broken, *unanswered)), held=False)
    return [
        share(f"forged requests of {kinds} kinds: let in", len(let_in), whole),
        share("  answered 500", len(broken), whole),
        share("  genuine ones refused after them", len(unanswered), kinds),
        *([told] if let_in or broken or unanswered else []),
        Figure("  CPU time of one", f"{MOST * 1000:.0f} ms", _took(worst, worst_name), worst <= MOST),
        *(Figure(f"  CPU time, {group}", "", _spread(each)) for group, each in costs.items()),
    ]


def _took(seconds: float, name: str) -> str:
    return f"{1000 * seconds:.1f} ms at most ({name})"


def _spread(costs: list[tuple[float, str]]) -> str:
    ordered = sorted(costs)
    names = len({name for _, name in costs})
    middle = 1000 * ordered[len(ordered) // 2][0]
    return f"{names} kinds, {middle:.1f} ms in the middle, {_took(*ordered[-1])}"


@contextmanager
def _service(forger: Forger, store: MemoryStore) -> Iterator[int]:
    def fetch(address: str) -> bytes:
        if address not in forger.lies_at:
            raise UnverifiedRequestError("nothing lies there")
        return forger.lies_at[address]

    verifier = Verifier(SKILL_ID, forger.authority.trusted, Chains(fetch), lambda: NOW)
    app = create_app(Settings("memory:", skill_id=SKILL_ID), store, verifier, desk_host="127.0.0.1")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        server = desk._Server(app, "127.0.0.1", port, listening.fileno())
        serve(server)
        try:
            yield port
        finally:
            server.shutdown()
            server.server_close()


def _exchange(port: int, written: bytes) -> int:
    """The status of an answer; 0 where the connection is closed without one."""
    told = b""
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as client:
        with suppress(ConnectionError):
            client.sendall(written)
            client.shutdown(socket.SHUT_WR)
        with suppress(ConnectionError):
            while part := client.recv(65_536):
                told += part
    status = re.match(rb"HTTP/1\.[01] (\d{3})", told)
    return int(status[1]) if status else 0
