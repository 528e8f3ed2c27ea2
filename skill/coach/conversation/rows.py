"""The rows of which the conversation's table is made: what an event does, and where that may lead.

Each topic exports one `Topic`. `skill/coach/machine.py` puts them together and looks events up.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from skill.coach.conversation import events as on
from skill.coach.conversation.errands import Errand
from skill.coach.conversation.events import Event
from skill.coach.conversation.questions import Question
from skill.coach.conversation.scene import Instead, NotAnAnswer, Outcome, Scene
from skill.coach.conversation.state import Course
from skill.errors import LimberError

Action = Callable[[Scene, Any], Outcome | Errand | Instead | NotAnAnswer]
"""What is done; the event is of the row's own kind."""

NONE, RUNNING, WAITING = Course.NONE, Course.RUNNING, Course.WAITING


ABOUT_THE_PRACTICE = (
    on.AdjustHold,
    on.AskTimeLeft,
    on.AskWhere,
    on.Next,
    on.Pause,
    on.Previous,
    on.SkipSide,
    on.StartOver,
)
"""What is no answer to a question that has nothing to do with the practice."""


class TwoRowsError(LimberError):
    """Two rows say what the same event does; take one of them out."""


@dataclass(frozen=True)
class Row:
    """What an event does."""

    wish: str
    """What the event is about, in a few words: the label of its arrows in the diagrams."""
    action: Action
    leads_to: frozenset[Course]
    """How the practice may stand afterwards."""
    stays: bool
    """Whether it may also stand as it did; one that ran may then wait for what is asked."""
    goes_on: bool
    """Whether a practice that waited for an answer may go on, or come to its end by that."""
    asks: frozenset[type[Question]]
    """What the coach may have asked afterwards, beside nothing and what it had asked before."""
    becomes: frozenset[type[Event]]
    """The events whose action may be taken instead, or with what the shell's errand has come to."""


Rows = Mapping[type[Event], Row]


def row(
    wish: str,
    action: Action,
    *leads_to: Course,
    or_stays: bool = False,
    or_goes_on: bool = False,
    asks: Iterable[type[Question]] = (),
    becomes: Iterable[type[Event]] = (),
) -> Row:
    """A row; without a course named, the practice stays as it is."""
    stays = or_stays or not leads_to
    return Row(wish, action, frozenset(leads_to), stays, or_goes_on, frozenset(asks), frozenset(becomes))


@dataclass(frozen=True)
class Topic:
    """What can be said about one subject."""

    everywhere: Rows = field(default_factory=dict)
    """What can be said at any time."""
    practice: Mapping[Course, Rows] = field(default_factory=dict)
    """What can be said while a practice runs, while one waits, while there is none."""
    asked: Rows = field(default_factory=dict)
    """What can be said to any question, unless the question has a row of its own for it."""
    questions: Mapping[type[Question], Rows] = field(default_factory=dict)
    """The topic's own questions, with the answers that each of them takes."""


def together(*parts: Rows) -> dict[type[Event], Row]:
    """Rows in one table.

    Raises:
        TwoRowsError: Two of them are about the same event.
    """
    whole: dict[type[Event], Row] = {}
    for part in parts:
        for event, each in part.items():
            if event in whole:
                raise TwoRowsError(
                    f"{event.__name__} has two rows, {whole[event].action.__name__} and"
                    f" {each.action.__name__}: take one of them out"
                )
            whole[event] = each
    return whole
