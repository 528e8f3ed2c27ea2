"""Putting a practice aside, and coming back to it."""

from dataclasses import replace

import pytest

from helpers.content import WORDS
from helpers.scenes import idle, practice, running, spot, told, waiting
from skill.coach.conversation.coming_back.aside import (
    aside,
    inform,
    put_aside,
    was_begun,
)
from skill.coach.conversation.coming_back.coming_back import back_to, come_back, never_mind
from skill.coach.conversation.coming_back.fetching import fetching
from skill.coach.conversation.coming_back.recap import back_into, recap, way_down
from skill.coach.conversation.state.questions import AllRight
from skill.coach.conversation.state.state import Course
from skill.coach.person.profile import Leaving
from skill.coach.practice.cues.cues import (
    Said,
    Silence,
    length,
    spoken_text,
)
from skill.coach.practice.place import Phase, Place, Side
from skill.coach.practice.plan_wish import PlanWish
from skill.coach.practice.practice import Manner
from skill.coach.practice.score.getting_there import get_in, move_seconds
from skill.coach.practice.timeline import segment_at

POSE = practice("childs_pose")
KNEES = practice("knee_to_chest")
ROUTINE = practice("childs_pose", "knee_to_chest")
HOLD = spot(POSE, Phase.HOLD, held=10.0)

SHORT, LONG = "Yes.", f"This takes a while to say, {'and a little longer, ' * 5}and then it is over."


def words_for(seconds: float) -> str:
    """Words that take no more than so many seconds, by a syllable."""
    text = "on"
    while WORDS.seconds(f"{text} on") <= seconds:
        text += " on"
    return text


def test_a_practice_is_kept_where_it_stands():
    """With what was worked, and how it was left."""
    scene = put_aside(running(POSE, HOLD, worked=10.0), Leaving.BY_SILENCE)
    (saved,) = scene.profile.practices
    assert (saved.place, saved.worked, saved.leaving, saved.ended) == (
        HOLD,
        10.0,
        Leaving.BY_SILENCE,
        False,
    )
    assert saved.saved_at == scene.now


def test_without_a_practice_nothing_is_kept():
    """The scene stays as it was."""
    assert put_aside(idle()) == idle()


@pytest.mark.parametrize(
    ("leaving", "ended"),
    [(Leaving.BY_USER, True), (Leaving.BY_SILENCE, False), (Leaving.BY_ERROR, False)],
)
def test_a_practice_left_before_it_began_is_dropped_where_somebody_left_it(leaving, ended):
    """Who stops at once does not want it back; who was cut off may."""
    scene = put_aside(running(POSE), leaving)
    assert scene.profile.practices[0].ended is ended


@pytest.mark.parametrize(
    ("place", "worked", "begun"),
    [
        (spot(POSE, Phase.SETTLE), 0.0, False),
        (spot(POSE, Phase.STEP), 0.0, False),
        (spot(POSE, Phase.SETTLE), 0.1, True),
        (spot(POSE, Phase.HOLD), 0.0, True),
    ],
)
def test_something_is_begun_once_work_has_begun(place, worked, begun):
    """Or something was held before; from the second stretch on always."""
    assert was_begun(running(POSE, place, worked=worked)) is begun
    assert was_begun(running(ROUTINE, ROUTINE.place_of(1)))


@pytest.mark.parametrize(("phase", "begun"), [(Phase.SETTLE, False), (Phase.STEP, True)])
def test_a_routine_is_begun_once_its_first_position_is_reached(phase, begun):
    """What was heard before that, and the way down, are no reason to be asked about it tomorrow."""
    assert was_begun(running(ROUTINE, replace(ROUTINE.place_of(0), phase=phase))) is begun


