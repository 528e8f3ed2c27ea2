"""Stopping, and sessions that end by themselves."""

import pytest

from helpers.content import WORDS
from helpers.scenes import NOW, idle, practice, running, spot, told, waiting
from skill.coach.conversation.events import Ending, SessionEnded, Stop
from skill.coach.person.profile import Leaving
from skill.coach.practice.place import Phase
from skill.coach.topics.visits.goodbye import leave, stop

POSE = practice("childs_pose")
HOLD = spot(POSE, Phase.HOLD, held=10.0)


def test_in_the_middle_of_a_stretch_the_body_comes_out_and_the_place_is_kept():
    """And that is promised."""
    outcome = stop(running(POSE, HOLD, worked=10.0), Stop())
    assert outcome.reply.ends_session
    release = WORDS.stretch("childs_pose").release
    up = idle().say("get_up_kneeling")
    assert told(outcome) == f"{release} {up} {idle().say('goodbye_kept')}"
    assert (outcome.profile.practices[0].place, outcome.profile.practices[0].ended) == (HOLD, False)
    assert outcome.profile.practices[0].leaving is Leaving.BY_USER


def test_what_was_not_begun_is_not_promised_to_be_kept():
    """It is dropped, and goodbye is all there is to say."""
    outcome = stop(waiting(POSE), Stop())
    assert told(outcome) == f"{idle().say('get_up_kneeling')} {idle().say('goodbye')}"
    assert outcome.profile.practices[0].ended


def test_what_could_not_be_kept_is_not_promised():
    """Where the store does not answer."""
    scene = waiting(POSE, HOLD).with_state(unkept=True)
    assert told(stop(scene, Stop())).endswith(idle().say("goodbye"))


def test_without_a_practice_it_is_goodbye():
    """And nothing is kept."""
    outcome = stop(idle(), Stop())
    assert (told(outcome), outcome.reply.ends_session) == (idle().say("goodbye"), True)
    assert outcome.profile == idle().profile


@pytest.mark.parametrize(
    ("body", "prompt"),
    [
        ("lying_back", "get_up_lying"),
        ("lying_front", "get_up_lying"),
        ("kneeling", "get_up_kneeling"),
        ("hands_and_knees", "get_up_kneeling"),
    ],
)
def test_nobody_is_left_on_the_floor_without_the_way_up(body, prompt):
    """One sentence before goodbye; from a bed, a chair or the feet there is none."""
    told_there = told(stop(idle().with_state(body=body), Stop()))
    assert told_there == f"{idle().say(prompt)} {idle().say('goodbye')}"
    for elsewhere in ("standing", "sitting_chair", "lying_bed"):
        scene = idle().with_state(body=elsewhere)
        assert told(stop(scene, Stop())) == idle().say("goodbye")


@pytest.mark.parametrize(
    ("why", "leaving"),
    [
        (Ending.BY_USER, Leaving.BY_USER),
        (Ending.BY_SILENCE, Leaving.BY_SILENCE),
        (Ending.BY_ERROR, Leaving.BY_ERROR),
    ],
)
def test_how_a_session_ended_is_kept_with_the_place(why, leaving):
    """The next visit says something else to each; now nothing can be said but the way out."""
    outcome = leave(running(POSE, HOLD), SessionEnded(why))
    assert (outcome.profile.practices[0].leaving, outcome.profile.practices[0].saved_at) == (
        leaving,
        NOW,
    )
    assert outcome.reply.ends_session
    assert leave(idle(), SessionEnded(why)).reply.answer == ()
