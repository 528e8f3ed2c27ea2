"""Longer, shorter, slower, gentler: changed while it runs, and remembered."""

from dataclasses import replace

import pytest

from helpers.scenes import idle, practice, running, spot, told, waiting
from skill.coach.conversation.coming_back.aside import carry_on
from skill.coach.conversation.events import AdjustHold, ChangeLevel, ChangePace, LengthenSettle
from skill.coach.conversation.state.state import Course
from skill.coach.practice.place import Phase, Side
from skill.coach.practice.practice import Manner, Talk
from skill.coach.topics.coaching.adjustments import (
    adjust_hold,
    adjust_nothing,
    adjusted,
    change_level,
    change_pace,
    lengthen_settle,
    redosed,
    wanted_seconds,
)
from skill.library.records import Level

KNEES = practice("knee_to_chest")
HOLD = spot(KNEES, Phase.HOLD, held=10.0)
RIGHT = spot(KNEES, Phase.HOLD, side=Side.RIGHT, held=10.0)
BRIDGE = practice("bridge")


def lengths(outcome_or_scene, item: int = 0) -> list[float]:
    """Seconds of each effort of a stretch, as they are now."""
    return [e.seconds for e in outcome_or_scene.state.practice.practice.items[item].efforts]


@pytest.mark.parametrize(
    ("change", "seconds", "wanted"),
    [
        ("longer", None, 30 + 10),
        ("shorter", None, 30 - 10),
        ("longer", 5.0, 35.0),
        ("shorter", 5.0, 25.0),
        ("", 45.0, 45.0),
        ("", None, None),
        ("slower", None, None),
    ],
)
def test_longer_and_shorter_mean_ten_seconds_unless_it_is_said(change, seconds, wanted):
    """A length alone is the length; nothing at all is nothing."""
    assert wanted_seconds(AdjustHold(change, seconds), 30.0) == wanted


def test_a_longer_hold_is_longer_on_both_sides_and_remembered():
    """From this repetition on; the hold goes on at its second."""
    outcome = adjust_hold(running(KNEES, HOLD), AdjustHold("longer"))
    assert lengths(outcome) == [40, 40, 40, 40]
    assert outcome.profile.preferences.holds == {"knee_to_chest": 40.0}
    assert outcome.state.practice.place == HOLD
    assert idle().say("adjusted", seconds=40.0) in told(outcome)


def test_on_the_second_side_the_first_is_not_changed_any_more():
    """It is over."""
    assert lengths(adjust_hold(running(KNEES, RIGHT), AdjustHold("longer"))) == [30, 40, 40, 40]


def test_a_hold_shorter_than_what_was_held_ends_now():
    """And in the instructions before a hold nothing was held of it."""
    late = replace(HOLD, held=25.0)
    assert lengths(adjusted(running(KNEES, late), AdjustHold("", 20.0))[0]) == [25, 20, 20, 20]
    step = replace(spot(KNEES, Phase.STEP), held=25.0)
    assert lengths(adjusted(running(KNEES, step), AdjustHold("", 20.0))[0]) == [20, 20, 20, 20]


@pytest.mark.parametrize(
    ("wanted", "seconds", "limited"),
    [
        (120, 120, False),
        (120 + 1, 120, True),
        (3, 3, False),
        (3 - 1, 3, True),
    ],
)
def test_nothing_is_held_for_longer_or_shorter_than_the_limits(wanted, seconds, limited):
    """The limits themselves are wishes like any other; beyond them it is said."""
    scene, text = adjusted(running(KNEES, spot(KNEES, Phase.STEP)), AdjustHold("", float(wanted)))
    assert lengths(scene)[0] == seconds
    prompt = "adjusted_to_limit" if limited else "adjusted"
    assert text == scene.say(prompt, seconds=float(seconds))


def test_while_coming_out_it_is_for_the_next_time():
    """And said so."""
    place = spot(KNEES, Phase.RELEASE, repetition=2, side=Side.RIGHT)
    _, text = adjusted(running(KNEES, place), AdjustHold("longer"))
    assert text == idle().say("adjusted_next_time", seconds=40.0)


