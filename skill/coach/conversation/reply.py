"""One answer, as the shell gets it, and how much it may hold."""

from dataclasses import dataclass

from skill.coach.practice.cues import Cue
from skill.coach.practice.packing import Budget


@dataclass(frozen=True)
class Limits:
    """How much a platform takes in one answer."""

    answer: Budget = Budget()
    """Of the answer, its prompt included."""
    reprompt: Budget = Budget()
    card_characters: int | None = None
    """Of a card, its title included; None where there is no limit."""


@dataclass(frozen=True)
class Card:
    """What is written beside an answer, for whoever looks at a screen later."""

    title: str
    text: str


@dataclass(frozen=True)
class Reply:
    """One answer, as cues."""

    answer: tuple[Cue, ...]
    prompt: tuple[Cue, ...] = ()
    """The short end of the answer: a question, or what can be said next."""
    reprompt: tuple[Cue, ...] = ()
    """Spoken when nobody says anything."""
    ends_session: bool = False
    """Whether the microphone stays closed, and the session ends with the last word."""
    card: Card | None = None
    """What is written beside it; None without a card."""
    asks_permission: str = ""
    """The platform is to ask whether reminders are allowed, and to send this back with the answer."""
    offers_permission: bool = False
    """A card goes with it, on which reminders can be allowed."""

    @property
    def spoken(self) -> tuple[Cue, ...]:
        """The answer and its prompt, as they are heard."""
        return self.answer + self.prompt
