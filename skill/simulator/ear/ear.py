"""Text → intent and slots, from the same interaction model that Alexa gets.

It stands in for Alexa's own understanding, in a simple way: it compares sentences with the model's
samples and does not know what they mean. `Interpretation.tier` says how it got there, so that it is not
mistaken for Alexa. What works here should work with Alexa; what fails here may still work there.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any

from skill.library.intents import FALLBACK
from skill.library.loading import data_folder
from skill.library.opening import Opening
from skill.simulator.ear.asides import Asides
from skill.simulator.ear.classification.classifier import Classifier, read_learned
from skill.simulator.ear.classification.guessing import WORD_FOR_WORD, Guessed, Guesser
from skill.simulator.ear.classification.slot_filling import SlotFiller
from skill.simulator.ear.corrections import Corrections
from skill.simulator.ear.in_a_row import InARow
from skill.simulator.ear.interpretation import EXACT, NEAR, TRIMMED, Interpretation, Led
from skill.simulator.ear.missing_things import MissingThings
from skill.simulator.ear.model.model_file import heard_model, read_model
from skill.simulator.ear.model.sample import Sample
from skill.simulator.ear.model.slot_values import NamedValues, Resolution, slot_values
from skill.simulator.ear.samples.matching import Matching
from skill.simulator.ear.samples.near import NearMatcher
from skill.simulator.ear.samples.reading import Filled, Reading, heard_slots
from skill.simulator.ear.sentences.denials import DeniedNumbers
from skill.simulator.ear.sentences.self_corrections import SelfCorrections
from skill.simulator.ear.sentences.split_lengths import SplitLengths
from skill.simulator.ear.sentences.two_stretches import TwoStretches
from skill.simulator.ear.sentences.two_wishes import TwoWishes
from skill.simulator.ear.spotting.among_words import SURER, AmongWords
from skill.simulator.ear.spotting.meanings import MeaningFinder, load_meanings
from skill.simulator.ear.spotting.spotter import Spotter
from skill.simulator.ear.two_sentences import TwoSentences
from skill.simulator.ear.words.address import Address
from skill.simulator.ear.words.hearing import load_hearing
from skill.simulator.ear.words.plain_words import Tokens, Trimmer, clean, clean_sample

MOST_WORDS = 30
"""The most words of an utterance: of longer ones, as they come from a television, only what is urgent
counts."""

INSIDE_LENGTHS = ("LEVEL", "QUICK")
"""The slot types whose names are also said between a number and its unit: "ten gentle minutes"."""


class Ear:
    """Understands utterances in one language."""

    def __init__(
        self,
        model: Mapping[str, Any],
        language: str,
        content: Path | None = None,
        learned: Path | None = None,
    ) -> None:
        """Prepare to understand the sentences of an interaction model.

        Args:
            model: A model's JSON, as generated.
            language: The language of fillers, polite phrases and number words.
            content: The folder of the content; by default the one of this installation.
            learned: The file of what was learned from the samples; without it only the rules count.

        Raises:
            SettingError: The model is broken, or the file.
            ContentError: The language's words are broken.
        """
        read = heard_model(model)
        self._a_name = {kind: values[0].names[0] for kind, values in read.types.items() if values}
        hearing = load_hearing(content or data_folder("content"), language)
        self._meanings = load_meanings(content or data_folder("content"), language)
        self._hearing = hearing
        self._trimmer = Trimmer(hearing)
        self._address = Address(hearing.familiar)
        self._slots = read.slots
        self._learned = read_learned(learned) if learned else None
        self._named = read.types
        self._types = {slot: kind for slots in read.slots.values() for slot, kind in slots.items()}
        self._samples = {
            intent: tuple(map(clean_sample, (*samples, *hearing.built_in.get(intent, ()))))
            for intent, samples in read.samples.items()
        }
        self._spotted = [
            self._types[slots[0]] for slots in hearing.spotted.values() if slots[0] in self._types
        ]
        stems = frozenset(map(hearing.grammar.stem, _words_of(self._samples)))
        self._known = known = slot_values(read.types, hearing, self._trimmer, stems, self._spotted)
        self._values = {slot: known[kind] for slot, kind in self._types.items() if kind in known}

    @property
    def opening(self) -> Opening:
        """How the skill is opened."""
        return self._hearing.opening

    def hear(self, text: str) -> Interpretation:
        """What these words mean; `AMAZON.FallbackIntent` where that is not clear."""
        said = self._address.familiar(clean(text))
        words = self._split_lengths.joined(self._meant_numbers(said))
        if not words:
            return Interpretation(FALLBACK)
        if len(words) > MOST_WORDS:
            return self._spotting.urgent(words) or Interpretation(FALLBACK)
        heard = self._self_corrections.meant(self._heard(words), words)
        heard = self._missing_things.told(heard, self._trimmer.with_verbs(words))
        if self._asides is not None:
            heard = self._asides.wish_beside(heard, words)
        heard = self._in_a_row.all_of(self._two_stretches.each(heard, words), words)
        heard = self._corrections.of_one_name(self._corrections.again_by_name(heard, words), words)
        return self._two_wishes.both(heard, words)

    def _meant_numbers(self, said: Tokens) -> Tokens:
        """The words without a number that is denied, unless a sample says just this."""
        meant = self._denied_numbers.without(said)
        if meant == said or any(self._matching.whole(said, EXACT)):
            return said
        return meant

    def _heard(self, words: Tokens) -> Interpretation:
        """What these words mean, nothing in them being taken back."""
        meant = (each for each in self._understood(words) if not self._spotting.is_idiom(words, each))
        heard = self._corrections.wished(next(meant, Interpretation(FALLBACK)), words)
        heard = self._corrections.about_a_stretch(self._with_second(heard, words), words)
        heard = self._corrections.with_how_long_ago(heard, words)
        heard = self._corrections.begun_with_a_side(heard, words)
        heard = self._corrections.of_a_side(heard, words)
        heard = self._corrections.of_one_of_two_sides(heard, words)
        heard = self._corrections.at_no_refused_place(heard, words)
        heard = self._corrections.with_given_name(
            self._corrections.for_as_long_as_said(heard, words), words
        )
        return self._corrections.of_a_hold(self._corrections.at_that_time_of_day(heard, words))

    def a_name_of(self, kind: str) -> str:
        """Any name that the values of a slot type have."""
        return self._a_name[kind]

    def slots_of(self, intent: str) -> tuple[str, ...]:
        """The names of all slots of an intent, since Alexa also sends the empty ones."""
        return tuple(self._slots.get(intent, ()))

    def _understood(self, words: Tokens) -> Iterator[Interpretation]:
        graver = partial(self._spotting.graver, words)
        exact = map(graver, self._matching.whole(words, EXACT))
        variants = list(self._trimmer.variants(words))
        begun = self._matching.whole(self._trimmer.begun(words), TRIMMED)
        matched = (begun, *(self._matching.trimmed(variant, TRIMMED) for variant in variants))
        trimmed = map(graver, chain.from_iterable(matched))
        urgent = self._spotting.urgent(words)
        if urgent is not None:
            yield from filter(self._spotting.is_urgent, chain(exact, trimmed))
            yield urgent
            return
        yield from exact
        for denied in self._spotting.denied(words):
            yield from self._spotting.meant(words, None, faint=True)
            yield denied
        yield from trimmed
        clauses = list(self._two_sentences.leading(words))
        asks = words[0].plain in self._hearing.questions
        for led in clauses:
            ended = led.first in self._hearing.ended and self._is_mild(words)
            if ended or led.first in self._hearing.decided or (led.with_condition and not asks):
                yield led.heard
        if self._guesser and self._guesser.is_elsewhere(words):
            return
        best = self._near.read(variants)
        guessed = self._guesser.guess(words, best) if self._guesser else None
        nearly = guessed is not None and guessed.sure and self._is_nearly(best, guessed)
        named = [] if nearly else self._counting(words, guessed)
        if not nearly:
            yield from self._about_a_body(words, guessed, named)
        yield from self._probably(words, variants, clauses, best, guessed, named)

    def _is_mild(self, words: Tokens) -> bool:
        """Whether words complain, and of nothing but a reason: "that'll do me, I'm shattered"."""
        told = self._counting(words, None)
        ids = {id_ for each in told for slot in each.slots.values() for id_ in slot.ids}
        return bool(told) and ids <= self._hearing.mild

    def _about_a_body(
        self, words: Tokens, guessed: Guessed | None, named: Sequence[Interpretation]
    ) -> Iterator[Interpretation]:
        """What words tell of a body, clearly: of a condition, in the wish that it is told with."""
        meant = self._spotting.meant(words, None, faint=False)
        counting = [told for told in meant if not self._is_outweighed(told, guessed)]
        complaint = next(iter(self._hearing.spotted), None)
        if guessed and guessed.clear and complaint not in {told.intent for told in (*named, *counting)}:
            own = self._slots[guessed.heard.intent].keys()
            conditions = [
                told for told in (*named, *counting) if told.slots and own >= told.slots.keys()
            ]
            yield from (guessed.with_slots(told.slots) for told in conditions)
        yield from counting

    def _probably(
        self,
        words: Tokens,
        variants: Sequence[Tokens],
        clauses: Sequence[Led],
        best: Reading | None,
        guessed: Guessed | None,
        named: Sequence[Interpretation],
    ) -> Iterator[Interpretation]:
        """What the words mean that say no sample and name no clear complaint, the likeliest first."""
        if best is not None and self._guesser and not self._guesser.bears_out(words, best):
            best = None
        # A name of a complaint that stands among other words may be none: "the gas man". Not so an
        # urgent one: who bleeds on the carpet has not chosen a place to lie.
        urgent = any(map(self._spotting.is_urgent, named))
        about_a_body = not guessed or guessed.may_complain or urgent
        # What the guess has already is not among the named: "stop, my legs won't go" ends nothing.
        guesses_urgent = guessed is not None and self._spotting.is_urgent(guessed.heard)
        complains = about_a_body and (bool(named) or guesses_urgent)
        given_name = best is not None and best.has_given_name
        if guessed and guessed.sure and not complains and not given_name:
            yield guessed.heard
        if not complains and (best is None or best.likeness < SURER):
            yield from (led.heard for led in clauses if led.first in self._hearing.explained)
        if about_a_body:
            yield from self._spotting.meant(words, best, faint=True)
            yield from self._spotting.read(words, best)
        if best is not None:
            slots = self._guesser.completed(words, best) if self._guesser else best.slots
            yield Interpretation(best.intent, heard_slots(slots), NEAR)
        for variant in variants:
            yield from self._two_sentences.within(variant)
        yield from (led.heard for led in clauses)
        yield from self._two_sentences.trailing(words)
        if guessed:
            yield guessed.heard

    def _is_nearly(self, best: Reading | None, guessed: Guessed) -> bool:
        """Whether the words are nearly a sample of what is guessed, and about no body."""
        same = (
            best is not None and best.intent == guessed.heard.intent and best.likeness >= WORD_FOR_WORD
        )
        return same and not guessed.may_complain

    def _counting(self, words: Tokens, guessed: Guessed | None) -> list[Interpretation]:
        """What names among the words tell of a body, but for what a guess has already or outweighs."""
        slots = guessed.heard.slots.values() if guessed else ()
        known = self._hearing.mild.union(*(slot.ids for slot in slots)) if guessed else frozenset()
        loose = not (guessed and guessed.far)
        names = self._spotting.read(words, None, loose=loose)
        named = chain(names, self._spotting.meant(words, None, faint=True))
        return [
            told
            for told in named
            if told.intent in self._hearing.spotted
            and not known.issuperset(id_ for slot in told.slots.values() for id_ in slot.ids)
            and not self._is_outweighed(told, guessed)
        ]

    def _is_outweighed(self, told: Interpretation, guessed: Guessed | None) -> bool:
        """Whether a guess counts more; never where it has a slot of its own for what is told."""
        if guessed is None or (
            told.slots and self._slots[guessed.heard.intent].keys() >= told.slots.keys()
        ):
            return False
        if guessed.far and told.intent in self._hearing.spotted and not self._spotting.is_urgent(told):
            return True
        return guessed.outweighs(told, self._hearing.mild)

    def _with_second(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same with a second condition that was told; a sentence that is a sample stays as it is."""
        if heard.tier == EXACT:
            return heard
        return self._spotting.with_second(heard, words, self._slots.get(heard.intent, {}).keys())

    @cached_property
    def _denied_numbers(self) -> DeniedNumbers:
        return DeniedNumbers(self._hearing)

    @cached_property
    def _split_lengths(self) -> SplitLengths:
        inside = [self._known[kind] for kind in INSIDE_LENGTHS if kind in self._known]
        return SplitLengths(self._hearing, [each for each in inside if isinstance(each, NamedValues)])

    @cached_property
    def _self_corrections(self) -> SelfCorrections:
        return SelfCorrections(self._hearing, self._heard, self._slots)

    @cached_property
    def _missing_things(self) -> MissingThings:
        return MissingThings(self._hearing, self._heard, self._name_of, self._slots)

    @cached_property
    def _asides(self) -> Asides | None:
        if self._guesser is None:
            return None
        return Asides(self._hearing, self._trimmer, self._guesser, self._heard)

    @cached_property
    def _in_a_row(self) -> InARow:
        return InARow(self._hearing, self._heard, self._slots, self._values)

    @cached_property
    def _two_stretches(self) -> TwoStretches:
        return TwoStretches(self._hearing, self._heard)

    @cached_property
    def _two_wishes(self) -> TwoWishes:
        return TwoWishes(self._hearing, self._heard, self._slots)

    @cached_property
    def _matching(self) -> Matching:
        return Matching(self._samples, self._values, self._trimmer)

    @cached_property
    def _corrections(self) -> Corrections:
        return Corrections(self._hearing, self._trimmer, self._name_of, self._slots, self._values)

    @cached_property
    def _two_sentences(self) -> TwoSentences:
        return TwoSentences(
            self._hearing,
            self._trimmer,
            self._matching,
            self._near,
            self._spotting,
            self._slots,
            self._values,
        )

    @cached_property
    def _spotting(self) -> AmongWords:
        types = {kind: self._named[kind] for kind in self._spotted}
        others = [
            name
            for kind, values in self._named.items()
            if kind in self._hearing.name_endings and kind not in self._spotted
            for value in values
            for name in value.names
        ]
        spotter = Spotter(types, self._hearing, self._trimmer, others)
        hearing = self._hearing
        spotted = {intent: slots for intent, slots in hearing.spotted.items() if slots[0] in self._types}
        meanings = MeaningFinder(self._meanings, hearing.denials, hearing.no_denials, hearing.idioms)
        around = self._read_around
        return AmongWords(spotter, around, spotted, self._types, hearing, self._trimmer, meanings)

    @cached_property
    def _trimmed_samples(self) -> list[Sample]:
        samples = (
            Sample(intent, tuple(word.plain for word in self._trimmer.trim(sample)))
            for intent, samples in self._samples.items()
            for sample in samples
        )
        return list(dict.fromkeys(samples))

    @cached_property
    def _guesser(self) -> Guesser | None:
        if self._learned is None:
            return None
        near, hearing = self._near, self._hearing
        filler = SlotFiller(self._trimmed_samples, self._slots, self._known, near.weights, hearing)
        return Guesser(Classifier(self._learned), near, filler, self._trimmer, hearing)

    # Who says a sample needs no more than that: what compares with all of them is made when it is asked.

    def _name_of(self, slot: str, words: Tokens) -> Filled | None:
        return self._near.named(slot, words)

    def _read_around(
        self, words: Tokens, slot: str, place: tuple[int, int], found: Resolution
    ) -> Reading | None:
        return self._near.read_around(words, slot, place, found)

    @cached_property
    def _near(self) -> NearMatcher:
        endings, own = self._hearing.name_endings, self._hearing.own_names
        return NearMatcher(
            self._trimmed_samples,
            self._values,
            {slot: endings.get(kind, frozenset()) for slot, kind in self._types.items()},
            {slot: own.get(kind, frozenset()) for slot, kind in self._types.items()},
            self._hearing,
        )


def load_ear(path: Path, content: Path | None = None) -> Ear:
    """The ear for a model file such as `interaction_models/en-US.json`.

    A language from whose samples nothing was learned yet (`make ears`) is heard by the rules alone.

    Raises:
        SettingError: The file is missing or broken.
        ContentError: The words of its language are broken.
    """
    language = path.stem.partition("-")[0]
    learned = path.with_name("ear") / f"{language}.bin"
    return Ear(read_model(path), language, content, learned if learned.exists() else None)


def _words_of(samples: Mapping[str, tuple[Tokens, ...]]) -> Iterator[str]:
    yield from (word.plain for each in samples.values() for sample in each for word in sample)