def test_a_short_aside_in_a_hold_leaves_the_body_in_it():
    """A few words, back to it, and the hold goes on with its seconds as they stood."""
    scene = running(POSE, HOLD, worked=10.0)
    outcome = aside(scene, SHORT)
    sent = outcome.state.practice.sent

    assert told(outcome).startswith(f"{SHORT} {scene.say('back_to_it')}")
    assert (sent.start, sent.out, sent.way_in, outcome.state.practice.worked) == (HOLD, False, 0.0, 10.0)


def test_a_long_aside_lets_the_body_out_and_back_in():
    """Out before it, how to get in after it, time for that, and the seconds as they stood."""
    scene = running(POSE, HOLD, worked=10.0)
    outcome = aside(scene, LONG)
    sent = outcome.state.practice.sent

    assert told(outcome).startswith(f"{scene.say('ease_out')} {LONG} {scene.say('back_in')}")
    assert (sent.start, sent.out, outcome.state.practice.worked) == (HOLD, True, 10.0)
    assert sent.way_in == length(back_into(scene, POSE, segment_at(POSE, HOLD)))


def test_six_seconds_are_still_short():
    """What takes just as long does not let anybody out; a word more does."""
    scene = running(POSE, HOLD)
    text = words_for(6.0)
    assert not aside(scene, text).state.practice.sent.out
    assert aside(scene, f"{text} on").state.practice.sent.out


def test_out_of_the_stretch_already_nobody_is_told_to_ease_out():
    """But how to get back in, however short the aside."""
    scene = running(POSE, HOLD, out=True)
    outcome = aside(scene, SHORT)
    assert told(outcome).startswith(f"{SHORT} {scene.say('back_in')}")
    assert outcome.state.practice.sent.way_in > 0


@pytest.mark.parametrize("phase", [Phase.SETTLE, Phase.STEP])
def test_where_nothing_is_held_an_aside_may_be_long(phase):
    """Before the work there is nothing to come out of; at a rest the next part begins anew."""
    place = spot(POSE, phase)
    outcome = aside(running(POSE, place), LONG)
    assert told(outcome).startswith(LONG)
    assert not outcome.state.practice.sent.out
    assert aside(running(POSE, place, resting=True), LONG).state.practice.sent.out


def test_what_is_told_goes_back_to_what_was():
    """To the practice that runs, to the question that stands, to what can be said next."""
    asked = idle().with_state(question=AllRight(), asked="Which?")

    assert inform(running(POSE, HOLD), SHORT).state.course is Course.RUNNING
    assert told(inform(asked, SHORT)) == f"{SHORT} Which?"
    assert inform(asked, SHORT).state.question == AllRight()
    assert told(inform(waiting(POSE), SHORT)) == f"{SHORT} {idle().say('ask_resume')}"
    assert told(inform(idle(), SHORT)) == f"{SHORT} {idle().say('ask_what_next')}"


def test_a_session_opened_for_one_thing_ends_with_it():
    """Unless it is in the middle of something."""
    assert inform(idle().with_state(one_shot=True), SHORT).reply.ends_session
    assert not inform(idle(), SHORT).reply.ends_session
    assert not inform(idle().with_state(one_shot=True, question=AllRight()), SHORT).reply.ends_session


def test_never_mind_goes_back_to_what_waits():
    """Or to what can be said next."""
    scene = waiting(POSE, HOLD)
    assert told(never_mind(scene)).startswith(scene.say("never_mind"))
    assert never_mind(scene).state.course is Course.RUNNING
    assert told(never_mind(idle())) == f"{idle().say('never_mind')} {idle().say('ask_what_next')}"


def start_of(scene, practice, place, worked=0.0) -> Place:
    """Where it is taken up again."""
    return come_back(scene, practice, place, worked).state.practice.place


