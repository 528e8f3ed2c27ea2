"""The side that is said is the side that is done, whichever is in progress."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.content import LIBRARY
from helpers.scenes import idle, practice, running, spot, told
from skill.coach.conversation.events import Asked, SkipSide, StartStretch
from skill.coach.person.practice_encoding import decode_practice, encode_practice
from skill.coach.practice.place import WORK_PHASES, Phase, Side
from skill.coach.practice.timeline import index_of, outline, segment_at
from skill.coach.topics.coaching.sides import WISHES, begin_with_side, skip_side
from skill.coach.topics.starting.starts import start_stretch
from skill.library.records import Sides

KNEES = practice("knee_to_chest")
HOLD = spot(KNEES, Phase.HOLD)
SIDED = sorted(s.id for s in LIBRARY.stretches.values() if s.sides is not Sides.NONE)
NAMELESS = Asked()


def sides_to_come(outcome):
    """The sides of the efforts from where an outcome's practice stands."""
    under_way = outcome.state.practice
    segments = outline(under_way.practice)[index_of(under_way.practice, under_way.place) :]
    return [segment.effort.side for segment in segments if segment.phase in WORK_PHASES]


def test_skipping_a_side_goes_on_with_the_other():
    """With the body out first; the work so far stays counted, and the rest of the side comes later."""
    outcome = skip_side(running(KNEES, HOLD, worked=10.0), SkipSide())
    assert outcome.state.practice.place.side is Side.RIGHT
    assert sides_to_come(outcome)[:2] == [Side.RIGHT, Side.LEFT]
    assert outcome.state.practice.worked == 10.0


def test_leaving_out_the_last_side_goes_on_with_what_comes_next():
    """The left side of the next repetition comes before that."""
    whole = practice("knee_to_chest", "childs_pose")
    right, last = (spot(whole, Phase.HOLD, repetition=number, side=Side.RIGHT) for number in (1, 2))
    again = skip_side(running(whole, right), SkipSide()).state.practice.place
    assert (again.item, again.repetition, again.side) == (0, 2, Side.LEFT)
    over = skip_side(running(whole, last), SkipSide(side="this"))
    assert over.state.practice.place == whole.place_of(1)


def test_where_there_are_no_sides_to_skip_it_is_said():
    """And the stretch goes on as it is."""
    pose = practice("childs_pose")
    assert idle().say("no_sides") in told(skip_side(running(pose), SkipSide()))


@given(st.sampled_from(SIDED), st.data(), st.sampled_from(Side))
def test_a_side_that_is_left_out_is_not_done_any_more(stretch, data, side):
    """Said anywhere in any stretch; and nothing of the other side is lost."""
    whole = practice(stretch, "childs_pose")
    here = data.draw(st.sampled_from([s for s in outline(whole) if s.item == 0]))
    later = outline(whole)[outline(whole).index(here) :]
    ahead = [s.effort for s in later if s.phase in WORK_PHASES and s.item == 0]
    outcome = skip_side(running(whole, here.place), SkipSide(side=side.value))
    if outcome.state.practice.place.item == 1:
        assert all(effort.side is side for effort in ahead if effort != here.effort)
        return
    to_come = [each for each in sides_to_come(outcome) if each is not None]
    assert side not in to_come
    assert to_come == [effort.side for effort in ahead if effort.side is not side]


@given(st.sampled_from(SIDED), st.sampled_from(Side), st.sampled_from(["first", "only"]))
def test_a_stretch_starts_on_the_side_that_is_said(stretch, side, wish):
    """With the other one after it, or without the other one; the practice can be kept like that."""
    event = StartStretch(
        Asked((stretch,), stretch),
        side=side.value if wish == "first" else "",
        only=side.value if wish == "only" else "",
    )
    outcome = start_stretch(idle(), event)
    item = outcome.state.practice.practice.items[0]
    assert item.efforts[0].side is side
    assert {effort.side for effort in item.efforts} == ({side} if wish == "only" else set(Side))
    kept = outcome.state.practice.practice
    assert decode_practice(encode_practice(kept)) == kept


@pytest.mark.parametrize("word", ["right", "other"])
def test_a_side_is_begun_with_in_the_middle_of_the_other(word):
    """The stretch begins anew, on that side, and both sides are done."""
    outcome = begin_with_side(running(KNEES, HOLD), StartStretch(NAMELESS, side=word))
    assert set(sides_to_come(outcome)) == set(Side)
    assert sides_to_come(outcome)[0] is Side.RIGHT


def test_the_side_in_progress_is_not_begun_again():
    """It is said, and the hold goes on."""
    outcome = begin_with_side(running(KNEES, HOLD), StartStretch(NAMELESS, side="left"))
    assert idle().say("that_side_already", side="left") in told(outcome)
    assert outcome.state.practice.place.phase is Phase.HOLD


def test_a_side_that_is_over_cannot_be_left_out():
    """It is said, and what is in progress goes on."""
    last = spot(KNEES, Phase.HOLD, repetition=2, side=Side.RIGHT)
    outcome = skip_side(running(KNEES, last), SkipSide(side="left"))
    assert idle().say("side_done", side="left") in told(outcome)
    assert outcome.state.practice.practice == KNEES


def test_a_side_that_was_left_out_can_be_done_after_all():
    """To say "the other side" takes it back in; what the first one has still to come is not lost."""
    only = skip_side(running(KNEES, HOLD), SkipSide(only="left"))
    whole = only.state.practice.practice
    outcome = skip_side(running(whole, HOLD), SkipSide())
    assert sides_to_come(outcome)[0] is Side.RIGHT
    assert set(sides_to_come(outcome)) == set(Side)


@given(st.sampled_from(SIDED), st.data())
def test_whatever_is_wished_of_sides_can_be_kept(stretch, data):
    """Any wish after any other, at any moment: no side is there twice, and the place is in it."""
    scene = running(practice(stretch, "childs_pose"))
    for _ in range(3):
        under_way = scene.state.practice
        segments = [s for s in outline(under_way.practice) if s.item == 0]
        here = data.draw(st.sampled_from(segments))
        kind = data.draw(st.sampled_from(WISHES))
        word = data.draw(st.sampled_from(["left", "right", "other", "this", "both", "wrong"]))
        outcome = skip_side(running(under_way.practice, here.place), SkipSide(**{kind: word}))
        kept = outcome.state.practice
        assert kept is not None
        assert decode_practice(encode_practice(kept.practice)) == kept.practice
        assert segment_at(kept.practice, kept.place).item == kept.place.item
        if kept.place.item:
            return
        scene = running(kept.practice, kept.place)
