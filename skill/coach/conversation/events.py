"""What a person can want, and what the shell can report, free of any platform."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from skill.coach.practice.plan_wish import PlanWish


@dataclass(frozen=True)
class Asked:
    """A stretch or routine that was named in a request."""

    ids: tuple[str, ...] = ()
    """The ids of every entry that has the name: none for an unknown name, several for a shared one."""
    heard: str = ""
    """The words as understood; empty where no name was said."""

    @property
    def is_nameless(self) -> bool:
        """Whether no name was said."""
        return not self.ids and not self.heard


@dataclass(frozen=True)
class Event:
    """Something that a person wants, or that the shell reports; every kind is a class below.

    Kinds without fields of their own are plain classes: making each a dataclass would add 11 ms to a
    start.
    """


@dataclass(frozen=True)
class AboutStretch(Event):
    """An intention about a stretch; without a name, about the stretch in progress, if there is one."""

    stretch: Asked
    """The stretch that was named; nameless for the one in progress."""


class Launch(Event):
    """Opens the skill and says nothing more."""


@dataclass(frozen=True)
class StartStretch(AboutStretch):
    """Wants to do a stretch."""

    side: str = ""
    """An id of the `SIDE` slot type: the side to begin with; empty where none was said."""
    only: str = ""
    """The same for the only side to do."""
    seconds: float | None = None
    """How long each hold is to be, today; None where no length was said."""
    number: float | None = None
    """A bare number: seconds of a hold, repetitions of a movement; None where none was said."""
    times: int = 0
    """How often it is to be done, today; 0 where that was not said."""
    level: str = ""
    """The id of a level for today; empty where none was said."""
    then: tuple[Asked, ...] = ()
    """The stretches that are to come after it."""
    then_seconds: float | None = None
    """How long each hold of the next one is to be; None where no length was said."""
    then_times: int = 0
    """How often the next one is to be done; 0 where that was not said."""
    then_side: str = ""
    """The side to begin the next one with; empty where none was said."""
    then_only: str = ""
    """The same for the only side to do of it."""
    condition: str = ""
    """An id of the `CONDITION` slot type that was said with it; empty for none."""
    besides: str = ""
    """A second one that was told in the same sentence; empty for none."""


class NameStretch(StartStretch):
    """Names a stretch and says nothing more: the answer to a question, or else a wish to do it."""


class StartIt(Event):
    """Wants to do what was last spoken of."""


class Other(Event):
    """Does not want what was just chosen or offered, but the other one, or something else."""


class More(Event):
    """Wants to hear what else there is."""


@dataclass(frozen=True)
class MeantLength(Event):
    """Corrects the length that was just said, of a hold or of a practice."""

    number: float | None = None
    """A bare number: seconds of a hold, minutes of a practice; None where a length was said."""
    seconds: float | None = None
    """The length in seconds; None where only a number was said."""


CHANGES_OF_A_PRACTICE = ("gentle", "shorter", "longer")
"""How a practice that is done again may differ from what it was."""


@dataclass(frozen=True)
class RepeatPractice(Event):
    """Wants to do a practice again that is finished."""

    day: str = ""
    """An id of the `DAY` slot type; empty for the last one."""
    change: str = ""
    """One of `CHANGES_OF_A_PRACTICE`; empty for just the same."""


@dataclass(frozen=True)
class StartRoutine(Event):
    """Wants to do a routine: one by name, or one that is put together for the occasion."""

    routine: Asked = Asked()
    """The routine that was named; nameless for a wish."""
    wish: PlanWish | None = None
    """The wish for one that is put together; None where only a name was said."""
    condition: str = ""
    """An id of the `CONDITION` slot type that was named with it; empty for none."""
    missing: str = ""
    """An id of the `EQUIPMENT` slot type: what is not there, where nothing else was said."""
    level: str = ""
    """The id of a level for this time; empty where none was said."""
    company: bool = False
    """Whether somebody else joins in."""
    without: Asked = Asked()
    """A stretch to leave out today."""
    besides: str = ""
    """A second one that was told in the same sentence; empty for none."""


@dataclass(frozen=True)
class PlayThrough(Event):
    """Wants a practice without a break: what is named, or else what is under way."""

    stretch: Asked = Asked()
    """The stretch that was named; nameless for a routine."""
    routine: Asked = Asked()
    """The routine that was named; nameless for a stretch, or a wish."""
    wish: PlanWish | None = None
    """The wish for one that is put together; None where no length was said."""

    @property
    def is_nameless(self) -> bool:
        """Whether it is not said what is to be played."""
        return self.stretch.is_nameless and self.routine.is_nameless and self.wish is None


@dataclass(frozen=True)
class PlayerMode(Event):
    """Wants of the player what players of music do."""

    mode: str
    """`loop` or `shuffle`."""


@dataclass(frozen=True)
class AskWhy(Event):
    """Wants to know why the practice has these stretches."""


@dataclass(frozen=True)
class CreateRoutine(Event):
    """Wants a routine of their own."""

    name: str = ""
    """The routine's name; empty where none was said."""


