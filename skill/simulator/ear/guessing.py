"""What an utterance probably means that no rule understands, by what was learned from the samples.

The classifier knows no sentence by heart: it weighs words, pairs of words and parts of words. So it
understands what is said in a way of its own, with a reason before or after it, and it may be wrong. What
it is less sure of counts only where nothing else is understood; what changes or ends something needs
more.
"""

from dataclasses import dataclass

from skill.library.intents import FALLBACK
from skill.simulator.ear.classifier import Classifier, Guess
from skill.simulator.ear.hearing import Hearing
from skill.simulator.ear.interpretation import NEAR, HeardSlot, Interpretation
from skill.simulator.ear.near import NearMatcher, Reading
from skill.simulator.ear.plain_words import Tokens, Trimmer, heard_text
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
        agreed = best is not None and best.intent == guess.intent
        if not agreed and not self._counts_alone(guess, words):
            return None
        if best is not None and agreed:
            slots = {
                name: HeardSlot(name, heard_text(s.words), s.resolution.value, s.resolution.ids)
                for name, s in best.slots.items()
            }
        else:
            slots = self._slots(guess.intent, words)
        return Guessed(Interpretation(guess.intent, slots, NEAR), guess.margin >= SURE)

    def may_complain(self, words: Tokens) -> bool:
        """Whether these words may well be about a body, as a name among them says."""
        plain = self._plain(words)
        margins = (self._classifier.margin(plain, intent) for intent in self._hearing.spotted)
        return max(margins) >= NO_COMPLAINT

    def _counts_alone(self, guess: Guess, words: Tokens) -> bool:
        """Whether a guess counts that no sample is like."""
        if guess.intent in self._hearing.never_guessed:
            return False
        if guess.intent in self._hearing.careful and guess.margin < SURE:
            return False
        if not self._hearing.reported.isdisjoint(word.plain for word in words):
            return False
        trimmed = self._trimmer.trim(words)
        elsewhere = guess.margin < VERY_SURE and self._near.for_somebody_else(trimmed)
        return not (elsewhere or self._is_denied(guess.intent, words))

    def _is_denied(self, intent: str, words: Tokens) -> bool:
        """Whether the wish is what is not wanted: "don't make it longer"."""
        plain, denials = self._plain(words), self._hearing.denials
        for place, word in enumerate(plain):
            after = plain[place + 1 : place + 1 + BEHIND_A_DENIAL]
            if word in denials and not self._wishes.isdisjoint(after):
                sample = self._filler.fill(intent, self._trimmer.trim(words)).sample
                return sample is None or denials.isdisjoint(sample.words)
        return False

    def _slots(self, intent: str, words: Tokens) -> dict[str, HeardSlot]:
        filled = self._filler.fill(intent, self._trimmer.trim(words)).slots
        return {
            name: HeardSlot(name, heard_text(s.words), s.resolution.value, s.resolution.ids)
            for name, s in filled.items()
        }

    def _plain(self, words: Tokens) -> list[str]:
        return [word.plain for word in self._trimmer.spelled_out(words)]
