"""How a session begins and ends."""

from dataclasses import dataclass
from enum import StrEnum

from skill.coach.conversation.events.event import Event


class Launch(Event):
    """Opens the skill and says nothing more."""


class Stop(Event):
    """Wants to stop; "go home" means the same here."""


@dataclass(frozen=True)
class Cancel(Event):
    """Takes the last request back; where none is open, this means stop."""


class Ending(StrEnum):
    """Why a session ended."""

    BY_USER = "user"
    """The person ended it."""
    BY_SILENCE = "silence"
    """Nobody said anything."""
    BY_ERROR = "error"
    """Something went wrong, on the device, the platform or in the skill."""


@dataclass(frozen=True)
class SessionEnded(Event):
    """The session is over; nothing more can be said."""

    why: Ending
    refused: bool = False
    """Whether the platform did not take the last answer."""
    screen: bool = False
    """Whether the device has a screen, whose view may end a session for reasons of its own."""
