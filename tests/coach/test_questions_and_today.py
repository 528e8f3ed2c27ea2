"""A question changes nothing, and a word for today changes nothing that is kept."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.content import LIBRARY, WORDS
from helpers.random_wishes import people, scripts
from helpers.talk import Talk
from skill.coach.conversation import events
from skill.coach.conversation.events import Asked
from skill.coach.conversation.state import Course
from skill.coach.person.preferences import Preferences
from skill.coach.practice.plan_wish import PlanWish

QUESTIONS = (
    *map(events.AskWhere, events.Ahead),
    events.AskTimeLeft(),
    *(kind(Asked()) for kind in (events.AskFelt, events.AskBenefit, events.AskHoldTime)),
    events.AskWords(),
    events.Thank(),
    events.AskHoldTime(Asked((), "lotus")),
    events.StartStretch(Asked((), "lotus")),
)
TODAY = st.one_of(
    st.just(events.Skip()),
    st.sampled_from(sorted(LIBRARY.stretches)).map(lambda s: events.LeaveOut(Asked((s,), s))),
)


def wishes_kept(preferences: Preferences) -> Preferences:
    """Preferences without what was only heard: cautions, and how to speak over the coach."""
    return replace(preferences, cautioned=(), taught=True, introduced=True)


@settings(max_examples=150, deadline=None)
@given(people(), scripts(LIBRARY, 8), st.sampled_from(QUESTIONS), st.floats(0, 1))
def test_a_question_leaves_the_practice_as_it_is(profile, script, question, share):
    """It goes on, with the same stretches, no further than time has gone."""
    talk = Talk(LIBRARY, WORDS, profile)
    for _ in talk.play(script):
        pass
    practice = talk.state.practice
    before = talk.state
    answer = talk.say(question, share * talk.seconds)
    if before.course is not Course.RUNNING or answer.reply.ends_session:
        return
    after = talk.state.latest
    assert after is not None
    assert after.id == practice.practice.id
    assert after.items == practice.practice.items
    assert wishes_kept(talk.profile.preferences) == wishes_kept(answer.profile.preferences)


@settings(max_examples=150, deadline=None)
@given(people(), scripts(LIBRARY, 6), TODAY, st.floats(0, 1))
def test_a_word_for_today_changes_nothing_that_is_kept(profile, script, wish, share):
    """Whatever is left out once: the next practice has it again."""
    talk = Talk(LIBRARY, WORDS, profile)
    for _ in talk.play(script):
        pass
    if talk.state.question is not None:
        return
    before = talk.profile.preferences
    talk.say(wish, share * talk.seconds)
    assert wishes_kept(talk.profile.preferences) == wishes_kept(before)


@settings(max_examples=60, deadline=None)
@given(
    people(),
    scripts(LIBRARY, 5),
    st.sampled_from([*LIBRARY.equipment, "everything"]),
    st.integers(3, 30),
)
def test_what_is_not_there_is_not_needed_any_more(profile, script, thing, minutes):
    """A routine goes on without what needs it, and no plan of the session has it; nothing is kept."""
    talk = Talk(LIBRARY, WORDS, profile)
    for _ in talk.play(script):
        pass
    if talk.state.practice is None or talk.state.question is not None:
        return
    before, kept = talk.state.practice, talk.profile.preferences
    talk.say(events.StartRoutine(wish=PlanWish(without=thing), missing=thing), 5.0)
    under_way = talk.state.practice
    if under_way is not None:
        assert under_way.practice.id == before.practice.id
        assert not needing(under_way.practice, thing, under_way.place.item)
    assert wishes_kept(talk.profile.preferences) == wishes_kept(kept)
    talk.say(events.StartRoutine(wish=PlanWish(seconds=60.0 * minutes)), 5.0)
    planned = talk.state.practice
    if planned is not None and planned.practice.wish is not None:
        assert not needing(planned.practice, thing, 0)


def needing(practice, thing, start):
    """The stretches from an item on that need a thing."""
    there = [LIBRARY.stretches[item.stretch] for item in practice.items[start:]]
    return [s.id for s in there if thing in s.equipment or (thing == "everything" and s.equipment)]
