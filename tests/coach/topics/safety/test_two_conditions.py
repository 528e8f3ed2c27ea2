"""Two conditions told in one sentence: both verdicts, what both leave out, and the questions of both."""

from itertools import combinations

import pytest

from helpers.content import LIBRARY, WORDS
from helpers.scenes import idle, told
from skill.coach.conversation import events
from skill.coach.conversation.care.verdicts import REFUSED, care_for, counting, with_it
from skill.coach.conversation.events import AskCaution, Asked, HasCondition, ListStretches, StartStretch
from skill.coach.conversation.scene import Instead
from skill.coach.conversation.state.questions import LeaveOutFromNowOn, WhichColumn
from skill.coach.conversation.state.state import Counted
from skill.coach.practice.wordings.texts import sentences
from skill.coach.topics.questions.lists import list_stretches
from skill.coach.topics.safety.cautions import ask_caution
from skill.coach.topics.safety.conditions import has_condition
from skill.coach.topics.safety.how_careful import say_first_column, say_last_column
from skill.coach.topics.safety.verdicts_in_words import verdict_in_words
from skill.coach.topics.starting.starts import start_as_said

PAIRS = list(combinations(LIBRARY.conditions, 2))
MOST = 4
"""How many sentences tell two verdicts about one stretch."""


def after(outcome):
    """The scene after an answer."""
    return idle().with_state(**vars(outcome.state))


def test_both_verdicts_about_a_stretch_are_told():
    """Of every pair and stretch: both are named, no sentence comes twice, and there are few."""
    for pair in PAIRS:
        scene = counting(idle(), *pair)
        for stretch in LIBRARY.stretches:
            said = verdict_in_words(scene, pair, stretch)
            parts = sentences(said)
            assert len(parts) == len({*parts}) <= MOST, said
            for condition in pair:
                name = WORDS.language.conditions[condition].with_it
                assert name.partition(" ")[2] in said, said


def test_what_two_rule_out_together_is_not_called_fine():
    """Where each asks for another way, it is left out, and that is what is said."""
    found = 0
    for pair in PAIRS:
        scene = counting(idle(), *pair)
        for stretch in LIBRARY.stretches:
            alone = [care_for(scene, stretch, [each]) for each in scene.state.conditions]
            both = care_for(scene, stretch)
            if both is None or both.verdict not in REFUSED:
                continue
            if all(care is None or care.verdict not in REFUSED for care in alone):
                found += 1
                fill = {"stretch": scene.name_of(stretch), "condition": with_it(scene, *pair)}
                assert verdict_in_words(scene, pair, stretch) == scene.say("care_leave_out", **fill)
    assert found > 0


def test_a_stretch_that_is_asked_about_by_name_is_judged_by_what_was_told():
    """It is a verdict, and what was told of is what "start it" begins."""
    for stretch in LIBRARY.stretches:
        scene = counting(idle(), "osteoporosis", "shoulder_problem")
        outcome = ask_caution(scene, AskCaution(Asked((stretch,), stretch)))
        assert verdict_in_words(scene, ("osteoporosis", "shoulder_problem"), stretch) in told(outcome)
        assert outcome.state.thread.stretch == stretch


def test_an_overview_is_of_both_and_keeps_what_lasts():
    """What is left out is the strictest of both; what is over by the next time is not kept."""
    outcome = has_condition(idle(), HasCondition("glaucoma", besides="just_eaten"))
    question = outcome.state.question
    assert isinstance(question, LeaveOutFromNowOn)
    left_out = {s for s, care in LIBRARY.care["glaucoma"].items() if care.verdict in REFUSED}
    assert {*question.left_out} == left_out
    assert with_it(idle(), "glaucoma", "just_eaten") in told(outcome).lower()


