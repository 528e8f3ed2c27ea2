"""Utterances that are a sample word for word, whole or trimmed, with what their slots stand for."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial

from skill.simulator.ear.interpretation import HeardSlot, Interpretation
from skill.simulator.ear.model.slot_values import ParsedValues, Resolution, SlotValues
from skill.simulator.ear.samples.exact import Match, SampleMatcher
from skill.simulator.ear.words.plain_words import Tokens, Trimmer, heard_text, plain_text


class Matching:
    """Finds the samples that an utterance is."""

    def __init__(
        self,
        samples: Mapping[str, tuple[Tokens, ...]],
        values: Mapping[str, SlotValues],
        trimmer: Trimmer,
    ) -> None:
        """Take the samples.

        Args:
            samples: By intent, in the model's order.
            values: By slot name: what can stand in the slot.
            trimmer: Trims samples as utterances are trimmed.
        """
        self._samples = samples
        self._values = values
        self._trimmer = trimmer

    def whole(self, words: Tokens, tier: str) -> Iterator[Interpretation]:
        """What an utterance means as a sample that is whole."""
        return self._matched(self._exact, words, tier)

    def trimmed(self, words: Tokens, tier: str) -> Iterator[Interpretation]:
        """What a trimmed utterance means as a trimmed sample."""
        return self._matched(self._trimmed, words, tier)

    def literal(self, text: str) -> str | None:
        """The intent of a trimmed sample without slots; None where none is these words."""
        return self._trimmed.literal(text)

    def _matched(self, matcher: SampleMatcher, words: Tokens, tier: str) -> Iterator[Interpretation]:
        # "Second" is first looked up as a name ("the second one") and then as a length of time.
        matches = matcher.matches(plain_text(words))
        for match in sorted(matches, key=lambda match: (-match.literal, self._parsed(match))):
            resolved = self._resolved(match)
            if resolved is not None:
                slots = {
                    slot: self._as_said(slot, _as_heard(match.slots[slot], words), resolution)
                    for slot, resolution in resolved.items()
                }
                yield Interpretation(match.intent, slots, tier)

    def _as_said(self, slot: str, words: str, resolution: Resolution) -> HeardSlot:
        free = self._values[slot].takes_anything
        return heard_slot(slot, words, replace(resolution, value=words) if free else resolution)

    def _parsed(self, match: Match) -> bool:
        """Whether a slot takes anything that one of Amazon's parsers understands."""
        return any(isinstance(self._values[slot], ParsedValues) for slot in match.slots)

    def _resolved(self, match: Match) -> dict[str, Resolution] | None:
        """What the words in each slot stand for; None where the words of a number are none."""
        resolved = {}
        for slot, text in match.slots.items():
            resolution = self._values[slot].resolve(text)
            if resolution is None:
                return None
            resolved[slot] = resolution
        return resolved

    @cached_property
    def _exact(self) -> SampleMatcher:
        sentences = {intent: map(plain_text, samples) for intent, samples in self._samples.items()}
        return SampleMatcher(sentences, self._fits(trimmed=False))

    @cached_property
    def _trimmed(self) -> SampleMatcher:
        # Trimmed, "remind me later" and "maybe later" are equal: the one that lost less keeps the
        # sentence.
        owners: dict[str, tuple[int, str]] = {}
        for intent, samples in self._samples.items():
            for sample in samples:
                trimmed = self._trimmer.trim(sample)
                lost = len(sample) - len(trimmed)
                owner = owners.setdefault(plain_text(trimmed), (lost, intent))
                if lost < owner[0]:
                    owners[plain_text(trimmed)] = lost, intent
        sentences: dict[str, list[str]] = {intent: [] for intent in self._samples}
        for sentence, (_, intent) in owners.items():
            sentences[intent].append(sentence)
        return SampleMatcher(sentences, self._fits(trimmed=True))

    def _fits(self, *, trimmed: bool) -> dict[str, Callable[[str], bool] | None]:
        fits = {values: partial(values.fits, trimmed=trimmed) for values in self._values.values()}
        return {
            slot: None if values.takes_anything else fits[values]
            for slot, values in self._values.items()
        }


def heard_slot(name: str, words: str, resolution: Resolution) -> HeardSlot:
    """A slot with these words in it."""
    return HeardSlot(name, words, resolution.value, resolution.ids)


def _as_heard(text: str, words: Tokens) -> str:
    """The words of a slot as they were said, with apostrophes."""
    parts = tuple(text.split())
    for start in range(len(words) - len(parts) + 1):
        there = words[start : start + len(parts)]
        if tuple(word.plain for word in there) == parts:
            return heard_text(there)
    return text
