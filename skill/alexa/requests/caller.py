"""Who made a request, and when."""

from datetime import UTC, datetime
from hashlib import sha256

from ask_sdk_core.handler_input import HandlerInput

from skill.coach.person.profile import ACCOUNT

KEY_LETTERS = 20
"""Of a device's hash: 80 bits, and a household has few devices."""


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


def device(handler_input: HandlerInput) -> str:
    """The key of the device; empty for one that does not say which it is."""
    context = handler_input.request_envelope.context
    here = context.system.device if context is not None else None
    if here is None or not here.device_id:
        return ""
    return key_of(str(here.device_id))


def key_of(device_id: str) -> str:
    """What is known of a device is kept under this; Amazon's own id of it is nobody's business."""
    return sha256(device_id.encode()).hexdigest()[:KEY_LETTERS]


def has_screen(handler_input: HandlerInput) -> bool:
    """Whether the device shows things, too."""
    context = handler_input.request_envelope.context
    here = context.system.device if context is not None else None
    interfaces = here.supported_interfaces if here is not None else None
    return interfaces is not None and interfaces.alexa_presentation_apl is not None


def person(handler_input: HandlerInput) -> str:
    """The id of the recognised speaker; `ACCOUNT` for a voice that is not recognised."""
    context = handler_input.request_envelope.context
    speaker = context.system.person if context is not None else None
    return str(speaker.person_id) if speaker is not None and speaker.person_id else ACCOUNT
