"""Finding out which stretch is meant."""

import pytest

from helpers.content import WORDS
from helpers.scenes import idle, practice, running, told, waiting
from skill.coach.conversation.disambiguation.asking import ask_for_a_name, ask_nearest, ask_which
from skill.coach.conversation.disambiguation.choosing import (
    choose,
    choose_by_name,
    choose_place,
    choose_place_to_start,
    none_of_these,
    say_yes,
)
from skill.coach.conversation.disambiguation.options import namesakes, nearest
from skill.coach.conversation.disambiguation.picking import chosen_by
from skill.coach.conversation.events import (
    Asked,
    AskHowTo,
    Choose,
    ListStretches,
    StartRoutine,
    StartStretch,
    Yes,
)
from skill.coach.conversation.scene import Instead, NotAnAnswer, Scene
from skill.coach.conversation.state.questions import ThisStretch, WhichStretch
from skill.coach.practice.plan_wish import PlanWish

HIPS = ("supine_hip_flexor", "half_kneeling_hip_flexor", "standing_hip_flexor")
ROTATIONS = ("lumbar_rotation", "trunk_rotation", "flexion_rotation", "standing_leg_rotation")


def which(*options: str, scene: Scene | None = None) -> Scene:
    """Somebody was asked which of these they want to start."""
    scene = scene if scene is not None else idle()
    return scene.with_state(question=WhichStretch(StartStretch, options), asked="Which one?")


def named(*ids: str) -> StartStretch:
    """A name that fits these."""
    return StartStretch(Asked(ids, "so called"))


def order(scene: Scene, *options: str) -> tuple[str, ...]:
    """In which order they are offered."""
    return ask_which(scene, StartStretch, options).state.question.options


def test_of_many_namesakes_three_are_named_as_the_first_of_them():
    """It is said that there are more than are named; the question knows all of them."""
    outcome = ask_which(idle(), AskHowTo, ROTATIONS)

    assert outcome.state.question == WhichStretch(AskHowTo, ROTATIONS)
    assert idle().say("which_one_first", count=4, offered=3) in told(outcome)
    assert WORDS.stretch("standing_leg_rotation").which not in told(outcome)
    assert WORDS.stretch("flexion_rotation").which in told(outcome)


def test_options_are_told_apart_by_position_where_that_is_enough():
    """Otherwise by what else there is to each."""
    positions = [WORDS.position(each).name for each in ("lying_back", "kneeling", "standing")]
    assert WORDS.one_of(positions) in told(ask_which(idle(), StartStretch, HIPS))
    twists = ("lumbar_rotation", "trunk_rotation")
    assert WORDS.stretch("trunk_rotation").which in told(ask_which(idle(), StartStretch, twists))


def test_namesakes_come_as_the_language_lists_them():
    """Whatever order they were heard in."""
    assert order(idle(), *reversed(HIPS)) == HIPS


def test_others_come_from_the_floor_up():
    """Where they share no name: lying, bed, kneeling, sitting, standing."""
    heights = ("standing_hamstring", "seated_spinal_twist", "cat_cow", "elevated_leg", "bridge")
    assert order(idle(), *heights) == tuple(reversed(heights))


def test_what_can_be_done_where_the_body_is_comes_first():
    """In a practice, or after one; before any nothing is known of where the body is."""
    kneeling = waiting(practice("childs_pose"))
    assert order(kneeling, *HIPS) == (HIPS[1], HIPS[0], HIPS[2])
    assert order(idle().with_state(body="kneeling"), *HIPS) == HIPS


def test_the_one_that_was_meant_last_is_offered_alone():
    """Whatever order they come in; a no asks for the others."""
    scene = idle(choices={namesakes(HIPS): HIPS[2]})
    outcome = ask_which(scene, StartStretch, (HIPS[1], HIPS[2], HIPS[0]))

    assert outcome.state.question == ThisStretch(StartStretch, HIPS[2], HIPS[:2])
    assert told(outcome) == scene.say("same_as_last", stretch=scene.name_of(HIPS[2]))
    assert isinstance(ask_which(scene, StartStretch, HIPS[:2]).state.question, WhichStretch)


