"""What a person can say who does not know what to say, and what is no answer to a question."""

from skill.coach.conversation import events as on
from skill.coach.conversation.rows import ABOUT_THE_PRACTICE, NONE, RUNNING, WAITING, Topic, row
from skill.coach.topics.help import help as helping

OTHER, ANSWER = "anything else", "answer the question"

TOPIC = Topic(
    everywhere={
        on.Thank: row(OTHER, helping.nod),
        on.Greet: row(OTHER, helping.greet),
        on.AskAbout: row(OTHER, helping.tell_about),
        on.Yes: row(OTHER, helping.what_then),
    },
    practice={
        RUNNING: {
            on.Help: row(OTHER, helping.help_practising, RUNNING),
            on.AskWords: row(OTHER, helping.words_again, RUNNING),
        },
        WAITING: {
            on.Help: row(OTHER, helping.help_paused),
            on.Repeat: row(OTHER, helping.repeat_words),
            on.AskWords: row(OTHER, helping.repeat_words),
        },
        NONE: {
            on.AskWords: row(OTHER, helping.repeat_words),
            on.Help: row(OTHER, helping.help_idle),
        },
    },
    asked={
        **{event: row(OTHER, helping.no_answer, or_goes_on=True) for event in ABOUT_THE_PRACTICE},
        on.Pause: row(OTHER, helping.wait_for_the_answer),
        on.Yes: row(OTHER, helping.no_answer, or_goes_on=True),
        on.No: row(ANSWER, helping.refuse, or_goes_on=True),
        on.Skip: row(ANSWER, helping.refuse, or_goes_on=True),
        on.Help: row(OTHER, helping.help_asked),
        on.NotUnderstood: row(OTHER, helping.no_answer, or_goes_on=True),
        on.Repeat: row(OTHER, helping.repeat_words),
        on.AskWords: row(OTHER, helping.repeat_words),
    },
)
