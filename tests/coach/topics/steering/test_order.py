"""Which stretches of a practice are done, from which one on, and in which order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.content import LIBRARY, WORDS
from helpers.random_wishes import people, scripts
from helpers.talk import Talk
from skill.coach.conversation import events
from skill.coach.conversation.events import Asked
from skill.coach.conversation.state.state import Course

FEW = settings(max_examples=80, deadline=None)

STRETCHES = st.sampled_from(sorted(LIBRARY.stretches)).map(lambda s: Asked((s,), s))


def practising(profile, script) -> Talk | None:
    """Somebody in the middle of a practice; None where the script led out of it, or to a question."""
    talk = Talk(LIBRARY, WORDS, profile)
    for _ in talk.play(script):
        pass
    there = talk.state.question is None and talk.state.course is Course.RUNNING
    return talk if there else None


@FEW
@given(people(), scripts(LIBRARY, 5), st.integers(1, 6), st.floats(0, 1))
def test_a_practice_goes_on_from_the_number_that_is_said(profile, script, number, share):
    """Where there is no such number, it goes on as it was; one that is over begins anew from there."""
    talk = practising(profile, script)
    if talk is None:
        return
    before = talk.state.practice.practice
    talk.say(events.StartFrom(ordinal=str(number)), share * talk.seconds)
    after = talk.state.practice
    if after is not None and after.practice.id != before.id:
        assert after.practice.items[0].stretch in [item.stretch for item in before.items[number - 1 :]]
        assert after.place == after.practice.place_of(0)
    elif after is not None and number <= len(after.practice.items):
        assert after.place.item >= number - 1
        assert after.place == after.practice.place_of(after.place.item)


@FEW
@given(
    people(), scripts(LIBRARY, 5), st.sampled_from(["lying", "kneeling", "standing"]), st.floats(0, 1)
)
def test_only_what_is_done_in_a_place_is_still_to_come(profile, script, place, share):
    """Unless nothing of what is to come is done there: then it stays as it is."""
    talk = practising(profile, script)
    if talk is None:
        return
    talk.say(events.OnlyAt(place), share * talk.seconds)
    after = talk.state.practice
    if after is None:
        return
    heights = [
        LIBRARY.positions[LIBRARY.stretches[item.stretch].position].height
        for item in after.practice.items[max((after.place.item, *after.counted)) + 1 :]
    ]
    assert place not in heights or set(heights) == {place}


@FEW
@given(people(), scripts(LIBRARY, 5), STRETCHES, st.floats(0, 1))
def test_what_was_done_already_does_not_come_and_does_not_count(profile, script, stretch, share):
    """Neither in this practice nor in a plan of the session; the totals stay without it."""
    talk = practising(profile, script)
    if talk is None:
        return
    answer = talk.say(events.DoneAlready(stretch), share * talk.seconds)
    named = stretch.ids[0]
    assert named in talk.state.done_today
    after = talk.state.practice
    if after is not None:
        ahead = after.practice.items[max((after.place.item, *after.counted)) + 1 :]
        assert named not in [item.stretch for item in ahead]
    assert answer.profile.times_done(named) >= profile.times_done(named)


@FEW
@given(people(), scripts(LIBRARY, 5), STRETCHES, st.floats(0, 1))
def test_what_is_put_last_comes_last(profile, script, stretch, share):
    """What is better left out for a body is not put anywhere."""
    talk = practising(profile, script)
    if talk is None:
        return
    talk.say(events.MoveStretch(stretch), share * talk.seconds)
    after = talk.state.practice
    if after is not None and not talk.state.conditions:
        assert after.practice.items[-1].stretch == stretch.ids[0]


@FEW
@given(people(), STRETCHES, st.sampled_from(["last", "next", "first"]))
def test_a_routine_begins_in_the_order_that_is_said(profile, stretch, to):
    """The one that is moved stands first or last; none of the others is lost or moved."""
    talk = Talk(LIBRARY, WORDS, profile)
    plain = Talk(LIBRARY, WORDS, profile)
    routine = Asked(("full_back",), "the full back routine")
    plain.say(events.StartRoutine(routine), 0)
    talk.say(events.MoveStretch(stretch, to, routine), 0)
    if plain.state.practice is None or talk.state.practice is None:
        return
    stretches = [item.stretch for item in talk.state.practice.practice.items]
    others = [item.stretch for item in plain.state.practice.practice.items]
    assert [each for each in stretches if each not in stretch.ids] == [
        each for each in others if each not in stretch.ids
    ]
    if stretch.ids[0] in stretches:
        assert stretches[-1 if to == "last" else 0] == stretch.ids[0]
