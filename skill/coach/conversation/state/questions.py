"""The questions that the coach asks: one record for each kind, with what its answer needs to know.

A question travels with the session's attributes, so each field names how it is written. The answers that
a question takes are in the rows of its topic, in `skill/coach/topics`.
"""

from dataclasses import dataclass
from datetime import date
from typing import get_args

from skill.coach.conversation import events
from skill.coach.conversation.state.question_fields import (
    CONDITION,
    DAY,
    DAYS,
    INTENTION,
    LIST,
    OWN_ROUTINE,
    PLAN,
    REMINDERS,
    ROUTINE,
    SIDE_WISH,
    SIGN,
    START,
    STRETCH,
    WISH,
)
from skill.coach.person.encoding import (
    FLAG,
    TEXT,
    UNREADABLE,
    Json,
    decode_fields,
    encode_fields,
    kept,
    row_of,
)
from skill.coach.person.reminder import Reminder
from skill.coach.practice.plan_wish import PlanWish
from skill.errors import UnreadableStateError


@dataclass(frozen=True, kw_only=True)
class OfOnePerson:
    """What was asked of one person about what is theirs: what comes of the answer is theirs too."""

    of: str = kept(TEXT)
    """Whoever was speaking when it was asked."""


@dataclass(frozen=True)
class WhichStretch:
    """Which stretch is meant: of several of one name, or any at all."""

    intention: type[events.AboutStretch] = kept(INTENTION)
    """The event that is made with the stretch, once it is named."""
    options: tuple[str, ...] = kept(row_of(STRETCH), ())
    """The ids of the stretches in the order they were offered; empty where any stretch can be named."""
    start: events.StartStretch | None = kept(START, None)
    """How it is to be started, where that was said too."""


@dataclass(frozen=True)
class ThisStretch:
    """Whether this stretch is meant: the nearest name, or the choice of last time."""

    intention: type[events.AboutStretch] = kept(INTENTION)
    """The event that is made with the stretch after a yes."""
    stretch: str = kept(STRETCH)
    """The id of the stretch that is offered."""
    others: tuple[str, ...] = kept(row_of(STRETCH), ())
    """The ids of the stretches that are offered after a no."""
    start: events.StartStretch | None = kept(START, None)
    """How it is to be started, where that was said too."""


@dataclass(frozen=True)
class WhichSide:
    """Which side gives trouble: only the person knows."""

    wanted: str = kept(SIDE_WISH)
    """What was wanted of it, as a field of `events.SkipSide`."""
    word: str = kept(TEXT)
    """The id of the `SIDE` slot type that was said."""
    start: events.StartStretch | None = kept(START, None)
    """The start that it was said in; None for one in progress."""


@dataclass(frozen=True)
class WhichRoutine:
    """Which of the routines to start."""

    options: tuple[str, ...] = kept(row_of(ROUTINE))
    """The ids of the routines in the order they were offered."""


@dataclass(frozen=True)
class WhichPractice:
    """Which of several unfinished practices to take up."""

    practices: tuple[str, ...] = kept(row_of(TEXT))
    """The ids of the practices in the order they were offered."""


@dataclass(frozen=True)
class TakeUpPractice:
    """Whether to go on with an unfinished practice."""

    practice: str = kept(TEXT)
    """The id of the practice."""


@dataclass(frozen=True)
class EquipmentThere:
    """Whether the person has the equipment that a routine asks for."""

    routine: str = kept(ROUTINE)
    """The id of the routine."""
    level: str = kept(TEXT, "")
    """The id of a level for this time; empty where none was said."""


@dataclass(frozen=True)
class MoreOfIt:
    """Whether it may be a little more of a stretch than last week."""

    stretch: str = kept(STRETCH)
    """The id of the stretch."""


@dataclass(frozen=True)
class OfferedPlan:
    """Whether the plan that comes nearest to the wish will do."""

    wish: PlanWish = kept(PLAN)
    """The wish that the plan is put together by."""
    level: str = kept(TEXT, "")
    """The id of a level for this time; empty where none was said."""


@dataclass(frozen=True)
class HowLong:
    """How long a practice may take."""

    wish: PlanWish = kept(WISH)
    """The wish so far, without its length."""
    level: str = kept(TEXT, "")
    """The id of a level for this time; empty where none was said."""


@dataclass(frozen=True)
class RoutineName(OfOnePerson):
    """What a routine of one's own is to be called."""

    stretches: tuple[str, ...] = kept(row_of(STRETCH), ())
    """The ids of the stretches that the routine has already."""
    again: bool = kept(FLAG, default=False)
    """Whether it is asked for the second time; it is not asked for a third time."""


