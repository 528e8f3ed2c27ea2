"""What was said about a body is gone by until the session ends, whatever else is said."""

import json
from collections import Counter
from datetime import time
from itertools import combinations, pairwise

import pytest
from hypothesis import assume, example, given

from helpers.content import LIBRARY, WORDS
from helpers.dialogues import dialogues
from helpers.random_wishes import PLAIN, QUESTIONS, people, scripts
from helpers.scenes import NOW, idle, told
from helpers.talk import Talk
from skill.coach.conversation import events
from skill.coach.conversation.care.verdicts import REFUSED, care_for
from skill.coach.conversation.events import AskCaution, Asked, AskSource, HasCondition, StartStretch
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.questions import KINDS, LeaveOutFromNowOn, WhichColumn
from skill.coach.conversation.state.state import Counted, Course, Running
from skill.coach.conversation.state.state_encoding import encode_state
from skill.coach.person.preferences import encode_preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.practice.plan_wish import PlanWish
from skill.coach.practice.playback.stages import stages_of
from skill.coach.topics.questions.about_a_stretch import ask_about
from skill.coach.topics.safety.cautions import ask_caution
from skill.coach.topics.safety.conditions import has_condition
from skill.coach.topics.starting.starts import start_stretch
from skill.library.care import Verdict
from skill.library.records import OURS

COLUMNS = [
    Counted(condition.id, column)
    for condition in LIBRARY.conditions.values()
    for column in condition.columns
]


def coached(talk: Talk) -> set[str]:
    """The stretches that the last answer coaches, its reprompt included."""
    running = talk.state.practice
    if not isinstance(running, Running):
        return set()
    return {stage.stretch for stage in stages_of(LIBRARY, WORDS, running.practice, running.sent)}


def left_out(talk: Talk) -> set[str]:
    """The stretches that what was said so far speaks against."""
    scene = Scene(LIBRARY, WORDS, talk.profile, talk.state, talk.now)
    cares = {stretch: care_for(scene, stretch) for stretch in LIBRARY.stretches}
    return {s for s, care in cares.items() if care is not None and care.verdict in REFUSED}


OFTEN = (
    *(
        events.StartStretch,
        events.StartRoutine,
        events.AdjustHold,
        events.ChangeLevel,
        events.ChangePace,
    ),
    *(events.Pain, events.HasCondition, events.SkipSide, events.ListStretches, events.Choose),
)
"""What dialogues must have in them, beside what is plain."""

MOST = (events.Pause, events.Resume, events.Next, events.Help, events.Yes, events.NotUnderstood)
"""What they must have while a practice runs."""

SELDOM = {
    *("AllRight", "WhichPractice", "MoreOfIt", "PainRelief", "AfterSign", "RoutineDraft", "RoutineName"),
    *("WhichSide", "WhichRoutineToDelete", "DeleteRoutineForGood", "ReminderTime", "PlayOn", "HowLong"),
}
"""Questions that need two things said in their order: their topics' own tests ask them."""


def test_nothing_is_coached_that_a_condition_speaks_against():
    """Whatever is said afterwards, unless she said so and that stretch was asked for again by name.

    Over the run everything is said that people say, while a practice runs and while one waits, and the
    questions are asked that can be.
    """
    said = {course: Counter() for course in Course}
    asked = Counter()

    # What chance says seldom is said here: the draws are others with every new kind of wish.
    @dialogues(140)
    @example(Profile(ACCOUNT), [(events.StartRoutine(Asked()), 1.0)])
    @example(Profile(ACCOUNT), [(events.StartRoutine(Asked(), PlanWish(7200.0)), 1.0)])
    @example(Profile(ACCOUNT), [(events.SetReminder(time(7)), 1.0)])
    @given(people(), scripts(LIBRARY, 14))
    def walk(profile, script):
        talk = Talk(LIBRARY, WORDS, profile)
        course = talk.state.course
        for event, answer in talk.play(script):
            said[course][type(event)] += 1
            course = talk.state.course
            asked[type(talk.state.question).__name__] += 1
            if answer.reply.ends_session:
                continue
            unsuited = coached(talk) & left_out(talk)
            if unsuited:
                practice = talk.state.practice.practice
                assert {practice.name} == unsuited, event
                assert practice.name in talk.state.insisted
                assert practice.name in talk.state.refused

    walk()
    everywhere = sum(said.values(), Counter())
    assert said[Course.RUNNING].total() > 300
    assert said[Course.WAITING].total() > 50
    assert [kind.__name__ for kind in MOST if not said[Course.RUNNING][kind]] == []
    assert [kind.__name__ for kind in (*PLAIN, *OFTEN, *QUESTIONS) if not everywhere[kind]] == []
    assert {*KINDS} - SELDOM - asked.keys() == set()


@dialogues(40)
@given(people(), scripts(LIBRARY, 14))
def test_no_name_of_a_condition_is_ever_kept(profile, script):
    """Neither in the preferences nor in a practice; in the session alone."""
    talk = Talk(LIBRARY, WORDS, profile)
    said = False
    for event, _ in talk.play(script):
        said = said or bool(getattr(event, "condition", ""))
    assume(said)
    kept = json.dumps([encode_preferences(talk.profile.preferences), repr(talk.profile.practices)])
    assert not [name for name in (*LIBRARY.conditions, *LIBRARY.care) if f'"{name}"' in kept]


