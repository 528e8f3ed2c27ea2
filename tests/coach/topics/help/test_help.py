"""Help, and making the best of what was not understood or makes no sense now."""

import pytest

from helpers.scenes import idle, practice, running, spot, told, waiting
from skill.coach.conversation.events import Help
from skill.coach.conversation.state.questions import KINDS, MoreOfIt
from skill.coach.conversation.state.state import Course
from skill.coach.machine import ANSWERS
from skill.coach.practice.place import Phase
from skill.coach.topics.help.help import (
    ANSWERED_BY,
    help_asked,
    help_idle,
    help_paused,
    help_practising,
    illegal,
    no_answer,
    not_understood,
    refuse,
    repeat_words,
    what_then,
)

EVENT = Help()
MORE = MoreOfIt("childs_pose")
POSE = practice("childs_pose")
RUNNING = running(POSE, spot(POSE, Phase.HOLD, held=10.0))
WAITING = waiting(POSE, spot(POSE, Phase.HOLD, held=10.0))
ASKED = idle().with_state(question=MORE, said="Well. Which?", asked="Which?")
NEXT, RESUME = idle().say("ask_what_next"), idle().say("ask_resume")


@pytest.mark.parametrize(
    ("action", "scene", "begins", "ends"),
    [
        (help_idle, idle(), idle().say("help_idle"), NEXT),
        (help_paused, WAITING, idle().say("help_paused"), RESUME),
        (help_asked, ASKED, idle().say("help_more_of_it"), "Which?"),
        (what_then, idle(), idle().say("ask_for_a_name"), idle().say("ask_for_a_name")),
        (repeat_words, ASKED, "Well.", "Which?"),
        (not_understood, idle(), idle().say("not_understood"), NEXT),
        (not_understood, WAITING, idle().say("not_understood"), RESUME),
        (no_answer, ASKED, idle().say("once_more"), "Which?"),
        (refuse, ASKED, idle().say("never_mind"), NEXT),
    ],
)
def test_what_is_said_and_what_is_asked_then(action, scene, begins, ends):
    """Each says its own, and ends in what can be said next."""
    outcome = action(scene, EVENT)
    assert told(outcome).startswith(begins)
    assert told(outcome).endswith(ends)
    assert not outcome.reply.ends_session


def test_help_without_a_practice_says_what_this_is_not():
    """No doctor, and not instead of one."""
    assert idle().say("disclaimer") in told(help_idle(idle(), EVENT))


def test_in_a_practice_it_carries_on_after_a_word():
    """At the same second."""
    outcome = help_practising(RUNNING, EVENT)
    assert idle().say("help_practising") in told(outcome)
    assert outcome.state.course is Course.RUNNING
    assert outcome.state.practice.place == RUNNING.place


@pytest.mark.parametrize("action", [help_asked, no_answer, repeat_words])
def test_a_question_stands_until_it_is_answered(action):
    """Help and misunderstandings take nothing from it."""
    assert action(ASKED, EVENT).state.question == ASKED.state.question


def test_no_to_a_question_is_the_end_of_it():
    """What waited for it goes on."""
    outcome = refuse(WAITING.with_state(question=MORE), EVENT)
    assert (outcome.state.question, outcome.state.course) == (None, Course.RUNNING)


@pytest.mark.parametrize(
    ("scene", "said"),
    [
        (ASKED, f"{idle().say('once_more')} Which?"),
        (
            WAITING.with_state(question=MORE, asked="Which?"),
            f"{idle().say('once_more')} Which?",
        ),
        (WAITING, RESUME),
        (idle(), f"{idle().say('nothing_running')} {NEXT}"),
    ],
)
def test_a_wish_that_makes_no_sense_now_hears_what_does(scene, said):
    """The question first, then the practice that waits, then what can be started."""
    outcome = illegal(scene)
    assert told(outcome) == said
    assert (outcome.state.practice, outcome.state.question) == (
        scene.state.practice,
        scene.state.question,
    )


def test_in_a_practice_a_wish_that_makes_no_sense_costs_a_word():
    """And it goes on."""
    outcome = illegal(RUNNING)
    assert told(outcome).startswith(idle().say("not_now_practising"))
    assert outcome.state.course is Course.RUNNING


def test_there_is_help_at_every_question():
    """A kind of question has its words for it, or a row of its own."""
    own = {kind for kind, rows in ANSWERS.items() if Help in rows}
    assert own | ANSWERED_BY.keys() == set(KINDS.values())
    assert not own & ANSWERED_BY.keys()
