"""Two sentences said as one: "my phone is ringing, hang on", "I don't like this one, skip it"."""

from collections.abc import Iterator
from dataclasses import dataclass

from skill.simulator.ear.sentences.denials import Denials
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import PhraseSet, Tokens, Trimmer

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
    denied: bool = False
    """Whether the wish denies the other words: "don't | make it longer"."""


MOST_WORDS_OF_A_SUBJECT = 3
"""How many words somebody may have between the article and the verb: "the little dog is …"."""


class ClauseFinder:
    """Cuts an utterance in two at every place where a sentence may end."""

    def __init__(self, hearing: Hearing, trimmer: Trimmer) -> None:
        self._hearing = hearing
        self._denials = Denials(hearing)
        self._joints = PhraseSet(hearing.joints)
        self._reasons = PhraseSet(hearing.reasons)
        self._wishes = PhraseSet(hearing.wishes)
        self._not_first = PhraseSet(hearing.not_first)
        self._starts = PhraseSet(hearing.clauses)
        self._trimmer = trimmer
        self._elsewhere = frozenset(hearing.elsewhere)
        self._told_of_others = frozenset(hearing.reported)

    def cuts(self, words: Tokens) -> Iterator[Cut]:
        """Every cut after which the wish is one end of the utterance, the longest wish first."""
        for length in range(len(words) - 1, FEWEST_WORDS - 1, -1):
            for last in (True, False):
                place = len(words) - length if last else length
                denied = self._denials.reach_over(words, place)
                if last and denied:
                    continue
                start, end = words[:place], self._unjoined(words[place:])
                part = self._trimmer.trim(end if last else start)
                starts = (end, part) if last else (part,)
                if len(part) >= FEWEST_WORDS and not any(map(self._is_cut_off, starts)):
                    yield Cut(part, start if last else end, last, denied)

    def leading(self, words: Tokens) -> Iterator[Cut]:
        """Every cut before something that starts like a clause, the longest wish first."""
        for place in range(len(words) - FEWEST_WORDS, 0, -1):
            beside = words[place:]
            if self._is_clause(beside) and (place > 1 or words[0].plain in self._hearing.commands):
                yield Cut(words[:place], self._unjoined(beside), last=False)

    def trailing(self, words: Tokens) -> Iterator[Cut]:
        """Every cut after something that is a clause by itself, the longest wish first."""
        if not self._is_clause(words):
            return
        for place in range(FEWEST_WORDS, len(words) - FEWEST_WORDS + 1):
            beside, part = words[:place], self._unjoined(words[place:])
            if len(self._trimmer.trim(part)) < FEWEST_WORDS or self._denials.reach_over(words, place):
                continue
            if beside[-1].plain not in self._hearing.unfinished and not self._is_cut_off(part):
                yield Cut(part, beside, last=True)

    def is_said_with(self, cut: Cut, intent: str) -> bool:
        """Whether a sentence of this intent counts with the clause that is said with it.

        A command does whatever the reason for it is about: a phone, a door. A question about a stretch
        does not go on with the television.
        """
        if intent in self._hearing.never_led:
            return False
        if not self._told_of_others.isdisjoint(word.plain for word in cut.beside):
            return False
        ours = self._hearing.led_last if cut.last else self._hearing.led
        if intent in self._hearing.explained or intent in ours:
            return True
        if cut.last:
            return bool(self._wishes.length_at(cut.part, 0))
        about = {word.plain for word in cut.beside}
        return cut.beside[0].plain in self._hearing.tellers and self._elsewhere.isdisjoint(about)

    def _is_clause(self, words: Tokens) -> bool:
        """Whether these words start like a clause: "my phone …", "because …", "the dog has been …"."""
        if self._starts.length_at(words, 0):
            return True
        hearing = self._hearing
        ahead = [word.plain for word in words[2 : MOST_WORDS_OF_A_SUBJECT + 1]]
        return words[0].plain in hearing.articles and not hearing.verbs.isdisjoint(ahead)

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
