"""What an utterance was understood as: an intent, its slots, and how that was found."""

from collections.abc import Mapping
from dataclasses import dataclass, field

EXACT, TRIMMED, NEAR, NOTHING = "exact", "trimmed", "near", "fallback"
"""The ways in which an utterance is understood, the surest first."""


@dataclass(frozen=True)
class HeardSlot:
    """A slot that something was said for."""

    name: str
    heard: str
    """The words, as they were said."""
    value: str | int | None
    """The value's own name, a number, or an ISO 8601 text; None for a name that is not known."""
    ids: tuple[str, ...]
    """The ids of every value with that name; several for a shared name, none for an unknown one."""


@dataclass(frozen=True)
class Interpretation:
    """What an utterance was understood as."""

    intent: str
    slots: Mapping[str, HeardSlot] = field(default_factory=dict)
    """By name: the slots that something was said for."""
    tier: str = NOTHING
    """How it was found: as an `exact` sample; `trimmed` of politeness and fillers; `near` one; or
    `fallback`."""
    then: "Interpretation | None" = None
    """The second wish of the same sentence, to be answered after this one; None where there is one only.
    Alexa hears one."""

    @property
    def is_said(self) -> bool:
        """Whether a sample says just this, politeness and fillers aside."""
        return self.tier in (EXACT, TRIMMED)


@dataclass(frozen=True)
class Led:
    """What an utterance means that begins with a sentence of its own."""

    first: str
    """The intent of that sentence."""
    heard: Interpretation
    """What is meant: that sentence, or it and what follows."""
    with_condition: bool = False
    """Whether what follows tells what a body has."""
