"""The conversation's one transition table.

Rules:
- Everything that decides what an event means in a mode stands here, and nothing else does.
- A row says what is done and which modes it may lead to; a turn that ends in another mode is a bug,
  and the property tests look for one.
- What is not in the table is illegal: it raises `IllegalEventError`, and the state stays as it was.

How it works. Before an event is looked up, the practice is brought up to date (`turn.catch_up`): if
its end was heard, the mode is already `idle`, so no row has to think of time. A practice that is
under way while something else is asked is kept in the state, and `back_to` takes it up again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from skill.coach import (
    adjusting,
    answering,
    asking,
    guiding,
    moving,
    resting,
    starting,
    welcoming,
)
from skill.coach import events as on
from skill.coach.scene import Scene, Turn
from skill.coach.state import Mode
from skill.errors import IllegalEventError

Action = Callable[[Scene, Any], Turn]
"""What is done; the event is of the row's own kind."""

IDLE, CHOOSING, CONFIRMING = Mode.IDLE, Mode.CHOOSING, Mode.CONFIRMING
PRACTISING, PAUSED = Mode.PRACTISING, Mode.PAUSED
ASKING = (CHOOSING, CONFIRMING)


@dataclass(frozen=True)
class Row:
    """What an event does in a mode."""

    action: Action
    leads_to: frozenset[Mode]
    """The modes the conversation may be in afterwards."""


def _row(action: Action, *leads_to: Mode) -> Row:
    return Row(action, frozenset(leads_to))


STARTING = (PRACTISING, CHOOSING, CONFIRMING, PAUSED, IDLE)
"""Where wanting to start something may lead: into it, or into a question about it."""

_EVERYWHERE: dict[type[on.Event], Row] = {
    on.Launch: _row(welcoming.launch, IDLE, CONFIRMING),
    on.StartStretch: _row(starting.start_stretch, *STARTING),
    on.StartRoutine: _row(starting.start_routine, *STARTING),
    on.ResumePractice: _row(welcoming.resume_practice, *STARTING),
    on.ListStretches: _row(guiding.list_stretches, *Mode),
    on.ListRoutines: _row(guiding.list_routines, *Mode),
    on.AskHoldTime: _row(asking.ask_hold_time, *Mode),
    on.AskRepetitions: _row(asking.ask_repetitions, *Mode),
    on.AskHowTo: _row(asking.ask_how_to, *Mode),
    on.AskBenefit: _row(asking.ask_benefit, *Mode),
    on.AskEasier: _row(asking.ask_easier, *Mode),
    on.ChangeLevel: _row(adjusting.change_level, *Mode),
    on.ChangePace: _row(adjusting.change_pace, *Mode),
    on.LengthenSettle: _row(adjusting.lengthen_settle, *Mode),
    on.Repeat: _row(moving.repeat_words, *Mode),
    on.Stop: _row(resting.stop, *Mode),
    on.SessionEnded: _row(resting.leave, *Mode),
}

_ASKED: dict[type[on.Event], Row] = {
    on.StartStretch: _row(answering.choose_by_name, *STARTING),
    on.StartRoutine: _row(answering.choose_routine, *STARTING),
    on.Choose: _row(answering.choose, *Mode),
    on.Yes: _row(answering.say_yes, *Mode),
    on.Resume: _row(answering.go_on_asked, *Mode),
    on.No: _row(answering.say_no, *Mode),
    on.Skip: _row(answering.say_no, *Mode),
    on.Help: _row(guiding.help_asked, *ASKING),
    on.NotUnderstood: _row(guiding.not_understood_asked, *ASKING),
}

_UNDER_WAY: dict[type[on.Event], Row] = {
    on.AskTimeLeft: _row(guiding.tell_time_left, PRACTISING, PAUSED),
    on.AskWhere: _row(guiding.tell_where, PRACTISING, PAUSED),
    on.AdjustHold: _row(adjusting.adjust_hold, PRACTISING, PAUSED),
    on.SkipSide: _row(adjusting.skip_side, PRACTISING, PAUSED, IDLE),
    on.Previous: _row(moving.to_previous, PRACTISING),
    on.StartOver: _row(moving.start_over, PRACTISING),
    on.Skip: _row(moving.skip, PRACTISING, IDLE),
}

TABLE: dict[Mode, dict[type[on.Event], Row]] = {
    IDLE: _EVERYWHERE
    | {
        on.Yes: _row(guiding.what_then, IDLE),
        on.No: _row(resting.stop, IDLE),
        on.Resume: _row(welcoming.resume_anything, *STARTING),
        on.StartOver: _row(moving.start_last_over, PRACTISING, IDLE),
        on.Help: _row(guiding.help_idle, IDLE),
        on.NotUnderstood: _row(guiding.not_understood, IDLE),
    },
    CHOOSING: _EVERYWHERE | _ASKED | {on.Yes: _row(guiding.not_understood_asked, CHOOSING)},
    CONFIRMING: _EVERYWHERE | _ASKED,
    PRACTISING: _EVERYWHERE
    | _UNDER_WAY
    | {
        on.Launch: _row(moving.go_on, PRACTISING),
        on.Next: _row(moving.to_next, PRACTISING, IDLE),
        on.Repeat: _row(moving.repeat, PRACTISING),
        on.Pause: _row(resting.pause, PAUSED),
        on.Resume: _row(moving.go_on, PRACTISING),
        on.Yes: _row(moving.go_on, PRACTISING),
        on.No: _row(resting.pause, PAUSED),
        on.Help: _row(guiding.help_practising, PRACTISING),
        on.NotUnderstood: _row(guiding.not_understood_practising, PRACTISING),
    },
    PAUSED: _EVERYWHERE
    | _UNDER_WAY
    | {
        on.Launch: _row(resting.resume, PRACTISING, IDLE),
        on.Next: _row(moving.skip, PRACTISING, IDLE),
        on.Pause: _row(resting.still_paused, PAUSED),
        on.Resume: _row(resting.resume, PRACTISING, IDLE),
        on.Yes: _row(resting.resume, PRACTISING, IDLE),
        on.No: _row(resting.stop, PAUSED),
        on.Help: _row(guiding.help_paused, PAUSED),
        on.NotUnderstood: _row(guiding.not_understood, PAUSED),
    },
}


def row_for(mode: Mode, event: on.Event) -> Row:
    """What an event does in a mode.

    Raises:
        IllegalEventError: Nothing; the mode does not allow it.
    """
    row = TABLE[mode].get(type(event))
    if row is None:
        raise IllegalEventError(f"{type(event).__name__} while {mode}")
    return row
