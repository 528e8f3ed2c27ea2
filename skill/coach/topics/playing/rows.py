"""What can be said about a practice without a break."""

from skill.coach.conversation import events as on
from skill.coach.conversation.rows import RUNNING, Topic, row
from skill.coach.topics.playing import straight

PLAY = "start something"

TOPIC = Topic(
    everywhere={
        on.PlayThrough: row(
            PLAY,
            straight.play_through,
            RUNNING,
            or_stays=True,
            becomes=(on.StartStretch, on.StartRoutine),
        ),
        on.PlayerMode: row("ask", straight.no_such_mode, or_stays=True),
    },
)
