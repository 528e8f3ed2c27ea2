"""What can be asked: about a stretch, about time and place, about what there is."""

from skill.coach.conversation import events as on
from skill.coach.conversation.questions import ThisStretch, WhichRoutine, WhichStretch
from skill.coach.conversation.rows import PLAYING, RUNNING, WAITING, Rows, Topic, row
from skill.coach.topics.questions import about_a_stretch, lists, time_and_place

ASK = "ask"

WHERE: Rows = {
    on.AskTimeLeft: row(ASK, time_and_place.tell_time_left),
    on.AskWhere: row(ASK, time_and_place.tell_where),
}

TOPIC = Topic(
    everywhere={
        **{
            question: row(
                ASK,
                about_a_stretch.ask_about,
                or_goes_on=True,
                asks=(WhichStretch, ThisStretch),
            )
            for question in about_a_stretch.ANSWERS
            # What is careful stands in `safety`.
            if question not in (on.AskCaution, on.AskHowTo)
        },
        on.AskHowTo: row(
            ASK, about_a_stretch.ask_how_to, or_goes_on=True, asks=(WhichStretch, ThisStretch)
        ),
        on.ListStretches: row(ASK, lists.list_stretches, becomes=(on.HasCondition,)),
        on.ListRoutines: row(ASK, lists.list_routines),
        on.More: row(ASK, lists.tell_more, becomes=(on.ListStretches,)),
    },
    asked={
        on.More: row(
            ASK,
            lists.tell_more_asked,
            asks=(WhichStretch, ThisStretch, WhichRoutine),
            becomes=(on.ListStretches, on.No),
        )
    },
    practice={RUNNING: WHERE, WAITING: WHERE, PLAYING: WHERE},
)
