"""Two wishes of different kinds in one sentence: "never the bridge again, and start the short one".

Alexa gives a skill one intent for a sentence, and so do the samples wherever a slot can take the second
wish. What no slot takes is heard here as two requests, one after the other.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from skill.simulator.ear.interpretation import NEAR, HeardSlot, Interpretation
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import PhraseSet, Tokens, plain_text

KEPT = frozenset(
    {"AvoidStretchIntent", "AllowStretchIntent", "ConditionIntent", "LevelIntent", "PaceIntent"}
)
"""What holds for every practice: where a start is wished for beside it, the start comes last."""

STEERING = frozenset(
    {
        "AddStretchIntent",
        "AdjustHoldIntent",
        "EasierIntent",
        "MoveStretchIntent",
        "SkipIntent",
        "SkipSideIntent",
        "StayIntent",
    }
)
"""What changes the practice under way."""

ASKING = frozenset(
    {
        "BenefitIntent",
        "CautionIntent",
        "DoneIntent",
        "FeltIntent",
        "HoldTimeIntent",
        "HowToIntent",
        "LeftOutIntent",
        "LongestRowIntent",
        "PlaceAskedIntent",
        "ProgressIntent",
        "ReminderStatusIntent",
        "RepetitionsIntent",
        "SourceIntent",
        "StretchesLeftIntent",
        "ThingsAskedIntent",
        "TimeLeftIntent",
        "WhereAmIIntent",
        "WholeLengthIntent",
    }
)
"""What is answered, after which everything is as it was."""

STARTING = frozenset(
    {"RepeatPracticeIntent", "StartFromIntent", "StartRoutineIntent", "StartStretchIntent"}
)

OF_A_START = frozenset({"LevelIntent", "OnlyAtIntent"})
"""What a start has a slot for: how, and in which position."""

OF_WHAT_STARTS = frozenset({"SkipSideIntent"})
"""What can be said of the stretch just started: "the twist, but not the left side"."""

ONE_STRETCH = frozenset({"StartStretchIntent"})

PAUSE = frozenset({"AMAZON.PauseIntent"})

PARTS = 32
"""How many parts of sentences are remembered: more than one sentence has."""

BEFORE = KEPT | STEERING | ASKING
"""What can be said before any other wish."""


class TwoWishes:
    """Hears both wishes of a sentence, each being a sample by itself."""

    def __init__(
        self,
        hearing: Hearing,
        hear: Callable[[Tokens], Interpretation],
        slots: Mapping[str, Mapping[str, str]],
    ) -> None:
        """Take what is known of the language and the model.

        Args:
            hearing: What the ear knows of the language.
            hear: Understands one of the two wishes.
            slots: By intent: its slots, and their types.
        """
        self._joints = PhraseSet((*hearing.joints, *hearing.after_that))
        self._of_a_body = hearing.spotted.keys()
        self._complaint = next(iter(hearing.spotted))
        self._of_conditions = {*hearing.asked_instead, *hearing.asked_instead.values()}
        self._of_a_condition = {
            slot for intent in hearing.asked_instead for slot in hearing.spotted.get(intent, ())
        }
        # One part is looked at for several things; each is heard once.
        self._hear = lru_cache(maxsize=PARTS)(hear)
        self._slots = slots

    def both(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same, or both wishes, where the words are two of them and one was heard.

        What is a sample as a whole is one wish. Whoever complains in one of the two is heard for that
        alone; a complaint that only the words of both together make is none.
        """
        if heard.is_said:
            return heard
        for before, behind in self._parts(words):
            first = self._hear(before)
            found = self._of_two(heard, first, before, behind) if first.is_said else None
            if found is not None:
                return found
        return heard

    def _of_two(
        self, heard: Interpretation, first: Interpretation, before: Tokens, behind: Tokens
    ) -> Interpretation | None:
        """What the two parts mean; None where the words are not to be parted there."""
        then = self._hear(behind)
        if then.intent == self._complaint:
            return heard if then.is_said else None
        if heard.intent != self._complaint:
            started = self._start_without_a_side(first, before, behind)
            if started is not None:
                return started
        then = self._of_a_start(first, behind) or then
        if not then.is_said:
            return None
        if first.intent == self._complaint:
            return heard
        if first.intent == then.intent and first.intent in self._of_a_body:
            # One intent tells of two conditions, and how long ago the later was.
            return None
        if _takes(heard, first, before, then) and _takes(heard, then, behind, first):
            return None
        if first.intent in STARTING and then.intent in OF_A_START:
            slots = {**then.slots, **first.slots}
            if self._slots[first.intent].keys() >= slots.keys():
                return Interpretation(first.intent, slots, NEAR)
        return _in_order(first, then)

    def _of_a_start(self, first: Interpretation, behind: Tokens) -> Interpretation | None:
        """How, or where, a start is wished for, before the reason: "only lying, I can't kneel"."""
        if first.intent not in STARTING:
            return None
        parts = (self._hear(behind[:end]) for end in range(len(behind) - 1, 2, -1))
        return next((part for part in parts if part.is_said and part.intent in OF_A_START), None)

    def _start_without_a_side(
        self, first: Interpretation, before: Tokens, behind: Tokens
    ) -> Interpretation | None:
        """The start of a stretch, with a side that is refused and the reason: "that's my bad knee".

        None where no side is.
        """
        if first.intent not in ONE_STRETCH:
            return None
        found: Interpretation | None = None
        for end in range(len(behind), 1, -1):
            side = self._hear(behind[:end])
            if not side.is_said or side.intent not in OF_WHAT_STARTS:
                continue
            told = self._told_of_a_body(first, (*before, *behind[end:])) if end < len(behind) else {}
            if found is None or told:
                found = replace(
                    first, slots={**told, **first.slots}, tier=NEAR, then=replace(side, tier=NEAR)
                )
            if told:
                break
        return found

    def _told_of_a_body(self, wish: Interpretation, words: Tokens) -> Mapping[str, HeardSlot]:
        """What the words tell of a body beside the wish, where it has the slots for that."""
        heard = self._hear(words)
        if heard.intent not in (wish.intent, *self._of_conditions):
            return {}
        own = self._of_a_condition & {*self._slots.get(wish.intent, ())}
        return {name: slot for name, slot in heard.slots.items() if name in own}

    def _parts(self, words: Tokens) -> Iterator[tuple[Tokens, Tokens]]:
        for place in range(1, len(words) - 1):
            length = self._joints.length_at(words, place)
            if length and place + length < len(words):
                yield words[:place], words[place + length :]


def _in_order(first: Interpretation, then: Interpretation) -> Interpretation | None:
    """The two in the order in which they are done; None where they do not go together."""
    if first.intent in STARTING and then.intent in KEPT:
        first, then = then, first
    goes = (
        (first.intent in BEFORE and then.intent in BEFORE | STARTING | PAUSE)
        or (first.intent in STARTING and then.intent in ASKING)
        or (first.intent in PAUSE and then.intent in ASKING)
    )
    return replace(first, tier=NEAR, then=replace(then, tier=NEAR)) if goes else None


def _takes(whole: Interpretation, part: Interpretation, words: Tokens, other: Interpretation) -> bool:
    """Whether what was heard of the whole sentence has all that one part of it wishes for."""
    taken = {_meant(slot) for slot in whole.slots.values()}
    if not taken.issuperset(map(_meant, part.slots.values())):
        return False
    said = f" {plain_text(words)} "
    of_the_other = {_meant(slot) for slot in other.slots.values()}
    own = (slot for slot in whole.slots.values() if _meant(slot) not in of_the_other)
    return whole.intent == part.intent or any(slot.heard and f" {slot.heard} " in said for slot in own)


def _meant(slot: HeardSlot) -> object:
    return slot.ids or slot.value
