"""Calls to Alexa's services with a short time limit."""

import json
import urllib.error
import urllib.request
from http import HTTPStatus

from ask_sdk_core.exceptions import ApiClientException
from ask_sdk_model.services import ApiClient, ApiClientRequest, ApiClientResponse

PATIENCE = 1.0
"""Seconds that one call to a service may take, since the person waits for the answer meanwhile."""

SECURE, LOOPBACK = "https://", "http://127.0.0.1:"


class QuickApiClient(ApiClient):
    """Calls Alexa's services with a short time limit: the SDK's own client has none."""

    def invoke(self, request: ApiClientRequest) -> ApiClientResponse:
        """Send one request.

        Raises:
            ApiClientException: There was no answer in time, or the address is not secure.
        """
        if not request.url.startswith((SECURE, LOOPBACK)):
            raise ApiClientException("Alexa's services are called by https only")
        # The SDK hands over the body as objects, and the client has to write it as JSON.
        body = json.dumps(request.body).encode() if request.body else None
        made = urllib.request.Request(  # noqa: S310 - checked above
            request.url, data=body, headers=dict(request.headers or ()), method=request.method
        )
        try:
            with urllib.request.urlopen(made, timeout=PATIENCE) as answer:  # noqa: S310 - as above
                return _response(answer.status, answer.read())
        except urllib.error.HTTPError as error:
            return _response(error.code, error.read())
        except OSError as error:
            raise ApiClientException(f"no answer: {type(error).__name__}") from error


def _response(status: int, body: bytes) -> ApiClientResponse:
    text = body.decode("utf-8", "replace")
    # A response without content has no JSON either, and the SDK cannot read that.
    return ApiClientResponse(
        headers=[("Content-type", "application/json")],
        status_code=status,
        body=text if status != HTTPStatus.NO_CONTENT else "null",
    )
