"""How people say what they mean: each language's `interaction.toml`, `utterances/` and `slots/`.

There is one file for each intent and one for each slot type. `skill.interaction` makes the models of
them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from skill.errors import ContentError
from skill.library.intents import FALLBACK, LISTED, SEARCH_QUERY, Intent, Intents, SlotType, read_intents
from skill.library.opening import read_opening
from skill.library.reading import Problems, Table, names_in, read_file

SENSITIVITIES = ("LOW", "MEDIUM", "HIGH")

WAKE_WORDS = frozenset({"alexa", "amazon", "echo", "computer", "ziggy"})
LONGEST_WORDS = 140
"""How many characters Alexa allows in one value or synonym."""

SLOT = re.compile(r"\{(\w*)\}")
SAYABLE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?|(?:[^\W\d_]\.)+")
"""One word as Alexa accepts it: letters and apostrophes, and full stops in initialisms only."""
ALL_SAYABLE = re.compile(rf"\s*(?:(?:{SAYABLE.pattern})(?:\s+|$))*")
"""Nothing but such words."""


@dataclass(frozen=True)
class Utterances:
    """How people say, in one language, what they mean."""

    tag: str
    """The language, such as en."""
    invocation_name: str
    """The name by which people open the skill."""
    fallback_sensitivity: str
    """`LOW`, `MEDIUM` or `HIGH`; empty for languages in which Alexa does not offer the setting."""
    articles: tuple[str, ...]
    """Words that are left off the front of a name when it becomes a slot value."""
    samples: Mapping[str, tuple[str, ...]]
    """The sentences of each intent, with slots as `{stretch}`."""
    slot_words: Mapping[str, Mapping[str, tuple[str, ...]]]
    """By slot type and id of the value: the value's name, then its synonyms."""


def load_utterances(folder: Path, tag: str, intents: Intents) -> Utterances:
    """How people say these intents in one language; the intents must have no problems.

    Raises:
        ContentError: With every problem of the files.
    """
    problems = Problems()
    utterances = _read_utterances(folder, tag, intents, problems)
    if problems.lines:
        raise ContentError(problems.lines)
    return utterances


def check_utterances(folder: Path, tags: Iterable[str], problems: Problems) -> dict[str, Utterances]:
    """Note every problem of the intents and of these languages' words; returns the words by language."""
    intents = read_intents(folder, problems)
    if not intents.intents:
        return {}  # without readable intents nothing can be said, and that is noted already
    return {tag: _read_utterances(folder, tag, intents, problems) for tag in tags}


def _read_utterances(folder: Path, tag: str, intents: Intents, problems: Problems) -> Utterances:
    settings = read_file(folder, f"locales/{tag}/interaction.toml", problems)
    invocation_name = read_opening(settings).name
    sensitivity = settings.text("fallback_sensitivity", optional=True)
    if sensitivity and sensitivity not in SENSITIVITIES:
        known = ", ".join(SENSITIVITIES)
        settings.note("fallback_sensitivity", f"{sensitivity!r} is none of {known}")
    articles = settings.texts("articles", optional=True)
    settings.texts("denials")  # for words without a value, and no part of the model
    settings.texts("no_names", optional=True)  # for a name, which has no values
    settings.close()
    return Utterances(
        tag=tag,
        invocation_name=invocation_name,
        fallback_sensitivity=sensitivity,
        articles=articles,
        samples=_read_samples(folder, tag, intents, invocation_name, problems),
        slot_words=_read_slot_words(folder, tag, intents, problems),
    )


def _read_samples(
    folder: Path, tag: str, intents: Intents, invocation_name: str, problems: Problems
) -> dict[str, tuple[str, ...]]:
    every = {}
    owners: dict[str, str] = {}
    wanted = [name for name, intent in intents.intents.items() if not intent.amazons]
    for name, table in _files(folder, f"locales/{tag}/utterances", intents.intents, wanted, problems):
        samples = every[name] = table.texts("samples")
        table.close()
        if name == FALLBACK:
            table.note("samples", "cannot be: this intent is for everything else")
        _samples_fit(intents.intents[name], samples, invocation_name, table)
        _samples_differ(intents.intents[name], samples, owners, table)
    return every


def _read_slot_words(
    folder: Path, tag: str, intents: Intents, problems: Problems
) -> dict[str, dict[str, tuple[str, ...]]]:
    every = {}
    own = {name: kind for name, kind in intents.slot_types.items() if kind.values}
    # Without `areas.toml` no area is known, and that is noted; the same goes for the others.
    known = own | {name: kind for name, kind in intents.slot_types.items() if kind.entries in LISTED}
    for name, table in _files(folder, f"locales/{tag}/slots", known, own, problems):
        words = every[name] = {value: table.texts(value) for value in table.names()}
        if name in own and not problems.has(table.file, "file"):
            _values_have_words(own[name], words, table)
        _words_differ(words, table)
    return every


