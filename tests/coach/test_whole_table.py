"""The conversation's table leaves nothing out."""

from itertools import chain

from skill.coach.conversation import events
from skill.coach.conversation.events import Event
from skill.coach.machine import ANSWERS, ASKED, EVERYWHERE, PRACTICE

TABLES = (EVERYWHERE, ASKED, *PRACTICE.values(), *ANSWERS.values())


def test_every_event_has_a_row():
    """Nothing that somebody can want is illegal wherever it is said: the topic's `rows.py` has it."""
    kinds = {
        kind for kind in vars(events).values() if isinstance(kind, type) and issubclass(kind, Event)
    }
    wishes = {kind for kind in kinds if not kind.__subclasses__()}
    without = wishes.difference(*TABLES)
    assert not without, ", ".join(sorted(kind.__name__ for kind in without))


def test_every_question_is_asked_and_takes_an_answer():
    """No kind of question is asked by no row, and none takes no answer of its own."""
    rows = chain.from_iterable(table.values() for table in TABLES)
    asked = {kind for row in rows for kind in row.asks}
    answered = {kind for kind, answers in ANSWERS.items() if answers}
    assert ANSWERS.keys() == asked == answered
