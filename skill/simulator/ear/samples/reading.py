"""One way to understand an utterance: a sample, and what stands in its slots."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from skill.simulator.ear.interpretation import HeardSlot
from skill.simulator.ear.model.sample import Sample
from skill.simulator.ear.model.slot_values import Resolution
from skill.simulator.ear.words.plain_words import Tokens, heard_text

OWN_NAME = 0.9
"""The likeness with a name that a person has given, such as "morning routine"."""


@dataclass(frozen=True)
class Filled:
    """A slot with the words in it, and what they stand for."""

    words: Tokens
    resolution: Resolution


def heard_slots(slots: Mapping[str, Filled]) -> dict[str, HeardSlot]:
    """What was said for each slot, by slot name."""
    return {
        name: HeardSlot(name, heard_text(each.words), each.resolution.value, each.resolution.ids)
        for name, each in slots.items()
    }


@dataclass(frozen=True)
class Reading:
    """One way to understand an utterance."""

    sample: Sample
    slots: Mapping[str, Filled]
    """By slot name."""
    likeness: float
    """From 0 to 1: how sure this is."""
    literal: int
    """How many of the words were the sample's own and not a slot's."""

    @property
    def intent(self) -> str:
        """The sample's."""
        return self.sample.intent

    @property
    def has_given_name(self) -> bool:
        """Whether a name in it is one that a person has given."""
        return any(each.resolution.likeness >= OWN_NAME for each in self._unknown())

    @property
    def has_unknown_name(self) -> bool:
        """Whether a name in it is none that is known, which only a sample can tell that fits."""
        return any(self._unknown())

    def _unknown(self) -> list[Filled]:
        return [each for each in self.slots.values() if each.resolution.value is None]


@dataclass(frozen=True)
class Span:
    """A known name or a number, somewhere in an utterance."""

    start: int
    """The number of its first word."""
    end: int
    """The number of the word after its last."""
    filled: Filled
    telling: bool
    """Whether these words can hardly be anything else."""


@dataclass(frozen=True)
class Part:
    """Some words of an utterance that may be a name or a number."""

    start: int
    end: int
    words: Tokens
    plain: str
    """The same as one text."""
    exactly: bool
    """Whether only a name counts that was said exactly so."""


def filled_words(slots: Mapping[str, Filled]) -> list[Tokens]:
    """The words in each slot."""
    return [each.words for each in slots.values()]


def overlap(spans: Sequence[Span]) -> bool:
    """Whether two of these names share a word."""
    ordered = sorted(spans, key=lambda span: span.start)
    return any(later.start < earlier.end for earlier, later in pairwise(ordered))


def with_slots(words: Tokens, spans: Mapping[str, Span]) -> tuple[str, ...]:
    """The plain words, with each name replaced by its slot."""
    return with_names_replaced(
        words, {(span.start, span.end): f"{{{slot}}}" for slot, span in spans.items()}
    )


def with_names_replaced(words: Tokens, names: Mapping[tuple[int, int], str]) -> tuple[str, ...]:
    """The plain words, with each name replaced by one that stands for it.

    Args:
        words: All of them.
        names: By the number of a name's first word, and of the word after its last: what stands for it.
    """
    begins = {start: token for (start, _), token in names.items()}
    inside = {place for start, end in names for place in range(start, end)}
    return tuple(
        begins.get(place, word.plain)
        for place, word in enumerate(words)
        if place in begins or place not in inside
    )
