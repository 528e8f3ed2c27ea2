"""Two stretches wished for in one breath, each with its own length or number.

"Happy baby for a minute, then the bridge twice": what is said behind the second is of the second.
"""

from collections.abc import Callable
from dataclasses import replace

from skill.simulator.ear.interpretation import EXACT, NEAR, Interpretation
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import PhraseSet, Tokens

STRETCH = "stretch"


class TwoStretches:
    """Hears each of the two wishes by itself."""

    def __init__(self, hearing: Hearing, hear: Callable[[Tokens], Interpretation]) -> None:
        """Take what is known of the language, and what understands one of the two wishes."""
        self._after_that = PhraseSet(hearing.after_that)
        self._of_the_next = hearing.of_the_next
        self._names = hearing.wished
        self._hear = hear

    def each(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same, or both wishes, where the words are two of them and no sample has said so."""
        heard = self._named_once(heard)
        if heard.intent not in self._names.values() or heard.tier == EXACT:
            return heard
        for place in range(1, len(words) - 1):
            length = self._after_that.length_at(words, place)
            if length and place + length < len(words):
                both = self._both(words[:place], words[place + length :])
                if both is not None:
                    return both
        return heard

    def _named_once(self, heard: Interpretation) -> Interpretation:
        """The same, or one stretch that two words name: "the lying hamstring one with the strap"."""
        first, then = heard.slots.get(STRETCH), heard.slots.get(self._of_the_next.get(STRETCH, ""))
        if heard.tier != NEAR or first is None or then is None or first.ids != then.ids:
            return heard
        own = {of_next: name for name, of_next in self._of_the_next.items()}
        slots = {
            own.get(name, name): replace(slot, name=own.get(name, name))
            for name, slot in heard.slots.items()
            if slot is not then
        }
        return replace(heard, slots=slots)

    def _both(self, before: Tokens, behind: Tokens) -> Interpretation | None:
        """Two wishes as one; None where one of them is none, or has more than can be said of it."""
        first = self._wish(self._hear(before))
        then = self._wish(self.each(self._hear(behind), behind))
        if first is None or then is None or not self._is_single(first):
            return None
        if not then.slots.keys() <= self._of_the_next.keys():
            return None
        renamed = {
            self._of_the_next[name]: replace(slot, name=self._of_the_next[name])
            for name, slot in then.slots.items()
        }
        return Interpretation(first.intent, {**first.slots, **renamed}, NEAR)

    def _wish(self, heard: Interpretation) -> Interpretation | None:
        """The start of what is named, a name alone being one; None where it is no such wish."""
        intent = self._names.get(heard.intent, heard.intent)
        known = STRETCH in heard.slots and bool(heard.slots[STRETCH].ids)
        return replace(heard, intent=intent) if known and intent in self._names.values() else None

    def _is_single(self, heard: Interpretation) -> bool:
        return heard.slots.keys().isdisjoint(self._of_the_next.values())
