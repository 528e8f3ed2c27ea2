"""Preferences that two devices change at once: neither undoes what the other has set.

A session knows the preferences as they were when it opened. What it sets later is what it changed,
and not all the rest as it was then.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from skill.coach.person.preferences import Preferences


def merged(known: Preferences, wanted: Preferences, kept: Preferences) -> Preferences:
    """What is kept, with the changes between two others.

    Args:
        known: As they were known before the change.
        wanted: As they were to be after it.
        kept: As they are kept by now; perhaps another device has changed something else.
    """
    changes = {
        field.name: _merged(before, after, getattr(kept, field.name))
        for field in fields(Preferences)
        if (before := getattr(known, field.name)) != (after := getattr(wanted, field.name))
    }
    return replace(kept, **changes)


def _merged(before: Any, after: Any, there: Any) -> Any:  # noqa: ANN401 - a field of whatever type
    """One field: tables and lists entry by entry, anything else as it was wanted."""
    if isinstance(after, Mapping):
        stay = {key: value for key, value in there.items() if key in after or key not in before}
        return stay | {key: value for key, value in after.items() if before.get(key) != value}
    if isinstance(after, tuple):
        left = tuple(entry for entry in there if entry in after or entry not in before)
        return (*left, *(entry for entry in after if entry not in before and entry not in left))
    return after
