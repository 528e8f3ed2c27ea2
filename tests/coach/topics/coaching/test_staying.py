"""Staying in a hold until a word comes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.content import LIBRARY, WORDS
from helpers.random_wishes import people
from helpers.talk import Talk
from skill.coach.conversation import events
from skill.coach.conversation.events import Asked
from skill.coach.conversation.state.state import Course
from skill.coach.practice.place import Phase
from skill.library.records import Movement

HELD = sorted(s.id for s in LIBRARY.stretches.values() if s.doses["standard"].kind != "movement")


@settings(max_examples=60, deadline=None)
@given(people(), st.sampled_from(HELD), st.floats(0, 1), st.floats(0, 1))
def test_a_stay_lasts_until_a_word_and_changes_no_other_hold(profile, stretch, share, later):
    """It never runs on into the next hold by itself, and nothing is kept of it."""
    talk = Talk(LIBRARY, WORDS, profile)
    talk.say(events.StartStretch(Asked((stretch,), stretch)), 0.0)
    kept = talk.profile.preferences.holds
    talk.say(events.Stay(), share * talk.seconds)
    running = talk.state.practice
    if talk.state.course is not Course.RUNNING or isinstance(running.practice.items[0].work, Movement):
        return
    item = running.practice.items[0]
    if not item.stays:
        return
    assert talk.profile.preferences.holds == kept
    usual = {effort.seconds for number, effort in enumerate(item.efforts) if number != item.stays - 1}
    assert len(usual) <= 1
    assert running.sent.end is None
    talk.say(events.AskTimeLeft(), later * talk.seconds)
    after = talk.state.practice
    assert after is not None
    assert after.place.phase is not Phase.HOLD or after.practice.items[0].stays == item.stays
