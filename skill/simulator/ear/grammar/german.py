"""German as it is heard: "fünfundvierzig", "anderthalb Minuten", and "halb acht", half *to* eight."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from skill.simulator.ear.grammar.plain import HALF_OF, HOURS, Plain, add, add_half, shown

ONE = frozenset({"ein", "eine", "einen", "einer", "einem", "eins", "ne", "nen", "ner", "n"})
AND = "und"
HALVES = frozenset({"halb", "halbe", "halben", "halber", "halbes"})
AND_A_HALF = "einhalb"
"""The end of a number and a half in one word: "zweieinhalb"."""
ONE_AND_A_HALF = frozenset({"anderthalb", "eineinhalb", "anderthalbe", "eineinhalbe"})
WHOLE = frozenset(
    f"{word}{ending}"
    for word in ("ganz", "voll", "gut", "knapp", "geschlagen")
    for ending in ("e", "en")
)
"""What is said of a length of time and does not change it: "eine ganze Minute", "gute zehn Minuten"."""
QUARTER = "viertel"
QUARTER_OF_AN_HOUR = 15
QUARTERS_OF = {"H": "M", "M": "S"}
"""The units that are counted in quarters, and those in which a quarter of one is fifteen."""
BIG = (("million", 1_000_000), ("tausend", 1000), ("hundert", 100))
"""Words in which a number is counted, the largest first; each may have a number before and after it."""
PARTS = {f"drei{QUARTER}": ("drei", QUARTER), QUARTER: (QUARTER,), "halb": ("halb",)}
"""How a length of time in one word begins, and what it begins with."""

AROUND_A_TIME = frozenset({"um", "gegen", "so", "ungefähr", "etwa", "kurz", "punkt", "minuten"})
CLOCK = "uhr"
BEFORE, AFTER, HALF = "vor", "nach", "halb"
NIGHT = ("nachts", "in der nacht")
NIGHT_BEGINS = 6
"""From this hour on, "at night" is before midnight: "um elf nachts"."""

ENDINGS = ("ern", "em", "en", "er", "es", "e", "n", "s")
"""The endings of nouns, adjectives and verbs, the longer ones first."""
SHORTEST_STEM = 4
FOLDED = {"ae": "ä", "oe": "ö", "ue": "ü", "ss": "ß"}
"""How umlauts are typed where there is no key for them."""
MOST_FOLDED = 3


@dataclass(frozen=True)
class German(Plain):
    """German as it is heard in every country."""

    JOINTS = (AND,)

    def number(self, words: Sequence[str]) -> int | None:
        """A whole number, in one word or cut up by recognition: "fünf und vierzig"."""
        if len(words) == 1 and words[0] in ONE:
            return 1
        named = super().number(words)
        if named is not None:
            return named
        together = "".join(words)
        return None if not together or together in ONE else self._compound(together)

    def duration(self, words: Sequence[str]) -> str | None:
        """A length of time: "eine Dreiviertelstunde" → PT45M, "anderthalb Minuten" → PT1M30S.

        "Anderthalb" and "ne halbe" alone are of minutes: of a second nobody says so, and of an hour the
        unit is said.
        """
        if _is_a_half_of_minutes(words):
            words = (*words, next(word for word, unit in self.known.units.items() if unit == "M"))
        return super().duration(
            [part for word in words if word not in WHOLE for part in self._parts(word)]
        )

    def time_of_day(self, words: Sequence[str]) -> str | None:
        """A time of day: "halb acht abends" → 19:30, "fünf vor halb acht" → 07:25."""
        said = " ".join(word for word in words if word not in AROUND_A_TIME)
        if said in self.known.hours:
            return f"{self.known.hours[said]:02}:00"
        for part in (*NIGHT, *self.known.afternoon, *self.known.morning):
            rest = re.sub(rf"^{part} | {part}$", "", said)
            if rest != said:
                return self._in_part(part, rest.split())
        return _midnight(self._clock(said.split()))

    def stem(self, word: str) -> str:
        """A word without the endings by which its forms differ: "rechts" and "rechte" are one."""
        for ending in ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
                return word.removesuffix(ending)
        return word

    def spellings(self, word: str) -> Iterator[str]:
        """With umlauts where two letters may stand for one: "fuenf" may be "fünf"."""
        parts = re.split(f"({'|'.join(FOLDED)})", word)
        places = range(1, len(parts), 2)
        if not 0 < len(places) <= MOST_FOLDED:
            return
        for chosen in product((True, False), repeat=len(places)):
            kept = dict(zip(places, chosen, strict=True))
            yield "".join(FOLDED[part] if kept.get(at) else part for at, part in enumerate(parts))

    def _compound(self, word: str) -> int | None:
        for big, value in BIG:
            head, found, tail = word.partition(big)
            if found:
                return self._counted(head, value, tail.removeprefix("en").removeprefix(AND))
        if word in self.known.values:
            return self.known.values[word]
        ones, _, tens = word.partition(AND)
        count, whole = self._ones(ones), self.known.values.get(tens, 0)
        return whole + count if count and whole >= 20 and whole % 10 == 0 else None

    def _counted(self, head: str, value: int, tail: str) -> int | None:
        count = self._below(head) if head else 1
        rest = self._below(tail) if tail else 0
        if count is None or rest is None or rest >= value:
            return None
        return count * value + rest

    def _below(self, word: str) -> int | None:
        return 1 if word in ONE else self._compound(word)

    def _ones(self, word: str) -> int:
        """One to nine as a part of a word; 0 for anything else."""
        value = 1 if word == "ein" else self.known.values.get(word, 0)
        return value if value < 10 else 0

    def _parts(self, word: str) -> tuple[str, ...]:
        """A length of time in one word, taken apart: "dreiviertelstunde"."""
        for begins, parts in PARTS.items():
            rest = word.removeprefix(begins)
            if rest != word and (not rest or rest in self.known.units):
                return (*parts, rest) if rest else parts
        return (word,)

    def _duration_part(self, rest: list[str], amounts: dict[str, int]) -> int:
        if any(word in self.known.units for word in rest):
            return super()._duration_part(rest, amounts)
        last = next(reversed(amounts), None)
        seconds = self.number(rest)
        if last == "M" and seconds is not None:  # "eine Minute dreißig"
            return len(rest) if add(seconds, "S", amounts) else 0
        return 0

    def _add(self, before: list[str], named: str, amounts: dict[str, int]) -> bool:
        unit = self.known.units[named]
        if before and before[-1] == QUARTER:
            many = before[1:-1] if len(before) > 2 and before[0] in ONE else before[:-1]
            count, below = self.number(many) if many else 1, QUARTERS_OF.get(unit)
            return (
                below is not None and count in (1, 3) and add(count * QUARTER_OF_AN_HOUR, below, amounts)
            )
        if before and before[-1] in HALVES:
            bare = [word for word in before[:-1] if word != AND]
            alone = not bare or (len(bare) == 1 and bare[0] in ONE)
            return self._and_a_half(0 if alone else self.number(self._whole(bare)), unit, amounts)
        if len(before) == 1 and before[0] in ONE_AND_A_HALF:
            return self._and_a_half(1, unit, amounts)
        if len(before) == 1 and _ends_in_a_half(before[0]):
            whole = self.number([before[0].removesuffix("e").removesuffix(AND_A_HALF)])
            return self._and_a_half(whole, unit, amounts)
        return super()._add(before, named, amounts)

    def _whole(self, bare: list[str]) -> list[str]:
        """The whole number before "and a half": "zwei und eine halbe"."""
        return bare[:-1] if len(bare) > 1 and bare[-1] in ONE else bare

    def _and_a_half(self, count: int | None, unit: str, amounts: dict[str, int]) -> bool:
        if count is None or unit not in HALF_OF or unit in amounts:
            return False
        if count:
            add(count, unit, amounts)
        add_half(unit, amounts)
        return True

    def _in_part(self, part: str, words: Sequence[str]) -> str | None:
        clock = self._clock(words)
        if clock is None:
            return None
        if part in NIGHT:
            return shown(clock, after_noon=NIGHT_BEGINS <= clock[0] < HOURS // 2)
        return shown(clock, after_noon=part in self.known.afternoon)

    def _clock(self, words: Sequence[str]) -> tuple[int, int] | None:
        """Hour and minute of "sieben", "sieben Uhr dreißig", "Viertel nach sieben", "halb acht"."""
        bare = [word for word in words if word != CLOCK]
        if not bare:
            return None
        if bare[0] == HALF:
            return self._before_the_hour(bare[1:], 30)
        for quarters, minutes in ((["drei", QUARTER], 15), ([f"drei{QUARTER}"], 15), ([QUARTER], 45)):
            rest = bare[len(quarters) :]
            if bare[: len(quarters)] == quarters and rest and rest[0] not in (BEFORE, AFTER):
                return self._before_the_hour(rest, minutes)
        for place, word in enumerate(bare):
            if word in (BEFORE, AFTER):
                return self._around(bare[:place], bare[place + 1 :], before=word == BEFORE)
        if CLOCK in words:
            place = list(words).index(CLOCK)
            return self._hour_and(words[:place], words[place + 1 :])
        cuts = (self._hour_and(bare[:end], bare[end:]) for end in range(len(bare), 0, -1))
        return next(filter(None, cuts), None)

    def _around(
        self, minutes: Sequence[str], clock: Sequence[str], *, before: bool
    ) -> tuple[int, int] | None:
        """Minutes before or after a time: "zehn vor sieben", "fünf nach halb acht"."""
        count = QUARTER_OF_AN_HOUR if list(minutes) == [QUARTER] else self.number(minutes)
        there = self._clock(clock)
        if count is None or there is None or not 0 < count < 60:
            return None
        whole = (there[0] * 60 + there[1] + (-count if before else count)) % (HOURS * 60)
        return divmod(whole, 60)

    def _before_the_hour(self, hour: Sequence[str], minutes: int) -> tuple[int, int] | None:
        whole = self.number(hour)
        return None if whole is None or not 0 < whole <= HOURS else (whole - 1, 60 - minutes)

    def _hour_and(self, hour: Sequence[str], minutes: Sequence[str]) -> tuple[int, int] | None:
        whole, more = self.number(hour), self.number(minutes) if minutes else 0
        return (whole, more) if whole is not None and more is not None and whole <= HOURS else None


def _ends_in_a_half(word: str) -> bool:
    """Whether a word is a number and a half: "anderthalb", "zweieinhalb"."""
    return word in ONE_AND_A_HALF or word.removesuffix("e").endswith(AND_A_HALF)


def _is_a_half_of_minutes(words: Sequence[str]) -> bool:
    """Whether words are a length of time whose unit is left away: "anderthalb", "ne halbe"."""
    if len(words) == 1:
        return _ends_in_a_half(words[0])
    return len(words) == 2 and words[0] in ONE and words[1] in HALVES


def _midnight(clock: tuple[int, int] | None) -> str | None:
    """The time by a clock of 24 hours, whose last hour is the first of the next day."""
    return shown((clock[0] % HOURS, clock[1])) if clock is not None else None
