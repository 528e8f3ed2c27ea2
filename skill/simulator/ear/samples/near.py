"""Utterances that are not a sample word for word.

There are three ways to understand one, and the likeliest counts. A sample fits, and the words in its
slot are nearly a name. A sample fits that only a coach of stretches would hear, and the words in its
slot are an unknown name. Or known names are found first, and the rest is nearly a sample.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from skill.simulator.ear.model.sample import Sample
from skill.simulator.ear.model.slot_values import (
    NamedValues,
    Resolution,
    SlotValues,
)
from skill.simulator.ear.samples.carriers import Carriers, Closest, Weights
from skill.simulator.ear.samples.names_in_words import BARE_NAME, NamesInWords
from skill.simulator.ear.samples.open_samples import OpenSamples
from skill.simulator.ear.samples.reading import (
    OWN_NAME,
    Filled,
    Reading,
    Span,
    filled_words,
    overlap,
    with_slots,
)
from skill.simulator.ear.sentences.denials import Denials
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import PhraseSet, Tokens

LIKELY = 0.66
"""The least likeness, from 0 to 1; below it the utterance is `AMAZON.FallbackIntent`."""

LIKELY_BY_ONE_WORD = 0.78
"""The least likeness where only one of the words that both have is not a small word."""

LIKELY_WITH_A_NAME = 0.5
"""The least likeness where the utterance has a name that can hardly be anything else."""

STRANGE_WORD = 0.92
"""The factor on the likeness for each word that no sample has."""

ASKED = 0.85
"""The factor on the likeness of a sample that asks nothing, for what begins like a question."""

UNKNOWN_NAME = 0.76
"""The likeness of a sample that fits, with an unknown name."""


STRETCH = "stretch"
"""The slot of what a coach is mostly asked about."""


LONGEST_UNKNOWN_NAME = 4
"""The most words of an unknown name."""


class NearMatcher:
    """Finds the likeliest way to understand an utterance."""

    def __init__(
        self,
        samples: Sequence[Sample],
        values: Mapping[str, SlotValues],
        endings: Mapping[str, frozenset[str]],
        own_names: Mapping[str, frozenset[str]],
        hearing: Hearing,
    ) -> None:
        """Take the trimmed samples, and the values that fit each slot.

        Args:
            samples: In the model's order.
            values: By slot name: what can stand in the slot.
            endings: By slot name: the words that may follow a name in it.
            own_names: By slot name: words of samples that may also be in a given name.
            hearing: What the ear knows of the language.
        """
        self._open = OpenSamples(samples, hearing.same_askers)
        clear = [each for each in samples if _has_any(hearing.clear_words, each)]
        named = {slot for each in clear if len(each.slots) > 1 for slot in each.slots}
        self._open_beside = {
            slot: OpenSamples(clear, hearing.same_askers, slot) for slot in sorted(named)
        }
        self._clear = {
            several: frozenset(sample for sample in samples if _has_any(phrases, sample))
            for several, phrases in (
                (False, hearing.clear_words),
                (True, (*hearing.clear_words, *hearing.clear_for_several)),
            )
        }
        self._values = values
        self._names = NamesInWords(values, endings, hearing)
        self._endings = endings
        self._own_names = own_names
        self._hearing = hearing
        self._denials = Denials(hearing)
        self._elsewhere = PhraseSet(hearing.elsewhere)
        self._elsewhere_words = frozenset(hearing.elsewhere)
        # Any number fits any sample with a number: that it is one says nothing of the intent.
        parsed = [f"{{{slot}}}" for slot, each in values.items() if not isinstance(each, NamedValues)]
        small = hearing.small_words.union(parsed)
        self.weights = Weights(samples, small, hearing.same_words, hearing.grammar.stem)
        self._carriers = self._by_slots(samples)

    def read(self, variants: Sequence[Tokens]) -> Reading | None:
        """The likeliest way to understand an utterance; None where even that is unlikely.

        Args:
            variants: Its words, trimmed to different degrees.
        """
        readings = [reading for words in variants if (reading := self._read(words))]
        return max(readings, key=lambda reading: reading.likeness, default=None)

    def read_around(
        self, words: Tokens, slot: str, place: tuple[int, int], found: Resolution
    ) -> Reading | None:
        """The likeliest way to understand an utterance with a name at a place; None if unlikely."""
        start, end = place
        name = Span(start, end, Filled(words[start:end], found), telling=True)
        spans = {slot: name}
        for other in {other for slots in self._carriers if slot in slots for other in slots} - {slot}:
            span = self._names.surest(other, words)
            if span is not None and not overlap([name, span]):
                spans[other] = span
        readings = [each for each in self._with_names_known(words, spans) if slot in each.slots]
        return max(readings, key=lambda each: (each.likeness, each.literal), default=None)

    def _read(self, words: Tokens) -> Reading | None:
        if self.for_somebody_else(words):
            return None
        # Slots of one type have the same names, which are looked up once.
        known: dict[SlotValues, Span | None] = {}
        for slot, values in self._values.items():
            if values not in known:
                known[values] = self._names.surest(slot, words)
        spans = {slot: span for slot, values in self._values.items() if (span := known[values])}
        readings = [
            reading
            for reading in (*self._with_slots_open(words, spans), *self._with_names_known(words, spans))
            if not self._denials.deny(words, reading.sample, filled_words(reading.slots))
        ]
        return max(readings, key=lambda each: (each.likeness, each.literal), default=None)

    def named(self, slot: str, words: Tokens) -> Filled | None:
        """The surest known name of a slot among some words; None where none is there."""
        span = self._names.surest(slot, words)
        return span.filled if span is not None else None

    def names_a_stretch(self, words: Tokens) -> bool:
        """Whether a stretch is named in words that can hardly be anything else: "figure four"."""
        span = self._names.surest(STRETCH, words) if STRETCH in self._values else None
        return span is not None and span.telling and len(span.filled.words) > 1

    def for_somebody_else(self, words: Tokens) -> bool:
        """Whether an utterance has a word or phrase that only others are meant by."""
        return any(self._is_for_others(words, place) for place in range(len(words)))

    def _is_for_others(self, words: Tokens, place: int) -> bool:
        length = self._elsewhere.length_at(words, place)
        if length != 1:
            return bool(length)
        word = words[place].plain
        if any(self._may_be_own(slot, word, words) for slot in self._own_names):
            return False
        named = [each for each in self._values.values() if isinstance(each, NamedValues)]
        return not (self.weights.knows(word) or any(each.knows(word) for each in named))

    def _may_be_own(self, slot: str, word: str, words: Tokens) -> bool:
        """Whether a word may be in a name that a person has given: "lunch break routine"."""
        said = {each.plain for each in words}
        return word in self._own_names[slot] and not self._endings[slot].isdisjoint(said)

    def _with_slots_open(self, words: Tokens, spans: Mapping[str, Span]) -> Iterator[Reading]:
        resolved: dict[tuple[str, int, int], Resolution | None] = {}
        yield from self._with_one_slot_open(words, spans)
        for fit in self._open.fits([word.plain for word in words]):
            slot, inside = fit.slot, words[fit.start : fit.end]
            key = slot, fit.start, fit.end
            if key not in resolved:
                resolved[key] = self._names.nearest(slot, inside) or self._unknown(slot, inside, spans)
            found, literal = resolved[key], len(fit.sample.words) - 1
            if found is not None and self._believable(fit.sample, inside, found, literal):
                filled = {slot: Filled(inside, found)}
                yield Reading(fit.sample, filled, found.likeness, literal)

    def _with_one_slot_open(self, words: Tokens, spans: Mapping[str, Span]) -> Iterator[Reading]:
        """A known name, and beside it a name that nobody knows: "is the bridge okay with lupus"."""
        for known, beside in self._open_beside.items():
            if (span := spans.get(known)) is None:
                continue
            pattern = with_slots(words, {known: span})
            gap = span.end - span.start - 1
            for fit in beside.fits(pattern):
                shift = gap if fit.start > span.start else 0
                inside = words[fit.start + shift : fit.end + shift]
                found = self._unknown(fit.slot, inside, {})
                if found is not None:
                    filled = {known: span.filled, fit.slot: Filled(inside, found)}
                    likeness = min(found.likeness, span.filled.resolution.likeness)
                    yield Reading(fit.sample, filled, likeness, len(fit.sample.words) - 2)

    def _believable(self, sample: Sample, words: Tokens, found: Resolution, literal: int) -> bool:
        if found.ids or found.value is not None:
            return bool(literal) or found.likeness >= BARE_NAME
        if not self._hearing.exercises.isdisjoint(word.plain for word in words):
            return True
        return found.likeness > UNKNOWN_NAME or sample in self._clear[len(words) > 1]

    def _unknown(self, slot: str, words: Tokens, spans: Mapping[str, Span]) -> Resolution | None:
        """An unknown name, if these words can be one; else None."""
        plain = [word.plain for word in words]
        endings = self._endings.get(slot, frozenset())
        own = [word for word in plain if word not in endings]
        if not own or len(own) > LONGEST_UNKNOWN_NAME or not endings:
            return None
        if any(span.telling for span in spans.values()):
            return None
        named = self._own_names.get(slot, frozenset())
        if all(word in named or not self.weights.is_usual(word) for word in own) and named & {*own}:
            whose = words[0].heard.endswith("'s")  # "mum's morning"
            return Resolution(None, (), OWN_NAME if whose or plain[-1] in endings else UNKNOWN_NAME)
        if not self._elsewhere_words.isdisjoint(own):
            return None
        if own[0] in self._hearing.small_words or not self._hearing.never_in_names.isdisjoint(own):
            return None
        if all(self.weights.is_usual(word) for word in own):
            return None
        return Resolution(None, (), UNKNOWN_NAME + 0.01 * (plain[-1] in endings))

    def _with_names_known(self, words: Tokens, spans: Mapping[str, Span]) -> Iterator[Reading]:
        for slots, carriers in self._carriers.items():
            chosen = [spans[slot] for slot in slots if slot in spans]
            if len(chosen) < len(slots) or overlap(chosen):
                continue
            named = dict(zip(slots, chosen, strict=True))
            pattern = with_slots(words, named)
            found = carriers.closest(pattern)
            if found is None or any(
                word in self._elsewhere_words and word not in found.sample.words for word in pattern
            ):
                continue
            if slots and self._refuses(found.sample.words) and not self._refuses(pattern):
                continue
            strange = sum(not self.weights.knows(word) for word in pattern)
            likeness = found.likeness * STRANGE_WORD**strange
            if self._asks(pattern) and not self._asks(found.sample.words):
                likeness *= ASKED
            if likeness >= self._wanted(found, named):
                filled = {slot: span.filled for slot, span in named.items()}
                literal = len(found.sample.words) - len(slots)
                yield Reading(found.sample, filled, likeness, literal)

    def _refuses(self, words: Sequence[str]) -> bool:
        return not self._hearing.refusals.isdisjoint(words)

    def _asks(self, words: Sequence[str]) -> bool:
        return words[0] in self._hearing.questions

    def _wanted(self, found: Closest, named: Mapping[str, Span]) -> float:
        """The least likeness with a sample for an utterance with these names."""
        if any(span.telling for span in named.values()):
            return LIKELY_WITH_A_NAME
        return LIKELY if named or found.telling > 1 else LIKELY_BY_ONE_WORD

    def _by_slots(self, samples: Sequence[Sample]) -> dict[tuple[str, ...], Carriers]:
        grouped: dict[tuple[str, ...], list[Sample]] = defaultdict(list)
        for sample in samples:
            grouped[tuple(sorted(sample.slots))].append(sample)
        return {slots: Carriers(group, self.weights) for slots, group in grouped.items()}


def _has_any(phrases: Iterable[str], sample: Sample) -> bool:
    said = f" {' '.join(sample.words)} "
    return any(f" {phrase} " in said for phrase in phrases)
