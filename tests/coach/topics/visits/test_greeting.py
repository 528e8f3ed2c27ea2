"""Hello and goodbye by the time of day."""

from dataclasses import replace

import pytest

from helpers.scenes import NOW, Scene, idle
from skill.coach.conversation.answers.ending import goodbye
from skill.coach.topics.visits.greeting import LESSONS, hello


def at(hour: int, **preferences) -> Scene:
    """Somebody at an hour, with all lessons given unless it is said."""
    scene = idle(**{"lessons": LESSONS} | preferences)
    return replace(scene, now=NOW.replace(hour=hour))


@pytest.mark.parametrize(
    ("hour", "prompt"),
    [
        (3, "welcome_back"),
        (5, "welcome_morning"),
        (10, "welcome_morning"),
        (11, "welcome_back"),
        (16, "welcome_back"),
        (17, "welcome_evening"),
        (21, "welcome_evening"),
        (22, "welcome_back"),
    ],
)
def test_hello_is_that_of_the_hour(hour, prompt):
    """Good morning until eleven, good evening from five, and at night neither."""
    assert hello(at(hour)) == (at(hour), at(hour).say(prompt))


@pytest.mark.parametrize(
    ("hour", "prompt"), [(21, "goodbye"), (22, "goodbye_night"), (3, "goodbye_night"), (12, "goodbye")]
)
def test_goodbye_is_good_night_where_it_is_time_for_that(hour, prompt):
    """From ten until the night ends."""
    assert goodbye(at(hour)) == at(hour).say(prompt)


def test_the_first_days_teach_one_thing_each():
    """The next lesson, once a day, until there are no more."""
    scene, told = hello(at(12, lessons=2, lesson_day="2026-11-19"))
    preferences = scene.profile.preferences

    assert told == f"{at(12).say('welcome_back')} {at(12).say('lesson_3')}"
    assert (preferences.lessons, preferences.lesson_day) == (3, "2026-11-20")
    assert hello(scene) == (scene, at(12).say("welcome_back"))
    assert at(12).say(f"lesson_{LESSONS}") in hello(at(12, lessons=LESSONS - 1))[1]
