"""Plans, rule by rule: each by somebody for whom that one rule decides."""

from datetime import UTC, datetime, timedelta

import pytest

from helpers.content import LIBRARY, WORDS
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.state import State
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.practice.plan_wish import PlanWish
from skill.coach.topics.starting.plan_search import allowed, best_plan, leeway, practice_for
from skill.library.records import Level

MORNING = datetime(2026, 11, 20, 9, tzinfo=UTC)
STRETCHES = sorted(LIBRARY.stretches)
TEN_MINUTES = PlanWish(600.0)


def somebody(now=MORNING, *, person=ACCOUNT, lately=(), body="standing", state=None, **preferences):
    """A person as a plan sees them."""
    profile = Profile(person, Preferences(**preferences), lately=dict(lately))
    return Scene(LIBRARY, WORDS, profile, state or State(body=body), now)


def may(scene, wish) -> set[str]:
    """The stretches that a plan may have."""
    return {stretch.id for stretch in allowed(scene, wish)}


def planned(scene, wish=TEN_MINUTES) -> tuple[str, ...]:
    """The stretches of the plan."""
    return best_plan(scene, wish).stretches


# The place


@pytest.mark.parametrize("place", ["lying", "kneeling", "standing", "sitting"])
def test_in_a_place_there_is_only_what_is_done_there(place):
    """All of it that may be planned, and nothing else."""
    there = {
        stretch.id
        for stretch in LIBRARY.stretches.values()
        if LIBRARY.positions[stretch.position].height == place and stretch.planning != "never"
    }
    assert may(somebody(), PlanWish(600.0, place=place)) == there


def test_in_bed_nothing_needs_a_thing_that_is_not_in_bed():
    """No strap, no wall, no chair: only the bed; and all of it lying on the back."""
    found = [LIBRARY.stretches[stretch] for stretch in may(somebody(), PlanWish(600.0, place="bed"))]
    assert len(found) > 3
    assert {thing for stretch in found for thing in stretch.equipment} == {"bed"}
    assert {stretch.position for stretch in found} == {"lying_back", "lying_bed"}
    assert "supine_hamstring_strap" not in {stretch.id for stretch in found}


def test_before_sleep_everybody_lies():
    """All that is done lying, and nothing that anybody has to get up for."""
    lying = may(somebody(), PlanWish(600.0, place="lying"))
    assert may(somebody(), PlanWish(600.0, place="sleep")) == lying


def test_where_nobody_can_kneel_nobody_kneels():
    """What is to be avoided is in no plan, and everything else may be."""
    everything = may(somebody(), TEN_MINUTES)
    without = may(somebody(), PlanWish(600.0, avoid="kneeling"))
    heights = {LIBRARY.positions[LIBRARY.stretches[s].position].height for s in everything - without}
    assert heights == {"kneeling"}


# The things


@pytest.mark.parametrize("thing", ["wall", "strap", "chair"])
def test_without_a_thing_there_is_nothing_that_needs_it(thing):
    """And everything that does not."""
    for wish in (PlanWish(600.0), PlanWish(600.0, place="standing"), PlanWish(600.0, place="sitting")):
        needing = {s for s in may(somebody(), wish) if thing in LIBRARY.stretches[s].equipment}
        told = PlanWish(600.0, place=wish.place, without=thing)
        assert may(somebody(), told) == may(somebody(), wish) - needing
        said_before = somebody(state=State(missing=(thing,)))
        assert may(said_before, wish) == may(somebody(), told)


# The person


def test_the_gentle_level_has_no_stretch_that_is_not_for_it():
    """Whether all is gentle, or that one stretch."""
    not_gentle = {s.id for s in LIBRARY.stretches.values() if s.planning == "not_gentle"}
    usual = may(somebody(), TEN_MINUTES)
    assert not_gentle & usual
    assert may(somebody(level=Level.GENTLE), TEN_MINUTES) == usual - not_gentle
    one = min(not_gentle & usual)
    assert may(somebody(levels={one: Level.GENTLE}), TEN_MINUTES) == usual - {one}


