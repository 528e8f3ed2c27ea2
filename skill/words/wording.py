"""One language's words, with everything filled in that depends on the language."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache

from skill.library.language import BodyPositionWords, Language, RoutineWords, StretchWords
from skill.words import clock, numbers
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

    def number(self, value: int) -> str:
        """A whole number in words."""
        return numbers.number(self.language.phrases, value)

    def counting(self, first: int, last: int) -> str:
        """Numbers as they are counted in one breath, up or down: two, three, four."""
        return numbers.counting(self.language.phrases, first, last)

    def ordinal(self, value: int) -> str:
        """First, second, third."""
        return numbers.ordinal(self.language.phrases, value)

    def duration(self, seconds: float) -> str:
        """A length of time in words."""
        return numbers.duration(self.language.phrases, seconds)

    def at(self, when: time) -> str:
        """A time of day: at half past six in the evening."""
        return clock.at(self.language.phrases, when)

    def on_days(self, days: Collection[int]) -> str:
        """The days of the week on which something returns; 0 is Monday."""
        return clock.on_days(self.language.phrases, days)

    def on_day(self, day: date, today: date) -> str:
        """A day of the coming week: today, tomorrow, or the weekday."""
        return clock.on_day(self.language.phrases, day, today)

    def heard_part(self, heard: str) -> str:
        """The part of the day that some words name; empty where they name none."""
        return clock.heard_part(self.language.phrases, heard)

    def all_of(self, items: Sequence[str]) -> str:
        """Several things, joined by "and"."""
        return numbers.listing(items, self.language.phrases.both)

    def one_of(self, items: Sequence[str]) -> str:
        """Several choices, joined by "or"."""
        return numbers.listing(items, self.language.phrases.either)

    def side(self, side: str) -> str:
        """The word for left or right."""
        return self.language.phrases.sides[side]

    def stretch(self, stretch: str, way: str = "") -> StretchWords:
        """A stretch's words, as they are in one of its ways; as usual without one."""
        return self.language.stretches[stretch].in_way(way)

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
            return self.duration(value * numbers.MINUTE)
        if kind == "times":
            return numbers.times(self.language.phrases, int(value))
        if kind == "stretches":
            return numbers.stretches(self.language.phrases, int(value))
        return self.number(int(value))


@lru_cache(maxsize=64)
def _at_rate(words: Words, rate: float) -> Words:
    return Words(words.language, words.locale, rate)


@lru_cache(maxsize=1024)  # a coach says the same few things again and again
def _filled(words: Words, prompt: str, template: str, fill: tuple[tuple[str, str | float], ...]) -> str:
    values, kinds = dict(fill), words.language.placeholders[prompt]
    spoken = {name: words.spoken(kind, values[name]) for name, kind in kinds.items()}
    return _sentence(template.format(**spoken), template)


def _sentence(text: str, template: str) -> str:
    """The text with a capital letter if its template begins with a placeholder and makes a sentence."""
    if template.startswith("{") and text.endswith((".", "?")):
        return text[:1].upper() + text[1:]
    return text
