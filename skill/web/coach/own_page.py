"""Whether a request comes from the browser coach's own page, and whose account it is for.

Another site can make a person's browser send requests here, but not with this page's header, and not
without naming the site in them.
"""

import re
from urllib.parse import urlsplit

from flask import Request
from werkzeug.exceptions import Forbidden, UnsupportedMediaType

USER_HEADER = "X-Limber-User"
"""Names the user: an id that the browser has drawn at random and keeps to itself."""

DESK_USER = re.compile(r"[A-Za-z0-9._-]{1,64}")
"""At a desk: any short name that a developer chooses."""

PUBLIC_USER = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""Where others can reach the service: an id that cannot be guessed."""

ACCOUNTS = "browser."
"""The prefix of the accounts' names: so no browser can reach an account of Alexa's."""


def account_of(request: Request, users: re.Pattern[str]) -> str:
    """The account of a request from the browser coach's own page.

    Raises:
        Forbidden: The request comes from another page, or names no user.
        UnsupportedMediaType: The request posts something other than JSON.
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