@pytest.mark.parametrize("counted", COLUMNS, ids=lambda counted: counted.column)
def test_every_answer_has_the_verdict_of_the_matrix(counted):
    """For each of the twenty stretches, with its reason, and with its source when asked."""
    scene = idle().with_state(conditions=(counted,))
    condition = LIBRARY.conditions[counted.condition]
    with_it = WORDS.language.conditions[condition.id].with_it
    for stretch in LIBRARY.stretches:
        care = LIBRARY.care[counted.column][stretch]
        prompt = {
            Verdict.FINE: "care_fine",
            Verdict.EASE: "care_ease",
            Verdict.ASK_FIRST: "care_wait" if condition.id == "just_eaten" else "care_ask_first",
            Verdict.LEAVE_OUT: "care_leave_out",
        }[care.verdict]
        said = scene.say(prompt, stretch=scene.name_of(stretch), condition=with_it)
        asked = AskCaution(Asked((stretch,), stretch), condition.id, "")
        if counted.column == condition.columns[0]:
            assert told(ask_caution(scene, asked)).startswith(said)
        reason = WORDS.language.care[counted.column].get(care.reason, "")
        if care.verdict is not Verdict.FINE and counted.column == condition.columns[0]:
            assert reason
            assert reason in told(ask_caution(scene, asked))
        source = told(ask_about(scene, AskSource(Asked((stretch,), stretch))))
        pages = {**WORDS.language.sources, **WORDS.language.care_sources}
        named = [pages[each] for each in care.sources if each != OURS] or [scene.say("ourselves")]
        assert [page for page in named if page not in source] == []


@pytest.mark.parametrize("condition", LIBRARY.conditions)
def test_what_speaks_against_a_stretch_is_said_before_it_is_started(condition):
    """With an offer of another one that suits; asked for again, it starts; others still do not."""
    scene = has_condition(idle(), HasCondition(condition)).state
    scene = idle().with_state(conditions=scene.conditions)
    refused = [
        stretch
        for stretch in LIBRARY.stretches
        if (care := care_for(scene, stretch)) is not None and care.verdict in REFUSED
    ]
    for stretch, other in pairwise(refused):
        start = StartStretch(Asked((stretch,), stretch))
        first = start_stretch(scene, start)
        assert first.state.practice is None
        assert scene.say("care_better_not", stretch=scene.name_of(stretch)) in told(first)
        offered = getattr(first.state.question, "stretch", None)
        assert offered not in refused
        again = start_stretch(idle().with_state(**vars(first.state)), start)
        assert again.state.practice.practice.name == stretch
        still = start_stretch(
            idle().with_state(**vars(first.state)), StartStretch(Asked((other,), other))
        )
        assert still.state.practice is None


def refused_after(answer, *said):
    """What is left out or asked first once some sentences were said, with all questions answered so."""
    talk = Talk(LIBRARY, WORDS, idle().profile)
    for event in said:
        talk.say(event, 0)
        while answer is not None and isinstance(talk.state.question, WhichColumn):
            talk.say(answer, 0)
        if answer is not None and isinstance(talk.state.question, LeaveOutFromNowOn):
            talk.say(events.No(), 0)  # only today
    return left_out(talk)


@pytest.mark.parametrize("answer", [None, events.No()], ids=["not answered", "no"])
@pytest.mark.parametrize("kind", [HasCondition, AskCaution])
def test_two_conditions_in_one_sentence_count_as_if_told_in_two(answer, kind):
    """Of every pair, told or asked about: the strictest of both, whatever the questions come to."""

    def said(one, other=""):
        if kind is HasCondition:
            return HasCondition(one, besides=other)
        return AskCaution(Asked(), one, besides=other)

    different = [
        (one, other)
        for one, other in combinations(LIBRARY.conditions, 2)
        if refused_after(answer, said(one, other)) != refused_after(answer, said(one), said(other))
    ]
    assert different == []


def test_a_new_condition_makes_her_say_it_again():
    """What was asked for in spite of one is not asked for in spite of the next."""
    scene = idle().with_state(conditions=(Counted("glaucoma", "glaucoma"),))
    bridge = StartStretch(Asked(("bridge",), "bridge"))
    told_once = start_stretch(scene, bridge).state
    later = has_condition(idle().with_state(**vars(told_once)), HasCondition("recent_belly_operation"))
    assert later.state.refused == ()
    assert start_stretch(idle().with_state(**vars(later.state)), bridge).state.practice is None


def test_what_the_session_knows_travels_with_it():
    """And with nothing else: a new session knows nothing of it."""
    talk = Talk(LIBRARY, WORDS, idle().profile, now=NOW)
    talk.say(HasCondition("osteoporosis"), 0)
    assert talk.state.conditions == (Counted("osteoporosis", "osteoporosis"),)
    assert encode_state(talk.state)["conditions"] == [
        {"condition": "osteoporosis", "column": "osteoporosis"}
    ]
    assert Talk(LIBRARY, WORDS, talk.profile).state.conditions == ()