def test_a_single_option_is_asked_about_by_name():
    """Did you mean that one?"""
    outcome = ask_which(idle(), StartStretch, ("bridge",))
    assert outcome.state.question == ThisStretch(StartStretch, "bridge")
    assert told(outcome) == idle().say("did_you_mean", stretch=idle().name_of("bridge"))


def test_without_a_name_any_stretch_is_an_answer():
    """The question has no options."""
    assert ask_for_a_name(idle(), AskHowTo).state.question == WhichStretch(AskHowTo)


@pytest.mark.parametrize(
    ("heard", "found"),
    [
        ("the cobra", "modified_cobra"),
        ("flamingo", None),
        ("stretch", None),
        ("brigde", "bridge"),
        ("child pose", "childs_pose"),
    ],
)
def test_the_nearest_name_is_found_by_what_tells_it_from_others(heard, found):
    """Words that half of all names have count for nothing; what comes near to none is unknown."""
    near = nearest(idle(), heard)
    assert (near[0] if near else None) == found
    assert len(near) <= 3
    assert len(set(near)) == len(near)


def test_an_unknown_name_is_said_back_with_what_comes_near():
    """One by name, some as a choice; where none does, some that could be done instead."""
    scene = idle()

    def asked_for(heard: str) -> tuple[str, object]:
        outcome = ask_nearest(scene, StartStretch, Asked((), heard))
        return told(outcome), outcome.state.question

    one, question = asked_for("flamingo")
    assert one.startswith(scene.say("unknown_stretch", heard="flamingo"))
    assert isinstance(question, WhichStretch)
    assert len(question.options) == 3
    asked_about = ask_nearest(scene, AskHowTo, Asked((), "flamingo"))
    assert told(asked_about).endswith(scene.say("ask_list"))
    assert asked_about.state.question is None
    single, question = asked_for("brigde")
    assert single == (
        f"{scene.say('unknown_stretch', heard='brigde')}"
        f" {scene.say('did_you_mean', stretch=scene.name_of('bridge'))}"
    )
    assert question == ThisStretch(StartStretch, "bridge")
    several, question = asked_for("hip flexer rotator")
    assert scene.say("unknown_stretch", heard="hip flexer rotator") in several
    assert isinstance(question, WhichStretch)
    assert all(scene.name_of(option) in several for option in question.options)
    nameless = ask_nearest(scene, StartStretch, Asked())
    assert told(nameless) == scene.say("ask_for_a_name")


@pytest.mark.parametrize(
    ("place", "ordinal", "picked"),
    [
        ("", "1", ROTATIONS[:1]),
        ("", "4", ROTATIONS[3:]),
        ("", "5", ()),
        ("", "0", ()),
        ("", "any", ROTATIONS[:1]),
        ("", "last", ROTATIONS[2:3]),
        ("standing", "", ROTATIONS[2:]),
        ("lying", "", ROTATIONS[:2]),
        ("kneeling", "", ()),
        ("", "", ()),
    ],
)
def test_a_place_or_a_number_picks_among_what_was_offered(place, ordinal, picked):
    """The last is the last that was named."""
    assert chosen_by(idle(), Choose(place, ordinal), ROTATIONS) == picked


def test_what_is_no_stretch_is_picked_by_number_alone():
    """A routine or a practice has no place of the body."""
    assert chosen_by(idle(), Choose("", "2"), ("a", "b")) == ("b",)
    assert chosen_by(idle(), Choose("lying", ""), ("a", "b")) == ()


def test_a_choice_makes_the_wish_whole_and_is_remembered():
    """What was wanted is wanted of that stretch; the question is over."""
    outcome = choose(which(*HIPS), Choose("", "2"))

    assert isinstance(outcome, Instead)
    assert outcome.event == StartStretch(Asked((HIPS[1],), HIPS[1]))
    assert outcome.scene.state.question is None
    assert outcome.scene.answered
    assert outcome.scene.profile.preferences.choices == {namesakes(HIPS): HIPS[1]}


