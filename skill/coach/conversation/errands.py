"""Errands: what the coach asks the shell to do before it can answer, and what the shell reports."""

from dataclasses import dataclass
from enum import StrEnum

from skill.coach.conversation.events import (
    AskDone,
    AskProgress,
    AskReminder,
    Event,
    RepeatPractice,
    SetReminder,
)
from skill.coach.person.reminder import Reminder
from skill.coach.person.totals import Finished


@dataclass(frozen=True)
class ReadHistory:
    """Read what was finished last, and bring it back as `HistoryRead`."""

    person: str
    """Whose history."""
    limit: int
    """How many finished stretches to read at most."""


@dataclass(frozen=True)
class FindPractice:
    """Look up in the history what was practised on a day, and bring it back as `PracticeFound`."""

    person: str
    """Whose history."""
    wish: RepeatPractice
    """What it is looked up for."""
    limit: int
    """How many finished stretches to read at most."""


@dataclass(frozen=True)
class LookBack:
    """Look up in the history what was done in a period, and bring it back as `LookedBack`."""

    person: str
    """Whose history."""
    wish: AskDone | AskProgress
    """What it is looked up for."""
    limit: int
    """How many finished stretches to read at most."""


@dataclass(frozen=True)
class EraseEverything:
    """Delete everything kept about a person, and report it as `Erased`."""

    person: str
    """Who is forgotten."""


@dataclass(frozen=True)
class FindReminders:
    """Look up the reminders that are set, and bring them back as `RemindersFound`."""

    wish: SetReminder | AskReminder
    """What they are looked up for."""


@dataclass(frozen=True)
class WriteReminder:
    """Set a reminder in place of any other, and report it as `ReminderWritten`."""

    reminder: Reminder
    permission_asked: bool
    """Whether the platform has just asked the person for the permission."""


@dataclass(frozen=True)
class CancelReminders:
    """Cancel every reminder this skill has set, and report it as `RemindersCancelled`."""


Errand = (
    ReadHistory
    | FindPractice
    | LookBack
    | EraseEverything
    | FindReminders
    | WriteReminder
    | CancelReminders
)
"""What the shell does before there is an answer; it brings the outcome back as an event."""


@dataclass(frozen=True)
class HistoryRead(Event):
    """The shell's report on `ReadHistory`."""

    history: tuple[Finished, ...] | None
    """The newest first; None where it could not be read."""


@dataclass(frozen=True)
class PracticeFound(Event):
    """The shell's report on `FindPractice`."""

    wish: RepeatPractice
    """What it was looked up for."""
    history: tuple[Finished, ...] | None
    """The newest first; None where it could not be read."""


@dataclass(frozen=True)
class LookedBack(Event):
    """The shell's report on `LookBack`."""

    wish: AskDone | AskProgress
    """What it was looked up for."""
    history: tuple[Finished, ...] | None
    """The newest first; None where it could not be read."""


class Erasure(StrEnum):
    """How far a deletion went."""

    DONE = "done"
    """Nothing is left."""
    BEGUN = "begun"
    """Everything is hidden; what is left is deleted with the next requests."""
    FAILED = "failed"
    """The store could not be reached, and everything is as it was."""


@dataclass(frozen=True)
class Erased(Event):
    """The shell's report on `EraseEverything`."""

    erasure: Erasure


class Service(StrEnum):
    """The outcome of a request to the platform's reminders."""

    DONE = "done"
    """It was done."""
    NOT_ALLOWED = "not_allowed"
    """The person has not allowed reminders."""
    FULL = "full"
    """The platform allows no more reminders."""
    NO_DEVICE = "no_device"
    """The device cannot give reminders."""
    PAST = "past"
    """The time has gone by."""
    NOT_HERE = "not_here"
    """There are no reminders here: a terminal or a browser."""
    DOWN = "down"
    """The service gave no answer, or none that can be used."""


@dataclass(frozen=True)
class RemindersFound(Event):
    """The shell's report on `FindReminders`."""

    wish: SetReminder | AskReminder
    """What they were looked up for."""
    outcome: Service
    reminders: tuple[Reminder | None, ...] = ()
    """This skill's reminders that are still to ring; None for one whose times cannot be read."""


@dataclass(frozen=True)
class ReminderWritten(Event):
    """The shell's report on `WriteReminder`."""

    outcome: Service
    reminder: Reminder
    """The reminder that was to be set."""
    permission_asked: bool = False
    """Whether the platform had just asked the person for the permission."""


@dataclass(frozen=True)
class RemindersCancelled(Event):
    """The shell's report on `CancelReminders`."""

    outcome: Service
    count: int = 0
    """How many were cancelled."""
