"""What somebody means who corrects themselves in one breath: "forty seconds, no, sorry, fifty"."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from skill.simulator.ear.interpretation import NEAR, NOTHING, HeardSlot, Interpretation
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import PhraseSet, Tokens, clean, plain_text

Hear = Callable[[Tokens], Interpretation]


@dataclass(frozen=True)
class Taken:
    """An utterance in which something is taken back."""

    said: Tokens
    """The words before that."""
    instead: Tokens
    """The words after it."""
    wholly: bool
    """Whether all of it is taken back, and not only a name or a number of it."""


class SelfCorrections:
    """Finds what was meant in the end."""

    def __init__(self, hearing: Hearing, hear: Hear, slots: Mapping[str, Mapping[str, str]]) -> None:
        """Take what is known of the language and the model.

        Args:
            hearing: What the ear knows of the language.
            hear: Understands one of the two parts, or both put together.
            slots: By intent: its slots, and their types.
        """
        self._slots = slots
        self._taken_back = PhraseSet(hearing.taken_back)
        self._more_exactly = PhraseSet(hearing.more_exactly)
        self._answers = hearing.wished.keys()
        self._complaint = next(iter(hearing.spotted))
        self._number = hearing.grammar.number
        self._hear = hear

    def meant(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same, or what is meant where the words correct themselves.

        Whoever complains is believed, whatever else is taken back.
        """
        if heard.is_said or heard.intent == self._complaint:
            return heard
        taken = self._taken(words)
        if taken is None:
            return heard
        first, then = self._hear(taken.said), self._hear(taken.instead)
        if self._complaint in (first.intent, then.intent):
            return heard
        return next(self._corrected(taken, first, then), heard)

    def _corrected(
        self, taken: Taken, first: Interpretation, then: Interpretation
    ) -> Iterator[Interpretation]:
        """What may be meant, the likeliest first: the same wish over again, or a part of it changed."""
        if then.intent == first.intent and then.slots.keys() >= first.slots.keys():
            yield then
        for slot in first.slots.values():
            for words in self._replaced(taken, slot):
                read = self._hear(words)
                if read.intent == first.intent and _differs_in(slot.name, read, first):
                    yield replace(read, tier=NEAR)
        takes = self._slots.get(first.intent, {}).keys() >= then.slots.keys()
        if then.intent in self._answers and takes and not first.slots:
            yield Interpretation(first.intent, then.slots, NEAR)
        if taken.wholly and then.tier != NOTHING:
            yield then

    def _taken(self, words: Tokens) -> Taken | None:
        for place in range(1, len(words)):
            for phrases in (self._taken_back, self._more_exactly):
                length = phrases.length_at(words, place)
                if length and place + length < len(words):
                    wholly = phrases is self._taken_back
                    return Taken(words[:place], words[place + length :], wholly)
        return None

    def _replaced(self, taken: Taken, slot: HeardSlot) -> Iterator[Tokens]:
        """The words that were said, with what comes instead in the place of one slot."""
        old = [word.plain for word in clean(slot.heard)]
        said = [word.plain for word in taken.said]
        for start in range(len(said) - len(old) + 1):
            if said[start : start + len(old)] == old:
                before, after = taken.said[:start], taken.said[start + len(old) :]
                new = _without_its_beginning(taken.instead, before)
                if len(old) > 1 and self._number([word.plain for word in new]) is not None:
                    new = (*new, taken.said[start + len(old) - 1])
                yield (*before, *new, *after)


def _differs_in(name: str, read: Interpretation, before: Interpretation) -> bool:
    """Whether one slot has another known value than it had, and all others have the same."""
    if read.slots.keys() != before.slots.keys():
        return False
    new, old = read.slots[name], before.slots[name]
    others = all(read.slots[each].ids == before.slots[each].ids for each in read.slots if each != name)
    known = new.value is not None and new.value != old.value
    return known and others


def _without_its_beginning(words: Tokens, before: Tokens) -> Tokens:
    """The words without those at their start that stand before them already: "at | at eight"."""
    for length in range(min(len(words) - 1, len(before)), 0, -1):
        if plain_text(words[:length]) == plain_text(before[-length:]):
            return words[length:]
    return words
