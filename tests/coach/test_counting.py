"""What counts as done: in the session as well as in what is written, and nothing that was not held."""

from dataclasses import replace

import pytest

from helpers.content import LIBRARY, WORDS
from helpers.talk import START, Talk
from skill.coach.conversation.events import (
    Asked,
    AskTimeLeft,
    Skip,
    StartRoutine,
    StartStretch,
    Yes,
)
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.practice.place import WORK_PHASES
from skill.library.records import Level

ANSWERS = 5
"""More than any stretch has."""


def begun(*stretches: str, level: Level = Level.STANDARD, **wish) -> Talk:
    """Somebody who has asked for a stretch, or for a routine of their own with these."""
    known = Preferences(level=level, introduced=True, taught=True, routines={"mine": stretches})
    talk = Talk(LIBRARY, WORDS, Profile(ACCOUNT, known), now=START)
    if len(stretches) == 1:
        talk.say(StartStretch(Asked(stretches, stretches[0]), **wish), 0)
    else:
        talk.say(StartRoutine(Asked((), "mine")), 0)
    return talk


def held(talk: Talk) -> float:
    """Seconds of work in the answer and its reprompt."""
    cues = (*talk.reply.spoken,)
    return sum(cue.seconds for cue in cues if cue.place is not None and cue.place.phase in WORK_PHASES)


@pytest.mark.parametrize("stretch", ["bridge", "childs_pose", "pelvic_tilt", "happy_baby"])
@pytest.mark.parametrize("seconds", [5.0, 10.0, 20.0])
def test_a_hold_counts_however_short_it_is(stretch, seconds):
    """Ten seconds that were asked for are done: once in the session, once in what is written."""
    talk = begun(stretch, seconds=seconds)
    work = held(talk)
    answer = talk.say(Yes(), talk.seconds)
    for _ in range(ANSWERS):
        if talk.finished:
            break
        work += held(talk)
        answer = talk.say(Yes(), talk.seconds)
    (finished,) = talk.finished
    assert (finished.stretch, finished.item) == (stretch, 0)
    assert finished.seconds == round(work)
    tally = answer.profile.stretches[stretch]
    assert (tally.count, tally.seconds) == (1, round(work))


@pytest.mark.parametrize("stretch", sorted(LIBRARY.stretches))
def test_what_was_not_held_is_not_done(stretch):
    """Left out on the way into it: nothing is written, and the session counts nothing."""
    talk = begun(stretch, "bridge" if stretch != "bridge" else "cat_cow")
    answer = talk.say(Skip(), 3.0)
    assert answer.change is None or answer.change.finished == ()
    assert stretch not in answer.profile.stretches


def test_each_counts_once_whatever_is_asked_afterwards():
    """The first of two is over; two questions later it has counted once, and so the session knows."""
    talk = begun("pelvic_tilt", "bridge")
    first = next(
        seconds
        for seconds in range(1, 300)
        if (answer := replace(talk, finished=[]).say(AskTimeLeft(), float(seconds))).change is not None
        and answer.change.finished
    )
    counted = [talk.say(AskTimeLeft(), at).change for at in (float(first), 1.0, 1.0)]
    assert [len(change.finished) if change else 0 for change in counted] == [1, 0, 0]
    assert talk.state.practice.counted == (0,)
    assert talk.profile.stretches["pelvic_tilt"].count == 1
    assert len(talk.finished) == 1
