"""Everything that people can mean: `intents.toml`.

The declarations only. `skill.library.utterances` reads how each language says it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from skill.errors import ContentError
from skill.library.reading import Problems, Table, read_file

FALLBACK = "AMAZON.FallbackIntent"
"""The intent that Alexa sends for anything else; the only one that never has samples."""

SEARCH_QUERY = "AMAZON.SearchQuery"
BUILT_IN_TYPES = frozenset(
    {"AMAZON.NUMBER", "AMAZON.DURATION", "AMAZON.TIME", "AMAZON.DATE", SEARCH_QUERY}
)
LISTED = ("areas", "conditions", "signs")
"""The files of the content that list ids which a slot can have for its values."""
ENTRIES = frozenset({"stretches", "routines", *LISTED})


@dataclass(frozen=True)
class SlotType:
    """The kind of thing that a slot can hold."""

    id: str
    entries: str = ""
    """One of `ENTRIES`, where the content itself gives the values."""
    values: tuple[str, ...] = ()
    """The ids of its values; empty for stretches and routines, whose files name them."""


@dataclass(frozen=True)
class Intent:
    """One thing that a person can mean."""

    name: str
    """Its name on Alexa."""
    slots: Mapping[str, str]
    """The type of each slot, by the name of the slot."""

    @property
    def amazons(self) -> bool:
        """Whether it is one of Amazon's own intents, which understand words without samples."""
        return self.name.startswith("AMAZON.")


@dataclass(frozen=True)
class Intents:
    """Everything that people can mean, in the order of the file."""

    intents: Mapping[str, Intent]
    """By their names."""
    slot_types: Mapping[str, SlotType]
    """By their ids."""


def load_intents(folder: Path) -> Intents:
    """The intents and their slot types.

    Raises:
        ContentError: With every problem of the file.
    """
    problems = Problems()
    intents = read_intents(folder, problems)
    if problems.lines:
        raise ContentError(problems.lines)
    return intents


def read_intents(folder: Path, problems: Problems) -> Intents:
    """The intents and their slot types; problems of the file are noted."""
    table = read_file(folder, "intents.toml", problems)
    listed = {name: _listed(folder, name) for name in LISTED}
    types = {name: _slot_type(name, row, listed) for name, row in table.table("slot_types").tables()}
    intents = {}
    for name, row in table.table("intents").tables():
        has_slots = "slots" in row.names()
        intents[name] = Intent(name, row.table("slots").all_texts() if has_slots else {})
        row.close()
    table.close()
    read = Intents(intents, types)
    _slots_have_one_known_type(read, table)
    return read


def unhandled_intents(folder: Path, handled: Collection[str]) -> list[str]:
    """The declared intents that nothing handles, as `file: key: problem`.

    Args:
        folder: The folder of the content.
        handled: The names of the intents that are handled.
    """
    declared = read_intents(folder, Problems()).intents  # other problems there are told elsewhere
    return [
        f"content/intents.toml: intents.{name}: nothing handles it; write in"
        " skill/alexa/requests/intents.py what it means"
        for name in declared
        if name not in handled
    ]


def _listed(folder: Path, name: str) -> tuple[str, ...]:
    """The ids in one of the files; what is wrong with it is the library's to tell."""
    table = read_file(folder, f"{name}.toml", Problems())
    if name == "areas":
        return table.texts(name, optional=True)
    return table.table(name).names()


def _slot_type(name: str, table: Table, listed: Mapping[str, tuple[str, ...]]) -> SlotType:
    entries = table.text("entries", optional=True)
    values = table.texts("values", optional=True)
    if bool(entries) == bool(values):
        table.note("values", "either `entries` or `values` must be given")
    elif entries and entries not in ENTRIES:
        table.note("entries", f"{entries!r} is none of {', '.join(sorted(ENTRIES))}")
    table.close()
    return SlotType(name, entries, listed.get(entries, values))


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
