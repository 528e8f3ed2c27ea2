"""What an intent's slots hold: a name, one of several things, or a length of time."""

from collections.abc import Mapping

from ask_sdk_model import Slot
from ask_sdk_model.slu.entityresolution import StatusCode

from skill.alexa.requests.durations import isoduration
from skill.coach.conversation.events import Asked

Slots = Mapping[str, Slot]

MOST_HEARD = 60
"""Characters of an unknown name that are said back: no name is longer than this."""


def asked(slots: Slots, name: str) -> Asked:
    """The stretch or routine that a slot names: every id that an authority matched, and the words."""
    slot = slots.get(name)
    if slot is None or not slot.value:
        return Asked()
    heard = " ".join(slot.value[:MOST_HEARD].split())
    if not any(letter.isalpha() for letter in heard):
        return Asked()
    return Asked(tuple(dict.fromkeys(_ids(slot))), heard)


def picked(slots: Slots, name: str) -> str:
    """The id of a slot's one meaning; empty where nothing was said or nothing matched."""
    return next(iter(asked(slots, name).ids), "")


def seconds(slots: Slots, number: str, duration: str) -> float | None:
    """A length of time in seconds, said as a number or as a duration; None where neither fits."""
    spoken = slots.get(duration)
    length = isoduration(spoken.value) if spoken is not None and spoken.value else None
    if length is not None:
        return length
    counted = slots.get(number)
    try:
        return float(counted.value) if counted is not None and counted.value else None
    except ValueError:  # Alexa sends "?" for a number that was not understood
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
