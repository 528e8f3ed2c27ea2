"""The certificate chains behind Alexa's signatures, kept by their addresses.

Anybody can name an address that looks like Alexa's and has no chain. So fetches have a few threads of
their own, few requests wait for them, and everything past that is refused at once; what failed is not
tried again for a while. A chain that has been found trusted is there without waiting, whatever else is
asked for, and what fails takes no place from it.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock
from time import monotonic
from typing import TypeVar

from skill.errors import UnverifiedRequestError
from skill.web.alexa.addresses import checked_address
from skill.web.alexa.fetching import fetch_chain

PATIENCE = 4.0
"""Seconds that a request waits for a chain that is not kept: Alexa waits eight for the whole answer."""

FETCHES = 4
"""How many chains are fetched at a time."""

MOST_PENDING = 6
"""How many chains are fetched or are to be."""

MOST_WAITING = 6
"""How many requests wait for a chain. A worker has eight threads (`gunicorn_settings`): those that are
left answer what waits for nothing."""

KEPT_FOR = 3600.0
"""Seconds after which a chain is fetched anew; meanwhile the old one counts. Whether it is valid is
checked for every request."""

KEPT_AT_MOST = 86_400.0
"""Seconds after which a chain that could not be fetched anew is given up."""

MOST_KEPT = 8
"""How many chains are kept at a time: Alexa uses one or two."""

FAILED_FOR = 10.0
"""Seconds for which an address that had no trusted chain is not tried again."""

MOST_FAILED = 1024
"""How many of those addresses are remembered, the newest."""

Fetch = Callable[[str], bytes]
"""Fetches the chain at an address, as PEM."""

Found = TypeVar("Found")
Trusted = Callable[[bytes], object]


@dataclass
class Chains:
    """Chains by their addresses; any number of threads may ask for one."""

    fetch: Fetch = field(default_factory=lambda: fetch_chain)
    """Fetches a chain that is not kept."""
    clock: Callable[[], float] = monotonic
    """Seconds that only grow, to tell how long a chain has been kept."""
    _kept: dict[str, tuple[float, bytes]] = field(default_factory=dict)
    _failed: dict[str, float] = field(default_factory=dict)
    _pending: dict[str, Future[bytes]] = field(default_factory=dict)
    _renewing: set[str] = field(default_factory=set)
    _waiting: int = 0
    _lock: Lock = field(default_factory=Lock)
    _fetchers: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(FETCHES, "chain-fetch")
    )
    # What is known already does not queue behind what is not.
    _renewers: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "chain-renewal"))

    def at(self, address: str, trusted: Callable[[bytes], Found]) -> Found:
        """What somebody finds in the chain at an address.

        Args:
            address: Where the chain lies.
            trusted: Finds it in a chain, given as PEM, that can be trusted now, and raises
                `UnverifiedRequestError` for every other. It is asked each time: a chain is kept only
                where it has been trusted once.

        Raises:
            UnverifiedRequestError: The address is none that Alexa uses, has no trusted chain, or there
                is no telling now.
        """
        address = checked_address(address)
        with self._lock:
            chain = self._known(address, trusted) or self._asked_for(address, trusted)
        return trusted(chain if isinstance(chain, bytes) else self._awaited(chain))

    def _known(self, address: str, trusted: Trusted) -> bytes | None:
        if address not in self._kept:
            return None
        at, chain = self._kept[address]
        age = self.clock() - at
        if age >= KEPT_AT_MOST:
            return None
        if age >= KEPT_FOR and address not in self._renewing and not self._has_failed(address):
            self._renewing.add(address)
            self._renewers.submit(self._renew, address, trusted)
        return chain

    def _asked_for(self, address: str, trusted: Trusted) -> Future[bytes]:
        if self._has_failed(address):
            raise UnverifiedRequestError("there was no trusted chain at the address just now")
        if self._waiting >= MOST_WAITING:
            raise UnverifiedRequestError("too many requests are waiting for chains")
        fetching = self._pending.get(address)
        if fetching is None:
            if len(self._pending) >= MOST_PENDING:
                raise UnverifiedRequestError("too many other chains are being fetched")
            fetching = self._fetchers.submit(self._fetched, address, trusted)
            self._pending[address] = fetching
        self._waiting += 1
        return fetching

    def _awaited(self, fetching: Future[bytes]) -> bytes:
        try:
            return fetching.result(PATIENCE)
        except TimeoutError:
            raise UnverifiedRequestError("the chain is still being fetched") from None
        finally:
            with self._lock:
                self._waiting -= 1

    def _fetched(self, address: str, trusted: Trusted) -> bytes:
        try:
            chain = self.fetch(address)
            trusted(chain)
        except UnverifiedRequestError:
            with self._lock:
                self._fail(address)
            raise
        else:
            with self._lock:
                self._keep(address, chain)
            return chain
        finally:
            with self._lock:
                self._pending.pop(address, None)

    def _renew(self, address: str, trusted: Trusted) -> None:
        try:
            self._fetched(address, trusted)
        except UnverifiedRequestError:
            return  # the old one counts on, and the next request after a while tries again
        finally:
            with self._lock:
                self._renewing.discard(address)

    def _keep(self, address: str, chain: bytes) -> None:
        self._kept.pop(address, None)
        while len(self._kept) >= MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[address] = (self.clock(), chain)

    def _fail(self, address: str) -> None:
        self._failed.pop(address, None)
        while len(self._failed) >= MOST_FAILED:
            del self._failed[next(iter(self._failed))]
        self._failed[address] = self.clock()

    def _has_failed(self, address: str) -> bool:
        at = self._failed.get(address)
        return at is not None and self.clock() - at < FAILED_FOR
