"""What people can mean and how they say it: `intents.toml` and each language's `utterances.toml`.

Only the declarations. What becomes of them is up to `skill.interaction`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.errors import ContentError
from skill.library.reading import Problems, Table, read_file

FALLBACK = "AMAZON.FallbackIntent"
"""What Alexa uses for everything else; the one intent that never has samples."""

SEARCH_QUERY = "AMAZON.SearchQuery"
BUILT_IN_TYPES = frozenset(
    {"AMAZON.NUMBER", "AMAZON.DURATION", "AMAZON.TIME", "AMAZON.DATE", SEARCH_QUERY}
)
ENTRIES = frozenset({"stretches", "routines", "areas"})
SENSITIVITIES = ("LOW", "MEDIUM", "HIGH")

WAKE_WORDS = frozenset({"alexa", "amazon", "echo", "computer", "ziggy"})
LONGEST_WORDS = 140
"""Characters that Alexa allows in one value or synonym."""

SLOT = re.compile(r"\{(\w*)\}")
SAYABLE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?|(?:[^\W\d_]\.)+")
"""One word as Alexa wants it: letters and apostrophes, full stops only in initialisms."""


@dataclass(frozen=True)
class SlotType:
    """What can stand in a slot."""

    id: str
    entries: str = ""
    """`stretches`, `routines` or `areas`, where the content itself gives the values."""
    values: tuple[str, ...] = ()
    """The ids of its values; none for stretches and routines, whose files name them."""


@dataclass(frozen=True)
class Intent:
    """One thing somebody can mean."""

    name: str
    slots: Mapping[str, str]
    """The type of each slot, by the slot's name."""

    @property
    def amazons(self) -> bool:
        """Whether Amazon defines it, and so has words for it already."""
        return self.name.startswith("AMAZON.")


@dataclass(frozen=True)
class Intents:
    """Everything that can be meant, in the order of the file."""

    intents: Mapping[str, Intent]
    slot_types: Mapping[str, SlotType]


@dataclass(frozen=True)
class Utterances:
    """How one language says it."""

    tag: str
    invocation_name: str
    fallback_sensitivity: str
    """`LOW`, `MEDIUM` or `HIGH`; empty in the languages for which Alexa does not offer it."""
    articles: tuple[str, ...]
    """What is taken off the front of a name when it becomes a slot value."""
    samples: Mapping[str, tuple[str, ...]]
    """Sentences by intent, slots as `{stretch}`."""
    slot_words: Mapping[str, Mapping[str, tuple[str, ...]]]
    """By slot type and value id: the value's own name, then its synonyms."""


def load_intents(folder: Path) -> Intents:
    """The intents and their slots.

    Raises:
        ContentError: With every problem of the file.
    """
    problems = Problems()
    intents = _read_intents(folder, problems)
    if problems.lines:
        raise ContentError(problems.lines)
    return intents


def load_utterances(folder: Path, tag: str, intents: Intents) -> Utterances:
    """How one language says them, for intents that are sound.

    Raises:
        ContentError: With every problem of the file.
    """
    problems = Problems()
    utterances = _read_utterances(folder, tag, intents, problems)
    if problems.lines:
        raise ContentError(problems.lines)
    return utterances


def check_intents(folder: Path, tags: Iterable[str], problems: Problems) -> dict[str, Utterances]:
    """Note every problem of the intents and of their words in these languages; the words by language."""
    intents = _read_intents(folder, problems)
    if not intents.intents:
        return {}  # nothing to have words for, and that is noted
    return {tag: _read_utterances(folder, tag, intents, problems) for tag in tags}


def _read_intents(folder: Path, problems: Problems) -> Intents:
    table = read_file(folder, "intents.toml", problems)
    # What is wrong with that file is the library's to tell.
    areas = read_file(folder, "areas.toml", Problems()).texts("areas", optional=True)
    types = {name: _slot_type(name, row, areas) for name, row in table.table("slot_types").tables()}
    intents = {}
    for name, row in table.table("intents").tables():
        has_slots = "slots" in row.names()
        intents[name] = Intent(name, _flat(row.table("slots")) if has_slots else {})
        row.close()
    table.close()
    read = Intents(intents, types)
    _slots_have_one_known_type(read, table)
    return read


def _slot_type(name: str, table: Table, areas: tuple[str, ...]) -> SlotType:
    entries = table.text("entries", optional=True)
    values = table.texts("values", optional=True)
    if bool(entries) == bool(values):
        table.note("values", "either `entries` or `values` must be given")
    elif entries and entries not in ENTRIES:
        table.note("entries", f"{entries!r} is none of {', '.join(sorted(ENTRIES))}")
    table.close()
    return SlotType(name, entries, areas if entries == "areas" else values)


def _slots_have_one_known_type(intents: Intents, table: Table) -> None:
    types: dict[str, str] = {}
    for intent in intents.intents.values():
        for slot, kind in intent.slots.items():
            key = f"intents.{intent.name}.slots.{slot}"
            if kind not in intents.slot_types and kind not in BUILT_IN_TYPES:
                known = ", ".join(sorted({*intents.slot_types, *BUILT_IN_TYPES}))
                table.note(key, f"{kind!r} is none of {known}")
            if types.setdefault(slot, kind) != kind:
                table.note(key, f"is {kind} here and {types[slot]} elsewhere")


