"""Names of conditions and complaints, as they are looked for and as one was found in an utterance."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from skill.simulator.ear.interpretation import HeardSlot
from skill.simulator.ear.model.model_file import NamedValue
from skill.simulator.ear.words.plain_words import Tokens, heard_text


@dataclass(frozen=True)
class Name:
    """One name of a value, as it is looked for."""

    kind: str
    """Its slot type."""
    order: int
    """The place of the type among those that are looked for."""
    value: NamedValue
    rank: int
    """The place of the value in its type, where the gravest comes first."""
    roots: tuple[str, ...]
    """What must all be said, without words that say nothing by themselves."""
    said: str
    """The name as it stands in the model."""
    words: frozenset[str]
    """Its words, as those of an utterance are."""


@dataclass(frozen=True)
class Spotted:
    """A name that was found in an utterance."""

    name: Name
    places: frozenset[int]
    """The numbers of its words."""
    denied: bool
    over: bool = False
    """Whether it is said to have been and to be no more: "it stopped hurting"."""
    elsewhere: bool = False
    """Whether it is a word or two of a sentence that may be about something else."""
    loose: bool = False
    """Whether its words stand in another order or among other words, or are a single one."""

    @property
    def start(self) -> int:
        """The number of its first word."""
        return min(self.places)

    @property
    def end(self) -> int:
        """The number of the word after its last."""
        return max(self.places) + 1

    @property
    def width(self) -> int:
        """How many words there are from its first to its last."""
        return self.end - self.start

    def slot(self, name: str, words: Tokens) -> HeardSlot:
        """A slot that is filled with it.

        Args:
            name: The slot's name.
            words: All that was said.
        """
        value = self.name.value
        return HeardSlot(name, heard_text(words[self.start : self.end]), value.value, (value.id,))


def gravest_first(found: Iterable[Spotted]) -> list[Spotted]:
    """One name for each value, in the order of their values."""
    by_rank: dict[int, Spotted] = {}
    for spotted in found:
        by_rank.setdefault(spotted.name.rank, spotted)
    return [by_rank[rank] for rank in sorted(by_rank)]


def longest_first(spotted: Spotted, said: Set[str]) -> tuple[int, ...]:
    """The longest first; of the most urgent type then the gravest.

    Of others that with its words together, "a bad hip and a new knee" is no new hip, and that which is
    said word by word.
    """
    order, rank = spotted.name.order, spotted.name.rank
    near = (spotted.width, len(spotted.name.words - said)) if order else (0, 0)
    return -len(spotted.places), order, *near, rank, spotted.start
