"""Moving about in a practice."""

from dataclasses import replace

import pytest

from helpers.content import WORDS
from helpers.scenes import idle, practice, running, spot, told, waiting
from skill.coach.conversation.events import Arrived, Next
from skill.coach.conversation.scene import Instead
from skill.coach.conversation.state.state import Course
from skill.coach.practice.cues.cues import Said
from skill.coach.practice.place import ALL_TOLD, ARRIVED, GETTING_IN, Phase, Side
from skill.coach.practice.score.getting_there import get_in
from skill.coach.topics.coaching.navigation import (
    arrived,
    go_on,
    leave_this_one,
    repeat,
    repeat_last,
    skip,
    start_over,
    to_next,
    to_previous,
)

EVENT = Next()
ROUTINE = practice("childs_pose", "knee_to_chest", "cat_cow")
HOLD = spot(ROUTINE, Phase.HOLD, item=1, repetition=2, held=10.0)
LEFT = WORDS.stretch("knee_to_chest").release.format(side="left", other="right")


def under_way(outcome):
    """The practice that an answer goes on with."""
    return outcome.state.practice


def test_going_on_at_a_rest_starts_what_was_announced():
    """With what was worked of it before; nothing is said first."""
    place = ROUTINE.place_of(1)
    outcome = go_on(running(ROUTINE, place, worked=5.0, resting=True), EVENT)
    assert (under_way(outcome).place, under_way(outcome).worked) == (place, 5.0)
    assert under_way(outcome).sent.lead == 0


def test_going_on_in_the_middle_stays_with_it():
    """Back to it, at the very second."""
    outcome = go_on(running(ROUTINE, HOLD, worked=40.0), EVENT)
    assert (under_way(outcome).place, under_way(outcome).worked) == (HOLD, 40.0)
    assert told(outcome).startswith(idle().say("back_to_it"))


def test_next_at_a_rest_is_the_announced_part_and_else_the_next_stretch():
    """Between two parts of one stretch that is no skip."""
    place = spot(ROUTINE, Phase.SWITCH, item=1, repetition=2)
    assert under_way(to_next(running(ROUTINE, place, resting=True), EVENT)).place == place
    assert under_way(to_next(running(ROUTINE, HOLD), EVENT)).place == ROUTINE.place_of(2)


def test_skipping_leaves_the_stretch_with_the_body_out_of_it():
    """On to the next, of which nothing is worked yet."""
    outcome = skip(running(ROUTINE, HOLD, worked=40.0), EVENT)
    assert under_way(outcome).place == ROUTINE.place_of(2)
    assert under_way(outcome).worked == 0
    assert told(outcome).startswith(LEFT)


def test_skipping_the_last_one_ends_the_practice():
    """It is left there, and it is not called completed."""
    place = spot(ROUTINE, Phase.MOVE, item=2)
    outcome = skip(running(ROUTINE, place), EVENT)
    release = WORDS.stretch("cat_cow").release

    assert outcome.state.course is Course.NONE
    up = idle().say("get_up_kneeling")
    assert told(outcome) == f"{release} {idle().say('left_there')} {up} {idle().say('open_end')}"


def test_leaving_this_one_says_why_and_goes_on_with_what_follows():
    """Or ends, after the last."""
    assert told(leave_this_one(running(ROUTINE, HOLD), "Out it is.")).startswith("Out it is. ")
    assert under_way(leave_this_one(running(ROUTINE, HOLD), "Out.")).place == ROUTINE.place_of(2)
    last = leave_this_one(running(ROUTINE, ROUTINE.place_of(2)), "Out.")
    assert told(last) == f"Out. {idle().say('get_up_kneeling')} {idle().say('open_end')}"


def test_back_is_to_the_stretch_before():
    """From its middle as well, with the body out of this one first."""
    outcome = to_previous(running(ROUTINE, HOLD), EVENT)
    assert under_way(outcome).place == ROUTINE.place_of(0)
    assert told(outcome).startswith(LEFT)
    assert idle().say("first_already") not in told(outcome)


def test_back_from_the_first_is_to_its_beginning():
    """Which is said."""
    outcome = to_previous(running(ROUTINE, spot(ROUTINE, Phase.STEP)), EVENT)
    assert under_way(outcome).place == ROUTINE.place_of(0)
    assert told(outcome).startswith(idle().say("first_already"))


def test_a_hold_is_repeated_from_its_beginning():
    """What was held of it stays worked; the body is in it and stays there."""
    outcome = repeat(running(ROUTINE, HOLD, worked=40.0), EVENT)
    assert under_way(outcome).place == replace(HOLD, held=0.0)
    assert (under_way(outcome).worked, under_way(outcome).sent.out) == (40.0, False)
    assert told(outcome).startswith(idle().say("this_hold_again"))


def test_a_hold_is_repeated_from_out_of_it_with_the_way_in():
    """Which does not begin it: its own words do."""
    outcome = repeat(running(ROUTINE, HOLD, out=True), EVENT)
    assert under_way(outcome).sent.way_in > 0
    assert idle().say("hold_on") not in told(outcome)


