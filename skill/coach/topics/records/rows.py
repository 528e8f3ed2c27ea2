"""What can be said about what is kept: hear of it, export it, delete it."""

from skill.coach.conversation import events as on
from skill.coach.conversation.errands import Erased, HistoryRead, LookedBack
from skill.coach.conversation.rows import NONE, Topic, row
from skill.coach.conversation.state.questions import DeleteEverything
from skill.coach.topics.records import deletion, export, looking_back

KEPT = "ask what is kept"

TOPIC = Topic(
    everywhere={
        on.AskProgress: row(KEPT, looking_back.ask_progress, becomes=(LookedBack,)),
        on.AskDone: row(KEPT, looking_back.ask_done, becomes=(LookedBack,)),
        LookedBack: row(KEPT, looking_back.tell_done),
        on.AskLongestRow: row(KEPT, looking_back.tell_longest_row),
        on.ExportData: row(KEPT, export.export_data, becomes=(HistoryRead,)),
        HistoryRead: row(KEPT, export.give_history),
        on.DeleteData: row("delete everything", deletion.delete_data, asks=(DeleteEverything,)),
        Erased: row("delete everything", deletion.tell_erased, NONE, or_goes_on=True),
    },
    questions={
        DeleteEverything: {
            on.Yes: row("answer the question", deletion.delete_now, becomes=(Erased,)),
            on.No: row("answer the question", deletion.keep_all, NONE, or_goes_on=True),
            on.Cancel: row("answer the question", deletion.keep_all, NONE, or_goes_on=True),
        },
    },
)
