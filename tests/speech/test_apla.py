"""APL for Audio says what SSML says, in the same time."""

import json
from datetime import UTC, datetime

import pytest

from skill.coach.conversation.events import Asked, StartStretch
from skill.coach.conversation.state.state import State
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.practice.cues.cues import (
    Said,
    Silence,
    length,
    spoken_text,
)
from skill.coach.turn import turn
from skill.library.records import Level
from skill.speech import apla, ssml

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)


def reply_of(library, words, stretch):
    """The answer that coaches a stretch."""
    event = StartStretch(Asked((stretch,), stretch))
    return turn(library, words, Profile(ACCOUNT), State(), event, NOW).reply


def test_both_renderers_say_the_same_words_in_the_same_time(library, words):
    """Every stretch takes as long and says as much in one as in the other."""
    for stretch in library.stretches:
        reply = reply_of(library, words, stretch)
        for cues in (reply.spoken, reply.reprompt):
            if not any(isinstance(cue, Silence) for cue in cues):
                continue
            heard = apla.as_ssml(apla.render(cues))
            assert ssml.words_of(heard) == ssml.words_of(ssml.render(cues)) == spoken_text(cues)
            assert ssml.seconds_of(heard, words) == pytest.approx(length(cues), abs=0.1)


def test_a_document_has_the_form_amazon_documents(library, words):
    """A sequencer of speech carrying SSML and of silences in milliseconds; nothing else."""
    document = apla.render(reply_of(library, words, "bridge").spoken)
    assert (document["type"], document["version"]) == ("APLA", "0.91")
    sequence = document["mainTemplate"]["item"]
    assert sequence["type"] == "Sequencer"
    for item in sequence["items"]:
        if item["type"] == "Silence":
            assert set(item) == {"type", "duration"}
            assert isinstance(item["duration"], int)
            assert 0 < item["duration"] <= 10_000
        else:
            assert (item["type"], item["contentType"]) == ("Speech", "SSML")
            assert item["content"].startswith("<speak>")
            assert ssml.words_of(item["content"])


def test_short_silences_stay_with_their_words():
    """A count of five is one speech, and a long silence is a component of its own."""
    cues = (
        Said("Five.", 0.5),
        Silence(0.5),
        Said("Four.", 0.5),
        Silence(8.0),
        Said("Done.", 0.5),
    )
    items = apla.render(cues)["mainTemplate"]["item"]["items"]
    assert [item["type"] for item in items] == ["Speech", "Silence", "Speech"]


def test_documents_stay_small(library, words):
    """Answer and reprompt together stay under 24 kilobytes as documents, too."""
    for stretch in library.stretches:
        reply = reply_of(library, words, stretch)
        whole = [apla.render(reply.spoken), apla.render(reply.reprompt)]
        assert len(json.dumps(whole)) < 20_000, stretch


def test_every_level_can_be_rendered(library, words):
    """No level of any stretch makes a document that does not parse."""
    from skill.coach.person.preferences import Preferences

    for stretch in library.stretches:
        for level in Level:
            someone = Profile(ACCOUNT, Preferences(level=level))
            event = StartStretch(Asked((stretch,), stretch))
            reply = turn(library, words, someone, State(), event, NOW).reply
            assert apla.as_ssml(apla.render(reply.spoken))
