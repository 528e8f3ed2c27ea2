"""Requests that nobody spoke → the coach's events: a session is over, a permission was asked for."""

from ask_sdk_model import SessionEndedErrorType, SessionEndedReason, SessionEndedRequest
from ask_sdk_model.interfaces.connections import ConnectionsResponse

from skill.coach.conversation import events
from skill.coach.conversation.events import Ending

ENDINGS = {
    SessionEndedReason.USER_INITIATED.value: Ending.BY_USER,
    SessionEndedReason.EXCEEDED_MAX_REPROMPTS.value: Ending.BY_SILENCE,
}


def ending(request: SessionEndedRequest) -> events.SessionEnded:
    """Why a session ended; a reason nobody has documented counts as an error: in doubt, unheard."""
    reason = request.reason.value if request.reason is not None else ""
    kind = request.error.object_type if request.error is not None else None
    refused = kind is not None and kind.value == SessionEndedErrorType.INVALID_RESPONSE.value
    return events.SessionEnded(ENDINGS.get(reason, Ending.BY_ERROR), refused)


def permission_answer(request: ConnectionsResponse) -> events.PermissionAnswered:
    """What somebody answered Alexa, who asked for a permission on our behalf."""
    payload = request.payload if isinstance(request.payload, dict) else {}
    return events.PermissionAnswered(payload.get("status") == "ACCEPTED", str(request.token or ""))
