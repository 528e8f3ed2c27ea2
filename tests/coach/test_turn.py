"""What holds in every conversation, whatever people say and whenever they say it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.content import LIBRARY, WORDS
from helpers.dialogues import dialogues
from helpers.random_wishes import people, scripts
from helpers.talk import A_MOMENT_EARLY, Talk
from skill.alexa.shell.session import Session, to_attributes
from skill.coach.conversation.events import Asked, Event, StartStretch, Yes
from skill.coach.conversation.rows import Row
from skill.coach.conversation.state.questions import EquipmentThere, OfferedPlan
from skill.coach.conversation.state.state import Course, State
from skill.coach.machine import rows_for
from skill.coach.person.device import KnownDevice, Rendering
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.practice.cues.cues import (
    Cue,
    Said,
    Silence,
    length,
    spoken_text,
)
from skill.coach.practice.place import WORK_PHASES, Side
from skill.coach.practice.practice import Manner
from skill.coach.practice.practice import Talk as Talk_
from skill.coach.topics.coaching.adjustments import MOST
from skill.coach.turn import Answer
from skill.library.records import Level, Movement
from skill.speech import ssml

SHORT = KnownDevice("a-hash", Rendering.SHORT)

LONGEST_ANSWER = 225.0
"""Seconds: the budget of 210, and a lead that cannot be cut."""

LONGEST_REPROMPT = 90.0
"""Seconds: what Amazon gives; the budget is 80."""

LONGEST_SOUND = 240.0
"""Seconds of APL for Audio in all of a response."""

MOST_SILENCE = 10.0
"""Seconds that Alexa takes in one response, by the strictest reading of what is told of it."""


def parts(outcome: Answer) -> tuple[tuple[Cue, ...], tuple[Cue, ...]]:
    """An answer and its reprompt."""
    return outcome.reply.spoken, outcome.reply.reprompt


@dataclass(frozen=True)
class Turn:
    """One turn of a dialogue, and what the state was when it began."""

    before: State
    event: Event
    answer: Answer
    profile: Profile


def obeys_alexas_limits(turns: list[Turn]) -> None:
    """No answer or reprompt passes 8,000 characters or 240 seconds, nor all of it 24 kilobytes."""
    for turn in turns:
        reply = turn.answer.reply
        for cues in parts(turn.answer):
            assert len(ssml.render(cues)) < 8000
            assert length(cues) <= LONGEST_ANSWER
        assert length(reply.reprompt) <= LONGEST_REPROMPT
        if turn.profile.device.rendering is Rendering.AUDIO:
            assert length(reply.spoken) + length(reply.reprompt) <= LONGEST_SOUND
        carried = to_attributes(Session(turn.answer.state, turn.profile))
        whole = [ssml.render(cues) for cues in parts(turn.answer)]
        assert len(json.dumps([*whole, carried])) < 24_000


def has_no_silence_longer_than_ten_seconds(turns: list[Turn]) -> None:
    """Words stand between any two silences, and none lasts longer than ten seconds."""
    for turn in turns:
        for cues in parts(turn.answer):
            assert all(cue.seconds <= 10 for cue in cues if isinstance(cue, Silence))
            for cue, following in pairwise(cues):
                assert not (isinstance(cue, Silence) and isinstance(following, Silence))


def ends_in_a_question_or_says_what_can_be_said(turns: list[Turn]) -> None:
    """Whoever is left with an open microphone knows what to say into it."""
    for turn in turns:
        reply = turn.answer.reply
        if not reply.ends_session and not reply.asks_permission:
            end = spoken_text(reply.prompt)
            assert end.endswith("?") or "say" in end.lower(), end
            assert reply.reprompt


def ends_where_its_row_says(turns: list[Turn]) -> None:
    """The rows tell the truth of practice and question, and what none of them allows changes nothing."""
    for turn in turns:
        rows, after = list(rows_for(turn.before, type(turn.event))), turn.answer.state
        assert after.course in courses(turn.before, rows), (turn.event, turn.before.question)
        assert after.question is None or type(after.question) in asked(turn.before, rows), turn.event


def never_opens_twice_alike(turns: list[Turn]) -> None:
    """Nobody hears the same opening twice running, unless they asked for it again."""
    last = ""
    for turn in turns:
        first = next((cue.text for cue in turn.answer.reply.spoken if isinstance(cue, Said)), "")
        if type(turn.event).__name__ in {"NotUnderstood", "Help", "ListStretches"} and last:
            assert first != last
        last = first


PROMISES = (
    obeys_alexas_limits,
    has_no_silence_longer_than_ten_seconds,
    ends_in_a_question_or_says_what_can_be_said,
    ends_where_its_row_says,
    never_opens_twice_alike,
)
"""What holds of every dialogue. A dialogue takes long to hold, so each is held against all of them."""


@dialogues(100)
@given(people(), scripts(LIBRARY, 12))
def test_every_promise_is_kept_in_every_dialogue(profile, script):
    """Each of the promises above, whatever is said and whenever it is said."""
    talk, turns = Talk(LIBRARY, WORDS, profile), []
    for event, share in script:
        after = share * talk.seconds
        before = talk.caught_up(event, after)
        turns.append(Turn(before, event, talk.say(event, after), talk.profile))
    for promise in PROMISES:
        promise(turns)


@given(data=st.data())
def test_a_device_that_takes_no_silence_is_given_less_than_ten_seconds_of_it(data):
    """In the short form all silences of an answer and its reprompt together are under ten seconds."""
    talk = Talk(LIBRARY, WORDS, replace(data.draw(people()), device=SHORT))
    for _, outcome in talk.play(data.draw(scripts(LIBRARY))):
        assert silent(outcome) < MOST_SILENCE


@pytest.mark.parametrize("level", list(Level))
@pytest.mark.parametrize("stretch", sorted(LIBRARY.stretches))
def test_every_stretch_can_be_coached_almost_without_silence(stretch, level):
    """From every position: all its efforts, every hold exact, and never ten seconds of silence."""
    for body in LIBRARY.positions:
        known = Profile(ACCOUNT, Preferences(level=level, introduced=True), device=SHORT)
        talk = Talk(LIBRARY, WORDS, known, State(body=body))
        outcome = talk.say(StartStretch(Asked((stretch,), stretch)), 0)
        practice = outcome.state.practice.practice
        while outcome.state.course is Course.RUNNING:
            assert silent(outcome) < MOST_SILENCE, (body, silent(outcome))
            outcome = talk.say(Yes(), talk.seconds)
        (finished,) = talk.finished
        item = practice.items[0]
        early = A_MOMENT_EARLY * len(item.efforts) if isinstance(item.work, Movement) else 0.0
        meant = sum(effort.seconds for effort in item.efforts)
        assert round(meant - early) <= finished.seconds <= round(meant)


def silent(outcome: Answer) -> float:
    """Seconds of silence in an answer and its reprompt."""
    cues = (*outcome.reply.spoken, *outcome.reply.reprompt)
    return length(cue for cue in cues if isinstance(cue, Silence))


def reached(before: State, rows: Iterable[Row]) -> Iterator[Row]:
    """Rows, and those of the wishes that they may make whole."""
    for row in rows:
        yield row
        for wish in row.becomes:
            yield from rows_for(replace(before, question=None), wish)


def courses(before: State, rows: Iterable[Row]) -> set[Course]:
    """How the practice may stand after rows; after none of them, as it did."""
    rows = list(reached(before, rows))
    named = set().union(*(row.leads_to for row in rows))
    if not rows or any(row.stays for row in rows):
        waits = bool(rows) and before.course is Course.RUNNING
        named |= {before.course, *([Course.WAITING] if waits else [])}
    if before.draft is not None:
        named.add(before.course)  # the routine that was being made is gone on with
    if before.course is Course.WAITING and any(row.goes_on for row in rows):
        named |= {Course.RUNNING, Course.NONE}
    return named


def asked(before: State, rows: Iterable[Row]) -> set[type]:
    """What may stand as a question after rows: what stood before, or what they ask."""
    return {type(before.question), type(before.draft)}.union(
        *(row.asks for row in reached(before, rows))
    )


@given(data=st.data())
def test_an_undisturbed_practice_holds_every_second_on_both_sides(data):
    """Left and right get the same time, and every hold its exact seconds.

    Where silence is scarce, one repetition of a movement ends a moment early.
    """
    talk = Talk(LIBRARY, WORDS, data.draw(people()))
    (start, _) = data.draw(scripts(LIBRARY, size=0))[0]
    held: dict[tuple, float] = {}
    outcome = talk.say(start, 0)
    if isinstance(outcome.state.question, EquipmentThere | OfferedPlan):
        outcome = talk.say(Yes(), talk.seconds)
    practice = outcome.state.practice.practice
    while outcome.state.course is Course.RUNNING:
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
    aloud = talk.profile.device.rendering is Rendering.SHORT
    for (number, repetition, side), seconds in wanted.items():
        early = aloud and isinstance(practice.items[number].work, Movement)
        lasts = round(held.pop((number, repetition, side)), 2)
        assert seconds - (A_MOMENT_EARLY if early else 0.0) <= lasts <= seconds
    assert not held
    for side, other in ((Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT)):
        sided = {k: v for k, v in wanted.items() if k[2] is side}
        assert {(i, r, other): s for (i, r, _), s in sided.items()}.items() <= wanted.items()


def test_the_slowest_manner_keeps_every_rule_of_silence():
    """With all pauses at their longest, for every stretch: no silence too long, and no two touch."""
    slowest = Manner(time_to_settle=3.0, pace=3.0)
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
            manner=Manner(time_to_settle=MOST, pace=MOST, talk=Talk_.MUCH),
            holds={stretch: 120.0},
        )
        for body in LIBRARY.positions:
            talk = Talk(LIBRARY, WORDS, Profile(ACCOUNT, wishes), State(body=body))
            outcome = talk.say(StartStretch(Asked((stretch,), stretch)), 0)
            for _ in range(3):
                for cues in parts(outcome):
                    assert length(cues) <= LONGEST_ANSWER, (stretch, body, length(cues))
                outcome = talk.say(Yes(), talk.seconds)
