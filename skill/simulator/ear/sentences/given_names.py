"""The name that somebody gives to a routine, where no sample has the words around it.

"Set me up a new one for Sundays and call it garden day": what comes after such a phrase, to the end of
the sentence, is the name, whatever stands before.
"""

from collections.abc import Iterator
from dataclasses import replace

from skill.simulator.ear.interpretation import HeardSlot, Interpretation
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import PhraseSet, Tokens, heard_text

LONGEST = 5
"""The most words of a name: of more, some are no longer the name."""


class GivenNames:
    """Finds the names that people give."""

    def __init__(self, hearing: Hearing) -> None:
        self._naming = PhraseSet(hearing.naming)
        self._begins, self._ends = PhraseSet(hearing.naming_begins), PhraseSet(hearing.naming_ends)

    def with_name(self, heard: Interpretation, slot: str, words: Tokens) -> Interpretation:
        """The same with a name that is given at the end of the words, or before a verb that ends them.

        The same where none is given.

        Args:
            heard: What was understood.
            slot: The slot that takes the name.
            words: All that was said.
        """
        ending = self._ends.length_before(words)
        named = next(self._named(words, self._naming), ())
        if not named and ending:
            *_, named = ((), *self._named(words[:-ending], self._begins))  # the nearest to the end
        if not named:
            return heard
        text = heard_text(named)
        return replace(heard, slots={**heard.slots, slot: HeardSlot(slot, text, text, ())})

    def _named(self, words: Tokens, phrases: PhraseSet) -> Iterator[Tokens]:
        """What stands after each of these phrases, to the end, where that can be a name."""
        for place in range(len(words)):
            length = phrases.length_at(words, place)
            name = words[place + length :]
            if length and 0 < len(name) <= LONGEST:
                yield name
