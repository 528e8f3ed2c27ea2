"""What can be said about reminders."""

from skill.coach.conversation import events as on
from skill.coach.conversation.errands import RemindersCancelled, RemindersFound, ReminderWritten
from skill.coach.conversation.rows import ABOUT_THE_PRACTICE, NONE, Topic, row
from skill.coach.conversation.state.questions import ReminderReadBack, ReminderTime
from skill.coach.topics.reminders import reminders

REMIND, ANSWER = "be reminded", "answer the question"

NO_TIME = (*ABOUT_THE_PRACTICE, on.Yes, on.Choose, on.NotUnderstood)
"""What counts as a failed answer to "when?": after it the time is asked for once more."""

ASKED = (ReminderReadBack, ReminderTime)

TOPIC = Topic(
    everywhere={
        on.SetReminder: row(REMIND, reminders.set_reminder, becomes=(RemindersFound,)),
        on.AskReminder: row(REMIND, reminders.ask_reminder, becomes=(RemindersFound,)),
        on.CancelReminder: row(REMIND, reminders.cancel_reminder, becomes=(RemindersCancelled,)),
        RemindersFound: row(
            REMIND, reminders.reminders_found, NONE, or_stays=True, or_goes_on=True, asks=ASKED
        ),
        ReminderWritten: row(REMIND, reminders.reminder_written, or_goes_on=True, asks=(ReminderTime,)),
        RemindersCancelled: row(REMIND, reminders.reminders_cancelled, or_goes_on=True),
        on.PermissionAnswered: row(
            REMIND,
            reminders.permission_answered,
            or_goes_on=True,
            asks=(ReminderTime,),
            becomes=(ReminderWritten,),
        ),
    },
    questions={
        ReminderReadBack: {
            on.Yes: row(ANSWER, reminders.confirm, asks=(ReminderTime,), becomes=(ReminderWritten,)),
            on.No: row(ANSWER, reminders.decline, or_goes_on=True),
            on.Skip: row(ANSWER, reminders.decline, or_goes_on=True),
        },
        ReminderTime: {
            **{event: row(ANSWER, reminders.no_time, or_goes_on=True) for event in NO_TIME},
            on.Resume: row(ANSWER, reminders.go_on, or_goes_on=True),
            on.No: row(ANSWER, reminders.decline, or_goes_on=True),
            on.Skip: row(ANSWER, reminders.decline, or_goes_on=True),
        },
    },
)
