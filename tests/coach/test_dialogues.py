"""What holds in every conversation, whatever people say and whenever they say it."""

import json
from datetime import timedelta
from itertools import pairwise

from dialogues import LIBRARY, WORDS, Talk, people, scripts
from hypothesis import given
from hypothesis import strategies as st

from skill.alexa.session import Session, to_attributes
from skill.coach.adjusting import MOST
from skill.coach.cues import Cue, Said, Silence, length, plain
from skill.coach.events import Asked, StartStretch, Yes
from skill.coach.machine import TABLE
from skill.coach.practice import WORK_PHASES, Manner, Side
from skill.coach.practice import Talk as Talk_
from skill.coach.progress import ACCOUNT, Preferences, Profile
from skill.coach.scene import Scene, Turn
from skill.coach.state import Mode, State
from skill.coach.turn import catch_up
from skill.speech import ssml

LONGEST_ANSWER = 225.0
"""Seconds: the budget of 210, and a lead that cannot be cut."""


def replies(data, size=12):
    """Every turn of one random dialogue."""
    talk = Talk(LIBRARY, WORDS, data.draw(people()))
    for event, outcome in talk.play(data.draw(scripts(LIBRARY, size))):
        yield talk, event, outcome


def parts(outcome: Turn) -> tuple[tuple[Cue, ...], tuple[Cue, ...]]:
    """An answer and its reprompt."""
    return outcome.reply.spoken, outcome.reply.reprompt


@given(data=st.data())
def test_every_answer_obeys_alexas_limits(data):
    """No answer or reprompt passes 8,000 characters or 240 seconds, nor all of it 24 kilobytes."""
    for _, _, outcome in replies(data):
        for cues in parts(outcome):
            assert len(ssml.render(cues)) < 8000
            assert length(cues) <= LONGEST_ANSWER
        carried = to_attributes(Session(outcome.state, outcome.profile))
        whole = [ssml.render(cues) for cues in parts(outcome)]
        assert len(json.dumps([*whole, carried])) < 24_000


@given(data=st.data())
def test_no_silence_is_longer_than_ten_seconds_and_no_two_touch(data):
    """Words stand between any two silences, and none lasts longer than ten seconds."""
    for _, _, outcome in replies(data):
        for cues in parts(outcome):
            assert all(cue.seconds <= 10 for cue in cues if isinstance(cue, Silence))
            for cue, following in pairwise(cues):
                assert not (isinstance(cue, Silence) and isinstance(following, Silence))


@given(data=st.data())
def test_an_open_answer_ends_in_a_question_or_says_what_can_be_said(data):
    """Whoever is left with an open microphone knows what to say into it."""
    for _, _, outcome in replies(data):
        if not outcome.reply.ends_session and not outcome.reply.asks_permission:
            end = plain(outcome.reply.prompt)
            assert end.endswith("?") or "say" in end.lower(), end
            assert outcome.reply.reprompt


@given(data=st.data())
def test_every_turn_ends_in_a_mode_its_row_names(data):
    """The transition table tells the truth, and what it does not allow changes nothing."""
    talk = Talk(LIBRARY, WORDS, data.draw(people()))
    for event, share in data.draw(scripts(LIBRARY)):
        later = talk.now + timedelta(seconds=share * talk.seconds)
        scene = Scene(LIBRARY, WORDS, talk.profile, talk.state, later)
        mode = catch_up(scene, event)[0].state.mode
        row = TABLE[mode].get(type(event))
        outcome = talk.say(event, share * talk.seconds)
        assert outcome.state.mode in (row.leads_to if row is not None else {mode})
        assert outcome.state.mode is not Mode.IDLE or not outcome.state.under_way


@given(data=st.data())
def test_two_answers_in_a_row_never_open_alike(data):
    """Nobody hears the same opening twice running, unless they asked for it again."""
    last = ""
    for _, event, outcome in replies(data):
        first = next((cue.text for cue in outcome.reply.spoken if isinstance(cue, Said)), "")
        if type(event).__name__ in {"NotUnderstood", "Help", "ListStretches"} and last:
            assert first != last
        last = first


@given(data=st.data())
def test_an_undisturbed_practice_holds_every_second_on_both_sides(data):
    """Left and right get the same time, and every hold its exact seconds."""
    talk = Talk(LIBRARY, WORDS, data.draw(people()))
    (start, _) = data.draw(scripts(LIBRARY, size=0))[0]
    held: dict[tuple, float] = {}
    outcome = talk.say(start, 0)
    if outcome.state.mode is Mode.CONFIRMING:
        outcome = talk.say(Yes(), talk.seconds)
    practice = outcome.state.practice
    while outcome.state.mode is Mode.PRACTISING:
        for cue in outcome.reply.answer:
            if cue.place is not None and cue.place.phase in WORK_PHASES:
                key = (cue.place.item, cue.place.repetition, cue.place.side)
                held[key] = held.get(key, 0) + cue.seconds
        outcome = talk.say(Yes(), talk.seconds)
    wanted = {
        (number, effort.repetition, effort.side): effort.seconds
        for number, item in enumerate(practice.items)
        for effort in item.efforts
    }
    assert {key: round(seconds, 2) for key, seconds in held.items()} == wanted
    for side, other in ((Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT)):
        sided = {k: v for k, v in wanted.items() if k[2] is side}
        assert {(i, r, other): s for (i, r, _), s in sided.items()}.items() <= wanted.items()


def test_the_slowest_manner_keeps_every_rule_of_silence():
    """With all pauses at their longest, for every stretch: no silence too long, and no two touch."""
    slowest = Manner(settle=3.0, pace=3.0)
    for stretch in LIBRARY.stretches:
        preferences = Preferences(introduced=True, taught=True, manner=slowest)
        talk = Talk(LIBRARY, WORDS, Profile(ACCOUNT, preferences))
        outcome = talk.say(StartStretch(Asked((stretch,), stretch)), 0)
        for cues in parts(outcome):
            assert max((c.seconds for c in cues if isinstance(c, Silence)), default=0) <= 10
            for cue, following in pairwise(cues):
                assert not (isinstance(cue, Silence) and isinstance(following, Silence))


def test_the_longest_wishes_still_fit_one_answer():
    """Two-minute holds, the slowest manner, from wherever the body is: no answer is too long."""
    for stretch in LIBRARY.stretches:
        wishes = Preferences(
            introduced=True,
            manner=Manner(settle=MOST, pace=MOST, talk=Talk_.MUCH),
            holds={stretch: 120.0},
        )
        for body in LIBRARY.positions:
            talk = Talk(LIBRARY, WORDS, Profile(ACCOUNT, wishes), State(body=body))
            outcome = talk.say(StartStretch(Asked((stretch,), stretch)), 0)
            for _ in range(3):
                for cues in parts(outcome):
                    assert length(cues) <= LONGEST_ANSWER, (stretch, body, length(cues))
                outcome = talk.say(Yes(), talk.seconds)
