"""What an utterance probably means that no rule understands, by what was learned from the samples.

The classifier knows no sentence by heart: it weighs words, pairs of words and parts of words. So it
understands what is said in a way of its own, with a reason before or after it, and it may be wrong. What
it is less sure of counts only where nothing else is understood; what changes or ends something needs
more.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from heapq import nlargest
from math import inf

from skill.library.intents import FALLBACK
from skill.simulator.ear.classification.classifier import Classifier, Guess
from skill.simulator.ear.classification.slot_filling import SlotFiller, Slotted
from skill.simulator.ear.interpretation import NEAR, HeardSlot, Interpretation
from skill.simulator.ear.samples.near import NearMatcher
from skill.simulator.ear.samples.reading import Filled, Reading, heard_slots
from skill.simulator.ear.sentences.denials import Denials
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import Tokens, Trimmer

SURE, FAIR = -0.1, -0.5
"""The least margins: of what counts before faint meanings, and of what counts at last."""
LEAD = 0.15
"""How much surer an intent must be than the next one. Of 150 utterances by another hand, 82 % then have
the right intent and 3 % a wrong one by the classifier alone."""
LEAD_UNSURE = 0.35
"""The same where a guess is more unlike an intent's samples than like them."""
CAREFUL = 0.3
"""The least margin where something is kept, deleted, adjusted or ended, no sample says so, and no name
or number in a slot speaks for it: of 27 such guesses in four sets of utterances 19 were right, of those
above it 15 of 18."""
SUPPORT = -0.8
"""The least margin where a sample that is only alike says so: of 47 such likenesses below it, in 1,590
utterances by three hands, 18 were right."""
FAINTLY_ELSEWHERE = 0.9
"""The margin up to which words that name a stretch are for us, though they sound like somebody else's:
"what's the knack to happy baby". Without a name one in ten of what the family says would be taken."""
WORD_FOR_WORD = 0.9
"""The likeness from which a sample needs no second witness."""
VERY_SURE = 1.0
"""The margin from which a word that others are meant by changes nothing: "the time on this one"."""
NO_COMPLAINT = -0.8
"""The margin of complaints below which a name of one among other words is none, where something else is
guessed: "I knocked this one out at the gym". Where nothing is, a name counts."""
FIRM, FAR_FROM_A_COMPLAINT = 0.4, -1.0
"""The least margin of a guess, and the margin of complaints below which chance words make none of its
words: "one moment please, somebody rings". Of 190 grave complaints no one comes near both."""
CLEAR = 0.5
"""How much surer than of anything else a guess is that a name among the words does not change: "and
finish with child's pose" tells of no child."""

PARTS = 128
"""How many guesses are remembered: more than one utterance of the most words has parts."""


