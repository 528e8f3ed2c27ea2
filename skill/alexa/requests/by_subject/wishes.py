"""Wishes for something to do → events: a routine, a stretch, a list, the same again."""

from skill.alexa.requests.by_subject.conditions import asked_about, conditions, how_long_ago
from skill.alexa.requests.slots import Slots, asked, months, picked, said, seconds, times_of
from skill.coach.conversation import events
from skill.coach.conversation.events import Asked, Event
from skill.coach.practice.plan_wish import PlanWish

A_MINUTE, QUICK = 60.0, 300.0
"""Seconds: no routine is shorter than the first, and "a quick one" means the second."""

LATER_ONES = ("second", "third", "fourth")
"""The slots of stretches that are named after another, in their order."""

NO_LENGTH = 0.0
"""The length, in seconds, for a number that was said but not understood: the coach asks for it."""


def wished_routine(slots: Slots) -> Event:
    """A wish for a routine, by name or by what it shall be like; or a change of a hold.

    No routine is shorter than a minute: a shorter length is that of a hold. With a condition that nobody
    knows it is a question about that one, for nothing can be said to suit it.
    """
    (condition, besides, _), unknown = conditions(slots)
    if unknown:
        return asked_about(slots)
    routine, length = asked(slots, "routine"), seconds(slots, "", "minutes")
    long = months(slots, "minutes")
    if long is not None and not any(said(slots, name) for name in slots if name != "minutes"):
        return events.HowLongAgo(long)
    if length is None and said(slots, "minutes"):
        length = NO_LENGTH
    if length is None and picked(slots, "quick"):
        length = QUICK
    if routine.is_nameless and length is not None and NO_LENGTH < length < A_MINUTE:
        return events.AdjustHold("", length)
    wish = PlanWish(
        seconds=length if length is not None else PlanWish().seconds,
        area=picked(slots, "area"),
        place=picked(slots, "place"),
        without=picked(slots, "equipment"),
        avoid=picked(slots, "avoid"),
    )
    wished = wish if length is not None or wish != PlanWish() else None
    alone = routine.is_nameless and length is None and wish == PlanWish(without=wish.without)
    missing = wish.without if alone else ""
    return events.StartRoutine(
        routine,
        wished,
        condition,
        missing,
        picked(slots, "level"),
        bool(picked(slots, "company")),
        asked(slots, "without"),
        besides,
        how_long_ago(slots),
    )


def wished_straight_through(slots: Slots) -> Event:
    """A wish for a practice without a break: a stretch, a routine, or one of so many minutes."""
    length = seconds(slots, "", "minutes")
    wish = PlanWish(seconds=length) if length is not None and length >= A_MINUTE else None
    return events.PlayThrough(asked(slots, "stretch"), asked(slots, "routine"), wish)


def wished_list(slots: Slots) -> Event:
    """Stretches for an area, a place or a condition; an unknown condition is asked about instead."""
    (condition, besides, _), unknown = conditions(slots)
    if unknown:
        return asked_about(slots)
    return events.ListStretches(
        picked(slots, "area"),
        picked(slots, "place"),
        condition,
        asked(slots, "routine"),
        besides,
        how_long_ago(slots),
    )


def wished_stretch(slots: Slots) -> Event:
    """A stretch to do: with its sides, its length and number, and those that come after it."""
    stretch, length = asked(slots, "stretch"), seconds(slots, "", "duration")
    return events.StartStretch(
        stretch,
        picked(slots, "side"),
        picked(slots, "only"),
        length,
        seconds(slots, "seconds", ""),
        times_of(slots),
        picked(slots, "level"),
        those_after(slots),
        seconds(slots, "", "then_for"),
        times_of(slots, "then_times"),
        picked(slots, "then_side"),
        picked(slots, "then_only"),
        *conditions(slots)[0][:2],
        how_long_ago(slots),
    )


def those_after(slots: Slots) -> tuple[Asked, ...]:
    """The stretches that are named after the first one, in their order."""
    return tuple(filter(None, (_named(slots, name) for name in LATER_ONES)))


def _named(slots: Slots, name: str) -> Asked | None:
    named = asked(slots, name)
    return None if named.is_nameless else named


def repeated_how(slots: Slots) -> str:
    """How a practice is to differ from the one that is done again: `gentle`, `shorter` or `longer`."""
    level, change = picked(slots, "level"), picked(slots, "change")
    return next((how for how in (level, change) if how in events.CHANGES_OF_A_PRACTICE), "")
