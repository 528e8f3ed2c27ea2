"""Utterances with the name of a complaint or a condition in them → intent and slots.

A complaint counts whatever is said around it: rather once too often than not when somebody cannot get
up. Of a condition the words around it tell whether it is stated or asked about.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import chain, pairwise

from skill.simulator.ear.interpretation import NEAR, Interpretation
from skill.simulator.ear.model.slot_values import Resolution
from skill.simulator.ear.samples.reading import Reading, heard_slots
from skill.simulator.ear.spotting.meanings import MeaningFinder, Rule
from skill.simulator.ear.spotting.names import Spotted, gravest_first
from skill.simulator.ear.spotting.spotter import Spotter
from skill.simulator.ear.spotting.told_together import ToldTogether
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import Tokens, Trimmer, clean

SURER = 0.8
"""The likeness from which a sample counts more than a name among other words."""
CLEAR_BY_ITSELF = 3
"""How many words a name must have that means something without a sample around it."""

ReadAround = Callable[[Tokens, str, tuple[int, int], Resolution], Reading | None]
"""The likeliest way to understand words with a slot's name at a place."""


class AmongWords:
    """Understands an utterance by the names that were spotted in it."""

    def __init__(
        self,
        spotter: Spotter,
        read_around: ReadAround,
        spotted: Mapping[str, Sequence[str]],
        kinds: Mapping[str, str],
        hearing: Hearing,
        trimmer: Trimmer,
        meanings: MeaningFinder,
    ) -> None:
        """Take what finds names, and what compares the rest with samples.

        Args:
            spotter: Finds the names.
            read_around: Compares what is around a name with samples.
            spotted: By intent, the complaints' first: its slots that take such names.
            kinds: By slot: its type.
            hearing: What the ear knows of the language.
            trimmer: Takes words apart that are run together.
            meanings: Finds what is said in other words than a name's.
        """
        self._meanings = meanings
        self._spotter = spotter
        self._read_around = read_around
        self._kinds = kinds
        self._spotted = spotted
        self._hearing = hearing
        # What the language names first: whatever else is said, it counts.
        self._complaint = dict(list(spotted.items())[:1])
        doubled = [
            slots[0] for intent, slots in spotted.items() if intent not in self._complaint and slots[1:]
        ]
        self._together = ToldTogether(spotter, [kinds[slot] for slot in doubled], trimmer, hearing)
        self._trimmer = trimmer
        self._least_urgent = max(self._ranks(meanings.urgent_ids), default=-1) if self._complaint else -1

    def urgent(self, words: Tokens) -> Interpretation | None:
        """The gravest complaints that words mean, whatever else is said; None where they mean none."""
        apart, told = self._told(words)
        found = [spotted for _, spotted in self._meant(apart, urgent=True)]
        for intent, slots in self._complaint.items():
            if found:
                return _interpreted(intent, slots, self._gravest_first([*found, *told]), apart)
        return None

    def is_urgent(self, matched: Interpretation) -> bool:
        """Whether what a sample was matched with counts whatever else is said."""
        known = {id_ for slot in matched.slots.values() for id_ in slot.ids}
        ranks = self._ranks(known) if matched.intent in self._complaint else ()
        return min(ranks, default=self._least_urgent + 1) <= self._least_urgent

    def is_idiom(self, words: Tokens, heard: Interpretation) -> bool:
        """Whether all that was taken for a complaint stands in idioms: "I fell in love with this"."""
        if heard.intent not in self._complaint or not heard.slots or self.is_urgent(heard):
            return False
        apart = self._trimmer.with_verbs(words)
        felt = (self._trimmer.with_verbs(clean(slot.heard)) for slot in heard.slots.values())
        return all(self._spotter.stands_in_idiom(apart, each) for each in felt)

    def meant(self, words: Tokens, best: Reading | None, *, faint: bool) -> Iterator[Interpretation]:
        """What words mean that is not urgent; nothing where an urgent name is among them.

        Args:
            words: All of them.
            best: The likeliest sample; it counts more than a faint meaning.
            faint: Whether the rules count that hold of many sentences.
        """
        sample = best is not None and best.intent not in (*self._spotted, *self._hearing.built_in)
        about_others = {*self._hearing.elsewhere, *self._hearing.others}
        if faint and (sample or not about_others.isdisjoint(word.plain for word in words)):
            return
        words, told = self._told(words)
        urgent = {each.name.value.id for each in told if self._is_urgent(each)}
        for rule, spotted in self._meant(words, urgent=False):
            if self._is_outdone(spotted, told):
                continue
            if urgent <= rule.instead_of and rule.faint in (False, faint):
                yield from self._as_told(self._more_exactly(spotted, told, words), told, words)
                return

    def read(
        self, words: Tokens, best: Reading | None, *, loose: bool = True
    ) -> Iterator[Interpretation]:
        """What is meant; nothing where no name is in it, or a sample fits better: `best`.

        Args:
            words: All of them.
            best: The likeliest sample.
            loose: Whether names count whose words stand apart or in another order.
        """
        if best is not None and best.likeness >= SURER and best.intent not in self._spotted:
            return
        words, told = self._told(words)
        for number, (intent, slots) in enumerate(self._spotted.items()):
            of_kind = [
                spotted
                for spotted in told
                if spotted.name.kind == self._kinds[slots[0]] and (loose or not spotted.loose)
            ]
            if of_kind and number == 0:
                yield _interpreted(intent, slots, gravest_first(of_kind), words)
            elif of_kind:
                yield from self._by_what_is_around(intent, slots[0], of_kind[0], words)

    def graver(self, words: Tokens, matched: Interpretation) -> Interpretation:
        """What a sample was matched with, or the graver complaint that its words are together."""
        known = {id_ for slot in matched.slots.values() for id_ in slot.ids}
        if matched.intent not in self._complaint or not known:
            return matched
        words, told = self._told(words)
        slots = self._complaint[matched.intent]
        found = gravest_first(each for each in told if each.name.kind == self._kinds[slots[0]])
        longest = max((len(each.places) for each in told if each.name.value.id in known), default=1)
        whole = found and len(found[0].places) > longest and found[0].name.value.id not in known
        if not whole or found[0].name.rank > min(self._ranks(known), default=found[0].name.rank):
            return matched
        return replace(_interpreted(matched.intent, slots, found, words), tier=matched.tier)

    def with_second(self, heard: Interpretation, words: Tokens, own: Set[str]) -> Interpretation:
        """The same with a second name that is told, where there is a slot for one beside the first.

        A complaint's second name is found with the first.

        Args:
            heard: What was understood.
            words: All that was said.
            own: The slots of its intent.
        """
        words = self._trimmer.with_verbs(words)
        for intent, slots in self._spotted.items():
            if intent not in self._complaint and slots[0] in heard.slots and own >= {*slots}:
                meant = [spotted for _, spotted in self._meant(words, urgent=False)]
                return self._together.with_second(heard, self._kinds[slots[0]], slots, words, meant)
        return heard

    def denied(self, words: Tokens) -> Iterator[Interpretation]:
        """A sentence in which every complaint is denied: an answer to the question for it."""
        words = self._trimmer.with_verbs(words)
        found = self._spotter.find(words)
        kinds = {self._kinds[slots[0]] for slots in self._complaint.values()}
        if found and all(self._is_denied(each) and each.name.kind in kinds for each in found):
            yield Interpretation(self._hearing.denied, {}, NEAR)

    def _meant(self, words: Tokens, *, urgent: bool) -> Iterator[tuple[Rule, Spotted]]:
        for meant in self._meanings.find([word.plain for word in words], urgent=urgent):
            spotted = self._spotter.named(meant.rule.kind, meant.rule.id, meant.places)
            if spotted is None or not (urgent or self._stands(words, meant.places)):
                continue
            if urgent or not self._is_of_two(spotted, words):
                yield meant.rule, spotted

    def _stands(self, words: Tokens, places: frozenset[int]) -> bool:
        """Whether what these words mean is not said to be over, and is not within a stretch's name."""
        over = self._spotter.is_over(words, places)
        return not over and not self._spotter.is_in_another(words, places)

    def _more_exactly(self, spotted: Spotted, told: Iterable[Spotted], words: Tokens) -> Spotted:
        """What words mean, or the name of its kind that has them in it and more: "five months pregnant".

        Of a complaint whatever is graver counts.
        """
        kinds = {self._kinds[slots[0]] for slots in self._complaint.values()}
        if spotted.name.kind in kinds:
            return spotted
        names = (each for each in told if each.name.kind == spotted.name.kind)
        least = len(self._together.telling(spotted, words))
        longer = (each for each in names if len(self._together.telling(each, words)) >= least)
        return next((each for each in longer if each.places & spotted.places), spotted)

    def _is_outdone(self, spotted: Spotted, told: Iterable[Spotted]) -> bool:
        """Whether it is mild and other words complain: "that's no pull any more, that really hurts"."""
        mild, kind = self._hearing.mild, spotted.name.kind
        if spotted.name.value.id not in mild:
            return False
        others = (each for each in told if each.name.kind == kind and each.name.value.id not in mild)
        graver = (each for each in others if each.name.rank < spotted.name.rank)
        return any(each.places.isdisjoint(spotted.places) for each in graver)

    def _is_urgent(self, spotted: Spotted) -> bool:
        """Whether a name is as grave as what words mean that count whatever else is said."""
        kinds = {self._kinds[slots[0]] for slots in self._complaint.values()}
        return spotted.name.kind in kinds and spotted.name.rank <= self._least_urgent

    def _gravest_first(self, found: Iterable[Spotted]) -> list[Spotted]:
        kinds = {self._kinds[slots[0]] for slots in self._complaint.values()}
        return gravest_first(each for each in found if each.name.kind in kinds)

    def _as_told(
        self, spotted: Spotted, told: Iterable[Spotted], words: Tokens
    ) -> Iterator[Interpretation]:
        for number, (intent, slots) in enumerate(self._spotted.items()):
            if spotted.name.kind == self._kinds[slots[0]] and number == 0:
                milder = (each for each in told if each.name.rank > spotted.name.rank)
                yield _interpreted(intent, slots, self._gravest_first([spotted, *milder]), words)
            elif spotted.name.kind == self._kinds[slots[0]]:
                yield from self._by_what_is_around(intent, slots[0], spotted, words)
                yield _interpreted(intent, slots, [spotted], words)

    def _denies_next(self, words: Tokens) -> bool:
        """Whether the second word is a denial: "can't kneel" is no question."""
        return len(words) > 1 and words[1].plain in self._hearing.denials

    def _asks_after(self, words: Tokens, spotted: Spotted) -> bool:
        """Whether a question follows a name that is told first: "I've got vertigo, is this smart"."""
        hearing = self._hearing
        return any(
            word.plain in hearing.questions and after.plain in hearing.asked_of
            for word, after in pairwise(words[spotted.end :])
        )

    def _told(self, words: Tokens) -> tuple[Tokens, list[Spotted]]:
        """The words, taken apart, and the names in them that are not denied."""
        words = self._trimmer.with_verbs(words)
        found = [spotted for spotted in self._spotter.find(words) if not self._is_denied(spotted)]
        told = [spotted for spotted in found if not self._is_of_two(spotted, words)]
        if told != found:
            told = list(dict.fromkeys((*told, *chain.from_iterable(self._together.apart(words)))))
        return words, told

    def _is_of_two(self, spotted: Spotted, words: Tokens) -> bool:
        """Whether it is a complaint that is made of the words of two conditions."""
        complaint = not spotted.name.order
        return complaint and self._together.make_up(spotted, words, urgent=self._is_urgent(spotted))

    def _is_denied(self, spotted: Spotted) -> bool:
        """Whether a name does not count; what is urgent counts even where it is said to be over."""
        return spotted.denied or (spotted.over and not self._is_urgent(spotted))

    def _ranks(self, ids: Collection[str]) -> Iterator[int]:
        slots = next(iter(self._complaint.values()))
        return self._spotter.ranks(self._kinds[slots[0]], ids)

    def _by_what_is_around(
        self, intent: str, slot: str, spotted: Spotted, words: Tokens
    ) -> Iterator[Interpretation]:
        resolution = Resolution(spotted.name.value.value, (spotted.name.value.id,))
        reading = self._read_around(words, slot, (spotted.start, spotted.end), resolution)
        asks_after = self._asks_after(words, spotted)
        instead = self._hearing.asked_instead.get(intent)
        if reading is not None:
            meant = instead if asks_after and instead and reading.intent == intent else reading.intent
            yield Interpretation(meant, heard_slots(reading.slots), NEAR)
        begins = words[0].plain in self._hearing.questions and not self._denies_next(words)
        asks = begins or asks_after
        if instead is not None or len(spotted.places) >= CLEAR_BY_ITSELF:
            meant = instead if asks and instead is not None else intent
            yield _interpreted(meant, (slot,), [spotted], words)


def _interpreted(
    intent: str, slots: Sequence[str], found: Sequence[Spotted], words: Tokens
) -> Interpretation:
    filled = {slot: spotted.slot(slot, words) for slot, spotted in zip(slots, found, strict=False)}
    return Interpretation(intent, filled, NEAR)
