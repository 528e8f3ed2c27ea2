"""Sentences that are a sample word for word; hassil finds those with slots."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from skill.simulator.ear.words.plain_words import SLOT

if TYPE_CHECKING:
    import hassil

LONGEST_NAME = 12
"""The most words of a name or a number."""
ANY = ""
"""The word, in every text, of samples that have none but their slots."""


@dataclass(frozen=True)
class Match:
    """One way to understand an utterance."""

    intent: str
    slots: Mapping[str, str]
    """The words in each slot."""
    literal: int
    """How many letters are the sample's own and not a slot's: the more, the surer."""


@dataclass(frozen=True)
class _Slotted:
    """A sample with slots."""

    intent: str
    sentence: str
    slots: frozenset[str]
    own: frozenset[str]
    """The words that are no slot's: a text that lacks one of them is not like it."""
    begin: str
    end: str
    """What stands before the first slot and behind the last."""


def _slotted(intent: str, sentence: str, slots: frozenset[str]) -> _Slotted:
    begin, *_, end = SLOT.split(sentence)
    return _Slotted(intent, sentence, slots, frozenset(SLOT.sub(" ", sentence).split()), begin, end)


def _nothing(_: str) -> bool:
    """What fits a slot that nothing is known of."""
    return False


class SampleMatcher:
    """Compares whole utterances with samples; both have to be cleaned in the same way first."""

    def __init__(
        self,
        samples: Mapping[str, Iterable[str]],
        fits: Mapping[str, Callable[[str], bool] | None],
    ) -> None:
        """Take the samples by intent, and what may stand in each slot.

        Args:
            samples: Sentences, slots as `{slot}`, by intent.
            fits: By slot, tells whether words can stand in it; None where any words can.
        """
        self._order = {intent: place for place, intent in enumerate(samples)}
        self._fits = fits
        self._literal: dict[str, str] = {}
        by_slots: dict[frozenset[str], list[_Slotted]] = defaultdict(list)
        for intent, sentences in samples.items():
            for sentence in dict.fromkeys(sentences):
                slots = frozenset(SLOT.findall(sentence))
                if slots:
                    by_slots[slots].append(_slotted(intent, sentence, slots))
                else:
                    self._literal.setdefault(sentence, intent)
        self._slotted = list(chain.from_iterable(by_slots.values()))
        self._by_rarest = self._indexed()
        self._compiled: dict[int, hassil.Intents] = {}

    def literal(self, text: str) -> str | None:
        """The intent that has exactly this sentence as a sample without slots; None where none has."""
        return self._literal.get(text)

    def matches(self, text: str) -> list[Match]:
        """Every way to understand the text, the one with the most letters of a sample first."""
        literal = self._literal.get(text)
        # A sample without slots matches every letter: no other can match more.
        return [Match(literal, {}, len(text))] if literal else self._with_slots(text)

    def _with_slots(self, text: str) -> list[Match]:
        import hassil

        names = self._names(text)
        found = [
            Match(
                intent=result.intent.name,
                slots={entity.name: entity.text.strip() for entity in result.entities_list},
                literal=result.text_chunks_matched,
            )
            for place in self._likely(text)
            if (lists := names.of(self._slotted[place].slots)) is not None
            for result in hassil.recognize_all(text, self._intents(place), slot_lists=lists)
        ]
        return sorted(found, key=lambda match: (-match.literal, self._order[match.intent]))

    def _indexed(self) -> dict[str, list[int]]:
        """The places of the samples, each by that word of its own that the fewest have."""
        usual = Counter(word for slotted in self._slotted for word in slotted.own)
        indexed: dict[str, list[int]] = defaultdict(list)
        for place, slotted in enumerate(self._slotted):
            rarest = min(slotted.own, key=lambda word: (usual[word], word), default=ANY)
            indexed[rarest].append(place)
        return dict(indexed)

    def _likely(self, text: str) -> list[int]:
        """The places of the few samples that begin and end as the text does, with their words in it."""
        said = {*text.split(), ANY}
        return sorted(
            place
            for word in said
            for place in self._by_rarest.get(word, ())
            if self._may_match(self._slotted[place], text, said)
        )

    def _may_match(self, slotted: "_Slotted", text: str, said: Collection[str]) -> bool:
        if not slotted.own:
            fits = [self._fits.get(slot, _nothing) for slot in slotted.slots]
            return len(fits) > 1 or fits[0] is None or fits[0](text)
        begins_and_ends = text.startswith(slotted.begin) and text.endswith(slotted.end)
        return begins_and_ends and slotted.own.issubset(said)

    def _names(self, text: str) -> "_Names":
        words = text.split()
        parts = {
            " ".join(words[start:end])
            for start in range(len(words))
            for end in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1)
        }
        return _Names(parts, self._fits)

    def _intents(self, place: int) -> "hassil.Intents":
        """A sample as hassil compares it."""
        import hassil

        if place not in self._compiled:
            slotted = self._slotted[place]
            sentences = {slotted.intent: {"data": [{"sentences": [slotted.sentence]}]}}
            self._compiled[place] = hassil.Intents.from_dict({"language": "en", "intents": sentences})
        return self._compiled[place]


class _Names:
    """The words of a text that can stand in each slot, looked up once for each type."""

    def __init__(self, parts: Collection[str], fits: Mapping[str, Callable[[str], bool] | None]) -> None:
        self._parts = parts
        self._fits = fits
        self._lists: dict[str, hassil.SlotList | None] = {}
        self._fitting: dict[Callable[[str], bool], list[str]] = {}

    def of(self, slots: Iterable[str]) -> "dict[str, hassil.SlotList] | None":
        """What can stand in these slots; None where nothing can in one of them."""
        found = {}
        for slot in slots:
            if slot not in self._lists:
                self._lists[slot] = self._list(slot)
            if (names := self._lists[slot]) is None:
                return None
            found[slot] = names
        return found

    def _list(self, slot: str) -> "hassil.SlotList | None":
        import hassil

        if slot not in self._fits:
            return None
        fits = self._fits[slot]
        if fits is None:
            return hassil.WildcardSlotList(slot)
        if fits not in self._fitting:
            self._fitting[fits] = sorted(filter(fits, self._parts))
        found = self._fitting[fits]
        if not found:
            return None
        return hassil.TextSlotList.from_strings(found, allow_template=False, name=slot)
