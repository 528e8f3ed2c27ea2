"""What the rest of an utterance changes in what was understood: a wish, a name, an hour, a length."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, pairwise

from skill.library.intents import FALLBACK
from skill.simulator.ear.grammar.plain import below_a_minute
from skill.simulator.ear.interpretation import EXACT, NEAR, Interpretation
from skill.simulator.ear.model.slot_values import SlotValues
from skill.simulator.ear.samples.near import STRETCH
from skill.simulator.ear.samples.reading import Filled, heard_slots
from skill.simulator.ear.sentences.given_names import GivenNames
from skill.simulator.ear.sentences.times_ago import TimesAgo
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import PhraseSet, Tokens, Trimmer, clean, plain_text

DURATION, TIME = "AMAZON.DURATION", "AMAZON.TIME"
SIDE, ONLY, TO = "side", "only", "to"
BY_SIDE, BY_NAME = "SkipSideIntent", "StartStretchIntent"
LEFT_AND_RIGHT, WRONG, BAD_SIDE = ("left", "right"), "wrong", "bad"
COMPLAINT = "PainIntent"

WORDS_OF_A_SIDE = 2
"""How many words a side has at most beside "first" and "only": "my right one first"; ours."""

ONLY_AT, BY_WISH = "OnlyAtIntent", "StartRoutineIntent"
PLACE, AVOID = "place", "avoid"
"""The slots of where all is to be done, and where nothing is."""

WORDS_OF_A_REFUSAL = {ONLY_AT: 3, BY_WISH: 1}
"""How many words before a place may refuse it, by the intent: "I can't be kneeling"; ours."""

AGAIN, SECOND = "AMAZON.RepeatIntent", "second"
SURELY_NAMED = 0.95
"""The least likeness of a stretch's name that makes the start of it of "once more"; ours."""

ENDING = {"stop"}
"""The slots of what ends now, whatever is said of another time."""