def _read_utterances(folder: Path, tag: str, intents: Intents, problems: Problems) -> Utterances:
    table = read_file(folder, f"locales/{tag}/utterances.toml", problems)
    read = Utterances(
        tag=tag,
        invocation_name=table.text("invocation_name"),
        fallback_sensitivity=table.text("fallback_sensitivity", optional=True),
        articles=table.texts("articles", optional=True),
        samples=_lists(table.table("intents")),
        slot_words={kind: _lists(row) for kind, row in table.table("slots").tables()},
    )
    table.close()
    for check in (
        _settings,
        _intents_have_samples,
        _samples_fit,
        _samples_differ,
        _slots_have_words,
    ):
        check(intents, read, table)
    return read


def _settings(_: Intents, read: Utterances, table: Table) -> None:
    sensitivity = read.fallback_sensitivity
    if sensitivity and sensitivity not in SENSITIVITIES:
        table.note("fallback_sensitivity", f"{sensitivity!r} is none of {', '.join(SENSITIVITIES)}")


def _intents_have_samples(intents: Intents, read: Utterances, table: Table) -> None:
    for intent in intents.intents.values():
        if not intent.amazons and not read.samples.get(intent.name):
            table.note(f"intents.{intent.name}", "has no samples")
    for name in read.samples:
        if name not in intents.intents:
            table.note(f"intents.{name}", "is unknown in content/intents.toml")
        elif name == FALLBACK:
            table.note(f"intents.{name}", "cannot have samples: it is for everything else")


def _samples_fit(intents: Intents, read: Utterances, table: Table) -> None:
    for intent, sample in _samples(intents, read):
        key = f"intents.{intent.name}"
        for problem in (*unsayable(SLOT.sub("", sample)), *_badly_slotted(intent, sample)):
            table.note(key, f"{sample!r} {problem}")
        words = frozenset(sample.split())
        if words & WAKE_WORDS or read.invocation_name in sample:
            table.note(key, f"{sample!r} has a wake word or the skill's own name")


def unsayable(text: str) -> Iterator[str]:
    """What keeps a text from being a sample, a value or a synonym on Alexa."""
    bad = [word for word in text.split() if not SAYABLE.fullmatch(word)]
    if bad:
        yield f"has {' '.join(bad)}: only words, apostrophes and initialisms can be said"
    if text != text.lower():
        yield "must be lower case"
    if len(text) > LONGEST_WORDS:
        yield f"is longer than {LONGEST_WORDS} characters"


def _badly_slotted(intent: Intent, sample: str) -> Iterator[str]:
    names = SLOT.findall(sample)
    for name in names:
        if name not in intent.slots:
            yield f"has {{{name}}}, which is no slot of {intent.name}"
        if not re.search(rf"(?:^|\s)\{{{name}\}}(?:\s|$)", sample):
            yield f"must have a space on either side of {{{name}}}"
    if len(set(names)) < len(names):
        yield "has the same slot twice"
    if SEARCH_QUERY in [intent.slots.get(name) for name in names]:
        if len(names) > 1:
            yield f"has another slot beside the {SEARCH_QUERY}"
        if not SLOT.sub("", sample).strip():
            yield f"must have words beside the {SEARCH_QUERY}"


def _samples_differ(intents: Intents, read: Utterances, table: Table) -> None:
    """No sentence twice, a slot's name put aside: `start {stretch}` and `start {other}` are one."""
    owners: dict[str, str] = {}
    for intent, sample in _samples(intents, read):
        shape = _typed(intent, sample)
        owner = owners.setdefault(shape, intent.name)
        if owner != intent.name:
            table.note(f"intents.{intent.name}", f"{sample!r} also belongs to {owner}")
    for name, samples in read.samples.items():
        for sample in sorted({sample for sample in samples if samples.count(sample) > 1}):
            table.note(f"intents.{name}", f"{sample!r} stands there twice")


def _slots_have_words(intents: Intents, read: Utterances, table: Table) -> None:
    for unknown in sorted(read.slot_words.keys() - intents.slot_types.keys()):
        table.note(f"slots.{unknown}", "is unknown in content/intents.toml")
    for kind in intents.slot_types.values():
        words = read.slot_words.get(kind.id, {})
        for value in sorted(set(kind.values) - words.keys()):
            table.note(f"slots.{kind.id}.{value}", "is missing")
        extra = words.keys() - set(kind.values) if kind.values or not kind.entries else set()
        for value in sorted(extra):
            file = "areas" if kind.entries == "areas" else "intents"
            table.note(f"slots.{kind.id}.{value}", f"is unknown in content/{file}.toml")
        _words_differ(kind, words, table)


def _words_differ(kind: SlotType, words: Mapping[str, tuple[str, ...]], table: Table) -> None:
    owners: dict[str, str] = {}
    for value, texts in words.items():
        for text in texts:
            key = f"slots.{kind.id}.{value}"
            for problem in unsayable(text):
                table.note(key, f"{text!r} {problem}")
            if text in owners:
                table.note(key, f"{text!r} already stands under {owners[text]}")
            owners[text] = value


def _typed(intent: Intent, sample: str) -> str:
    return SLOT.sub(lambda found: f"{{{intent.slots.get(found[1])}}}", sample)


def _samples(intents: Intents, read: Utterances) -> Iterator[tuple[Intent, str]]:
    for name, samples in read.samples.items():
        if name in intents.intents:
            for sample in samples:
                yield intents.intents[name], sample


def _flat(table: Table) -> dict[str, str]:
    keys = table.names()
    return {key: table.text(key) for key in keys}


def _lists(table: Table) -> dict[str, tuple[str, ...]]:
    keys = table.names()
    return {key: table.texts(key) for key in keys}
