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
    erasing,
    exporting,
    guiding,
    hurting,
    keeping,
    listing,
    making,
    moving,
    own_routines,
    planned,
    reminding,
    resting,
    starting,
    telling,
    welcoming,
)
from skill.coach import events as on
from skill.coach.scene import Scene, Turn
from skill.coach.state import Mode
from skill.errors import IllegalEventError

Action = Callable[[Scene, Any], Turn]
"""What is done; the event is of the row's own kind."""

IDLE, CHOOSING, CONFIRMING = Mode.IDLE, Mode.CHOOSING, Mode.CONFIRMING
PRACTISING, PAUSED, HURTING = Mode.PRACTISING, Mode.PAUSED, Mode.HURTING
MAKING = Mode.MAKING


@dataclass(frozen=True)
class Row:
    """What an event does in a mode."""

    wish: str
    """What the event is about, in a few words: the label of its arrows in the diagram."""
    action: Action
    leads_to: frozenset[Mode]
    """The modes the conversation may be in afterwards."""


def _row(wish: str, action: Action, *leads_to: Mode) -> Row:
    return Row(wish, action, frozenset(leads_to))


Rows = dict[type[on.Event], Row]

IT_HURTS = "say that it hurts"
START, ASK, CHANGE = "start something", "ask about a stretch", "change how it is done"
TAKE_UP, MOVE, WAIT = "take up an old practice", "move about", "wait"
MAKE = "make a routine"
GO_ON, ANSWER, OTHER, LEAVE = "go on", "answer the question", "anything else", "leave"

WAITING: dict[Mode, tuple[Mode, ...]] = {
    IDLE: (IDLE,),
    CHOOSING: (IDLE, PAUSED),
    CONFIRMING: (IDLE, PAUSED),
    PRACTISING: (PAUSED,),
    PAUSED: (PAUSED,),
    HURTING: (PAUSED,),
    MAKING: (IDLE, PAUSED),
}
"""Where a question about nothing in particular leaves each mode: a practice under way then waits."""


def _everywhere(here: Mode) -> Rows:
    """What can be said in every mode; `here` is the one it is said in."""
    waiting = WAITING[here]
    asked = {here, CHOOSING, CONFIRMING, *waiting}
    told = {here, PRACTISING, *waiting}
    started = {PRACTISING, CHOOSING, CONFIRMING, *waiting}
    return {
        **{event: _row(ASK, asking.ask_about, *asked) for event in asking.QUESTIONS},
        on.StartStretch: _row(START, starting.start_stretch, *started),
        on.StartRoutine: _row(START, starting.start_routine, *started),
        on.ResumePractice: _row(TAKE_UP, welcoming.resume_practice, *started, IDLE),
        on.ListStretches: _row(OTHER, listing.list_stretches, here),
        on.ListRoutines: _row(OTHER, listing.list_routines, here),
        on.ChangeLevel: _row(CHANGE, adjusting.change_level, here),
        on.ChangePace: _row(CHANGE, adjusting.change_pace, here),
        on.LengthenSettle: _row(CHANGE, adjusting.lengthen_settle, here),
        on.AvoidStretch: _row(CHANGE, keeping.avoid_stretch, IDLE, PRACTISING, *asked),
        on.AllowStretch: _row(CHANGE, keeping.allow_stretch, PRACTISING, *asked),
        on.AskWhy: _row(OTHER, planned.tell_why, here),
        on.CreateRoutine: _row(MAKE, making.create, MAKING, *waiting),
        on.AddStretch: _row(START, making.add_elsewhere, here, *started),
        on.SaveRoutine: _row(MAKE, making.save, here, MAKING, *waiting),
        on.DeleteRoutine: _row(MAKE, own_routines.delete, here, CHOOSING, CONFIRMING),
        on.AskProgress: _row(OTHER, telling.tell_progress, here),
        on.ExportData: _row(OTHER, exporting.export_data, here),
        on.HistoryRead: _row(OTHER, exporting.give_history, here),
        on.DeleteData: _row(OTHER, erasing.delete_data, CONFIRMING),
        on.Erased: _row(ANSWER, erasing.tell_erased, IDLE, PRACTISING),
        on.SetReminder: _row(OTHER, reminding.set_reminder, PRACTISING, *asked),
        on.AskReminder: _row(OTHER, reminding.ask_reminder, *told),
        on.CancelReminder: _row(OTHER, reminding.cancel_reminder, *told),
        on.RemindersFound: _row(OTHER, reminding.reminders_found, PRACTISING, *asked),
        on.ReminderWritten: _row(ANSWER, reminding.reminder_written, CHOOSING, *told),
        on.RemindersCancelled: _row(OTHER, reminding.reminders_cancelled, *told),
        on.PermissionAnswered: _row(ANSWER, reminding.permission_answered, CHOOSING, *told),
        on.Pain: _row(IT_HURTS, hurting.hurts, here, HURTING, *waiting),
        on.Repeat: _row(OTHER, moving.repeat_words, here),
        on.Stop: _row(LEAVE, resting.stop, here),
        on.Cancel: _row(LEAVE, resting.stop, here),
        on.SessionEnded: _row(LEAVE, resting.leave, here),
    }


