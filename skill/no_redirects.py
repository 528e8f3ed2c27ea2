"""Calls over the network that go where they were sent and nowhere else: no redirect is followed."""

import urllib.request
from functools import cache
from http.client import HTTPMessage
from typing import IO


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: what the address was checked for holds for that address alone."""

    def redirect_request(
        self,
        req: urllib.request.Request,  # noqa: ARG002 - the base class's signature
        fp: IO[bytes],  # noqa: ARG002 - as above
        code: int,  # noqa: ARG002 - as above
        msg: str,  # noqa: ARG002 - as above
        headers: HTTPMessage,  # noqa: ARG002 - as above
        newurl: str,  # noqa: ARG002 - as above
    ) -> None:
        """Do not follow."""
        return


@cache
def opener() -> urllib.request.OpenerDirector:
    """Opens addresses; one that redirects is an `HTTPError` with the status of the redirect."""
    return urllib.request.build_opener(_NoRedirects)