class Corrections:
    """Corrects what an utterance was understood as."""

    def __init__(
        self,
        hearing: Hearing,
        trimmer: Trimmer,
        named: Callable[[str, Tokens], Filled | None],
        slots: Mapping[str, Mapping[str, str]],
        values: Mapping[str, SlotValues],
    ) -> None:
        """Take what is known of the language and the model.

        Args:
            hearing: What the ear knows of the language.
            trimmer: Takes words apart that are run together.
            named: Finds the surest name of a slot.
            slots: By intent: its slots, and their types.
            values: By slot name: what can stand in the slot.
        """
        self._hearing = hearing
        self._trimmer = trimmer
        self._named = named
        self._slots = slots
        self._values = values
        self._types = {slot: kind for own in slots.values() for slot, kind in own.items()}
        self._wishing = PhraseSet(hearing.wishing)
        self._today_only, self._for_good = PhraseSet(hearing.today_only), PhraseSet(hearing.for_good)
        self._begun_with = PhraseSet(hearing.begun_with)
        self._nothing_else = PhraseSet(hearing.nothing_else)
        self._given_names = GivenNames(hearing)
        self._times_ago = TimesAgo(hearing, values)
        self._refusing = hearing.wish_denials | hearing.denials

    def wished(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same, or the start of what is named where a wish for it stands before the name."""
        instead = self._hearing.wished.get(heard.intent)
        if instead is None or not self._wishing.length_at(self._trimmer.spelled_out(words), 0):
            return heard
        return replace(heard, intent=instead)

    def again_by_name(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same, or the start of the stretch that is to be done again: "once more the bridge"."""
        if heard.intent != AGAIN or heard.tier == EXACT or STRETCH not in self._values:
            return heard
        filled = self._named(STRETCH, words)
        if filled is None or filled.resolution.likeness < SURELY_NAMED:
            return heard
        return replace(heard, intent=BY_NAME, slots=heard_slots({STRETCH: filled}), tier=NEAR)

    def of_one_name(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same with one stretch, where the second is but the rest of its name: "katze | und kuh"."""
        first, second = heard.slots.get(STRETCH), heard.slots.get(SECOND)
        if heard.tier == EXACT or first is None or second is None or not second.ids:
            return heard
        said, name, rest = plain_text(words), _plain_words(first.heard), _plain_words(second.heard)
        start, last = said.find(" ".join(name)), said.rfind(" ".join(rest))
        end = last + len(" ".join(rest))
        adjacent = said[start:end].split() == [*name, *rest]
        one_name = self._values[STRETCH].resolve(said[start:end]) if 0 <= start < last else None
        if not set(second.ids) <= set(first.ids) or not (adjacent or one_name is not None):
            return heard
        slots = {name: slot for name, slot in heard.slots.items() if name != SECOND}
        slots[STRETCH] = replace(first, heard=said[start:end], value=second.value, ids=second.ids)
        return replace(heard, slots=slots)

    def about_a_stretch(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same; what is told of a body, and asked of a stretch, as a question about that one."""
        asking = self._hearing.asked_instead
        asked = asking.get(heard.intent, heard.intent)
        open_slots = self._slots.get(asked, {}).keys() - heard.slots.keys()
        if heard.tier != NEAR or asked not in asking.values() or STRETCH not in open_slots:
            return heard
        denials = self._hearing.denials
        for place, (word, after) in enumerate(pairwise(words)):
            if word.plain in self._hearing.questions and after.plain not in denials:
                filled = self._named(STRETCH, words[place + 1 :])
                if filled is not None:
                    slots = {**heard.slots, **heard_slots({STRETCH: filled})}
                    return replace(heard, intent=asked, slots=slots)
        return heard

    def for_as_long_as_said(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same, or what is meant for today only where nothing but likeness says that it is kept."""
        instead = self._hearing.lasting.get(heard.intent)
        if (
            instead is None
            or heard.tier != NEAR
            or not self._slots[instead].keys() >= heard.slots.keys()
        ):
            return heard
        said = self._trimmer.spelled_out(words)
        meant_today = self._today_only.stand_in(said) and not self._for_good.stand_in(said)
        return replace(heard, intent=instead) if meant_today else heard

    def begun_with_a_side(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same with the side to begin with, whatever is said of the other one.

        Of a start it is the first and not the only one, where nothing says "only": "right one first,
        the left is the bad one".
        """
        if heard.tier == EXACT or TO not in self._values or self._nothing_else.stand_in(words):
            return heard
        words = self._trimmer.with_verbs(words)
        first = self._first_side(words)
        if heard.intent in (BY_SIDE, FALLBACK) or (
            heard.intent == COMPLAINT and self._tells_bad_side(heard, words)
        ):
            return heard if first is None else self._begun_with_one_of_two(heard, first, words)
        side = heard.slots.get(ONLY) or heard.slots.get(SIDE)
        starts = heard.intent in self._hearing.wished.values()
        if starts and heard.slots.keys() == {SIDE}:  # nothing is named that could be started
            return Interpretation(BY_SIDE, {TO: replace(heard.slots[SIDE], name=TO)}, NEAR)
        if not starts or side is None or not self._begun_with.stand_in(words):
            return heard
        if first is not None:
            side = heard_slots({SIDE: first})[SIDE]
        slots = {name: slot for name, slot in heard.slots.items() if name != ONLY}
        return replace(heard, slots={**slots, SIDE: replace(side, name=SIDE)})

    def _begun_with_one_of_two(
        self, heard: Interpretation, first: Filled, words: Tokens
    ) -> Interpretation:
        """The side to begin with, where the other is named as well and nothing is asked or denied.

        With a stretch that is named it is the start of that one.
        """
        others = [word for word in words if word not in first.words]
        said = [self._values[TO].nearest(word.plain, exactly=True) for word in others]
        sides = {side.ids for side in said if side is not None and side.ids}
        named = [ids for ids in sides if set(ids) <= set(LEFT_AND_RIGHT) and ids != first.resolution.ids]
        asks = words[0].plain in self._hearing.questions
        if not named or asks or any(word.plain in self._refusing for word in words):
            return heard
        stretch = self._named(STRETCH, words)
        if stretch is None or not stretch.resolution.ids:
            return Interpretation(BY_SIDE, heard_slots({TO: first}), NEAR)
        return Interpretation(BY_NAME, heard_slots({STRETCH: stretch, SIDE: first}), NEAR)

    def _tells_bad_side(self, heard: Interpretation, words: Tokens) -> bool:
        """Whether a complaint is only that a side gives trouble: "the left is the bad one"."""
        felt = {slot.heard for slot in heard.slots.values()}
        parts = [plain_text(words[start:][:WORDS_OF_A_SIDE]) for start in range(len(words))]
        found = ((part, self._values[TO].nearest(part, exactly=True)) for part in parts)
        bad = [part for part, side in found if side is not None and BAD_SIDE in side.ids]
        return bool(felt) and all(any(said in part for part in bad) for said in felt)

    def _first_side(self, words: Tokens) -> Filled | None:
        """The left or the right where one of them stands beside "first": before it, or else behind."""
        for part in chain.from_iterable(_beside(self._begun_with, words)):
            filled = self._named(TO, part)
            if filled is not None and set(filled.resolution.ids) <= set(LEFT_AND_RIGHT):
                return filled
        return None

    def of_a_side(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same, or for one side only what was taken for the whole stretch, where a side is named."""
        instead = self._hearing.with_a_side.get(heard.intent)
        if instead is None or heard.tier == EXACT or heard.slots:
            return heard
        filled = self._named(SIDE, words)
        if filled is None or not filled.resolution.ids:
            return heard
        return replace(heard, intent=instead, slots=heard_slots({SIDE: filled}))

    def of_one_of_two_sides(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same with the one that is wanted, where two sides fill two slots by likeness alone.

        It is the one behind "only"; of a wrong leg no more needs to be known.
        """
        if heard.intent != BY_SIDE or heard.tier != NEAR or len(heard.slots) < len(LEFT_AND_RIGHT):
            return heard
        wrong = next((slot for slot in heard.slots.values() if WRONG in slot.ids), None)
        if wrong is not None:
            return replace(heard, slots={SIDE: replace(wrong, name=SIDE)})
        for _, behind in _beside(self._nothing_else, words):
            filled = self._named(ONLY, behind)
            if filled is not None and filled.resolution.ids:
                return replace(heard, slots=heard_slots({ONLY: filled}))
        return heard

    def at_no_refused_place(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same; where a place is refused, the other that is named: "only lying, I can't kneel".

        Where none is, without the one that is refused: "a routine without kneeling".
        """
        slot = heard.slots.get(PLACE)
        reach = WORDS_OF_A_REFUSAL.get(heard.intent)
        if heard.tier != NEAR or slot is None or reach is None:
            return heard
        words = self._trimmer.spelled_out(words)
        said, name = [word.plain for word in words], [word.plain for word in clean(slot.heard)]
        places = range(len(said) - len(name) + 1)
        start = next((at for at in places if said[at : at + len(name)] == name), 0)
        before = range(max(0, start - reach), start)
        refusal = next((at for at in before if said[at] in self._refusing), None)
        if refusal is None:
            return heard
        others = {name: slot for name, slot in heard.slots.items() if name != PLACE}
        for part in (words[:refusal], words[start + len(name) :]):
            filled = self._named(PLACE, part)
            if filled is not None and filled.resolution.ids:
                return replace(heard, slots={**others, **heard_slots({PLACE: filled})})
        return Interpretation(BY_WISH, {**others, AVOID: replace(slot, name=AVOID)}, NEAR)

    def with_given_name(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same with the name that is given, where an intent takes one and no sample had it."""
        if heard.tier == EXACT:
            return heard
        for slot in self._slots.get(heard.intent, {}).keys() - heard.slots.keys():
            if self._values[slot].takes_anything:
                return self._given_names.with_name(heard, slot, words)
        return heard

    def with_how_long_ago(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same with how long ago it was what is told of a body."""
        own = self._slots.get(heard.intent, {})
        return self._times_ago.with_time(heard, own, self._trimmer.with_verbs(words))

    def at_that_time_of_day(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same with its times after noon, where "evening" is said somewhere else in the sentence."""
        grammar = self._hearing.grammar
        # "I'm done for tonight, remind me tomorrow at nine": the end is said of tonight, and no hour.
        said = Counter(word.plain for word in words)
        for name in ENDING & heard.slots.keys():
            said -= Counter(word.plain for word in clean(heard.slots[name].heard))
        slots = {
            name: replace(slot, value=grammar.later(str(slot.value), said))
            for name, slot in heard.slots.items()
            if self._types[name] == TIME and not self._in_the_morning(slot.heard)
        }
        return replace(heard, slots={**heard.slots, **slots}) if slots else heard

    def _in_the_morning(self, said: str) -> bool:
        """Whether the words of a time are before noon by themselves: "nine in the morning"."""
        return plain_text(self._trimmer.trim(clean(said))).endswith(self._hearing.grammar.known.morning)

    def of_a_hold(self, heard: Interpretation) -> Interpretation:
        """The same, or the change of a hold where a routine of less than a minute was understood."""
        instead = self._hearing.below_a_minute.get(heard.intent)
        if instead is None or len(heard.slots) != 1:
            return heard
        (slot,) = heard.slots.values()
        if self._types[slot.name] != DURATION or not below_a_minute(str(slot.value)):
            return heard
        name = next(name for name, kind in self._slots[instead].items() if kind == DURATION)
        return replace(heard, intent=instead, slots={name: replace(slot, name=name)})


def _beside(phrases: PhraseSet, words: Tokens) -> Iterator[tuple[Tokens, Tokens]]:
    """What may name a side before and behind each of some phrases that stands among words."""
    for place in range(len(words)):
        if length := phrases.length_at(words, place):
            end = place + length
            yield words[max(0, place - WORDS_OF_A_SIDE) : place], words[end : end + WORDS_OF_A_SIDE]


def _plain_words(text: str) -> list[str]:
    """The plain words of what was heard in a slot."""
    return [word.plain for word in clean(text)]
