"""What can be said about pain, and about stretches that a person does not want."""

from skill.coach.conversation import events as on
from skill.coach.conversation.rows import NONE, RUNNING, WAITING, Action, Row, Rows, Topic, row
from skill.coach.conversation.state.questions import (
    AboutSign,
    AfterSign,
    AllRight,
    LeaveOutFromNowOn,
    PainRelief,
    ThisStretch,
    WhichColumn,
    WhichSide,
    WhichStretch,
)
from skill.coach.topics.coaching import navigation, pausing
from skill.coach.topics.questions import time_and_place
from skill.coach.topics.safety import (
    advice,
    all_right,
    cautions,
    conditions,
    how_careful,
    leaving_out,
    overview,
    pain,
    posture,
)

HURTS, ANSWER, OTHER = "say that it hurts", "answer the question", "anything else"

WHICH = (WhichStretch, ThisStretch)

SIGNS = (PainRelief, AboutSign, AfterSign)

KEEPING = (WhichColumn, LeaveOutFromNowOn)

HURTING: Rows = {
    on.AskEasier: row(ANSWER, pain.easier, RUNNING, NONE),
    on.ChangeLevel: row(ANSWER, pain.gentler, RUNNING, NONE, or_stays=True),
    on.AdjustHold: row(ANSWER, pain.shorter, RUNNING, NONE, or_stays=True),
    on.AvoidStretch: row(ANSWER, pain.leave_out_named, RUNNING, NONE, or_stays=True, asks=WHICH),
    on.LeaveOut: row(ANSWER, pain.leave_out, RUNNING, NONE),
    on.Skip: row(ANSWER, pain.leave_out, RUNNING, NONE),
    on.Next: row(ANSWER, pain.leave_out, RUNNING, NONE),
    on.SkipSide: row(ANSWER, pain.leave_side_out, RUNNING, NONE, or_stays=True, asks=(WhichSide,)),
    on.Resume: row("go on", pain.go_on, RUNNING, NONE),
    on.Pause: row("wait", pausing.pause, WAITING),
    on.Previous: row("move about", navigation.to_previous, RUNNING, NONE),
    on.StartOver: row("move about", navigation.start_over, RUNNING, NONE),
    on.AskTimeLeft: row("ask", time_and_place.tell_time_left),
    on.AskWhere: row("ask", time_and_place.tell_where),
    on.Launch: row(OTHER, pain.once_more),
    on.Help: row(OTHER, pain.help_hurting),
    on.NotUnderstood: row(OTHER, pain.once_more),
}

CARE = "say what a body has"

MISSING: Rows = {
    on.SkipNext: row("leave something out", leaving_out.leave_next_out, RUNNING, NONE, or_stays=True),
    on.StartRoutine: row(
        "leave something out", leaving_out.drop_for_missing, RUNNING, NONE, or_stays=True
    ),
}


def _answered(action: Action) -> Row:
    """A row for an answer to how careful to be: what waited for it goes on, or more is asked."""
    return row(ANSWER, action, RUNNING, NONE, or_stays=True, asks=KEEPING, becomes=(on.StartStretch,))


TOPIC = Topic(
    practice={
        RUNNING: {
            **MISSING,
            on.NotUnderstood: row(OTHER, all_right.not_understood, or_stays=True, asks=(AllRight,)),
        },
        WAITING: {
            **MISSING,
            on.NotUnderstood: row(OTHER, all_right.not_understood_at_rest, asks=(AllRight,)),
        },
        NONE: {
            on.NotUnderstood: row(OTHER, all_right.not_understood_at_rest, asks=(AllRight,)),
            on.Skip: row("leave something out", leaving_out.only_today),
        },
    },
    everywhere={
        on.HasCondition: row(CARE, conditions.has_condition, RUNNING, NONE, or_stays=True, asks=KEEPING),
        on.HowLongAgo: row(
            CARE, conditions.tell_how_long_ago, becomes=(on.HasCondition, on.NotUnderstood)
        ),
        on.AskCaution: row(
            "ask", cautions.ask_caution, RUNNING, NONE, or_stays=True, asks=(*WHICH, *KEEPING)
        ),
        on.Pain: row(HURTS, pain.hurts, RUNNING, NONE, or_stays=True, asks=SIGNS),
        on.AskPosture: row("ask", posture.tell_way, RUNNING, NONE, or_stays=True, asks=SIGNS),
        on.AskAdvice: row("ask", advice.tell_advice),
        on.AvoidStretch: row(
            "leave something out", leaving_out.avoid_stretch, NONE, or_stays=True, asks=WHICH
        ),
        on.LeaveOut: row(
            "leave something out", leaving_out.leave_out_today, NONE, or_stays=True, asks=WHICH
        ),
        on.OnlyToday: row("leave something out", leaving_out.only_today),
        on.AskLeftOut: row("ask", leaving_out.tell_left_out),
        on.AllowStretch: row(
            "start something", leaving_out.allow_stretch, RUNNING, or_stays=True, asks=WHICH
        ),
    },
    questions={
        WhichColumn: {
            on.Yes: _answered(pain.condition_yes),
            on.No: _answered(how_careful.say_last_column),
            on.HowLongAgo: _answered(how_careful.say_how_long_ago),
            on.Pain: _answered(how_careful.say_for_years),
            on.HasCondition: _answered(how_careful.say_what_and_when),
        },
        LeaveOutFromNowOn: {
            on.Yes: row(ANSWER, overview.keep_left_out),
            on.No: row(ANSWER, overview.only_today),
            on.OnlyToday: row(ANSWER, overview.only_today),
            on.Skip: row(ANSWER, overview.only_today),
        },
        AboutSign: {
            on.Launch: row(OTHER, pain.once_more),
            on.Help: row(OTHER, pain.help_hurting),
            on.Resume: row("go on", pain.go_on_anyway, RUNNING, NONE, or_stays=True),
            on.Next: row(ANSWER, pain.leave_out_anyway, RUNNING, NONE, or_stays=True),
            on.Skip: row(ANSWER, pain.leave_out_anyway, RUNNING, NONE, or_stays=True),
            on.Yes: row(ANSWER, pain.sign_yes, RUNNING, NONE, or_stays=True, asks=SIGNS),
            on.No: row(ANSWER, pain.sign_no, RUNNING, NONE, or_stays=True, asks=SIGNS),
            on.NotUnderstood: row(OTHER, pain.sign_unclear, RUNNING, NONE, or_stays=True, asks=SIGNS),
        },
        AfterSign: {
            **HURTING,
            on.Yes: row(ANSWER, pain.ready, RUNNING, NONE),
            on.Resume: row(ANSWER, pain.ready, RUNNING, NONE),
            on.No: row(ANSWER, pain.not_ready, RUNNING, NONE),
            on.Skip: row(ANSWER, pain.not_ready, RUNNING, NONE),
            on.Next: row(ANSWER, pain.not_ready, RUNNING, NONE),
        },
        AllRight: {
            on.Yes: row(ANSWER, all_right.all_right, RUNNING, NONE),
            on.Resume: row(ANSWER, all_right.all_right, RUNNING, NONE),
            on.Help: row(OTHER, pain.help_hurting),
            on.No: row(HURTS, all_right.not_all_right, asks=SIGNS),
            on.NotUnderstood: row(OTHER, all_right.still_unclear),
        },
        PainRelief: {
            **HURTING,
            on.Choose: row(ANSWER, pain.choose_relief, RUNNING, NONE, or_stays=True),
            on.No: row(ANSWER, pain.just_rest, WAITING),
            on.Yes: row(ANSWER, pain.easier, RUNNING, NONE),
        },
    },
)
