"""English as it is heard: "a hundred and twenty", "an hour and a half", "half past seven at night"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from skill.simulator.ear.grammar.plain import (
    DATE_UNITS,
    HALF_OF,
    HOURS,
    Plain,
    add,
    add_decimal,
    add_half,
    shown,
)

ONE = ("a", "an")
HALF = "half"
AND = "and"
HUNDRED, POINT = "hundred", "point"
CLOCK = re.compile(r"(\d{1,2})\.(\d\d)")
"""A time of day as it is typed: "7.30"."""
ROUND = {"thousand": 1000, "million": 1_000_000}
"""Words that people use for very many: they are understood as a number, so that the coach can ask."""
QUARTER_HOURS = {"quarter": 15, "half": 30}
QUARTERS_OF = {"quarter of": 15, "three quarters of": 45}
"""Parts of an hour, in minutes."""
NOT_THE_HOUR = frozenset({"the", "oclock"})

IS = "'s"
SHORTEST_POSSESSOR = 4
"""The fewest letters of a word whose "'s" is a possessive; "it's" and "he's" are in the language's
list."""


@dataclass(frozen=True)
class English(Plain):
    """English as it is heard in every country."""

    JOINTS = (AND,)
    BETWEEN = ("to", "or")

    def number(self, words: Sequence[str]) -> int | None:
        """A whole number: "forty five", "a hundred and twenty", "45", "a million"."""
        if words and words[-1] in ROUND:
            head = _without_one(words[:-1])
            count = self.number(head) if head else 1
            return count * ROUND[words[-1]] if count else None
        if HUNDRED in words:
            return self._hundreds(words, list(words).index(HUNDRED))
        named = super().number(words)
        if named is not None:
            return named
        if len(words) == 2:
            tens, ones = (self.known.values.get(word, 0) for word in words)
            if tens >= 20 and tens % 10 == 0 and 0 < ones < 10:
                return tens + ones
        return None

    def duration(self, words: Sequence[str]) -> str | None:
        """A length of time: "a minute and a half" → PT1M30S."""
        *quarters, last = _without_one(words) or [""]
        minutes = QUARTERS_OF.get(" ".join(quarters))
        if minutes and self.known.units.get(last) == "H":
            return f"PT{minutes}M"
        return super().duration(words)

    def time_of_day(self, words: Sequence[str]) -> str | None:
        """A time of day: "half past seven in the evening" → 19:30."""
        text = " ".join(CLOCK.sub(r"\1 \2", word) for word in words if word not in NOT_THE_HOUR)
        if text in self.known.hours:
            return f"{self.known.hours[text]:02}:00"
        if not any(word.isdecimal() or word in self.known.values for word in text.split()):
            return None
        for ending in (*self.known.afternoon, *self.known.morning):
            if text.endswith(f" {ending}"):
                clock = self._clock(text.removesuffix(f" {ending}").split())
                return shown(clock, after_noon=ending in self.known.afternoon)
        return shown(self._clock(text.split()))

    def stem(self, word: str) -> str:
        """A word without the ending of the plural."""
        return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] != "s" else word

    def apart(self, word: str) -> Iterator[str]:
        """With "is" as a word of its own: "the bridge's too hard" is no possessive."""
        if word.endswith(IS) and len(word) > SHORTEST_POSSESSOR:
            yield word.removesuffix(IS)
            yield "is"
        else:
            yield word

    def _is_part(self, word: str) -> bool:
        return word in (HALF, HUNDRED, POINT, *ROUND) or (word not in ONE and super()._is_part(word))

    def _decimal(self, words: Sequence[str]) -> Fraction | None:
        if POINT not in words:  # "one point five"
            return super()._decimal(words)
        place = list(words).index(POINT)
        whole = self.number(words[:place])
        digits = [self.number((word,)) for word in words[place + 1 :]]
        if whole is None or not digits or not all(digit in range(10) for digit in digits):
            return None
        return whole + Fraction("0." + "".join(map(str, digits)))

    def _hundreds(self, words: Sequence[str], place: int) -> int | None:
        head = _without_one(words[:place])
        tail = [word for word in words[place + 1 :] if word != AND]
        count = self.number(head) if head else 1
        rest = self.number(tail) if tail else 0
        if count is None or rest is None or not 0 < count < 10 or rest >= 100:
            return None
        return 100 * count + rest

    def _duration_part(self, rest: list[str], amounts: dict[str, int]) -> int:
        if any(word in self.known.units for word in rest):
            return super()._duration_part(rest, amounts)
        last = next(reversed(amounts), None)
        if _without_one(rest) == [HALF] and last in HALF_OF:  # "an hour and a half"
            add_half(last, amounts)
            return len(rest)
        seconds = self.number(rest)
        if last == "M" and seconds is not None and "S" not in amounts:  # "a minute thirty"
            amounts["S"] = seconds
            return len(rest)
        return 0

    def _add(self, before: list[str], named: str, amounts: dict[str, int]) -> bool:
        unit = self.known.units[named]
        bare = _without_one(before)
        decimal = self._decimal(bare)
        if decimal is not None:
            return add_decimal(decimal, unit, amounts)
        halved = HALF in bare
        if halved:  # "half a minute", "one and a half minutes"
            bare = [word for word in bare if word not in (HALF, AND)]
            if unit not in HALF_OF:
                return False
        count = self.number(bare) if bare else int(not halved)
        if not bare and not halved and named not in self.known.single_units:
            return False
        if not before and unit in DATE_UNITS:  # of "all day" the day is no length
            return False
        if count is None or unit in amounts:
            return False
        if count or not halved:
            add(count, unit, amounts)
        if halved:
            add_half(unit, amounts)
        return True

    def _clock(self, words: Sequence[str]) -> tuple[int, int] | None:
        """Hour and minute of "seven", "seven thirty", "half past seven", "ten to eight"."""
        for place, word in enumerate(words):
            if word in {"past", "to"}:
                head = _without_one(words[:place])
                minutes = QUARTER_HOURS.get(" ".join(head)) or self.number(head)
                hour = self.number(words[place + 1 :])
                if minutes is None or hour is None:
                    return None
                return (hour, minutes) if word == "past" else ((hour - 1) % HOURS, 60 - minutes)
        if len(words) > 1 and words[0] == HALF:  # "half seven": a British half past
            hour = self.number(words[1:])
            return (hour, 30) if hour is not None else None
        whole = self.number(words)
        if whole is not None:
            return (whole, 0) if whole <= HOURS else None
        for split in range(len(words) - 1, 0, -1):
            hour, minutes = self.number(words[:split]), self.number(words[split:])
            if hour is not None and minutes is not None:
                return hour, minutes
        return None


def _without_one(words: Sequence[str]) -> list[str]:
    return [word for word in words if word not in ONE]
