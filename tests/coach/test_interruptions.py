"""What interruptions may and may not do to a practice."""

import math
import random
from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.content import LIBRARY, WORDS
from helpers.random_wishes import INTERRUPTIONS, people, scripts
from helpers.talk import A_MOMENT_EARLY, START, Talk
from skill.coach.conversation.events import Asked, NotUnderstood, Pause, StartRoutine, StartStretch, Yes
from skill.coach.conversation.state.questions import EquipmentThere, OfferedPlan
from skill.coach.conversation.state.state import Course, Running
from skill.coach.person.device import Rendering
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.practice.cues.cues import length
from skill.coach.practice.place import WORK_PHASES
from skill.coach.practice.playback.hearing import Sent, hear
from skill.coach.practice.practice import Practice
from skill.coach.practice.score.packing import part
from skill.coach.practice.score.score import Score
from skill.library.records import Level, Movement
from skill.stores.memory import MemoryStore


def held_in(score: Score, sent: Sent, seconds: float) -> dict[tuple, float]:
    """Seconds heard of every effort, by walking the answer cue by cue."""
    held: dict[tuple, float] = defaultdict(float)
    now = sent.lead
    for cue in part(score, sent.start, sent.cut, sent.body, out=sent.out):
        if cue.place is not None and cue.place.phase in WORK_PHASES:
            heard = min(cue.seconds, max(0.0, seconds - now))
            held[cue.place.item, cue.place.repetition, cue.place.side] += heard
        now += cue.seconds
    return held


def wanted(practice: Practice) -> dict[tuple, float]:
    """Seconds every effort is to be held."""
    return {
        (number, effort.repetition, effort.side): effort.seconds
        for number, item in enumerate(practice.items)
        for effort in item.efforts
    }


@given(data=st.data())
def test_seconds_held_and_seconds_left_make_the_hold(data):
    """However often a practice is interrupted, every hold gets its exact seconds, on both sides.

    Where silence is scarce, one repetition of a movement ends a moment early.
    """
    talk = Talk(LIBRARY, WORDS, data.draw(people()))
    talk.say(data.draw(scripts(LIBRARY, size=0))[0][0], 0)
    if isinstance(talk.state.question, EquipmentThere | OfferedPlan):
        talk.say(Yes(), talk.seconds)
    interruptions = data.draw(
        st.lists(st.tuples(st.sampled_from(INTERRUPTIONS), st.floats(0, 1)), max_size=10)
    )
    practice = talk.state.practice.practice
    held: dict[tuple, float] = defaultdict(float)
    skipped = 0.0
    while talk.state.practice is not None:
        event, share = interruptions.pop() if interruptions else (Yes(), 1.0)
        after = share * talk.seconds
        if isinstance(talk.state.practice, Running):
            score = score_of_last(talk)
            for effort, seconds in held_in(score, talk.state.practice.sent, after).items():
                held[effort] += seconds
        waiting = talk.state.course is Course.WAITING
        talk.say(event, after)
        if waiting and talk.state.course is Course.RUNNING:
            skipped += 5.0  # less than five seconds of a hold may be let go on coming back
    assert set(held) == set(wanted(practice))
    aloud = talk.profile.device.rendering is Rendering.SHORT
    short = []
    for effort, seconds in held.items():
        moves = isinstance(practice.items[effort[0]].work, Movement)
        missing = wanted(practice)[effort] - seconds
        short.append(max(0.0, missing - A_MOMENT_EARLY) if aloud and moves else missing)
    assert all(-0.01 <= missing <= (5.0 if skipped else 0.01) for missing in short)
    assert sum(short) <= skipped + 0.01


def test_a_thousand_interruptions_find_the_right_place():
    """With an exact clock the stretch, repetition, side and phase are right, every time."""
    chance = random.Random(20261120)
    for _ in range(1000):
        talk = _under_way(chance.choice(sorted(LIBRARY.stretches)), chance.choice(list(Level)))
        score = score_of_last(talk)
        at = chance.uniform(0, talk.seconds)
        cue = _cue_at(talk, at)
        place = hear(score, talk.state.practice.sent, at).place
        where = (place.stretch, place.repetition, place.side, place.phase)
        assert where == (cue.stretch, cue.repetition, cue.side, cue.phase)


