"""What the coach can have asked: one record for each kind of question, with what it needs to know.

A question travels with the session's attributes, so each field names how it is written. Which answers
a question takes stands with its topic, in `skill/coach/topics`.
"""

from dataclasses import dataclass
from typing import get_args

from skill.coach.conversation import events
from skill.coach.conversation.reminder import Reminder, read, write
from skill.coach.person.encoding import (
    FLAG,
    TEXT,
    UNREADABLE,
    Codec,
    Json,
    decode_fields,
    encode_fields,
    kept,
    row_of,
    whole_in,
)
from skill.coach.practice.plan_wish import PlanWish
from skill.errors import UnreadableStateError


def _intention_in(value: Json) -> type[events.AboutStretch]:
    known = {kind.__name__: kind for kind in events.AboutStretch.__subclasses__()}
    return known[value]


def _reminder_in(value: Json) -> Reminder:
    reminder = read(value)
    if reminder is None:
        raise ValueError("no reminder")
    return reminder


INTENTION = Codec(lambda kind: kind.__name__, _intention_in)
WISH = Codec(lambda wish: list(wish.as_texts()), lambda texts: PlanWish.from_texts(tuple(texts)))
REMINDER = Codec(write, _reminder_in)
DAYS = Codec(sorted, lambda days: frozenset(whole_in(day) for day in days))


@dataclass(frozen=True)
class WhichStretch:
    """Which stretch is meant: of several of one name, or any at all."""

    intention: type[events.AboutStretch] = kept(INTENTION)
    """What is wanted of it: with the stretch that is named, that is done."""
    options: tuple[str, ...] = kept(row_of(TEXT), ())
    """Ids in the order they were offered; none where any stretch can be named."""


@dataclass(frozen=True)
class ThisStretch:
    """Whether one stretch is meant: the nearest name, or the one of the last time."""

    intention: type[events.AboutStretch] = kept(INTENTION)
    stretch: str = kept(TEXT)
    others: tuple[str, ...] = kept(row_of(TEXT), ())
    """What is offered after a no."""


@dataclass(frozen=True)
class WhichRoutine:
    """Which of the routines to start."""

    options: tuple[str, ...] = kept(row_of(TEXT))
    """Ids in the order they were offered."""


@dataclass(frozen=True)
class WhichPractice:
    """Which of several unfinished practices to take up."""

    practices: tuple[str, ...] = kept(row_of(TEXT))
    """Ids in the order they were offered."""


@dataclass(frozen=True)
class TakeUpPractice:
    """Whether to go on with an unfinished practice."""

    practice: str = kept(TEXT)
    """Its id."""


@dataclass(frozen=True)
class EquipmentThere:
    """Whether what a routine asks for is there."""

    routine: str = kept(TEXT)
    """Its id."""


@dataclass(frozen=True)
class OfferedPlan:
    """Whether the plan that comes nearest to what was wished for will do."""

    wish: PlanWish = kept(WISH)
    """What it is put together by."""


@dataclass(frozen=True)
class HowLong:
    """How long a practice may take."""

    wish: PlanWish = kept(WISH)
    """The rest of what is wished for."""


@dataclass(frozen=True)
class RoutineName:
    """What a routine of one's own is to be called."""

    stretches: tuple[str, ...] = kept(row_of(TEXT), ())
    """Ids of the stretches it has already."""
    again: bool = kept(FLAG, default=False)
    """Whether it is asked for the second time: there is no third."""


@dataclass(frozen=True)
class RoutineDraft:
    """What belongs into a routine of one's own."""

    name: str = kept(TEXT)
    stretches: tuple[str, ...] = kept(row_of(TEXT), ())
    """Ids of the stretches so far."""
    pending: tuple[str, ...] = kept(row_of(TEXT), ())
    """The stretches that the last name may mean, where it is asked which."""


@dataclass(frozen=True)
class WhichRoutineToDelete:
    """Which of the person's own routines is to be deleted."""

    names: tuple[str, ...] = kept(row_of(TEXT))
    """In the order they were offered."""


@dataclass(frozen=True)
class DeleteRoutineForGood:
    """Whether to delete a routine of the person's own."""

    name: str = kept(TEXT)


@dataclass(frozen=True)
class DeleteEverything:
    """Whether to delete everything that is kept."""


@dataclass(frozen=True)
class KindOfPain:
    """What kind of pain it is."""


@dataclass(frozen=True)
class PainRelief:
    """What to do about a stretch that is too much."""


@dataclass(frozen=True)
class ReminderReadBack:
    """Whether to set the reminder that was read back."""

    reminders: tuple[Reminder, ...] = kept(row_of(REMINDER))
    """The one that was read back; the other half of the day may follow it."""


@dataclass(frozen=True)
class ReminderTime:
    """When to remind."""

    days: frozenset[int] = kept(DAYS, frozenset())
    """The days of the week that were said before, 0 for Monday."""
    again: bool = kept(FLAG, default=False)
    """Whether it is asked for the second time: there is no third."""


Question = (
    WhichStretch
    | ThisStretch
    | WhichRoutine
    | WhichPractice
    | TakeUpPractice
    | EquipmentThere
    | OfferedPlan
    | HowLong
    | RoutineName
    | RoutineDraft
    | WhichRoutineToDelete
    | DeleteRoutineForGood
    | DeleteEverything
    | KindOfPain
    | PainRelief
    | ReminderReadBack
    | ReminderTime
)

KINDS: dict[str, type[Question]] = {kind.__name__: kind for kind in get_args(Question)}
"""Every kind of question by the name it travels under."""


def encode_question(question: Question) -> Json:
    """A question as a list: its kind, and its fields."""
    return [type(question).__name__, encode_fields(question)]


def decode_question(value: Json) -> Question:
    """A list as a question.

    Raises:
        UnreadableStateError: It is none of ours.
    """
    try:
        kind, told = value
        return decode_fields(KINDS[kind], told)
    except UNREADABLE as error:
        raise UnreadableStateError(f"no question: {error}") from error
