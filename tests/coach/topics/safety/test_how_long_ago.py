"""How long ago it was: it answers the question for it, decides by itself, and is never kept."""

import json

import pytest

from helpers.content import LIBRARY, WORDS
from helpers.scenes import idle, practice, running, spot, told
from skill.coach.conversation import events
from skill.coach.conversation.care.how_long_ago import columns_after, is_past
from skill.coach.conversation.events import AskCaution, Asked, HasCondition, HowLongAgo, NotUnderstood
from skill.coach.conversation.scene import Instead, NotAnAnswer
from skill.coach.conversation.state.questions import LeaveOutFromNowOn, WhichColumn
from skill.coach.conversation.state.state import Counted, Course
from skill.coach.conversation.state.state_encoding import encode_state
from skill.coach.practice.place import Phase
from skill.coach.topics.questions.lists import list_stretches
from skill.coach.topics.safety.cautions import ask_caution
from skill.coach.topics.safety.conditions import has_condition, tell_how_long_ago
from skill.coach.topics.safety.how_careful import say_how_long_ago, say_what_and_when
from skill.coach.topics.starting.starts import start_as_said, start_routine

LONG_AGO = WORDS.language.prompts["care_long_ago"]


def after(outcome):
    """The scene after an answer."""
    return idle().with_state(**vars(outcome.state))


def says_long_ago(outcome):
    """Whether it is said that it rules nothing out by itself any more."""
    return any(wording in told(outcome) for wording in LONG_AGO)


@pytest.mark.parametrize(
    ("condition", "months", "columns"),
    [
        ("hip_replacement", 3, ("hip_replacement_early",)),
        ("hip_replacement", 4, ("hip_replacement_later",)),
        ("hip_replacement", 240, ("hip_replacement_later",)),
        ("knee_replacement", 0, ("knee_replacement_early",)),
        ("knee_replacement", 24, ("sore_knees_or_later_knee_replacement",)),
        ("recent_back_operation", 12, ("recent_back_operation",)),
        ("recent_back_operation", 13, ()),
        ("recent_belly_operation", 13, ()),
        ("new_baby", 8, ("recent_belly_operation",)),
        ("new_baby", 24, ()),
        ("pregnancy", 12 / 52 * 10, ("pregnancy_to_15w",)),
        ("pregnancy", 5, ("pregnancy_16_to_27w",)),
        ("pregnancy", 8, ("pregnancy_28w_on",)),
        ("pregnancy", 24, LIBRARY.conditions["pregnancy"].columns),
        ("pregnancy", 0, LIBRARY.conditions["pregnancy"].columns),
        ("osteoporosis", 240, ("osteoporosis",)),
        ("cannot_kneel", 240, ()),
    ],
)
def test_the_time_picks_the_column_that_counts(condition, months, columns):
    """By the figures of the content; a pregnancy of two years, or of no time, is none to go by."""
    assert columns_after(LIBRARY.conditions[condition], months) == columns


def test_only_what_has_a_figure_for_all_its_columns_is_ever_past():
    """A new hip never is, nor a condition without figures, however long ago it was."""
    past = {each.id for each in LIBRARY.conditions.values() if is_past(each, 1200)}
    assert past == {"new_baby", "recent_back_operation", "recent_belly_operation"}


@pytest.mark.parametrize(("months", "column"), [(2, "early"), (4, "later")])
def test_a_condition_with_its_time_is_not_asked_about(months, column):
    """The column is the one of that time, and the answer is the overview."""
    outcome = has_condition(idle(), HasCondition("hip_replacement", months=months))
    assert outcome.state.conditions == (Counted("hip_replacement", f"hip_replacement_{column}"),)
    assert not isinstance(outcome.state.question, WhichColumn)


def test_the_time_alone_answers_the_question_for_it():
    """With or without what it is about; something else with a time is something else."""
    asked = after(has_condition(idle(), HasCondition("hip_replacement")))
    assert isinstance(asked.state.question, WhichColumn)
    later = (Counted("hip_replacement", "hip_replacement_later"),)
    assert say_how_long_ago(asked, HowLongAgo(4)).state.conditions == later
    named = say_what_and_when(asked, HasCondition("hip_replacement", months=4))
    assert named.state.conditions == later
    assert say_what_and_when(asked, HasCondition("glaucoma", months=4)) == NotAnAnswer()
    assert say_what_and_when(asked, HasCondition("hip_replacement")) == NotAnAnswer()


