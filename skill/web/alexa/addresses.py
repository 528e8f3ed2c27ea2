"""Where the certificate chains behind Alexa's signatures may lie, in one form for each address.

The rules are Amazon's (`docs/platform.md`): https, s3.amazonaws.com, a path below /echo.api/,
port 443.
"""

import posixpath
import re
from urllib.parse import urlsplit

from skill.errors import UnverifiedRequestError

SCHEME, HOST, FOLDER, PORT = "https", "s3.amazonaws.com", "/echo.api/", 443

LONGEST = 256
"""The most characters of an address; Alexa's have about fifty."""

WRITTEN = re.compile(rf"[!-~]{{1,{LONGEST}}}", re.ASCII)
"""What an address is written with: anything else is dropped or encoded on the way, or not sendable."""

PATH = re.compile(r"(/[A-Za-z0-9._~-]+)+", re.ASCII)
"""A path in its normal form. Letters that can be written in two ways, as percent signs have it, would
give one chain many addresses."""


def checked_address(address: str) -> str:
    """The address of a chain in its normal form: two that lead to the same chain are equal.

    Raises:
        UnverifiedRequestError: The address is none that Alexa uses.
    """
    if not WRITTEN.fullmatch(address):
        raise UnverifiedRequestError("the chain's address cannot be read")
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
    if not PATH.fullmatch(path):
        raise UnverifiedRequestError("the chain's address has a path that can be written otherwise")
    return f"{SCHEME}://{HOST}{path}"