@dataclass(frozen=True)
class RoutineDraft(OfOnePerson):
    """Which stretches belong in a routine of one's own."""

    name: str = kept(TEXT)
    """The routine's name."""
    stretches: tuple[str, ...] = kept(row_of(STRETCH), ())
    """The ids of the stretches so far."""
    pending: tuple[str, ...] = kept(row_of(STRETCH), ())
    """The ids of the stretches that the last name may mean; empty where the name was clear."""


@dataclass(frozen=True)
class WhichRoutineToDelete(OfOnePerson):
    """Which of the person's own routines is to be deleted."""

    names: tuple[str, ...] = kept(row_of(OWN_ROUTINE))
    """The names in the order they were offered."""


@dataclass(frozen=True)
class DeleteRoutineForGood(OfOnePerson):
    """Whether to delete a routine of the person's own."""

    name: str = kept(OWN_ROUTINE)
    """The routine's name."""


@dataclass(frozen=True)
class DeleteEverything(OfOnePerson):
    """Whether to delete everything that is kept."""


@dataclass(frozen=True)
class WhichColumn:
    """What decides how careful to be with a condition: how far a pregnancy is, how long ago it was."""

    condition: str = kept(CONDITION)
    """Its id."""
    in_practice: bool = kept(FLAG, default=False)
    """Whether a practice was running, which goes on after the answer."""
    start: events.StartStretch | None = kept(START, None)
    """What was to be started in the same sentence; it begins after the answer."""
    besides: tuple[str, ...] = kept(row_of(CONDITION), ())
    """Ids of the conditions that were told in the same sentence: the answer is about them, too."""
    waiting: tuple[str, ...] = kept(row_of(CONDITION), ())
    """Ids of those of them whose question comes after this one."""
    listed_after: events.ListStretches | None = kept(LIST, None)
    """The stretches that were asked for in the same sentence; they are named after the answer."""


@dataclass(frozen=True)
class LeaveOutFromNowOn:
    """Whether what does not suit a body today is to be left out, or eased, in future sessions, too."""

    left_out: tuple[str, ...] = kept(row_of(STRETCH), ())
    """Ids of stretches to leave out; why is not kept."""
    eased: tuple[str, ...] = kept(row_of(STRETCH), ())
    """Ids of stretches to do gently."""


@dataclass(frozen=True)
class AboutSign:
    """The one question that decides how grave a sign is."""

    sign: str = kept(SIGN)
    """Its id in `signs.toml`."""
    again: bool = kept(FLAG, default=False)
    """Whether it is asked for the second time: after that the graver answer counts."""


@dataclass(frozen=True)
class AfterSign:
    """Whether to go on after something harmless, or to leave the stretch out."""


@dataclass(frozen=True)
class AllRight:
    """Whether the person is all right, after two things that were not understood."""


@dataclass(frozen=True)
class PlayOn:
    """Whether the device's player is to go on from where the practice stood."""


@dataclass(frozen=True)
class PainRelief:
    """What to do about a stretch that is too much."""


@dataclass(frozen=True)
class ReminderReadBack:
    """Whether to set the reminder that was read back."""

    reminders: tuple[Reminder, ...] = kept(REMINDERS)
    """The reminder that was read back; it may be followed by the same one in the other half of the
    day."""
    leaving: bool = kept(FLAG, default=False)
    """Whether the session is to end with the answer."""


@dataclass(frozen=True)
class ReminderTime:
    """When to remind."""

    days: frozenset[int] = kept(DAYS, frozenset())
    """The days of the week that were said already, 0 for Monday; empty where none were said."""
    on: date | None = kept(DAY, None)
    """The one day that was said already; None where none was."""
    again: bool = kept(FLAG, default=False)
    """Whether it is asked for the second time; it is not asked for a third time."""
    leaving: bool = kept(FLAG, default=False)
    """Whether the session is to end with the answer."""


Question = (
    WhichStretch
    | ThisStretch
    | WhichSide
    | WhichRoutine
    | WhichPractice
    | TakeUpPractice
    | PlayOn
    | EquipmentThere
    | MoreOfIt
    | OfferedPlan
    | HowLong
    | RoutineName
    | RoutineDraft
    | WhichRoutineToDelete
    | DeleteRoutineForGood
    | DeleteEverything
    | WhichColumn
    | LeaveOutFromNowOn
    | AboutSign
    | AfterSign
    | AllRight
    | PainRelief
    | ReminderReadBack
    | ReminderTime
)

KINDS: dict[str, type[Question]] = {kind.__name__: kind for kind in get_args(Question)}
"""Every kind of question, by its name in the session attributes."""


def encode_question(question: Question) -> Json:
    """A question as a list: its kind, and its fields."""
    return [type(question).__name__, encode_fields(question)]


def decode_question(value: Json) -> Question:
    """A list as a question.

    Raises:
        UnreadableStateError: The list is no question of this version.
    """
    try:
        kind, told = value
        return decode_fields(KINDS[kind], told)
    except UNREADABLE as error:
        raise UnreadableStateError(f"no question: {error}") from error
