"""Whether a request comes from the browser coach's own page, and whose it is.

Other sites can make somebody's browser send requests here, but not with a header of our own, nor
without saying where they come from.
"""

import re
from urllib.parse import urlsplit

from flask import Request
from werkzeug.exceptions import Forbidden, UnsupportedMediaType

USER_HEADER = "X-Limber-User"
"""Whose account it is: an id that the browser has drawn by lot and kept to itself."""

DESK_USER = re.compile(r"[A-Za-z0-9._-]{1,64}")
"""At a desk a developer may call the user as they like."""

PUBLIC_USER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""Where others can reach the service nobody is to guess another one's id."""

ACCOUNTS = "browser."
"""What their accounts' names begin with: no browser gets at an account of Alexa's."""


def account_of(request: Request, users: re.Pattern[str]) -> str:
    """The account of a request from our own page.

    Raises:
        Forbidden: It comes from elsewhere, or from nobody.
        UnsupportedMediaType: It posts something else than JSON.
    """
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        raise Forbidden
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise Forbidden
    user = request.headers.get(USER_HEADER, "")
    if not users.fullmatch(user):
        raise Forbidden
    if request.method == "POST" and request.mimetype != "application/json":
        raise UnsupportedMediaType
    return ACCOUNTS + user
