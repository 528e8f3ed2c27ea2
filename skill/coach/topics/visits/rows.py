"""What opens and closes a session, and takes up an unfinished practice."""

from skill.coach.conversation import events as on
from skill.coach.conversation.errands import PracticeFound
from skill.coach.conversation.rows import NONE, RUNNING, WAITING, Rows, Topic, row
from skill.coach.conversation.state.questions import TakeUpPractice, WhichPractice
from skill.coach.topics.visits import again, goodbye, unfinished, welcome

TAKE_UP, ANSWER, LEAVE = "take up an old practice", "answer the question", "leave"

OFFERED = (TakeUpPractice, WhichPractice)

CHOICE: Rows = {
    on.Choose: row(ANSWER, unfinished.choose, RUNNING, NONE, or_stays=True),
    on.No: row(ANSWER, unfinished.decline, or_goes_on=True),
    on.Skip: row(ANSWER, unfinished.decline, or_goes_on=True),
}

TOPIC = Topic(
    everywhere={
        on.ResumePractice: row(
            TAKE_UP,
            unfinished.resume_practice,
            RUNNING,
            NONE,
            or_stays=True,
            asks=OFFERED,
            becomes=(on.StartStretch,),
        ),
        on.RepeatPractice: row(
            TAKE_UP,
            again.repeat_practice,
            RUNNING,
            NONE,
            or_stays=True,
            becomes=(
                on.ResumePractice,
                on.Repeat,
                on.ChangeLevel,
                on.AdjustHold,
                on.SkipSide,
                on.StartStretch,
                PracticeFound,
            ),
        ),
        PracticeFound: row(TAKE_UP, again.repeat_found, RUNNING, NONE, or_stays=True),
        on.Stop: row(LEAVE, goodbye.stop),
        on.Cancel: row(LEAVE, goodbye.stop),
        on.SessionEnded: row(LEAVE, goodbye.leave),
    },
    practice={
        NONE: {
            on.Launch: row(TAKE_UP, welcome.launch, NONE, RUNNING, asks=(TakeUpPractice,)),
            on.Resume: row(TAKE_UP, unfinished.resume_anything, NONE, RUNNING, asks=OFFERED),
            on.StartOver: row("start something", unfinished.start_last_over, RUNNING, NONE),
            on.No: row(LEAVE, goodbye.stop),
        },
        WAITING: {on.No: row(LEAVE, goodbye.stop)},
    },
    asked={
        on.Launch: row("go on", welcome.start_afresh, NONE, RUNNING, asks=(TakeUpPractice,)),
    },
    questions={
        WhichPractice: {
            **CHOICE,
            on.StartRoutine: row(ANSWER, unfinished.choose_by_routine, RUNNING, NONE, or_stays=True),
        },
        TakeUpPractice: {
            **CHOICE,
            on.Yes: row(ANSWER, unfinished.say_yes, RUNNING, NONE, or_stays=True),
            on.Resume: row(ANSWER, unfinished.say_yes, RUNNING, NONE, or_stays=True),
            on.StartOver: row(ANSWER, unfinished.start_over, RUNNING, NONE, or_stays=True),
        },
    },
)
