"""Samples with one slot as patterns: their words must fit, and the slot takes any words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from skill.simulator.ear.carriers import Sample
from skill.simulator.ear.plain_words import Tokens


@dataclass(frozen=True)
class Fit:
    """A sample whose words all fit, and where its slot is in the utterance."""

    sample: Sample
    slot: str
    """The slot's name."""
    start: int
    """The number of the slot's first word."""
    end: int
    """The number of the word after its last."""


class OpenSamples:
    """Finds the samples whose words an utterance has, whatever is in the slot."""

    def __init__(self, samples: Iterable[Sample]) -> None:
        self._by_first: dict[str, list[tuple[Sample, str, int]]] = defaultdict(list)
        for sample in samples:
            slots = sample.slots
            if len(slots) == 1:
                before = sample.words.index(f"{{{slots[0]}}}")
                first = sample.words[0] if before else ""
                self._by_first[first].append((sample, slots[0], before))

    def fits(self, words: Tokens) -> Iterator[Fit]:
        """Every sample whose words fit, with the place of its slot."""
        plain = tuple(word.plain for word in words)
        for first in (plain[0], ""):
            for sample, slot, before in self._by_first.get(first, ()):
                end = len(plain) - (len(sample.words) - before - 1)
                if (
                    end > before
                    and plain[:before] == sample.words[:before]
                    and plain[end:] == sample.words[before + 1 :]
                ):
                    yield Fit(sample, slot, before, end)
