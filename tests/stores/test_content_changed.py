"""A stretch goes from the content while a practice is kept: what is heard, and what still counts."""

from collections import Counter
from datetime import timedelta

import pytest

from helpers.content import LIBRARY, WORDS
from helpers.scenes import NOW
from helpers.store_samples import LONG_AGO
from helpers.talk import Talk
from helpers.thinner_content import without
from skill.coach.conversation import events
from skill.coach.conversation.events import Asked, Launch, StartRoutine, Stop, Yes
from skill.coach.conversation.state.state import Course
from skill.coach.person.change import Change
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT
from skill.coach.practice.cues.cues import spoken_text
from skill.coach.practice.place import WORK_PHASES
from skill.coach.practice.practice import OWN

HOME = "a household"

MINE = ("pelvic_tilt", "knee_to_chest", "bridge", "happy_baby", "childs_pose")
"""A routine of five stretches, the third of which is in progress."""

MOST_ANSWERS = 12
"""More than a practice takes."""

POSITIONS = {"the first": 0, "one before": 1, "the one in progress": 2, "one after": 3, "the last": 4}


def said(store, talk: Talk, event, after: float):
    """Say something, and keep what came of it."""
    answer = talk.say(event, after)
    if answer.change is not None:
        store.write(HOME, ACCOUNT, answer.change)
    return answer


def visit(store, library, days: int) -> Talk:
    """Somebody opens the skill so many days later, with what is kept of them."""
    return Talk(library, WORDS, store.open(HOME, ACCOUNT), now=NOW + timedelta(days=days))


def to_the_third(store) -> Talk:
    """Practise until the third stretch is being held."""
    mine = Preferences(introduced=True, taught=True, routines={"mine": MINE})
    store.write(HOME, ACCOUNT, Change(NOW - timedelta(days=1), mine))
    talk = visit(store, LIBRARY, 0)
    said(store, talk, StartRoutine(Asked((f"{OWN}mine",), "mine")), 0)
    for _ in MINE:
        for seconds in range(5, round(talk.seconds), 5):
            place = talk.caught_up(events.AskTimeLeft(), seconds).practice.place
            if place.item == 2 and place.phase in WORK_PHASES:
                said(store, talk, events.AskTimeLeft(), seconds)
                return talk
        said(store, talk, Yes(), talk.seconds)
    raise AssertionError("the third stretch never comes")


def to_the_end(store, talk: Talk) -> None:
    """Hear everything out."""
    for _ in range(MOST_ANSWERS):
        if talk.state.practice is None:
            return
        said(store, talk, Yes(), talk.seconds)
    raise AssertionError("the practice never ends")


def times_done(store) -> dict[str, int]:
    """How often each stretch has been done, as the history and the totals agree."""
    history = Counter(each.stretch for each in store.history(HOME, ACCOUNT, LONG_AGO))
    totals = store.open(HOME, ACCOUNT).stretches
    assert {stretch: tally.count for stretch, tally in totals.items()} == history
    return history


def expected(gone: str) -> dict[str, int]:
    """All of the routine once; what has gone only if it had been done."""
    return {stretch: 1 for number, stretch in enumerate(MINE) if stretch != gone or number < 2}


@pytest.mark.parametrize("position", POSITIONS)
def test_a_kept_practice_goes_on_the_next_day_without_what_has_gone(store, position):
    """Each stretch counts once; the one in progress is gone on with, or what comes after it."""
    gone = MINE[POSITIONS[position]]
    said(store, to_the_third(store), Stop(), 1)
    later = visit(store, without(gone), 1)
    offered = spoken_text(said(store, later, Launch(), 0).reply.spoken)
    assert WORDS.stretch(gone).name not in offered
    going_on = said(store, later, Yes(), later.seconds)
    assert going_on.state.course is Course.RUNNING
    here = MINE[3] if gone == MINE[2] else MINE[2]
    assert later.state.practice.place.stretch == here
    assert WORDS.stretch(here).name in f"{offered} {spoken_text(going_on.reply.spoken)}"
    to_the_end(store, later)

    assert times_done(store) == expected(gone)
    after = visit(store, without(gone), 2)
    assert "yesterday" not in spoken_text(said(store, after, Launch(), 0).reply.spoken).lower()


@pytest.mark.parametrize("position", POSITIONS)
def test_a_practice_in_progress_waits_where_it_was_and_goes_on(store, position):
    """Content that changes in the middle of a session loses nothing that was counted."""
    gone = MINE[POSITIONS[position]]
    talk = to_the_third(store)
    talk.library = without(gone)
    waits = said(store, talk, events.NotUnderstood(), 1)
    assert waits.state.course is Course.WAITING
    said(store, talk, events.Resume(), talk.seconds)
    assert talk.state.practice.place.stretch == (MINE[3] if gone == MINE[2] else MINE[2])
    to_the_end(store, talk)

    assert times_done(store) == expected(gone)
