"""Records with any ids, dates and numbers: whatever is asked of them, there is an answer."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.any_record import PREFERENCES, PROFILES, QUESTIONS, STATES, travelled
from helpers.content import LIBRARY, WORDS
from helpers.scenes import idle
from helpers.talk import Talk
from skill.coach.conversation import events
from skill.coach.conversation.events import Asked
from skill.coach.conversation.personal_practice import item_of
from skill.coach.conversation.state.fitting import (
    content_of,
    known_preferences,
    known_profile,
    known_state,
)
from skill.coach.conversation.state.questions import decode_question, encode_question
from skill.coach.conversation.state.state import Course, State
from skill.coach.conversation.state.state_encoding import decode_state, encode_state
from skill.coach.person.merging import merged
from skill.coach.person.preferences import decode_preferences, encode_preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.practice.plan_wish import PlanWish
from skill.library.records import LONGEST_SECONDS

WANTED = (
    events.Launch(),
    events.Resume(),
    events.ResumePractice(),
    events.ResumePractice("yesterday"),
    events.ResumePractice("", Asked(("everyday_back",), "everyday back")),
    events.Yes(),
    events.No(),
    events.Next(),
    events.Previous(),
    events.Repeat(),
    events.Choose("", "1"),
    events.Choose("", "last"),
    events.AskWhy(),
    events.AskWhere(),
    events.AskTimeLeft(),
    events.AskProgress(),
    events.AskProgress("ever"),
    events.ExportData(),
    events.ListRoutines(),
    events.ListStretches(),
    events.StartRoutine(Asked(("own:evening calm",), "evening calm")),
    events.StartRoutine(wish=PlanWish(600.0)),
    events.StartStretch(Asked(("bridge",), "bridge")),
    events.CreateRoutine("evening calm"),
    events.AddStretch(Asked(("bridge",), "bridge")),
    events.SaveRoutine("late calm"),
    events.DeleteRoutine(Asked((), "evening calm")),
    events.DeleteData(),
    events.SetReminder(),
    events.AskReminder(),
    events.Pain(),
    events.AvoidStretch(Asked()),
    events.AdjustHold("longer"),
    events.SkipSide(),
    events.Pause(),
    events.Stop(),
    events.SessionEnded(events.Ending.BY_SILENCE),
)


@given(PROFILES, st.lists(st.sampled_from(WANTED), min_size=1, max_size=4))
def test_whatever_is_kept_a_visit_is_answered(profile, wishes):
    """Launched, resumed, exported, asked about, reminded: an answer to each, and no exception."""
    talk = Talk(LIBRARY, WORDS, travelled(profile))
    for event in (events.Launch(), *wishes):
        answer = talk.say(event, 20)
        assert answer.reply.spoken or isinstance(event, events.SessionEnded | events.Stop)


@pytest.mark.parametrize("stretch", LIBRARY.stretches)
def test_a_kept_length_is_no_longer_than_any_may_be(stretch):
    """A hold of eleven days, from wherever it came, is one of two minutes and takes no time to plan."""
    kept = item_of(idle().with_preferences(holds={stretch: 999_999.0}), stretch)
    assert kept == item_of(idle().with_preferences(holds={stretch: LONGEST_SECONDS}), stretch)


@given(PROFILES, STATES, st.lists(st.sampled_from(WANTED), min_size=1, max_size=3), st.floats(0, 500))
def test_whatever_travelled_a_session_goes_on(profile, state, wishes, after):
    """A state with any practice, question and answer in it: the same."""
    sent = json.loads(json.dumps(encode_state(state)))
    talk = Talk(LIBRARY, WORDS, travelled(profile), decode_state(sent))
    for event in wishes:
        answer = talk.say(event, after)
        assert answer.reply.spoken or isinstance(event, events.SessionEnded | events.Stop)


@given(PROFILES)
def test_what_is_fitted_fits(profile):
    """Nothing has to be fitted twice."""
    known = known_profile(LIBRARY, profile)
    assert known_profile(LIBRARY, known) == known


@given(STATES)
def test_a_state_that_is_fitted_fits(state):
    """The same for a state."""
    nobody = (Profile(ACCOUNT),)
    known = known_state(LIBRARY, state, nobody)
    assert known_state(LIBRARY, known, nobody) == known


@given(PROFILES, st.sampled_from(WANTED))
def test_what_is_not_known_today_stays_kept(profile, event):
    """Hidden for the turn, and not written away: what a turn sets leaves it where it is."""
    before = travelled(profile)
    outcome = Talk(LIBRARY, WORDS, before).say(event, 0)
    change = outcome.change
    if change is None or change.preferences is None:
        return
    kept = merged(change.known, change.preferences, before.preferences)
    for name in ("levels", "holds", "choices"):
        gone = {s for s in getattr(before.preferences, name) if s not in LIBRARY.stretches}
        assert gone <= set(getattr(kept, name))
    assert {s for s in before.preferences.left_out if s not in LIBRARY.stretches} <= set(kept.left_out)


def test_a_practice_of_a_routine_that_is_gone_is_offered():
    """By how long it takes, for it has no name any more; and it can be taken up."""
    talk = Talk(LIBRARY, WORDS, Profile(ACCOUNT))
    talk.say(events.StartRoutine(Asked(("everyday_back",), "everyday back")), 0)
    talk.say(events.Stop(), 200)
    routines = {name: r for name, r in LIBRARY.routines.items() if name != "everyday_back"}
    talk.library = replace(LIBRARY, routines=routines)
    talk.now += timedelta(days=1)
    talk.state = State()
    offered = talk.say(events.Launch(), 0)
    assert "minute" in offered.state.said
    assert talk.say(events.AskWhy(), 5).reply.spoken
    assert talk.say(events.Yes(), 5).state.course is Course.RUNNING


@given(PREFERENCES)
def test_preferences_are_read_back_as_they_were(preferences):
    """Fitting is one thing, reading another: what is unknown is read all the same."""
    assert decode_preferences(encode_preferences(preferences)) == preferences


@given(PREFERENCES)
def test_preferences_about_what_there_is(preferences):
    """Every id that is left is one of today's."""
    known = known_preferences(content_of(LIBRARY), preferences)
    stretches = {*known.levels, *known.holds, *known.choices.values(), *known.left_out, *known.cautioned}
    stretches |= {stretch for row in known.routines.values() for stretch in row}
    assert stretches <= LIBRARY.stretches.keys()
    assert all(known.routines.values())


@given(QUESTIONS)
def test_questions_are_read_back_as_they_were(question):
    """The same for questions."""
    assert decode_question(json.loads(json.dumps(encode_question(question)))) == question
