"""What is the matter with somebody, by what the words are about: a face, and that something drops.

Names are a few words; people say the same in hundreds of ways. The language's `meanings.toml` has groups
of words that mean the same, and rules: which groups in one utterance, in any order, make a sign, a
condition or a question of posture. A word that is denied is in no group, unless the denial is its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path

from skill.errors import ContentError
from skill.library.reading import Problems, Table, read_file
from skill.simulator.ear.words.plain_words import PhraseSet, Token

KINDS = {"sign": "SYMPTOM", "condition": "CONDITION", "posture": "POSTURE"}
"""The slot type of what a rule finds, by the key it is written under."""
GAP, LONGEST_GAP = "..", 2
"""Stands in a phrase for at most this many words, or none."""
ANY_ENDING, FEWEST_LETTERS = "*", 3
"""Stands for any end of a word of which at least so many letters are there."""
ANY = ""
"""Stands for any second word, and for none."""
WITHIN = 14
"""How many words the groups of a rule lie within, where it does not say."""
MOST_PLACES = 4
"""At how many places a group is looked for."""

Places = frozenset[int]


@dataclass(frozen=True)
class Rule:
    """A sign, a condition or a question that is known by groups of words."""

    kind: str
    """The slot type."""
    id: str
    groups: tuple[tuple[str, ...], ...]
    """The groups that must all be there, each with those that may stand in its place."""
    unless: tuple[str, ...]
    """Groups that must not be there."""
    instead_of: frozenset[str]
    """Urgent names that are not meant where this rule holds."""
    within: int
    faint: bool
    """Whether it holds of so many sentences that any sample counts more."""


@dataclass(frozen=True)
class Meanings:
    """The groups and rules of one language."""

    groups: Mapping[str, tuple[tuple[str, ...], ...]]
    """By name: phrases, in words."""
    urgent: tuple[Rule, ...]
    """They count whatever else is said; the gravest first."""
    others: tuple[Rule, ...]
    """The first of them that holds counts."""
    bridges: frozenset[str]
    """Words that may stand between a denial and what it denies."""


@dataclass(frozen=True)
class Meant:
    """A rule that holds."""

    rule: Rule
    places: Places
    """The numbers of the words that it was found by."""


class MeaningFinder:
    """Finds what words are about."""

    def __init__(
        self,
        meanings: Meanings,
        denials: Iterable[str],
        no_denials: Iterable[str],
        idioms: Iterable[str] = (),
    ) -> None:
        """Take the rules of a language, its denials, and phrases in which they deny nothing.

        Nor does an idiom tell of a body: who is "dead on my feet" is tired.
        """
        self._meanings = meanings
        self._denials = frozenset(denials)
        self._no_denials = frozenset(tuple(phrase.split()) for phrase in no_denials)
        self._idioms = PhraseSet(idioms)
        self._starting: dict[tuple[str, str], list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        # One utterance is asked about several times.
        self._groups = lru_cache(maxsize=1)(self._looked_for)
        self._known = {word for each in meanings.groups.values() for phrase in each for word in phrase}
        for group, phrases in meanings.groups.items():
            for phrase in phrases:
                self._starting[_first_two(phrase)].append((group, phrase))

    @property
    def urgent_ids(self) -> frozenset[str]:
        """The signs that count whatever else is said."""
        return frozenset(rule.id for rule in self._meanings.urgent)

    def find(self, words: Sequence[str], *, urgent: bool) -> Iterator[Meant]:
        """The rules that hold, in their order.

        Args:
            words: Plain ones, taken apart where they are run together.
            urgent: Whether only those that count whatever else is said, or only the others.
        """
        found = self._groups(tuple(self._whole(word) for word in words))
        for rule in self._meanings.urgent if urgent else self._meanings.others:
            at = _together(rule, found)
            if at is not None:
                yield Meant(rule, at)

    def _whole(self, word: str) -> str:
        """The word with the last letter that many do not say: "feelin" is "feeling"."""
        ing = f"{word}g"
        return ing if word.endswith("in") and word not in self._known and ing in self._known else word

    def _looked_for(self, words: tuple[str, ...]) -> Mapping[str, list[Places]]:
        found: dict[str, list[Places]] = defaultdict(list)
        idiomatic = self._idioms.places([Token(word, word) for word in words])
        for start, word in enumerate(words):
            after = words[start + 1] if start + 1 < len(words) else ANY
            for key in product(_keys(word), {ANY, after}):
                for group, phrase in self._starting.get(key, ()):
                    at = frozenset(range(start, _end(phrase, words, start)))
                    told = at and at.isdisjoint(idiomatic) and not self._is_denied(words, start)
                    if told and len(found[group]) < MOST_PLACES:
                        found[group].append(at)
        return found

    def _is_denied(self, words: Sequence[str], start: int) -> bool:
        place = start - 1
        while place >= 0 and words[place] in self._meanings.bridges:
            place -= 1
        if place < 0 or words[place] not in self._denials:
            return False
        around = (tuple(words[place - 1 : place + 1]), tuple(words[place : place + 2]))
        return self._no_denials.isdisjoint(around)


def load_meanings(content: Path, tag: str) -> Meanings:
    """The groups and rules of one language.

    Raises:
        ContentError: With every problem of the file.
    """
    problems = Problems()
    table = read_file(content, f"locales/{tag}/meanings.toml", problems)
    named = table.table("groups")
    groups = {name: named.texts(name) for name in named.names()}
    meanings = Meanings(
        groups={
            name: tuple(tuple(phrase.split()) for phrase in phrases) for name, phrases in groups.items()
        },
        urgent=tuple(_rule(row, groups) for row in table.rows("urgent")),
        others=tuple(_rule(row, groups) for row in table.rows("others")),
        bridges=frozenset(table.texts("bridges")),
    )
    table.close()
    if problems.lines:
        raise ContentError(problems.lines)
    return meanings


def _rule(row: Table, groups: Mapping[str, object]) -> Rule:
    key = next((key for key in KINDS if key in row.names()), "sign")
    every = tuple(tuple(each.split("|")) for each in row.texts("all"))
    unless = row.texts("unless", optional=True)
    for group in (*(group for either in every for group in either), *unless):
        if group not in groups:
            row.note("all", f"{group!r} is no group")
    within = row.whole("within", 1, 60) if "within" in row.names() else WITHIN
    instead_of = frozenset(row.texts("instead_of", optional=True))
    faint = "faint" in row.names() and row.whole("faint", 0, 1) == 1
    return Rule(KINDS[key], row.text(key), every, unless, instead_of, within, faint)


def _first_two(phrase: Sequence[str]) -> tuple[str, str]:
    """What a phrase is looked up by: few have the same two words in front."""
    plain = len(phrase) > 1 and phrase[1] != GAP and not phrase[1].endswith(ANY_ENDING)
    return phrase[0], phrase[1] if plain else ANY


def _keys(word: str) -> Iterator[str]:
    yield word
    for length in range(FEWEST_LETTERS, len(word) + 1):
        yield word[:length] + ANY_ENDING


def _end(phrase: Sequence[str], words: Sequence[str], start: int) -> int:
    """The number of the word after a phrase that starts at a place; 0 where it does not."""
    place = start
    for number, part in enumerate(phrase):
        if part == GAP:
            return next(
                (
                    end
                    for skipped in range(LONGEST_GAP + 1)
                    if (end := _end(phrase[number + 1 :], words, place + skipped))
                ),
                0,
            )
        if place >= len(words) or not _is(part, words[place]):
            return 0
        place += 1
    return place


def _is(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith(ANY_ENDING) else word == part


def _together(rule: Rule, found: Mapping[str, list[Places]]) -> Places | None:
    """The words by which a rule holds, the nearest together; None where it does not."""
    each = [[at for group in either for at in found.get(group, ())] for either in rule.groups]
    if not all(each) or any(found.get(group) for group in rule.unless):
        return None
    best: Places | None = None
    for chosen in product(*each):
        every = frozenset[int]().union(*chosen)
        apart = len(every) == sum(map(len, chosen))
        if apart and _width(every) <= rule.within and (best is None or _width(every) < _width(best)):
            best = every
    return best


def _width(places: Places) -> int:
    return max(places) - min(places) + 1
