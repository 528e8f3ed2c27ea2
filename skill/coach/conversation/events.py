"""The user's intentions, free of any platform."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from skill.coach.conversation.reminder import Reminder
from skill.coach.person.profile import Finished
from skill.coach.practice.plan_wish import PlanWish


@dataclass(frozen=True)
class Asked:
    """A stretch or routine somebody named."""

    ids: tuple[str, ...] = ()
    """Every entry the name fits: none for an unknown one, several for a shared one."""
    heard: str = ""
    """The words, as understood; empty where no name was said."""

    @property
    def is_nameless(self) -> bool:
        """Whether nothing was named."""
        return not self.ids and not self.heard


@dataclass(frozen=True)
class Event:
    """An intention. Every kind is one of the classes below.

    Those without fields of their own inherit all they need: making a dataclass of each would add 11 ms
    to a start.
    """


@dataclass(frozen=True)
class AboutStretch(Event):
    """An intention about a stretch; a nameless one means the stretch in progress, where there is one."""

    stretch: Asked


class Launch(Event):
    """Opens the skill without saying what for."""


class StartStretch(AboutStretch):
    """Wants to do a stretch."""


@dataclass(frozen=True)
class StartRoutine(Event):
    """Wants to do a routine: a named one, or one that is to be put together."""

    routine: Asked = Asked()
    wish: PlanWish | None = None
    """What it is to be like; None where nothing of that was said."""


@dataclass(frozen=True)
class AskWhy(Event):
    """Why these stretches?"""


@dataclass(frozen=True)
class CreateRoutine(Event):
    """Wants a routine of their own."""

    name: str = ""


@dataclass(frozen=True)
class AddStretch(Event):
    """Wants a stretch in it."""

    stretch: Asked


@dataclass(frozen=True)
class SaveRoutine(Event):
    """Gives it its name, and keeps it."""

    name: str = ""


@dataclass(frozen=True)
class DeleteRoutine(Event):
    """Does not want it any more."""

    routine: Asked


@dataclass(frozen=True)
class ResumePractice(Event):
    """Wants to go on with an earlier practice."""

    day: str = ""
    """An id of the `DAY` slot type; empty where no day was said."""
    routine: Asked = Asked()


@dataclass(frozen=True)
class Choose(Event):
    """Answers "which one?" by place or number."""

    place: str = ""
    """An id of the `PLACE` slot type."""
    ordinal: str = ""
    """An id of the `ORDINAL` slot type: a number from 1, `last` or `any`."""


class Next(Event):
    """To the next stretch; at a rest, on with the announced one."""


class Skip(Event):
    """Leaves out the stretch in progress; at a rest, the announced one."""


class Previous(Event):
    """Back to the stretch before."""


class Repeat(Event):
    """The same again: this hold, or what was said."""


class StartOver(Event):
    """From the beginning."""


class Pause(Event):
    """Wait."""


class Resume(Event):
    """Go on."""


class Yes(Event):
    """Yes."""


class No(Event):
    """No."""


class Help(Event):
    """What can I say?"""


class Stop(Event):
    """Enough; going home means the same here."""


@dataclass(frozen=True)
class Cancel(Event):
    """Not after all: whoever is in the middle of nothing means stop."""


@dataclass(frozen=True)
class Pain(Event):
    """Something hurts, or is wrong."""

    symptom: str = ""
    """An id of the `SYMPTOM` slot type; empty where none was named. It is acted upon, never kept."""


class AvoidStretch(AboutStretch):
    """Does not want a stretch again."""


class AllowStretch(AboutStretch):
    """Wants a stretch again that was left out."""


@dataclass(frozen=True)
class AskProgress(Event):
    """How am I doing?"""

    period: str = ""
    """An id of the `PERIOD` slot type; empty where none was named."""


class ExportData(Event):
    """What do you keep about me?"""


@dataclass(frozen=True)
class HistoryRead(Event):
    """What the shell found, asked for the history."""

    history: tuple[Finished, ...] | None
    """The newest first; None where it could not be read."""


class DeleteData(Event):
    """Delete everything you keep about me."""


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
    """What came of it, the shell having been asked to delete everything."""

    erasure: Erasure


@dataclass(frozen=True)
class SetReminder(Event):
    """Wants to be reminded to stretch."""

    at: time | None = None
    """The time as the clock of twenty-four hours has it; before noon it may mean after noon."""
    part: str = ""
    """The part of the day, where that was said instead of a time: `morning`, `evening` …"""
    days: str = ""
    """An id of the `RECURRENCE` slot type; empty where none was named."""
    heard: str = ""
    """The words for the days: "every evening" says more than `daily`."""


@dataclass(frozen=True)
class AskReminder(Event):
    """When is my reminder?"""


@dataclass(frozen=True)
class CancelReminder(Event):
    """Wants no more reminders."""


class Service(StrEnum):
    """How the platform's reminders took a request."""

    DONE = "done"
    NOT_ALLOWED = "not_allowed"
    """The person has not allowed reminders."""
    FULL = "full"
    """There are as many as there may be."""
    NO_DEVICE = "no_device"
    """The device cannot remind anybody."""
    PAST = "past"
    """The time has gone by."""
    NOT_HERE = "not_here"
    """There is no platform: a terminal, a browser."""
    DOWN = "down"
    """No answer, or none that can be used."""