@pytest.mark.parametrize(
    ("held", "fresh"),
    [
        (0.0, spot(POSE, Phase.HOLD)),
        (24.9, spot(POSE, Phase.HOLD, held=24.9)),
        (25.0, spot(POSE, Phase.HOLD, held=25.0)),
        (25.1, spot(POSE, Phase.SETTLE, repetition=2)),
    ],
)
def test_a_hold_with_less_than_five_seconds_left_counts_as_done(held, fresh):
    """With five or more it is gone on with, where it stood."""
    place = spot(POSE, Phase.HOLD, held=held)
    assert start_of(waiting(POSE, place, worked=held), POSE, place, held) == fresh


@pytest.mark.parametrize(("held", "done"), [(8.0, False), (8.1, True)])
def test_of_a_short_hold_no_more_than_a_fifth_is_let_go(held, done):
    """Two seconds of ten are worth getting back in for, a little less is not."""
    cobra = practice("modified_cobra")
    place = spot(cobra, Phase.HOLD, held=held)
    fresh = start_of(waiting(cobra, place), cobra, place)
    assert (fresh == spot(cobra, Phase.SETTLE, repetition=2)) is done


def test_a_movement_is_never_counted_as_done_before_its_end():
    """Only holds are let go."""
    cats = practice("cat_cow")
    place = spot(cats, Phase.MOVE, repetition=2, held=9.9)
    assert start_of(waiting(cats, place), cats, place) == place


def test_who_was_coming_out_of_a_stretch_has_done_it():
    """It goes on with the next; after the last, it is over."""
    place = spot(ROUTINE, Phase.RELEASE, repetition=4)
    assert start_of(waiting(ROUTINE, place), ROUTINE, place) == ROUTINE.place_of(1)
    end = spot(POSE, Phase.RELEASE, repetition=4)
    assert come_back(waiting(POSE, end), POSE, end, 120.0).state.course is Course.NONE


def test_steps_that_were_half_told_are_told_again():
    """From the first."""
    place = replace(spot(POSE, Phase.STEP), step=2)
    assert start_of(waiting(POSE, place), POSE, place) == spot(POSE, Phase.STEP)


def test_a_place_whose_stretch_has_gone_is_the_start_of_its_item():
    """And what was worked of the other stretch is not counted for this one's place."""
    place = Place(0, "childs_pose", Phase.HOLD, 9, held=3.0)
    assert start_of(waiting(POSE, POSE.place_of(0)), POSE, place) == POSE.place_of(0)


def test_a_last_hold_that_is_let_go_finishes_its_stretch():
    """It is counted with the seconds that were held, once, and not those of the next stretch."""
    place = spot(ROUTINE, Phase.HOLD, repetition=4, held=26.0)
    outcome = come_back(waiting(ROUTINE, place), ROUTINE, place, 116.0)
    (finished,) = outcome.finished

    # The hold is followed by its release, which counts as done.
    assert outcome.state.practice.place == ROUTINE.place_of(1)
    assert (finished.item, finished.stretch, finished.seconds) == (0, "childs_pose", 116)
    assert outcome.profile.stretches["childs_pose"].count == 1
    assert outcome.state.practice.worked == 0.0


def test_nothing_is_counted_where_nothing_is_let_go():
    """A hold in the middle, a release, a stretch nothing was worked of."""
    middle = spot(ROUTINE, Phase.HOLD, repetition=2, held=29.0)
    release = spot(ROUTINE, Phase.RELEASE, repetition=4)
    last = spot(ROUTINE, Phase.HOLD, repetition=4, held=26.0)
    assert come_back(waiting(ROUTINE, middle), ROUTINE, middle, 59.0).finished == ()
    assert come_back(waiting(ROUTINE, release), ROUTINE, release, 120.0).finished == ()
    assert come_back(waiting(ROUTINE, last), ROUTINE, last, 0.0).finished == ()


