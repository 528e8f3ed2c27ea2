"""One language's words, with everything filled in that depends on the language."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cached_property, lru_cache

from skill.library.language import (
    WEEKDAYS,
    BodyPositionWords,
    Language,
    RoutineWords,
    StretchWords,
)
from skill.words.clock import SETS, heard_part
from skill.words.grammar import grammar_of
from skill.words.grammar.plain import MINUTE, Plain
from skill.words.moving import moves_in, seconds_to_move
from skill.words.speaking import seconds_to_say

RATE_STEP = 0.05
"""How finely voices are told apart: five seconds in a hundred of words, and few enough voices that what
was composed for one is found again."""


@dataclass(frozen=True, eq=False)
class Words:
    """How the coach says things in one locale; what it says is decided elsewhere.

    There is one for each locale, compared by identity, so that it is a fast key of a cache.
    """

    language: Language
    locale: str = ""
    """Whose voice says them."""
    rate: float = 1.0
    """How many times the usual time that voice takes."""

    def at_rate(self, rate: float) -> "Words":
        """The same words for a voice that takes so many times the usual time, by `RATE_STEP`."""
        step = round(round(rate / RATE_STEP) * RATE_STEP, 3)
        return self if step == self.rate else _at_rate(self, step)

    def say(self, prompt: str, variant: int = 0, /, **fill: str | float) -> str:
        """A prompt with its placeholders filled.

        Args:
            prompt: A key of `content/prompts.toml`.
            variant: A number that grows from answer to answer, so that two in a row differ in wording.
            **fill: A value for each placeholder of the prompt; numbers are not to be texts.

        Raises:
            KeyError: An unknown prompt, or a placeholder without a value.
        """
        variants = self.language.prompts[prompt]
        return _filled(self, prompt, variants[variant % len(variants)], tuple(fill.items()))

    def seconds(self, text: str) -> float:
        """How long the text takes to say, in seconds."""
        usual = seconds_to_say(text, self.language.speaking)
        return usual if self.rate == 1.0 else round(usual * self.rate, 3)

    def moves_in(self, text: str) -> int:
        """How many movements a text asks for."""
        return moves_in(text, self.language.moving)

    def seconds_to_move(self, text: str, each: float) -> float:
        """Seconds of quiet after a text for doing what it says, where one movement takes `each`."""
        return seconds_to_move(text, each, self.language.speaking, self.language.moving)

    @cached_property
    def grammar(self) -> Plain:
        """The rules of the language that are no content."""
        return grammar_of(self.language)

    def number(self, value: int) -> str:
        """A whole number in words."""
        return self.grammar.number(value)

    def counting(self, first: int, last: int) -> str:
        """Numbers as they are counted in one breath, up or down: two, three, four."""
        return self.grammar.counting(first, last)

    def ordinal(self, value: int) -> str:
        """First, second, third."""
        return self.grammar.ordinal(value)

    def duration(self, seconds: float) -> str:
        """A length of time in words."""
        return self.grammar.duration(seconds)

    def at(self, when: time) -> str:
        """A time of day: at half past six in the evening."""
        return self.grammar.at(when)

    def on_days(self, days: Collection[int]) -> str:
        """`on weekdays`, `every Monday`, `every Monday and Friday`; 0 is Monday."""
        phrases = self.language.phrases
        named = next((name for name, each in SETS.items() if each == set(days)), "")
        if named:
            return phrases.recurrences[named]
        names = [phrases.weekdays[WEEKDAYS[day]] for day in sorted(days)]
        return phrases.recurrences["each"].format(day=self.all_of(names))

    def on_day(self, day: date, today: date) -> str:
        """A day of the coming week: today, tomorrow, or the weekday."""
        phrases = self.language.phrases
        near = {today: "today", today + timedelta(days=1): "tomorrow"}.get(day)
        if near is not None:
            return phrases.recurrences[near]
        return phrases.recurrences["on"].format(day=phrases.weekdays[WEEKDAYS[day.weekday()]])

    def heard_part(self, heard: str) -> str:
        """The part of the day that some words name; empty where they name none."""
        return heard_part(self.language.phrases, heard)

    def all_of(self, items: Sequence[str]) -> str:
        """Several things, joined by "and"."""
        return self.grammar.listing(items, self.language.phrases.both)

    def one_of(self, items: Sequence[str]) -> str:
        """Several choices, joined by "or"."""
        return self.grammar.listing(items, self.language.phrases.either)

    def side(self, side: str) -> str:
        """The word for left or right, as it is put into a text."""
        return self.language.phrases.sides[side]

    def side_alone(self, side: str) -> str:
        """The word for left or right as it stands alone."""
        return self.language.phrases.sides_alone[side]

    def title(self, name: str) -> str:
        """The name of a stretch or routine as it stands over something."""
        return self.grammar.title(name)

    def stretch(self, stretch: str, way: str = "", *, in_bed: bool = False) -> StretchWords:
        """A stretch's words, as they are in one of its ways, and of the bed; as usual without one."""
        words = self.language.stretches[stretch].in_way(way)
        return words.with_words(self.language.in_bed) if in_bed else words

    def routine(self, routine: str) -> RoutineWords:
        """A routine's words."""
        return self.language.routines[routine]

    def position(self, position: str) -> BodyPositionWords:
        """A position's words."""
        return self.language.positions[position]

    def spoken(self, kind: str, value: str | float) -> str:
        """A value as its kind of placeholder is spoken (`content/prompts.toml`); a text as it is."""
        if isinstance(value, str):
            return value
        if kind == "seconds":
            return self.duration(value)
        if kind == "minutes":
            return self.duration(value * MINUTE)
        if kind == "times":
            return self.grammar.times(int(value))
        if kind == "stretches":
            return self.grammar.stretches(int(value))
        return self.number(int(value))


@lru_cache(maxsize=64)
def _at_rate(words: Words, rate: float) -> Words:
    return Words(words.language, words.locale, rate)


@lru_cache(maxsize=1024)  # a coach says the same few things again and again
def _filled(words: Words, prompt: str, template: str, fill: tuple[tuple[str, str | float], ...]) -> str:
    values, kinds = dict(fill), words.language.placeholders[prompt]
    spoken = {name: words.spoken(kind, values[name]) for name, kind in kinds.items()}
    if ":" not in template:
        return _sentence(template.format(**spoken), template)
    declining = {name: _Declining(text, values[name], words.grammar) for name, text in spoken.items()}
    return _sentence(template.format(**declining), template)


@dataclass(frozen=True)
class _Declining:
    """What fills a place that may name a form behind a colon."""

    text: str
    value: str | float
    grammar: Plain

    def __format__(self, form: str) -> str:
        return self.grammar.declined(self.text, self.value, form) if form else self.text


def _sentence(text: str, template: str) -> str:
    """The text with a capital letter if its template begins with a placeholder and makes a sentence."""
    if template.startswith("{") and text.endswith((".", "?")):
        return text[:1].upper() + text[1:]
    return text
