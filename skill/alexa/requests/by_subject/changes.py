"""Changes of what is under way or was just said → events: a hold, the pace, the order."""

from skill.alexa.requests.slots import Slots, asked, months, picked, said, seconds, times_of
from skill.coach.conversation import events
from skill.coach.conversation.events import Event

PACES = frozenset({"slower", "faster", "less_talking", "more_talking"})
"""The ids of the slot type `CHANGE` that are about how the coach talks; the others are about the
hold."""

LEVELS = {"longer": "longer", "shorter": "gentle"}
"""The level that makes all holds longer, and the level that makes all of them shorter."""

FOR_NOW = frozenset({"rest"})
"""The id of the slot type `ALWAYS` with which a level or a pace is for this practice alone."""

FOR_GOOD = frozenset({"always", "every", "every_always"})
"""The ids of the slot type `ALWAYS` with which a level is for all stretches from now on. With a length,
`always` is for this stretch, and `every` for what is still to come today."""


def changed(slots: Slots, unclear: Event) -> Event:
    """A change of the hold or of how the coach talks; the slot says which, whichever intent was heard.

    Both intents have the same slot, and Alexa hears "slower" in either. "Always longer" and "always
    shorter" are another level; with a length, only what says all of them from now on is kept for all.
    """
    change, length = picked(slots, "change"), seconds(slots, "seconds", "duration")
    if change in PACES:
        return events.ChangePace(change, for_today(slots))
    if said(slots, "times") and not change and length is None:
        return events.ChangeTimes(times_of(slots))
    kept = picked(slots, "always")
    if length is None and change in LEVELS and kept in FOR_GOOD:
        return events.ChangeLevel(LEVELS[change], always=True)
    if not change and length is None:
        return unclear
    return events.AdjustHold(
        change,
        length,
        kept in ("rest", "every"),
        kept == "every_always",
        times_of(slots),
        bool(picked(slots, "today")),
    )


def changed_level(slots: Slots) -> Event:
    """Another level: of this stretch, of all of them for good, or of all that is done today."""
    return events.ChangeLevel(
        picked(slots, "level"), picked(slots, "always") in FOR_GOOD, for_today(slots)
    )


def for_today(slots: Slots) -> bool:
    """Whether a change is for this time alone; what is said to be for good is not."""
    kept = picked(slots, "always")
    return kept in FOR_NOW or (not kept and bool(picked(slots, "today")))


def meant_length(slots: Slots) -> Event:
    """Another length than the one just said: a bare number, or a length of time."""
    long, length = months(slots, "duration"), seconds(slots, "", "duration")
    if long is not None:
        return events.HowLongAgo(long)
    return events.MeantLength(seconds(slots, "seconds", "") if length is None else None, length)


def left_out_today(slots: Slots) -> Event:
    """A stretch left out of this practice: the one that is named, else the one that is meant."""
    stretch, change = asked(slots, "stretch"), picked(slots, "change")
    if change in LEVELS.keys() | PACES and stretch.is_nameless:
        return events.SkipAndAdjust(change)
    if stretch.is_nameless:
        ahead = picked(slots, "later") or picked(slots, "ahead")
        return events.SkipNext(events.Ahead(ahead)) if ahead else events.Skip()
    return events.LeaveOut(stretch, picked(slots, "condition"))


def moved_to(slots: Slots) -> str:
    """Where a stretch is to come: `next`, `first` or `last`."""
    if picked(slots, "ahead") == events.Ahead.NEXT:
        return "next"
    return "first" if picked(slots, "ordinal") == "1" else "last"
