"""What somebody has learnt on the way, apart from what they wish: it only grows.

Who has heard a caution has heard it, whatever else is changed by whichever device. So facts can join the
preferences in any order and any number of times, and a coaching turn that says a caution keeps it with
its practice, and writes to nothing else.
"""

from collections.abc import Iterable
from dataclasses import fields, replace

from skill.coach.person.encoding import UNREADABLE, day_in, whole_in
from skill.coach.person.preferences import Preferences

LEARNT = frozenset({"cautioned", "introduced", "lessons", "lesson_day", "taught"})
"""The fields of `Preferences` that only grow."""

NOTHING = Preferences()


def facts_learnt(known: Preferences, later: Preferences) -> tuple[str, ...]:
    """What was learnt between two states of somebody's preferences, a text for each fact."""
    new = [stretch for stretch in later.cautioned if stretch not in known.cautioned]
    facts = [f"cautioned {stretch}" for stretch in dict.fromkeys(new)]
    facts += [name for name in ("introduced", "taught") if getattr(later, name) > getattr(known, name)]
    grown = [name for name in ("lessons", "lesson_day") if getattr(later, name) > getattr(known, name)]
    return (*facts, *(f"{name} {getattr(later, name)}" for name in grown))


def facts_of(preferences: Preferences) -> tuple[str, ...]:
    """Everything that somebody has learnt."""
    return facts_learnt(NOTHING, preferences)


def wishes(preferences: Preferences) -> Preferences:
    """Preferences without what was learnt."""
    return replace(preferences, **{name: getattr(NOTHING, name) for name in LEARNT})


def is_of_wishes(known: Preferences, later: Preferences) -> bool:
    """Whether between two states of somebody's preferences more was changed than learnt."""
    return any(
        getattr(known, each.name) != getattr(later, each.name)
        for each in fields(Preferences)
        if each.name not in LEARNT
    )


def with_facts(preferences: Preferences, facts: Iterable[str]) -> Preferences:
    """Preferences with facts that somebody has learnt; what is no fact adds nothing."""
    for fact in facts:
        name, _, value = fact.partition(" ")
        try:
            preferences = _with_fact(preferences, name, value)
        except UNREADABLE:
            continue
    return preferences


def _with_fact(preferences: Preferences, name: str, value: str) -> Preferences:
    match name:
        case "cautioned" if value and value not in preferences.cautioned:
            return replace(preferences, cautioned=(*preferences.cautioned, value))
        case "introduced":
            return replace(preferences, introduced=True)
        case "taught":
            return replace(preferences, taught=True)
        case "lessons":
            return replace(preferences, lessons=max(preferences.lessons, whole_in(int(value))))
        case "lesson_day":
            return replace(preferences, lesson_day=max(preferences.lesson_day, day_in(value)))
    return preferences
