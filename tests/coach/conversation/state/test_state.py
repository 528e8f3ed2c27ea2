"""Where a conversation stands, and how that travels."""

import json
from dataclasses import replace

import pytest

from helpers.scenes import idle, practice, running, spot, waiting
from skill.coach.conversation.answers.answers import coach
from skill.coach.conversation.state.questions import AllRight, TakeUpPractice
from skill.coach.conversation.state.state import (
    Course,
    Playing,
    State,
    Waiting,
)
from skill.coach.conversation.state.state_encoding import VERSION, decode_state, encode_state
from skill.coach.practice.place import Phase
from skill.errors import UnreadableStateError

POSE = practice("childs_pose")
HOLD = spot(POSE, Phase.HOLD, held=10.0)
RUNNING = coach(idle(), POSE, HOLD, idle().said("So."), 10.0, way_in=idle().said("Back in.")).state

PLAYED = State(practice=Playing(POSE, HOLD, 10.0, (1,), "1795980464074"))


def travelled(state: State) -> State:
    """A state that came back with the next request."""
    return decode_state(json.loads(json.dumps(encode_state(state))))


@pytest.mark.parametrize(
    "state",
    [
        State(),
        State(body="lying_back", turns=7, said="Well. Which?", asked="Which?"),
        State(question=TakeUpPractice("x"), last=POSE),
        RUNNING,
        replace(RUNNING, practice=replace(RUNNING.practice, counted=(0, 2))),
        RUNNING.at_rest,
        PLAYED,
        PLAYED.at_rest,
        State(straight=True, question=AllRight()),
        replace(RUNNING.at_rest, question=AllRight()),
    ],
)
def test_a_state_travels(state):
    """With practice, place, question, words and counters, running or waiting."""
    assert travelled(state) == state


def test_what_the_shell_tells_anew_with_every_turn_does_not_travel():
    """Whether this is the session's one request, and whether anything is unkept."""
    assert travelled(State(one_shot=True, unkept=True)) == State()


def test_the_course_is_whether_a_practice_runs():
    """None, running, waiting or played; the practice under way is the latest, or else the last."""
    states = (State(), RUNNING, RUNNING.at_rest, PLAYED)
    assert [state.course for state in states] == list(Course)
    other = practice("bridge")
    assert State(last=other).latest == other
    assert replace(RUNNING, last=other).latest == RUNNING.practice.practice
    assert State().latest is None


def test_at_rest_a_practice_that_ran_waits_where_it_was():
    """With what was worked and counted; any other state stays the same."""
    scene = running(POSE, HOLD, worked=10.0)
    ran = replace(scene.under_way, counted=(1,))
    assert replace(scene.state, practice=ran).at_rest.practice == Waiting(POSE, HOLD, 10.0, (1,))
    assert PLAYED.at_rest.practice == Waiting(POSE, HOLD, 10.0, (1,), "1795980464074")
    paused = waiting(POSE, HOLD).state
    assert paused.at_rest is paused
    assert State().at_rest == State()


def encoded(**changes) -> dict:
    """A running practice as session attributes, with some of it put otherwise."""
    return json.loads(json.dumps(encode_state(RUNNING))) | changes


def with_practice(**changes) -> dict:
    """The same with some of its practice put otherwise."""
    value = encoded()
    return value | {"practice": value["practice"] | changes}


def test_a_practice_that_is_over_is_none():
    """A place beyond the last stretch cannot be gone on from."""
    over = with_practice(place=[1, "", "settle", 1, None, 0, 0.0])
    assert decode_state(over) == replace(RUNNING, practice=None)


@pytest.mark.parametrize("version", [VERSION - 1, VERSION + 1, None])
def test_another_version_is_refused(version):
    """An older reader would get it wrong, and so would a newer one."""
    with pytest.raises(UnreadableStateError, match="version"):
        decode_state(encoded(version=version))


@pytest.mark.parametrize("value", [None, {}, [], "state", {"version": VERSION}])
def test_what_is_no_state_is_refused(value):
    """With one error, of which the shell makes a fresh session."""
    with pytest.raises(UnreadableStateError):
        decode_state(value)


@pytest.mark.parametrize(
    "value",
    [
        encoded(turns="many"),
        encoded(turns=-1),
        encoded(turns=1e300),
        encoded(question=["WhichUnicorn", {}]),
        encoded(question={}),
        encoded(last="?"),
        encoded(last=["[" * 10]),
        encoded(body=5),
        encoded(said=None),
        encoded(asked=["Which?"]),
    ],
)
def test_a_part_that_cannot_be_read_is_as_in_a_new_state(value):
    """All the others stay, and the practice goes on."""
    assert decode_state(value).practice == RUNNING.practice


@pytest.mark.parametrize(
    "changes",
    [
        {"place": None},
        {"worked": "long"},
        {"worked": -5},
        {"counted": None},
        {"sent": {}},
        {"practice": "{}"},
        {"practice": "[" * 100_000},
        {"practice": None},
    ],
)
def test_a_practice_that_cannot_be_read_is_none(changes):
    """Half of a practice cannot be gone on with; the rest of the state stays."""
    assert decode_state(with_practice(**changes)) == replace(RUNNING, practice=None)
