"""How long ago something was, anywhere in a sentence: "a new hip, four months it is now"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from skill.simulator.ear.interpretation import NEAR, HeardSlot, Interpretation
from skill.simulator.ear.model.slot_values import Resolution, SlotValues
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import PhraseSet, Tokens, heard_text, plain_text

AGO, ROUGHLY, OF = "ago", "roughly", "condition"
"""The slots for a length of time, for "years ago", and for what they are said of."""

MOST_WORDS = 6
"""The most words of such a time."""

DAYS = {"Y": 365, "M": 30, "W": 7, "D": 1}
"""About how many days there are to each unit of ISO 8601 that is as long as a day."""


@dataclass(frozen=True)
class Time:
    """A time that is said, and where."""

    slot: str
    places: range
    said: Resolution

    @property
    def days(self) -> int:
        """About how many days it is long; 0 for one that is told in hours, and for none."""
        date, _, clock = str(self.said.value).removeprefix("P").partition("T")
        return 0 if clock else sum(int(n) * DAYS[unit] for n, unit in re.findall(r"(\d+)([A-Z])", date))


class TimesAgo:
    """Finds how long ago something was."""

    def __init__(self, hearing: Hearing, values: Mapping[str, SlotValues]) -> None:
        """Take what is known of the language, and by slot name what can stand in the slot."""
        self._values = values
        self._before, self._after = PhraseSet(hearing.ago_before), PhraseSet(hearing.ago_after)
        self._not_ago = PhraseSet(hearing.not_ago)
        self._not_yet = PhraseSet(hearing.not_yet)

    def with_time(self, heard: Interpretation, own: Mapping[str, str], words: Tokens) -> Interpretation:
        """The same with how long ago it was, where that is said and the intent has a slot for it.

        Of several lengths of time the shortest counts, which is the careful one. A sentence that is only
        like a sample may have another one in its slot: "in the last two years".

        Args:
            heard: What was understood.
            own: The slots of its intent, and their types.
            words: All that was said, taken apart.
        """
        is_told = AGO in heard.slots or ROUGHLY in heard.slots
        if AGO not in own or OF not in heard.slots or (is_told and heard.tier != NEAR):
            return heard
        slots = {name: slot for name, slot in heard.slots.items() if name not in (AGO, ROUGHLY)}
        if (found := self._said(own, words)) is not None:
            text = heard_text(words[found.places.start : found.places.stop])
            slots[found.slot] = HeardSlot(found.slot, text, found.said.value, found.said.ids)
        return replace(heard, slots=slots)

    def _said(self, own: Mapping[str, str], words: Tokens) -> Time | None:
        """How long ago it was by these words; None where they do not say it."""
        if self._not_yet.stand_in(words):
            return None
        lengths = [time for time in self._times(words, AGO) if time.days]
        ago = [time for time in lengths if self._is_ago(words, time)]
        taken = {place for time in lengths for place in time.places}
        roughly = self._times(words, ROUGHLY) if ROUGHLY in own else ()
        others = (time for time in roughly if taken.isdisjoint(time.places))
        return min(ago, key=lambda time: time.days, default=None) or next(others, None)

    def _is_ago(self, words: Tokens, time: Time) -> bool:
        """Whether the words around a length of time say that it is how long ago something was."""
        before = words[: time.places.start]
        told, other = self._before.length_before(before), self._not_ago.length_before(before)
        if other:  # "for a year" alone is how long something goes on, "had it for a year" is not
            return told > other
        return bool(told or self._after.length_at(words, time.places.stop))

    def _times(self, words: Tokens, slot: str) -> Iterator[Time]:
        """Each time that can stand in a slot, with as many words as it has."""
        start = 0
        while start < len(words):
            ends = range(min(start + MOST_WORDS, len(words)), start, -1)
            said = ((end, self._values[slot].resolve(plain_text(words[start:end]))) for end in ends)
            end, time = next(((end, time) for end, time in said if time), (start + 1, None))
            if time is not None:
                yield Time(slot, range(start, end), time)
            start = end