def _asked(here: Mode) -> Rows:
    """What can be said to a question of the coach's."""
    anywhere = tuple(Mode)
    return {
        on.Launch: _row(GO_ON, answering.start_afresh, IDLE, CONFIRMING, PRACTISING),
        on.StartStretch: _row(ANSWER, answering.choose_by_name, *anywhere),
        on.StartRoutine: _row(ANSWER, answering.choose_routine, *anywhere),
        on.Choose: _row(ANSWER, answering.choose, *anywhere),
        on.ListStretches: _row(ANSWER, answering.choose_place, *anywhere),
        on.Yes: _row(ANSWER, answering.say_yes, *anywhere),
        on.No: _row(ANSWER, answering.say_no, *anywhere),
        on.Skip: _row(ANSWER, answering.say_no, *anywhere),
        on.Resume: _row(GO_ON, answering.go_on_asked, here, PRACTISING, IDLE),
        on.Help: _row(OTHER, guiding.help_asked, here),
        on.NotUnderstood: _row(OTHER, guiding.not_understood_asked, here),
    }


def _under_way(here: Mode) -> Rows:
    """What can be said of a practice that is under way."""
    return {
        on.AskTimeLeft: _row(ASK, guiding.tell_time_left, here),
        on.AskWhere: _row(ASK, guiding.tell_where, here),
        on.AdjustHold: _row(CHANGE, adjusting.adjust_hold, here),
        on.SkipSide: _row(MOVE, adjusting.skip_side, PRACTISING, IDLE, here),
        on.Skip: _row(MOVE, moving.skip, PRACTISING, IDLE),
        on.Previous: _row(MOVE, moving.to_previous, PRACTISING),
        on.StartOver: _row(MOVE, moving.start_over, PRACTISING),
    }


