"""The names and numbers of the model's slots among the words of an utterance."""

from collections.abc import Mapping
from functools import lru_cache

from skill.simulator.ear.model.slot_values import (
    REMEMBERED,
    REORDERED,
    NamedValues,
    Resolution,
    SlotValues,
)
from skill.simulator.ear.samples.reading import Filled, Part, Span
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import PhraseSet, Tokens, plain_text

LONGEST_NAME = 7
"""The most words of a known name."""
UTTERANCES = 16
"""Of how many ways to say an utterance the parts are remembered: each slot is looked for in all."""
BARE_NAME = 0.84
"""The least likeness of a name for it to be found among other words."""


class NamesInWords:
    """Finds what may stand in a slot."""

    def __init__(
        self, values: Mapping[str, SlotValues], endings: Mapping[str, frozenset[str]], hearing: Hearing
    ) -> None:
        """Take the values of the slots.

        Args:
            values: By slot name: what can stand in the slot.
            endings: By slot name: the words that may follow a name in it.
            hearing: What the ear knows of the language.
        """
        self._values = values
        self._endings = endings
        self._hearing = hearing
        self._idioms = PhraseSet(hearing.idioms)
        self._ends_in_a_length = lru_cache(REMEMBERED)(self._looked_for_a_length)
        self._parts = lru_cache(UTTERANCES)(self._taken_apart)

    def surest(self, slot: str, words: Tokens) -> Span | None:
        """The surest known name of this slot among the words, the longest of equally sure ones."""
        values = self._values[slot]
        best: Span | None = None
        for part in self._parts(words):
            found = values.nearest(part.plain, exactly=part.exactly)
            if found is None or found.likeness < BARE_NAME:
                continue
            if best is None or found.likeness > best.filled.resolution.likeness:
                filled = Filled(part.words, found)
                best = Span(part.start, part.end, filled, self._telling(slot, filled))
        return best

    def nearest(self, slot: str, words: Tokens) -> Resolution | None:
        """What the words stand for; a name begins and ends in words that are its own.

        A length of time that was said is no slip of a name: "only a second" is not "only the seconds".
        """
        plain = plain_text(words)
        return self._values[slot].nearest(plain, exactly=self._only_exactly(words, plain))

    def _only_exactly(self, words: Tokens, plain: str) -> bool:
        outside = self._hearing.begins_or_ends_outside(words[0].plain, words[-1].plain)
        return outside or self._ends_in_a_length(plain)

    def _looked_for_a_length(self, plain: str) -> bool:
        """Whether the last words tell of hours, minutes or seconds."""
        length = self._hearing.grammar.duration(plain.split())
        if length is not None and length.startswith("PT"):
            return True
        _, _, rest = plain.partition(" ")
        return bool(rest) and self._ends_in_a_length(rest)

    def _taken_apart(self, words: Tokens) -> list[Part]:
        """Every part of the words that may be a name or a number, the longest first."""
        within = self._hearing.grammar.within_numbers([word.plain for word in words])
        idioms = self._idioms.places(words)
        parts = []
        for length in range(min(len(words), LONGEST_NAME), 0, -1):
            for start in range(len(words) - length + 1):
                end = start + length
                if start in within or end in within or idioms.issuperset(range(start, end)):
                    continue
                inside = words[start:end]
                plain = plain_text(inside)
                parts.append(Part(start, end, inside, plain, self._only_exactly(inside, plain)))
        return parts

    def _telling(self, slot: str, filled: Filled) -> bool:
        values = self._values[slot]
        if not isinstance(values, NamedValues) or not self._endings.get(slot):
            return False
        return filled.resolution.likeness >= REORDERED and values.telling(filled.words)
