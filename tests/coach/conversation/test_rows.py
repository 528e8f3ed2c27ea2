"""The rows of which the table is made."""

import pytest

from skill.coach.conversation import events as on
from skill.coach.conversation.rows import NONE, RUNNING, TwoRowsError, row, together
from skill.coach.conversation.state.questions import AllRight


def stop(_scene, _event) -> None:
    """An action."""


def wait(_scene, _event) -> None:
    """Another."""


def test_two_rows_for_one_event_are_refused_with_both_their_names():
    """Whoever reads the message knows which two to look at."""
    with pytest.raises(TwoRowsError, match=r"Stop has two rows, stop and wait: take one of them out"):
        together({on.Stop: row("leave", stop)}, {on.Stop: row("leave", wait)})


def test_rows_of_different_events_come_together():
    """Each under its event."""
    one, other = row("leave", stop), row("wait", wait)
    assert together({on.Stop: one}, {}, {on.Pause: other}) == {on.Stop: one, on.Pause: other}
    assert together() == {}


def test_a_row_that_leads_nowhere_stays():
    """Where a course is named, only what is said to stay may stay."""
    assert row("x", stop).stays
    assert not row("x", stop, RUNNING).stays
    assert row("x", stop, RUNNING, or_stays=True).stays


def test_a_row_says_what_it_leads_to():
    """Courses, questions, other events, and whether what waited may go on."""
    made = row("x", stop, RUNNING, NONE, or_goes_on=True, asks=(AllRight,), becomes=(on.Yes,))
    assert (made.leads_to, made.asks, made.becomes) == (
        {RUNNING, NONE},
        {AllRight},
        {on.Yes},
    )
    assert made.goes_on
    assert not row("x", stop).goes_on
