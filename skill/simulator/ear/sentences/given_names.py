"""The name that somebody gives to a routine, where no sample has the words around it.

"Set me up a new one for Sundays and call it garden day": what comes after such a phrase, to the end of
the sentence, is the name, whatever stands before.
"""

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

    def with_name(self, heard: Interpretation, slot: str, words: Tokens) -> Interpretation:
        """The same with a name that is given at the end of the words; the same where none is.

        Args:
            heard: What was understood.
            slot: The slot that takes the name.
            words: All that was said.
        """
        for place in range(len(words)):
            length = self._naming.length_at(words, place)
            name = words[place + length :]
            if length and 0 < len(name) <= LONGEST:
                text = heard_text(name)
                return replace(heard, slots={**heard.slots, slot: HeardSlot(slot, text, text, ())})
        return heard
