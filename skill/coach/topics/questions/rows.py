"""What can be asked: about a stretch, about time and place, about what there is."""

from skill.coach.conversation import events as on
from skill.coach.conversation.rows import NONE, PLAYING, RUNNING, WAITING, Rows, Topic, row
from skill.coach.conversation.state.questions import (
    EquipmentThere,
    OfferedPlan,
    TakeUpPractice,
    ThisStretch,
    WhichRoutine,
    WhichStretch,
)
from skill.coach.topics.questions import about_a_stretch, lists, of_an_offer, time_and_place

ASK = "ask"

WHERE: Rows = {
    on.AskTimeLeft: row(ASK, time_and_place.tell_time_left),
    on.AskWhere: row(ASK, time_and_place.tell_where),
}

OF_AN_OFFER = row(ASK, of_an_offer.tell_of_offer, becomes=(on.AskLength, on.More))

OFFER: Rows = {
    on.AskHoldTime: row(ASK, of_an_offer.tell_length_of_offer),
    on.AskTimeLeft: row(ASK, of_an_offer.tell_length_of_offer),
    on.AskWhere: OF_AN_OFFER,
}
"""Asked of what has not begun yet."""

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
            if question not in (on.AskCaution, on.AskHowTo, on.AskLength)
        },
        on.AskLength: row(
            ASK, of_an_offer.ask_length, or_goes_on=True, asks=(WhichStretch, ThisStretch)
        ),
        on.AskHowTo: row(
            ASK, about_a_stretch.ask_how_to, or_goes_on=True, asks=(WhichStretch, ThisStretch)
        ),
        on.ListStretches: row(ASK, lists.list_stretches, becomes=(on.HasCondition,)),
        on.ListRoutines: row(ASK, lists.list_routines),
        on.More: row(ASK, lists.tell_more, becomes=(on.ListStretches, on.AskWhere)),
    },
    asked={
        on.More: row(
            ASK,
            lists.tell_more_asked,
            asks=(WhichStretch, ThisStretch, WhichRoutine),
            becomes=(on.ListStretches, on.AskWhere, on.No),
        )
    },
    practice={
        RUNNING: WHERE,
        WAITING: WHERE,
        PLAYING: WHERE,
        NONE: {on.AskWhere: OF_AN_OFFER},
    },
    questions={
        OfferedPlan: OFFER,
        EquipmentThere: OFFER,
        TakeUpPractice: {on.AskWhere: OF_AN_OFFER},
    },
)
