"""Which intent a sentence most probably has, by weights that were learned from the model's samples.

A linear support vector machine, one against the rest: what Alexa's own understanding is nearest to
among what fits in a file of this size. It is trained by `scripts/train_ear.py` and only reckoned with
here, so that the ear needs no numerical library: loading takes milliseconds and a sentence less than
one.

The file: one line of JSON (intents, biases, known words, the scale of the weights, the digest of the
material), then, compressed, how many weights each feature has, the numbers of their intents, and the
weights themselves.
"""

import json
import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from itertools import accumulate
from math import sqrt
from pathlib import Path

from skill.errors import SettingError, in_one_line
from skill.simulator.ear.classification.features import BUCKETS, features


@dataclass(frozen=True)
class Guess:
    """An intent, and how sure it is."""

    intent: str
    margin: float
    """The distance from the boundary to all other intents: above 0 for it, below 0 against it."""
    lead: float
    """How much the margin is above the next best intent's."""
    margins: Mapping[str, float]
    """The margins of all intents."""


@dataclass(frozen=True)
class Learned:
    """What was learned from the samples of one language."""

    intents: tuple[str, ...]
    biases: tuple[float, ...]
    """By intent: what its margin is without a single feature."""
    scale: float
    """What a weight of one is worth."""
    digest: str
    """Of the material that it was learned from."""
    known: frozenset[str]
    """The words that samples have."""
    counts: bytes
    """By feature: how many weights it has."""
    owners: bytes
    """By weight, feature after feature: the number of its intent."""
    weights: bytes
    """In the same order: the weights, as signed bytes."""

    def write(self, path: Path) -> None:
        """Write it to a file."""
        head = {
            "intents": self.intents,
            "biases": self.biases,
            "scale": self.scale,
            "digest": self.digest,
            "known": " ".join(sorted(self.known)),
        }
        body = zlib.compress(self.counts + self.owners + self.weights, 9)
        path.write_bytes(json.dumps(head).encode() + b"\n" + body)


def read_learned(path: Path) -> Learned:
    """What `Learned.write` wrote.

    Raises:
        SettingError: The file is missing or broken.
    """
    try:
        line, _, body = path.read_bytes().partition(b"\n")
        head = json.loads(line)
        every = zlib.decompress(body)
        counts, rest = every[:BUCKETS], every[BUCKETS:]
        learned = Learned(
            intents=tuple(map(str, head["intents"])),
            biases=tuple(map(float, head["biases"])),
            scale=float(head["scale"]),
            digest=str(head["digest"]),
            known=frozenset(str(head["known"]).split()),
            counts=counts,
            owners=rest[: sum(counts)],
            weights=rest[sum(counts) :],
        )
    except FileNotFoundError:
        message = f"{path} is missing: `make ears` learns it from the samples"
    except (OSError, ValueError, KeyError, TypeError, zlib.error, RecursionError) as error:
        message = f"{path} cannot be read ({error}): `make ears` learns it anew"
    else:
        sizes = len(learned.owners), len(learned.weights), len(counts), len(learned.biases)
        if sizes == (sum(counts), sum(counts), BUCKETS, len(learned.intents)):
            return learned
        message = f"{path} is cut off: `make ears` learns it anew"
    raise SettingError(in_one_line(message))


class Classifier:
    """Tells the intent of a sentence by what was learned."""

    def __init__(self, learned: Learned) -> None:
        self._learned = learned

    def guess(self, words: Sequence[str]) -> Guess:
        """The likeliest intent of these plain words, which are at least one."""
        margins = dict(zip(self._learned.intents, self.margins(words), strict=True))
        first, second = nlargest(2, margins, key=margins.__getitem__)
        return Guess(first, margins[first], margins[first] - margins[second], margins)

    def margins(self, words: Sequence[str]) -> list[float]:
        """The margin of every intent, in the order of the intents."""
        learned, sums = self._learned, [0] * len(self._learned.intents)
        found = features(words, learned.known)
        for feature in found:
            for at in range(self._starts[feature], self._starts[feature + 1]):
                sums[learned.owners[at]] += self._weights[at]
        factor = learned.scale / sqrt(len(found))
        return [bias + factor * each for bias, each in zip(learned.biases, sums, strict=True)]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return array("L", accumulate(self._learned.counts, initial=0))

    @cached_property
    def _weights(self) -> memoryview:
        return memoryview(self._learned.weights).cast("b")
