"""Where a conversation stands between two turns.

Two things are kept apart: the practice is none, running or waiting; the question is none or one of the
kinds in `questions`. While a question stands, a practice that ran waits.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from skill.coach.conversation.state.questions import Question
from skill.coach.conversation.state.thread import NO_THREAD, Thread
from skill.coach.person.encoding import TEXT, WHOLE, id_of, kept, one_of, row_of
from skill.coach.practice.cautions import Moment
from skill.coach.practice.place import Place, Side
from skill.coach.practice.playback.hearing import Sent
from skill.coach.practice.practice import Manner, Practice
from skill.library.records import EVERYTHING, Level

STANDING = "standing"
"""The position assumed when nothing is known of the body: the way down is then told in full."""


class Course(StrEnum):
    """Whether there is a practice, and whether it runs."""

    NONE = "none"
    """Nothing is under way."""
    RUNNING = "running"
    """It goes on unless the person says something."""
    WAITING = "waiting"
    """Paused, or put aside while something is asked."""
    PLAYING = "playing"
    """A device's player has it: it goes on by itself, and every request tells how far it has got."""


@dataclass(frozen=True)
class UnderWay:
    """A practice that is not over."""

    practice: Practice
    """The practice, with all of its items."""
    place: Place
    """Where it stands; while it runs, where the last answer began to coach."""
    worked: float = 0.0
    """Seconds held or moved of the item in progress, before the last answer."""
    counted: tuple[int, ...] = ()
    """The numbers of the items that the totals already include."""
    played: str = ""
    """Which play of a device's player it belongs to; empty where it is spoken."""


@dataclass(frozen=True)
class Waiting(UnderWay):
    """A practice that waits."""


@dataclass(frozen=True)
class Playing(UnderWay):
    """A practice that a device's player has, and where it stood when the request was made."""


@dataclass(frozen=True, kw_only=True)
class Running(UnderWay):
    """A practice that runs."""

    sent: Sent
    """The last answer that coached."""


AnyUnderWay = Running | Waiting | Playing


@dataclass(frozen=True)
class Counted:
    """A condition that counts for the session."""

    condition: str = kept(id_of("condition"))
    """An id of `conditions.toml`."""
    column: str = kept(id_of("column"), "")
    """The column of the matrix it stands for; empty for one that only avoids positions."""


@dataclass(frozen=True)
class Minded:
    """Who was told at the start of a practice that they should say so."""

    practice: str = kept(TEXT, "")
    """The practice's id; empty where it was told of none."""
    named: tuple[str, ...] = kept(row_of(id_of("condition")), ())
    """Ids of the conditions that were named there, of nobody in particular."""


@dataclass(frozen=True)
class BrokenOff:
    """A caution that was broken off before the greater part of it was heard."""

    practice: str = kept(TEXT, "")
    """The practice's id; empty where none was broken off."""
    item: int = kept(WHOLE, 0)
    """The number of the item before which it is told."""
    moment: Moment = kept(one_of(Moment), Moment.BEFORE)
    """When it is told."""
    times: int = kept(WHOLE, 0)
    """How often in a row it was broken off."""


@dataclass(frozen=True)
class State:
    """A conversation between two of its turns."""

    practice: AnyUnderWay | None = None
    """The practice under way; None where there is none."""
    question: Question | None = None
    """What the coach has asked; None where any request is an answer."""
    last: Practice | None = None
    """The practice that ended last in this session; None where none did."""
    conditions: tuple[Counted, ...] = ()
    """What the body has, as far as it was said in this session. It ends with the session."""
    minded: Minded = Minded()
    """Who was told to say so in the practice under way."""
    broken_off: BrokenOff = BrokenOff()
    """The caution that was broken off last."""
    missing: tuple[str, ...] = ()
    """Ids of the `EQUIPMENT` slot type that are not there, as was said in this session, with which it
    ends: what needs them is not planned."""
    done_today: tuple[str, ...] = ()
    """Ids of stretches that were done already, somewhere else, as was said in this session: they are not
    planned in it."""
    level_today: Level | None = None
    """The level of all that is practised in this session, as was said in it; None for the usual ones."""
    manner_today: Manner | None = None
    """How it is told in this session, as was said in it; None for as ever."""
    bad_side: Side | None = None
    """The side that gives trouble, as was said in this session, with which it ends."""
    owed_told: bool = False
    """Whether it was told what it costs that both sides get the same time."""
    misheard: int = 0
    """How many things in a row were not understood."""
    missed: int = 0
    """How often in a row the same was asked again, for want of an answer."""
    refused: tuple[str, ...] = ()
    """Ids of stretches that were named, and better left out: asked for once more, they are started."""
    insisted: tuple[str, ...] = ()
    """Ids of those that were asked for once more."""
    out_today: tuple[str, ...] = ()
    """Ids of stretches that are left out in this session, and no longer."""
    kept_out: tuple[str, ...] = ()
    """Ids of stretches that were left out for good in this session because of a condition."""
    kept_gentle: tuple[str, ...] = ()
    """Ids of stretches that were eased for good in this session because of a condition."""
    body: str = STANDING
    """The position the body is in, as far as it is known: an id of `positions.toml`."""
    turns: int = 0
    """How many answers this session has had; this counter varies the wording."""
    said: str = ""
    """The words of the last answer for "say that again"; empty after an answer that coached."""
    asked: str = ""
    """The question that ended those words; empty where there was none."""
    thread: Thread = NO_THREAD
    """What was last spoken of, for "the second one", "start it" and "the other one"."""
    draft: Question | None = None
    """The routine that was being made when something else was asked; after that it goes on."""
    straight: bool = False
    """Whether what is about to be started is for the device's player."""
    explained: datetime | None = None
    """When what the last answer explained to a first visitor has been heard to its end; None where it
    explained nothing."""
    one_shot: bool = False
    """Whether this is the first turn of a session that was opened with a request instead of a launch."""
    unkept: bool = False
    """Whether something could not be written to the store so far; the shell sets it at every turn."""

    @property
    def course(self) -> Course:
        """Whether there is a practice, and whether it runs."""
        match self.practice:
            case Running():
                return Course.RUNNING
            case Waiting():
                return Course.WAITING
            case Playing():
                return Course.PLAYING
            case None:
                return Course.NONE

    def lacks(self, thing: str) -> bool:
        """Whether it was said in the session that a thing, an id of `equipment.toml`, is not there."""
        return thing in self.missing or EVERYTHING in self.missing

    @property
    def latest(self) -> Practice | None:
        """The practice under way; without one, the practice that ended last."""
        return self.practice.practice if self.practice is not None else self.last

    @property
    def told(self) -> str:
        """The words of the last answer without its question; empty after an answer that coached."""
        return self.said.removesuffix(self.asked).strip()

    @property
    def at_rest(self) -> "State":
        """This state, with a practice that runs or is played turned into a waiting one."""
        match self.practice:
            case Running(practice, place, worked, counted, played) | Playing(
                practice, place, worked, counted, played
            ):
                return replace(self, practice=Waiting(practice, place, worked, counted, played))
        return self
