"""What was done by name, told from what is kept."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.scenes import NOW, idle, told
from skill.coach.conversation.errands import LookBack, LookedBack
from skill.coach.conversation.events import AskDone, Asked, AskLongestRow, AskProgress
from skill.coach.conversation.scene import Scene
from skill.coach.person.totals import Finished, Tally
from skill.coach.topics.records.looking_back import (
    MOST_READ,
    ask_done,
    ask_progress,
    tell_done,
    tell_longest_row,
)
from skill.coach.topics.records.periods import MONTHS, first_and_last
from skill.library.language import WEEKDAYS

BRIDGE = Asked(("bridge",), "the bridge")


def done(ago: int, number: int, stretch: str = "bridge") -> Finished:
    """A stretch finished so many days ago."""
    day = NOW.date() - timedelta(days=ago)
    at = datetime(day.year, day.month, day.day, 7, tzinfo=UTC)
    return Finished(f"practice {ago} {number}", 0, stretch, at, day.isoformat(), 30)


def having(*history: Finished) -> Scene:
    """Somebody whose totals are those of this history."""
    scene = idle()
    profile = scene.profile
    for each in history:
        profile = profile.with_finished(each)
    return scene.with_profile(profile)


@given(
    st.lists(st.integers(0, 400), min_size=1, max_size=30),
    st.sampled_from(["today", "week", "month", "november", "december", "march", "year", "last_year"]),
)
def test_a_stretch_is_counted_within_its_period(ago, period):
    """Neither earlier days nor other stretches count; what is not written yet counts once."""
    ago = sorted(ago)
    history = tuple(done(days, number) for number, days in enumerate(ago))
    scene = replace(having(*history), finished=(history[0],))
    outcome = ask_done(scene, AskDone(BRIDGE, period))
    assert outcome == LookBack(
        scene.own.person, AskDone(Asked(("bridge",), "bridge"), period), MOST_READ
    )
    others = tuple(done(days, 99, "happy_baby") for days in ago)
    said = told(tell_done(scene, LookedBack(outcome.wish, (*history[1:], *others))))
    first, last = first_and_last(NOW.date(), period)
    count = sum(first <= date.fromisoformat(each.day) <= last for each in history)
    assert scene.words.spoken("times", count) in said if count else "last" in said


def test_of_a_history_that_was_read_in_part_no_more_is_promised():
    """The count is at least so many."""
    history = tuple(done(0, number) for number in range(MOST_READ))
    said = told(tell_done(having(*history), LookedBack(AskDone(BRIDGE, "month"), history)))
    assert "at least" in said


def test_what_cannot_be_read_is_said_and_the_totals_are_told():
    """The last day and the number in all come from elsewhere."""
    said = told(tell_done(having(done(1, 0), done(1, 1)), LookedBack(AskDone(BRIDGE, "week"), None)))
    assert idle().say("done_unread") in said
    assert "yesterday" in said
    assert "twice" in said


def test_a_weekday_is_the_last_one_and_never_today():
    """A day from one to seven days back."""
    for weekday in WEEKDAYS:
        first, last = first_and_last(NOW.date(), weekday)
        assert first == last
        assert 1 <= (NOW.date() - first).days <= len(WEEKDAYS)
        assert WEEKDAYS[first.weekday()] == weekday


def test_a_day_on_which_nothing_was_done_is_not_looked_up():
    """It is said that nothing is known of it."""
    scene = having(done(1, 0))
    weekday = WEEKDAYS[(NOW.date() - timedelta(days=3)).weekday()]
    outcome = ask_progress(scene, AskProgress(weekday))
    assert not isinstance(outcome, LookBack)
    assert Counter(each.count for each in scene.own.days.values()) == {1: 1}
    assert Tally(1, 30) in scene.own.days.values()
    assert weekday.capitalize() in told(outcome)


def test_a_month_is_the_last_one_of_its_name():
    """All of it, begun already, and less than a year back; a year is one of the calendar."""
    for number, month in enumerate(MONTHS, 1):
        first, last = first_and_last(NOW.date(), month)
        assert (first.month, first.day) == (number, 1)
        assert (last + timedelta(days=1)).day == 1
        assert first <= NOW.date() < date(first.year + 1, number, 1)
    assert first_and_last(NOW.date(), "last_year") == (date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize("period", ["march", "year", "last_year"])
def test_what_may_lie_further_back_is_not_denied(period):
    """Of a history that was read in part it is said that there may be more, of one stretch or of all."""
    history = tuple(done(0, number) for number in range(MOST_READ))
    for wish in (AskDone(Asked(("happy_baby",), ""), period), AskProgress(period)):
        said = told(tell_done(having(*history, done(200, 0, "happy_baby")), LookedBack(wish, history)))
        assert "back" in said or "my notes don't show me more" in said


def test_a_month_that_cannot_be_read_is_said():
    """The store may be out of reach."""
    said = told(tell_done(having(done(1, 0)), LookedBack(AskProgress("march"), None)))
    assert idle().say("done_unread") in said


@pytest.mark.parametrize(
    ("ago", "second"), [(0, "row_second_tomorrow"), (1, "row_second_today"), (2, "")]
)
def test_a_second_day_in_a_row_is_promised_only_after_a_first(ago, second):
    """After a day today it could be tomorrow, after one yesterday today, and else neither."""
    scene = having(done(ago, 0))
    said = told(tell_longest_row(scene, AskLongestRow()))
    either = [scene.say(prompt) for prompt in ("row_second_today", "row_second_tomorrow")]
    assert [each for each in either if each in said] == ([scene.say(second)] if second else [])


def test_the_next_name_is_asked_the_same_though_nothing_was_done_of_the_first():
    """What is told of is kept, whatever there was to tell."""
    thread = ask_done(idle(), AskDone(BRIDGE)).state.thread
    assert (thread.stretch, thread.question) == ("bridge", AskDone)
