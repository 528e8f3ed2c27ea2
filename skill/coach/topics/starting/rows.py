"""What starts a practice, and the answers to questions before it starts."""

from skill.coach.conversation import events as on
from skill.coach.conversation.disambiguation import choosing as which
from skill.coach.conversation.rows import NONE, RUNNING, Rows, Topic, row
from skill.coach.conversation.state.questions import (
    EquipmentThere,
    HowLong,
    MoreOfIt,
    OfferedPlan,
    ThisStretch,
    WhichColumn,
    WhichRoutine,
    WhichSide,
    WhichStretch,
)
from skill.coach.topics.starting import plans, progression, starts, taking_up

START, ANSWER = "start something", "answer the question"

WISHES = tuple(on.AboutStretch.__subclasses__())
"""Everything that may be wanted of a stretch, once it is clear which one."""

ABOUT_PLANS = (HowLong, OfferedPlan)

NAMED: Rows = {
    on.Choose: row(
        ANSWER,
        which.choose,
        or_stays=True,
        or_goes_on=True,
        asks=(WhichStretch, ThisStretch),
        becomes=WISHES,
    ),
    on.NameStretch: row(
        ANSWER, which.choose_by_name, or_stays=True, asks=(WhichStretch, ThisStretch), becomes=WISHES
    ),
    on.StartStretch: row(
        ANSWER, which.choose_by_start, or_stays=True, asks=(WhichStretch, ThisStretch), becomes=WISHES
    ),
    on.Resume: row(ANSWER, which.go_ahead, or_goes_on=True, becomes=(on.Yes,)),
    on.ListStretches: row(ANSWER, which.choose_place, becomes=WISHES),
    on.StartRoutine: row(ANSWER, which.choose_place_to_start, becomes=WISHES),
    on.No: row(ANSWER, which.none_of_these, or_goes_on=True, asks=(WhichStretch, ThisStretch)),
    on.Skip: row(ANSWER, which.none_of_these, or_goes_on=True, asks=(WhichStretch, ThisStretch)),
}

BEGINNING = row(
    START,
    starts.start_as_said,
    RUNNING,
    or_stays=True,
    asks=(WhichStretch, ThisStretch, WhichSide, WhichColumn, MoreOfIt),
)

ANYTHING = (
    *WISHES,
    on.StartRoutine,
    on.ResumePractice,
    on.Resume,
    on.Arrived,
    on.Yes,
    on.No,
    on.More,
    on.AdjustHold,
)
"""What the thread of the conversation may lead to."""

TOPIC = Topic(
    everywhere={
        on.StartStretch: BEGINNING,
        on.NameStretch: BEGINNING,
        on.Choose: row(
            START, taking_up.choose_listed, asks=(WhichStretch, ThisStretch), becomes=ANYTHING
        ),
        on.StartIt: row(START, taking_up.start_it, asks=(WhichStretch, WhichRoutine), becomes=ANYTHING),
        on.Other: row(
            START,
            taking_up.other,
            asks=(WhichStretch, ThisStretch, WhichRoutine, HowLong),
            becomes=ANYTHING,
        ),
        on.StartRoutine: row(
            START,
            starts.start_routine,
            RUNNING,
            or_stays=True,
            asks=(WhichRoutine, EquipmentThere, *ABOUT_PLANS),
        ),
        on.AskWhy: row("ask", plans.tell_why),
    },
    asked={
        on.Choose: row(
            ANSWER,
            taking_up.choose_listed_asked,
            or_goes_on=True,
            asks=(WhichStretch, ThisStretch),
            becomes=ANYTHING,
        ),
        on.StartIt: row(ANSWER, taking_up.start_it_asked, or_goes_on=True, becomes=ANYTHING),
        on.Other: row(
            ANSWER,
            taking_up.other_asked,
            or_goes_on=True,
            asks=(WhichStretch, ThisStretch, WhichRoutine),
            becomes=ANYTHING,
        ),
    },
    practice={
        NONE: {
            on.Yes: row(START, taking_up.say_yes, asks=(WhichStretch, WhichRoutine), becomes=ANYTHING)
        },
    },
    questions={
        WhichStretch: NAMED,
        ThisStretch: {
            **NAMED,
            on.Yes: row(ANSWER, which.say_yes, becomes=WISHES),
        },
        WhichRoutine: {
            on.Choose: row(
                ANSWER,
                starts.choose_routine,
                RUNNING,
                or_stays=True,
                or_goes_on=True,
                asks=(EquipmentThere,),
            ),
            on.StartRoutine: row(
                ANSWER,
                starts.choose_routine_by_name,
                RUNNING,
                or_stays=True,
                asks=(EquipmentThere, *ABOUT_PLANS),
            ),
            on.Resume: row(ANSWER, which.go_ahead, or_goes_on=True, becomes=(on.Yes,)),
            on.No: row(ANSWER, starts.other_routines, or_goes_on=True),
            on.Skip: row(ANSWER, starts.other_routines, or_goes_on=True),
        },
        EquipmentThere: {
            on.Yes: row(ANSWER, starts.start_with_equipment, RUNNING, or_stays=True),
            on.Resume: row(ANSWER, starts.start_with_equipment, RUNNING, or_stays=True),
            on.No: row(ANSWER, starts.start_without_equipment, RUNNING, or_stays=True),
            on.Skip: row(ANSWER, starts.start_without_equipment, RUNNING, or_stays=True),
            on.StartRoutine: row(ANSWER, starts.start_without_named, RUNNING, or_stays=True),
        },
        MoreOfIt: {
            on.Yes: row(ANSWER, progression.take_more, RUNNING, or_stays=True),
            on.No: row(ANSWER, progression.as_before, RUNNING, or_stays=True),
            on.Skip: row(ANSWER, progression.as_before, RUNNING, or_stays=True),
        },
        OfferedPlan: {
            on.Yes: row(ANSWER, plans.start_offered, RUNNING, or_stays=True, asks=ABOUT_PLANS),
            on.Choose: row(ANSWER, plans.take_other_number, RUNNING, or_stays=True, asks=ABOUT_PLANS),
        },
        HowLong: {
            on.Choose: row(ANSWER, plans.take_number, RUNNING, or_stays=True, asks=ABOUT_PLANS),
            on.AdjustHold: row(ANSWER, plans.take_minutes, RUNNING, or_stays=True, asks=ABOUT_PLANS),
            on.StartRoutine: row(
                ANSWER,
                plans.take_wish,
                RUNNING,
                or_stays=True,
                asks=ABOUT_PLANS,
            ),
        },
    },
)