@pytest.mark.parametrize("left", ["out_today", "done_today"])
def test_what_is_over_for_today_is_not_planned_again(left):
    """What was left out in this session, and what was done in it."""
    usual = may(somebody(), TEN_MINUTES)
    assert may(somebody(state=State(**{left: ("cat_cow",)})), TEN_MINUTES) == usual - {"cat_cow"}
    assert may(somebody(left_out=("cat_cow",)), TEN_MINUTES) == usual - {"cat_cow"}


def test_two_people_and_two_days_get_different_plans():
    """Of who never did any of it: not every day of a week has the same, and not everybody."""
    assert len({planned(somebody(MORNING + timedelta(days=day))) for day in range(7)}) > 1
    assert len({planned(somebody(person=f"person {number}")) for number in range(7)}) > 1


def test_whoever_did_the_plan_gets_another_one_the_day_after():
    """What was done yesterday makes room for what waits, every day of two weeks."""
    lately, yesterday = dict[str, str](), ()
    for day in range(14):
        now = MORNING + timedelta(days=day)
        today = planned(somebody(now, lately=lately))
        assert today != yesterday
        lately |= dict.fromkeys(today, now.date().isoformat())
        yesterday = today


def test_two_weeks_are_the_longest_wait():
    """After that nothing becomes more urgent; a day before, it still does."""
    wish = PlanWish(540.0, place="lying")

    def waiting(days: int) -> dict[str, str]:
        ago = lambda n: (MORNING - timedelta(days=n)).date().isoformat()  # noqa: E731
        # Something else yesterday: no plan is the same as that of the last day.
        done = {"happy_baby": ago(days), "standing_hip_flexor": ago(1)}
        return {stretch: ago(14) for stretch in STRETCHES} | done

    assert planned(somebody(lately=waiting(15)), wish) == planned(somebody(lately=waiting(14)), wish)
    assert planned(somebody(lately=waiting(300)), wish) == planned(somebody(lately=waiting(14)), wish)


# The hour


@pytest.mark.parametrize(
    ("hour", "stands"), [(4, False), (5, True), (9, True), (19, True), (20, False), (23, False)]
)
def test_from_eight_in_the_evening_to_five_nobody_is_asked_to_stand(hour, stands):
    """Unless that is what they wish for."""
    found = may(somebody(MORNING.replace(hour=hour)), TEN_MINUTES)
    heights = {LIBRARY.positions[LIBRARY.stretches[stretch].position].height for stretch in found}
    assert ("standing" in heights) is stands
    assert may(somebody(MORNING.replace(hour=hour)), PlanWish(600.0, place="standing"))


# The way of the body


@pytest.mark.parametrize(
    ("body", "up"),
    [("standing", False), ("sitting_chair", False), ("hands_and_knees", True), ("lying_back", True)],
)
def test_the_body_goes_on_from_where_it_is(body, up):
    """Who stands goes down, who is down comes up."""
    order = [
        LIBRARY.positions[LIBRARY.stretches[stretch].position].height
        for stretch in planned(somebody(body=body), PlanWish(2400.0))
    ]
    ways = ["standing", "sitting", "kneeling", "lying"]
    ranks = [ways.index(height) for height in order]
    assert len(set(ranks)) > 1
    assert ranks == sorted(ranks, reverse=up)


def test_a_plan_for_the_bed_begins_in_bed():
    """The body of somebody who wishes for the bed is in it; of anybody else where it is."""
    for place, body in (("bed", "lying_back"), ("lying", "standing")):
        wish = PlanWish(600.0, place=place)
        plan = best_plan(somebody(), wish)
        assert practice_for(somebody(), "", plan, wish).body == body


# The length


def test_how_far_a_plan_may_be_from_the_wish():
    """Twenty-seven seconds, or three in a hundred for a long one."""
    assert leeway(PlanWish(600.0)) == 27.0
    assert leeway(PlanWish(900.0)) == 27.0
    assert leeway(PlanWish(1800.0)) == 54.0
