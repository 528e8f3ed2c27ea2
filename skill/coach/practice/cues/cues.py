"""Cues: what an answer is made of."""

from collections.abc import Iterable
from dataclasses import dataclass

from skill.coach.practice.place import Place


@dataclass(frozen=True)
class Said:
    """Words to be spoken."""

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


def length(cues: Iterable[Cue]) -> float:
    """Seconds the cues take."""
    return round(sum(cue.seconds for cue in cues), 3)


def spoken_text(cues: Iterable[Cue]) -> str:
    """The words of the cues, without the pauses."""
    return " ".join(cue.text for cue in cues if isinstance(cue, Said))
