"""The rows of the conversation's table: what an event does, and where that may lead.

Each topic exports one `Topic`. `skill/coach/machine.py` puts them together and looks events up.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from skill.coach.conversation import events as on
from skill.coach.conversation.errands import Errand
from skill.coach.conversation.events import Event
from skill.coach.conversation.scene import Instead, NotAnAnswer, Outcome, Scene
from skill.coach.conversation.state.questions import Question
from skill.coach.conversation.state.state import Course
from skill.errors import LimberError

Action = Callable[[Scene, Any], Outcome | Errand | Instead | NotAnAnswer]
"""What an event does; the action takes an event of its row's kind."""

NONE, RUNNING, WAITING, PLAYING = Course.NONE, Course.RUNNING, Course.WAITING, Course.PLAYING


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
"""Events that are no answer to a question that has nothing to do with the practice."""


class TwoRowsError(LimberError):
    """Two rows are for the same event; one of them has to go."""


@dataclass(frozen=True)
class Row:
    """What an event does, and where that may lead."""

    wish: str
    """What the event is about, in a few words: the label of its arrows in the diagrams."""
    action: Action
    """What is done."""
    leads_to: frozenset[Course]
    """How the practice may stand afterwards, beside `stays`."""
    stays: bool
    """Whether the practice may also stand as before; a running one may then wait for a question."""
    goes_on: bool
    """Whether a practice that waited for the answer may go on, or end by that."""
    asks: frozenset[type[Question]]
    """Questions that the coach may have asked afterwards, beside none and the one that stood before."""
    becomes: frozenset[type[Event]]
    """Events whose action may be taken instead, and events that the shell's errand may come back
    with."""


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
    """A row; where no course is named, the practice stays as it is."""
    stays = or_stays or not leads_to
    return Row(wish, action, frozenset(leads_to), stays, or_goes_on, frozenset(asks), frozenset(becomes))


@dataclass(frozen=True)
class Topic:
    """What can be said about one subject, as rows."""

    everywhere: Rows = field(default_factory=dict)
    """Rows for what can be said at any time."""
    practice: Mapping[Course, Rows] = field(default_factory=dict)
    """Rows for what can be said while a practice runs, while one waits, and while there is none."""
    asked: Rows = field(default_factory=dict)
    """Rows for any question that stands, unless the question has a row of its own for the event."""
    questions: Mapping[type[Question], Rows] = field(default_factory=dict)
    """The topic's own questions, each with the rows of its answers."""


def together(*parts: Rows) -> dict[type[Event], Row]:
    """All these rows in one table.

    Raises:
        TwoRowsError: Two rows are for the same event.
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
