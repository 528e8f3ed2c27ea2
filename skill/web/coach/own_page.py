"""Whether a request comes from the browser coach's own page, and whose account it is for."""

import re

from flask import Request
from werkzeug.exceptions import Forbidden

from skill.web.own_origin import check_origin

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
    check_origin(request)
    user = request.headers.get(USER_HEADER, "")
    if not users.fullmatch(user):
        raise Forbidden
    return ACCOUNTS + user