@pytest.mark.parametrize(
    ("conditions", "questions", "columns"),
    [
        (
            ("osteoporosis", "hip_replacement"),
            ["hip_replacement"],
            {"osteoporosis": "osteoporosis", "hip_replacement": "hip_replacement_later"},
        ),
        (
            ("pregnancy", "knee_replacement"),
            ["pregnancy", "knee_replacement"],
            {
                "pregnancy": "pregnancy_to_15w",
                "knee_replacement": "sore_knees_or_later_knee_replacement",
            },
        ),
        # The same question is put once.
        (
            ("hip_replacement", "knee_replacement"),
            ["hip_replacement"],
            {
                "hip_replacement": "hip_replacement_later",
                "knee_replacement": "sore_knees_or_later_knee_replacement",
            },
        ),
    ],
)
def test_the_questions_of_both_are_asked_one_after_the_other(conditions, questions, columns):
    """And the last answer tells of both; the answers count for what they were about."""
    one, other = conditions
    outcome = has_condition(idle(), HasCondition(one, besides=other))
    asked = []
    while isinstance(question := outcome.state.question, WhichColumn):
        asked.append(question.condition)
        outcome = say_last_column(after(outcome), events.No())
    assert asked == questions
    assert {each.condition: each.column for each in outcome.state.conditions} == columns
    for condition in conditions:
        name = WORDS.language.conditions[condition].with_it
        assert name.partition(" ")[2] in told(outcome)


def test_a_start_waits_for_the_questions_of_both():
    """And begins after the last answer, with both that count."""
    start = StartStretch(Asked(("bridge",), "bridge"), condition="pregnancy", besides="hip_replacement")
    first = start_as_said(idle(), start)
    second = say_last_column(after(first), events.No())
    assert isinstance(second.state.question, WhichColumn)
    begun = say_first_column(after(second), events.Yes())
    assert isinstance(begun, Instead)
    assert begun.event == StartStretch(start.stretch)
    assert {*begun.scene.state.conditions} == {
        Counted("pregnancy", "pregnancy_to_15w"),
        Counted("hip_replacement", "hip_replacement_early"),
    }


def test_a_list_suits_both():
    """What either rules out is in none; one that needs its question is asked first."""
    scene = idle()
    listed = list_stretches(scene, ListStretches(condition="glaucoma", besides="osteoporosis"))
    assert {each.condition for each in listed.state.conditions} == {"glaucoma", "osteoporosis"}
    refused = {
        stretch
        for column in ("glaucoma", "osteoporosis")
        for stretch, care in LIBRARY.care[column].items()
        if care.verdict in REFUSED
    }
    assert refused.isdisjoint(entry.id for entry in listed.reply.listing.entries)
    asked = list_stretches(scene, ListStretches(condition="glaucoma", besides="hip_replacement"))
    assert asked.state.question == WhichColumn(
        "hip_replacement", besides=("glaucoma",), listed_after=ListStretches()
    )


@pytest.mark.parametrize(
    "event",
    [
        HasCondition("osteoporosis", unknown="lupus"),
        AskCaution(Asked(("happy_baby",), "happy baby"), "osteoporosis", "lupus"),
    ],
)
def test_one_that_nobody_knows_beside_a_known_one_is_answered(event):
    """The known one counts, and of the other it is said that nothing is known."""
    act = has_condition if isinstance(event, HasCondition) else ask_caution
    outcome = act(idle(), event)
    assert idle().say("care_unknown_too") in told(outcome)
    assert "osteoporosis" in told(outcome)
    assert outcome.state.conditions == (Counted("osteoporosis", "osteoporosis"),)


def test_three_conditions_of_one_sentence_all_count():
    """Each of them, and what is said names all three."""
    scene = idle()
    told_of = ("glaucoma", "sore_knees", "osteoporosis")
    outcome = has_condition(scene, HasCondition(*told_of[:1], besides=told_of[1], further=told_of[2]))
    assert {each.condition for each in outcome.state.conditions} == {*told_of}
    assert with_it(scene, *told_of) in told(outcome).lower()
