"""Two sentences said as one: "my phone is ringing, hang on", "I don't like this one, skip it"."""

from collections.abc import Iterator
from dataclasses import dataclass

from skill.simulator.ear.hearing import Hearing
from skill.simulator.ear.plain_words import PhraseSet, Tokens, Trimmer

FEWEST_WORDS = 2
"""The fewest words of a sentence looked for beside another: a single word is part of too many."""


@dataclass(frozen=True)
class Cut:
    """An utterance cut into two parts."""

    part: Tokens
    """The words that may be the wish, trimmed."""
    beside: Tokens
    """The other words: what is said before it, or about it."""
    last: bool
    """Whether the wish is the end of the utterance."""


class ClauseFinder:
    """Cuts an utterance in two at every place where a sentence may end."""

    def __init__(self, hearing: Hearing, trimmer: Trimmer) -> None:
        self._hearing = hearing
        self._joints = PhraseSet(hearing.joints)
        self._reasons = PhraseSet(hearing.reasons)
        self._wishes = PhraseSet(hearing.wishes)
        self._not_first = PhraseSet(hearing.not_first)
        self._trimmer = trimmer

    def cuts(self, words: Tokens) -> Iterator[Cut]:
        """Every cut after which the wish is one end of the utterance, the longest wish first."""
        for length in range(len(words) - 1, FEWEST_WORDS - 1, -1):
            for last in (True, False):
                place = len(words) - length if last else length
                start, end = words[:place], self._unjoined(words[place:])
                part = self._trimmer.trim(end if last else start)
                starts = (end, part) if last else (part,)
                if len(part) >= FEWEST_WORDS and not any(map(self._is_cut_off, starts)):
                    yield Cut(part, start if last else end, last)

    def is_meant(self, cut: Cut, intent: str) -> bool:
        """Whether a wish that is a sample of this intent is meant, the rest being the reason for it."""
        if intent in self._hearing.never_last if cut.last else intent not in self._hearing.explained:
            return False
        return self._is_reason(cut)

    def is_wish(self, cut: Cut) -> bool:
        """Whether the wish begins like one, and the words before it like a reason."""
        return cut.last and bool(self._wishes.length_at(cut.part, 0)) and self._is_reason(cut)

    def _is_reason(self, cut: Cut) -> bool:
        beside = self._trimmer.trim(cut.beside)
        if len(beside) < FEWEST_WORDS or beside[-1].plain in self._hearing.unfinished:
            return False
        return any(self._reasons.length_at(words, 0) for words in (cut.beside, beside))

    def _is_cut_off(self, words: Tokens) -> bool:
        return bool(self._not_first.length_at(words, 0))

    def _unjoined(self, words: Tokens) -> Tokens:
        length = self._joints.length_at(words, 0)
        return words[length:] if length < len(words) else words
