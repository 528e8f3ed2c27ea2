"""What Alexa sends about its audio player, and what comes back: never a word where none is allowed."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from skill.alexa.requests.player import read_token
from skill.bootstrap import build, silent_streams
from skill.coach.person.profile import ACCOUNT
from skill.errors import SoundError
from skill.settings import Settings
from skill.simulator import envelope
from skill.simulator.ear.interpretation import HeardSlot, Interpretation
from skill.simulator.envelope import Caller, SessionInfo
from skill.stores.memory import MemoryStore

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
CALLER = Caller(user="a-household", player=True)
ALLOWED = {"AudioPlayer.Play", "AudioPlayer.Stop", "AudioPlayer.ClearQueue"}


class Skill:
    """The skill with a store and streams of its own."""

    def __init__(self, streams=None):
        self.store = MemoryStore()
        self.streams = streams if streams is not None else silent_streams()
        settings = Settings("memory:", delay=0)
        self.handler = build(settings, store=self.store, zone=UTC, streams=self.streams)

    def told(self, request, session=None, player=None):
        """The answer to a request, as JSON."""
        told = envelope.envelope(request, session, CALLER, player)
        return json.loads(json.dumps(self.handler(told, None)))["response"]

    def plays(self, routine="everyday_back"):
        """Have a routine played; gives its stream."""
        heard = Interpretation(
            "PlayThroughIntent", {"routine": HeardSlot(routine, routine, routine, (routine,))}, "test"
        )
        request = envelope.intent("r", NOW, CALLER, heard, ("routine", "stretch", "minutes"))
        answer = self.told(request, SessionInfo("s"))
        (directive,) = [d for d in answer["directives"] if d["type"] == "AudioPlayer.Play"]
        return answer, directive

    def event(self, kind, token, seconds=0.0, at=None):
        """What the player tells."""
        at = at if at is not None else NOW + timedelta(seconds=60 + seconds)
        return self.told(envelope.player_event("r", at, CALLER, kind, token, round(seconds * 1000)))

    def saved(self):
        """The practice as it is kept."""
        (saved,) = self.store.open("a-household", ACCOUNT).practices
        return saved


@pytest.fixture
def skill():
    """The skill."""
    return Skill()


def test_a_play_ends_the_session_and_has_what_amazon_asks_for(skill):
    """One directive, a session that ends, a token of fewer than 1,024 characters, an https address."""
    answer, directive = skill.plays()
    stream = directive["audioItem"]["stream"]
    assert answer["shouldEndSession"] is True
    assert answer["outputSpeech"]["ssml"]
    assert "reprompt" not in answer
    assert directive["playBehavior"] == "REPLACE_ALL"
    assert len(stream["token"]) < 400
    assert stream["url"].startswith("https://")
    assert stream["offsetInMilliseconds"] == 0
    assert "expectedPreviousToken" not in stream
    assert directive["audioItem"]["metadata"]["title"]


class Pictured:
    """Streams that have a picture beside them."""

    def __init__(self, address):
        self.streams, self.address = silent_streams(), address

    def made(self, play, words, seconds):
        """A stream with the picture."""
        return replace(self.streams.made(play, words, seconds), picture=self.address)

    def timetable(self, name):
        """As ever."""
        return self.streams.timetable(name)


def test_a_screen_shows_the_picture_beside_the_player():
    """As the metadata's art, with a name for who cannot see it; an address too long is left out."""
    address = "https://sounds.invalid/figures/bridge.png"
    _, directive = Skill(Pictured(address)).plays()
    shown = directive["audioItem"]["metadata"]
    assert shown["art"] == {"contentDescription": shown["title"], "sources": [{"url": address}]}
    for none in ("", address.ljust(2001, "x")):
        _, directive = Skill(Pictured(none)).plays()
        assert directive["audioItem"]["metadata"].keys() == {"title", "subtitle"}


@pytest.mark.parametrize(
    "kind", ["PlaybackStarted", "PlaybackStopped", "PlaybackFinished", "PlaybackFailed"]
)
def test_nothing_comes_back_for_what_is_only_told(skill, kind):
    """Amazon allows no answer to some of these, and no word to any."""
    _, directive = skill.plays()
    assert skill.event(kind, directive["audioItem"]["stream"]["token"], 20.0) == {}


def test_the_next_stretch_follows(skill):
    """It is all that is answered: after the one that plays, and the same when asked twice."""
    _, directive = skill.plays()
    token = directive["audioItem"]["stream"]["token"]
    first, again = (skill.event("PlaybackNearlyFinished", token, 100.0) for _ in range(2))
    (enqueued,) = first["directives"]
    assert enqueued["playBehavior"] == "ENQUEUE"
    assert enqueued["audioItem"]["stream"]["expectedPreviousToken"] == token
    assert enqueued["audioItem"]["stream"]["token"] != token
    assert first == again
    assert set(first) == {"directives"}


def test_after_the_last_nothing_follows(skill):
    """The practice is over then, and all of it is counted."""
    answer, directive = skill.plays()
    at = NOW + timedelta(seconds=60)
    while answer:
        stream = directive["audioItem"]["stream"]
        length = float(stream["url"].partition("#")[2])
        at += timedelta(seconds=length)
        answer = skill.event("PlaybackNearlyFinished", stream["token"], length - 1, at)
        skill.event("PlaybackFinished", stream["token"], length, at)
        directive = answer["directives"][0] if answer else None
    assert skill.saved().ended
    assert len(list(skill.store.history("a-household", ACCOUNT, NOW))) == 4


