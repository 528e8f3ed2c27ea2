"""What stands in an intent's slots: a name, one thing out of several, a length of time."""

import math
from collections.abc import Iterator, Mapping

from ask_sdk_model import ListSlotValue, SimpleSlotValue, Slot
from ask_sdk_model.slu.entityresolution import StatusCode

from skill.alexa.requests.durations import isoduration, isomonths
from skill.coach.conversation.events import Asked

Slots = Mapping[str, Slot]

A_DAY = 86_400.0
"""Seconds of the longest length that is passed on; a hold of three weeks can be said, too."""

MOST_HEARD = 60
"""Characters of a name that are said back: no name is longer, and a whole speech is none."""


def said(slots: Slots, name: str) -> str:
    """The words in a slot, as they were recognised; empty where there are none."""
    return next((value.value for value in _values(slots.get(name)) if value.value), "")


def asked(slots: Slots, name: str) -> Asked:
    """A named stretch or routine: the ids of every match of every authority, and the words.

    Of several values in one slot it is the first that matched anything.
    """
    named = [_asked(value) for value in _values(slots.get(name))]
    named = [each for each in named if not each.is_nameless]
    return next((each for each in named if each.ids), named[0] if named else Asked())


def picked(slots: Slots, name: str) -> str:
    """The id of a slot with one meaning; empty where nothing was said or nothing matched."""
    return next(iter(asked(slots, name).ids), "")


def seconds(slots: Slots, number: str, duration: str) -> float | None:
    """A length of time, said as a number of seconds or as a duration; None where neither fits.

    It is at most a day long.
    """
    length = isoduration(said(slots, duration))
    if length is not None:
        return min(length, A_DAY)
    try:
        counted = float(said(slots, number))
    except ValueError:  # "?" is what Alexa sends for a number she did not catch
        return None
    return min(counted, A_DAY) if math.isfinite(counted) else None


def months(slots: Slots, duration: str, roughly: str = "") -> float | None:
    """How many months ago something was, or began; None where that was not said.

    Args:
        slots: All slots.
        duration: The one for a length of time; one of less than a day is none.
        roughly: The one whose ids are months: "years ago".
    """
    length = isomonths(said(slots, duration))
    named = picked(slots, roughly)
    return float(named) if length is None and named.isdecimal() else length


def times_of(slots: Slots, slot: str = "times") -> int:
    """How often something is to be done; 0 where that was not said."""
    times = picked(slots, slot)
    return int(times) if times.isdecimal() else 0


def _values(slot: Slot | None) -> Iterator[Slot | SimpleSlotValue]:
    """What was said in a slot, one after another: it may take several values at once."""
    if slot is None:
        return
    if slot.value:
        yield slot
    waiting = [slot.slot_value]
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, ListSlotValue):
            waiting[:0] = value.values or ()
        elif isinstance(value, SimpleSlotValue):
            yield value


def _asked(value: Slot | SimpleSlotValue) -> Asked:
    heard = " ".join((value.value or "")[:MOST_HEARD].split())
    if not any(letter.isalpha() for letter in heard):
        return Asked()
    return Asked(tuple(dict.fromkeys(_ids(value))), heard)


def _ids(value: Slot | SimpleSlotValue) -> list[str]:
    """The ids of every match; values that come without a word on whether they match do match."""
    resolutions = value.resolutions
    if resolutions is None or not resolutions.resolutions_per_authority:
        return []
    return [
        match.value.id
        for authority in resolutions.resolutions_per_authority
        if authority.status is None or authority.status.code in (None, StatusCode.ER_SUCCESS_MATCH)
        for match in authority.values or ()
        if match.value is not None and match.value.id
    ]
