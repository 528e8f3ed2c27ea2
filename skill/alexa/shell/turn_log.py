"""One line in the log for every turn: the kind of request, the time in the store, and any failure."""

import logging

from ask_sdk_core.handler_input import HandlerInput

from skill.alexa.shell.store_visit import StoreVisit

log = logging.getLogger(__name__)


def note_turn(handler_input: HandlerInput, visit: StoreVisit | None, failed: str = "") -> None:
    """Log a turn, without who spoke or what they said."""
    envelope = handler_input.request_envelope
    request = envelope.request
    intent = getattr(request, "intent", None)
    outcome = [failed] if failed else visit.failures if visit is not None else []
    fields = {
        "request_id": request.request_id,
        "intent": intent.name if intent is not None else request.object_type,
        "store_ms": round(1000 * visit.seconds, 1) if visit is not None else 0.0,
        "outcome": ", ".join(outcome) or "ok",
    }
    log.info("turn", extra={"fields": fields})
