"""Words that Alexa heard in a slot and knows no value for → the value that the language has for them.

Only for what somebody says about their body: there, what was heard counts, even where Alexa's entity
resolution found nothing. A name that is denied ("no numbness") is none. Where several conditions were
heard in one slot, each counts as if it had been heard in its own.
"""

from collections.abc import Collection, Iterator, Mapping

from ask_sdk_model import Slot
from ask_sdk_model.slu.entityresolution import (
    Resolution,
    Resolutions,
    Status,
    StatusCode,
    Value,
    ValueWrapper,
)

from skill.alexa.requests.slots import Slots, asked, said
from skill.library.language import HeardWords

TYPES = {
    "condition": "CONDITION",
    "besides": "CONDITION",
    "further": "CONDITION",
    "symptom": "SYMPTOM",
    "also": "SYMPTOM",
    "posture": "POSTURE",
    "advice": "ADVICE",
}
"""The type of each slot whose words are looked up."""

CONDITION, BESIDES, FURTHER = "condition", "besides", "further"
"""The slots for a condition, and for a second and a third one that were told in the same sentence."""

DENIED_BEFORE = 3
"""How many words before a name a denial may stand: "no sign of numbness"."""


def with_heard_ids(slots: Slots, known: HeardWords) -> Slots:
    """The same slots, with an id for each whose words Alexa resolved to nothing but that have a name."""
    found = {name: _with_id(name, slot, slots, known) for name, slot in slots.items()}
    heard, names = said(slots, CONDITION), known.names.get(TYPES[CONDITION], {})
    if asked(slots, CONDITION).ids or said(slots, BESIDES) or not heard or not names:
        return found
    ids = heard_ids(heard, names, known.denials)
    pairs = zip((CONDITION, BESIDES, FURTHER), ids, strict=False)
    return found | {name: _resolved(name, heard, id_) for name, id_ in pairs}


def heard_id(heard: str, names: Mapping[str, str], denials: Collection[str]) -> str:
    """The id of the name that words are, or have in them; of several the first in the file's order.

    The files list the gravest first. Empty where the words have no name, or only denied ones.
    """
    words = plain(heard).split()
    if (name := " ".join(words)) in names:
        return names[name]
    return next((id_ for name, id_ in names.items() if _is_in(name.split(), words, denials)), "")


def heard_ids(heard: str, names: Mapping[str, str], denials: Collection[str]) -> tuple[str, ...]:
    """The ids of all names that words have in them, each in words of its own, the longest name first.

    "Five months pregnant" is not "pregnant" as well. They come in the file's order.
    """
    words = plain(heard).split()
    taken: set[int] = set()
    found = set()
    for name in sorted(names, key=lambda name: -len(name.split())):
        for place in _places(name.split(), words, denials):
            if taken.isdisjoint(place):
                taken.update(place)
                found.add(names[name])
    return tuple(id_ for id_ in dict.fromkeys(names.values()) if id_ in found)


def begins_no_name(heard: str, no_names: Collection[str]) -> bool:
    """Whether words stand where a name does, and begin as none: "a day, I'm knackered"."""
    return any(f"{plain(heard)} ".startswith(f"{words} ") for words in no_names)


def plain(text: str) -> str:
    """A text for comparing: in lower case, without apostrophes and full stops."""
    letters = text.lower().replace("\u2019", "").replace("'", "").replace(".", " ")
    return " ".join(letters.split())


def _is_in(name: list[str], words: list[str], denials: Collection[str]) -> bool:
    return any(True for _ in _places(name, words, denials))


def _places(name: list[str], words: list[str], denials: Collection[str]) -> Iterator[range]:
    """Where a name stands among words and is not denied."""
    for start in range(len(words) - len(name) + 1):
        before = words[max(0, start - DENIED_BEFORE) : start]
        if words[start : start + len(name)] == name and not any(word in denials for word in before):
            yield range(start, start + len(name))


def _with_id(name: str, slot: Slot, slots: Slots, known: HeardWords) -> Slot:
    heard = said(slots, name)
    names = known.names.get(TYPES.get(name, ""), {})
    if asked(slots, name).ids or not heard or not names:
        return slot
    found = heard_id(heard, names, known.denials)
    return _resolved(name, heard, found) if found else slot


def _resolved(name: str, heard: str, id_: str) -> Slot:
    value = ValueWrapper(Value(name=heard, id=id_))
    status = Status(code=StatusCode.ER_SUCCESS_MATCH)
    resolution = Resolution(authority=name, status=status, values=[value])
    return Slot(name=name, value=heard, resolutions=Resolutions([resolution]))
