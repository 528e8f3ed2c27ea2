"""What two sentences mean that are said as one: "stop, I have a call, remind me at nine"."""

from collections.abc import Iterator, Mapping

from skill.simulator.ear.interpretation import NEAR, Interpretation, Led
from skill.simulator.ear.model.slot_values import NamedValues, SlotValues
from skill.simulator.ear.samples.matching import Matching, heard_slot
from skill.simulator.ear.samples.near import NearMatcher
from skill.simulator.ear.samples.reading import heard_slots
from skill.simulator.ear.sentences.clauses import ClauseFinder, Cut
from skill.simulator.ear.spotting.among_words import AmongWords
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import Tokens, Trimmer, plain_text


class TwoSentences:
    """Understands one of two sentences, or both."""

    def __init__(
        self,
        hearing: Hearing,
        trimmer: Trimmer,
        matching: Matching,
        near: NearMatcher,
        spotting: AmongWords,
        slots: Mapping[str, Mapping[str, str]],
        values: Mapping[str, SlotValues],
    ) -> None:
        """Take what understands a sentence of its own.

        Args:
            hearing: What the ear knows of the language.
            trimmer: Trims the sentences, and takes words apart that are run together.
            matching: Understands one that is a sample.
            near: Understands one that nearly is.
            spotting: Finds what is told of a body.
            slots: By intent: its slots, and their types.
            values: By slot name: what can stand in the slot.
        """
        self._hearing = hearing
        self._trimmer = trimmer
        self._matching = matching
        self._near = near
        self._spotting = spotting
        self._slots = slots
        self._values = values
        self._clauses = ClauseFinder(hearing, trimmer)

    def leading(self, words: Tokens) -> Iterator[Led]:
        """What a sentence before a clause means, or both: "stop, I have a call, remind me at nine"."""
        for variant in self._parted(words):
            for cut in self._clauses.leading(variant):
                for heard in self._sentence(cut.part):
                    if self._clauses.is_said_with(cut, heard.intent):
                        yield from self._with_condition(heard, cut)
                        for each in (*self._with_what_follows(heard, cut), heard):
                            yield Led(heard.intent, each)

    def trailing(self, words: Tokens) -> Iterator[Interpretation]:
        """What the sentence after a clause means."""
        for variant in self._parted(words):
            for cut in self._clauses.trailing(variant):
                for heard in self._sentence(cut.part):
                    if self._clauses.is_said_with(cut, heard.intent):
                        yield heard

    def within(self, words: Tokens) -> Iterator[Interpretation]:
        """What one of two sentences said as one means, where the whole is not understood."""
        for cut in self._clauses.cuts(words):
            intent = self._matching.literal(plain_text(cut.part))
            if intent is None:
                continue
            if not cut.denied:
                for beside in self._matching.trimmed(self._trimmer.trim(cut.beside), NEAR):
                    yield self._together(intent, beside)
            if self._clauses.is_meant(cut, intent):
                yield Interpretation(intent, {}, NEAR)
        for cut in filter(self._clauses.is_wish, self._clauses.cuts(words)):
            yield from self._matching.trimmed(cut.part, NEAR)
            best = self._near.read([cut.part])
            if best is not None:
                yield Interpretation(best.intent, heard_slots(best.slots), NEAR)

    def _with_condition(self, heard: Interpretation, cut: Cut) -> Iterator[Led]:
        """A start, and what the body has: "knee to chest left only, the right is the new hip"."""
        for told in self._spotting.read(cut.beside, None):
            slots = {**told.slots, **heard.slots}
            own = self._slots[heard.intent].keys()
            if told.slots and "stretch" in heard.slots and own >= slots.keys() > heard.slots.keys():
                yield Led(heard.intent, Interpretation(heard.intent, slots, NEAR), with_condition=True)

    def _with_what_follows(self, heard: Interpretation, cut: Cut) -> Iterator[Interpretation]:
        """The wish at the end of what follows, where a slot of it takes the first sentence."""
        if heard.slots:
            return
        said = plain_text(cut.part)
        for end in (cut, *self._clauses.trailing(cut.beside)):
            for wish in self._sentence(end.beside if end is cut else end.part):
                for slot in self._slots[wish.intent].keys() - wish.slots.keys():
                    values = self._values[slot]
                    if isinstance(values, NamedValues) and (found := values.resolve(said)) is not None:
                        slots = {**wish.slots, slot: heard_slot(slot, said, found)}
                        yield Interpretation(wish.intent, slots, NEAR)

    def _together(self, intent: str, beside: Interpretation) -> Interpretation:
        """The one meaning of two sentences: "the cobra is fine again, put it back in"."""
        if (
            beside.intent in self._hearing.spotted
            or not self._slots[intent].keys() >= beside.slots.keys()
        ):
            return beside
        return Interpretation(intent, beside.slots, NEAR)

    def _parted(self, words: Tokens) -> Iterator[Tokens]:
        """The words taken apart, whole and trimmed: an article tells what a clause is about."""
        words = self._trimmer.with_verbs(words)
        yield words
        yield from self._trimmer.variants(words)

    def _sentence(self, words: Tokens) -> Iterator[Interpretation]:
        """What a part of an utterance means as a sentence of its own."""
        for variant in self._trimmer.variants(words):
            yield from self._matching.trimmed(variant, NEAR)
