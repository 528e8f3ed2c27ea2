"""A thing that is not there, told with a reason: "there's no chair in here, it's all beanbags"."""

from collections.abc import Callable, Iterator, Mapping

from skill.library.intents import FALLBACK
from skill.simulator.ear.interpretation import NEAR, Interpretation
from skill.simulator.ear.samples.reading import Filled
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import PhraseSet, Tokens

THING, WITHOUT_IT = "equipment", "StartRoutineIntent"
"""The slot of a thing that is not there, and the intent by which it is told."""


class MissingThings:
    """Hears what is missing, whatever else is told that is no wish."""

    def __init__(
        self,
        hearing: Hearing,
        hear: Callable[[Tokens], Interpretation],
        named: Callable[[str, Tokens], Filled | None],
        slots: Mapping[str, Mapping[str, str]],
    ) -> None:
        """Take what is known of the language.

        Args:
            hearing: What the ear knows of the language.
            hear: Understands a part of the utterance.
            named: Finds the surest name of a slot.
            slots: By intent: its slots, and their types.
        """
        self._can_be_told = THING in slots.get(WITHOUT_IT, {})
        self._hear = hear
        self._named = named
        self._starts = PhraseSet(hearing.clauses)
        self._joints = PhraseSet(hearing.joints)
        self._articles = hearing.articles
        self._unfinished = hearing.unfinished
        self._denied = hearing.denied
        self._questions = hearing.questions
        self._wishes = PhraseSet(hearing.wishes)
        self._elsewhere = frozenset(hearing.elsewhere)

    def told(self, heard: Interpretation, words: Tokens) -> Interpretation:
        """The same, or what is missing where nothing else was understood."""
        if heard.intent != FALLBACK or not self._can_be_told:
            return heard
        if words[0].plain in self._questions or self._wishes.length_at(words, 0):
            return heard
        thing = self._named(THING, words)
        if thing is None or not thing.resolution.ids:
            return heard
        strange = not self._elsewhere.isdisjoint(word.plain for word in words)
        for part, rest, parted in self._parts(words, thing.words):
            told = self._hear(part)
            sure = told.is_said or (parted and not strange)
            if sure and told.intent == WITHOUT_IT and told.slots.keys() == {THING}:
                other = self._hear(rest)
                wishes = other.is_said and other.intent != self._denied
                return heard if wishes else Interpretation(told.intent, told.slots, NEAR)
        return heard

    def _parts(self, words: Tokens, thing: Tokens) -> Iterator[tuple[Tokens, Tokens, bool]]:
        """The words that may tell of a thing, the others, and whether the later ones start a clause."""
        for place in range(len(words) - 1, 1, -1):
            yield from self._telling(words[:place], words[place:], words[place:], thing)
        for place in range(1, len(words) - 1):
            yield from self._telling(words[place:], words[:place], words[place:], thing)

    def _telling(
        self, part: Tokens, rest: Tokens, later: Tokens, thing: Tokens
    ) -> Iterator[tuple[Tokens, Tokens, bool]]:
        if any(word not in part for word in thing) or part[-1].plain in self._unfinished:
            return
        clause = bool(self._starts.length_at(later, 0)) or later[0].plain in self._articles
        yield part[self._joints.length_at(part, 0) :] or part, rest, clause
