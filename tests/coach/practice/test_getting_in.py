"""Interrupted while getting into position: what was said is not said again."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from helpers.content import LIBRARY, WORDS
from helpers.scenes import practice
from skill.coach.practice.cautions import Caution
from skill.coach.practice.cues.cues import Said, Silence
from skill.coach.practice.place import ARRIVED, GETTING_IN
from skill.coach.practice.score.composing import Arrival, cues_of
from skill.coach.practice.score.score import Score
from skill.coach.practice.timeline import outline
from skill.coach.practice.wordings.texts import sentences

STRETCHES = st.sampled_from(sorted(LIBRARY.stretches))
CAUTION = Caution(0, "Leave it out with this. Tell me first.", ("childs_pose",))


def told(stretch, step):
    """What is said to somebody who stands, from a step on: each text with its step."""
    whole = replace(practice(stretch), body="standing")
    score = Score(LIBRARY, WORDS, whole, (CAUTION,))
    first = outline(whole)[0]
    arrival = Arrival(replace(first.place, step=step), "standing")
    return [
        (cue.text, cue.place.step) for cue in cues_of(score, first, arrival) if isinstance(cue, Said)
    ]


def begun_at(stretch, step):
    """The step from which a caution is told that was broken off at a step; else the step itself."""
    for caution in (WORDS.stretch(stretch).caution, CAUTION.text):
        steps = [at for text, at in told(stretch, 0) if text in sentences(caution)]
        if step in steps:
            return steps[0]
    return step


@given(STRETCHES, st.data())
def test_it_goes_on_with_what_was_being_said(stretch, data):
    """Announcement, cautions and the way down: the rest of them, and a caution whole."""
    whole = told(stretch, 0)
    step = data.draw(st.sampled_from(sorted({step for _, step in whole})))
    assert told(stretch, step) == [each for each in whole if each[1] >= begun_at(stretch, step)]


@given(STRETCHES)
def test_a_caution_that_was_heard_to_its_end_is_not_told_again(stretch):
    """The quiet after it is for whoever it concerns: they have heard it."""
    whole = replace(practice(stretch), body="standing")
    cues = cues_of(Score(LIBRARY, WORDS, whole, (CAUTION,)), outline(whole)[0])
    last = max(n for n, cue in enumerate(cues) if isinstance(cue, Said) and cue.text in CAUTION.text)
    after = cues[last + 1]
    assert isinstance(after, Silence)
    again = [text for text, _ in told(stretch, after.place.step)]
    assert not set(again) & set(sentences(CAUTION.text))
    assert again


@given(STRETCHES)
def test_in_position_only_what_is_going_to_be_done_is_told(stretch):
    """Neither what was told before nor the way down."""
    assert {step for _, step in told(stretch, ARRIVED)} == {ARRIVED}
    assert any(step < GETTING_IN for _, step in told(stretch, 0))
