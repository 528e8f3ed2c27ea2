"""Sentences that are a sample word for word; hassil finds those with slots."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from skill.simulator.ear.plain_words import SLOT

if TYPE_CHECKING:
    import hassil

LONGEST_NAME = 12
"""The most words of a name or a number."""


@dataclass(frozen=True)
class Match:
    """One way to understand an utterance."""

    intent: str
    slots: Mapping[str, str]
    """The words in each slot."""
    literal: int
    """How many letters are the sample's own and not a slot's: the more, the surer."""


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
        self._slotted: dict[frozenset[str], dict[str, list[str]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._compiled: dict[frozenset[str], hassil.Intents] = {}
        for intent, sentences in samples.items():
            for sentence in dict.fromkeys(sentences):
                slots = frozenset(SLOT.findall(sentence))
                if slots:
                    self._slotted[slots][intent].append(sentence)
                else:
                    self._literal.setdefault(sentence, intent)

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
        lists: dict[str, hassil.SlotList] = {
            slot: hassil.WildcardSlotList(slot)
            if found is None
            else hassil.TextSlotList.from_strings(found, allow_template=False, name=slot)
            for slot, found in names.items()
        }
        found = [
            Match(
                intent=result.intent.name,
                slots={entity.name: entity.text.strip() for entity in result.entities_list},
                literal=result.text_chunks_matched,
            )
            for slots in self._slotted
            if slots <= names.keys()
            for result in hassil.recognize_all(text, self._intents(slots), slot_lists=lists)
        ]
        return sorted(found, key=lambda match: (-match.literal, self._order[match.intent]))

    def _names(self, text: str) -> dict[str, list[str] | None]:
        """The words of a text that can stand in each slot; a slot that nothing fits is left out."""
        words = text.split()
        parts = {
            " ".join(words[start:end])
            for start in range(len(words))
            for end in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1)
        }
        # Slots of one type take the same words, which are looked up once.
        fitting = {fits: sorted(filter(fits, parts)) for fits in {*self._fits.values()} if fits}
        names = {slot: fits and fitting[fits] for slot, fits in self._fits.items()}
        return {slot: found for slot, found in names.items() if found != []}

    def _intents(self, slots: frozenset[str]) -> "hassil.Intents":
        """The sentences that have exactly these slots: few utterances have words for every slot."""
        import hassil

        if slots not in self._compiled:
            sentences = {
                intent: {"data": [{"sentences": list(slotted)}]}
                for intent, slotted in self._slotted[slots].items()
            }
            self._compiled[slots] = hassil.Intents.from_dict({"language": "en", "intents": sentences})
        return self._compiled[slots]
