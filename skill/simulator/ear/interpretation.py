"""What an utterance was understood as: an intent, its slots, and how it was arrived at."""

from collections.abc import Mapping
from dataclasses import dataclass, field

EXACT, TRIMMED, NEAR, NOTHING = "exact", "trimmed", "near", "fallback"
"""The ways an utterance is understood, the surest first."""


@dataclass(frozen=True)
class HeardSlot:
    """One slot with something in it."""

    name: str
    heard: str
    """The words, as they were said."""
    value: str | int | None
    """The value's own name, a number, or an ISO 8601 text; nothing for a name nobody knows."""
    ids: tuple[str, ...]
    """The ids of every value that answers to the words; several for a name that is shared."""


@dataclass(frozen=True)
class Interpretation:
    """What an utterance was understood as."""

    intent: str
    slots: Mapping[str, HeardSlot] = field(default_factory=dict)
    """By name, those with something in them."""
    tier: str = NOTHING
    """`exact`; `trimmed` of politeness and fillers; `near`; or `fallback`."""
