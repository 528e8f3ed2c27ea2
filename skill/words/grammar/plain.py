"""Grammar as content alone can have it, and the interface of every language's own.

Own code rather than a library: those there are either read digits as a bank does or import every
language they know. The coach needs only nought to nine hundred and ninety-nine.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import time
from typing import ClassVar

from skill.library.language import Phrases

MINUTE, HOUR = 60, 3600
NOUGHT, NOON = time(0), time(12)
NAMED_TIMES = {NOUGHT: "midnight", NOON: "noon"}
"""The times that have a name, by the name's key among the clock's words."""

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Plain:
    """Numbers, lengths of time, times of day, lists and names as people say them in a language."""

    phrases: Phrases
    """The small pieces of the language."""

    CLOCK: ClassVar[Mapping[str, Set[str]]] = {
        "noon": NOTHING,
        "midnight": NOTHING,
        "hour": {"hour"},
        "exact": {"hour", "minutes"},
        "at": {"clock"},
    }
    """What `phrases.toml` has under `clock`, each with its places."""
    FORMS: ClassVar[Set[str]] = NOTHING
    """The forms that a place may name behind a colon: `{stretch:dativ}`."""

    def number(self, value: int) -> str:
        """A whole number from 0 to 999 in words; larger ones stay digits."""
        if not 0 <= value <= 999:
            return str(value)
        if value < len(self.phrases.numbers):
            return self.phrases.numbers[value]
        hundreds, rest = divmod(value, 100)
        if hundreds:
            return self._hundreds(hundreds, rest)
        return self._tens(*divmod(value, 10))

    def counting(self, first: int, last: int) -> str:
        """Numbers in a row, up or down, as a sentence: `Two, three, four` with a full stop."""
        step = 1 if last >= first else -1
        row = ", ".join(self.number(value) for value in range(first, last + step, step))
        return f"{row[:1].upper()}{row[1:]}."

    def ordinal(self, value: int) -> str:
        """`first` for 1, as far as the language has words; a plain number beyond."""
        if 1 <= value <= len(self.phrases.ordinals):
            return self.phrases.ordinals[value - 1]
        return self.number(value)

    def times(self, value: int) -> str:
        """How often: `once`, `twice`, `five times`."""
        named = {1: "once", 2: "twice"}.get(value)
        if named is not None:
            return self.phrases.times[named]
        return self.phrases.times["times"].format(number=self.number(value))

    def duration(self, seconds: float) -> str:
        """A length of time in words: `a minute and a half`, `forty-five seconds`, `one hour`.

        To the second; from an hour on to the minute, as people say it.
        """
        whole = round(seconds)
        if whole == MINUTE * 3 // 2:
            return self.phrases.durations["minute_and_a_half"]
        if whole >= HOUR:
            whole = MINUTE * round(whole / MINUTE)
        minutes, left = divmod(whole, MINUTE)
        hours, minutes = divmod(minutes, HOUR // MINUTE)
        counted = (("hour", hours), ("minute", minutes), ("second", left))
        parts = [self._counted(unit, value) for unit, value in counted if value]
        match parts:
            case []:
                return self._counted("second", 0)
            case [only]:
                return only
            case _:
                return self.phrases.durations["and"].format(longer=parts[0], shorter=parts[1])

    def stretches(self, value: int) -> str:
        """So many stretches: `one stretch`, `five stretches`."""
        return self._counted("stretch", value)

    def listing(self, items: Sequence[str], joint: str) -> str:
        """`a`, `a or b`, `a, b or c`."""
        if len(items) <= 1:
            return "".join(items)
        return f"{', '.join(items[:-1])} {joint} {items[-1]}"

    def at(self, when: time) -> str:
        """A time of day, by the clock of 24 hours."""
        words = self.phrases.clock
        named = NAMED_TIMES.get(when.replace(second=0, microsecond=0, tzinfo=None))
        if named is not None:
            return words["at"].format(clock=words[named])
        hour = self._hour(when.hour)
        whole = words["exact"] if when.minute else words["hour"]
        clock = whole.format(hour=hour, minutes=self.number(when.minute))
        return words["at"].format(clock=clock)

    def inside(self, text: str) -> str:
        """A text as it stands inside a sentence: without the capital letter of its beginning."""
        return text[:1].lower() + text[1:]

    def title(self, name: str) -> str:
        """A name as it stands over something: "the knee to chest stretch" as "Knee to chest stretch"."""
        first, _, rest = name.partition(" ")
        bare = rest if rest and first in self.phrases.articles else name
        return bare[:1].upper() + bare[1:]

    def declined(self, text: str, value: str | float, form: str) -> str:  # noqa: ARG002 - for others
        """What fills a place in one of `FORMS`.

        Args:
            text: As it is spoken otherwise.
            value: What it stands for: a text, or a number.
            form: The form.
        """
        return text

    def faults(self, text: str, *, sided: bool) -> Iterator[str]:  # noqa: ARG002 - for others
        """What is wrong with the places of a text, each as the end of "has …".

        Args:
            text: The text.
            sided: Whether `{side}` and `{other}` stand for the sides.
        """
        yield from ()

    def _hundreds(self, hundreds: int, rest: int) -> str:
        head = self.phrases.hundred.format(number=self.phrases.numbers[hundreds])
        return f"{head} {self.number(rest)}" if rest else head

    def _tens(self, tens: int, ones: int) -> str:
        head = self.phrases.tens[tens - 2]
        return f"{head} {self.phrases.numbers[ones]}" if ones else head

    def _hour(self, hour: int) -> str:
        return self.number(hour)

    def _counted(self, unit: str, value: int) -> str:
        forms = self.phrases.counted[unit]
        return forms["one"] if value == 1 else forms["many"].format(number=self.number(value))
