"""The slots of an utterance whose intent is known: the names among its words, where samples have them.

The names of a slot's type are looked for first, several of one type too ("the bridge and then cat cow").
Then the samples of the intent that have as many slots of these types are compared with the rest of the
words: the likest tells which name fills which slot, "only the left" from "the left first".
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from skill.simulator.ear.model.sample import Sample
from skill.simulator.ear.model.slot_values import ParsedValues, Resolution, SlotValues
from skill.simulator.ear.samples.carriers import Carriers, Weights
from skill.simulator.ear.samples.names_in_words import BARE_NAME, LONGEST_NAME
from skill.simulator.ear.samples.reading import Filled, with_names_replaced
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import (
    SLOT,
    PhraseSet,
    Tokens,
    plain_text,
)

MOST_NAMES = 4
"""How many names of one utterance are looked at."""
FOR_A_NAME = 0.25
"""How much likeness a name more outweighs: what was named was named for a reason."""


@dataclass(frozen=True)
class Named:
    """A name among the words of an utterance."""

    start: int
    """The number of its first word."""
    end: int
    """The number of the word after its last."""
    kind: str
    """The slot type."""
    filled: Filled


@dataclass(frozen=True)
class Slotted:
    """The slots of an utterance, and the sample that it is most like."""

    slots: Mapping[str, Filled]
    sample: Sample | None
    """None where no sample shares a word."""


class SlotFiller:
    """Fills the slots of an intent."""

    def __init__(
        self,
        samples: Iterable[Sample],
        slots: Mapping[str, Mapping[str, str]],
        values: Mapping[str, SlotValues],
        weights: Weights,
        hearing: Hearing,
    ) -> None:
        """Take the trimmed samples.

        Args:
            samples: In the model's order.
            slots: By intent: the type of each slot.
            values: By slot type: what can stand in it.
            weights: How much each word counts.
            hearing: What the ear knows of the language.
        """
        self._hearing = hearing
        self._slots = slots
        self._values = values
        self._weights = weights
        self._samples: dict[str, list[Sample]] = defaultdict(list)
        for sample in samples:
            self._samples[sample.intent].append(sample)
        self._idioms = PhraseSet(hearing.idioms)
        self._carriers: dict[str, Mapping[tuple[tuple[str, ...], bool], Typed]] = {}

    def fill(self, intent: str, words: Tokens) -> Slotted:
        """What stands in the slots of this intent; names that no sample has together are left out."""
        if intent not in self._carriers:
            self._carriers[intent] = self._by_types(intent)
        typed = self._carriers[intent]
        names = list(self._names(frozenset(self._slots[intent].values()), words))[:MOST_NAMES]
        best = Slotted({}, None)
        value = -1.0
        refuses = not self._hearing.refusals.isdisjoint(word.plain for word in words)
        for count in range(len(names), -1, -1):
            for chosen, refused in product(combinations(names, count), {False, refuses}):
                group = typed.get((tuple(sorted(each.kind for each in chosen)), refused))
                if group is None:
                    continue
                found = group.carriers.closest(_pattern(words, chosen))
                likeness = found.likeness if found else 0.0
                if likeness + FOR_A_NAME * count > value:
                    value = likeness + FOR_A_NAME * count
                    sample = group.samples[found.sample] if found else group.first
                    best = Slotted(self._assigned(sample, chosen), sample if found else None)
        return best

    def is_full(self, intent: str, slots: Mapping[str, Filled]) -> bool:
        """Whether some slot is filled, or the intent is also meant without any."""
        return bool(slots) or any(not sample.slots for sample in self._samples[intent])

    def _assigned(self, sample: Sample, names: Sequence[Named]) -> dict[str, Filled]:
        """Each name in the slot of its type, in the order in which the sample has them."""
        kinds = self._slots[sample.intent]
        waiting = sorted(names, key=lambda each: each.start)
        filled = {}
        for slot in sample.slots:
            name = next(each for each in waiting if each.kind == kinds[slot])
            waiting.remove(name)
            filled[slot] = name.filled
        return filled

    def _names(self, kinds: frozenset[str], words: Tokens) -> Iterator[Named]:
        """The names of these types, the longest and surest first, none within another."""
        within = self._hearing.grammar.within_numbers([word.plain for word in words])
        idioms = self._idioms.places(words)
        found = [
            Named(start, start + length, kind, Filled(inside, resolution))
            for kind in sorted(kinds & self._values.keys())
            for length in range(min(len(words), LONGEST_NAME), 0, -1)
            for start in range(len(words) - length + 1)
            if within.isdisjoint((start, start + length))
            and not idioms.issuperset(range(start, start + length))
            and not self._stands_in(kind, words[start : start + length])
            and (resolution := self._nearest(kind, inside := words[start : start + length]))
            and resolution.likeness >= BARE_NAME
        ]
        taken: set[int] = set()
        for name in sorted(found, key=self._order):
            places = set(range(name.start, name.end))
            if taken.isdisjoint(places):
                taken |= places
                yield name

    def _nearest(self, kind: str, words: Tokens) -> Resolution | None:
        """What the words stand for; a name begins and ends in words that are its own."""
        outside = self._hearing.begins_or_ends_outside(words[0].plain, words[-1].plain)
        exactly = outside or kind not in self._hearing.name_endings
        return self._values[kind].nearest(plain_text(words), exactly=exactly)

    def _stands_in(self, kind: str, words: Tokens) -> bool:
        """Whether what could be a number is none: "I love that one"."""
        alone = len(words) == 1 and words[0].plain in self._hearing.stand_ins
        return alone and isinstance(self._values[kind], ParsedValues)

    def _order(self, name: Named) -> tuple[float, int, bool, int]:
        """What is parsed or sure first, of these the longest: "two minutes" is no "two"."""
        parsed = isinstance(self._values[name.kind], ParsedValues)
        sure = 1.0 if parsed else round(name.filled.resolution.likeness, 2)
        return -sure, name.start - name.end, not parsed, name.start

    def _by_types(self, intent: str) -> Mapping[tuple[tuple[str, ...], bool], "Typed"]:
        """The samples by the types of their slots, and by whether they refuse something."""
        kinds = self._slots[intent]
        grouped: dict[tuple[tuple[str, ...], bool], dict[Sample, Sample]] = defaultdict(dict)
        for sample in self._samples[intent]:
            types = tuple(sorted(kinds[slot] for slot in sample.slots))
            refuses = not self._hearing.refusals.isdisjoint(sample.words)
            grouped[types, refuses].setdefault(_typed(sample, kinds), sample)
        return {
            each: Typed(Carriers(list(samples), self._weights), samples)
            for each, samples in grouped.items()
        }


@dataclass(frozen=True)
class Typed:
    """The samples of an intent that have slots of the same types."""

    carriers: Carriers
    samples: Mapping[Sample, Sample]
    """By the sample with types in the place of slots: the sample itself."""

    @property
    def first(self) -> Sample:
        """Any of them."""
        return next(iter(self.samples.values()))


def _typed(sample: Sample, kinds: Mapping[str, str]) -> Sample:
    words = (
        _token(kinds[found[1]]) if (found := SLOT.fullmatch(word)) else word for word in sample.words
    )
    return Sample(sample.intent, tuple(words))


def _pattern(words: Tokens, names: Sequence[Named]) -> tuple[str, ...]:
    """The plain words, with each name replaced by its type."""
    return with_names_replaced(words, {(each.start, each.end): _token(each.kind) for each in names})


def _token(kind: str) -> str:
    """What stands for a value of a type among words."""
    return f"{{{kind.rpartition('.')[2]}}}"