@dataclass(frozen=True)
class AddStretch(Event):
    """Wants a stretch in the routine that is being made."""

    stretch: Asked
    """The stretch that was named."""
    instead: Asked = Asked()
    """The one whose place it takes; nameless where it is one more."""


@dataclass(frozen=True)
class SaveRoutine(Event):
    """Gives the routine a name, and wants it kept."""

    name: str = ""
    """Empty where no name was understood."""


@dataclass(frozen=True)
class DeleteRoutine(Event):
    """Wants one of their own routines deleted."""

    routine: Asked
    """The routine that was named."""


@dataclass(frozen=True)
class ResumePractice(Event):
    """Wants to go on with an earlier practice."""

    day: str = ""
    """An id of the `DAY` slot type; empty where no day was said."""
    routine: Asked = Asked()
    """The routine that was named, if any."""
    stretch: Asked = Asked()
    """The stretch that was named, if any: a practice of it, or one that was left at it."""

    @property
    def named(self) -> Asked:
        """What was named, if anything."""
        return self.routine if self.routine.heard or self.routine.ids else self.stretch


@dataclass(frozen=True)
class Choose(Event):
    """Answers "which one?" by position or number."""

    place: str = ""
    """An id of the `PLACE` slot type; empty where none was said."""
    ordinal: str = ""
    """An id of the `ORDINAL` slot type: a number from 1, `last` or `any`; empty where none was said."""


class Next(Event):
    """Wants the next stretch; at a rest, the part that was announced."""


class Skip(Event):
    """Wants the stretch in progress left out; at a rest, the one that was announced."""


class Ahead(StrEnum):
    """What somebody wants to know, or have left out, of what is still to come."""

    NOTHING = "nothing"
    """Only where they are."""
    NEXT = "next"
    AFTER_NEXT = "after_next"
    """What comes after that."""
    ALL = "all"
    """Everything that is still to come."""
    STRETCHES = "stretches"
    """How many stretches are left."""
    LENGTH = "length"
    """How long the practice is in all."""
    HALF = "half"
    """Whether they are halfway."""
    SO_FAR = "so_far"
    """How far they are, and how much is left in all."""


@dataclass(frozen=True)
class SkipNext(Event):
    """Wants what comes after the stretch in progress left out; at a rest, what was announced."""

    ahead: Ahead = Ahead.NEXT
    """`NEXT`, `AFTER_NEXT` or `ALL`."""


class Previous(Event):
    """Wants the stretch before."""


class Repeat(Event):
    """Wants the same again: this hold, or what was said."""


@dataclass(frozen=True)
class AskWords(Event):
    """Wants to hear again what was said; nothing is to be done again."""

    ordinal: str = ""
    """An id of the `ORDINAL` slot type: only that one of the last list; empty for all of it."""


class Thank(Event):
    """Says thank you, or that it feels good."""


class StartOver(Event):
    """Wants the practice from its beginning."""


class Pause(Event):
    """Wants the coach to wait."""


class Enough(Event):
    """Has enough: of a hold that lasts until a word, or else of it all."""


class Stay(Event):
    """Wants to stay in the hold in progress until they say a word."""


class Resume(Event):
    """Wants to go on."""


class Yes(Event):
    """Says yes."""


class No(Event):
    """Says no."""


class Help(Event):
    """Wants to know what can be said."""


class Stop(Event):
    """Wants to stop; "go home" means the same here."""


