"""An interaction model → sentences to learn from: its samples, with words in their slots.

Alexa fills the slots of samples with the values that stand in the model, and learns from what comes out.
So does the classifier, and so do the second ears of `benchmarks/understanding.py`: one material for all
of them, in one order, so that a file of learned weights can say from which material it comes. What is
not for the coach, `background.toml` of the language, is learned as the fallback.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache
from itertools import cycle, islice
from pathlib import Path

from skill.errors import ContentError
from skill.library.intents import FALLBACK
from skill.library.reading import Problems, read_file
from skill.simulator.ear.model.model_file import HeardModel
from skill.simulator.ear.words.hearing import Hearing
from skill.simulator.ear.words.plain_words import SLOT, Trimmer

FILLINGS = 4
"""How many sentences are made of a sample that has slots. On utterances that no sample has, one filling
gave 88.4 % right intents, three 92.3 % and four 92.9 %."""
ABOUT_OTHERS = 400
"""About how many samples are taken to be about something else."""


@dataclass(frozen=True)
class Sentence:
    """A sample with words in its slots."""

    words: str
    """Plain words, taken apart where they are run together, as utterances are."""
    intent: str
    sample: str
    """Empty for a sentence that is meant for somebody else."""


@dataclass(frozen=True)
class Background:
    """What is said in a room to somebody else, or beside a wish."""

    sentences: tuple[str, ...]
    """Meant for somebody else."""
    reasons: tuple[str, ...]
    """Said with a wish, before it or after it; they change nothing."""
    others: tuple[str, ...]
    """What sentences like the samples may be about, and no stretch."""


def load_background(content: Path, tag: str) -> Background:
    """What is said in one language and is not for the coach.

    Raises:
        ContentError: The file is missing or broken.
    """
    problems = Problems()
    table = read_file(content, f"locales/{tag}/background.toml", problems)
    background = Background(*(table.texts(each.name) for each in fields(Background)))
    table.close()
    if problems.lines:
        raise ContentError(problems.lines)
    return background


def material(
    models: Sequence[HeardModel], hearing: Hearing, background: Background
) -> tuple[Sentence, ...]:
    """The sentences of all the models of one language, each once, in the order of the models.

    Args:
        models: One for each locale of the language.
        hearing: What the ear knows of the language; words for Amazon's slot types come from there.
        background: What is not for the coach; it is learned as the fallback.
    """
    spelled = cache(Trimmer(hearing).spelled_text)  # most of a model stands in every other one
    found: dict[tuple[str, str], Sentence] = {}
    for model in models:
        names = {**hearing.examples, **{kind: tuple(_names(model, kind)) for kind in model.types}}
        for intent, samples in model.samples.items():
            deals = {slot: cycle(names[kind]) for slot, kind in model.slots[intent].items()}
            for sample in samples:
                for filled in _filled(sample, deals):
                    words = spelled(filled)
                    found.setdefault((words, intent), Sentence(words, intent, sample))
    for said in (*background.sentences, *_about_others(models, background.others)):
        words = spelled(said)
        found.setdefault((words, FALLBACK), Sentence(words, FALLBACK, ""))
    return tuple(found.values())


def with_reasons(
    sentences: Iterable[Sentence], hearing: Hearing, background: Background
) -> Iterator[Sentence]:
    """Three in five of the wishes once more, with a reason behind them, or in front of one in three."""
    trimmer = Trimmer(hearing)
    reasons = cycle(map(trimmer.spelled_text, background.reasons))
    wishes = (each for each in sentences if each.intent != FALLBACK)
    for number, wish in enumerate(wishes):
        if number % 5 in (0, 2, 3):
            reason = next(reasons)
            said = f"{reason} {wish.words}" if number % 3 == 0 else f"{wish.words} {reason}"
            yield replace(wish, words=said)


def known_words(sentences: Iterable[Sentence]) -> frozenset[str]:
    """The words that at least two sentences have that are wishes."""
    wishes = (each for each in sentences if each.intent != FALLBACK)
    counts = Counter(word for wish in wishes for word in {*wish.words.split()})
    return frozenset(word for word, count in counts.items() if count > 1)


def digest(sentences: Sequence[Sentence]) -> str:
    """A short text that changes with the material."""
    lines = "\n".join(f"{each.intent}\t{each.words}" for each in sentences)
    return hashlib.sha256(lines.encode()).hexdigest()[:16]


def _about_others(models: Iterable[HeardModel], others: Sequence[str]) -> Iterator[str]:
    """Samples about a stretch or a routine, now about something else; every so many of them."""
    about = cycle(others)
    samples = dict.fromkeys(
        sample
        for model in models
        for intent, samples in model.samples.items()
        for sample in samples
        if [model.slots[intent][slot] for slot in SLOT.findall(sample)] in (["STRETCH"], ["ROUTINE"])
    )
    for sample in islice(samples, 0, None, max(1, len(samples) // ABOUT_OTHERS)):
        yield SLOT.sub(next(about), sample)


def _names(model: HeardModel, kind: str) -> Iterator[str]:
    """Every name of a type once, the values taking turns: long lists of one value tell no more."""
    lists = [value.names for value in model.types[kind]]
    for place in range(max(map(len, lists), default=0)):
        for names in lists:
            yield from islice(names, place, place + 1)


def _filled(sample: str, deals: Mapping[str, Iterator[str]]) -> Iterator[str]:
    parts = sample.split()
    slotted = any(SLOT.fullmatch(part) for part in parts)
    for _ in range(FILLINGS if slotted else 1):
        yield " ".join(
            next(deals[found[1]]) if (found := SLOT.fullmatch(part)) else part for part in parts
        )
