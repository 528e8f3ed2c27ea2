"""A polite form of address, heard as the familiar one: "machen Sie mal Pause" as "mach mal Pause".

The samples say "du". Who says "Sie" to a coach means the same, so it is not a second set of samples.
"""

from collections.abc import Mapping

from skill.simulator.ear.words.plain_words import Token, Tokens


class Address:
    """Puts familiar words in the place of polite ones."""

    def __init__(self, familiar: Mapping[str, str]) -> None:
        """Take, by polite words, two of them, the familiar ones: "machen sie" and "mach"."""
        self._familiar = {tuple(said.split()): meant.split() for said, meant in familiar.items()}

    def familiar(self, words: Tokens) -> Tokens:
        """The words as somebody says them who knows the other one well."""
        found: list[Token] = []
        place = 0
        while place < len(words):
            pair = words[place : place + 2]
            meant = self._familiar.get(tuple(word.plain for word in pair))
            if meant is None:
                found.append(words[place])
                place += 1
                continue
            found += [Token(word, word) for word in meant]
            place += 2
        return tuple(found)
