"""Pausing a practice, and going on with it."""

from helpers.content import WORDS
from helpers.scenes import idle, practice, running, spot, told, waiting
from skill.coach.conversation.events import Pause
from skill.coach.conversation.state.questions import AllRight
from skill.coach.conversation.state.state import Course
from skill.coach.practice.place import Phase
from skill.coach.topics.coaching.pausing import go_on_unanswered, pause, resume, still_paused

EVENT = Pause()
POSE = practice("childs_pose")
HOLD = spot(POSE, Phase.HOLD, held=10.0)


def test_a_pause_lets_the_body_out_and_keeps_the_place():
    """And says how to come back."""
    outcome = pause(running(POSE, HOLD, worked=10.0), EVENT)
    release = WORDS.stretch("childs_pose").release

    assert outcome.state.course is Course.WAITING
    assert told(outcome) == f"{release} {idle().say('paused')} {idle().say('ask_resume')}"
    assert (outcome.profile.practices[0].place, outcome.profile.practices[0].ended) == (HOLD, False)


def test_who_waits_already_is_only_told_how_to_come_back():
    """Nothing changes."""
    outcome = still_paused(waiting(POSE, HOLD), EVENT)
    assert told(outcome) == idle().say("ask_resume")
    assert outcome.state.practice == waiting(POSE, HOLD).state.practice


def test_resuming_goes_on_at_the_same_second():
    """With a word for it."""
    outcome = resume(waiting(POSE, HOLD, worked=10.0), EVENT)
    assert told(outcome).startswith(idle().say("resuming"))
    assert (outcome.state.practice.place, outcome.state.practice.worked) == (HOLD, 10.0)
    assert outcome.state.course is Course.RUNNING


def test_go_on_to_a_question_goes_on_where_something_waits():
    """Otherwise there is nothing to go on with, and the question comes again."""
    asked = AllRight()
    practising = waiting(POSE, HOLD).with_state(question=asked, asked="Which?")
    outcome = go_on_unanswered(practising, EVENT)
    assert told(outcome).startswith(idle().say("never_mind"))
    assert (outcome.state.question, outcome.state.course) == (None, Course.RUNNING)
    again = go_on_unanswered(idle().with_state(question=asked, asked="Which?"), EVENT)
    assert (told(again).endswith("Which?"), again.state.question) == (True, asked)
