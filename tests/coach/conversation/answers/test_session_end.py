"""What the end of a session tells: whether its last answer was heard, and how fast the voice is."""

import math
from dataclasses import replace
from datetime import timedelta

import pytest

from helpers.scenes import NOW, practice, running, spot
from skill.coach.conversation.answers.session_end import told_by_end, voice_rate
from skill.coach.conversation.events import Ending, SessionEnded
from skill.coach.person.device import KnownDevice, Rendering
from skill.coach.practice.place import Phase

POSE = practice("childs_pose")
SCENE = running(POSE, spot(POSE, Phase.HOLD))
SENT = replace(SCENE.state.practice.sent, at=NOW, spoken=100.0, silent=150.0)
WHOLE = 100 + 150 + 2 * 8
"""Seconds: words and silences, and eight of listening twice."""


def after(seconds: float, event: SessionEnded, sent=SENT, device: KnownDevice | None = None):
    """What is told by an end so many seconds after the answer."""
    scene = replace(SCENE, now=NOW + timedelta(seconds=seconds))
    scene = scene.with_device(device) if device is not None else scene
    return told_by_end(scene, sent, event)


RAN_OUT = SessionEnded(Ending.BY_SILENCE)


@pytest.mark.parametrize(
    ("seconds", "rate"),
    [(WHOLE, 1.0), (WHOLE - 25, 0.75), (WHOLE + 25, 1.25), (WHOLE - 26, 0.74)],
)
def test_what_is_left_beside_silences_and_listening_are_the_words(seconds, rate):
    """And how long they took in place of the usual time is the rate of the voice."""
    assert voice_rate(SENT, seconds) == pytest.approx(rate)
    assert voice_rate(replace(SENT, spoken=90.0, rate=0.9), seconds) == pytest.approx(
        0.9 * (seconds - 166) / 90
    )


@pytest.mark.parametrize(
    ("seconds", "heard", "rendering"),
    [
        (25, 0.0, Rendering.AUDIO),
        (WHOLE - 26, 0.0, Rendering.AUDIO),
        (WHOLE - 25, math.inf, Rendering.BREAKS),
        (WHOLE, math.inf, Rendering.BREAKS),
        (WHOLE + 300, math.inf, Rendering.BREAKS),
    ],
)
def test_a_session_that_ran_out_was_heard_whole_or_not_at_all(seconds, heard, rendering):
    """Three quarters of the words' time is what a fast voice may take; sooner it was cut off."""
    told = after(seconds, RAN_OUT)
    assert (told.heard, told.device.rendering) == (heard, rendering)


def test_on_a_screen_the_first_time_only_the_time_that_passed_counts():
    """The second time running it is the device."""
    ended = replace(RAN_OUT, screen=True)
    first = after(25, ended)
    assert (first.heard, first.device.rendering) == (25.0, Rendering.BREAKS)
    second = after(25, ended, device=first.device)
    assert (second.heard, second.device.rendering) == (0.0, Rendering.AUDIO)


@pytest.mark.parametrize(
    ("event", "heard", "rendering"),
    [
        (SessionEnded(Ending.BY_USER), 25.0, Rendering.BREAKS),
        (SessionEnded(Ending.BY_ERROR), 0.0, Rendering.BREAKS),
        (SessionEnded(Ending.BY_ERROR, refused=True), 0.0, Rendering.AUDIO),
    ],
)
def test_other_ends(event, heard, rendering):
    """Who leaves has heard so much; an error leaves nothing; a refusal is the device's."""
    told = after(25, event)
    assert (told.heard, told.device.rendering) == (heard, rendering)


def test_a_clock_that_runs_behind_has_heard_nothing():
    """Seconds are never fewer than none."""
    assert after(-5, SessionEnded(Ending.BY_USER)).heard == 0.0


@pytest.mark.parametrize(("silent", "learns"), [(50.0, True), (49.0, False)])
def test_an_answer_with_few_silences_teaches_no_rate(silent, learns):
    """Without its silences it could pass for a fast voice."""
    sent = replace(SENT, silent=silent)
    told = after(90 + silent + 16, RAN_OUT, sent)
    assert told.heard == math.inf
    assert bool(told.device.rates) is learns
