"""Routines of one's own that are not wanted any more."""

from helpers.scenes import idle, told
from skill.coach.conversation.events import Asked, Choose, DeleteRoutine, StartRoutine, StartStretch, Yes
from skill.coach.conversation.scene import NotAnAnswer, Scene
from skill.coach.conversation.state.questions import DeleteRoutineForGood, WhichRoutineToDelete
from skill.coach.person.profile import ACCOUNT
from skill.coach.topics.own_routines.kept_routines import choose, choose_by_name, delete, delete_now

ONE = {"Evening": ("bridge",)}
TWO = {**ONE, "after work": ("cat_cow",)}


def delete_it(heard: str = "", *ids: str) -> DeleteRoutine:
    """Delete that one."""
    return DeleteRoutine(Asked(ids, heard))


def asked(question, routines=TWO) -> Scene:
    """Something was asked about them."""
    return idle(routines=routines).with_state(question=question, asked="Which?")


def test_by_its_name_it_is_asked_about_and_nothing_is_deleted_yet():
    """As people say names."""
    outcome = delete(idle(routines=TWO), delete_it("my evening routine"))
    assert outcome.state.question == DeleteRoutineForGood("Evening", of=ACCOUNT)
    assert outcome.profile.preferences.routines == TWO


def test_ours_stay_and_without_any_there_is_nothing_to_delete():
    """Each is said."""
    ours = delete(idle(routines=TWO), delete_it("full back", "full_back"))
    assert told(ours).startswith(idle().say("own_not_yours", routine=idle().name_of("full_back")))
    assert told(delete(idle(), delete_it())).startswith(idle().say("own_none"))


def test_an_unknown_name_is_said_back_with_what_there_is():
    """The only one by name, of several which."""
    one = delete(idle(routines=ONE), delete_it("my flamingo routine"))
    assert one.state.question == DeleteRoutineForGood("Evening", of=ACCOUNT)
    assert told(one) == (
        f"{idle().say('unknown_routine', heard='flamingo')} {idle().say('own_only', routine='Evening')}"
    )
    several = delete(idle(routines=TWO), delete_it())
    assert several.state.question == WhichRoutineToDelete(("Evening", "after work"), of=ACCOUNT)
    only = delete(idle(routines=ONE), delete_it())
    assert told(only) == idle().say("ask_delete_routine", routine="Evening")


def test_which_is_answered_by_number_or_by_name():
    """Another name is no answer."""
    scene = asked(WhichRoutineToDelete(("Evening", "after work"), of=ACCOUNT))
    assert choose(scene, Choose("", "2")).state.question == DeleteRoutineForGood(
        "after work", of=ACCOUNT
    )
    assert told(choose(scene, Choose("", "9"))).endswith("Which?")
    by_routine = choose_by_name(scene, StartRoutine(Asked((), "after work")))
    by_stretch = choose_by_name(scene, StartStretch(Asked((), "evening")))
    assert by_routine.state.question == DeleteRoutineForGood("after work", of=ACCOUNT)
    assert by_stretch.state.question == DeleteRoutineForGood("Evening", of=ACCOUNT)
    assert choose_by_name(scene, StartStretch(Asked(("bridge",), "bridge"))) == NotAnAnswer()


def test_yes_deletes_that_one():
    """And no other; the question is over."""
    outcome = delete_now(asked(DeleteRoutineForGood("Evening", of=ACCOUNT)), Yes())
    assert outcome.profile.preferences.routines == {"after work": ("cat_cow",)}
    assert outcome.state.question is None
    assert told(outcome).startswith(idle().say("own_deleted", routine="Evening"))