def test_within_a_stretch_a_recap_the_way_down_and_the_way_in_come_first():
    """In this order; the way in is told as such, and the seconds worked go on."""
    scene = waiting(POSE, HOLD, worked=10.0).with_state(body="standing")
    outcome = come_back(scene, POSE, HOLD, 10.0, "Hello.")
    said = told(outcome)
    order = [
        "Hello.",
        recap(scene, POSE, HOLD),
        get_in(scene.score(POSE), "standing", "hands_and_knees"),
        WORDS.stretch("childs_pose").brief[0],
        WORDS.stretch("childs_pose").brief[-1],
        scene.say("hold_on"),
    ]

    positions = [said.index(each) for each in order]
    assert positions == sorted(positions)
    way_in = length(back_into(scene, POSE, segment_at(POSE, HOLD)))
    assert outcome.state.practice.sent.way_in == way_in
    assert outcome.state.practice.worked == 10.0


def test_a_hold_that_had_not_begun_is_not_begun_by_a_word():
    """Its own beginning is still to come; half a second of it is a beginning."""
    place, begun = spot(POSE, Phase.HOLD), spot(POSE, Phase.HOLD, held=0.5)
    scene = waiting(POSE, place)
    assert scene.say("hold_on") not in told(come_back(scene, POSE, place, 0.0))
    assert scene.say("hold_on") in told(come_back(scene, POSE, begun, 0.5))


def test_from_the_beginning_of_a_stretch_there_is_no_recap():
    """It announces itself."""
    scene = waiting(POSE)
    outcome = come_back(scene, POSE, POSE.place_of(0), 0.0, "Hello.")
    assert [cue.text for cue in outcome.reply.answer[:2]] == [
        "Hello.",
        WORDS.say("announce_only", stretch=scene.name_of("childs_pose")),
    ]


def test_what_is_needed_is_named_to_who_comes_from_elsewhere():
    """Not to who has this practice under way, or has just done it: it is in reach already."""
    scene = idle()
    first = scene.say("helpful", things=WORDS.language.equipment["pillow"])
    assert first in told(come_back(scene, POSE, HOLD, 10.0))
    assert first not in told(come_back(waiting(POSE, HOLD), POSE, HOLD, 10.0))
    assert first not in told(come_back(scene.with_state(last=POSE), POSE, HOLD, 10.0))


def test_going_back_is_to_the_practice_that_waits_at_its_place():
    """After a few words."""
    outcome = back_to(waiting(POSE, HOLD, worked=10.0), "Good.")
    assert told(outcome).startswith("Good.")
    assert (outcome.state.practice.place, outcome.state.practice.worked) == (HOLD, 10.0)


def test_things_are_named_once_for_the_rest_of_the_practice():
    """What helps before what is waited for; what is behind, and what is not there, is left out."""
    scene = idle()
    whole = practice("seated_spinal_twist", "cat_cow", "flexion_rotation")
    equipment = WORDS.language.equipment

    def reach(practice, item=0) -> str:
        return spoken_text(fetching(scene, practice, practice.place_of(item)))

    chair = scene.say("needed_wait", things=equipment["chair"])
    mat = scene.say("helpful", things=equipment["mat"])
    assert [reach(whole).index(each) for each in (mat, chair)] == [0, len(mat) + 1]
    assert reach(replace(whole, wish=PlanWish(without="mat"))).startswith(chair)
    assert mat not in reach(replace(whole, wish=PlanWish(without="mat")))
    assert reach(replace(whole, wish=PlanWish(without="everything"))) == ""
    assert reach(practice("seated_spinal_twist", "cat_cow"), 1) == mat
    assert reach(KNEES) == ""


def test_what_is_needed_is_waited_for():
    """Fifteen seconds where the first stretch needs it; nobody has to fetch a bed or a wall."""
    scene = idle()

    def quiet(*stretches: str) -> float:
        cues = fetching(scene, practice(*stretches), practice(*stretches).place_of(0))
        return length(cues) - length(cue for cue in cues if isinstance(cue, Said) and cue.text in named)

    named = {
        scene.say(prompt, things=thing)
        for prompt in ("needed", "needed_wait", "helpful")
        for thing in WORDS.language.equipment.values()
    }
    assert quiet("supine_hamstring_strap") >= 15.0
    assert quiet("cat_cow", "seated_spinal_twist") == pytest.approx(8.0)
    assert quiet("standing_hip_flexor", "standing_leg_rotation") == pytest.approx(2.0)
    # Of one stretch the way into it has the time.
    assert quiet("elevated_leg") == quiet("standing_hip_flexor") == 0.0


