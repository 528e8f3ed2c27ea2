"""Who made a request, and when."""

from datetime import UTC, datetime

from ask_sdk_core.handler_input import HandlerInput

from skill.coach.person.profile import ACCOUNT


def moment(handler_input: HandlerInput) -> datetime:
    """When the request was made, in UTC; for a request without a time, now."""
    made: datetime | None = handler_input.request_envelope.request.timestamp
    if made is None:
        return datetime.now(UTC)
    return made.astimezone(UTC) if made.tzinfo is not None else made.replace(tzinfo=UTC)


def account(handler_input: HandlerInput) -> str:
    """The Alexa user's id, which stands for the household's account."""
    envelope = handler_input.request_envelope
    holder = envelope.context.system if envelope.context is not None else envelope.session
    return str(holder.user.user_id)


def person(handler_input: HandlerInput) -> str:
    """The id of the recognised speaker; `ACCOUNT` for a voice that is not recognised."""
    context = handler_input.request_envelope.context
    speaker = context.system.person if context is not None else None
    return str(speaker.person_id) if speaker is not None and speaker.person_id else ACCOUNT
