"""Three or more stretches named in a row: "the bridge, cat cow and the cobra".

What is said around them is heard with the first one alone; the others come after it, in that order.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from skill.simulator.ear.interpretation import EXACT, NEAR, Interpretation
from skill.simulator.ear.model.slot_values import Resolution, SlotValues
from skill.simulator.ear.samples.names_in_words import LONGEST_NAME
from skill.simulator.ear.samples.reading import Filled, Span, heard_slots
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import PhraseSet, Tokens, plain_text

STRETCH = "stretch"
FEWEST = 3
"""The fewest names of a row; two are heard with whatever is said of each."""


class InARow:
    """Hears all the names of a row."""

    def __init__(
        self,
        hearing: Hearing,
        hear: Callable[[Tokens], Interpretation],
        slots: Mapping[str, Mapping[str, str]],
        values: Mapping[str, SlotValues],
    ) -> None:
        """Take what is known of the language and the model.

        Args:
            hearing: What the ear knows of the language.
            hear: Understands the sentence with one of the names.
            slots: By intent: its slots, and their types.
            values: By slot name: what can stand in the slot.
        """
        self._between = PhraseSet((*hearing.after_that, *hearing.joints))
        self._articles = hearing.articles
        self._wished = hearing.wished
        self._of_the_next = hearing.of_the_next
        self._hear = hear
        self._slots = slots
        self._values = values

    def all_of(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same, or with every stretch of a row, where the sentence takes so many."""
        if heard.tier == EXACT or STRETCH not in self._values:
            return heard
        row = self._row(words)
        if len(row) < FEWEST:
            return heard
        frame = self._hear((*words[: row[0].end], *words[row[-1].end :]))
        intent = self._wished.get(frame.intent, frame.intent)
        filled: dict[str, Filled] = {}
        slot = STRETCH
        for span in row:
            if slot not in self._slots.get(intent, {}):
                break
            filled[slot] = span.filled
            slot = self._of_the_next.get(slot, "")
        if frame.slots.keys() != {STRETCH} or len(filled) < FEWEST:
            return heard
        return replace(frame, intent=intent, slots=heard_slots(filled), tier=NEAR)

    def _row(self, words: Tokens) -> list[Span]:
        """The names that follow one another with nothing but joints between them, the longest row."""
        rows: list[list[Span]] = [[]]
        place = 0
        while place < len(words):
            span = self._name_at(words, place)
            if span is not None:
                rows[-1].append(span)
                place = span.end
                continue
            joint = self._between.length_at(words, place)
            if not joint and words[place].plain not in self._articles:
                rows.append([])
            place += joint or 1
        return max(rows, key=len)

    def _name_at(self, words: Tokens, place: int) -> Span | None:
        """The longest name that begins at a place."""
        for end in range(min(len(words), place + LONGEST_NAME), place, -1):
            found: Resolution | None = self._values[STRETCH].resolve(plain_text(words[place:end]))
            if found is not None:
                return Span(place, end, Filled(words[place:end], found), telling=True)
        return None
