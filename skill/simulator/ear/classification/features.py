"""Words → the features by which the classifier knows them: words, pairs of words, parts of words.

A feature is a number, the hash of its text: so no list of them has to be kept or loaded. Two features
with one number are rare, and what was learned holds for both. All words that no sample has are one word
among the others: "how do I make pancakes" is known by what is not known about it.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from zlib import crc32

BUCKETS = 1 << 16
"""How many numbers there are."""
UNKNOWN = "?"
"""Stands for any word that no sample has."""
PARTS = (3, 4)
"""How many letters the parts of words have, their ends counted."""


def features(words: Sequence[str], known: Collection[str]) -> list[int]:
    """The features of a sentence, each once, in ascending order.

    Args:
        words: Plain words, taken apart where they are run together.
        known: The words that samples have.
    """
    return sorted({crc32(text.encode()) % BUCKETS for text in _texts(words, known)})


def _texts(words: Sequence[str], known: Collection[str]) -> Iterator[str]:
    told = [word if word in known else UNKNOWN for word in words]
    yield from (f"w {word}" for word in told)
    bounded = ("<", *told, ">")
    yield from (f"w {one} {two}" for one, two in pairwise(bounded))
    # A word in between changes: "hold it longer", "hold this longer".
    yield from (f"s {one} {two}" for one, two in zip(bounded, bounded[2:], strict=False))
    for word in words:
        ends = f" {word} "
        for length in PARTS:
            yield from (f"c{ends[at : at + length]}" for at in range(len(ends) - length + 1))
