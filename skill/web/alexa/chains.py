"""The certificate chains behind Alexa's signatures: allowed addresses, fetching, keeping.

The rules are Amazon's (`docs/platform.md`): https, s3.amazonaws.com, a path below /echo.api/,
port 443.
"""

import posixpath
import urllib.error
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException
from threading import Lock
from time import monotonic
from urllib.parse import urlsplit

from skill import no_redirects
from skill.errors import UnverifiedRequestError

SCHEME, HOST, FOLDER, PORT = "https", "s3.amazonaws.com", "/echo.api/", 443

PATIENCE = 3.0
"""Seconds that fetching a chain may take: Alexa waits eight for the whole answer."""

LARGEST_CHAIN = 65_536
"""The most bytes of a chain; three or four certificates have fewer than ten thousand."""

KEPT_FOR = 3600.0
"""Seconds that a chain is kept before it is fetched anew. Whether it is valid is checked for every
request."""

MOST_KEPT = 8
"""How many chains are kept at a time: Alexa uses one or two."""

Fetch = Callable[[str], bytes]
"""Fetches the chain at an address, as PEM."""


def checked_address(address: str) -> str:
    """The address of a chain in its normal form.

    Raises:
        UnverifiedRequestError: The address is none that Alexa uses.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise UnverifiedRequestError("the chain's address cannot be read") from None
    if parts.scheme.lower() != SCHEME:
        raise UnverifiedRequestError(f"the chain's address is not {SCHEME}")
    if (parts.hostname or "").lower() != HOST or "@" in parts.netloc:
        raise UnverifiedRequestError(f"the chain's address is not at {HOST}")
    if port not in (None, PORT):
        raise UnverifiedRequestError(f"the chain's address has another port than {PORT}")
    path = posixpath.normpath(parts.path)
    if not path.startswith(FOLDER):
        raise UnverifiedRequestError(f"the chain's address is not below {FOLDER}")
    return f"{SCHEME}://{HOST}{path}"


@dataclass
class Chains:
    """Chains by their addresses; any number of threads may ask for one."""

    fetch: Fetch = field(default_factory=lambda: fetch_chain)
    """Fetches a chain that is not kept."""
    clock: Callable[[], float] = monotonic
    """Seconds that only grow, to tell how long a chain has been kept."""
    _kept: dict[str, tuple[float, bytes]] = field(default_factory=dict)
    _fetching: Lock = field(default_factory=Lock)

    def at(self, address: str) -> bytes:
        """The chain at an address, as PEM.

        Raises:
            UnverifiedRequestError: The address is none that Alexa uses, or has no chain.
        """
        address = checked_address(address)
        known = self._known(address)
        if known is not None:
            return known
        # One fetch at a time: made-up addresses then keep one thread waiting, and not all of them.
        if not self._fetching.acquire(timeout=PATIENCE):
            raise UnverifiedRequestError("another chain is still being fetched")
        try:
            known = self._known(address)
            return known if known is not None else self._keep(address, self.fetch(address))
        finally:
            self._fetching.release()

    def _known(self, address: str) -> bytes | None:
        at, chain = self._kept.get(address, (0.0, b""))
        return chain if chain and self.clock() - at < KEPT_FOR else None

    def _keep(self, address: str, chain: bytes) -> bytes:
        self._kept.pop(address, None)
        while len(self._kept) >= MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[address] = (self.clock(), chain)
        return chain


def fetch_chain(address: str) -> bytes:
    """What is at an address, fetched within `PATIENCE`.

    Raises:
        UnverifiedRequestError: Nothing came in time, or too much.
    """
    ends = monotonic() + PATIENCE
    chain = b""
    try:
        with no_redirects.opener().open(address, timeout=PATIENCE) as answer:
            while part := answer.read1(LARGEST_CHAIN):
                chain += part
                if len(chain) > LARGEST_CHAIN:
                    raise UnverifiedRequestError("the chain is too large to be one")
                if monotonic() > ends:
                    raise UnverifiedRequestError("the chain did not come in time")
    except (urllib.error.URLError, OSError, HTTPException) as error:
        raise UnverifiedRequestError(
            f"the chain could not be fetched: {type(error).__name__}"
        ) from error
    return chain
