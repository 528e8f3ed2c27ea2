"""How much of a practice one answer carries, and where it ends."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.content import LIBRARY, WORDS
from helpers.scenes import practice, spot
from skill.coach.practice.cues.cues import Said, Silence, length
from skill.coach.practice.place import WORK_PHASES, Phase, Side
from skill.coach.practice.score.packing import (
    Budget,
    Size,
    body_at,
    pack,
    part,
    size_of,
)
from skill.coach.practice.score.score import Score
from skill.coach.practice.timeline import index_of, outline
from skill.library.records import Hold, Sides

ROUTINES = {name: practice(*r.stretches) for name, r in LIBRARY.routines.items()}
SCORES = {name: Score(LIBRARY, WORDS, each) for name, each in ROUTINES.items()}
ROUTINE = st.sampled_from(sorted(ROUTINES))


def test_sizes_and_budgets_are_added_up_and_taken_off():
    """Seconds with seconds, characters with characters; a silence costs what it is written with."""
    both = Size() + Size(2, 30, 1) + Size(3, 5, 2)
    assert both == Size(5, 35, 3)
    assert Budget(100, 1000, 20).less(both) == Budget(95, 905, 20)


@pytest.mark.parametrize(
    ("size", "covered"),
    [
        (Size(10, 80, 1), True),
        (Size(10.0004, 80, 1), True),
        (Size(10.001, 80, 1), False),
        (Size(10, 81, 1), False),
        (Size(10, 61, 2), False),
        (Size(10, 60, 2), True),
    ],
)
def test_a_budget_covers_what_just_fits_and_no_more(size, covered):
    """To the millisecond and to the character, what silences are written with included."""
    assert Budget(10, 100, 20).covers(size) is covered


def test_cues_are_measured_as_they_are_sent():
    """Words with a space after each text, silences by their number, seconds of both."""
    cues = (Said("Up.", 1.0), Silence(2.5), Said("Down.", 1.5))
    assert size_of(cues) == Size(5.0, len("Up. Down. "), 1, 2.5)


@given(ROUTINE)
def test_without_a_limit_all_of_it_is_packed(name):
    """Where no platform says otherwise, one answer carries the whole practice."""
    score = SCORES[name]
    start = score.practice.place_of(0)
    assert pack(score, start, "standing", Budget()) == score.practice.end


def starts_of(score: Score) -> list:
    """The places from which answers begin."""
    return [s.place for s in outline(score.practice) if s.phase not in (Phase.RELEASE, Phase.STEP)]


@given(st.data())
def test_a_part_fits_its_budget_and_ends_where_the_body_is_at_rest(data):
    """It ends before a stretch, a side or a repetition; over its budget goes what has no rest in it."""
    score = SCORES[data.draw(ROUTINE)]
    start = data.draw(st.sampled_from(starts_of(score)))
    budget = Budget(data.draw(st.integers(1, 400)), data.draw(st.sampled_from([math.inf, 2500])), 21)
    end = pack(score, start, score.body_before(start.item), budget)
    segments = outline(score.practice)
    first, last = index_of(score.practice, start), index_of(score.practice, end)
    efforts = sum(segment.phase in WORK_PHASES for segment in segments[first:last])

    assert first < last
    if not budget.covers(size_of(part(score, start, end, score.body_before(start.item)))):
        assert not any(s.phase in (Phase.SETTLE, Phase.SWITCH) for s in segments[first + 1 : last])
    if not score.practice.is_end(end):
        assert segments[last].phase in (Phase.SETTLE, Phase.SWITCH, Phase.STEP)
        assert segments[last].phase is not Phase.STEP or efforts == 0


@given(st.data())
def test_a_part_wastes_no_more_than_half_of_its_budget_on_ending_between_stretches(data):
    """Another whole stretch would not fit; and it ends within one only where half would be wasted."""
    score = SCORES[data.draw(ROUTINE)]
    start = score.practice.place_of(0)
    seconds = data.draw(st.integers(150, 600))
    end = pack(score, start, "standing", Budget(seconds))

    def takes(place) -> float:
        return length(part(score, start, place, "standing"))

    items = [score.practice.place_of(number + 1) for number in range(len(score.practice.items))]
    fitting = [place for place in items if takes(place) <= seconds]
    longest = fitting[-1] if fitting else None
    if longest is not None and (takes(longest) * 2 >= seconds or longest == items[-1]):
        assert end == longest
    else:
        assert end not in items
        assert takes(end) <= seconds


def test_where_no_effort_fits_the_answer_ends_in_position():
    """Getting there is one answer, being told how the next; that one has an effort, fit or not."""
    score = Score(LIBRARY, WORDS, practice("knee_to_chest"))
    start = score.practice.place_of(0)
    steps = pack(score, start, "standing", Budget(1))

    assert steps.phase is Phase.STEP
    assert pack(score, steps, "lying_back", Budget(1)) == spot(
        score.practice, Phase.SWITCH, side=Side.RIGHT
    )


def test_where_one_effort_fits_it_is_packed_with_its_instructions():
    """The place before the instructions is no end for an answer that has room for the hold."""
    score = Score(LIBRARY, WORDS, practice("knee_to_chest"))
    start, after = score.practice.place_of(0), spot(score.practice, Phase.SWITCH, side=Side.RIGHT)
    room = length(part(score, start, after, "standing"))

    assert pack(score, start, "standing", Budget(room)) == after
    assert pack(score, start, "standing", Budget(room - 0.01)).phase is Phase.STEP


def test_who_is_in_the_stretch_needs_no_room_for_the_way_back_in():
    """In the middle of a change of sides, somebody who is out of it is told more."""
    score = Score(LIBRARY, WORDS, practice("knee_to_chest"))
    start = spot(score.practice, Phase.SWITCH, side=Side.RIGHT)
    out = part(score, start, score.practice.end, "lying_back", out=True)
    inside = part(score, start, score.practice.end, "lying_back", out=False)

    assert out[0].text != inside[0].text
    assert out[-8:] == inside[-8:]


def test_a_part_that_breaks_off_comes_out_of_the_stretch():
    """After a hold that is not the last there is the way out and time for it, before the rest."""
    score = Score(LIBRARY, WORDS, practice("childs_pose"))
    whole, place = score.practice, spot(score.practice, Phase.SETTLE, repetition=2)
    *_, out, pause = part(score, whole.place_of(0), place, "standing")

    assert out.text == WORDS.stretch("childs_pose").release
    assert pause == Silence(4.0, place)
    assert [c.text for c in part(score, place, whole.end, "standing")[-2:-1]] == [out.text]


def test_from_a_place_to_itself_there_is_nothing():
    """And nothing backwards."""
    score = Score(LIBRARY, WORDS, practice("childs_pose"))
    start, later = score.practice.place_of(0), spot(score.practice, Phase.HOLD)
    assert part(score, later, later, "standing") == ()
    assert part(score, later, start, "standing") == ()


def test_before_a_stretch_the_body_is_where_the_one_before_left_it():
    """Within one, it is in the position of the stretch."""
    score = Score(LIBRARY, WORDS, practice("flexion_rotation", "childs_pose"))
    second = score.practice.place_of(1)

    assert body_at(score, score.practice.place_of(0)) == "standing"
    assert body_at(score, second) == "kneeling"
    assert body_at(score, replace(second, phase=Phase.STEP)) == "hands_and_knees"


def test_a_stretch_that_takes_half_of_the_budget_is_enough_for_an_answer():
    """From half of it on the answer ends between stretches; a moment less, and it goes on."""
    short = replace(practice("childs_pose").items[0], repetitions=1)
    long = replace(practice("knee_to_chest").items[0], work=Hold(20), repetitions=6, sides=Sides.EACH)
    score = Score(LIBRARY, WORDS, replace(practice("childs_pose", "knee_to_chest"), items=(short, long)))
    start, between = score.practice.place_of(0), score.practice.place_of(1)
    takes = length(part(score, start, between, "standing"))

    assert pack(score, start, "standing", Budget(takes * 2 - 0.01)) == between
    assert pack(score, start, "standing", Budget(takes * 2 + 0.01)).item == 1
    assert pack(score, start, "standing", Budget(takes * 2 + 0.01)) != between
