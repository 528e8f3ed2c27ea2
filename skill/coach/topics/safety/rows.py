"""What can be said about pain, and about stretches that a person does not want."""

from skill.coach.conversation import events as on
from skill.coach.conversation.questions import KindOfPain, PainRelief, ThisStretch, WhichStretch
from skill.coach.conversation.rows import NONE, RUNNING, WAITING, Rows, Topic, row
from skill.coach.topics.coaching import navigation, pausing
from skill.coach.topics.questions import time_and_place
from skill.coach.topics.safety import leaving_out, pain

HURTS, ANSWER, OTHER = "say that it hurts", "answer the question", "anything else"

WHICH = (WhichStretch, ThisStretch)

HURTING: Rows = {
    on.AskEasier: row(ANSWER, pain.easier, RUNNING, NONE),
    on.ChangeLevel: row(ANSWER, pain.gentler, RUNNING, NONE, or_stays=True),
    on.AdjustHold: row(ANSWER, pain.shorter, RUNNING, NONE, or_stays=True),
    on.AvoidStretch: row(ANSWER, pain.leave_out_named, RUNNING, NONE, or_stays=True, asks=WHICH),
    on.Skip: row(ANSWER, pain.leave_out, RUNNING, NONE),
    on.Next: row(ANSWER, pain.leave_out, RUNNING, NONE),
    on.SkipSide: row(ANSWER, pain.leave_out, RUNNING, NONE),
    on.Resume: row("go on", pain.go_on, RUNNING, NONE),
    on.Pause: row("wait", pausing.pause, WAITING),
    on.Previous: row("move about", navigation.to_previous, RUNNING),
    on.StartOver: row("move about", navigation.start_over, RUNNING),
    on.AskTimeLeft: row("ask", time_and_place.tell_time_left),
    on.AskWhere: row("ask", time_and_place.tell_where),
    on.Launch: row(OTHER, pain.once_more),
    on.Help: row(OTHER, pain.help_hurting),
    on.NotUnderstood: row(OTHER, pain.once_more),
}

TOPIC = Topic(
    everywhere={
        on.Pain: row(HURTS, pain.hurts, asks=(KindOfPain, PainRelief)),
        on.AvoidStretch: row(
            "leave something out", leaving_out.avoid_stretch, NONE, or_stays=True, asks=WHICH
        ),
        on.AllowStretch: row(
            "start something", leaving_out.allow_stretch, RUNNING, or_stays=True, asks=WHICH
        ),
    },
    questions={
        KindOfPain: {
            **HURTING,
            on.Choose: row(ANSWER, pain.choose_kind, asks=(PainRelief,)),
            on.No: row(ANSWER, pain.none_of_these, asks=(PainRelief,)),
            on.Yes: row(OTHER, pain.no_kind),
        },
        PainRelief: {
            **HURTING,
            on.Choose: row(ANSWER, pain.choose_relief, RUNNING, NONE, or_stays=True),
            on.No: row(ANSWER, pain.just_rest, WAITING),
            on.Yes: row(ANSWER, pain.easier, RUNNING, NONE),
        },
    },
)
