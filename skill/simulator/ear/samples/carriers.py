"""How alike an utterance and a sample are, word by word; rare words count more than common ones."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest

from skill.simulator.ear.model.sample import Sample
from skill.simulator.ear.words.plain_words import SLOT

SMALL_WEIGHT = 0.2
"""The weight of a word that every other sentence has; the weight of an unexpected word is 1."""

LEAST_WEIGHT = 0.45
"""The least weight of a word that distinguishes intents at all."""

ORDER_SHARE = 0.15
"""How much of the likeness depends on the order of the words."""

SPELT_ALIKE = 85
"""From 0 to 100: words that are at least this much alike count as the same word."""

USUAL = 6
"""In how many samples a word stands that is hardly in a name: few have "mum" by chance."""

SHORTEST_CORRECTED = 4
"""The fewest letters of a word that is corrected: in shorter ones a wrong letter makes another word."""

CLOSEST = 12
"""How many samples are compared by the order of their words."""


@dataclass(frozen=True)
class Closest:
    """The sample to which an utterance is most alike."""

    sample: Sample
    likeness: float
    """From 0 to 1."""
    telling: int
    """How many of the words that both have are not small words."""


class Carriers:
    """Samples with the same slots, to be compared with an utterance."""

    def __init__(self, samples: Sequence[Sample], weights: "Weights") -> None:
        self._samples = samples
        self._weights = weights
        self._roots = [tuple(map(weights.root, sample.words)) for sample in samples]
        self._bags = [frozenset(roots) for roots in self._roots]
        self._totals = [weights.total(bag) for bag in self._bags]
        self._holders: dict[str, set[int]] = defaultdict(set)
        for place, bag in enumerate(self._bags):
            for word in bag:
                self._holders[word].add(place)

    def closest(self, words: Sequence[str]) -> Closest | None:
        """The sample most alike to these words; None where no sample shares a word with them."""
        from rapidfuzz.distance import Indel  # only a near miss needs it

        roots = tuple(self._weights.root(self._weights.corrected(word)) for word in words)
        bag = frozenset(roots)
        alike = self._likenesses(bag)
        best: Closest | None = None
        for place in nsmallest(CLOSEST, alike, key=lambda place: (-alike[place], place)):
            order = Indel.normalized_similarity(roots, self._roots[place])
            likeness = (1 - ORDER_SHARE) * alike[place] + ORDER_SHARE * order
            if best is None or likeness > best.likeness:
                telling = len(self._telling(bag & self._bags[place]))
                best = Closest(self._samples[place], likeness, telling)
        return best

    def _likenesses(self, bag: frozenset[str]) -> dict[int, float]:
        """How alike these words and each sample are: twice what both have, over what each has.

        Only samples that share more than small words are compared; if there are none, all that share
        any. A word that the sample lacks counts in full, however common it is in other samples: the
        utterance is then about something else.
        """
        telling = self._telling(bag)
        shared = dict.fromkeys(self._holding(telling) or self._holding(bag), 0.0)
        extra = dict.fromkeys(shared, sum(map(self._weights.too_many, sorted(bag))))
        for word in sorted(bag):  # in one order, so that the sums are the same in every run
            weight, too_many = self._weights.of(word), self._weights.too_many(word)
            holders = self._holders.get(word, set())
            for place in holders if word in telling else shared.keys() & holders:
                if place in shared:
                    shared[place] += weight
                    extra[place] -= too_many
        return {
            place: 2 * both / (both + extra[place] + self._totals[place])
            for place, both in shared.items()
        }

    def _holding(self, words: Iterable[str]) -> set[int]:
        return set().union(*(self._holders.get(word, ()) for word in words))

    def _telling(self, bag: frozenset[str]) -> list[str]:
        return [word for word in bag if self._weights.of(word) > SMALL_WEIGHT]


class Weights:
    """How much each word counts: the fewer intents use it, the more."""

    def __init__(
        self,
        samples: Iterable[Sample],
        small_words: Iterable[str],
        same_words: Mapping[str, str],
        stem: Callable[[str], str],
    ) -> None:
        self._same = same_words
        self._stem = stem
        self._small = frozenset(map(self.root, small_words))
        self._words: set[str] = set()
        self._counts: Counter[str] = Counter()
        users: dict[str, set[str]] = defaultdict(set)
        for sample in samples:
            self._words.update(sample.words)
            for word in sample.words:
                users[self.root(word)].add(sample.intent)
            self._counts.update({self.root(word) for word in sample.words})
        intents = len({intent for using in users.values() for intent in using})
        self._weights = {
            word: max(LEAST_WEIGHT, 1 - math.log(len(using)) / math.log(intents + 1))
            for word, using in users.items()
        }

    def root(self, word: str) -> str:
        """The word that stands for this one and for others of the same meaning."""
        return self._same.get(word) or self._stem(word)

    def of(self, root: str) -> float:
        """The weight of a word; a word that no sample has weighs most."""
        return SMALL_WEIGHT if root in self._small else self._weights.get(root, 1.0)

    def total(self, roots: Iterable[str]) -> float:
        """The weight of several words; the same in whichever order they come."""
        return math.fsum(map(self.of, roots))

    def too_many(self, root: str) -> float:
        """The weight of a word that a sample lacks."""
        return SMALL_WEIGHT if root in self._small else 1.0

    def is_usual(self, word: str) -> bool:
        """Whether some samples have this word, or it is a small word: it is hardly in a name then."""
        root = self.root(word)
        return self._counts[root] >= USUAL or root in self._small

    def knows(self, word: str) -> bool:
        """Whether a sample has this word, or it is a small word."""
        root = self.root(word)
        return root in self._weights or root in self._small

    def corrected(self, word: str) -> str:
        """The word of a sample that is spelt nearly like this one, or else this word."""
        if self.knows(word) or len(word) < SHORTEST_CORRECTED or SLOT.fullmatch(word):
            return word
        from rapidfuzz import fuzz, process

        found = process.extractOne(word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=SPELT_ALIKE)
        return found[0] if found else word

    @cached_property
    def _vocabulary(self) -> list[str]:
        """The longer words of the samples, without slots."""
        return sorted(word for word in self._words if len(word) >= SHORTEST_CORRECTED and word[0] != "{")
