"""What stands in an intent's slots: a name, one thing out of several, a length of time."""

from collections.abc import Mapping

from ask_sdk_model import Slot
from ask_sdk_model.slu.entityresolution import StatusCode

from skill.alexa.requests.durations import isoduration
from skill.coach.conversation.events import Asked

Slots = Mapping[str, Slot]

MOST_HEARD = 60
"""Characters of a name that are said back: no name is longer, and a whole speech is none."""


def asked(slots: Slots, name: str) -> Asked:
    """A named stretch or routine: the ids of every match of every authority, and the words."""
    slot = slots.get(name)
    if slot is None or not slot.value:
        return Asked()
    heard = " ".join(slot.value[:MOST_HEARD].split())
    if not any(letter.isalpha() for letter in heard):
        return Asked()
    return Asked(tuple(dict.fromkeys(_ids(slot))), heard)


def picked(slots: Slots, name: str) -> str:
    """The id of a slot with one meaning; empty where nothing was said or nothing matched."""
    return next(iter(asked(slots, name).ids), "")


def seconds(slots: Slots, number: str, duration: str) -> float | None:
    """A length of time, said as a number of seconds or as a duration; None where neither fits."""
    spoken = slots.get(duration)
    length = isoduration(spoken.value) if spoken is not None and spoken.value else None
    if length is not None:
        return length
    counted = slots.get(number)
    try:
        return float(counted.value) if counted is not None and counted.value else None
    except ValueError:  # "?" is what Alexa sends for a number she did not catch
        return None


def _ids(slot: Slot) -> list[str]:
    resolutions = slot.resolutions
    if resolutions is None or not resolutions.resolutions_per_authority:
        return []
    return [
        match.value.id
        for authority in resolutions.resolutions_per_authority
        if authority.status is not None and authority.status.code == StatusCode.ER_SUCCESS_MATCH
        for match in authority.values or ()
        if match.value is not None and match.value.id
    ]
