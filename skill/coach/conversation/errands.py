"""Errands: what the coach asks the shell to do before it can answer."""

from dataclasses import dataclass

from skill.coach.conversation.events import AskReminder, SetReminder
from skill.coach.conversation.reminder import Reminder


@dataclass(frozen=True)
class ReadHistory:
    """Read what was finished last, and bring it back as `events.HistoryRead`."""

    person: str
    """Whose history."""
    limit: int
    """How many finished stretches to read at most."""


@dataclass(frozen=True)
class EraseEverything:
    """Delete everything kept about a person, and report it as `events.Erased`."""

    person: str
    """Who is forgotten."""


@dataclass(frozen=True)
class FindReminders:
    """Look up the reminders that are set, and bring them back as `events.RemindersFound`."""

    wish: SetReminder | AskReminder
    """What they are looked up for."""


@dataclass(frozen=True)
class WriteReminder:
    """Set a reminder in place of any other, and report it as `events.ReminderWritten`."""

    reminder: Reminder
    permission_asked: bool
    """Whether the platform has just asked the person for the permission."""


@dataclass(frozen=True)
class CancelReminders:
    """Cancel every reminder this skill has set, and report it as `events.RemindersCancelled`."""


Errand = ReadHistory | EraseEverything | FindReminders | WriteReminder | CancelReminders
"""What the shell does before there is an answer; it brings the outcome back as an event."""
