"""Fetching a certificate chain: soon, from where it was asked, and not too much."""

from time import monotonic

from skill import no_redirects
from skill.errors import UnverifiedRequestError

PATIENCE = 3.0
"""Seconds that fetching a chain may take: Alexa waits eight for the whole answer."""

LARGEST_CHAIN = 65_536
"""The most bytes of a chain; three or four certificates have fewer than ten thousand."""


def fetch_chain(address: str) -> bytes:
    """What is at an address, fetched within `PATIENCE`.

    Raises:
        UnverifiedRequestError: Nothing came in time, or too much.
    """
    try:
        return _read(address, monotonic() + PATIENCE)
    except UnverifiedRequestError:
        raise
    except Exception as error:
        raise UnverifiedRequestError(
            f"the chain could not be fetched: {type(error).__name__}"
        ) from error


def _read(address: str, ends: float) -> bytes:
    chain = b""
    with no_redirects.opener().open(address, timeout=PATIENCE) as answer:
        while part := answer.read1(LARGEST_CHAIN):
            chain += part
            if len(chain) > LARGEST_CHAIN:
                raise UnverifiedRequestError("the chain is too large to be one")
            if monotonic() > ends:
                raise UnverifiedRequestError("the chain did not come in time")
    return chain
