"""How the service answers errors: with a status and one short sentence, never a traceback."""

import logging

from flask import Flask, Response
from werkzeug.exceptions import HTTPException, InternalServerError

from skill.errors import StoreError

log = logging.getLogger(__name__)

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
        " manifest-src 'self'; worker-src 'self'; media-src blob:;"
        " base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "microphone=(self), camera=(), geolocation=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Headers of every answer: the page may load from its own origin, and from nowhere else."""

SENTENCES = {
    400: "This is no request that can be answered here.",
    403: "This page does not belong to the browser coach.",
    404: "There is nothing here.",
    405: "This address takes another method.",
    408: "The request took too long to come.",
    413: "The request is too large.",
    415: "The request must be JSON.",
    500: "Something went wrong here.",
    503: "Progress cannot be reached just now.",
}


def add_error_responses(app: Flask) -> None:
    """Answer every error in one short sentence, and add the headers to every answer."""
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(StoreError, _without_store)
    app.register_error_handler(Exception, _broken)
    app.after_request(_with_headers)


def in_a_sentence(status: int) -> Response:
    """An answer with this status, and a sentence that tells what it means here."""
    return Response(f"{SENTENCES.get(status, SENTENCES[400])}\n", status, mimetype="text/plain")


def _refused(error: HTTPException) -> Response:
    status = error.code or InternalServerError.code
    answer = in_a_sentence(status)
    for allowed in getattr(error, "valid_methods", None) or ():
        answer.allow.add(allowed)
    return answer


def _without_store(error: StoreError) -> Response:
    log.warning("progress not reached: %s", error)
    return in_a_sentence(503)


def _broken(error: Exception) -> Response:
    log.error("a request failed", exc_info=error)
    return in_a_sentence(500)


def _with_headers(answer: Response) -> Response:
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    return answer