@dataclass(frozen=True)
class Cancel(Event):
    """Takes the last request back; where none is open, this means stop."""


@dataclass(frozen=True)
class Pain(Event):
    """Says that something hurts, or is wrong."""

    symptom: str = ""
    """An id of the `SYMPTOM` slot type; empty where none was named. It decides the answer and is
    never kept."""
    also: str = ""
    """A second one, where two were named: the graver of them counts."""


@dataclass(frozen=True)
class HasCondition(Event):
    """Says what a body has, or cannot do. It counts for the session and is never kept."""

    condition: str = ""
    """An id of the `CONDITION` slot type; empty for one that nobody knows."""
    stretch: Asked = Asked()
    """The stretch it was said about; nameless for none."""
    besides: str = ""
    """A second one that was told in the same sentence; empty for none."""
    unknown: str = ""
    """The words for one that nobody knows, beside one that is known; empty for none."""


@dataclass(frozen=True)
class AskPosture(Event):
    """Wants to know the safe way up, down or over, or is stuck."""

    way: str = ""
    """An id of the `POSTURE` slot type; empty where it was not said which way."""


@dataclass(frozen=True)
class AskAdvice(Event):
    """Wants general advice about stretching."""

    topic: str = ""
    """An id of the `ADVICE` slot type; empty for any."""


class AvoidStretch(AboutStretch):
    """Does not want a stretch in any routine from now on."""


@dataclass(frozen=True)
class LeaveOut(AboutStretch):
    """Wants a stretch that is named left out of the practice under way; nothing of that is kept."""

    condition: str = ""
    """An id of the `CONDITION` slot type that was said with it; empty for none."""


@dataclass(frozen=True)
class DoneAlready(Event):
    """Says that a stretch was done already, somewhere else; nameless for the one in progress."""

    stretch: Asked


@dataclass(frozen=True)
class OnlyAt(Event):
    """Wants only the stretches of one place, and all of those."""

    place: str = ""
    """An id of the `PLACE` slot type."""


@dataclass(frozen=True)
class StartFrom(Event):
    """Wants to begin in the middle of a practice, or of a routine."""

    stretch: Asked = Asked()
    """The stretch to begin with; nameless where its number was said."""
    ordinal: str = ""
    """An id of the `ORDINAL` slot type; empty where none was said."""
    routine: Asked = Asked()
    """The routine that was named; nameless for the practice under way."""


@dataclass(frozen=True)
class MoveStretch(Event):
    """Wants a stretch at another place in the practice."""

    stretch: Asked
    to: str = "last"
    """`last`, `next`, or `first`: now, as long as nothing of the one in progress is begun."""


class OnlyToday(Event):
    """Meant only for today what was just kept for good."""


class AskLeftOut(Event):
    """Wants to know which stretches are left out for good."""


class AllowStretch(AboutStretch):
    """Wants a stretch again that is left out."""


@dataclass(frozen=True)
class AskProgress(Event):
    """Wants to know how they are doing."""

    period: str = ""
    """An id of the `PERIOD` slot type; empty where none was named."""


@dataclass(frozen=True)
class AskDone(AboutStretch):
    """Wants to know when, or how often, a stretch was done."""

    period: str = ""
    """An id of the `PERIOD` slot type; empty for all the time."""


class AskLongestRow(Event):
    """Wants to know on how many days in a row they stretched, at the most."""


class ExportData(Event):
    """Wants to know what is kept about them."""


class DeleteData(Event):
    """Wants everything deleted that is kept about them."""


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


class NotUnderstood(Event):
    """The words fit nothing, or are an intent that this version does not have."""


class AskHoldTime(AboutStretch):
    """Wants to know how long a stretch is held."""


class AskRepetitions(AboutStretch):
    """Wants to know how often a stretch is done."""


@dataclass(frozen=True)
class AskHowTo(AboutStretch):
    """Wants to know how a stretch is done."""

    ordinal: str = ""
    """An id of the `ORDINAL` slot type: which one of a list, or of the practice; empty for none."""


class AskBenefit(AboutStretch):
    """Wants to know what a stretch is good for."""


class AskFelt(AboutStretch):
    """Wants to know where a stretch should be felt."""


