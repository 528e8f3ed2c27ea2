"""Samples with an open slot as patterns: their words must fit, and that slot takes any words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

    def __init__(self, samples: Iterable[Sample], askers: Mapping[str, str], known: str = "") -> None:
        """Take the samples.

        Args:
            samples: All of them.
            askers: By two words that tell who asks or is asked, the two that stand for all alike.
            known: A slot that is filled already, and stands in an utterance by its name; empty for none.
        """
        self._askers = {tuple(said.split()): tuple(chosen.split()) for said, chosen in askers.items()}
        self._by_first: dict[str, list[tuple[Sample, tuple[str, ...], str, int]]] = defaultdict(list)
        for sample in samples:
            slots = [slot for slot in sample.slots if slot != known]
            if len(slots) == 1 and len(sample.slots) == 1 + bool(known):
                before = sample.words.index(f"{{{slots[0]}}}")
                words = self._alike(sample.words)
                first = words[0] if before else ""
                self._by_first[first].append((sample, words, slots[0], before))

    def fits(self, plain: Sequence[str]) -> Iterator[Fit]:
        """Every sample whose words fit, with the place of its slot."""
        said = self._alike(plain)
        for first in (said[0], ""):
            for sample, words, slot, before in self._by_first.get(first, ()):
                end = len(said) - (len(words) - before - 1)
                if (
                    end > before
                    and said[:before] == words[:before]
                    and said[end:] == words[before + 1 :]
                ):
                    yield Fit(sample, slot, before, end)

    def _alike(self, words: Sequence[str]) -> tuple[str, ...]:
        """The words, "how long would you hold" as "how long do i hold": as many as there were."""
        alike = list(words)
        for place in range(len(alike) - 1):
            chosen = self._askers.get((alike[place], alike[place + 1]))
            if chosen is not None:
                alike[place : place + 2] = chosen
        return tuple(alike)