@dataclass(frozen=True)
class RemindersFound(Event):
    """What the shell found, asked which reminders there are."""

    wish: SetReminder | AskReminder
    """What they were looked up for."""
    outcome: Service
    reminders: tuple[Reminder | None, ...] = ()
    """Ours that are still to ring; None for one whose times are not to be read."""


@dataclass(frozen=True)
class ReminderWritten(Event):
    """What came of it, the shell having been asked to set a reminder."""

    outcome: Service
    reminder: Reminder
    permission_asked: bool = False
    """Whether the person had been asked for the permission just before."""


@dataclass(frozen=True)
class RemindersCancelled(Event):
    """What came of it, the shell having been asked to cancel every reminder of ours."""

    outcome: Service
    count: int = 0


@dataclass(frozen=True)
class PermissionAnswered(Event):
    """The platform asked whether reminders are allowed, and this is what it heard."""

    given: bool
    token: str
    """The reminder it was asked for, as it was sent along."""


class NotUnderstood(Event):
    """Words that fit nothing, or an intent this version does not have."""


class AskHoldTime(AboutStretch):
    """How long is it held?"""


class AskRepetitions(AboutStretch):
    """How often is it done?"""


class AskHowTo(AboutStretch):
    """How is it done?"""


class AskBenefit(AboutStretch):
    """What is it good for?"""


class AskEasier(AboutStretch):
    """Is there an easier way?"""


class AskCaution(AboutStretch):
    """What is there to be careful about?"""


class AskSource(AboutStretch):
    """Who says so?"""


class AskTimeLeft(Event):
    """How long is left?"""


class AskWhere(Event):
    """Where am I, which side?"""


@dataclass(frozen=True)
class AdjustHold(Event):
    """Wants this hold longer, shorter, or so many seconds long."""

    change: str = ""
    """`longer`, `shorter`, or empty where a length was named."""
    seconds: float | None = None
    """By how much, or how long; None where it was not said."""


@dataclass(frozen=True)
class ChangeLevel(Event):
    """Wants it gentle, standard or longer."""

    level: str
    always: bool = False
    """For good, and not only for this stretch."""


@dataclass(frozen=True)
class ChangePace(Event):
    """Wants it slower or faster, or wants to be told less or more."""

    change: str
    """`slower`, `faster`, `less_talking` or `more_talking`."""


class LengthenSettle(Event):
    """Needs longer to get into position."""


class SkipSide(Event):
    """Leaves out this side, this time."""


@dataclass(frozen=True)
class ListStretches(Event):
    """Which stretches are there?"""

    area: str = ""
    """An id of `areas.toml`: those that may help it."""
    place: str = ""
    """An id of the `PLACE` slot type: those that are done there."""


class ListRoutines(Event):
    """Which routines are there?"""


class Ending(StrEnum):
    """Why a session ended."""

    BY_USER = "user"
    BY_SILENCE = "silence"
    BY_ERROR = "error"


@dataclass(frozen=True)
class SessionEnded(Event):
    """The session is over; nothing more can be said."""

    why: Ending
    refused: bool = False
    """The platform refused the last answer as invalid."""
