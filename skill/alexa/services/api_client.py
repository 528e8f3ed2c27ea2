"""Calls to Alexa's services, to her published addresses alone, with a short time limit."""

import json
import urllib.error
import urllib.request
from http import HTTPStatus
from http.client import HTTPException
from urllib.parse import urlsplit

from ask_sdk_core.exceptions import ApiClientException
from ask_sdk_model.services import ApiClient, ApiClientRequest, ApiClientResponse

from skill import no_redirects

PATIENCE = 1.0
"""Seconds that one call to a service may take, since the person waits for the answer meanwhile."""

HOSTS = frozenset({"api.amazonalexa.com", "api.eu.amazonalexa.com", "api.fe.amazonalexa.com"})
"""Where Alexa's services are: the base addresses that Amazon publishes (`docs/platform.md`). A request
names one of them, but whoever can send a request could name any host, and would be sent the token."""

SECURE, PORT = "https", 443


class QuickApiClient(ApiClient):
    """Calls Alexa's services with a short time limit: the SDK's own client has none."""

    def __init__(self, stand_in: str = "") -> None:
        """Set what may be called besides Amazon's own addresses.

        Args:
            stand_in: The address of a stand-in, such as http://127.0.0.1:8099; empty for none.
        """
        self._stand_in = stand_in

    def invoke(self, request: ApiClientRequest) -> ApiClientResponse:
        """Send one request.

        Raises:
            ApiClientException: There was no answer in time, or the address is none of Alexa's.
        """
        if not self._is_alexas(request.url):
            raise ApiClientException("the address is none of Alexa's services")
        # The SDK hands over the body as objects, and the client has to write it as JSON.
        body = json.dumps(request.body).encode() if request.body else None
        made = urllib.request.Request(  # noqa: S310 - checked above
            request.url, data=body, headers=dict(request.headers or ()), method=request.method
        )
        try:
            with no_redirects.opener().open(made, timeout=PATIENCE) as answer:
                return _response(answer.status, answer.read())
        except urllib.error.HTTPError as error:
            return _response(error.code, error.read())
        except (OSError, HTTPException) as error:
            raise ApiClientException(f"no answer: {type(error).__name__}") from error

    def _is_alexas(self, url: str) -> bool:
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            return False
        if self._stand_in and f"{parts.scheme}://{parts.netloc}" == self._stand_in:
            return True
        named = parts.hostname in HOSTS and "@" not in parts.netloc
        return named and parts.scheme == SECURE and port in (None, PORT)


def _response(status: int, body: bytes) -> ApiClientResponse:
    text = body.decode("utf-8", "replace")
    # A response without content has no JSON either, and the SDK cannot read that.
    return ApiClientResponse(
        headers=[("Content-type", "application/json")],
        status_code=status,
        body=text if status != HTTPStatus.NO_CONTENT else "null",
    )