@pytest.mark.parametrize(
    ("event", "prompt", "breaths"),
    [
        (AdjustHold("longer"), "adjusted_breaths", 5),
        (AdjustHold("", 7.0), "adjusted_breath", 1),
        (AdjustHold("", 1.0), "adjusted_breath", 1),
        (AdjustHold("", 3.0), "adjusted_breath", 1),
        (AdjustHold("", 500.0), "adjusted_breaths_to_limit", 20),
    ],
)
def test_breaths_are_made_more_or_fewer_whole_ones(event, prompt, breaths):
    """At least one; as many as two minutes have."""
    scene, text = adjusted(running(BRIDGE, spot(BRIDGE, Phase.HOLD)), event)
    assert text == scene.say(prompt, breaths=breaths)
    assert scene.profile.preferences.holds == {"bridge": 6.0 * breaths}


@pytest.mark.parametrize(
    ("event", "times"),
    [
        (AdjustHold("longer"), 7),
        (AdjustHold("shorter"), 3),
        (AdjustHold("", 80.0), 8),
        (AdjustHold("longer", 20.0), 7),
        (AdjustHold("shorter", 500.0), 1),
    ],
)
def test_a_movement_is_done_more_or_less_often_for_a_length(event, times):
    """Cat and cow takes ten seconds, five times: a length is so many whole ones, today."""
    cats = practice("cat_cow")
    scene, text = adjusted(running(cats, spot(cats, Phase.MOVE)), event)
    assert scene.item.rounds == times
    assert text == scene.say("times_now", times=times)
    assert scene.profile == running(cats, spot(cats, Phase.MOVE)).profile


def test_a_wish_without_a_length_needs_one():
    """Nothing is changed, and it is said how to say it."""
    scene = running(KNEES, HOLD)
    assert adjusted(scene, AdjustHold()) == (scene, scene.say("adjust_how_much"))


def test_where_nothing_runs_nothing_is_changed():
    """It is said how to have all holds so."""
    outcome = adjust_nothing(idle(), AdjustHold("longer"))
    assert told(outcome).startswith(idle().say("adjust_idle"))
    assert outcome.profile == idle().profile


def test_an_effort_is_found_by_repetition_and_side():
    """One that is not there any more is the first."""
    item = KNEES.items[0]
    assert [item.number_at(place) for place in (HOLD, RIGHT, replace(HOLD, repetition=9))] == [
        0,
        1,
        0,
    ]


def test_a_level_in_a_practice_is_that_stretchs():
    """Its own seconds are forgotten, the others' stay; the later stretches stay as they are."""
    whole = practice("knee_to_chest", "childs_pose", scene=idle(level=Level.LONGER))
    scene = running(whole, scene=idle(holds={"knee_to_chest": 50.0, "bridge": 20.0}))
    outcome = change_level(scene, ChangeLevel("gentle"))

    assert outcome.profile.preferences.levels == {"knee_to_chest": Level.GENTLE}
    assert outcome.profile.preferences.holds == {"bridge": 20.0}
    assert outcome.profile.preferences.level is Level.STANDARD
    assert lengths(outcome) == [20, 20]
    assert lengths(outcome, 1) == [30] * 5


def test_a_level_for_good_is_for_everything():
    """And so it is where nothing is under way; what single stretches had is gone."""
    whole = practice("knee_to_chest", "childs_pose")
    kept = {"levels": {"bridge": Level.LONGER}, "holds": {"cat_cow": 9.0}}
    practising = change_level(running(whole, scene=idle(**kept)), ChangeLevel("gentle", always=True))
    alone = change_level(idle(**kept), ChangeLevel("gentle"))

    for outcome in (practising, alone):
        preferences = outcome.profile.preferences
        assert (preferences.level, preferences.levels, preferences.holds) == (Level.GENTLE, {}, {})
    assert lengths(practising, 1) == [30]
    assert told(alone).startswith(idle().say("level_gentle"))


def test_a_level_nobody_knows_is_asked_about():
    """Nothing changes."""
    outcome = change_level(idle(), ChangeLevel("deeper"))
    assert told(outcome).startswith(idle().say("level_which"))
    assert outcome.profile == idle().profile


