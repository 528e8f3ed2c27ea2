"""The words in a slot → the value they stand for.

The skill's own slot types know names, exactly or nearly; Amazon's types parse. Either way the result
says how sure it is. A name that is not known is a result too, since Alexa passes it on to the skill.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

from skill.simulator.ear.grammar.plain import Plain
from skill.simulator.ear.model.model_file import NamedValue
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import (
    Token,
    Trimmer,
    clean,
    plain_text,
)

SURE = 1.0
REORDERED = 0.96
"""How sure a name is whose words came in another order, or with small words between them."""
PART_OF = 0.85
"""How sure a part of a name is that no other stretch has: "the pelvic one"."""
LEAST_PART = 0.4
"""The least share of a name's letters that a part of it must have."""
LONELY = 0.8
"""How sure a single word is of a name that also has an ending: "cat" for "cat stretch"."""
NEAREST = 0.78
"""How alike the letters of a name and of the words must be at least, from 0 to 1."""
SAME_LENGTH = 0.8
"""The least share of the longer one's letters that the shorter of two alike names must have."""
SURER_WITH_A_WORD = 0.06
"""How much one word of a name, heard exactly, adds to the likeness of the letters."""
MOST_IDS_OF_A_PART = 3
"""The most values that a part of a name may stand for."""
REMEMBERED = 1_000
"""How many results of looking up words are remembered."""
SURELY_SPELT, SHORTEST_SURE = 0.9, 7
"""How alike the letters must be where only whole names count, and how many at least there must be."""
SHORTEST_NEAR = 5
"""The fewest letters of words that are compared by letters: shorter ones are too much alike."""


@dataclass(frozen=True)
class Resolution:
    """What the words in a slot stand for."""

    value: str | int | None
    """The value's own name, a number, or an ISO 8601 text; None for a name that is not known."""
    ids: tuple[str, ...] = ()
    """The ids of every value with that name."""
    likeness: float = SURE
    """From 0 to 1: how sure this is."""


class SlotValues(Protocol):
    """The values that can stand in a slot."""

    takes_anything: bool
    """Whether any words at all may stand here."""

    def fits(self, words: str, *, trimmed: bool) -> bool:
        """Whether exactly these words can stand here; `trimmed` tells whether they were trimmed."""

    def resolve(self, words: str) -> Resolution | None:
        """What exactly these words stand for; None where they do not fit."""

    def nearest(self, words: str, *, exactly: bool = False) -> Resolution | None:
        """What these words probably stand for, or if `exactly`, surely; None if for nothing."""


def _letters(words: Iterable[str]) -> int:
    return sum(map(len, words))


