"""Words that Alexa heard in a slot and knows no value for → the value that the language has for them.

Only for what somebody says about their body: there, what was heard counts, even where Alexa's entity
resolution found nothing. A name that is denied ("no numbness") is none.
"""

from collections.abc import Collection, Mapping

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
    "symptom": "SYMPTOM",
    "also": "SYMPTOM",
    "posture": "POSTURE",
    "advice": "ADVICE",
}
"""The type of each slot whose words are looked up."""

DENIED_BEFORE = 3
"""How many words before a name a denial may stand: "no sign of numbness"."""


def with_heard_ids(slots: Slots, known: HeardWords) -> Slots:
    """The same slots, with an id for each whose words Alexa resolved to nothing but that have a name."""
    return {name: _with_id(name, slot, slots, known) for name, slot in slots.items()}


def heard_id(heard: str, names: Mapping[str, str], denials: Collection[str]) -> str:
    """The id of the name that words are, or have in them; of several the first in the file's order.

    The files list the gravest first. Empty where the words have no name, or only denied ones.
    """
    words = plain(heard).split()
    if (name := " ".join(words)) in names:
        return names[name]
    return next((id_ for name, id_ in names.items() if _is_in(name.split(), words, denials)), "")


def plain(text: str) -> str:
    """A text for comparing: in lower case, without apostrophes and full stops."""
    letters = text.lower().replace("\u2019", "").replace("'", "").replace(".", " ")
    return " ".join(letters.split())


def _is_in(name: list[str], words: list[str], denials: Collection[str]) -> bool:
    return any(
        words[start : start + len(name)] == name
        and not any(word in denials for word in words[max(0, start - DENIED_BEFORE) : start])
        for start in range(len(words) - len(name) + 1)
    )


def _with_id(name: str, slot: Slot, slots: Slots, known: HeardWords) -> Slot:
    heard = said(slots, name)
    names = known.names.get(TYPES.get(name, ""), {})
    if asked(slots, name).ids or not heard or not names:
        return slot
    found = heard_id(heard, names, known.denials)
    if not found:
        return slot
    value = ValueWrapper(Value(name=heard, id=found))
    status = Status(code=StatusCode.ER_SUCCESS_MATCH)
    resolution = Resolution(authority=name, status=status, values=[value])
    return Slot(name=name, value=slot.value, resolutions=Resolutions([resolution]))
