"""English: "forty-five", "one hundred and five", "at a quarter to seven in the evening".

A library reads a clock as "seven o'clock a m".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import ClassVar

from skill.words.clock import part_of
from skill.words.grammar.plain import NAMED_TIMES, NOTHING, Plain

HALF_A_DAY = 12
QUARTER, HALF, HOUR = 15, 30, 60


@dataclass(frozen=True)
class English(Plain):
    """English as it is spoken in every country."""

    CLOCK: ClassVar = {
        **dict.fromkeys(("noon", "midnight", "quarter", "half"), NOTHING),
        **{key: {"minutes", "hour"} for key in ("past", "to", "exact")},
        "nought": {"number"},
        "at": {"clock"},
        "at_part": {"clock", "part"},
    }

    def listing(self, items: Sequence[str], joint: str) -> str:
        """`a`, `a or b`, `a, b, or c`: with a comma before the last, since it is heard and not read."""
        if len(items) <= 2:
            return f" {joint} ".join(items)
        return f"{', '.join(items[:-1])}, {joint} {items[-1]}"

    def at(self, when: time) -> str:
        """`at half past six in the evening`; noon and midnight need no part of the day."""
        words = self.phrases.clock
        named = NAMED_TIMES.get(when.replace(second=0, microsecond=0, tzinfo=None))
        if named is not None:
            return words["at"].format(clock=words[named])
        part = self.phrases.parts_of_day[part_of(when)]
        return words["at_part"].format(clock=self._clock(when), part=part)

    def _clock(self, when: time) -> str:
        words, minute = self.phrases.clock, when.minute
        if minute == 0:
            return self._hour(when.hour)
        if minute % 5:
            spoken = self.number(minute)
            minutes = spoken if minute >= 10 else words["nought"].format(number=spoken)
            return words["exact"].format(hour=self._hour(when.hour), minutes=minutes)
        before = minute > HALF
        near = HOUR - minute if before else minute
        named = {QUARTER: words["quarter"], HALF: words["half"]}
        minutes = named.get(near) or self.number(near)
        hour = self._hour(when.hour + before)
        return words["to" if before else "past"].format(minutes=minutes, hour=hour)

    def _hour(self, hour: int) -> str:
        return self.number((hour - 1) % HALF_A_DAY + 1)

    def _hundreds(self, hundreds: int, rest: int) -> str:
        head = self.phrases.hundred.format(number=self.phrases.numbers[hundreds])
        return f"{head} {self.phrases.both} {self.number(rest)}" if rest else head

    def _tens(self, tens: int, ones: int) -> str:
        return self.phrases.tens[tens - 2] + (f"-{self.phrases.numbers[ones]}" if ones else "")