def test_never_more_than_three_things_at_once():
    """What is needed comes before what only helps."""
    whole = practice("seated_spinal_twist", "supine_hamstring_strap", "elevated_leg", "childs_pose")
    told = spoken_text(fetching(idle(), whole, whole.place_of(0)))
    assert sum(thing in told for thing in WORDS.language.equipment.values()) == 3


def test_what_only_helps_is_not_told_to_who_knows_the_stretch():
    """They know by now whether they want it."""
    known = replace(POSE, items=tuple(replace(item, brief=True) for item in POSE.items))
    assert fetching(idle(), POSE, POSE.place_of(0)) != ()
    assert fetching(idle(), known, known.place_of(0)) == ()


def test_the_way_down_has_time_for_it_and_is_left_out_for_who_is_there():
    """Also where the work of a stretch leaves the body elsewhere than it began."""
    scene = waiting(KNEES).with_state(body="standing")
    cues = way_down(scene, KNEES, KNEES.place_of(0))
    score = scene.score(KNEES)

    assert spoken_text(cues) == get_in(score, "standing", "lying_back")
    assert length(cues) == move_seconds(score, "standing", "lying_back") > 20
    assert way_down(waiting(KNEES), KNEES, KNEES.place_of(0)) == ()
    chair = practice("flexion_rotation")
    kneeling = waiting(chair).with_state(body="kneeling")
    assert way_down(kneeling, chair, spot(chair, Phase.HOLD)) == ()
    assert way_down(kneeling, chair, chair.place_of(0)) != ()


def test_the_way_back_in_has_the_time_that_its_movements_take():
    """As on any other way in; more of it for who needs more."""

    def quiet(whole) -> float:
        segment = segment_at(whole, spot(whole, Phase.HOLD))
        return length(cue for cue in back_into(idle(), whole, segment) if isinstance(cue, Silence))

    slow = replace(KNEES, manner=Manner(time_to_settle=2.0))
    assert quiet(KNEES) >= 5.0
    assert quiet(slow) == pytest.approx(2 * quiet(KNEES))
    assert quiet(practice("supine_hamstring_strap")) > quiet(KNEES)


@pytest.mark.parametrize(
    ("whole", "place", "expected"),
    [
        (KNEES, spot(KNEES, Phase.SWITCH, side=Side.RIGHT), "The knee to chest stretch."),
        (
            KNEES,
            spot(KNEES, Phase.HOLD, repetition=2, side=Side.RIGHT, held=10.0),
            (
                "The knee to chest stretch, the second of two, on the right side,"
                " with about twenty seconds left."
            ),
        ),
        (POSE, spot(POSE, Phase.STEP), "Child's pose, the first of four."),
        (practice("happy_baby"), spot(practice("happy_baby"), Phase.STEP), "Happy baby."),
    ],
)
def test_a_recap_says_where_somebody_is_in_one_sentence(whole, place, expected):
    """Stretch, repetition, side and what is left, as far as there is any of it."""
    assert recap(idle(), whole, place) == expected


def test_the_whole_of_it_is_told_to_who_asks():
    """Side and repetition too where the timeline is about to name them."""
    place = spot(KNEES, Phase.SWITCH, side=Side.RIGHT)
    assert recap(idle(), KNEES, place, whole=True) == (
        "The knee to chest stretch, the first of two, on the right side."
    )
    assert spoken_text(idle().said(recap(idle(), KNEES, place))) == "The knee to chest stretch."
