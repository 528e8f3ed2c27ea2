"""Sentences that match a sample word for word, found by hassil."""

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
            samples: Sentences with `{slot}`s, by intent.
            names: By slot; nothing at all where any words may stand, as in a number.
        """
        self._samples = samples
        self._names = names

    def matches(self, text: str) -> list[Match]:
        """Every way to read it, the one with the most letters of a sample first."""
        if not text:
            return []
        import hassil

        results = hassil.recognize_all(text, self._intents, slot_lists=self._lists)
        found = [
            Match(
                intent=result.intent.name,
                slots={entity.name: entity.text.strip() for entity in result.entities_list},
                literal=result.text_chunks_matched,
            )
            for result in results
        ]
        order = list(self._samples)
        return sorted(found, key=lambda match: (-match.literal, order.index(match.intent)))

    @cached_property
    def _intents(self) -> "hassil.Intents":
        import hassil

        sentences = {
            intent: {"data": [{"sentences": list(dict.fromkeys(samples))}]}
            for intent, samples in self._samples.items()
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
