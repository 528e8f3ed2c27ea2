"""Times of day, and days on which something returns, as people say them.

Own code for the same reason as in `skill.words.numbers`: a library reads a clock as "seven o'clock a m".
"""

from collections.abc import Collection
from datetime import date, time, timedelta

from skill.library.language import WEEKDAYS, Phrases
from skill.words import numbers

PARTS = ((22, "night"), (18, "evening"), (12, "afternoon"), (1, "morning"), (0, "night"))
"""The parts of the day and the hours at which they begin, the latest first; ours. A stretch at ten is
"at night", one at nine "in the evening"; two is "in the morning", but half past twelve "at night"."""

NIGHT_ENDS = 5
"""The hour at which the night ends; ours. What was done before it was done "last night", and "at
four" does not mean four in the morning unless the person says so."""

HALF_A_DAY = 12
QUARTER, HALF, HOUR = 15, 30, 60

SETS = {"daily": frozenset(range(7)), "weekdays": frozenset(range(5)), "weekends": frozenset((5, 6))}
"""Groups of days that have a name, 0 for Monday."""


def at(phrases: Phrases, when: time) -> str:
    """`at half past six in the evening`; noon and midnight need no part of the day."""
    words = phrases.clock
    if (when.hour, when.minute) in ((0, 0), (12, 0)):
        return words["at"].format(clock=words["noon" if when.hour else "midnight"])
    part = phrases.parts_of_day[part_of(when)]
    return words["at_part"].format(clock=_clock(phrases, when), part=part)


def part_of(when: time) -> str:
    """The part of the day in which a time is."""
    return next(part for begins, part in PARTS if when.hour >= begins)


def heard_part(phrases: Phrases, heard: str) -> str:
    """The part of the day that words such as "every evening" name; empty where they name none."""
    said = set(heard.lower().split())
    named = (part for part, words in phrases.heard_parts.items() if said.intersection(words))
    return next(named, "")


def on_days(phrases: Phrases, days: Collection[int]) -> str:
    """`on weekdays`, `every Monday`, `every Monday and Friday`; 0 is Monday."""
    named = next((name for name, each in SETS.items() if each == set(days)), "")
    if named:
        return phrases.recurrences[named]
    names = [phrases.weekdays[WEEKDAYS[day]] for day in sorted(days)]
    return phrases.recurrences["each"].format(day=numbers.listing(names, phrases.both))


def on_day(phrases: Phrases, day: date, today: date) -> str:
    """`today`, `tomorrow`, or the name of the weekday."""
    near = {today: "today", today + timedelta(days=1): "tomorrow"}.get(day)
    if near is not None:
        return phrases.recurrences[near]
    return phrases.recurrences["on"].format(day=phrases.weekdays[WEEKDAYS[day.weekday()]])


def _clock(phrases: Phrases, when: time) -> str:
    words, minute = phrases.clock, when.minute
    if minute == 0:
        return _hour(phrases, when.hour)
    if minute % 5:
        spoken = numbers.number(phrases, minute)
        minutes = spoken if minute >= 10 else words["nought"].format(number=spoken)
        return words["exact"].format(hour=_hour(phrases, when.hour), minutes=minutes)
    before = minute > HALF
    near = HOUR - minute if before else minute
    named = {QUARTER: words["quarter"], HALF: words["half"]}
    minutes = named.get(near) or numbers.number(phrases, near)
    hour = _hour(phrases, when.hour + before)
    return words["to" if before else "past"].format(minutes=minutes, hour=hour)


def _hour(phrases: Phrases, hour: int) -> str:
    return numbers.number(phrases, (hour - 1) % HALF_A_DAY + 1)
