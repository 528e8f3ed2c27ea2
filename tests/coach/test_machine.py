"""The table: in which order an event is looked up, and what is done with what comes of it."""

import pytest

from helpers.scenes import idle, practice, running, spot, told, waiting
from skill.coach import machine
from skill.coach.conversation import events as on
from skill.coach.conversation.answers.answers import ask
from skill.coach.conversation.errands import FindReminders
from skill.coach.conversation.events import Asked
from skill.coach.conversation.rows import Row, Rows, row
from skill.coach.conversation.scene import Instead, NotAnAnswer, Scene
from skill.coach.conversation.state.questions import (
    KINDS,
    AllRight,
    ReminderTime,
    WhichStretch,
)
from skill.coach.conversation.state.state import Course
from skill.coach.machine import ANSWERS, ASKED, EVERYWHERE, PRACTICE, act, rows_for
from skill.coach.practice.place import Phase

POSE = practice("childs_pose")


def saying(text: str) -> Row:
    """A row whose action says a word."""
    return row(text, lambda scene, _: ask(scene, text, "What now?"))


ASIDE = row("no answer", lambda _scene, _event: NotAnAnswer())


@pytest.fixture
def tables(monkeypatch):
    """Puts rows for one event into tables of the machine, in place of all there are."""

    def put(
        answers: Rows | None = None,
        asked: Rows | None = None,
        practice: Rows | None = None,
        everywhere: Rows | None = None,
    ) -> None:
        by_kind = {kind: answers or {} for kind in KINDS.values()}
        by_course = {course: practice or {} for course in Course}
        monkeypatch.setattr(machine, "ANSWERS", by_kind)
        monkeypatch.setattr(machine, "ASKED", asked or {})
        monkeypatch.setattr(machine, "PRACTICE", by_course)
        monkeypatch.setattr(machine, "EVERYWHERE", everywhere or {})

    return put


def asked() -> Scene:
    """A question stands."""
    return idle().with_state(question=AllRight(), asked="Which?")


def test_the_questions_answers_come_first_then_any_questions_then_the_practice_then_all(tables):
    """Each where those before it have none."""
    one, two, three, four = map(saying, ("answer", "asked", "practice", "everywhere"))
    tables({on.Yes: one}, {on.Yes: two}, {on.Yes: three}, {on.Yes: four})

    assert list(rows_for(asked().state, on.Yes)) == [one, two, three, four]
    assert list(rows_for(idle().state, on.Yes)) == [three, four]
    assert told(act(asked(), on.Yes())).startswith("answer")
    assert told(act(idle(), on.Yes())).startswith("practice")


def test_what_is_no_answer_means_what_it_means_without_the_question(tables):
    """The next table's row is taken, and the one after that."""
    tables({on.Yes: ASIDE}, {on.Yes: ASIDE}, {}, {on.Yes: saying("everywhere")})
    assert told(act(asked(), on.Yes())).startswith("everywhere")


def test_a_wish_that_is_made_whole_is_done_in_the_scene_it_leaves(tables):
    """Another event, looked up anew: the question is over by then."""
    whole = row("x", lambda scene, _: Instead(scene.with_state(question=None), on.No()))
    tables({on.Yes: whole, on.No: saying("wrong")}, {}, {}, {on.No: saying("whole")})
    assert told(act(asked(), on.Yes())).startswith("whole")


def test_what_is_in_no_table_is_illegal_and_changes_nothing(tables):
    """Something helpful is said, in place of an error."""
    tables()
    for scene in (idle(), asked(), waiting(POSE), running(POSE, spot(POSE, Phase.HOLD))):
        outcome = act(scene, on.SkipSide())
        assert outcome.reply.spoken
        assert outcome.state.course is scene.state.course
        assert outcome.state.question == scene.state.question
        assert outcome.profile.preferences == scene.profile.preferences


def test_if_all_rows_say_it_is_no_answer_it_is_illegal(tables):
    """Then the question is asked again."""
    tables({on.Yes: ASIDE})
    assert told(act(asked(), on.Yes())).endswith("Which?")


def test_an_errand_is_handed_on_as_it_is():
    """The shell is to do it; there is no answer yet."""
    wish = on.SetReminder()
    assert act(idle(), wish) == FindReminders(wish)


def test_every_kind_of_question_has_answers_of_its_own():
    """Beside those that all of them take; and each course has rows."""
    assert set(ANSWERS) == set(KINDS.values())
    assert all(ANSWERS.values())
    assert set(PRACTICE) == set(Course)
    assert all(PRACTICE.values())


def test_in_the_real_table_a_question_comes_before_the_practice():
    """Yes to a kind of pain is not go on; skip at a reminder's time is not the stretch's."""
    scene = waiting(POSE).with_state(question=AllRight())
    assert next(rows_for(scene.state, on.Yes)) is ANSWERS[AllRight][on.Yes]
    timed = waiting(POSE).with_state(question=ReminderTime())
    assert next(rows_for(timed.state, on.Skip)) is ANSWERS[ReminderTime][on.Skip]
    which = waiting(POSE).with_state(question=WhichStretch(on.StartStretch))
    assert next(rows_for(which.state, on.Next)) is ASKED[on.Next]
    assert next(rows_for(waiting(POSE).state, on.Next)) is PRACTICE[Course.WAITING][on.Next]
    assert next(rows_for(which.state, on.Stop)) is EVERYWHERE[on.Stop]


def test_a_name_that_was_not_offered_is_done_instead():
    """In the real table: asked which of two, somebody names a third, which is started."""
    scene = idle().with_state(question=WhichStretch(on.AskHowTo, ("cat_cow", "happy_baby")))
    outcome = act(scene, on.StartStretch(Asked(("bridge",), "bridge")))
    assert outcome.state.practice.practice.name == "bridge"