TABLE: dict[Mode, Rows] = {
    IDLE: _everywhere(IDLE)
    | {
        on.Launch: _row(TAKE_UP, welcoming.launch, IDLE, CONFIRMING, PRACTISING),
        on.Yes: _row(OTHER, guiding.what_then, IDLE),
        on.No: _row(LEAVE, resting.stop, IDLE),
        on.Resume: _row(TAKE_UP, welcoming.resume_anything, IDLE, CHOOSING, CONFIRMING, PRACTISING),
        on.StartOver: _row(START, moving.start_last_over, PRACTISING, IDLE),
        on.Repeat: _row(START, moving.repeat_last, PRACTISING, IDLE),
        on.AdjustHold: _row(CHANGE, adjusting.adjust_nothing, IDLE),
        on.Help: _row(OTHER, guiding.help_idle, IDLE),
        on.NotUnderstood: _row(OTHER, guiding.not_understood, IDLE),
    },
    CHOOSING: _everywhere(CHOOSING)
    | _asked(CHOOSING)
    | {
        on.Yes: _row(OTHER, guiding.not_understood_asked, CHOOSING, PRACTISING, IDLE),
        on.NotUnderstood: _row(OTHER, guiding.not_understood_asked, CHOOSING, PRACTISING, IDLE),
        on.AdjustHold: _row(ANSWER, answering.take_minutes, *Mode),
    },
    CONFIRMING: _everywhere(CONFIRMING) | _asked(CONFIRMING),
    PRACTISING: _everywhere(PRACTISING)
    | _under_way(PRACTISING)
    | {
        on.Launch: _row(GO_ON, moving.go_on, PRACTISING),
        on.Next: _row(MOVE, moving.to_next, PRACTISING, IDLE),
        on.Repeat: _row(MOVE, moving.repeat, PRACTISING),
        on.Pause: _row(WAIT, resting.pause, PAUSED),
        on.No: _row(WAIT, resting.pause, PAUSED),
        on.Resume: _row(GO_ON, moving.go_on, PRACTISING),
        on.Yes: _row(GO_ON, moving.go_on, PRACTISING),
        on.Help: _row(OTHER, guiding.help_practising, PRACTISING),
        on.NotUnderstood: _row(OTHER, guiding.not_understood_practising, PRACTISING),
    },
    PAUSED: _everywhere(PAUSED)
    | _under_way(PAUSED)
    | {
        on.Launch: _row(GO_ON, resting.resume, PRACTISING, IDLE),
        on.Next: _row(MOVE, moving.skip, PRACTISING, IDLE),
        on.Pause: _row(WAIT, resting.still_paused, PAUSED),
        on.No: _row(LEAVE, resting.stop, PAUSED),
        on.Resume: _row(GO_ON, resting.resume, PRACTISING, IDLE),
        on.Yes: _row(GO_ON, resting.resume, PRACTISING, IDLE),
        on.Help: _row(OTHER, guiding.help_paused, PAUSED),
        on.NotUnderstood: _row(OTHER, guiding.not_understood, PAUSED),
    },
    MAKING: _everywhere(MAKING)
    | {
        on.StartStretch: _row(MAKE, making.add, MAKING, *WAITING[MAKING]),
        on.AddStretch: _row(MAKE, making.add, MAKING, *WAITING[MAKING]),
        on.StartRoutine: _row(MAKE, making.name_by_routine, MAKING, *WAITING[MAKING]),
        on.SetReminder: _row(
            ANSWER, making.name_by_reminder, PRACTISING, MAKING, IDLE, PAUSED, CHOOSING, CONFIRMING
        ),
        on.SaveRoutine: _row(MAKE, making.name_it, MAKING, *WAITING[MAKING]),
        on.AvoidStretch: _row(MAKE, making.remove, MAKING, *WAITING[MAKING]),
        on.Choose: _row(MAKE, making.choose, MAKING, *WAITING[MAKING]),
        on.No: _row(ANSWER, making.done, MAKING, *WAITING[MAKING]),
        on.Stop: _row(LEAVE, making.done_and_leave, IDLE),
        on.Cancel: _row(OTHER, making.drop, *WAITING[MAKING]),
        on.Pain: _row(IT_HURTS, making.hurts, MAKING, HURTING, *WAITING[MAKING]),
        on.Launch: _row(OTHER, making.tell_how, MAKING),
        on.Yes: _row(OTHER, making.ask_again, MAKING, *WAITING[MAKING]),
        on.Help: _row(OTHER, making.tell_how, MAKING),
        on.NotUnderstood: _row(OTHER, making.not_understood, MAKING, *WAITING[MAKING]),
    },
    HURTING: _everywhere(HURTING)
    | _under_way(HURTING)
    | {
        on.Yes: _row(ANSWER, hurting.say_yes, PRACTISING, HURTING, IDLE),
        on.No: _row(ANSWER, hurting.say_no, HURTING, PAUSED),
        on.Choose: _row(ANSWER, hurting.choose, PRACTISING, HURTING, IDLE),
        on.AskEasier: _row(ANSWER, hurting.easier, PRACTISING, IDLE),
        on.ChangeLevel: _row(ANSWER, hurting.gentler, PRACTISING, HURTING, IDLE),
        on.AdjustHold: _row(ANSWER, hurting.shorter, PRACTISING, HURTING, IDLE),
        on.AvoidStretch: _row(
            ANSWER, hurting.leave_out_named, PRACTISING, HURTING, CHOOSING, CONFIRMING, IDLE
        ),
        on.Skip: _row(ANSWER, hurting.leave_out, PRACTISING, IDLE),
        on.Next: _row(ANSWER, hurting.leave_out, PRACTISING, IDLE),
        on.SkipSide: _row(ANSWER, hurting.leave_out, PRACTISING, IDLE),
        on.Launch: _row(OTHER, hurting.once_more, HURTING),
        on.Resume: _row(GO_ON, hurting.go_on, PRACTISING, IDLE),
        on.Pause: _row(WAIT, resting.pause, PAUSED),
        on.Help: _row(OTHER, hurting.help_hurting, HURTING),
        on.NotUnderstood: _row(OTHER, hurting.once_more, HURTING),
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
