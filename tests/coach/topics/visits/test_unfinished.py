"""What "from the beginning" begins where nothing is under way."""

from dataclasses import replace

from helpers.scenes import idle, practice, told
from skill.coach.conversation.events import StartOver
from skill.coach.person.profile import SavedPractice
from skill.coach.topics.visits.unfinished import start_last_over

ROUTINE = practice("childs_pose", "knee_to_chest", "cat_cow")


def test_after_the_end_the_last_one_is_started_over():
    """From its first stretch; without any, nothing is running."""
    outcome = start_last_over(idle().with_state(last=ROUTINE), StartOver())
    assert outcome.state.practice.place == ROUTINE.place_of(0)
    assert told(start_last_over(idle(), StartOver())).startswith(idle().say("nothing_running"))


def test_what_was_begun_last_is_begun_anew_unless_it_was_declined():
    """Whoever stopped on the way in, and says "from the top", has it from its first stretch."""
    scene = idle()
    begun = SavedPractice(ROUTINE, ROUTINE.place_of(0), scene.now, ended=True)
    scene = scene.with_profile(scene.profile.with_practice(begun))
    assert start_last_over(scene, StartOver()).state.practice.place.stretch == "childs_pose"
    preferences = replace(scene.profile.preferences, declined=(ROUTINE.id,))
    declined = scene.with_profile(replace(scene.profile, preferences=preferences))
    assert told(start_last_over(declined, StartOver())).startswith(idle().say("nothing_running"))
