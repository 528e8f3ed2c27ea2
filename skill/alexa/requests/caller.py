"""Who made a request, and when."""

import re
from datetime import UTC, datetime
from hashlib import sha256

from ask_sdk_core.handler_input import HandlerInput

from skill.coach.person.profile import ACCOUNT
from skill.errors import UnreadableEnvelopeError

VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){0,3}")
"""How versions of APL are written."""

KEY_LETTERS = 20
"""Of a device's hash: 80 bits, and a household has few devices."""


def moment(handler_input: HandlerInput) -> datetime:
    """When the request was made, in UTC; now, for one that does not say."""
    made: datetime | None = handler_input.request_envelope.request.timestamp
    return made.astimezone(UTC) if made is not None else datetime.now(UTC)


def account(handler_input: HandlerInput) -> str:
    """The Alexa user: the household's account.

    Raises:
        UnreadableEnvelopeError: The request names none, and nobody's data is anybody else's.
    """
    name = handler_input.request_envelope.context.system.user.user_id
    if not name:
        raise UnreadableEnvelopeError("it does not say whose account it is for")
    return str(name)


def device(handler_input: HandlerInput) -> str:
    """The key of the device; empty for one that does not say which it is."""
    name = handler_input.request_envelope.context.system.device.device_id
    return key_of(str(name)) if name else ""


def key_of(device_id: str) -> str:
    """What is known of a device is kept under this; Amazon's own id of it is nobody's business."""
    return sha256(device_id.encode()).hexdigest()[:KEY_LETTERS]


def has_screen(handler_input: HandlerInput) -> bool:
    """Whether the device shows things, too."""
    interfaces = handler_input.request_envelope.context.system.device.supported_interfaces
    return interfaces is not None and interfaces.alexa_presentation_apl is not None


def apl_version(handler_input: HandlerInput) -> tuple[int, ...]:
    """The newest version of APL that the device takes; empty without a screen, or if it is not told."""
    if not has_screen(handler_input):
        return ()
    interfaces = handler_input.request_envelope.context.system.device.supported_interfaces
    runtime = interfaces.alexa_presentation_apl.runtime
    told = str(runtime.max_version) if runtime is not None else ""
    return tuple(map(int, told.split("."))) if VERSION.fullmatch(told) else ()


def person(handler_input: HandlerInput) -> str:
    """The recognised speaker, or the account as a whole."""
    speaker = handler_input.request_envelope.context.system.person
    return str(speaker.person_id) if speaker is not None and speaker.person_id else ACCOUNT