class AskEasier(AboutStretch):
    """Wants to know an easier way to do a stretch."""


@dataclass(frozen=True)
class AskCaution(AboutStretch):
    """Wants to know what to be careful about in a stretch."""

    condition: str = ""
    """An id of the `CONDITION` slot type: whether the stretch is all right with that; empty for any."""
    unknown: str = ""
    """The words for a condition that nobody knows."""
    besides: str = ""
    """A second one that was told in the same sentence; empty for none."""


class AskSource(AboutStretch):
    """Wants to know who recommends a stretch."""


class AskTimeLeft(Event):
    """Wants to know how long is left."""


@dataclass(frozen=True)
class AskWhere(Event):
    """Wants to know where in the practice they are, and on which side; or what is still to come."""

    ahead: Ahead = Ahead.NOTHING
    stretch: Asked = Asked()
    """The stretch of which it is asked whether it comes; nameless for none."""
    place: str = ""
    """An id of the `PLACE` slot type: whether anything of it is done there; empty for any."""


@dataclass(frozen=True)
class AdjustHold(Event):
    """Wants a hold longer, shorter, or so many seconds long: this one, where no other is meant."""

    change: str = ""
    """`longer`, `shorter`, or empty where a length was named."""
    seconds: float | None = None
    """By how much, or how long, in seconds; None where no length was said."""
    rest: bool = False
    """Whether it is for all that is still to come of this practice, and no longer."""
    always: bool = False
    """Whether it is for every hold from now on."""


@dataclass(frozen=True)
class SkipAndAdjust(Event):
    """Wants the stretch in progress left out, and the holds of the rest longer or shorter today."""

    change: str
    """`longer` or `shorter`."""


@dataclass(frozen=True)
class ChangeTimes(Event):
    """Wants the stretch in progress done so often, today."""

    times: int
    """How often; 0 where it was not understood."""


@dataclass(frozen=True)
class ChangeLevel(Event):
    """Wants less or more of everything: gentle, standard or longer."""

    level: str
    """The id of a level; empty where it was not understood."""
    always: bool = False
    """Whether it is for all stretches from now on, and not only for this one."""


@dataclass(frozen=True)
class ChangePace(Event):
    """Wants it slower or faster, or wants to be told less or more."""

    change: str
    """`slower`, `faster`, `less_talking` or `more_talking`."""


class LengthenSettle(Event):
    """Wants more time to get into position."""


@dataclass(frozen=True)
class Arrived(Event):
    """Says that they are in position."""

    now: bool = False
    """Whether the hold is to begin at once."""


@dataclass(frozen=True)
class SkipSide(Event):
    """Wants a side left out this time, only one, or one now; where none is said, the other one."""

    side: str = ""
    """An id of the `SIDE` slot type: the side to leave out; empty where none was said."""
    only: str = ""
    """The same for the only side to do."""
    to: str = ""
    """The same for the side to go on with now."""
    again: str = ""
    """The same for the side to do once more."""
    too: str = ""
    """The same for the side that is to come as well, in its turn."""


@dataclass(frozen=True)
class ListStretches(Event):
    """Wants to know which stretches there are."""

    area: str = ""
    """An id of `areas.toml`: only stretches that may help there; empty for any."""
    place: str = ""
    """An id of the `PLACE` slot type: only stretches done there; empty for any."""
    condition: str = ""
    """An id of the `CONDITION` slot type: only stretches that suit it; empty for any."""
    routine: Asked = Asked()
    """Only the stretches of this routine; nameless for any."""
    besides: str = ""
    """A second one that was told in the same sentence; empty for none."""


class ListRoutines(Event):
    """Wants to know which routines there are."""


class Ending(StrEnum):
    """Why a session ended."""

    BY_USER = "user"
    """The person ended it."""
    BY_SILENCE = "silence"
    """Nobody said anything."""
    BY_ERROR = "error"
    """Something went wrong, on the device, the platform or in the skill."""


@dataclass(frozen=True)
class SessionEnded(Event):
    """The session is over; nothing more can be said."""

    why: Ending
    refused: bool = False
    """Whether the platform did not take the last answer."""
    screen: bool = False
    """Whether the device has a screen, whose view may end a session for reasons of its own."""
