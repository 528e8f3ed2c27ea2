"""What nobody has to move for is told in quiet that is there anyway, and never after the movement."""

from dataclasses import replace

import pytest

from helpers.content import LIBRARY, WORDS
from helpers.scenes import idle
from skill.coach.conversation.care.cautions import cautions_ahead, who_leaves_out
from skill.coach.practice.cautions import Moment
from skill.coach.practice.cues.cues import (
    Cue,
    Said,
    Silence,
    length,
)
from skill.coach.practice.cues.pauses import BEFORE_LISTENING, GETTING_DOWN, TO_ANSWER
from skill.coach.practice.place import ARRIVED, GETTING_IN, LAST_MOVE, WORK_PHASES, Phase, Place
from skill.coach.practice.wordings.dealing import WORTH_A_WORD
from skill.coach.practice.wordings.texts import sentences
from skill.coach.topics.starting.first_answer import begin
from skill.library.records import Hold

STRETCHES = sorted(LIBRARY.stretches)
PAUSE = "You can always say, Alexa, pause."
NEW = idle().with_preferences(taught=False)


def first_answer(stretch: str) -> tuple[Cue, ...]:
    """The first answer to somebody who was here never before, standing."""
    return begin(NEW, stretch, (stretch,)).reply.answer


def place_of(cues: tuple[Cue, ...], text: str) -> Place:
    """Where in the practice a text is said that is said once."""
    (place,) = [cue.place for cue in cues if isinstance(cue, Said) and cue.text == text]
    assert place is not None
    return place


def steps_told(stretch: str, moment: Moment) -> list[int]:
    """The steps at which the cautions of a moment are told before a stretch, sentence by sentence."""
    cues = first_answer(stretch)
    practice = begin(NEW, stretch, (stretch,)).state.practice.practice
    return [
        place_of(cues, text).step
        for caution in cautions_ahead(NEW, practice, practice.place_of(0))
        if caution.moment is moment
        for text in sentences(caution.text)
    ]


@pytest.mark.parametrize("stretch", STRETCHES)
def test_every_caution_is_told_before_the_stretchs_own_second_step(stretch):
    """All of them, on a first visit; what is told at a wall, while one goes there."""
    cues = first_answer(stretch)
    for text in sentences(who_leaves_out(NEW, stretch)):
        place = place_of(cues, text)
        assert place.phase is Phase.SETTLE or (place.phase, place.step) == (Phase.STEP, 0)


@pytest.mark.parametrize("stretch", STRETCHES)
def test_who_leaves_it_out_is_told_before_anybody_gets_down(stretch):
    """And has time to answer."""
    assert all(step < GETTING_IN for step in steps_told(stretch, Moment.BEFORE))


@pytest.mark.parametrize("stretch", STRETCHES)
def test_who_says_so_first_is_told_before_anybody_kneels_down(stretch):
    """On the way it comes after the first movement, which is done standing: holding on to something."""
    assert all(step == GETTING_IN for step in steps_told(stretch, Moment.ON_THE_WAY))


@pytest.mark.parametrize("stretch", STRETCHES)
def test_a_caution_on_the_way_takes_no_time_from_the_movement(stretch):
    """The movement has its time all the same; after it, whoever it concerns can answer."""
    cues = first_answer(stretch)
    for number, cue in enumerate(cues):
        on_the_way = cue.place is not None and GETTING_IN <= cue.place.step < ARRIVED
        if not isinstance(cue, Said) or not on_the_way or cue.place.phase is not Phase.SETTLE:
            continue
        if isinstance(cues[number + 1], Silence) and cues[number + 1].seconds == BEFORE_LISTENING:
            after = cues[number + 3]
            assert isinstance(after, Silence)
            assert after.seconds >= TO_ANSWER
            needed = WORDS.seconds_to_move(cue.text, GETTING_DOWN)
            assert length(cues[number + 1 : number + 4]) >= needed


def test_a_caution_that_was_not_reached_on_the_way_down_is_told_after_it():
    """Whoever asks something half-way down has not heard it; nobody hears it twice."""
    practice = begin(NEW, "knee_to_chest", ("knee_to_chest",)).state.practice.practice
    first = practice.place_of(0)

    def untold(scene, step: int, phase: Phase = Phase.SETTLE) -> list[Moment]:
        place = replace(first, phase=phase, step=step)
        return [each.moment for each in cautions_ahead(scene, practice, place) if each.about]

    there = NEW.with_state(body="lying_back")
    assert untold(NEW, 0) == untold(NEW, GETTING_IN + 1) == [Moment.ON_THE_WAY]
    assert untold(NEW, LAST_MOVE) == untold(there, ARRIVED) == untold(there, 0, Phase.STEP) == []


def test_in_a_recording_all_of_it_is_told_before_anybody_gets_down():
    """Nobody can say so first there: it is left out."""
    alone = replace(NEW, limits=replace(NEW.limits, alone=True))
    practice = begin(alone, "knee_to_chest", ("knee_to_chest",)).state.practice.practice
    told = cautions_ahead(alone, practice, practice.place_of(0))
    assert {each.moment for each in told} <= {Moment.BEFORE, Moment.IN_THE_HOLD}
    assert any("another time" in each.text or "we talk" in each.text for each in told)


def test_at_the_wall_it_is_told_until_the_first_step_is_over():
    """The way there is the first step of the stretch."""
    stretch = "standing_hip_flexor"
    practice = begin(NEW, stretch, (stretch,)).state.practice.practice
    first = practice.place_of(0)
    for step, moments in ((0, [Moment.AT_THE_WALL]), (1, [])):
        place = replace(first, phase=Phase.STEP, step=step)
        told = cautions_ahead(NEW, practice, place)
        assert [each.moment for each in told if each.about] == moments


@pytest.mark.parametrize("stretch", STRETCHES)
def test_how_to_interrupt_is_told_once_in_the_first_hold(stretch):
    """There is nothing else to do there; without one that is long enough, before anything."""
    begun = begin(NEW, stretch, (stretch,))
    (cue,) = [cue for cue in begun.reply.answer if PAUSE in cue_text(cue)]
    dose = LIBRARY.stretches[stretch].doses["standard"]
    if isinstance(dose.work, Hold) and dose.seconds.value >= WORTH_A_WORD:
        assert cue.place is not None
        assert cue.place.phase in WORK_PHASES
    else:
        assert cue.place is None
    assert begun.profile.preferences.taught


def cue_text(cue: Cue) -> str:
    """What is said, if anything."""
    return cue.text if isinstance(cue, Said) else ""