@dataclass(frozen=True)
class Guessed:
    """What was guessed."""

    heard: Interpretation
    sure: bool
    """Whether it counts before faint meanings and likenesses."""
    clear: bool
    """Whether it is sure, and nothing else comes near."""
    far: bool
    """Whether it is that, and the words are as unlike a complaint as can be."""
    bodily: Mapping[str, float]
    """The margins of the intents that are about a body."""

    @property
    def may_complain(self) -> bool:
        """Whether the words may well be about a body, where a name among them says so."""
        return max(self.bodily.values(), default=-inf) >= NO_COMPLAINT

    def outweighs(self, told: Interpretation, mild: Collection[str]) -> bool:
        """Whether it counts more than what a name among the words tells of a body.

        A complaint that is not among the mild ones always counts.

        Args:
            told: What the name tells.
            mild: Ids of complaints that are also said as a reason or asked about.
        """
        ids = {id_ for slot in told.slots.values() for id_ in slot.ids}
        if not self.clear or told.intent == self.heard.intent:
            return False
        complaint = told.intent == next(iter(self.bodily), None)
        return ids <= {*mild} if complaint else self.bodily.get(told.intent, -inf) < NO_COMPLAINT

    def with_slots(self, slots: Mapping[str, HeardSlot]) -> Interpretation:
        """The same with more in its slots."""
        return replace(self.heard, slots={**self.heard.slots, **slots})


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
        self._denials = Denials(hearing)
        # An utterance is asked about twice: for a guess, and for what bears a likeness out. So is each
        # of its parts: as the wish, and as what is beside it.
        self.likeliest = lru_cache(maxsize=PARTS)(self._classified)
        self._wishes = {phrase.split()[0] for phrase in hearing.wishes}

    def guess(self, words: Tokens, best: Reading | None) -> Guessed | None:
        """What these words probably mean; None where that is unclear.

        Args:
            words: All of them.
            best: The likeliest sample; where it has the guessed intent, its slots count.
        """
        likeliest = self.likeliest(words)
        guess = self._of_ours(likeliest, words)
        least = LEAD if guess.margin >= 0 else LEAD_UNSURE
        lead = self.lead(guess)
        if guess.intent == FALLBACK or guess.margin < FAIR or lead < least:
            return None
        if best is not None and best.intent == guess.intent:
            slots = self.completed(words, best)
        elif self._counts_alone(guess, words):
            filled = self._filler.fill(guess.intent, self._trimmer.trim(words))
            if self._is_denied(words, filled) or self._is_thin(guess, filled):
                return None
            slots = filled.slots
        else:
            return None
        if not self._filler.is_full(guess.intent, slots):
            return None
        heard = Interpretation(guess.intent, heard_slots(slots), NEAR)
        bodily = {intent: guess.margins.get(intent, -inf) for intent in self._hearing.spotted}
        sure = guess is likeliest and guess.margin >= SURE
        clear = sure and lead >= CLEAR
        far = guess.margin >= FIRM and bodily[next(iter(bodily))] < FAR_FROM_A_COMPLAINT
        return Guessed(heard, sure, clear, clear and far, bodily)

    def is_elsewhere(self, words: Tokens) -> bool:
        """Whether both a word and the whole tell of others: "close the door, there's a draught"."""
        others = self._near.for_somebody_else(self._trimmer.trim(words))
        guess = self.likeliest(words) if others else None
        return guess is not None and guess.intent == FALLBACK and guess.margin >= FIRM

    def names_a_stretch(self, words: Tokens) -> bool:
        """Whether words name a stretch that can hardly be anything else: "figure four"."""
        return self._near.names_a_stretch(self._trimmer.trim(words))

    def filled(self, intent: str, words: Tokens) -> Interpretation:
        """An intent with what stands in its slots."""
        slots = self._filler.fill(intent, self._trimmer.trim(words)).slots
        return Interpretation(intent, heard_slots(slots), NEAR)

    def completed(self, words: Tokens, best: Reading) -> Mapping[str, Filled]:
        """The slots of the likeliest sample, or more: "put me on the gentle level | from now on"."""
        filled = self._filler.fill(best.intent, self._trimmer.trim(words)).slots
        # What the sample says itself is no name: "I didn't catch the last bit".
        own = {*best.sample.words}
        filled = {
            slot: each
            for slot, each in filled.items()
            if slot in best.slots or not own.issuperset(word.plain for word in each.words)
        }
        if not filled.keys() > best.slots.keys():
            return best.slots
        same = all(
            filled[slot].resolution.value == each.resolution.value for slot, each in best.slots.items()
        )
        return filled if same else best.slots

    def _of_ours(self, guess: Guess, words: Tokens) -> Guess:
        """The same, or the likeliest of ours where words name a stretch but sound like others'."""
        if guess.intent != FALLBACK or guess.margin > FAINTLY_ELSEWHERE:
            return guess
        if not self.names_a_stretch(words):
            return guess
        ours = {intent: margin for intent, margin in guess.margins.items() if intent != FALLBACK}
        first, second = nlargest(2, ours, key=ours.__getitem__)
        return Guess(first, ours[first], ours[first] - ours[second], ours)

    def lead(self, guess: Guess) -> float:
        """How much surer it is than of the next intent that comes to something else."""
        alike = self._hearing.alike
        one = alike.get(guess.intent, guess.intent)
        others = (each for intent, each in guess.margins.items() if alike.get(intent, intent) != one)
        return guess.margin - max(others, default=-inf)

    def bears_out(self, words: Tokens, reading: Reading) -> bool:
        """Whether a likeness counts: where it is no sample nearly word for word, by a second witness.

        What is the matter with somebody counts without one, as does an unknown name in a sample.
        """
        if reading.has_unknown_name and reading.intent not in self._hearing.careful:
            return True
        if reading.intent in self._hearing.spotted or reading.likeness >= WORD_FOR_WORD:
            return True
        margins = self.likeliest(words).margins
        return margins.get(reading.intent, SUPPORT) >= SUPPORT

    def _counts_alone(self, guess: Guess, words: Tokens) -> bool:
        """Whether a guess counts that no sample is like."""
        if guess.intent in self._hearing.never_guessed:
            return False
        if guess.margin >= VERY_SURE:
            return True
        if not self._hearing.reported.isdisjoint(word.plain for word in words):
            return False
        return not self._near.for_somebody_else(self._trimmer.trim(words))

    def _is_thin(self, guess: Guess, filled: Slotted) -> bool:
        """Whether too little speaks for it where something is kept, deleted, adjusted or ended."""
        least = SURE if filled.slots else CAREFUL
        return guess.intent in self._hearing.careful and guess.margin < least

    def _is_denied(self, words: Tokens, filled: Slotted) -> bool:
        """Whether the wish is what is not wanted, and the sample it is like wants it: "don't stop"."""
        spelled = self._trimmer.spelled_out(words)
        sample = filled.sample
        denied = set(self._denials.denied(spelled))
        if sample is None or not self._wishes.isdisjoint(denied - {*sample.words}):
            return bool(denied)
        return self._denials.deny(spelled, sample, [each.words for each in filled.slots.values()])

    def _classified(self, words: Tokens) -> Guess:
        return self._classifier.guess([word.plain for word in self._trimmer.spelled_out(words)])