@pytest.mark.parametrize(
    "token",
    [
        "",
        "x" * 1024,
        "2;1795980464074;0;e578;2026-11-20T08:00:00.000+00:00;account",
        "1;1795980464074;0;e578;2026-11-20T08:00:00.000+00:00",
        "1;1795980464074;-4;e578;2026-11-20T08:00:00.000+00:00;account",
        "1;now;0;e578;2026-11-20T08:00:00.000+00:00;account",
        "1;1795980464074;0;gone;2026-11-20T08:00:00.000+00:00;account",
        "1;1795980464074;0;gone;another practice;nobody",
    ],
)
def test_a_token_of_another_version_or_of_what_is_gone_is_nobodys(skill, token):
    """Nothing is answered, nothing is kept, and a word said meanwhile is answered as ever."""
    skill.plays()
    before = skill.saved()
    for kind in ("PlaybackStarted", "PlaybackFinished", "PlaybackNearlyFinished", "PlaybackFailed"):
        assert skill.event(kind, token, 20.0) == {}
    assert skill.saved() == before
    player = {"token": token, "offsetInMilliseconds": 20_000, "playerActivity": "PLAYING"}
    heard = Interpretation("AMAZON.PauseIntent", {}, "test")
    request = envelope.intent("r", NOW, CALLER, heard, ())
    assert skill.told(request, SessionInfo("s"), player)["outputSpeech"]["ssml"]


def test_a_token_comes_back_as_it_was_sent(skill):
    """Whatever it names."""
    _, directive = skill.plays()
    token = directive["audioItem"]["stream"]["token"]
    assert read_token(token).text == token


@pytest.mark.parametrize("odd", [None, "", -5, "later", 1e99, [], {}])
def test_odd_offsets_do_no_harm(skill, odd):
    """They count as none."""
    _, directive = skill.plays()
    token = directive["audioItem"]["stream"]["token"]
    at = NOW + timedelta(seconds=90)
    request = envelope.player_event("r", at, CALLER, "PlaybackStopped", token, odd)
    assert skill.told(request) == {}


@pytest.mark.parametrize(
    "button",
    ["NextCommandIssued", "PreviousCommandIssued", "PauseCommandIssued", "PlayCommandIssued", "Odd"],
)
def test_a_button_is_answered_by_directives_alone(skill, button):
    """No word, no card, no reprompt: Amazon takes none."""
    _, directive = skill.plays()
    stream = directive["audioItem"]["stream"]
    player = {"token": stream["token"], "offsetInMilliseconds": 70_000, "playerActivity": "PLAYING"}
    at = NOW + timedelta(seconds=130)
    answer = skill.told(envelope.pressed("r", at, CALLER, button), None, player)
    kinds = {each["type"] for each in answer.get("directives") or ()}
    assert kinds <= ALLOWED
    assert set(answer) <= {"directives", "shouldEndSession"}
    assert bool(kinds) == (button != "Odd")


def test_a_next_that_cannot_be_had_is_not_answered():
    """What plays goes on to its end; the place is kept, and opening the skill goes on from there."""
    skill = Skill(Failing(silent_streams()))
    _, directive = skill.plays()
    skill.streams.fails = True
    token = directive["audioItem"]["stream"]["token"]
    assert skill.event("PlaybackNearlyFinished", token, 100.0) == {}
    assert skill.event("PlaybackFinished", token, 110.0) == {}
    assert skill.saved().place.item == 1


class Failing:
    """Streams that fail from some moment on."""

    fails = False

    def __init__(self, streams):
        self.streams = streams

    def made(self, *wanted):
        """A stream, or an error."""
        if self.fails:
            raise SoundError("the bucket refuses")
        return self.streams.made(*wanted)

    def timetable(self, name):
        """The places in a stream."""
        return self.streams.timetable(name)


def test_the_practice_belongs_to_whoever_had_it_played(skill):
    """Another voice says next: it is still theirs, and nothing is kept of anybody else."""
    _, directive = skill.plays()
    stream = directive["audioItem"]["stream"]
    player = {"token": stream["token"], "offsetInMilliseconds": 70_000, "playerActivity": "PLAYING"}
    heard = Interpretation("AMAZON.NextIntent", {}, "test")
    ann = Caller(user="a-household", person="ann", player=True)
    at = NOW + timedelta(seconds=130)
    request = envelope.intent("r", at, ann, heard, ())
    told = skill.handler(envelope.envelope(request, SessionInfo("s"), ann, player), None)
    assert "AudioPlayer.Play" in [each["type"] for each in told["response"]["directives"]]
    assert skill.saved().place.item == 1
    assert skill.store.people("a-household") == (ACCOUNT,)


def asked_how_long(skill, person, after):
    """The answer to how long is left, asked by name by a voice so long after a routine began to play."""
    _, directive = skill.plays()
    token = directive["audioItem"]["stream"]["token"]
    player = {"token": token, "offsetInMilliseconds": 70_000, "playerActivity": "PLAYING"}
    caller = Caller(user="a-household", person=person, player=True)
    heard = Interpretation("TimeLeftIntent", {}, "test")
    request = envelope.intent("r", NOW + after, caller, heard, ())
    told = skill.handler(envelope.envelope(request, SessionInfo("s"), caller, player), None)
    return told["response"]["outputSpeech"]["ssml"]


@pytest.mark.parametrize(
    ("person", "after", "found"),
    [
        ("", timedelta(minutes=3), True),
        ("ann", timedelta(minutes=3), False),
        ("", timedelta(hours=20), False),
    ],
)
def test_a_question_by_name_is_about_what_plays_for_whoever_had_it_played(skill, person, after, found):
    """Not for another who is recognised, who has their own; and not a day later."""
    assert ("left" in asked_how_long(skill, person, after)) is found
