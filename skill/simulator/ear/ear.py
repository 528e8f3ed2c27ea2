"""Text → intent and slots, from the same interaction model that Alexa gets.

It stands in for Alexa's own understanding, in a simple way: it compares sentences with the model's
samples and does not know what they mean. `Interpretation.tier` says how it got there, so that it is not
mistaken for Alexa. What works here should work with Alexa; what fails here may still work there.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

from skill.library.intents import FALLBACK
from skill.library.loading import data_folder
from skill.library.opening import Opening
from skill.simulator.ear.among_words import SURER, AmongWords
from skill.simulator.ear.carriers import Sample
from skill.simulator.ear.classifier import Classifier, read_learned
from skill.simulator.ear.clauses import ClauseFinder, Cut
from skill.simulator.ear.denials import DeniedNumbers
from skill.simulator.ear.exact import Match, SampleMatcher
from skill.simulator.ear.given_names import GivenNames
from skill.simulator.ear.grammar.plain import below_a_minute
from skill.simulator.ear.guessing import WORD_FOR_WORD, Guessed, Guesser
from skill.simulator.ear.hearing import load_hearing
from skill.simulator.ear.interpretation import EXACT, NEAR, TRIMMED, HeardSlot, Interpretation, Led
from skill.simulator.ear.meanings import MeaningFinder, load_meanings
from skill.simulator.ear.model_file import heard_model, read_model
from skill.simulator.ear.near import STRETCH, NearMatcher, Reading, heard_slots
from skill.simulator.ear.plain_words import (
    PhraseSet,
    Tokens,
    Trimmer,
    clean,
    clean_sample,
    heard_text,
    plain_text,
)
from skill.simulator.ear.slot_filling import SlotFiller
from skill.simulator.ear.slot_values import NamedValues, ParsedValues, Resolution, slot_values
from skill.simulator.ear.spotting import Spotter

DURATION, TIME = "AMAZON.DURATION", "AMAZON.TIME"

MOST_WORDS = 30
"""The most words of an utterance: of longer ones, as they come from a television, only what is urgent
counts."""


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
        self._wishing = PhraseSet(hearing.wishing)
        self._today_only, self._for_good = PhraseSet(hearing.today_only), PhraseSet(hearing.for_good)
        self._clauses = ClauseFinder(hearing, self._trimmer)
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
        words = self._denied_numbers.without(clean(text))
        if not words:
            return Interpretation(FALLBACK)
        if len(words) > MOST_WORDS:
            return self._spotting.urgent(words) or Interpretation(FALLBACK)
        heard = self._wished(next(self._understood(words), Interpretation(FALLBACK)), words)
        heard = self._about_a_stretch(self._with_second(heard, words), words)
        heard = self._with_given_name(self._for_as_long_as_said(heard, words), words)
        return self._of_a_hold(self._at_that_time_of_day(heard, words))

    def a_name_of(self, kind: str) -> str:
        """Any name that the values of a slot type have."""
        return self._a_name[kind]

    def slots_of(self, intent: str) -> tuple[str, ...]:
        """The names of all slots of an intent, since Alexa also sends the empty ones."""
        return tuple(self._slots.get(intent, ()))

    def _understood(self, words: Tokens) -> Iterator[Interpretation]:
        graver = partial(self._spotting.graver, words)
        exact = map(graver, self._matched(self._exact, words, EXACT))
        variants = list(self._trimmer.variants(words))
        begun = self._matched(self._exact, self._trimmer.begun(words), TRIMMED)
        matched = (begun, *(self._matched(self._trimmed, variant, TRIMMED) for variant in variants))
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
        clauses = list(self._leading_clauses(words))
        asks = words[0].plain in self._hearing.questions
        for led in clauses:
            if led.first in self._hearing.decided or (led.with_condition and not asks):
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
            yield from self._in_clauses(variant)
        yield from (led.heard for led in clauses)
        yield from self._trailing_clauses(words)
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

    def _leading_clauses(self, words: Tokens) -> Iterator[Led]:
        """What a sentence before a clause means, or both: "stop, I have a call, remind me at nine"."""
        for variant in self._parted(words):
            for cut in self._clauses.leading(variant):
                for heard in self._sentence(cut.part):
                    if self._clauses.is_said_with(cut, heard.intent):
                        yield from self._with_condition(heard, cut)
                        for each in (*self._with_what_follows(heard, cut), heard):
                            yield Led(heard.intent, each)

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
                        slots = {**wish.slots, slot: _slot(slot, said, found)}
                        yield Interpretation(wish.intent, slots, NEAR)

    def _trailing_clauses(self, words: Tokens) -> Iterator[Interpretation]:
        """What the sentence after a clause means."""
        for variant in self._parted(words):
            for cut in self._clauses.trailing(variant):
                for heard in self._sentence(cut.part):
                    if self._clauses.is_said_with(cut, heard.intent):
                        yield heard

    def _parted(self, words: Tokens) -> Iterator[Tokens]:
        """The words taken apart, whole and trimmed: an article tells what a clause is about."""
        words = self._trimmer.with_verbs(words)
        yield words
        yield from self._trimmer.variants(words)

    def _sentence(self, words: Tokens) -> Iterator[Interpretation]:
        """What a part of an utterance means as a sentence of its own."""
        for variant in self._trimmer.variants(words):
            yield from self._matched(self._trimmed, variant, NEAR)

    def _in_clauses(self, words: Tokens) -> Iterator[Interpretation]:
        """What one of two sentences said as one means, where the whole is not understood."""
        for cut in self._clauses.cuts(words):
            intent = self._trimmed.literal(plain_text(cut.part))
            if intent is None:
                continue
            if not cut.denied:
                for beside in self._matched(self._trimmed, self._trimmer.trim(cut.beside), NEAR):
                    yield self._together(intent, beside)
            if self._clauses.is_meant(cut, intent):
                yield Interpretation(intent, {}, NEAR)
        for cut in filter(self._clauses.is_wish, self._clauses.cuts(words)):
            yield from self._matched(self._trimmed, cut.part, NEAR)
            best = self._near.read([cut.part])
            if best is not None:
                yield Interpretation(best.intent, heard_slots(best.slots), NEAR)

    def _together(self, intent: str, beside: Interpretation) -> Interpretation:
        """The one meaning of two sentences: "the cobra is fine again, put it back in"."""
        if (
            beside.intent in self._hearing.spotted
            or not self._slots[intent].keys() >= beside.slots.keys()
        ):
            return beside
        return Interpretation(intent, beside.slots, NEAR)

    def _with_second(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same with a second condition that was told; a sentence that is a sample stays as it is."""
        if heard.tier == EXACT:
            return heard
        return self._spotting.with_second(heard, words, self._slots.get(heard.intent, {}).keys())

    def _about_a_stretch(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same; what is told of a body, and asked of a stretch, as a question about that one."""
        asking = self._hearing.asked_instead
        asked = asking.get(heard.intent, heard.intent)
        open_slots = self._slots.get(asked, {}).keys() - heard.slots.keys()
        if heard.tier != NEAR or asked not in asking.values() or STRETCH not in open_slots:
            return heard
        denials = self._hearing.denials
        for place, (word, after) in enumerate(pairwise(words)):
            if word.plain in self._hearing.questions and after.plain not in denials:
                filled = self._near.named(STRETCH, words[place + 1 :])
                if filled is not None:
                    slots = {**heard.slots, **heard_slots({STRETCH: filled})}
                    return replace(heard, intent=asked, slots=slots)
        return heard

    def _at_that_time_of_day(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same with its times after noon, where "evening" is said somewhere else in the sentence."""
        grammar = self._hearing.grammar
        said = [word.plain for word in words]
        slots = {
            name: replace(slot, value=grammar.later(str(slot.value), said))
            for name, slot in heard.slots.items()
            if self._types[name] == TIME and not slot.heard.endswith(grammar.known.morning)
        }
        return replace(heard, slots={**heard.slots, **slots}) if slots else heard

    def _wished(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same, or the start of what is named where a wish for it stands before the name."""
        instead = self._hearing.wished.get(heard.intent)
        if instead is None or not self._wishing.length_at(self._trimmer.spelled_out(words), 0):
            return heard
        return replace(heard, intent=instead)

    def _for_as_long_as_said(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same, or what is meant for today only where nothing but likeness says that it is kept."""
        instead = self._hearing.lasting.get(heard.intent)
        if (
            instead is None
            or heard.tier != NEAR
            or not self._slots[instead].keys() >= heard.slots.keys()
        ):
            return heard
        said = self._trimmer.spelled_out(words)
        today, for_good = (
            any(phrases.length_at(said, place) for place in range(len(said)))
            for phrases in (self._today_only, self._for_good)
        )
        return replace(heard, intent=instead) if today and not for_good else heard

    def _with_given_name(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same with the name that is given, where an intent takes one and no sample had it."""
        if heard.tier == EXACT:
            return heard
        for slot in self._slots.get(heard.intent, {}).keys() - heard.slots.keys():
            if self._values[slot].takes_anything:
                return self._given_names.with_name(heard, slot, words)
        return heard

    def _of_a_hold(self, heard: Interpretation) -> Interpretation:
        """The same, or the change of a hold where a routine of less than a minute was understood."""
        instead = self._hearing.below_a_minute.get(heard.intent)
        if instead is None or len(heard.slots) != 1:
            return heard
        (slot,) = heard.slots.values()
        if self._types[slot.name] != DURATION or not below_a_minute(str(slot.value)):
            return heard
        name = next(name for name, kind in self._slots[instead].items() if kind == DURATION)
        return replace(heard, intent=instead, slots={name: replace(slot, name=name)})

    def _matched(self, matcher: SampleMatcher, words: Tokens, tier: str) -> Iterator[Interpretation]:
        # "Second" is first looked up as a name ("the second one") and then as a length of time.
        matches = matcher.matches(plain_text(words))
        for match in sorted(matches, key=lambda match: (-match.literal, self._parsed(match))):
            resolved = self._resolved(match)
            if resolved is not None:
                slots = {
                    slot: self._as_said(slot, _as_heard(match.slots[slot], words), resolution)
                    for slot, resolution in resolved.items()
                }
                yield Interpretation(match.intent, slots, tier)

    def _as_said(self, slot: str, words: str, resolution: Resolution) -> HeardSlot:
        free = self._values[slot].takes_anything
        return _slot(slot, words, replace(resolution, value=words) if free else resolution)

    def _parsed(self, match: Match) -> bool:
        """Whether a slot takes anything that one of Amazon's parsers understands."""
        return any(isinstance(self._values[slot], ParsedValues) for slot in match.slots)

    def _resolved(self, match: Match) -> dict[str, Resolution] | None:
        """What the words in each slot stand for; None where the words of a number are none."""
        resolved = {}
        for slot, text in match.slots.items():
            resolution = self._values[slot].resolve(text)
            if resolution is None:
                return None
            resolved[slot] = resolution
        return resolved

    @cached_property
    def _denied_numbers(self) -> DeniedNumbers:
        return DeniedNumbers(self._hearing)

    @cached_property
    def _given_names(self) -> GivenNames:
        return GivenNames(self._hearing)

    @cached_property
    def _exact(self) -> SampleMatcher:
        sentences = {intent: map(plain_text, samples) for intent, samples in self._samples.items()}
        return SampleMatcher(sentences, self._fits(trimmed=False))

    @cached_property
    def _trimmed(self) -> SampleMatcher:
        # Trimmed, "remind me later" and "maybe later" are equal: the one that lost less keeps the
        # sentence.
        owners: dict[str, tuple[int, str]] = {}
        for intent, samples in self._samples.items():
            for sample in samples:
                trimmed = self._trimmer.trim(sample)
                lost = len(sample) - len(trimmed)
                owner = owners.setdefault(plain_text(trimmed), (lost, intent))
                if lost < owner[0]:
                    owners[plain_text(trimmed)] = lost, intent
        sentences: dict[str, list[str]] = {intent: [] for intent in self._samples}
        for sentence, (_, intent) in owners.items():
            sentences[intent].append(sentence)
        return SampleMatcher(sentences, self._fits(trimmed=True))

    def _fits(self, *, trimmed: bool) -> dict[str, Callable[[str], bool] | None]:
        fits = {values: partial(values.fits, trimmed=trimmed) for values in self._values.values()}
        return {
            slot: None if values.takes_anything else fits[values]
            for slot, values in self._values.items()
        }

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
        meanings = MeaningFinder(self._meanings, hearing.denials, hearing.no_denials)
        return AmongWords(spotter, self._near, spotted, self._types, hearing, self._trimmer, meanings)

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


def _slot(name: str, words: str, resolution: Resolution) -> HeardSlot:
    return HeardSlot(name, words, resolution.value, resolution.ids)


def _as_heard(text: str, words: Tokens) -> str:
    """The words of a slot as they were said, with apostrophes."""
    parts = tuple(text.split())
    for start in range(len(words) - len(parts) + 1):
        there = words[start : start + len(parts)]
        if tuple(word.plain for word in there) == parts:
            return heard_text(there)
    return text
