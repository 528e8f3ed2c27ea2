"""The samples of the interaction models → what the simulator's ear has learned from them.

    make ears                    # in an environment of its own, made when it is needed

Writes `interaction_models/ear/<language>.bin` for every language whose material has changed since: its
samples, slot values or `[examples]`; `make test` tells when one is older than that. A file that is
removed is learned anew, as it has to be after a change of this script. The same material and the same
versions of the libraries give the same bytes.
"""

import sys
from collections import Counter
from itertools import groupby

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from skill.library.intents import FALLBACK
from skill.library.loading import data_folder
from skill.simulator.ear.classification.classifier import Learned, read_learned
from skill.simulator.ear.classification.features import BUCKETS, features
from skill.simulator.ear.classification.material import (
    Sentence,
    digest,
    known_words,
    load_background,
    material,
    with_reasons,
)
from skill.simulator.ear.model.model_file import heard_model, read_model
from skill.simulator.ear.words.hearing import load_hearing

PENALTY = 2.0
"""How much a sentence on the wrong side costs (C): of 0.5, 1, 2 and 4 the best on unseen utterances."""
ELSEWHERE = 3.0
"""How much more what is meant for somebody else counts than an intent: it is like nothing else."""
FEWEST_SENTENCES = 3
"""A feature that fewer sentences have is left out: it halves the file and costs nothing."""
LEAST_WEIGHT = 0.05
"""Smaller weights are left out, for the same reason."""


def train(sentences: tuple[Sentence, ...], known: frozenset[str], origin: str) -> Learned:
    """Learn from sentences, in which these words are known, and which come from a material."""
    found = [features(each.words.split(), known) for each in sentences]
    rows = csr_matrix(
        (
            np.concatenate([np.full(len(each), len(each) ** -0.5) for each in found]),
            np.concatenate(found),
            np.cumsum([0, *map(len, found)]),
        ),
        shape=(len(found), BUCKETS),
    )
    # One against the rest, equally many of each intent counted: a large class is not a likely one.
    intents = [each.intent for each in sentences]
    counts = Counter(intents)
    balanced = {intent: len(intents) / (len(counts) * count) for intent, count in counts.items()}
    balanced[FALLBACK] *= ELSEWHERE
    machine = LinearSVC(C=PENALTY, class_weight=balanced, random_state=0)
    machine.fit(rows, intents)
    weights = machine.coef_.T.copy()
    weights[np.bincount(rows.indices, minlength=BUCKETS) < FEWEST_SENTENCES] = 0
    weights[abs(weights) < LEAST_WEIGHT] = 0
    scale = float(abs(weights).max() / 127)
    small = np.round(weights / scale).astype(np.int8)
    owners = np.nonzero(small)[1]
    return Learned(
        intents=tuple(map(str, machine.classes_)),
        biases=tuple(round(float(each), 4) for each in machine.intercept_),
        scale=round(scale, 6),
        digest=origin,
        known=known,
        counts=np.count_nonzero(small, axis=1).astype(np.uint8).tobytes(),
        owners=owners.astype(np.uint8).tobytes(),
        weights=small[small != 0].tobytes(),
    )


def main() -> None:
    """Learn every language that has changed; one takes minutes."""
    models = data_folder("interaction_models")
    (models / "ear").mkdir(exist_ok=True)
    every = sorted(models.glob("*.json"))
    for language, paths in groupby(every, lambda path: path.stem.partition("-")[0]):
        hearing = load_hearing(data_folder("content"), language)
        background = load_background(data_folder("content"), language)
        plain = material([heard_model(read_model(path)) for path in paths], hearing, background)
        target, origin = models / "ear" / f"{language}.bin", digest(plain)
        if target.exists() and read_learned(target).digest == origin:
            print(f"{target}: as it was")
            continue
        sentences = (*plain, *with_reasons(plain, hearing, background))
        train(sentences, known_words(plain), origin).write(target)
        print(f"{target}: {len(sentences)} sentences, {target.stat().st_size} bytes")


if __name__ == "__main__":
    sys.exit(main())
