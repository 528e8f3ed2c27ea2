"""A practice in words: announced, told, changed, left."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.content import LIBRARY, WORDS
from helpers.scenes import practice, spot
from skill.coach.practice.cautions import Caution
from skill.coach.practice.cues.cues import Said, Silence, length
from skill.coach.practice.place import ARRIVED, WORK_PHASES, Phase, Place, Side
from skill.coach.practice.practice import Item, Manner, Practice, Talk
from skill.coach.practice.score.composing import Arrival, cues_of
from skill.coach.practice.score.getting_there import get_in, get_in_cues, move_seconds
from skill.coach.practice.score.in_and_out import coming_out, getting_in, way_in
from skill.coach.practice.score.score import Score
from skill.coach.practice.score.shared_scores import score_of
from skill.coach.practice.sides import as_wished
from skill.coach.practice.timeline import Segment, outline, segment_at
from skill.coach.practice.wordings.announcing import announcement, dose_in_words
from skill.coach.practice.wordings.texts import sided
from skill.library.records import Breaths, Hold, Movement, Sides


def of(whole: Practice) -> Score:
    """A practice in the words of the real library."""
    return Score(LIBRARY, WORDS, whole)


def segment(score: Score, phase: Phase, item: int = 0, repetition: int = 1, side=None) -> Segment:
    """A segment of a score, by its place; the left side, where there are sides."""
    return segment_at(
        score.practice, spot(score.practice, phase, item=item, repetition=repetition, side=side)
    )


def texts(cues) -> list[str]:
    """What is said."""
    return [cue.text for cue in cues if isinstance(cue, Said)]


def brief(whole: Practice) -> Practice:
    """The same for somebody who knows it."""
    return replace(whole, items=tuple(replace(item, brief=True) for item in whole.items))


def test_the_body_is_where_the_stretch_before_left_it():
    """At first where it was before the practice; then where each stretch ends, or is done."""
    score = of(practice("flexion_rotation", "bridge", "cat_cow"))
    assert [score.body_before(number) for number in range(3)] == ["standing", "kneeling", "lying_back"]
    assert score.body_after(2) == "hands_and_knees"


def test_nobody_is_told_to_get_where_they_are():
    """The same position takes no words and no time; another takes both."""
    score = of(practice("bridge"))
    assert get_in(score, "lying_back", "lying_back") == ""
    assert move_seconds(score, "lying_back", "lying_back") == 0
    assert get_in(score, "standing", "lying_back").endswith(WORDS.position("lying_back").get_in)
    assert move_seconds(score, "standing", "lying_back") > 20


def test_a_first_a_next_a_last_and_an_only_stretch_are_announced_as_such():
    """By its number in the practice."""
    whole = practice("bridge", "cat_cow", "childs_pose")
    score = of(whole)
    heard = [texts(cues_of(score, segment(score, Phase.SETTLE, item)))[0] for item in range(3)]
    only, name = of(practice("bridge")), WORDS.stretch

    assert heard == [announcement(WORDS, whole, item) for item in range(3)]
    wordings = WORDS.language.prompts
    for text, prompt in zip(heard, ("announce_first", "announce_next", "announce_last"), strict=True):
        assert any(text.startswith(each.split("{")[0]) for each in wordings[prompt])
    announced = texts(cues_of(only, segment(only, Phase.SETTLE)))[0]
    assert announced == WORDS.say("announce_only", stretch=name("bridge").name)


def test_the_way_into_position_comes_a_movement_at_a_time():
    """Each sentence has time after it, and a place is told for every cue; more for who likes it slow."""
    score = of(practice("bridge"))
    slow = of(replace(practice("bridge"), manner=Manner(time_to_settle=2.0)))
    cues = cues_of(score, segment(score, Phase.SETTLE))
    way = get_in_cues(score, "standing", "lying_back")

    assert " ".join(texts(way)) == get_in(score, "standing", "lying_back")
    assert texts(way) == [text for text in texts(cues) if text in texts(way)]
    assert all(isinstance(cue, Silence) and cue.seconds >= 4.0 for cue in way[1::2])
    assert move_seconds(slow, "standing", "lying_back") > move_seconds(score, "standing", "lying_back")
    assert all(cue.place is not None for cue in cues)


def test_a_body_that_has_arrived_is_told_what_is_done_and_no_more():
    """Neither its name nor how to get there, nothing to mind, no wait."""
    whole = replace(practice("standing_hamstring"), body="lying_back")
    score = Score(LIBRARY, WORDS, whole, (Caution(0, "Mind your back."),))
    there = Place(0, "standing_hamstring", Phase.SETTLE, 1, Side.LEFT, ARRIVED)
    first = segment(score, Phase.SETTLE)
    cues = cues_of(score, first, Arrival(there, "lying_back"))
    before = cues_of(score, first)

    own = WORDS.stretch("standing_hamstring").caution
    assert " ".join(texts(before)[1:]).startswith(f"{own} Mind your back. ")
    assert texts(cues) == [texts(before)[-1]]


def test_a_stretchs_own_caution_is_told_every_time():
    """However well somebody knows the stretch, and beside what else there is to mind about it."""
    item = replace(practice("standing_hamstring").items[0], brief=True)
    whole = replace(practice("standing_hamstring"), items=(item,))
    score = Score(LIBRARY, WORDS, whole, (Caution(0, "Mind your back."), Caution(1, "Not here.")))
    said = texts(cues_of(score, segment(score, Phase.SETTLE)))

    assert WORDS.stretch("standing_hamstring").caution in " ".join(said)
    assert "Mind your back." in said
    assert "Not here." not in said


def test_who_comes_from_elsewhere_is_told_the_way_from_there():
    """The position that the body is in counts, and not the one the practice began in."""
    score = of(practice("bridge"))
    first = segment(score, Phase.SETTLE)
    there = cues_of(score, first, Arrival(first.place, "lying_back"))
    assert get_in(score, "standing", "lying_back") not in texts(there)


def test_steps_are_told_one_by_one_with_a_pause_after_each():
    """All of them, with the usual pause; slower for who likes it slower."""
    score = of(practice("knee_to_chest"))
    cues = cues_of(score, segment(score, Phase.STEP))
    slow = of(replace(score.practice, manner=Manner(pace=2.0)))

    assert texts(cues) == [sided(WORDS, s, Side.LEFT) for s in WORDS.stretch("knee_to_chest").steps]
    assert {cue.seconds for cue in cues[1::2]} == {2.5}
    assert {c.seconds for c in cues_of(slow, segment(slow, Phase.STEP))[1::2]} == {2.5 * 2}
    assert WORDS.stretch("knee_to_chest").takes == {}


def test_a_stretch_with_slower_movements_has_more_time_for_each():
    """Where the content says what one takes, and more where a text of its own says so."""
    score = of(practice("standing_hamstring"))
    cues = cues_of(score, segment(score, Phase.STEP))
    each = LIBRARY.stretches["standing_hamstring"].step_pause.value
    for said, after in pairwise(cues):
        if isinstance(said, Said) and WORDS.moves_in(said.text):
            assert after.seconds >= each
    assert cues[1].seconds == WORDS.stretch("standing_hamstring").takes["steps"][0] == 8


@pytest.mark.parametrize("stretch", ["pelvic_tilt", "knee_to_chest"])
def test_who_knows_it_is_told_briefly(stretch):
    """Two texts or three, each with its time."""
    score = of(brief(practice(stretch)))
    cues = cues_of(score, segment(score, Phase.STEP))
    side = score.practice.items[0].efforts[0].side
    assert texts(cues) == [sided(WORDS, text, side) for text in WORDS.stretch(stretch).brief]
    assert all(isinstance(cue, Silence) for cue in cues[1::2])


def test_steps_that_were_told_are_not_told_again():
    """Taken up at the third, the first two are left out; the last is always told."""
    score = of(practice("knee_to_chest"))
    steps = segment(score, Phase.STEP)
    all_of_them = texts(cues_of(score, steps))

    def from_step(step: int) -> list[str]:
        return texts(cues_of(score, steps, Arrival(replace(steps.place, step=step), "lying_back")))

    assert from_step(2) == all_of_them[2:]
    assert from_step(99) == all_of_them[-1:]
    assert from_step(len(all_of_them) - 1) == all_of_them[-1:]


def test_sides_are_changed_in_the_words_of_the_stretch_with_time_for_each():
    """Out first, by its own name, then the new side, and in again; each has its quiet."""
    score = of(practice("knee_to_chest"))
    cues = cues_of(score, segment(score, Phase.SWITCH, side=Side.RIGHT))
    told = [sided(WORDS, text, Side.RIGHT) for text in WORDS.stretch("knee_to_chest").switch]

    assert texts(cues)[0] == told[0] == "Let go, and put your left foot down."
    assert "side" in texts(cues)[1]
    assert texts(cues)[1].endswith(told[1])
    assert texts(cues)[2:] == told[2:]
    assert all(isinstance(cue, Silence) and cue.seconds >= 2.5 for cue in cues[1::2])


def test_another_repetition_without_sides_is_out_and_in_again():
    """In the words of the stretch; a body that was taken out is told the way in instead."""
    score = of(practice("childs_pose"))
    again = segment(score, Phase.SETTLE, repetition=2)
    words = WORDS.stretch("childs_pose")
    afresh = cues_of(score, again, Arrival(again.place, "hands_and_knees"))
    inside = cues_of(score, again, Arrival(again.place, "hands_and_knees", out=False))

    assert texts(cues_of(score, again)) == texts(inside) == list(words.again)
    assert texts(afresh)[0].endswith(words.brief[0])
    assert "second" in texts(afresh)[0]
    assert texts(afresh)[1:] == list(words.brief[1:])


def test_every_other_repetition_is_told_in_other_words():
    """Where the stretch has them."""
    score = of(practice("pelvic_tilt"))
    words = WORDS.stretch("pelvic_tilt")
    told = [
        texts(cues_of(score, segment(score, Phase.SETTLE, repetition=number))) for number in (2, 3, 4)
    ]
    assert told == [list(words.again), list(words.again_other), list(words.again)]


def test_one_side_alone_is_left_and_come_into_again():
    """Between two repetitions there is no other side to change to."""
    whole = practice("knee_to_chest")
    item = as_wished(whole.items[0], None, Side.LEFT)
    score = of(replace(whole, items=(item,)))
    again = segment(score, Phase.SETTLE, repetition=2)
    told = texts(cues_of(score, again))
    assert told[0] == coming_out(score, again)
    assert " ".join(told[1:]) == getting_in(score, again)


def test_back_for_the_other_side_names_the_side():
    """After a rest between the two."""
    score = of(practice("knee_to_chest"))
    switch = segment(score, Phase.SWITCH, side=Side.RIGHT)
    told = " ".join(texts(cues_of(score, switch, Arrival(switch.place, "lying_back"))))
    assert told.endswith(getting_in(score, switch))
    assert "right" in told.removesuffix(getting_in(score, switch))


def test_out_of_a_stretch_in_its_own_words_on_its_side():
    """At its end with time for it; its sides are filled in."""
    score = of(practice("knee_to_chest"))
    release = segment(score, Phase.RELEASE, repetition=2, side=Side.RIGHT)
    said, quiet = cues_of(score, release)

    assert said.text == coming_out(score, release)
    assert said.text == sided(WORDS, WORDS.stretch("knee_to_chest").release, Side.RIGHT)
    assert quiet.seconds == 4.0


def test_how_it_should_feel_is_told_once_and_not_to_who_wants_little_talk():
    """In the first hold only."""
    felt = WORDS.stretch("childs_pose").felt
    score = of(practice("childs_pose"))
    quiet = of(replace(practice("childs_pose"), manner=Manner(talk=Talk.LITTLE)))

    def is_told(score: Score, repetition: int) -> bool:
        return any(
            felt in t for t in texts(cues_of(score, segment(score, Phase.HOLD, repetition=repetition)))
        )

    assert [is_told(score, 1), is_told(score, 2), is_told(quiet, 1)] == [True, False, False]


def test_a_movement_is_told_in_full_once_and_then_in_short():
    """And one whose sides take turns is counted on the left only."""
    words = WORDS.stretch("seated_spinal_twist")
    score = of(practice("seated_spinal_twist"))

    def heard(repetition: int, side: Side) -> str:
        return texts(cues_of(score, segment(score, Phase.MOVE, repetition=repetition, side=side)))[0]

    assert heard(1, Side.LEFT) == sided(WORDS, words.move[0], Side.LEFT)
    assert heard(2, Side.LEFT) == f"Two, {sided(WORDS, words.move_brief[0], Side.LEFT).lower()}"
    assert heard(2, Side.RIGHT) == sided(WORDS, words.move_brief[0], Side.RIGHT)


@given(st.sampled_from(sorted(LIBRARY.stretches)), st.floats(0, 0.99))
def test_all_work_has_its_exact_seconds(stretch, share):
    """Of every stretch of the library, wherever in an effort it is taken up."""
    score = of(practice(stretch))
    for each in (s for s in outline(score.practice) if s.phase in WORK_PHASES):
        held = round(each.effort.seconds * share, 3)
        cues = cues_of(score, each, Arrival(each.place.after(held), "standing"))
        assert length(cues) == pytest.approx(each.effort.seconds - held, abs=0.02)


@pytest.mark.parametrize(
    ("item", "prompt", "fill"),
    [
        (Item("x", Hold(30), 1, Sides.NONE, brief=False), "dose_hold_once", {"seconds": 30, "times": 1}),
        (Item("x", Hold(30), 2, Sides.NONE, brief=False), "dose_hold", {"seconds": 30, "times": 2}),
        (
            Item("x", Hold(30), 1, Sides.EACH, brief=False),
            "dose_hold_each_once",
            {"seconds": 30, "times": 1},
        ),
        (Item("x", Hold(30), 2, Sides.EACH, brief=False), "dose_hold_each", {"seconds": 30, "times": 2}),
        (Item("x", Movement(5, 9), 1, Sides.NONE, brief=False), "dose_movement", {"times": 5}),
        (Item("x", Movement(5, 9), 1, Sides.EACH, brief=False), "dose_movement_each", {"times": 5}),
        (
            Item("x", Breaths(3, 6), 5, Sides.NONE, brief=False),
            "dose_breaths",
            {"breaths": 3, "times": 5},
        ),
    ],
)
def test_what_is_going_to_be_done_is_announced_by_kind_and_sides(item, prompt, fill):
    """Seconds, repetitions and sides, as the item has them."""
    assert dose_in_words(WORDS, item) == WORDS.say(prompt, **fill)


def test_a_hold_the_person_has_changed_is_announced_as_it_will_be():
    """By its own seconds or breaths."""
    hold = Item("x", Hold(30), 2, Sides.NONE, brief=False, changes=((0, 45.0),))
    breaths = Item("x", Breaths(3, 6), 1, Sides.NONE, brief=False, changes=((0, 30.0),))
    assert dose_in_words(WORDS, hold) == WORDS.say("dose_hold", seconds=45.0, times=2)
    assert dose_in_words(WORDS, breaths) == WORDS.say("dose_breaths", breaths=5, times=1)


@pytest.mark.parametrize("stretch", LIBRARY.stretches)
def test_the_first_side_is_told_with_the_way_in(stretch):
    """Where there are sides; what is going to be done is told without."""
    whole = practice(stretch)
    for score in (of(whole), of(brief(whole))):
        told = texts(cues_of(score, segment(score, Phase.SETTLE)))[-1]
        assert told == dose_in_words(WORDS, score.practice.items[0])
        phases = (Phase.STEP, Phase.MOVE if stretch == "seated_spinal_twist" else Phase.STEP)
        heard = " ".join(
            text for phase in phases for text in texts(cues_of(score, segment(score, phase)))
        )
        assert ("left" in heard) is (whole.items[0].efforts[0].side is not None)


def test_who_does_the_same_shares_one_score():
    """Neither when it began nor what it is called makes another; the manner does."""
    one = practice("bridge", "cat_cow")
    other = replace(one, id=f"{one.id[:10]}T21:00:00.000+00:00", name="mine")
    slow = replace(one, manner=Manner(pace=2.0))

    assert score_of(LIBRARY, WORDS, one) is score_of(LIBRARY, WORDS, other)
    assert score_of(LIBRARY, WORDS, one) is not score_of(LIBRARY, WORDS, slow)
    tomorrow = replace(one, id="2026-11-21T08:00:00.000+00:00")
    assert score_of(LIBRARY, WORDS, one) is not score_of(LIBRARY, WORDS, tomorrow)


LYING = [s.id for s in LIBRARY.stretches.values() if s.position == "lying_back"]


@pytest.mark.parametrize("stretch", LYING)
def test_more_time_to_settle_is_heard_wherever_somebody_lies_down(stretch):
    """On the way into it and back into it: all of the words, and more time after them."""
    usual = of(practice(stretch))
    longer = of(replace(practice(stretch), manner=Manner(time_to_settle=2.0)))
    first = segment(usual, Phase.SETTLE)
    for once, twice in (
        (cues_of(usual, first), cues_of(longer, first)),
        (way_in(usual, first), way_in(longer, first)),
    ):
        assert [text for text in texts(once) if text not in texts(twice)] == []
        assert length(twice) > length(once)