class NamedValues:
    """The values of one of the skill's own slot types."""

    def __init__(
        self,
        values: Iterable[NamedValue],
        trimmer: Trimmer,
        small_words: frozenset[str],
        endings: frozenset[str],
        sample_words: frozenset[str],
        stem: Callable[[str], str],
        strangers: frozenset[str] = frozenset(),
        *,
        whole: bool = False,
    ) -> None:
        """Take the values of the type.

        Args:
            values: The values, in the order of the model.
            trimmer: Trims names, so that they can be compared.
            small_words: Words that do not distinguish names.
            endings: Words that may follow any name: "stretch".
            sample_words: Stems of all that samples say, and of numbers: one of them alone is no part
                of a name, and none is a slip of the tongue.
            stem: Gives a word without its ending.
            strangers: Stems of names that other things have: "camel" alone is no cat camel.
            whole: Whether a part of a name is none: there are so many of complaints that parts of them
                are in every other sentence.
        """
        self.takes_anything = False
        self._whole = whole
        self._stem = stem
        self._strangers = strangers
        self._display: dict[str, str] = {}
        self._ids: dict[str, list[str]] = defaultdict(list)
        self._small = small_words
        self._endings = endings
        self._sample_words = sample_words
        named = [(value, clean(name)) for value in values for name in value.names]
        for value, words in named:
            self._add(value, plain_text(words))
        self._spoken = frozenset(self._ids)
        # The variants of an utterance share most of their words.
        self._remembered = lru_cache(REMEMBERED)(self._nearest)
        for value, words in named:
            trimmed = plain_text(trimmer.trim(words))
            # "Tell me more" is trimmed to "more", and that is the name of another value.
            if trimmed not in self._spoken:
                self._add(value, trimmed)

    def _add(self, value: NamedValue, name: str) -> None:
        self._display[value.id] = value.value
        if value.id not in self._ids[name]:
            self._ids[name].append(value.id)

    def fits(self, words: str, *, trimmed: bool) -> bool:
        """Whether these words are a name."""
        return words in (self._ids if trimmed else self._spoken)

    def resolve(self, words: str) -> Resolution | None:
        """The values that have exactly this name."""
        ids = self._ids.get(words)
        return self._resolution(ids, SURE) if ids else None

    def nearest(self, words: str, *, exactly: bool = False) -> Resolution | None:
        """The values that have this name, its words in any order, a part of it, or a name like it."""
        return self._remembered(words, exactly)

    def _nearest(self, name: str, exactly: bool) -> Resolution | None:  # noqa: FBT001 - for a cache
        words = name.split()
        content = frozenset(self._stem(word) for word in words if self._tells(word))
        if not content:
            return None
        exact = self.resolve(name)
        if exact is not None or exactly:
            return exact
        if self._whole:
            alike = self._alike(words, content) if _letters(words) >= SHORTEST_SURE else None
            return alike if alike is not None and alike.likeness >= SURELY_SPELT else None
        if content in self._by_content:
            sure = REORDERED if len(words) > 1 else LONELY
            return self._resolution(self._by_content[content], sure)
        return self._alike(words, content) or self._part(content)

    def telling(self, words: Sequence[Token]) -> bool:
        """Whether these words, which are a name, can hardly be anything else.

        "Happy baby" and "bridge pose" are such names; "bridge" alone may be one over a river.
        """
        told = [self._tells(word.plain) for word in words]
        return sum(told) > 1 or words[-1].plain in self._endings

    def knows(self, word: str) -> bool:
        """Whether any name has this word."""
        return self._stem(word) in self._vocabulary

    def _part(self, content: frozenset[str]) -> Resolution | None:
        if content <= self._sample_words or content <= self._strangers:
            return None
        holders = {
            id_
            for name in set.intersection(*(self._names_with.get(word, set()) for word in content))
            if content < name and _letters(content) >= LEAST_PART * _letters(name)
            for id_ in self._by_content[name]
        }
        if not 0 < len(holders) <= MOST_IDS_OF_A_PART:
            return None
        return self._resolution([id_ for id_ in self._display if id_ in holders], PART_OF)

    def _alike(self, words: Sequence[str], content: frozenset[str]) -> Resolution | None:
        from rapidfuzz import fuzz, process

        letters = self._squash(words)
        known = content & self._known_words
        if len(letters) < SHORTEST_NEAR or known == content:
            return None
        found = process.extract(
            letters, self._squashed.keys(), scorer=fuzz.ratio, score_cutoff=100 * NEAREST, limit=5
        )
        for letters_of_name, score, _ in found:
            name = self._squashed[letters_of_name]
            # A word that is known counts as heard right: "sitting hip flexor" is not "lying hip flexor",
            # however alike their letters are, and "stretches" is not "six stretches".
            lengths = sorted((len(letters), len(letters_of_name)))
            if known <= self._content(name) and lengths[0] >= SAME_LENGTH * lengths[1]:
                sure = score / 100 + (SURER_WITH_A_WORD if known else 0)
                return self._resolution(self._ids[name], min(sure, REORDERED))
        return None

    def _tells(self, word: str) -> bool:
        return word not in self._small and word not in self._endings

    def _content(self, name: str) -> frozenset[str]:
        """The stems that make up a name, in no order.

        A name with one such word keeps its small words: "on my back" is not the "back" of "I'm back".
        """
        words = name.split()
        content = frozenset(self._stem(word) for word in words if self._tells(word))
        if len(content) > 1:
            return content
        return frozenset(self._stem(word) for word in words if word not in self._endings)

    def _squash(self, words: Iterable[str]) -> str:
        """The letters of a name in a row, since Alexa may cut a name up: "peer a formis"."""
        return "".join(word for word in words if word not in self._endings)

    def _resolution(self, ids: Sequence[str], likeness: float) -> Resolution:
        return Resolution(self._display[ids[0]], tuple(ids), likeness)

    @cached_property
    def _by_content(self) -> dict[frozenset[str], list[str]]:
        found: dict[frozenset[str], list[str]] = defaultdict(list)
        for name, ids in self._ids.items():
            content = self._content(name)
            if content:
                found[content].extend(id_ for id_ in ids if id_ not in found[content])
        return dict(found)

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(word for content in self._by_content for word in content)

    @cached_property
    def _known_words(self) -> frozenset[str]:
        return self._vocabulary | self._sample_words

    @cached_property
    def _names_with(self) -> dict[str, set[frozenset[str]]]:
        """By stem: the names that have it, as sets of stems."""
        names: dict[str, set[frozenset[str]]] = defaultdict(set)
        for content in self._by_content:
            for word in content:
                names[word].add(content)
        return dict(names)

    @cached_property
    def _squashed(self) -> dict[str, str]:
        """The names by their letters in a row, with and without an ending such as "stretch"."""
        whole = {name.replace(" ", ""): name for name in reversed(self._ids)}
        return whole | {self._squash(name.split()): name for name in reversed(self._ids)}


