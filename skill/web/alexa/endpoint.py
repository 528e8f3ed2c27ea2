"""`POST /alexa`: verified requests from Alexa, through Amazon's adapter."""

import logging
from typing import Any

from flask import Flask, Response, request

from skill.errors import UnreadableEnvelopeError
from skill.web.alexa.adapter import (
    VERIFY_SIGNATURE_APP_CONFIG,
    VERIFY_TIMESTAMP_APP_CONFIG,
    AbstractVerifier,
    SkillAdapter,
)
from skill.web.error_responses import in_a_sentence
from skill.web.own_origin import check_origin

PATH = "/alexa"

log = logging.getLogger(__name__)


def add_alexa(app: Flask, skill: Any, verifier: AbstractVerifier | None) -> None:  # noqa: ANN401 - the SDK's
    """Answer Alexa's requests at `PATH`.

    Args:
        app: The web service.
        skill: Made by `bootstrap.build_for_adapter`.
        verifier: Checks every request; None is for a desk only: what no page of another site has made
            is let in.
    """
    # Amazon's own verifiers are off: one cannot work here, and `verifier` does what the other one does.
    app.config[VERIFY_SIGNATURE_APP_CONFIG] = app.config[VERIFY_TIMESTAMP_APP_CONFIG] = False
    adapter = SkillAdapter(
        skill=skill, skill_id=PATH, verifiers=[] if verifier is None else [verifier], app=app
    )

    def alexa() -> Response:
        if verifier is None:
            check_origin(request)
        _check_text(request.get_data(cache=True))
        answer: Response = adapter.dispatch_request()
        return answer

    app.add_url_rule(PATH, view_func=alexa, methods=["POST"])
    app.register_error_handler(UnreadableEnvelopeError, _unreadable)
    app.logger.addFilter(_reason_only)


def _check_text(body: bytes) -> None:
    """Check that a body is text; what is in it is read as on Lambda, and checked by the verifier.

    Raises:
        UnreadableEnvelopeError: The body is not UTF-8.
    """
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        raise UnreadableEnvelopeError("it is not UTF-8") from None


def _unreadable(error: UnreadableEnvelopeError) -> Response:
    log.warning("a request to %s was refused: %s", PATH, error)
    return in_a_sentence(400)


def _reason_only(record: logging.LogRecord) -> bool:
    """Make the adapter log the reason for a refusal in one line, without a traceback."""
    if record.name and record.exc_info and record.msg == "Request verification failed":
        record.msg = "a request to %s was refused: %s"
        record.args = (PATH, record.exc_info[1])
        record.exc_info = None
    return True
