"""The conversation's table: what an event means, by the question that stands and by the practice.

Rules:
- Everything that decides what an event means stands in a row, and nothing else does. Each topic has its
  rows beside its actions; they are put together here, and two rows for the same event are refused.
- An event is looked up among the answers that the standing question takes; then in the rows of the
  practice, that runs or waits or is none; then in those of what can be said at any time. What is in
  none of them is illegal: something helpful is said, and the state stays as it was.
- A row says how the practice may stand afterwards and what may be asked; a turn that ends elsewhere is
  a bug, and the property tests look for one.

How it works. Before an event is looked up, the practice is brought up to date (`turn.catch_up`): if
its end was heard, there is none any more, so no row has to think of time. While a question stands, the
practice waits; what is said about the practice then is no answer, unless the question has a row for it.
"""

from collections.abc import Iterator

from skill.coach.conversation.errands import Errand
from skill.coach.conversation.events import Event
from skill.coach.conversation.rows import Row, Rows, together
from skill.coach.conversation.scene import Instead, NotAnAnswer, Outcome, Scene
from skill.coach.conversation.state.questions import KINDS, Question
from skill.coach.conversation.state.state import Course, State
from skill.coach.topics.coaching.rows import TOPIC as COACHING
from skill.coach.topics.help.help import illegal
from skill.coach.topics.help.rows import TOPIC as HELP
from skill.coach.topics.own_routines.rows import TOPIC as OWN_ROUTINES
from skill.coach.topics.playing.rows import TOPIC as PLAYING
from skill.coach.topics.questions.rows import TOPIC as QUESTIONS
from skill.coach.topics.records.rows import TOPIC as RECORDS
from skill.coach.topics.reminders.rows import TOPIC as REMINDERS
from skill.coach.topics.safety.rows import TOPIC as SAFETY
from skill.coach.topics.starting.rows import TOPIC as STARTING
from skill.coach.topics.steering.rows import TOPIC as STEERING
from skill.coach.topics.visits.rows import TOPIC as VISITS

TOPICS = (
    COACHING,
    STARTING,
    OWN_ROUTINES,
    QUESTIONS,
    SAFETY,
    VISITS,
    RECORDS,
    REMINDERS,
    HELP,
    STEERING,
    PLAYING,
)

EVERYWHERE: Rows = together(*(topic.everywhere for topic in TOPICS))
"""What can be said at any time."""

PRACTICE: dict[Course, Rows] = {
    course: together(*(topic.practice.get(course, {}) for topic in TOPICS)) for course in Course
}
"""What can be said while a practice runs, while one waits, and while there is none."""

ASKED: Rows = together(*(topic.asked for topic in TOPICS))
"""What can be said to any question that stands, unless that question has a row of its own for it."""

ANSWERS: dict[type[Question], Rows] = {
    kind: together(*(topic.questions.get(kind, {}) for topic in TOPICS)) for kind in KINDS.values()
}
"""The answers that each kind of question takes, beside those that all of them take."""


def rows_for(state: State, event: type[Event]) -> Iterator[Row]:
    """The rows for a kind of event, in the order in which they are tried; none where it is illegal."""
    tables: list[Rows] = [PRACTICE[state.course], EVERYWHERE]
    if state.question is not None:
        tables = [ANSWERS[type(state.question)], ASKED, *tables]
    return (table[event] for table in tables if event in table)


def act(scene: Scene, event: Event) -> Outcome | Errand:
    """Do what an event means in a scene."""
    for row in rows_for(scene.state, type(event)):
        match row.action(scene, event):
            case NotAnAnswer():
                continue
            case Instead(whole, wish):
                return act(whole, wish)
            case outcome:
                return outcome
    return illegal(scene)
