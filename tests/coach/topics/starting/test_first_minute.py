"""The first minute of a first visit gets somebody into a stretch."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from helpers.content import CONTENT, LIBRARY
from skill.coach.conversation.coming_back.fetching import NOT_FETCHED
from skill.coach.conversation.events import Asked, Launch, StartStretch
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.state import State
from skill.coach.machine import act
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.practice.cues.cues import length
from skill.coach.practice.place import ARRIVED, Phase
from skill.library.loading import load_language
from skill.words import Words

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
A_MINUTE = 60.0
TO_FETCH = 15.0
"""Seconds that are waited for what has to be fetched, or until somebody says that they have it."""


@pytest.mark.parametrize("stretch", sorted(LIBRARY.stretches))
@pytest.mark.parametrize("tag", ["de", "en"])
def test_whoever_is_new_is_in_position_within_a_minute(tag, stretch):
    """From the first word of the welcome, all cautions and the way from standing included."""
    words = Words(load_language(CONTENT, tag, LIBRARY))
    welcome = act(Scene(LIBRARY, words, Profile(ACCOUNT), State(), NOW), Launch())
    heard = Profile(ACCOUNT, Preferences(introduced=True))
    scene = Scene(LIBRARY, words, heard, replace(welcome.state, turns=1), NOW)
    answer = act(scene, StartStretch(Asked((stretch,), stretch))).reply.answer
    there = next(
        number
        for number, cue in enumerate(answer)
        if cue.place is not None and (cue.place.phase is not Phase.SETTLE or cue.place.step == ARRIVED)
    )
    fetched = not {*LIBRARY.stretches[stretch].equipment} <= NOT_FETCHED
    allowed = A_MINUTE + (TO_FETCH if fetched else 0.0)
    assert length(welcome.reply.spoken) + length(answer[:there]) <= allowed
