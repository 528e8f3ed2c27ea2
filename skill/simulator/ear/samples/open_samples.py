"""Samples with an open slot as patterns: their words must fit, and that slot takes any words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from skill.simulator.ear.model.sample import Sample


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

    def __init__(self, samples: Iterable[Sample], known: str = "") -> None:
        """Take the samples.

        Args:
            samples: All of them.
            known: A slot that is filled already, and stands in an utterance by its name; empty for none.
        """
        self._by_first: dict[str, list[tuple[Sample, str, int]]] = defaultdict(list)
        for sample in samples:
            slots = [slot for slot in sample.slots if slot != known]
            if len(slots) == 1 and len(sample.slots) == 1 + bool(known):
                before = sample.words.index(f"{{{slots[0]}}}")
                first = sample.words[0] if before else ""
                self._by_first[first].append((sample, slots[0], before))

    def fits(self, plain: Sequence[str]) -> Iterator[Fit]:
        """Every sample whose words fit, with the place of its slot."""
        plain = tuple(plain)
        for first in (plain[0], ""):
            for sample, slot, before in self._by_first.get(first, ()):
                end = len(plain) - (len(sample.words) - before - 1)
                if (
                    end > before
                    and plain[:before] == sample.words[:before]
                    and plain[end:] == sample.words[before + 1 :]
                ):
                    yield Fit(sample, slot, before, end)