def test_weeks_answer_the_question_about_a_pregnancy():
    """Eighteen of them are the middle one; two years are no answer."""
    asked = after(has_condition(idle(), HasCondition("pregnancy")))
    middle = say_how_long_ago(asked, HowLongAgo(18 / 52 * 12))
    assert middle.state.conditions == (Counted("pregnancy", "pregnancy_16_to_27w"),)
    assert say_how_long_ago(asked, HowLongAgo(24)) == NotAnAnswer()


@pytest.mark.parametrize("condition", ["new_baby", "recent_back_operation", "recent_belly_operation"])
def test_after_more_than_a_year_it_rules_nothing_out(condition):
    """That is said, with whom to ask; nothing counts, and nothing is offered to keep."""
    for event in (HasCondition(condition, months=24), AskCaution(Asked(), condition, months=24)):
        act = has_condition if isinstance(event, HasCondition) else ask_caution
        outcome = act(idle(), event)
        assert says_long_ago(outcome)
        assert outcome.state.conditions == ()
        assert outcome.state.question is None
    within = has_condition(idle(), HasCondition(condition, months=12))
    assert not says_long_ago(within)
    assert [each.condition for each in within.state.conditions] == [condition]


def test_in_a_hold_it_stays_where_it_was():
    """An operation of long ago leaves nothing out of the practice, nor the stretch in progress."""
    whole = practice("knee_to_chest", "childs_pose")
    scene = running(whole, spot(whole, Phase.HOLD, held=10.0), worked=10.0)
    outcome = has_condition(scene, HasCondition("recent_back_operation", months=120))
    assert says_long_ago(outcome)
    assert outcome.state.course is Course.RUNNING
    assert outcome.state.practice.practice.items == whole.items


def test_of_two_the_one_that_counts_is_answered():
    """What is past is told first, and does not count."""
    told_both = HasCondition("recent_back_operation", besides="glaucoma", months=24)
    outcome = has_condition(idle(), told_both)
    assert says_long_ago(outcome)
    assert outcome.state.conditions == (Counted("glaucoma", "glaucoma"),)


def test_the_time_can_be_told_afterwards():
    """It is about the last thing told of which it matters; without one it was not understood."""
    hip = after(has_condition(idle(), HasCondition("hip_replacement", months=24)))
    assert isinstance(hip.state.question, LeaveOutFromNowOn)
    sooner = tell_how_long_ago(hip, HowLongAgo(1))
    assert sooner.event == HasCondition("hip_replacement", months=1)
    assert sooner.scene.state.question is None
    counted = after(has_condition(idle(), HasCondition("recent_back_operation")))
    again = tell_how_long_ago(counted, HowLongAgo(120))
    assert again.event == HasCondition("recent_back_operation", months=120)
    outcome = has_condition(again.scene, again.event)
    assert says_long_ago(outcome)
    assert outcome.state.conditions == ()
    assert outcome.state.question is None
    assert tell_how_long_ago(idle(), HowLongAgo(120)).event == NotUnderstood()
    told_other = after(has_condition(idle(), HasCondition("glaucoma")))
    assert tell_how_long_ago(told_other, HowLongAgo(120)).event == NotUnderstood()


def test_a_start_and_a_list_go_by_the_time_too():
    """No question where the time was said with the wish; what is past leaves nothing out."""
    bridge = Asked(("bridge",), "bridge")
    start = events.StartStretch(bridge, condition="hip_replacement", months=24)
    begun = start_as_said(idle(), start)
    assert begun.state.course is Course.RUNNING
    assert begun.state.conditions == (Counted("hip_replacement", "hip_replacement_later"),)
    routine = Asked(("everyday_back",), "everyday back")
    past = start_routine(
        idle(), events.StartRoutine(routine, condition="recent_belly_operation", months=24)
    )
    assert past.state.conditions == ()
    listed = list_stretches(idle(), events.ListStretches(condition="hip_replacement", months=24))
    assert not isinstance(listed, Instead)
    assert listed.state.question is None
    assert listed.state.conditions == (Counted("hip_replacement", "hip_replacement_later"),)


def test_the_time_itself_is_nowhere_between_two_turns():
    """What is sent back and forth is the same after five months and after nine."""
    sent = {
        json.dumps(
            encode_state(has_condition(idle(), HasCondition("hip_replacement", months=months)).state)
        )
        for months in (5, 9)
    }
    assert len(sent) == 1
