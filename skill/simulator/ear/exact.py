"""Sentences that match a sample word for word; those with slots are found by hassil."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from skill.simulator.ear.plain_words import SLOT

if TYPE_CHECKING:
    import hassil

LONGEST_NAME = 12
"""Words; more than any name or number has."""


@dataclass(frozen=True)
class Match:
    """One way to read an utterance."""

    intent: str
    slots: Mapping[str, str]
    """The words in each slot."""
    literal: int
    """How many letters of the sample itself matched: the more, the surer."""


class SampleMatcher:
    """Matches whole utterances against samples; both must be cleaned the same way before."""

    def __init__(
        self,
        samples: Mapping[str, Iterable[str]],
        fits: Mapping[str, Callable[[str], bool] | None],
    ) -> None:
        """Take the samples by intent, and what may stand in each slot.

        Args:
            samples: Sentences, slots as `{slot}`, by intent.
            fits: By slot, whether these words can stand in it; nothing where any words can.
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
        """The intent that has this very sentence among its samples without slots."""
        return self._literal.get(text)

    def matches(self, text: str) -> list[Match]:
        """Every way to read it, the one with the most letters of a sample first."""
        literal = self._literal.get(text)
        # A sample without slots has matched every letter: nothing can match more.
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
        """What in a text can stand in each slot; the slots for which there is nothing are left out."""
        words = text.split()
        parts = {
            " ".join(words[start:end])
            for start in range(len(words))
            for end in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1)
        }
        # Slots of one type fit the same: their words are looked for once.
        fitting = {fits: sorted(filter(fits, parts)) for fits in {*self._fits.values()} if fits}
        names = {slot: fits and fitting[fits] for slot, fits in self._fits.items()}
        return {slot: found for slot, found in names.items() if found != []}

    def _intents(self, slots: frozenset[str]) -> "hassil.Intents":
        """The sentences with these slots: few utterances have something for every slot."""
        import hassil

        if slots not in self._compiled:
            sentences = {
                intent: {"data": [{"sentences": list(slotted)}]}
                for intent, slotted in self._slotted[slots].items()
            }
            self._compiled[slots] = hassil.Intents.from_dict({"language": "en", "intents": sentences})
        return self._compiled[slots]
