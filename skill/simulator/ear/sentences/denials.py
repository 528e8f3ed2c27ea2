"""Wishes that are denied: "don't stop", "I don't want to skip", "stop leaving out the bridge".

A sample that is likest to such an utterance mostly says the opposite. It counts only where it has the
denial too, or where something else is denied: "I don't like this one, skip it".
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from skill.simulator.ear.model.sample import Sample
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import PhraseSet, Token, Tokens

WORDS_BETWEEN = 4
"""How many words may stand between a denial and what it denies: "I don't really want to skip"."""

WORDS_OF_A_NUMBER = 5
"""The most words that are looked at for one number: "a hundred and twenty five"."""


class Denials:
    """Finds what an utterance denies."""

    def __init__(self, hearing: Hearing) -> None:
        self._words = hearing.wish_denials
        self._ends = hearing.ends
        self._between = hearing.between_denials
        self._inverted = hearing.inverted
        self._no_denials = PhraseSet(hearing.no_denials)
        self._same = hearing.same_words
        self._stem = hearing.grammar.stem

    def deny(self, words: Tokens, sample: Sample, filled: Sequence[Tokens]) -> bool:
        """Whether an utterance denies what it has in common with a sample that denies nothing.

        Args:
            words: Its words, taken apart where they are run together.
            sample: The sample.
            filled: Which of the words stand in the slots of the sample.
        """
        if not self._words.isdisjoint(sample.words):
            return False
        own = {self._root(word) for word in sample.words if word not in self._between}
        own.update(self._root(word.plain) for word in chain.from_iterable(filled))
        return any(
            self._root(words[denied].plain) in own
            and not any(
                word.plain == words[denied].plain for word in (*words[:place], *words[denied + 1 :])
            )
            for place, denied in self._denied(words)
            if not any(words[place] in inside for inside in filled)
            and not (words[place].plain in self._ends and words[place].plain in sample.words)
        )

    def denied(self, words: Tokens) -> Iterable[str]:
        """The words that are denied, in any of their forms."""
        return (words[denied].plain for _, denied in self._denied(words))

    def reach_over(self, words: Tokens, place: int) -> bool:
        """Whether what begins at a place is denied by a word before it: "don't | make it longer"."""
        return any(denial < place <= denied for denial, denied in self._denied(words))

    def _denied(self, words: Tokens) -> Iterator[tuple[int, int]]:
        """The places of each denial, and of the word that it denies."""
        for place, word in enumerate(words):
            if not (word.plain in self._words or self._ends_something(words, place)):
                continue
            if any(self._no_denials.length_at(words, start) for start in (place - 1, place)):
                continue
            behind = [*range(place + 1, min(place + 2 + WORDS_BETWEEN, len(words)))]
            if behind and place and words[behind[0]].plain in self._inverted:
                continue  # "why don't we …", "can't you …"
            for at in behind:
                if words[at].plain not in self._between:
                    yield place, at
                    break

    def _ends_something(self, words: Tokens, place: int) -> bool:
        """Whether the word says that something that goes on shall end: "stop skipping"."""
        after = words[place + 1].plain if place + 1 < len(words) else ""
        return words[place].plain in self._ends and after.endswith("ing")

    def _root(self, word: str) -> str:
        return self._same.get(word) or self._stem(word)


class DeniedNumbers:
    """Takes away the number that is not meant: "twenty, not thirty", "not thirty but twenty"."""

    def __init__(self, hearing: Hearing) -> None:
        self._between = PhraseSet(hearing.not_the_number)
        self._instead = PhraseSet(hearing.but_the_number)
        self._number = hearing.grammar.number
        self._units = hearing.grammar.known.units
        self._single = hearing.grammar.known.single_units

    def without(self, words: Tokens) -> Tokens:
        """The words without each number that is denied, and its unit.

        One is denied after the one that is meant, or before it, where a word leads over to that.
        """
        kept: list[Token] = []
        place = 0
        while place < len(words):
            between = self._between.length_at(words, place)
            after = self._end_of_number(words, place + between) if between else place
            instead = self._instead.length_at(words, after)
            if after > place + between and (instead or any(self._is_amount(word) for word in kept)):
                place = after + instead
            else:
                kept.append(words[place])
                place += 1
        return tuple(kept)

    def _end_of_number(self, words: Tokens, place: int) -> int:
        """The place after a number and its unit; the same place where there is no number."""
        ends = range(min(place + WORDS_OF_A_NUMBER, len(words)), place, -1)
        said = ([word.plain for word in words[place:end]] for end in ends)
        numbers = (end for end, text in zip(ends, said, strict=True) if self._number(text) is not None)
        end = next(numbers, place)
        unit = end > place and end < len(words) and words[end].plain in self._units
        return end + 1 if unit else end

    def _is_amount(self, word: Token) -> bool:
        return self._number([word.plain]) is not None or word.plain in self._single
