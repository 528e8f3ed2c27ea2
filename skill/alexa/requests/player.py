"""What a request tells of the device's player: which of our streams it has, and how far it has got."""

from dataclasses import dataclass
from typing import Any

from ask_sdk_core.handler_input import HandlerInput

VERSION = "1"
"""Of how tokens are written; a token that is written otherwise is nobody's."""

PARTS = 6
"""How many parts a token has."""

MOST_WORKED = 86_400_000
"""Milliseconds of a day: nothing is held for longer."""

MOST_DIGITS = 13
"""Of the milliseconds since 1970 that a play is called by."""


@dataclass(frozen=True)
class Token:
    """What a stream is called between the player and the skill: which practice it has, and from where.

    The stream's own timetable has the places; so a token stays under 400 characters of Amazon's 1,024.
    """

    played: str
    """Which play it belongs to."""
    worked: float
    """Seconds that had been held or moved of its stretch before it."""
    stream: str
    """What it is kept under."""
    practice: str
    """The id of the practice."""
    person: str
    """Whose practice it is."""

    @property
    def text(self) -> str:
        """As it is sent."""
        worked = str(round(self.worked * 1000))
        return f"{VERSION};{self.played};{worked};{self.stream};{self.practice};{self.person}"


@dataclass(frozen=True)
class Standing:
    """A stream, and how much of it was heard."""

    token: Token
    seconds: float


def read_token(text: object) -> Token | None:
    """A token; None for what is none of this version's."""
    parts = text.split(";", PARTS - 1) if isinstance(text, str) else []
    if len(parts) != PARTS or parts[0] != VERSION or not all(parts):
        return None
    _, played, worked, stream, practice, person = parts
    if not (worked.isascii() and worked.isdecimal() and int(worked) <= MOST_WORKED):
        return None
    if not (played.isascii() and played.isdecimal() and len(played) <= MOST_DIGITS):
        return None
    return Token(played, int(worked) / 1000, stream, practice, person)


def standing_in(told: Any) -> Standing | None:  # noqa: ANN401 - one of the SDK's classes, or none
    """What something tells that has a token and an offset; None where it is about no stream of ours."""
    token = read_token(getattr(told, "token", None))
    if token is None:
        return None
    return Standing(token, max(0, told.offset_in_milliseconds or 0) / 1000)


def standing(handler_input: HandlerInput) -> Standing | None:
    """The stream that the player has, or had last, when a request was made; None where it had none."""
    return standing_in(handler_input.request_envelope.context.audio_player)


def has_player(handler_input: HandlerInput) -> bool:
    """Whether the device plays streams."""
    interfaces = handler_input.request_envelope.context.system.device.supported_interfaces
    return interfaces is not None and interfaces.audio_player is not None
