"""What is told of today is what tomorrow tells of yesterday: a session counts as the store does."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.content import LIBRARY, WORDS
from helpers.random_wishes import people
from helpers.scenes import idle, spot, waiting
from helpers.scenes import practice as of
from helpers.talk import Talk
from skill.coach.conversation import events
from skill.coach.conversation.coming_back.coming_back import back_to
from skill.coach.conversation.events import Asked
from skill.coach.conversation.state.state import State
from skill.coach.person.profile import ACCOUNT
from skill.coach.practice.place import Phase
from skill.stores.memory import MemoryStore

ABOUT = (
    events.Next(),
    events.Previous(),
    events.Previous(),
    events.Repeat(),
    events.StartOver(),
    events.Pause(),
    events.Resume(),
    events.Yes(),
    events.SkipSide(),
    events.Launch(),
    events.ResumePractice(),
    events.ResumePractice(),
    events.StartRoutine(Asked(("standing_hips",), "standing hips")),
    events.StartStretch(Asked(("bridge",), "bridge")),
)
"""What moves about in a practice, so that stretches are done twice and left half done."""


@settings(max_examples=200, deadline=None)
@given(
    people(),
    st.lists(st.tuples(st.sampled_from(ABOUT), st.floats(0, 1), st.booleans()), max_size=25),
)
def test_a_session_counts_what_the_store_counts(profile, script):
    """However somebody goes to and fro, within a visit and over several, nothing counts twice."""
    store = MemoryStore()
    talk = Talk(LIBRARY, WORDS, profile)
    for event, share, leaves in script:
        answer = talk.say(event, share * talk.seconds)
        if answer.change is not None:
            store.write("somebody", ACCOUNT, answer.change)
        kept = store.open("somebody", ACCOUNT)
        assert (kept.days, kept.stretches) == (talk.profile.days, talk.profile.stretches)
        if leaves:
            talk.state, talk.profile, talk.now = State(), kept, talk.now + timedelta(minutes=20)


def test_a_hold_that_is_let_go_on_coming_back_counts_once():
    """Nearly over when it was left: it counts as done, but not again where the stretch counts."""
    practice = of("childs_pose", "bridge")
    last = practice.items[0].rounds
    nearly = spot(practice, Phase.HOLD, repetition=last, held=practice.items[0].effort_seconds - 2)
    scene = waiting(practice, nearly, worked=20.0)

    once = back_to(scene, "Well.")
    again = waiting(practice, nearly, worked=20.0, scene=idle())
    again = again.with_state(practice=replace(again.under_way, counted=(0,)))

    assert once.state.practice.counted == (0,)
    assert [each.item for each in once.finished] == [0]
    assert back_to(again, "Well.").finished == ()
    assert back_to(again, "Well.").profile.days == {}