def test_a_new_level_does_not_take_back_what_is_being_done():
    """The repetition in progress stays; a hold that is over by the new length ends where it is."""
    place = spot(KNEES, Phase.HOLD, repetition=2, held=25.0)
    scene = running(KNEES, place).with_preferences(levels={"knee_to_chest": Level.GENTLE})
    assert lengths(redosed(scene, later_too=False)) == [20, 20, 25, 20]
    scene = running(KNEES, replace(place, held=20.0)).with_preferences(
        levels={"knee_to_chest": Level.GENTLE}
    )
    assert lengths(redosed(scene, later_too=False)) == [20, 20, 20, 20]


def test_a_movements_repetitions_are_no_fewer_than_it_is_at():
    """Eight of them at the longer level, and five at the gentle one, in the seventh."""
    cats = practice("cat_cow", scene=idle(level=Level.LONGER))
    scene = running(cats, spot(cats, Phase.MOVE, repetition=7), scene=idle(level=Level.GENTLE))
    item = redosed(scene, later_too=False).practice.items[0]
    assert (item.work.repetitions, item.repetitions) == (7, 1)


def test_more_time_to_get_into_position_each_time_and_at_most_twice():
    """Now and from now on."""
    outcome = lengthen_settle(running(KNEES), LengthenSettle())
    assert outcome.profile.preferences.manner.time_to_settle == 1.5
    assert outcome.state.practice.practice.manner.time_to_settle == 1.5
    again = lengthen_settle(
        running(KNEES, scene=idle(manner=Manner(time_to_settle=1.5))), LengthenSettle()
    )
    assert again.profile.preferences.manner.time_to_settle == 2.0


@pytest.mark.parametrize(
    ("change", "manner"),
    [
        ("slower", Manner(pace=1.5)),
        ("faster", Manner(pace=1 / 1.5)),
        ("less_talking", Manner(talk=Talk.LITTLE)),
        ("more_talking", Manner(talk=Talk.MUCH)),
    ],
)
def test_pace_and_talk_are_changed_and_said(change, manner):
    """For what is under way, and from now on."""
    outcome = change_pace(running(KNEES), ChangePace(change))
    assert outcome.profile.preferences.manner == manner
    assert outcome.state.practice.practice.manner == manner
    assert told(outcome).startswith(idle().say(f"pace_{change}"))
    assert change_pace(idle(), ChangePace(change)).profile.preferences.manner == manner


def test_the_pace_has_its_limits_and_what_is_no_pace_is_asked_about():
    """Twice as slow, twice as fast."""
    assert change_pace(
        idle(manner=Manner(pace=1.9)), ChangePace("slower")
    ).profile.preferences.manner == (Manner(pace=2.0))
    assert change_pace(
        idle(manner=Manner(pace=0.6)), ChangePace("faster")
    ).profile.preferences.manner == (Manner(pace=0.5))
    assert told(change_pace(idle(), ChangePace("loud"))).startswith(idle().say("pace_which"))


def test_less_talk_makes_what_is_still_to_come_brief_and_more_talk_full():
    """This stretch and the later ones; what was done stays as it was told."""
    whole = practice("childs_pose", "knee_to_chest", "cat_cow")
    outcome = change_pace(running(whole, whole.place_of(1)), ChangePace("less_talking"))
    assert [item.brief for item in outcome.state.practice.practice.items] == [False, True, True]
    again = running(outcome.state.practice.practice, whole.place_of(2))
    more = change_pace(again, ChangePace("more_talking"))
    assert [item.brief for item in more.state.practice.practice.items] == [False, True, False]


def test_what_waits_goes_on_waiting_after_a_change():
    """It is said, and the changed practice is kept where it stood."""
    outcome = carry_on(waiting(KNEES, HOLD), "Changed.")
    assert outcome.state.course is Course.WAITING
    assert told(outcome) == f"Changed. {idle().say('ask_resume')}"
    assert outcome.profile.practices[0].place == HOLD
    assert carry_on(running(KNEES, HOLD), "Changed.").state.course is Course.RUNNING
