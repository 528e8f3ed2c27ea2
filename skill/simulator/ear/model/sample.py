"""A sample of the model, as utterances are compared with it."""

from dataclasses import dataclass

from skill.simulator.ear.words.plain_words import SLOT


@dataclass(frozen=True)
class Sample:
    """One sample, trimmed as utterances are."""

    intent: str
    words: tuple[str, ...]
    """Plain words, with slots as `{stretch}`."""

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of its slots, in order."""
        return tuple(found[1] for word in self.words if (found := SLOT.fullmatch(word)))
