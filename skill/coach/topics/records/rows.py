"""What can be said about what is kept: hear of it, export it, delete it."""

from skill.coach.conversation import events as on
from skill.coach.conversation.errands import Erased, HistoryRead
from skill.coach.conversation.questions import DeleteEverything
from skill.coach.conversation.rows import NONE, Topic, row
from skill.coach.topics.records import deletion, export, progress_report

KEPT = "ask what is kept"

TOPIC = Topic(
    everywhere={
        on.AskProgress: row(KEPT, progress_report.tell_progress),
        on.ExportData: row(KEPT, export.export_data, becomes=(HistoryRead,)),
        HistoryRead: row(KEPT, export.give_history),
        on.DeleteData: row("delete everything", deletion.delete_data, asks=(DeleteEverything,)),
        Erased: row("delete everything", deletion.tell_erased, NONE, or_goes_on=True),
    },
    questions={
        DeleteEverything: {
            on.Yes: row("answer the question", deletion.delete_now, becomes=(Erased,)),
        },
    },
)
