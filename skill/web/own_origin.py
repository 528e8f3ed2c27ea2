"""Whether a request may change something here without a signature: one rule for whatever can.

It comes from a page of this service itself, or from no browser at all. Another site can make a person's
browser send requests here: but not without naming the site in them, not JSON unless this service allows
it beforehand, and not by one of this service's own names. A name of the other site's that leads to this
machine (DNS rebinding) is none of those.
"""

import re
from collections.abc import Collection

from flask import Flask, Request, request
from werkzeug.exceptions import BadRequest, Forbidden, UnsupportedMediaType

HOST = re.compile(r"(?P<name>[a-z0-9._-]+|\[[0-9a-f:.]+\])(:[0-9]{1,5})?", re.ASCII | re.IGNORECASE)
"""A `Host` header: a name or an address, IPv6 in brackets, and perhaps a port."""

READS = frozenset({"GET", "HEAD"})
"""The methods that change nothing and have no body."""


def check_hosts(app: Flask, names: Collection[str] = ()) -> None:
    """Refuse every request that does not say by which name it came here, or comes by a foreign one.

    Args:
        app: The web service.
        names: Its own names, as they stand in addresses, in lower case; empty to go by any.
    """

    def check() -> None:
        told = HOST.fullmatch(request.headers.get("Host", ""))
        if told is None or (names and told["name"].lower() not in names):
            raise BadRequest

    app.before_request(check)


def check_origin(asked: Request) -> None:
    """Let a request of the service's own page pass, and one that no browser has made.

    Raises:
        Forbidden: A page of another site has made it.
        UnsupportedMediaType: It carries something other than JSON.
    """
    if asked.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        raise Forbidden
    origin = asked.headers.get("Origin")
    # A proxy in front of the service may speak https where this machine speaks http.
    own = {f"{scheme}://{asked.host}".lower() for scheme in ("http", "https")}
    if origin is not None and origin.lower() not in own:
        raise Forbidden
    if asked.method not in READS and asked.mimetype != "application/json":
        raise UnsupportedMediaType
