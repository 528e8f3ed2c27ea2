"""How numbers, lengths of time and times of day are heard where content alone has to do.

This is also the interface of every language's own. Words and digits are understood, as the values that
Alexa would send. Words that do not parse to their end are no number.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import ClassVar

HALF_OF = {"M": ("S", 30), "H": ("M", 30), "D": ("H", 12), "Y": ("MM", 6)}
"""Half a unit of time, in the next smaller unit."""

DATE_UNITS = ("Y", "MM", "W", "D")
"""Units of a day or more; `MM` are months, since `M` are minutes."""
UNITS = {"W": 604_800, "D": 86_400, "H": 3_600, "M": 60, "S": 1}
"""The seconds of each unit of time, the longest first."""
DECIMAL = re.compile(r"\d+\.\d+")
HOURS, MINUTES = 24, 60
HALF_A_DAY = 12


@dataclass(frozen=True)
class NumberWords:
    """How a language says numbers, lengths of time and times of day."""

    values: Mapping[str, int]
    """By word: nought to nineteen, the tens, and other words for a number, such as "couple of"."""
    units: Mapping[str, str]
    """By word: the ISO 8601 letter of the unit of time; "minutes" is `M`, and "months" are `MM`."""
    single_units: frozenset[str]
    """Units that mean one by themselves: "minute", with or without its article."""
    hours: Mapping[str, int]
    """By name, the hour of a time of day: "noon" is 12."""
    morning: tuple[str, ...]
    """Words that follow an hour before noon."""
    afternoon: tuple[str, ...]
    """Words that follow an hour after noon."""
    later: frozenset[str]
    """Words that, anywhere in a sentence, make an hour one after noon."""


@dataclass(frozen=True)
class Plain:
    """Hears a language by its number words, its units and the names of its hours."""

    known: NumberWords

    JOINTS: ClassVar[Collection[str]] = ()
    """Words that may stand between two parts of a length of time."""

    BETWEEN: ClassVar[Collection[str]] = ()
    """Words that may stand between two numbers of which neither is meant alone."""

    def number(self, words: Sequence[str]) -> int | None:
        """A whole number in words or digits; None for no number."""
        if len(words) == 1 and words[0].isdecimal():
            return int(words[0])
        return self.known.values.get(" ".join(words))

    def duration(self, words: Sequence[str]) -> str | None:
        """A length of time in ISO 8601, in the units that were said; None for none."""
        amounts: dict[str, int] = {}
        rest = list(words)
        while rest:
            part = self._duration_part(rest, amounts)
            if not part:
                return None
            rest = rest[part:]
            if len(rest) > 1 and rest[0] in self.JOINTS:
                rest = rest[1:]
        return iso(amounts)

    def within_numbers(self, words: Sequence[str]) -> frozenset[int]:
        """The places of words that go on with a number: no name and no number begins or ends there.

        Of "10 to 15 seconds" neither number is meant alone, nor is the five of "forty five".
        """
        parts = [place for place, word in enumerate(words) if self._is_part(word)]
        within = {each for one, each in pairwise(parts) if each == one + 1}
        apart = {
            each for one, each in pairwise(parts) if each == one + 2 and words[one + 1] in self.BETWEEN
        }
        return frozenset(within | apart | {each - 1 for each in apart})

    def time_of_day(self, words: Sequence[str]) -> str | None:
        """A time of day as `HH:MM`; None for none."""
        text = " ".join(words)
        if text in self.known.hours:
            return f"{self.known.hours[text]:02}:00"
        hour = self.number(words)
        return shown((hour, 0)) if hour is not None else None

    def later(self, clock: str, words: Iterable[str]) -> str:
        """The time, moved after noon where one of these words says so: "eight … every evening"."""
        hour, minute = clock.split(":")
        if not 0 < int(hour) < HALF_A_DAY or self.known.later.isdisjoint(words):
            return clock
        return f"{int(hour) + HALF_A_DAY}:{minute}"

    def stem(self, word: str) -> str:
        """A word without the endings by which its forms differ."""
        return word

    def apart(self, word: str) -> Iterator[str]:
        """The words that are run together in one, as it was said; the word alone where it is one."""
        yield word

    def spellings(self, word: str) -> Iterator[str]:  # noqa: ARG002 - for others
        """Other ways to write a word, for one that nothing knows."""
        yield from ()

    def _is_part(self, word: str) -> bool:
        """Whether a word is part of a number; "one" may be a stretch, too."""
        value = self.known.values.get(word)
        return value != 1 and (value is not None or word[:1].isdecimal())

    def _decimal(self, words: Sequence[str]) -> Fraction | None:
        """A number with a point, "1.5"; None for any other."""
        return Fraction(words[0]) if len(words) == 1 and DECIMAL.fullmatch(words[0]) else None

    def _duration_part(self, rest: list[str], amounts: dict[str, int]) -> int:
        """Add the first part of what is left to the amounts; returns how many words it has, or 0."""
        for end, word in enumerate(rest):
            if word in self.known.units:
                return end + 1 if self._add(rest[:end], word, amounts) else 0
        return 0

    def _add(self, before: list[str], named: str, amounts: dict[str, int]) -> bool:
        decimal = self._decimal(before)
        if decimal is not None:
            return add_decimal(decimal, self.known.units[named], amounts)
        if not before and self.known.units[named] in DATE_UNITS:  # of "all day" the day is no length
            return False
        alone = 1 if named in self.known.single_units else None
        return add(self.number(before) if before else alone, self.known.units[named], amounts)


def add(count: int | None, unit: str, amounts: dict[str, int]) -> bool:
    """Add so many of a unit; False for none, or where the unit has been said before."""
    if count is None or unit in amounts:
        return False
    amounts[unit] = count
    return True


def add_half(unit: str, amounts: dict[str, int]) -> None:
    """Add half of a unit."""
    below, amount = HALF_OF[unit]
    amounts[below] = amounts.get(below, 0) + amount


def add_decimal(count: Fraction, unit: str, amounts: dict[str, int]) -> bool:
    """Add so many of a unit, what is less than one in shorter units; a part of a second is none."""
    if unit not in UNITS:
        return False
    left = count * UNITS[unit]
    if left.denominator != 1:
        return False
    for each in [each for each in UNITS if UNITS[each] <= UNITS[unit]]:
        whole, left = divmod(left, UNITS[each])
        if whole and not add(int(whole), each, amounts):
            return False
    return bool(amounts)


def iso(amounts: Mapping[str, int]) -> str | None:
    """A length of time in ISO 8601; None for none."""
    if not amounts:
        return None
    days = "".join(f"{amounts[unit]}{unit[0]}" for unit in DATE_UNITS if unit in amounts)
    clock = "".join(f"{amounts[unit]}{unit}" for unit in "HMS" if unit in amounts)
    return f"P{days}T{clock}" if clock else f"P{days}"


def below_a_minute(length: str) -> bool:
    """Whether a length of time in ISO 8601 has only seconds, and fewer than sixty."""
    seconds = length.removeprefix("PT").removesuffix("S")
    return seconds.isdecimal() and int(seconds) < MINUTES


def shown(clock: tuple[int, int] | None, *, after_noon: bool | None = None) -> str | None:
    """Hour and minute as `HH:MM`; None for none that there is.

    Args:
        clock: Hour and minute.
        after_noon: By a clock of twelve hours, whether it is after noon; None by one of 24.
    """
    if clock is None:
        return None
    hour, minutes = clock
    if after_noon is not None and hour <= HALF_A_DAY:
        hour = hour % HALF_A_DAY + HALF_A_DAY * after_noon
    if not (0 <= hour < HOURS and 0 <= minutes < MINUTES):
        return None
    return f"{hour:02}:{minutes:02}"
