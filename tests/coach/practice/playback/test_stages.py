"""Where in its coaching an answer is, as a screen or a test is told."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest

from helpers.content import LIBRARY, WORDS
from helpers.scenes import practice, spot
from skill.coach.practice.place import Phase, Side
from skill.coach.practice.playback.hearing import Sent
from skill.coach.practice.playback.stages import CurrentPhase, current_phase, stages_of

PRACTICE = practice("knee_to_chest")
LEFT = spot(PRACTICE, Phase.HOLD, held=12.0)
RIGHT = spot(PRACTICE, Phase.SWITCH, side=Side.RIGHT)
SECOND = spot(PRACTICE, Phase.SWITCH, repetition=2)

SENT = Sent(
    at=datetime(2026, 11, 20, 8, tzinfo=UTC),
    body="lying_back",
    lead=3.0,
    out=False,
    way_in=0.0,
    start=LEFT,
    cut=RIGHT,
    prompt=5.0,
    bridge=1.0,
    end=SECOND,
)


def phase_at(seconds: float) -> CurrentPhase | None:
    """The phase so many seconds after the answer began."""
    return current_phase(LIBRARY, WORDS, PRACTICE, SENT, seconds)


def test_of_a_hold_what_is_left_is_exact():
    """Its length less what was held before and what has been held since."""
    phase = phase_at(0.0)
    assert (phase.stretch, phase.repetition, phase.side) == ("knee_to_chest", 1, Side.LEFT)
    assert (phase.phase, phase.seconds_left) == (Phase.HOLD, 18.0)
    assert phase_at(SENT.lead + 10).seconds_left == pytest.approx(8.0, abs=0.05)


def test_of_a_practice_it_tells_which_stretch_what_comes_and_what_is_left():
    """The second of two has nothing after it, and less is left with every second."""
    whole = practice("knee_to_chest", "childs_pose")
    first = replace(SENT, start=spot(whole, Phase.HOLD), cut=whole.place_of(1), end=None)
    here = current_phase(LIBRARY, WORDS, whole, first, SENT.lead)
    assert (here.ahead.item, here.ahead.items, here.ahead.coming) == (1, 2, "childs_pose")
    later = current_phase(LIBRARY, WORDS, whole, first, SENT.lead + 10)
    assert here.ahead.seconds - later.ahead.seconds == pytest.approx(10.0, abs=0.2)
    last = replace(SENT, start=spot(whole, Phase.HOLD, item=1), cut=whole.end, end=None)
    there = current_phase(LIBRARY, WORDS, whole, last, SENT.lead)
    assert (there.ahead.item, there.ahead.coming) == (2, None)
    assert there.ahead.seconds < here.ahead.seconds


def test_at_rest_there_is_no_phase():
    """Between the answer's part and the reprompt's nothing is being done."""
    assert phase_at(SENT.lead + 18 + 14) is None


def test_of_anything_else_what_is_left_is_as_predicted():
    """All of the cues of that phase, from its beginning."""
    switch = Sent(SENT.at, "lying_back", 0.0, False, 0.0, RIGHT, SECOND)  # noqa: FBT003 - in its order
    phase = current_phase(LIBRARY, WORDS, PRACTICE, switch, 0.0)
    assert (phase.phase, phase.side) == (Phase.SWITCH, Side.RIGHT)
    assert phase.seconds_left > 15


def test_an_answer_goes_through_its_stages_and_the_reprompts_after_the_gap():
    """The rest of a hold and the way out; then, after prompt, gap and bridge, the other side."""
    hold, out, switch, right, out_again = stages_of(LIBRARY, WORDS, PRACTICE, SENT)

    assert [s.phase for s in (hold, switch, right)] == [Phase.HOLD, Phase.SWITCH, Phase.HOLD]
    assert (hold.at, hold.seconds, hold.whole, hold.left) == (3.0, 18.0, 30.0, 18.0)
    assert switch.at == pytest.approx(out.at + out.seconds + 5.0 + 8.0 + 1.0, abs=0.01)
    assert (right.side, right.seconds, right.left, right.repetition) == (Side.RIGHT, 30.0, 30.0, 1)
    assert (right.item, right.items, right.rounds) == (1, 1, 2)
    assert out_again.at == pytest.approx(right.at + right.seconds, abs=0.01)


def test_stages_that_follow_each_other_leave_no_gap():
    """Within a part each begins where the one before it ends."""
    sent = Sent(SENT.at, "standing", 2.0, True, 0.0, PRACTICE.place_of(0), PRACTICE.end)  # noqa: FBT003 - in its order
    stages = stages_of(LIBRARY, WORDS, PRACTICE, sent)

    assert stages[0].at == 2.0
    for one, following in pairwise(stages):
        assert following.at == pytest.approx(one.at + one.seconds, abs=0.01)
    assert [s.phase for s in stages[:3]] == [Phase.SETTLE, Phase.STEP, Phase.HOLD]
    assert sum(s.seconds for s in stages if s.phase is Phase.HOLD) == pytest.approx(120, abs=0.05)
