"""The parts of the day, and the days that have a name as a group: the same in every language."""

from datetime import time

from skill.library.language import Phrases

PARTS = ((22, "night"), (18, "evening"), (12, "afternoon"), (1, "morning"), (0, "night"))
"""The parts of the day and the hours at which they begin, the latest first; ours. A stretch at ten is
"at night", one at nine "in the evening"; two is "in the morning", but half past twelve "at night"."""

NIGHT_ENDS = 5
"""The hour at which the night ends; ours. What was done before it was done "last night", and "at
four" does not mean four in the morning unless the person says so."""

SETS = {"daily": frozenset(range(7)), "weekdays": frozenset(range(5)), "weekends": frozenset((5, 6))}
"""Groups of days that have a name, 0 for Monday."""


def part_of(when: time) -> str:
    """The part of the day in which a time is."""
    return next(part for begins, part in PARTS if when.hour >= begins)


def heard_part(phrases: Phrases, heard: str) -> str:
    """The part of the day that words such as "every evening" name; empty where they name none."""
    said = set(heard.lower().split())
    named = (part for part, words in phrases.heard_parts.items() if said.intersection(words))
    return next(named, "")
