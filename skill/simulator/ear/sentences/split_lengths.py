"""A length of time with a word inside it: "ten gentle minutes" is a gentle ten minutes.

No slot of a sample takes a length in two pieces, so the word is heard before it.
"""

from collections.abc import Sequence

from skill.simulator.ear.model.slot_values import NamedValues
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import Tokens


class SplitLengths:
    """Puts lengths of time together."""

    def __init__(self, hearing: Hearing, names: Sequence[NamedValues]) -> None:
        """Take what is known of the language, and the names that may stand inside a length."""
        self._number = hearing.grammar.number
        self._units = hearing.grammar.known.units
        self._names = names

    def joined(self, words: Tokens) -> Tokens:
        """The words with each such name before its number; the same where there is none."""
        for place in range(1, len(words) - 1):
            if words[place + 1].plain in self._units and self._is_name(words[place].plain):
                start = self._start_of_number(words, place)
                if start < place:
                    return (*words[:start], words[place], *words[start:place], *words[place + 1 :])
        return words

    def _is_name(self, word: str) -> bool:
        return any(names.fits(word, trimmed=False) for names in self._names)

    def _start_of_number(self, words: Tokens, end: int) -> int:
        """The place of the first word of the number that ends there; the end where there is none."""
        start = end
        while start and self._number([word.plain for word in words[start - 1 : end]]) is not None:
            start -= 1
        return start
