"""Sentences that match a sample word for word; those with slots are found by hassil."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import hassil


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
        self, samples: Mapping[str, Iterable[str]], names: Mapping[str, Iterable[str] | None]
    ) -> None:
        """Take the samples by intent, and the names that fit into each slot.

        Args:
            samples: Sentences, slots as `{slot}`, by intent.
            names: By slot; nothing at all where any words may stand, as in a number.
        """
        self._order = {intent: place for place, intent in enumerate(samples)}
        self._names = names
        self._literal: dict[str, str] = {}
        self._slotted: dict[str, dict[str, None]] = defaultdict(dict)
        for intent, sentences in samples.items():
            for sentence in sentences:
                if "{" in sentence:
                    self._slotted[intent][sentence] = None
                else:
                    self._literal.setdefault(sentence, intent)

    def matches(self, text: str) -> list[Match]:
        """Every way to read it, the one with the most letters of a sample first."""
        literal = self._literal.get(text)
        # A sample without slots has matched every letter: nothing can match more.
        return [Match(literal, {}, len(text))] if literal else self._with_slots(text)

    def _with_slots(self, text: str) -> list[Match]:
        import hassil

        found = [
            Match(
                intent=result.intent.name,
                slots={entity.name: entity.text.strip() for entity in result.entities_list},
                literal=result.text_chunks_matched,
            )
            for result in hassil.recognize_all(text, self._intents, slot_lists=self._lists)
        ]
        return sorted(found, key=lambda match: (-match.literal, self._order[match.intent]))

    @cached_property
    def _intents(self) -> "hassil.Intents":
        import hassil

        sentences = {
            intent: {"data": [{"sentences": list(slotted)}]} for intent, slotted in self._slotted.items()
        }
        return hassil.Intents.from_dict({"language": "en", "intents": sentences})

    @cached_property
    def _lists(self) -> "dict[str, hassil.SlotList]":
        import hassil

        return {
            slot: hassil.WildcardSlotList(slot)
            if names is None
            else hassil.TextSlotList.from_strings(names, allow_template=False, name=slot)
            for slot, names in self._names.items()
        }
