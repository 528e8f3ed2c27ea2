"""Plans of few possible stretches: brought to their length by repetitions, within their levels."""

from datetime import UTC, datetime

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from helpers.content import LIBRARY, WORDS
from skill.coach.conversation.personal_practice import item_of
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.state import State
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.practice.plan_wish import PlanWish
from skill.coach.topics.starting.plan_doses import Bend, bent
from skill.coach.topics.starting.plan_search import best_plan, practice_for
from skill.library.records import Level

MORNING = datetime(2026, 11, 20, 9, tzinfo=UTC)
BENDS = st.dictionaries(
    st.sampled_from("abcdef"),
    st.builds(
        lambda usual, fewer, more, seconds: Bend(usual, max(1, usual - fewer), usual + more, seconds),
        st.integers(1, 8),
        st.integers(0, 4),
        st.integers(0, 4),
        st.floats(4, 90),
    ),
    max_size=6,
)


def somebody(level=Level.STANDARD) -> Scene:
    """Somebody new, on a level."""
    return Scene(LIBRARY, WORDS, Profile(ACCOUNT, Preferences(level=level)), State(), MORNING)


@pytest.mark.parametrize("place", ["desk", "standing", "kneeling"])
@pytest.mark.parametrize("minutes", range(3, 13))
def test_few_stretches_are_enough_for_minutes(place, minutes):
    """Three or four possible stretches fill what was asked for, minute by minute."""
    wish = PlanWish(60.0 * minutes, place=place)
    assert best_plan(somebody(), wish).fits(wish)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("place", ["desk", "standing", "kneeling", "sitting"])
def test_nobody_does_more_than_their_level_allows(level, place):
    """At most what the longer level has, on the gentle one what is usual; at least half of it."""
    scene = somebody(level)
    for minutes in (4, 6, 9, 14, 45):
        wish = PlanWish(60.0 * minutes, place=place)
        for item in practice_for(scene, "", best_plan(scene, wish), wish).items:
            usual = item_of(scene, item.stretch).rounds
            longest = LIBRARY.stretches[item.stretch].doses[Level.LONGER].repetitions.value
            most = usual if level is Level.GENTLE else max(usual, longest)
            assert usual / 2 <= item.rounds <= most


@given(BENDS, st.floats(-300, 300))
def test_a_bent_plan_is_nearer_and_within_its_limits(bends, gap):
    """No stretch is done more or less often than it may be, and none in vain."""
    rounds = bent(bends, gap)
    event(f"changed: {len(rounds)}")
    closed = sum((times - bends[s].usual) * bends[s].seconds for s, times in rounds.items())
    assert all(bends[s].least <= times <= bends[s].most for s, times in rounds.items())
    assert abs(gap - closed) < abs(gap) or not rounds


def test_what_is_missing_is_shared():
    """Two stretches get one time more each, before one of them gets two."""
    bends = {"one": Bend(2, 1, 4, 30.0), "other": Bend(2, 1, 4, 30.0)}
    assert bent(bends, 60.0) == {"one": 3, "other": 3}
    assert bent(bends, -60.0) == {"one": 1, "other": 1}


def test_the_last_one_is_what_closes_the_gap():
    """Of stretches bent alike, the one is taken whose time comes nearest to what is missing."""
    bends = {"long": Bend(1, 1, 2, 60.0), "short": Bend(1, 1, 2, 20.0)}
    assert bent(bends, 25.0) == {"short": 2}
    assert bent(bends, 55.0) == {"long": 2}
