"""What can be said to steer a practice, and to correct what was just said."""

from skill.coach.conversation import events as on
from skill.coach.conversation.rows import NONE, RUNNING, Topic, row
from skill.coach.conversation.state.questions import WhichRoutine
from skill.coach.topics.starting.rows import ANYTHING, WISHES
from skill.coach.topics.steering import correcting, order

STEER, CORRECT = "steer", "correct it"

TOPIC = Topic(
    everywhere={
        on.OnlyAt: row(STEER, order.only_at, RUNNING, NONE, or_stays=True),
        on.StartFrom: row(STEER, order.start_from, RUNNING, NONE, or_stays=True, asks=(WhichRoutine,)),
        on.MoveStretch: row(
            STEER,
            order.move_stretch,
            RUNNING,
            NONE,
            or_stays=True,
            asks=(WhichRoutine,),
            becomes=(on.StartStretch,),
        ),
        on.DoneAlready: row(STEER, order.did_already, RUNNING, NONE, or_stays=True),
        on.MeantStretch: row(CORRECT, correcting.correct_stretch, becomes=(*WISHES, on.NameStretch)),
        on.MeantLength: row(CORRECT, correcting.correct_length, becomes=ANYTHING),
    },
    asked={
        on.MeantStretch: row(
            CORRECT, correcting.answer_with, or_goes_on=True, becomes=(on.NameStretch,)
        ),
        on.MeantLength: row(CORRECT, correcting.correct_offered, becomes=ANYTHING),
    },
)
