"""Where in an answer somebody is, by a walk along a small one."""

import math
from datetime import UTC, datetime

import pytest

from helpers.content import LIBRARY, WORDS
from helpers.scenes import practice, spot
from skill.coach.practice.cues.cues import length
from skill.coach.practice.place import Phase
from skill.coach.practice.playback.hearing import Sent, hear, played
from skill.coach.practice.score.packing import part
from skill.coach.practice.score.score import Score

PRACTICE = practice("childs_pose")
SCORE = Score(LIBRARY, WORDS, PRACTICE)
START, SECOND = PRACTICE.place_of(0), spot(PRACTICE, Phase.SETTLE, repetition=2)
THIRD = spot(PRACTICE, Phase.SETTLE, repetition=3)
COACHING = length(part(SCORE, START, SECOND, "standing"))

SENT = Sent(
    at=datetime(2026, 11, 20, 8, tzinfo=UTC),
    body="standing",
    lead=7.0,
    out=True,
    way_in=2.0,
    start=START,
    cut=SECOND,
    prompt=4.0,
    bridge=1.5,
    end=THIRD,
)

PROMPT = SENT.lead + COACHING
REPROMPT = PROMPT + SENT.prompt + 8.0 + SENT.bridge


def begins(phase: Phase, sent: Sent = SENT) -> float:
    """The second at which a phase of the answer begins."""
    return next(at for at, cue, place in played(SCORE, sent) if cue is not None and place.phase is phase)


def test_during_the_lead_nothing_has_begun():
    """The place is where the coaching begins, and nothing is held or rested."""
    heard = hear(SCORE, SENT, 6.9)
    assert (heard.place, heard.resting, dict(heard.worked)) == (START, False, {})


@pytest.mark.parametrize(("seconds", "out"), [(0.0, True), (4.9, True), (5.0, False), (6.9, False)])
def test_out_of_the_stretch_until_the_way_in_is_told(seconds, out):
    """The end of the lead tells it; from there on the body is on its way."""
    assert hear(SCORE, SENT, seconds).out is out


def test_who_was_in_the_stretch_is_never_out_in_the_lead():
    """Words alone take nobody out of it."""
    sent = Sent(SENT.at, "standing", 7.0, False, 2.0, START, SECOND)  # noqa: FBT003 - in its order
    assert not hear(SCORE, sent, 0.0).out


def test_in_a_hold_its_seconds_are_counted_exactly():
    """Ten seconds into it ten are held, whatever is being said then."""
    heard = hear(SCORE, SENT, begins(Phase.HOLD) + 10)

    assert heard.place.phase is Phase.HOLD
    assert heard.place.held == pytest.approx(10, abs=0.01)
    assert heard.worked == {0: pytest.approx(10, abs=0.01)}
    assert not heard.resting
    assert not heard.out


def test_a_cue_counts_from_its_very_beginning():
    """The moment at which the hold begins is the hold already, with nothing held."""
    heard = hear(SCORE, SENT, begins(Phase.HOLD))
    assert (heard.place.phase, heard.place.held) == (Phase.HOLD, 0.0)
    assert hear(SCORE, SENT, begins(Phase.HOLD) - 0.01).place.phase is Phase.STEP


def test_from_the_prompt_through_the_gap_there_is_rest():
    """The part is over: rest at its cut, out of the stretch, until the reprompt's coaching."""
    for seconds in (PROMPT + 0.01, PROMPT + 4, REPROMPT - 0.01):
        heard = hear(SCORE, SENT, seconds)
        assert (heard.place, heard.resting, heard.out) == (SECOND, True, True)
    assert not hear(SCORE, SENT, PROMPT - 0.02).resting


def test_the_reprompt_coaches_on_after_prompt_gap_and_bridge():
    """Silence means carry on: from its first word the next part runs."""
    heard = hear(SCORE, SENT, REPROMPT + 0.01)
    assert (heard.place, heard.resting, heard.out) == (SECOND, False, False)
    assert hear(SCORE, SENT, REPROMPT + 30).place.phase is Phase.HOLD


def test_when_all_is_heard_the_place_is_the_end_of_the_reprompts_part():
    """Both holds are held to their full length, and the body rests."""
    heard = hear(SCORE, SENT, math.inf)

    assert (heard.place, heard.resting, heard.out) == (THIRD, True, True)
    assert heard.worked == {0: pytest.approx(60, abs=0.01)}
    assert heard.done == {}


def test_without_coaching_in_the_reprompt_the_place_stays_at_the_cut():
    """However long nobody speaks."""
    sent = Sent(SENT.at, "standing", 7.0, True, 2.0, START, SECOND)  # noqa: FBT003 - in its order
    assert hear(SCORE, sent, math.inf).place == SECOND


def test_a_stretch_is_done_from_the_moment_its_release_begins():
    """Then, and not a moment before; nobody has to hear all of how to come out."""
    last = spot(PRACTICE, Phase.HOLD, repetition=4)
    sent = Sent(SENT.at, "hands_and_knees", 0.0, False, 0.0, last, PRACTICE.end)  # noqa: FBT003 - in its order
    assert hear(SCORE, sent, 29.9).done == {}
    assert hear(SCORE, sent, 30.0).done == {0: 30.0}
    assert hear(SCORE, sent, math.inf).done == {0: 30.0}


def test_an_answer_that_begins_with_the_release_has_not_done_the_stretch_again():
    """It was done by the answer before."""
    release = spot(PRACTICE, Phase.RELEASE, repetition=4)
    sent = Sent(SENT.at, "hands_and_knees", 0.0, False, 0.0, release, PRACTICE.end)  # noqa: FBT003 - in its order
    assert hear(SCORE, sent, math.inf).done == {}


def test_work_is_kept_apart_by_stretch():
    """Seconds of the first are not those of the second."""
    both = practice("pelvic_tilt", "childs_pose")
    score = Score(LIBRARY, WORDS, both)
    sent = Sent(SENT.at, "standing", 0.0, True, 0.0, both.place_of(0), both.end)  # noqa: FBT003 - in its order
    heard = hear(score, sent, math.inf)

    assert heard.worked == {0: pytest.approx(40, abs=0.01), 1: pytest.approx(120, abs=0.01)}
    assert list(heard.done) == [0, 1]