class ParsedValues:
    """The values of one of Amazon's slot types: whatever its parser understands."""

    def __init__(
        self, parse: Callable[[Sequence[str]], str | int | None], *, takes_anything: bool = False
    ) -> None:
        self.takes_anything = takes_anything
        # The variants of an utterance share most of their words.
        self._parsed = lru_cache(REMEMBERED)(lambda words: parse(words.split()))

    def fits(self, words: str, *, trimmed: bool) -> bool:  # noqa: ARG002 - a number is one either way
        """Whether the parser understands these words."""
        return self.resolve(words) is not None

    def resolve(self, words: str) -> Resolution | None:
        """The value of these words; None where the parser does not understand them."""
        value = self._parsed(words)
        return None if value is None else Resolution(value)

    def nearest(
        self,
        words: str,
        *,
        exactly: bool = False,  # noqa: ARG002 - a number always is
    ) -> Resolution | None:
        """As `resolve`, since a number is right or wrong; free text fits only where a sample does."""
        return None if self.takes_anything else self.resolve(words)


def slot_values(
    types: Mapping[str, tuple[NamedValue, ...]],
    hearing: Hearing,
    trimmer: Trimmer,
    sample_words: frozenset[str],
    whole: Collection[str] = (),
) -> dict[str, SlotValues]:
    """The values that can stand in a slot, by slot type; of those in `whole` only whole names."""
    endings = hearing.name_endings
    stem, numbers = hearing.grammar.stem, hearing.grammar.known.values
    sample_words = sample_words.union(map(stem, numbers))
    strangers = frozenset(map(stem, hearing.exercises))
    known: dict[str, SlotValues] = {
        name: NamedValues(
            values,
            trimmer,
            hearing.small_words,
            endings.get(name, frozenset()),
            sample_words,
            stem,
            strangers,
            whole=name in whole,
        )
        for name, values in types.items()
    }
    return known | _amazons(hearing.grammar)


def _amazons(grammar: Plain) -> dict[str, SlotValues]:
    return {
        "AMAZON.NUMBER": ParsedValues(grammar.number),
        "AMAZON.DURATION": ParsedValues(grammar.duration),
        "AMAZON.TIME": ParsedValues(grammar.time_of_day),
        "AMAZON.SearchQuery": ParsedValues(" ".join, takes_anything=True),
    }
