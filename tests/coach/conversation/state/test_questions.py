"""Questions as they travel with a session: each kind is written and read by its fields."""

import json
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.conversation import events
from skill.coach.conversation.state import questions
from skill.coach.conversation.state.questions import KINDS, decode_question, encode_question
from skill.coach.person.reminder import Reminder
from skill.coach.practice.plan_wish import PlanWish
from skill.errors import UnreadableStateError

TEXTS = st.sampled_from(["bridge", "evening", "2026-11-20T08:00:00.000+00:00", ""])
PEOPLE = st.sampled_from(["account", "amzn1.ask.person.ONE"])
ROWS = st.lists(TEXTS, max_size=3).map(tuple)
INTENTIONS = st.sampled_from(events.AboutStretch.__subclasses__())
WISHES = st.builds(PlanWish, st.floats(60, 3600), TEXTS, TEXTS, TEXTS, TEXTS)
MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
REMINDERS = st.one_of(
    st.builds(Reminder, MINUTES, st.frozensets(st.integers(0, 6), min_size=1)),
    st.builds(Reminder, MINUTES, on=st.just(date(2026, 11, 21))),
)

ASKED = st.builds(events.Asked, ROWS, TEXTS)
STARTS = st.builds(
    events.StartStretch,
    ASKED,
    TEXTS,
    TEXTS,
    st.none() | st.floats(1, 600),
    st.none() | st.floats(1, 600),
    st.integers(0, 20),
    TEXTS,
    st.lists(ASKED, max_size=2).map(tuple),
)
SIDE_WISHES = st.sampled_from(sorted(vars(events.SkipSide())))

BY_KIND = {
    questions.WhichStretch: st.builds(questions.WhichStretch, INTENTIONS, ROWS, st.none() | STARTS),
    questions.ThisStretch: st.builds(questions.ThisStretch, INTENTIONS, TEXTS, ROWS, st.none() | STARTS),
    questions.WhichSide: st.builds(questions.WhichSide, SIDE_WISHES, TEXTS, st.none() | STARTS),
    questions.WhichRoutine: st.builds(questions.WhichRoutine, ROWS),
    questions.WhichPractice: st.builds(questions.WhichPractice, ROWS),
    questions.TakeUpPractice: st.builds(questions.TakeUpPractice, TEXTS),
    questions.PlayOn: st.just(questions.PlayOn()),
    questions.EquipmentThere: st.builds(questions.EquipmentThere, TEXTS),
    questions.MoreOfIt: st.builds(questions.MoreOfIt, TEXTS),
    questions.OfferedPlan: st.builds(questions.OfferedPlan, WISHES),
    questions.HowLong: st.builds(questions.HowLong, WISHES),
    questions.RoutineName: st.builds(questions.RoutineName, ROWS, st.booleans(), of=PEOPLE),
    questions.RoutineDraft: st.builds(questions.RoutineDraft, TEXTS, ROWS, ROWS, of=PEOPLE),
    questions.WhichRoutineToDelete: st.builds(questions.WhichRoutineToDelete, ROWS, of=PEOPLE),
    questions.DeleteRoutineForGood: st.builds(questions.DeleteRoutineForGood, TEXTS, of=PEOPLE),
    questions.DeleteEverything: st.builds(questions.DeleteEverything, of=PEOPLE),
    questions.WhichColumn: st.builds(questions.WhichColumn, TEXTS, st.booleans(), st.none() | STARTS),
    questions.LeaveOutFromNowOn: st.builds(questions.LeaveOutFromNowOn, ROWS, ROWS),
    questions.AboutSign: st.builds(questions.AboutSign, TEXTS, st.booleans()),
    questions.AfterSign: st.just(questions.AfterSign()),
    questions.AllRight: st.just(questions.AllRight()),
    questions.PainRelief: st.just(questions.PainRelief()),
    questions.ReminderReadBack: st.builds(
        questions.ReminderReadBack, st.lists(REMINDERS, min_size=1, max_size=2).map(tuple)
    ),
    questions.ReminderTime: st.builds(
        questions.ReminderTime,
        st.frozensets(st.integers(0, 6)),
        st.none() | st.dates(date(2026, 11, 1), date(2026, 12, 31)),
        st.booleans(),
    ),
}
"""Any question of each kind."""


def test_no_kind_of_question_is_left_out_here():
    """A new kind has a line above, or this fails."""
    assert set(BY_KIND) == set(KINDS.values())


@pytest.mark.parametrize("kind", BY_KIND, ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_every_kind_of_question_travels(kind, data):
    """Through JSON, with everything it needs to know."""
    question = data.draw(BY_KIND[kind])
    assert decode_question(json.loads(json.dumps(encode_question(question)))) == question


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        ["WhichStretch"],
        ["WhichUnicorn", {}],
        ["WhichStretch", {}],
        ["WhichStretch", {"intention": "Launch"}],
        ["WhichStretch", {"intention": "StartStretch", "options": [1]}],
        ["TakeUpPractice", {}],
        ["HowLong", {"wish": ["soon", "", "", "", ""]}],
        ["OfferedPlan", {"wish": ["60"]}],
        ["ReminderReadBack", {"reminders": ["25:00 0"]}],
        ["ReminderReadBack", {"reminders": []}],
        ["ReminderTime", {"days": [7]}],
        ["OfferedPlan", {"wish": ["1e9", "", "", "", ""]}],
        ["HowLong", {"wish": ["nan", "", "", "", ""]}],
        ["WhichStretch", {"intention": "StartStretch", "options": "bridge"}],
        ["RoutineName", {"of": "p", "again": "no"}],
        ["ReminderTime", {"days": [-1]}],
        ["ReminderTime", {"days": ["monday"]}],
        ["PainRelief", None],
    ],
)
def test_what_is_no_question_of_ours_is_refused(value):
    """With one error, of which a fresh state is made."""
    with pytest.raises(UnreadableStateError, match="no question"):
        decode_question(value)
