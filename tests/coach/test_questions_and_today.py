"""A question changes nothing, a word for today nothing that is kept, and a pause keeps its promise."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from helpers.content import LIBRARY, WORDS
from helpers.dialogues import dialogues
from helpers.random_wishes import people, scripts
from helpers.talk import Talk
from skill.coach.conversation import events
from skill.coach.conversation.coming_back.coming_back import NOTHING_LEFT
from skill.coach.conversation.events import Asked, Ending
from skill.coach.conversation.state.state import Course, Running
from skill.coach.person.preferences import Preferences
from skill.coach.practice.place import WORK_PHASES
from skill.coach.practice.plan_wish import PlanWish
from skill.coach.practice.timeline import index_of, outline

QUESTIONS = (
    *map(events.AskWhere, events.Ahead),
    events.AskWhere(place="lying"),
    events.NotUnderstood(),
    events.AskTimeLeft(),
    *(kind(Asked()) for kind in (events.AskFelt, events.AskBenefit, events.AskHoldTime)),
    events.AskWords(),
    events.Thank(),
    events.AskHoldTime(Asked((), "lotus")),
    events.AskDone(Asked(("bridge",), "bridge"), "week"),
    events.AskDone(Asked()),
    events.AskProgress("yesterday"),
    events.AskLongestRow(),
    events.StartStretch(Asked((), "lotus")),
)
TODAY = st.one_of(
    st.just(events.Skip()),
    st.sampled_from(sorted(LIBRARY.stretches)).map(lambda s: events.LeaveOut(Asked((s,), s))),
    st.sampled_from(sorted(LIBRARY.stretches)).map(lambda s: events.DoneAlready(Asked((s,), s))),
    st.sampled_from(sorted(LIBRARY.stretches)).map(lambda s: events.MoveStretch(Asked((s,), s))),
    st.sampled_from(["lying", "sitting", "desk"]).map(events.OnlyAt),
    st.just(events.StartRoutine(company=True)),
)


def played(profile, script) -> Talk:
    """A conversation in which a script has been said."""
    talk = Talk(LIBRARY, WORDS, profile)
    for _ in talk.play(script):
        pass
    return talk


def wishes_kept(preferences: Preferences) -> Preferences:
    """Preferences without what was only heard, and when: cautions, and how to speak over the coach."""
    return replace(preferences, cautioned=(), taught=True, introduced=True, lesson_day="")


@dialogues(50)
@given(people(), scripts(LIBRARY, 8), st.sampled_from(QUESTIONS), st.floats(0, 1))
def test_a_question_leaves_the_practice_as_it_is(profile, script, question, share):
    """It goes on, with the same stretches, no further than time has gone."""
    talk = played(profile, script)
    practice = talk.state.practice
    before, kept = talk.state, talk.profile.preferences
    answer = talk.say(question, share * talk.seconds)
    if before.course is not Course.RUNNING or answer.reply.ends_session:
        return
    after = talk.state.latest
    assert after is not None
    assert after.id == practice.practice.id
    assert after.items == practice.practice.items
    assert wishes_kept(talk.profile.preferences) == wishes_kept(kept)


@dialogues(50)
@given(people(), scripts(LIBRARY, 6), st.sampled_from(QUESTIONS), st.integers(1, 3))
def test_what_is_asked_at_a_rest_starts_nothing(profile, script, question, times):
    """She answers and waits for a word, however often; then the part that was announced begins."""
    talk = played(profile, script)
    if not isinstance(talk.state.practice, Running):
        return
    sent = talk.state.practice.sent
    if sent.cut == talk.state.practice.practice.end:
        return
    for _ in range(times):
        talk.say(question, talk.seconds)
        if not isinstance(talk.state.practice, Running):
            return
        now = talk.state.practice.sent
        assert (now.start, now.cut) == (sent.cut, sent.cut)
    talk.say(events.Resume(), talk.seconds)
    after = talk.state.practice
    assert after is None or talk.state.question is not None or after.place.item >= sent.cut.item


@dialogues(50)
@given(people(), scripts(LIBRARY, 6), TODAY, st.floats(0, 1))
def test_a_word_for_today_changes_nothing_that_is_kept(profile, script, wish, share):
    """Whatever is left out once: the next practice has it again."""
    talk = played(profile, script)
    if talk.state.question is not None:
        return
    before = talk.profile.preferences
    talk.say(wish, share * talk.seconds)
    assert wishes_kept(talk.profile.preferences) == wishes_kept(before)


@dialogues(50)
@given(people(), scripts(LIBRARY, 6), st.floats(0, 1), st.floats(0, 23), st.booleans())
def test_a_pause_keeps_what_it_promises(profile, script, share, hours, silent):
    """Opened again within the hour it goes on without a question; later, or after "stop", it is offered.

    It goes on where it was left; a hold that was as good as over is not done again.
    """
    talk = played(profile, script)
    talk.say(events.Pause(), share * talk.seconds)
    left = talk.state.practice
    if left is None or talk.state.question is not None:
        return
    talk.end(Ending.BY_SILENCE) if silent else talk.say(events.Stop(), 1.0)
    talk.now += timedelta(hours=hours)
    talk.say(events.Launch(), 0.0)
    kept = [each for each in talk.profile.practices if each.practice.id == left.practice.id]
    if not kept or kept[0].ended:
        # Nothing had been done yet, or everything: there is nothing to go on with.
        item = left.practice.items[left.place.item]
        effort = item.efforts[min(item.number_at(left.place), len(item.efforts) - 1)]
        nearly = effort.seconds - left.place.held < NOTHING_LEFT
        over = left.counted[-1:] == (len(left.practice.items) - 1,)
        assert not left.worked or over or nearly
        return
    if silent and hours < 1 - 1 / 60:
        assert talk.state.question is None
    if talk.state.question is not None:
        talk.say(events.Yes(), talk.seconds)
    segments, here = outline(left.practice), index_of(left.practice, left.place)
    later = [index for index in range(here + 1, len(segments)) if segments[index].phase in WORK_PHASES]
    now = talk.state.practice
    if now is None:
        assert not later
        return
    assert now.practice.id == left.practice.id
    assert now.place.item >= left.place.item
    assert index_of(now.practice, now.place) <= (later[0] if later else here)


@dialogues(40)
@given(
    people(),
    scripts(LIBRARY, 5),
    st.sampled_from([*LIBRARY.equipment, "everything"]),
    st.integers(3, 30),
)
def test_what_is_not_there_is_not_needed_any_more(profile, script, thing, minutes):
    """A routine goes on without what needs it, and no plan of the session has it; nothing is kept."""
    talk = played(profile, script)
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