def test_where_there_was_no_choice_none_is_remembered():
    """A yes to the only one."""
    outcome = say_yes(idle().with_state(question=ThisStretch(StartStretch, "bridge")), Yes())
    assert outcome.event == StartStretch(Asked(("bridge",), "bridge"))
    assert outcome.scene.profile.preferences.choices == {}


def test_an_answer_that_leaves_several_asks_among_those():
    """And one that leaves none asks again."""
    outcome = choose(which(*ROTATIONS), Choose("lying", ""))
    assert outcome.state.question.options == ROTATIONS[:2]
    again = choose(which(*ROTATIONS), Choose("kneeling", ""))
    assert told(again).endswith("Which one?")
    assert again.state.question.options == ROTATIONS


def test_a_name_answers_where_it_is_among_what_was_offered():
    """One is taken, some are asked about, all of them ask again, another is no answer."""
    scene = which(*ROTATIONS)
    assert choose_by_name(scene, named(ROTATIONS[1], "bridge")).event.stretch.ids == (ROTATIONS[1],)
    assert choose_by_name(scene, named(*ROTATIONS[:2])).state.question.options == ROTATIONS[:2]
    assert told(choose_by_name(scene, named(*ROTATIONS))).endswith("Which one?")
    assert choose_by_name(scene, named("bridge")) == NotAnAnswer()
    assert choose_by_name(scene, StartStretch(Asked((), "flamingo"))) == NotAnAnswer()


def test_where_any_stretch_can_be_named_any_name_answers():
    """Several of one name are asked about."""
    scene = which()
    assert choose_by_name(scene, named("bridge")).event.stretch.ids == ("bridge",)
    assert set(choose_by_name(scene, named(*HIPS)).state.question.options) == set(HIPS)


def test_a_place_alone_answers_however_it_was_heard():
    """As a list, or as a practice to be put together; with anything else in it, it does not."""
    scene = which(*HIPS)
    assert choose_place(scene, ListStretches("", "standing")).event.stretch.ids == (HIPS[2],)
    assert choose_place(scene, ListStretches("hips", "standing")) == NotAnAnswer()
    assert choose_place(scene, ListStretches()) == NotAnAnswer()

    def start(wish) -> object:
        return choose_place_to_start(scene, StartRoutine(Asked(), wish))

    assert start(PlanWish(place="standing")).event.stretch.ids == (HIPS[2],)
    assert start(PlanWish(60.0, place="standing")) == NotAnAnswer()
    assert start(PlanWish()) == NotAnAnswer()
    assert start(None) == NotAnAnswer()


def test_no_to_three_offers_the_others():
    """No to those, or to fewer, never mind."""
    outcome = none_of_these(which(*ROTATIONS), Yes())
    assert outcome.state.question == ThisStretch(StartStretch, ROTATIONS[3])
    scene = which(*HIPS)
    assert told(none_of_these(scene, Yes())).startswith(scene.say("never_mind"))


def test_no_to_the_one_of_last_time_asks_for_the_others_and_forgets_it():
    """It was turned down: the next time all of them are offered."""
    scene = idle(choices={namesakes(HIPS): HIPS[2], "other": "bridge"})
    scene = scene.with_state(question=ThisStretch(StartStretch, HIPS[2], HIPS[:2]))
    outcome = none_of_these(scene, Yes())

    assert outcome.state.question == WhichStretch(StartStretch, HIPS[:2])
    assert outcome.profile.preferences.choices == {"other": "bridge"}


def test_no_in_a_practice_goes_back_to_it():
    """What waits goes on."""
    scene = which("bridge", scene=waiting(practice("childs_pose")))
    assert none_of_these(scene, Yes()).state.question is None
    assert none_of_these(scene, Yes()).state.practice is not None
    assert running(practice("childs_pose")).runs