def _files(
    folder: Path, name: str, known: Iterable[str], wanted: Iterable[str], problems: Problems
) -> Iterator[tuple[str, Table]]:
    """The files of a folder by the intent or slot type they are for, in the order of `intents.toml`."""
    there = names_in(folder / name)
    for unknown in sorted({*there}.difference(known)):
        problems.note(f"content/{name}/{unknown}.toml", "file", "is for nothing in content/intents.toml")
    for each in known:
        if each in there or each in wanted:
            yield each, read_file(folder, f"{name}/{each}.toml", problems)


def _samples_fit(intent: Intent, samples: Sequence[str], invocation_name: str, table: Table) -> None:
    every_one = _all_sayable([SLOT.sub("", sample) for sample in samples])
    for sample in samples:
        problems = () if every_one else unsayable(SLOT.sub("", sample))
        for problem in (*problems, *_badly_slotted(intent, sample)):
            table.note("samples", f"{sample!r} {problem}")
        named = not WAKE_WORDS.isdisjoint(sample.split())
        if named or (invocation_name and invocation_name in sample):
            table.note("samples", f"{sample!r} has a wake word or the skill's own name")


def _all_sayable(texts: Sequence[str]) -> bool:
    """Whether nothing keeps any of these from being said: ten thousand are asked about in one go."""
    together = "\n".join(texts)
    longest = max(map(len, texts), default=0)
    sound = ALL_SAYABLE.fullmatch(together) and together == together.lower()
    return bool(sound) and longest <= LONGEST_WORDS


def unsayable(text: str) -> Iterator[str]:
    """What keeps a text from being a sample, a value or a synonym on Alexa."""
    if not ALL_SAYABLE.fullmatch(text):
        bad = [word for word in text.split() if not SAYABLE.fullmatch(word)]
        yield f"has {' '.join(bad)}: only words, apostrophes and initialisms can be said"
    if text != text.lower():
        yield "must be lower case"
    if len(text) > LONGEST_WORDS:
        yield f"is longer than {LONGEST_WORDS} characters"


def _badly_slotted(intent: Intent, sample: str) -> Iterator[str]:
    names = SLOT.findall(sample) if "{" in sample else []
    if not names:
        return
    for name in names:
        if name not in intent.slots:
            yield f"has {{{name}}}, which is no slot of {intent.name}"
        if f"{{{name}}}" not in sample.split():
            yield f"must have a space on either side of {{{name}}}"
    if len(set(names)) < len(names):
        yield "has the same slot twice"
    if SEARCH_QUERY in [intent.slots.get(name) for name in names]:
        if len(names) > 1:
            yield f"has another slot beside the {SEARCH_QUERY}"
        if not SLOT.sub("", sample).strip():
            yield f"must have words beside the {SEARCH_QUERY}"


def _samples_differ(
    intent: Intent, samples: tuple[str, ...], owners: dict[str, str], table: Table
) -> None:
    """No sentence is there twice, slots' names aside: `start {stretch}` and `start {other}` are one."""
    for sample in samples:
        shape = sample
        if "{" in sample:
            shape = SLOT.sub(lambda found: f"{{{intent.slots.get(found[1])}}}", sample)
        owner = owners.setdefault(shape, intent.name)
        if owner != intent.name:
            table.note("samples", f"{sample!r} also belongs to {owner}")
    for sample in sorted(sample for sample, times in Counter(samples).items() if times > 1):
        table.note("samples", f"{sample!r} stands there twice")


def _values_have_words(kind: SlotType, words: Mapping[str, tuple[str, ...]], table: Table) -> None:
    for value in sorted(set(kind.values) - words.keys()):
        table.note(value, "is missing")
    for value in sorted(words.keys() - set(kind.values)):
        table.note(value, f"is unknown in content/{kind.entries or 'intents'}.toml")


def _words_differ(words: Mapping[str, tuple[str, ...]], table: Table) -> None:
    owners: dict[str, str] = {}
    every_one = _all_sayable([text for texts in words.values() for text in texts])
    for value, texts in words.items():
        for text in texts:
            for problem in () if every_one else unsayable(text):
                table.note(value, f"{text!r} {problem}")
            if text in owners:
                table.note(value, f"{text!r} already stands under {owners[text]}")
            owners[text] = value
