"""What can be said about routines of one's own: making, adding, deleting."""

from skill.coach.conversation import events as on
from skill.coach.conversation.errands import RemindersFound
from skill.coach.conversation.rows import NONE, RUNNING, Rows, Topic, row
from skill.coach.conversation.state.questions import (
    AboutSign,
    DeleteRoutineForGood,
    PainRelief,
    RoutineDraft,
    RoutineName,
    ThisStretch,
    WhichRoutineToDelete,
    WhichStretch,
)
from skill.coach.topics.help.help import no_answer
from skill.coach.topics.own_routines import (
    adding,
    draft_questions,
    drafts,
    kept_routines,
    naming,
    saving,
    taking_out,
)
from skill.coach.topics.questions.about_a_stretch import ANSWERS
from skill.coach.topics.starting.rows import WISHES

MAKE, ANSWER, LEAVE, HURTS = "make a routine", "answer the question", "leave", "say that it hurts"

DRAFTING = (RoutineName, RoutineDraft)

NO_ANSWER: Rows = {
    on.Pain: row(
        "say that it hurts",
        drafts.hurts_meanwhile,
        RUNNING,
        NONE,
        or_stays=True,
        asks=(AboutSign, PainRelief),
    ),
    on.Resume: row("anything else", no_answer),
    on.Skip: row("anything else", no_answer),
    on.Cancel: row(LEAVE, saving.drop),
}

BY_NAME: Rows = {
    on.StartStretch: row(ANSWER, kept_routines.choose_by_name, asks=(DeleteRoutineForGood,)),
    on.NameStretch: row(ANSWER, kept_routines.choose_by_name, asks=(DeleteRoutineForGood,)),
    on.StartRoutine: row(ANSWER, kept_routines.choose_by_name, asks=(DeleteRoutineForGood,)),
}

TOPIC = Topic(
    everywhere={
        on.CreateRoutine: row(MAKE, naming.create, asks=DRAFTING),
        on.AddStretch: row(
            MAKE,
            adding.add_elsewhere,
            RUNNING,
            or_stays=True,
            asks=(WhichStretch, ThisStretch),
            becomes=(on.AskDone, *ANSWERS),
        ),
        on.SaveRoutine: row(MAKE, saving.save, asks=(RoutineName,)),
        on.DeleteRoutine: row(
            MAKE, kept_routines.delete, asks=(WhichRoutineToDelete, DeleteRoutineForGood)
        ),
    },
    questions={
        RoutineName: {
            **NO_ANSWER,
            on.SaveRoutine: row(ANSWER, naming.name_it, asks=DRAFTING),
            on.StartStretch: row(ANSWER, naming.name_by_stretch, asks=DRAFTING),
            on.NameStretch: row(ANSWER, naming.name_by_stretch, asks=DRAFTING),
            on.StartRoutine: row(ANSWER, naming.name_by_routine, asks=DRAFTING),
            on.SetReminder: row(
                ANSWER, naming.name_by_reminder, asks=DRAFTING, becomes=(RemindersFound,)
            ),
            on.AddStretch: row(MAKE, naming.name_by_stretch, asks=DRAFTING),
            on.AvoidStretch: row(MAKE, naming.name_first),
            on.LeaveOut: row(MAKE, naming.name_first),
            on.Launch: row("anything else", naming.name_first),
            on.Help: row("anything else", naming.name_first),
            on.Choose: row(MAKE, naming.name_unclear),
            on.Yes: row(MAKE, naming.name_unclear),
            on.NotUnderstood: row("anything else", naming.name_unclear),
            on.No: row(ANSWER, saving.drop),
            on.Stop: row(LEAVE, saving.drop_and_leave),
        },
        RoutineDraft: {
            **NO_ANSWER,
            on.AddStretch: row(MAKE, adding.add),
            on.StartStretch: row(MAKE, adding.add),
            on.NameStretch: row(MAKE, adding.add),
            on.AdjustHold: row(MAKE, adding.add_told),
            on.StartIt: row(MAKE, saving.start_it, RUNNING, or_stays=True, asks=(RoutineName,)),
            on.MoveStretch: row(MAKE, adding.add_at_the_end, becomes=(on.AddStretch,)),
            on.MeantStretch: row(MAKE, adding.correct, becomes=(on.AddStretch, *WISHES)),
            on.Other: row(MAKE, taking_out.take_back),
            **{
                question: row("ask", draft_questions.ask_of_it, becomes=(question,))
                for question in ANSWERS
                if question is not on.AskLength
            },
            on.AskWhere: row("ask", draft_questions.tell_of_it),
            on.AskTimeLeft: row("ask", draft_questions.tell_length),
            on.Choose: row(ANSWER, adding.choose),
            on.AvoidStretch: row(MAKE, taking_out.remove),
            on.LeaveOut: row(MAKE, taking_out.remove),
            on.Skip: row(MAKE, taking_out.take_out_it),
            on.SaveRoutine: row(ANSWER, naming.name_draft, asks=(RoutineName,)),
            on.StartRoutine: row("anything else", drafts.tell_how),
            on.Yes: row("anything else", drafts.tell_how),
            on.Launch: row("anything else", drafts.tell_how),
            on.Help: row("anything else", drafts.tell_how),
            on.NotUnderstood: row("anything else", drafts.unknown_stretch),
            on.No: row(ANSWER, saving.done, asks=(RoutineName,)),
            on.Stop: row(LEAVE, saving.done_and_leave),
        },
        WhichRoutineToDelete: {
            **BY_NAME,
            on.Choose: row(ANSWER, kept_routines.choose, asks=(DeleteRoutineForGood,)),
        },
        DeleteRoutineForGood: {
            **BY_NAME,
            on.Yes: row(ANSWER, kept_routines.delete_now),
        },
    },
)
