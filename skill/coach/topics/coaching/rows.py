"""What can be said about a practice under way: pause, move about in it, change how it is done."""

from skill.coach.conversation import events as on
from skill.coach.conversation.rows import NONE, PLAYING, RUNNING, WAITING, Rows, Topic, row
from skill.coach.conversation.state.questions import PlayOn, WhichSide
from skill.coach.topics.coaching import adjustments, navigation, pausing, sides, staying

GO_ON, MOVE, WAIT, CHANGE = "go on", "move about", "wait", "change how it is done"
ANSWER = "answer the question"

UNDER_WAY: Rows = {
    on.AdjustHold: row(CHANGE, adjustments.adjust_hold),
    on.ChangeTimes: row(CHANGE, adjustments.change_times),
    on.SkipAndAdjust: row(MOVE, adjustments.skip_and_adjust, RUNNING, NONE, or_stays=True),
    on.SkipSide: row(MOVE, sides.skip_side, RUNNING, NONE, or_stays=True, asks=(WhichSide,)),
    on.StartStretch: row(MOVE, sides.begin_with_side, RUNNING, NONE, or_stays=True, asks=(WhichSide,)),
    on.Arrived: row(GO_ON, navigation.arrived, RUNNING, becomes=(on.Resume,)),
    on.Skip: row(MOVE, navigation.skip, RUNNING, NONE),
    on.Previous: row(MOVE, navigation.to_previous, RUNNING, NONE),
    on.StartOver: row(MOVE, navigation.start_over, RUNNING, NONE),
}

PLAYED: Rows = {
    on.Next: row(MOVE, navigation.skip, RUNNING, NONE),
    on.Skip: row(MOVE, navigation.skip, RUNNING, NONE),
    on.Previous: row(MOVE, navigation.to_previous, RUNNING, NONE),
    on.Repeat: row(MOVE, navigation.repeat, RUNNING),
    on.StartOver: row(MOVE, navigation.start_over, RUNNING, NONE),
    on.Pause: row(WAIT, pausing.pause_player, WAITING),
    on.No: row(WAIT, pausing.pause_player, WAITING),
    on.Resume: row(GO_ON, pausing.resume, RUNNING, NONE),
    on.Yes: row(GO_ON, pausing.resume, RUNNING, NONE),
}
"""What can be said of what a device's player has."""

TOPIC = Topic(
    everywhere={
        on.ChangeLevel: row(CHANGE, adjustments.change_level),
        on.ChangePace: row(CHANGE, adjustments.change_pace),
        on.LengthenSettle: row(CHANGE, adjustments.lengthen_settle),
        on.Stay: row(CHANGE, staying.stay, WAITING, or_stays=True),
        on.Enough: row(GO_ON, staying.enough, RUNNING, NONE, or_stays=True, becomes=(on.Stop,)),
    },
    practice={
        RUNNING: {
            **UNDER_WAY,
            on.Launch: row(GO_ON, navigation.go_on, RUNNING, NONE),
            on.Next: row(MOVE, navigation.to_next, RUNNING, NONE),
            on.Repeat: row(MOVE, navigation.repeat, RUNNING),
            on.Pause: row(WAIT, pausing.pause, WAITING),
            on.No: row(WAIT, pausing.pause, WAITING),
            on.Resume: row(GO_ON, navigation.go_on, RUNNING, NONE),
            on.Yes: row(GO_ON, navigation.go_on, RUNNING, NONE),
        },
        WAITING: {
            **UNDER_WAY,
            on.Launch: row(GO_ON, pausing.resume, RUNNING, NONE),
            on.Next: row(MOVE, navigation.skip, RUNNING, NONE),
            on.Pause: row(WAIT, pausing.still_paused, WAITING),
            on.Resume: row(GO_ON, pausing.resume, RUNNING, NONE),
            on.Yes: row(GO_ON, pausing.resume, RUNNING, NONE),
        },
        PLAYING: {
            **UNDER_WAY,
            **PLAYED,
            on.Launch: row(GO_ON, pausing.opened_while_played, WAITING, asks=(PlayOn,)),
        },
        NONE: {
            on.Repeat: row("start something", navigation.repeat_last, RUNNING, NONE),
            on.AdjustHold: row(CHANGE, adjustments.adjust_idle, NONE, becomes=(on.StartRoutine,)),
            on.ChangeTimes: row(CHANGE, adjustments.adjust_nothing, NONE),
            on.SkipSide: row(MOVE, sides.side_while_idle, RUNNING, NONE, asks=(WhichSide,)),
        },
    },
    asked={on.Resume: row(GO_ON, pausing.go_on_unanswered, or_goes_on=True)},
    questions={
        PlayOn: PLAYED,
        WhichSide: {
            on.SkipSide: row(ANSWER, sides.tell_bad_side, becomes=(on.SkipSide, on.StartStretch)),
            on.StartStretch: row(ANSWER, sides.tell_bad_side, becomes=(on.SkipSide, on.StartStretch)),
        },
    },
)
