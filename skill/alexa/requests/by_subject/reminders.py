"""A wish for a reminder → its event: its time and days."""

from skill.alexa.requests.slots import Slots, asked, picked, said
from skill.alexa.requests.times_of_day import part_of_day, time_of_day
from skill.coach.conversation import events
from skill.coach.conversation.events import Event

OTHER_DAYS = ("on_day", "also_on", "and_on")
"""The slots for days of the week that are told beside others: "on Tuesdays and Fridays"."""


def wished_reminder(slots: Slots) -> Event:
    """A reminder, with as much of its time and days as was said."""
    clock, days = said(slots, "time"), asked(slots, "recurrence")
    leaving = bool(picked(slots, "stop"))
    first, *more = [*days.ids[:1], *filter(None, (picked(slots, name) for name in OTHER_DAYS))] or [""]
    return events.SetReminder(
        time_of_day(clock), part_of_day(clock), first, days.heard, leaving, tuple(more)
    )
