"""What an utterance probably means that no rule understands, by what was learned from the samples.

The classifier knows no sentence by heart: it weighs words, pairs of words and parts of words. So it
understands what is said in a way of its own, with a reason before or after it, and it may be wrong. What
it is less sure of counts only where nothing else is understood; what changes or ends something needs
more.
"""

from dataclasses import dataclass
from math import inf

from skill.library.intents import FALLBACK
from skill.simulator.ear.carriers import Sample
from skill.simulator.ear.classifier import Classifier, Guess
from skill.simulator.ear.hearing import Hearing
from skill.simulator.ear.interpretation import NEAR, Interpretation
from skill.simulator.ear.near import NearMatcher, Reading, heard_slots
from skill.simulator.ear.plain_words import Tokens, Trimmer
from skill.simulator.ear.slot_filling import SlotFiller

SURE, FAIR = -0.1, -0.5
"""The least margins: of what counts before faint meanings, and of what counts at last."""
LEAD = 0.2
"""How much surer an intent must be than the next one. Of 150 utterances by another hand, 82 % then have
the right intent and 3 % a wrong one by the classifier alone."""
VERY_SURE = 1.0
"""The margin from which a word that others are meant by changes nothing: "the time on this one"."""
NO_COMPLAINT = -0.8
"""The margin of complaints below which a name of one among other words is none, where something else is
guessed: "I knocked this one out at the gym". Where nothing is, a name counts."""
BEHIND_A_DENIAL = 3
"""Within how many words after a denial a wish is denied: "don't you dare stop"."""


@dataclass(frozen=True)
class Guessed:
    """What was guessed."""

    heard: Interpretation
    sure: bool
    """Whether it counts before faint meanings and likenesses."""
    may_complain: bool
    """Whether the words may well be about a body, where a name among them says so."""


class Guesser:
    """Guesses what utterances mean."""

    def __init__(
        self,
        classifier: Classifier,
        near: NearMatcher,
        filler: SlotFiller,
        trimmer: Trimmer,
        hearing: Hearing,
    ) -> None:
        """Take what guesses the intent, and what finds its slots."""
        self._classifier = classifier
        self._near = near
        self._filler = filler
        self._trimmer = trimmer
        self._hearing = hearing
        self._wishes = {phrase.split()[0] for phrase in hearing.wishes}

    def guess(self, words: Tokens, best: Reading | None) -> Guessed | None:
        """What these words probably mean; None where that is unclear.

        Args:
            words: All of them.
            best: The likeliest sample; where it has the guessed intent, its slots count.
        """
        guess = self._classifier.guess(self._plain(words))
        if guess.intent == FALLBACK or guess.margin < FAIR or guess.lead < LEAD:
            return None
        if best is not None and best.intent == guess.intent:
            slots = best.slots
        elif self._counts_alone(guess, words):
            filled = self._filler.fill(guess.intent, self._trimmer.trim(words))
            if self._is_denied(words, filled.sample):
                return None
            slots = filled.slots
        else:
            return None
        heard = Interpretation(guess.intent, heard_slots(slots), NEAR)
        complaints = (guess.margins.get(intent, -inf) for intent in self._hearing.spotted)
        return Guessed(heard, guess.margin >= SURE, max(complaints, default=-inf) >= NO_COMPLAINT)

    def _counts_alone(self, guess: Guess, words: Tokens) -> bool:
        """Whether a guess counts that no sample is like."""
        if guess.intent in self._hearing.never_guessed:
            return False
        if guess.intent in self._hearing.careful and guess.margin < SURE:
            return False
        if not self._hearing.reported.isdisjoint(word.plain for word in words):
            return False
        return guess.margin >= VERY_SURE or not self._near.for_somebody_else(self._trimmer.trim(words))

    def _is_denied(self, words: Tokens, sample: Sample | None) -> bool:
        """Whether the wish is what is not wanted, and the sample it is like wants it: "don't stop"."""
        plain, denials = self._plain(words), self._hearing.denials
        starts = [place + 1 for place, word in enumerate(plain) if word in denials]
        behind = (plain[start : start + BEHIND_A_DENIAL] for start in starts)
        if all(self._wishes.isdisjoint(after) for after in behind):
            return False
        return sample is None or denials.isdisjoint(sample.words)

    def _plain(self, words: Tokens) -> list[str]:
        return [word.plain for word in self._trimmer.spelled_out(words)]
