"""Cues: what an answer is made of."""

from collections.abc import Iterable
from dataclasses import dataclass

from skill.coach.practice import Place


@dataclass(frozen=True)
class Said:
    """Words."""

    text: str
    seconds: float
    """How long they take to say, estimated."""
    place: Place | None = None
    """Where in the practice they begin; None outside it."""


@dataclass(frozen=True)
class Silence:
    """A pause."""

    seconds: float
    place: Place | None = None
    """Where in the practice it begins; None outside it."""


Cue = Said | Silence


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
    card: Card | None = None

    @property
    def spoken(self) -> tuple[Cue, ...]:
        """The answer and its prompt, as they are heard."""
        return self.answer + self.prompt


def length(cues: Iterable[Cue]) -> float:
    """Seconds the cues take."""
    return round(sum(cue.seconds for cue in cues), 3)


def plain(cues: Iterable[Cue]) -> str:
    """The words of the cues, without the pauses."""
    return " ".join(cue.text for cue in cues if isinstance(cue, Said))
