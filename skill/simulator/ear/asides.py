"""The wish in a sentence that says more than that: "well I'll tell him that, give us the same again".

Only for what is not understood as a whole. Alexa's own understanding mostly hears the wish in such a
sentence; a sentence that is about something else has to stay unheard here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from heapq import nlargest

from skill.library.intents import FALLBACK
from skill.simulator.ear.classification.classifier import Guess
from skill.simulator.ear.classification.guessing import Guesser
from skill.simulator.ear.interpretation import NEAR, Interpretation
from skill.simulator.ear.sentences.denials import Denials
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import PhraseSet, Tokens, Trimmer

NAMED = "NameStretchIntent"
"""The intent of a stretch's name alone; where more is said with it, it is the start of that stretch."""

FEWEST_WORDS = 5
"""The fewest words of an utterance that has a wish and something beside it."""

SURELY_OTHERS = 0.9
"""The margin from which a whole utterance is for somebody else, whatever a part of it sounds like."""

LEAST, LEAST_LEAD = 0.2, 0.2
"""The least margin of a part, and how much surer it must be than of any other intent."""

FAINT = -0.5
"""The same of a part that begins like a wish and ends the utterance: a sample has to say just that."""

ANOTHER = 0.6
"""The margin from which the words beside a part are a wish of their own: then none of the two counts."""

NAME_BESIDE = 0.3
"""The margin of somebody else from which no stretch is started that is only named."""

VERY_SURE = 1.0
"""The margin from which one word fewer is enough: "how much longer, zoe, get off my back"."""

WELL_SAID = 0.6
"""The least margin of a part that is like a sample and none."""

LONG_ENOUGH = 4
"""How many words a part needs that does not stand at the edge of a clause, or is like a sample only."""

MOST_HEARD = 6
"""How many parts are listened to, the surest first: hearing one takes longer than guessing it."""


@dataclass(frozen=True)
class Part:
    """A part of an utterance that may be the wish."""

    words: Tokens
    intent: str
    """What it is guessed to mean."""
    margin: float
    clean: bool
    """Whether it ends or begins where a clause does."""


class Asides:
    """Finds the wish beside which something else is said."""

    def __init__(
        self,
        hearing: Hearing,
        trimmer: Trimmer,
        guesser: Guesser,
        hear: Callable[[Tokens], Interpretation],
    ) -> None:
        """Take what guesses the parts of an utterance, and what hears the likeliest of them."""
        self._hearing = hearing
        self._trimmer = trimmer
        self._guesser = guesser
        self._hear = hear
        self._denials = Denials(hearing)
        self._no_start = hearing.questions | hearing.refusals | hearing.reported
        self._only_said = hearing.careful | hearing.never_led
        self._joints = PhraseSet(hearing.joints)
        self._starts = PhraseSet((*hearing.clauses, *hearing.joints, *hearing.reasons, *hearing.wishes))
        self._wishes = PhraseSet(hearing.wishes)
        self._not_first = PhraseSet(hearing.not_first)

    def wish_beside(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same, or the wish that a part of the words is where the whole was not understood."""
        if heard.intent != FALLBACK or len(words) < FEWEST_WORDS:
            return heard
        whole = self._guesser.likeliest(words)
        if whole.intent == FALLBACK and whole.margin >= SURELY_OTHERS:
            return heard
        parts = self._parts(self._trimmer.with_verbs(words))
        for part in nlargest(MOST_HEARD, parts, key=lambda part: (part.margin, len(part.words))):
            meant = self._hear(part.words)
            if meant.intent == part.intent and self._counts(part, meant):
                return replace(meant, tier=NEAR)
        return self._named(whole, words) or heard

    def _named(self, whole: Guess, words: Tokens) -> Interpretation | None:
        """The start of a stretch that is named among words that ask for nothing and refuse nothing."""
        others = whole.intent == FALLBACK and whole.margin >= NAME_BESIDE
        said = {word.plain for word in words}
        if others or not said.isdisjoint(self._no_start) or not self._guesser.names_a_stretch(words):
            return None
        return self._guesser.filled(self._hearing.wished[NAMED], words)

    def _counts(self, part: Part, meant: Interpretation) -> bool:
        """Whether a part says enough: a sample; or, of what changes nothing for good, nearly one."""
        enough = len(part.words) >= LONG_ENOUGH - (part.margin >= VERY_SURE)
        if meant.is_said and part.margin < LEAST:
            return enough
        if meant.is_said:
            return enough or (part.clean and part.intent not in self._hearing.never_led)
        alike = part.clean and enough and part.margin >= WELL_SAID
        return alike and part.intent not in self._only_said

    def _parts(self, words: Tokens) -> Iterator[Part]:
        for place in range(2, len(words) - 1):
            before, behind = words[:place], words[place:]
            yield from self._guessed(before, behind, clean=self._starts_a_clause(behind))
            if not self._denials.reach_over(words, place):
                wish = behind[self._joints.length_at(behind, 0) :]
                if wish:
                    asks = wish[0].plain in self._hearing.questions
                    clean = asks or bool(self._wishes.length_at(wish, 0))
                    yield from self._guessed(wish, before, clean=clean, last=True)

    def _guessed(
        self, part: Tokens, beside: Tokens, *, clean: bool, last: bool = False
    ) -> Iterator[Part]:
        hearing = self._hearing
        cut_off = part[-1].plain in hearing.unfinished and not last
        if len(part) < 2 or cut_off or self._not_first.length_at(part, 0):
            return
        if not hearing.reported.isdisjoint(word.plain for word in beside):
            return
        guess = self._guesser.likeliest(part)
        least, lead = (FAINT, 0.0) if clean and last else (LEAST, LEAST_LEAD)
        unlikely = guess.margin < least or self._guesser.lead(guess) < lead
        if unlikely or guess.intent in (FALLBACK, *hearing.never_guessed):
            return
        if last and guess.intent in hearing.never_last:
            return
        other = self._guesser.likeliest(beside)
        if other.intent in (FALLBACK, guess.intent) or other.margin < ANOTHER:
            yield Part(part, guess.intent, guess.margin, clean)

    def _starts_a_clause(self, words: Tokens) -> bool:
        return bool(self._starts.length_at(words, 0)) or words[0].plain in self._hearing.articles
