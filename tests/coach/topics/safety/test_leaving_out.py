"""What a person does not want, or wants again."""

from dataclasses import replace

from helpers.content import WORDS
from helpers.scenes import idle, practice, running, spot, told, waiting
from skill.coach.conversation.events import AllowStretch, Asked, AvoidStretch
from skill.coach.conversation.state.questions import ThisStretch, WhichStretch
from skill.coach.conversation.state.state import Course
from skill.coach.practice.place import Phase
from skill.coach.topics.safety.leaving_out import allow_stretch, avoid_stretch, without

ROUTINE = practice("childs_pose", "cat_cow", "bridge", "cat_cow")
HOLD = spot(ROUTINE, Phase.HOLD, held=10.0)


def avoid(*ids: str, heard: str = "") -> AvoidStretch:
    """Not that one again."""
    return AvoidStretch(Asked(ids, heard or "so called" * bool(ids)))


def allow(*ids: str, heard: str = "") -> AllowStretch:
    """That one again."""
    return AllowStretch(Asked(ids, heard or "so called" * bool(ids)))


def stretches(outcome) -> list[str]:
    """What the practice under way is made of."""
    return [item.stretch for item in outcome.state.practice.practice.items]


def gone(stretch: str) -> str:
    """That it is left out is said."""
    return idle().say("left_out_from_now", stretch=idle().name_of(stretch))


def test_what_is_left_out_is_noted_once_and_said():
    """The newest last; why is not asked."""
    outcome = avoid_stretch(idle(left_out=("bridge", "cat_cow")), avoid("bridge"))
    assert outcome.profile.preferences.left_out == ("cat_cow", "bridge")
    assert told(outcome) == f"{gone('bridge')} {idle().say('ask_what_next')}"


def test_another_stretch_is_taken_out_of_what_is_still_to_come():
    """The one in progress goes on."""
    outcome = avoid_stretch(running(ROUTINE, HOLD), avoid("cat_cow"))
    assert stretches(outcome) == ["childs_pose", "bridge"]
    assert outcome.state.practice.place == HOLD
    assert gone("cat_cow") in told(outcome)


def test_what_was_done_keeps_its_number():
    """It is counted by it: only what lies beyond what is done and in progress goes."""
    scene = running(ROUTINE, ROUTINE.place_of(1))
    assert [i.stretch for i in without(scene, "childs_pose").practice.items] == [
        item.stretch for item in ROUTINE.items
    ]
    counted = running(ROUTINE, ROUTINE.place_of(0))
    counted = counted.with_state(practice=replace(counted.under_way, counted=(0, 1)))
    assert [i.stretch for i in without(counted, "cat_cow").practice.items] == [
        "childs_pose",
        "cat_cow",
        "bridge",
    ]


def test_the_one_in_progress_is_left_for_what_comes_after_it():
    """With the body out of it first, before it is said."""
    outcome = avoid_stretch(running(ROUTINE, HOLD), avoid())
    assert outcome.profile.preferences.left_out == ("childs_pose",)
    assert outcome.state.practice.place == ROUTINE.place_of(1)
    assert told(outcome).startswith(f"{WORDS.stretch('childs_pose').release} {gone('childs_pose')}")


def test_the_last_one_in_progress_ends_the_practice():
    """Running or waiting."""
    pose = practice("childs_pose")
    place = spot(pose, Phase.HOLD, held=10.0)
    for scene in (running(pose, place), waiting(pose, place)):
        outcome = avoid_stretch(scene, avoid("childs_pose"))
        assert outcome.state.course is Course.NONE
        assert gone("childs_pose") in told(outcome)


def test_where_it_waits_it_waits_at_what_comes_after():
    """With that place kept."""
    outcome = avoid_stretch(waiting(ROUTINE, HOLD, worked=10.0), avoid("childs_pose"))
    assert outcome.state.course is Course.WAITING
    assert (outcome.state.practice.place, outcome.state.practice.worked) == (ROUTINE.place_of(1), 0.0)
    assert outcome.profile.practices[0].place == ROUTINE.place_of(1)


def test_which_is_meant_is_found_out():
    """Several are asked about, an unknown one is looked for, none at all is the last one done."""
    several = avoid_stretch(idle(), avoid("cat_cow", "bridge"))
    assert several.state.question.intention is AvoidStretch
    assert isinstance(several.state.question, WhichStretch)
    unknown = avoid_stretch(idle(), avoid(heard="brigde"))
    assert unknown.state.question == ThisStretch(AvoidStretch, "bridge")
    last = avoid_stretch(idle().with_state(last=ROUTINE), avoid())
    assert last.profile.preferences.left_out == ("cat_cow",)
    assert avoid_stretch(idle(), avoid()).state.question == WhichStretch(AvoidStretch)


def test_what_was_left_out_is_taken_back_in():
    """And only that."""
    outcome = allow_stretch(idle(left_out=("bridge", "cat_cow")), allow("bridge"))
    assert outcome.profile.preferences.left_out == ("cat_cow",)
    assert told(outcome).startswith(idle().say("taken_back_in", stretch=idle().name_of("bridge")))


def test_what_was_never_left_out_is_simply_started():
    """Whoever says do that one again wants to do it."""
    outcome = allow_stretch(idle(left_out=("cat_cow",)), allow("bridge"))
    assert stretches(outcome) == ["bridge"]
    assert outcome.profile.preferences.left_out == ("cat_cow",)


def test_without_a_name_the_one_in_progress_is_taken_back_in():
    """It is what is being talked about."""
    scene = running(ROUTINE, HOLD, scene=idle(left_out=("childs_pose",)))
    assert allow_stretch(scene, allow()).profile.preferences.left_out == ()


def test_what_is_not_remembered_is_left_out_this_time():
    """A guest's wish holds for the practice, and nobody is told that it is for good."""
    outcome = avoid_stretch(running(ROUTINE, HOLD, remembers=False), avoid("cat_cow"))
    assert idle().say("left_out_this_time", stretch=idle().name_of("cat_cow")) in told(outcome)
