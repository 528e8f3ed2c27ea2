"""A practice ends on what was done and what can be said, and nobody who lies there is asked anything."""

from dataclasses import replace
from datetime import timedelta

import pytest

from helpers.content import WORDS
from helpers.scenes import NOW, idle, practice, running
from skill.coach.conversation.answers.answers import coach
from skill.coach.conversation.answers.ending import (
    LONGEST,
    ended,
    goodbye,
    how_it_was,
)
from skill.coach.person.totals import Tally
from skill.coach.practice.cues.cues import spoken_text

POSE = practice("childs_pose")


def days(*numbers: int) -> dict[str, Tally]:
    """Something was done on these days of November."""
    return {f"2026-11-{number}": Tally(1, 60) for number in numbers}


def after(minutes: float, **profile):
    """A scene so long after the practice began."""
    scene = replace(idle(), now=NOW + timedelta(minutes=minutes))
    return scene.with_profile(replace(scene.profile, **profile))


def test_it_tells_the_minutes_and_the_row_of_days():
    """By the clock, with what is still to be heard; today counts to the row."""
    said = how_it_was(after(4, days=days(18, 19)), POSE, 1, 60.0)
    assert "five minutes" in said
    assert "three days" in said


def test_a_routine_tells_how_many_stretches_were_done():
    """Those that were, and not those that it has."""
    whole = practice("bridge", "cat_cow", "childs_pose", name="loosen_up")
    assert "Two stretches" in how_it_was(after(9), whole, 2, 0.0)


@pytest.mark.parametrize(("minutes", "done"), [(LONGEST / 60 + 1, 1), (4, 0), (0.2, 1)])
def test_nothing_is_told_that_is_not_known(minutes, done):
    """Of a practice that was left for hours, of one in which nothing was done, and of seconds."""
    assert "minute" not in how_it_was(after(minutes), POSE, done, 0.0)


def test_the_last_answer_asks_nothing_and_leaves_the_session_open():
    """It says the way up and what can be said; silence gets a goodbye."""
    scene = running(POSE)
    outcome = coach(scene, POSE, POSE.place_of(0))
    prompt = spoken_text(outcome.reply.prompt)
    assert "?" not in prompt
    assert not outcome.reply.ends_session
    assert any(prompt.endswith(text) for text in WORDS.language.prompts["open_end"])
    assert spoken_text(outcome.reply.reprompt) == goodbye(scene)


def test_the_way_up_is_that_of_the_position():
    """Whoever kneels is told to hold on to something; whoever stands is told nothing of it."""
    kneeling = spoken_text(ended(after(4), POSE, "hands_and_knees", 1, 0.0))
    standing = spoken_text(ended(after(4), POSE, "standing", 1, 0.0))
    assert any(text in kneeling for text in WORDS.language.prompts["get_up_kneeling"])
    assert not any(text in standing for text in WORDS.language.prompts["get_up_kneeling"])


def test_at_night_it_is_good_night():
    """From ten in the evening on."""
    assert goodbye(replace(idle(), now=NOW.replace(hour=22))) in WORDS.language.prompts["goodbye_night"]
