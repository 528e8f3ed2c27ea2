"""Preferences that two devices change at the same time: neither undoes what the other has set.

A session has read the preferences when it opened. When it writes later, only what it changed is set, and
the rest stays as it is in the store. What is learnt only grows, whoever learns it.
"""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from skill.coach.person.learning import LEARNT, facts_learnt, with_facts
from skill.coach.person.preferences import Preferences


def merged(known: Preferences, wanted: Preferences, kept: Preferences) -> Preferences:
    """The kept preferences with one session's changes applied.

    Args:
        known: The preferences as the session knew them before its change.
        wanted: The preferences as the session wants them after it.
        kept: The preferences as they are in the store now, perhaps changed by another device.
    """
    changes = {
        field.name: _merged(before, after, getattr(kept, field.name))
        for field in fields(Preferences)
        if field.name not in LEARNT
        and (before := getattr(known, field.name)) != (after := getattr(wanted, field.name))
    }
    return with_facts(replace(kept, **changes), facts_learnt(known, wanted))


def _merged(before: Any, after: Any, there: Any) -> Any:  # noqa: ANN401 - a field of whatever type
    """One field merged: tables and lists entry by entry, anything else as the session wants it."""
    if isinstance(after, Mapping):
        stay = {key: value for key, value in there.items() if key in after or key not in before}
        return stay | {key: value for key, value in after.items() if before.get(key) != value}
    if isinstance(after, tuple):
        left = tuple(entry for entry in there if entry in after or entry not in before)
        return (*left, *(entry for entry in after if entry not in before and entry not in left))
    return after
