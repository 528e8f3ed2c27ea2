"""Requests made by the platform itself → events: a session ended, a permission was answered."""

from ask_sdk_model import SessionEndedErrorType, SessionEndedReason, SessionEndedRequest
from ask_sdk_model.interfaces.connections import ConnectionsResponse

from skill.coach.conversation import events
from skill.coach.conversation.events import Ending

ENDINGS = {
    SessionEndedReason.USER_INITIATED.value: Ending.BY_USER,
    SessionEndedReason.EXCEEDED_MAX_REPROMPTS.value: Ending.BY_SILENCE,
}


REFUSALS = frozenset(
    {
        SessionEndedErrorType.INVALID_RESPONSE.value,
        SessionEndedErrorType.INTERNAL_SERVICE_ERROR.value,
    }
)
"""The errors that say that the platform could not do what the last answer asked for."""


def ending(request: SessionEndedRequest, *, screen: bool) -> events.SessionEnded:
    """Why a session ended; an undocumented reason counts as an error, as if nothing had been heard.

    Args:
        request: The end of the session.
        screen: Whether the device has a screen.
    """
    reason = request.reason.value if request.reason is not None else ""
    kind = request.error.object_type if request.error is not None else None
    refused = kind is not None and kind.value in REFUSALS
    return events.SessionEnded(ENDINGS.get(reason, Ending.BY_ERROR), refused, screen)


def permission_answer(request: ConnectionsResponse) -> events.PermissionAnswered:
    """What the person answered when Alexa asked for a permission on the skill's behalf."""
    payload = request.payload if isinstance(request.payload, dict) else {}
    return events.PermissionAnswered(payload.get("status") == "ACCEPTED", str(request.token or ""))
