"""Wishes about reminders, and what the platform reports of them."""

from dataclasses import dataclass
from datetime import time

from skill.coach.conversation.events.event import Event


@dataclass(frozen=True)
class SetReminder(Event):
    """Wants to be reminded to stretch."""

    at: time | None = None
    """The time on a 24-hour clock; a time before noon may mean the same hour after noon. None if not
    said."""
    part: str = ""
    """The part of the day said instead of a time, such as `morning`; empty where none was said."""
    days: str = ""
    """An id of the `RECURRENCE` slot type, returning days or one; empty where none was named."""
    heard: str = ""
    """The words for the days, since "every evening" says more than `daily`; empty where none were
    said."""
    leaving: bool = False
    """Whether the same sentence wants to stop."""
    more: tuple[str, ...] = ()
    """Ids of the same kind for the other days that were told in the same sentence."""


@dataclass(frozen=True)
class AskReminder(Event):
    """Wants to know when the reminder is."""


@dataclass(frozen=True)
class CancelReminder(Event):
    """Wants no more reminders."""


@dataclass(frozen=True)
class PermissionAnswered(Event):
    """The platform has asked the person whether reminders are allowed, and reports the answer."""

    given: bool
    """Whether they are allowed now."""
    token: str
    """The reminder that the permission was asked for, as `reminder.write` made it."""
