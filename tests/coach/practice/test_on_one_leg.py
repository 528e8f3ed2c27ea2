"""On one leg: the foot comes down before half a minute is over, whatever was wished for."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.content import LIBRARY, WORDS
from helpers.scenes import idle, practice, running, spot
from skill.coach.conversation.coming_back.aside import aside
from skill.coach.conversation.coming_back.coming_back import back_to
from skill.coach.conversation.events import AdjustHold, ChangeLevel
from skill.coach.practice.cues.cues import Cue, Said, length
from skill.coach.practice.place import Phase
from skill.coach.practice.practice import Manner, Talk
from skill.coach.practice.score.packing import part
from skill.coach.practice.score.score import Score
from skill.coach.practice.timeline import outline
from skill.coach.topics.coaching.adjustments import LEAST, MOST, adjust_hold, change_level
from skill.library.records import MOST_ON_ONE_LEG, Level, Movement

ONE_LEG = sorted(stretch.id for stretch in LIBRARY.stretches.values() if stretch.one_leg)
LIFTED = ("foot a little", "Lift your")
DOWN = ("Toes forward", "Come out of it", "Ease out", "Let go for a moment")

MANNERS = st.builds(Manner, st.floats(LEAST, MOST), st.floats(LEAST, MOST), st.sampled_from(list(Talk)))


def longest_on_one_leg(cues: tuple[Cue, ...]) -> float:
    """The most seconds from the sentence that lifts a foot to the one that sets it down."""
    longest, up = 0.0, None
    for cue in cues:
        text = cue.text if isinstance(cue, Said) else ""
        if any(words in text for words in DOWN):
            longest, up = max(longest, up or 0.0), None
        if any(words in text for words in LIFTED):
            up = 0.0  # the foot is lifted when the sentence has been heard
        elif up is not None:
            up += cue.seconds
    return max(longest, up or 0.0)


def test_there_is_something_to_hold_this_against():
    """Of all that the content has, the standing leg rotation is done on one leg."""
    assert ONE_LEG == ["standing_leg_rotation"]


@pytest.mark.parametrize("stretch", ONE_LEG)
@given(
    level=st.sampled_from(list(Level)),
    manner=MANNERS,
    way=st.sampled_from(["", "gentle"]),
    rate=st.floats(0.8, 1.5),
    repetitions=st.integers(1, 30),
    aloud=st.booleans(),
)
def test_never_longer_than_half_a_minute_at_a_time(
    stretch, level, manner, way, rate, repetitions, aloud
):
    """At every level, at any number of repetitions, for the slowest manner and the slowest voice."""
    scene = idle(level=level, manner=manner)
    whole = practice(stretch, scene=scene)
    item = whole.items[0]
    work = Movement(repetitions, item.work.seconds_each)
    whole = replace(whole, items=(replace(item, way=way, work=work),))
    score = Score(LIBRARY, WORDS.at_rate(rate), whole, (), aloud)
    cues = part(score, whole.place_of(0), whole.end, "standing")

    assert 0 < longest_on_one_leg(cues) <= MOST_ON_ONE_LEG
    moved = sum(segment.effort.seconds for segment in outline(whole) if segment.phase is Phase.MOVE)
    assert moved == 2 * repetitions * item.work.seconds_each


@pytest.mark.parametrize(
    "event", [AdjustHold("longer"), AdjustHold("longer", 120.0), AdjustHold("", 120.0)]
)
def test_more_of_a_movement_that_is_wished_for_changes_nothing_of_that(event):
    """It is done more often, and the foot comes down where it would have."""
    whole = practice("standing_leg_rotation")
    scene = running(whole, spot(whole, Phase.MOVE, repetition=3, held=1.0))
    outcome = adjust_hold(scene, event)
    assert outcome.state.practice.practice.items[0].rounds > whole.items[0].rounds
    assert longest_on_one_leg(outcome.reply.spoken) <= MOST_ON_ONE_LEG


def test_the_longer_level_in_mid_movement_has_its_rests_too():
    """Twelve repetitions have two rests on each side, and the part in progress ends where it did."""
    whole = practice("standing_leg_rotation")
    scene = running(whole, spot(whole, Phase.MOVE, repetition=3, held=1.0))
    outcome = change_level(scene, ChangeLevel("longer"))
    longer = outcome.state.practice.practice
    rests = [s for s in outline(longer) if s.phase is Phase.SETTLE and s.effort.repetition > 1]
    assert [(s.effort.repetition, s.effort.side[0]) for s in rests] == [
        *((5, "l"), (9, "l"), (5, "r"), (9, "r")),
    ]
    assert longest_on_one_leg(outcome.reply.spoken) <= MOST_ON_ONE_LEG


@pytest.mark.parametrize("pace", [1.0, MOST])
def test_nobody_listens_or_comes_back_on_one_leg(pace):
    """However short an answer is, the foot comes down for it, and goes up when it is over."""
    scene = idle(manner=Manner(pace, pace))
    whole = practice("standing_leg_rotation", scene=scene)
    there = running(whole, spot(whole, Phase.MOVE, repetition=1, held=1.0), scene=scene)
    for outcome in (aside(there, "Yes."), back_to(there, "Yes.")):
        told = [cue.text for cue in outcome.reply.spoken if isinstance(cue, Said)]
        assert told.index("Yes.") < next(n for n, text in enumerate(told) if "foot a little" in text)
        assert 0 < longest_on_one_leg(outcome.reply.spoken) <= MOST_ON_ONE_LEG
    assert length(aside(there, "Yes.").reply.spoken) > MOST_ON_ONE_LEG