def test_a_clock_two_seconds_off_is_never_further_than_the_neighbouring_cue():
    """With two seconds of noise the place is at most that of the cue before or after."""
    chance = random.Random(20261121)
    for _ in range(1000):
        talk = _under_way(chance.choice(sorted(LIBRARY.stretches)), chance.choice(list(Level)))
        score = score_of_last(talk)
        at = chance.uniform(0, talk.seconds)
        place = hear(score, talk.state.practice.sent, max(0.0, at + chance.uniform(-2, 2))).place
        near = [_cue_at(talk, max(0.0, at + off)) for off in (-2.0, 0.0, 2.0)]
        where = {(each.stretch, each.repetition, each.side, each.phase) for each in near}
        assert (place.stretch, place.repetition, place.side, place.phase) in where


def test_an_interruption_before_the_answer_counts_as_none():
    """A request whose clock runs behind finds the place at which the answer began."""
    talk = _started("bridge", Level.STANDARD)
    start = talk.state.practice.sent.start
    talk.say(NotUnderstood(), -30)
    assert talk.state.practice.sent.start == start
    assert talk.finished == []


def test_a_request_that_comes_twice_counts_once():
    """Alexa sends it again, with the session as it was, to a store that has its effects already."""
    store = MemoryStore()
    talk = _started("pelvic_tilt", Level.STANDARD)
    state, now = talk.state, talk.now
    answers = []
    for _ in range(2):
        again = replace(talk, state=state, now=now, profile=store.open("home", ACCOUNT))
        again.profile = replace(again.profile, preferences=talk.profile.preferences)
        answers.append(again.say(Pause(), talk.seconds))
        store.write("home", ACCOUNT, answers[-1].change)
    first, second = answers
    assert second.reply.spoken == first.reply.spoken
    assert second.state == first.state
    assert [each.stretch for each in first.change.finished] == ["pelvic_tilt"]
    kept = store.open("home", ACCOUNT)
    assert kept.stretches["pelvic_tilt"].count == 1
    assert len(list(store.history("home", ACCOUNT, START - timedelta(days=1)))) == 1


@pytest.mark.parametrize("entry", [*sorted(LIBRARY.routines), *sorted(LIBRARY.stretches)])
def test_everything_is_heard_when_nobody_speaks(entry):
    """Walking to infinity ends at the last place of the reprompt, with all of its work done."""
    talk = _started(entry, Level.STANDARD)
    assert talk.state.practice.practice.name == entry
    score = score_of_last(talk)
    heard = hear(score, talk.state.practice.sent, math.inf)
    assert heard.resting
    assert heard.place == (talk.state.practice.sent.end or talk.state.practice.sent.cut)


def score_of_last(talk: Talk) -> Score:
    """The score of the practice under way, as its last answer was said."""
    running = talk.state.practice
    words = WORDS.at_rate(running.sent.rate)
    return Score(LIBRARY, words, running.practice, running.sent.cautions, running.sent.aloud)


def _started(entry: str, level: Level) -> Talk:
    profile = Profile(ACCOUNT, Preferences(level=level, introduced=True, taught=True))
    talk = Talk(LIBRARY, WORDS, profile, now=START)
    start = StartStretch if entry in LIBRARY.stretches else StartRoutine
    talk.say(start(Asked((entry,), entry)), 0)
    if talk.state.question is not None:  # whether a bed is there
        talk.say(Yes(), talk.seconds)
    return talk


@cache
def _under_way(stretch: str, level: Level) -> Talk:
    """For whoever says nothing more."""
    return _started(stretch, level)


def _cue_at(talk: Talk, seconds: float):
    """The place of what is heard so many seconds after the answer began, found the plain way."""
    now = 0.0
    place = talk.state.practice.sent.start
    for cue in talk.reply.spoken:
        if cue.place is not None:
            place = cue.place
        now += cue.seconds
        if now > seconds:
            break
    if cue.place is None and length(talk.reply.answer) <= seconds:
        place = talk.state.practice.sent.cut
    return place