def test_a_movement_is_repeated_as_such():
    """This one again, and not this hold."""
    place = spot(ROUTINE, Phase.MOVE, item=2, repetition=3, held=4.0)
    outcome = repeat(running(ROUTINE, place), EVENT)
    assert under_way(outcome).place == replace(place, held=0.0)
    assert told(outcome).startswith(idle().say("this_one_again"))


@pytest.mark.parametrize(
    ("place", "again"),
    [
        (replace(spot(ROUTINE, Phase.STEP, item=1), step=2), spot(ROUTINE, Phase.STEP, item=1)),
        (replace(ROUTINE.place_of(1), step=1), ROUTINE.place_of(1)),
        (spot(ROUTINE, Phase.RELEASE, item=1, repetition=2), ROUTINE.place_of(1)),
    ],
)
def test_instructions_are_repeated_from_the_first(place, again):
    """And who is coming out of a stretch does all of it again."""
    assert under_way(repeat(running(ROUTINE, place), EVENT)).place == again


def test_at_a_rest_what_was_just_done_is_repeated():
    """The stretch before; within a stretch, its last hold, with the way in."""
    between = repeat(running(ROUTINE, ROUTINE.place_of(1), resting=True), EVENT)
    assert under_way(between).place == ROUTINE.place_of(0)
    assert told(between).startswith(idle().say("again"))
    place = spot(ROUTINE, Phase.SWITCH, item=1, side=Side.RIGHT)
    within = repeat(running(ROUTINE, place, worked=30.0, resting=True), EVENT)
    assert under_way(within).place == spot(ROUTINE, Phase.HOLD, item=1)
    assert (under_way(within).worked, under_way(within).sent.way_in > 0) == (30.0, True)
    assert idle().say("hold_on") not in told(within)


def test_with_nothing_under_way_the_last_practice_is_done_again():
    """Unless something was said since: then those words are."""
    done = idle().with_state(last=ROUTINE)
    assert under_way(repeat_last(done, EVENT)).place == ROUTINE.place_of(0)
    said = done.with_state(said="Well. What now?", asked="What now?")
    assert told(repeat_last(said, EVENT)) == "Well. What now?"
    assert told(repeat_last(idle(), EVENT)) == idle().say("ask_what_next")


def test_from_the_beginning_is_a_new_practice():
    """The old one has ended; the body is out of it first."""
    scene = running(ROUTINE, HOLD)
    scene = replace(scene, now=scene.now.replace(hour=9))
    outcome = start_over(scene, EVENT)
    ended = [saved for saved in outcome.profile.practices if saved.practice.id == ROUTINE.id]

    assert under_way(outcome).place == ROUTINE.place_of(0)
    assert under_way(outcome).practice.id != ROUTINE.id
    assert under_way(outcome).practice.name == ROUTINE.name
    assert [saved.ended for saved in ended] == [True]
    assert told(outcome).startswith(f"{LEFT} {scene.say('from_the_beginning')}")


def test_a_routine_from_the_beginning_has_nothing_in_it_that_is_left_out():
    """One stretch alone is done again all the same; so is a routine of which nothing would stay."""
    stretches = [item.stretch for item in ROUTINE.items]

    def names(whole, *left_out: str) -> list[str]:
        outcome = start_over(running(whole, scene=idle(left_out=left_out)), EVENT)
        return [item.stretch for item in under_way(outcome).practice.items]

    assert names(ROUTINE, "knee_to_chest") == ["childs_pose", "cat_cow"]
    assert names(practice("cat_cow"), "cat_cow") == ["cat_cow"]
    assert names(ROUTINE, *stretches) == stretches


def test_skipping_while_it_waits_goes_on_with_the_next():
    """The body has come out of it already."""
    outcome = skip(waiting(ROUTINE, HOLD), EVENT)
    assert under_way(outcome).place == ROUTINE.place_of(2)
    assert LEFT not in told(outcome)


@pytest.mark.parametrize("step", [0, ALL_TOLD, GETTING_IN, GETTING_IN + 1])
def test_whoever_is_down_already_hears_no_more_of_the_way(step):
    """Wherever on the way: the way is not told; what is to be minded before it is."""
    whole = replace(practice("bridge"), body="standing")
    scene = running(whole, replace(whole.place_of(0), step=step)).with_state(body="standing")
    way = get_in(scene.score(whole), "standing", "lying_back")
    outcome = arrived(scene, Arrived())
    heard = [cue.text for cue in outcome.reply.answer if isinstance(cue, Said)]
    assert not [text for text in heard if text in way]
    assert any("leave this one out" in text or "best left out" in text for text in heard) == (not step)
    assert sum("spinal stenosis" in text for text in heard) == 1
    stay = WORDS.language.prompts["caution_when_down"]
    assert (heard[0] in stay) == bool(step), "to whoever is down it is said to stay so meanwhile"
    assert under_way(outcome).sent.body == "lying_back"


def test_whoever_has_heard_the_way_to_its_end_just_goes_on():
    """There is nothing of it to leave out."""
    whole = practice("bridge")
    outcome = arrived(running(whole, replace(whole.place_of(0), step=ARRIVED)), Arrived())
    assert isinstance(outcome, Instead)
