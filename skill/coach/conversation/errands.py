"""What the shell is sent to do before there is an answer."""

from dataclasses import dataclass

from skill.coach.conversation.events import AskReminder, SetReminder
from skill.coach.conversation.reminder import Reminder


@dataclass(frozen=True)
class ReadHistory:
    """Read what was finished last, and come back with `events.HistoryRead`."""

    limit: int


@dataclass(frozen=True)
class EraseEverything:
    """Delete everything that is kept, and come back with `events.Erased`."""


@dataclass(frozen=True)
class FindReminders:
    """Look up the reminders there are, and come back with `events.RemindersFound`."""

    wish: SetReminder | AskReminder
    """What for."""


@dataclass(frozen=True)
class WriteReminder:
    """Set a reminder in place of any before it, and come back with `events.ReminderWritten`."""

    reminder: Reminder
    permission_asked: bool
    """Whether the person has just been asked for the permission."""


@dataclass(frozen=True)
class CancelReminders:
    """Cancel every reminder of ours, and come back with `events.RemindersCancelled`."""


Errand = ReadHistory | EraseEverything | FindReminders | WriteReminder | CancelReminders
"""What the shell is asked to do before there is an answer: what comes of it is told."""
