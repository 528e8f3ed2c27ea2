"""Devices with a screen, from request to response: what is shown, what a touch does, what goes wrong."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from helpers.screens import data_of, device_with_screen
from helpers.whole_skill import START
from skill.alexa.requests.touches import TOUCHES
from skill.coach.conversation.state.state import Running, Waiting
from skill.coach.conversation.state.state_encoding import decode_state
from skill.coach.person.profile import ACCOUNT
from skill.errors import ContentError
from skill.simulator import envelope
from skill.simulator.envelope import Caller
from skill.stores.memory import MemoryStore

RENDER = "Alexa.Presentation.APL.RenderDocument"


def practising(stretch="child's pose", **options):
    """A device on which a stretch has just been started."""
    device = device_with_screen(MemoryStore(), **options)
    device.say("open limber back")
    device.say(f"start {stretch}")
    return device


def state_of(response):
    """The conversation after a response."""
    return decode_state(response.attributes["state"])


def sent_to(device, request_of):
    """What the skill answers to a request that is made by hand."""
    request = request_of(device)
    return device.skill(envelope.envelope(request, device.session, device.caller), None)


def runtime_error(device):
    """The report that the screen could not show something, with words that are nobody's business."""
    return {
        "type": "Alexa.Presentation.APL.RuntimeError",
        "requestId": "r",
        "timestamp": "2026-11-20T08:01:00Z",
        "locale": "en-US",
        "token": device.response.token,
        "errors": [{"type": "LIST_ERROR", "reason": "INTERNAL_ERROR", "message": "secret words"}],
    }


def test_coaching_is_shown_and_so_is_what_is_said_beside_it():
    """A start, a question in it, a pause and a list each come with a screen of their own."""
    device = practising()
    assert data_of(device.response.screen)["kind"] == "practice"
    told = device.say("how long is this one", device.response.at + timedelta(seconds=60))
    assert data_of(told.screen)["kind"] == "practice"
    paused = data_of(device.say("pause", told.at + timedelta(seconds=20)).screen)
    assert (paused["kind"], paused["note"]) == ("words", "Paused")
    assert paused["mark"]["f"] == 0
    assert [button["id"] for button in paused["buttons"]] == ["resume", "next"]
    listed = data_of(device.say("what stretches are there").screen)
    assert listed["kind"] == "list"
    assert len(listed["entries"]) == 20
    assert device.say("stop").screen is None


def test_progress_is_a_list_of_what_was_done():
    """The card's lines are what the screen has."""
    device = practising()
    device.run_out()
    device.say("open limber back")
    told = device.say("how am i doing")
    assert told.card
    shown = data_of(told.screen)
    assert shown["kind"] == "list"
    assert [shown["title"], *(entry["name"] for entry in shown["entries"])] == [
        line for line in told.card.splitlines() if line
    ]


@pytest.mark.parametrize("version", ["1.7", "1.4", "", "new", "1", None])
def test_an_older_screen_is_sent_nothing(monkeypatch, version):
    """Where the device's APL is older than the document's, or is not told, nothing is shown."""
    runtime = {} if version is None else {"runtime": {"maxVersion": version}}
    monkeypatch.setattr(envelope, "SCREEN", {"Alexa.Presentation.APL": runtime})
    assert practising().response.screen is None


@pytest.mark.parametrize("version", ["1.8", "1.9", "2023.3", "2024.3.1"])
def test_a_screen_that_is_new_enough_is_sent_something(monkeypatch, version):
    """Versions are compared as numbers: 2023.3 is newer than 1.8."""
    told = {"Alexa.Presentation.APL": {"runtime": {"maxVersion": version}}}
    monkeypatch.setattr(envelope, "SCREEN", told)
    assert practising().response.screen is not None


def test_without_a_screen_nothing_changes():
    """A speaker hears the same, and gets no directive."""
    seen, heard = practising().response, practising(screen=False).response
    assert heard.screen is None
    assert (seen.ssml, seen.reprompt_ssml) == (heard.ssml, heard.reprompt_ssml)
    state_seen, state_heard = seen.attributes["state"], heard.attributes["state"]
    assert state_seen["practice"]["place"] == state_heard["practice"]["place"]


@pytest.mark.parametrize(
    ("touch", "word"),
    [("pause", "pause"), ("again", "again"), ("easier", "make it easier"), ("next", "next")],
)
def test_a_touch_is_the_word(touch, word):
    """What is pressed in the middle of a hold has the answer that the word has."""
    said, pressed = practising(), practising()
    at = said.response.at + timedelta(seconds=75)
    heard = said.say(word, at)
    pressed.now = at
    answered = pressed.touch(touch, 3, 75_000)
    assert answered.ssml == heard.ssml
    assert answered.attributes["state"] == heard.attributes["state"]


def test_going_on_after_a_pause_by_touch():
    """Pause and go on, without a word."""
    device = practising()
    device.now += timedelta(seconds=75)
    assert isinstance(state_of(device.touch("pause")).practice, Waiting)
    assert isinstance(state_of(device.touch("resume")).practice, Running)


def test_what_is_listed_can_be_started_by_touch():
    """A stretch, a routine, and a routine of one's own are started by their ids."""
    device = device_with_screen(MemoryStore())
    device.say("open limber back")
    device.say("what stretches are there")
    started = device.touch("start:bridge")
    assert data_of(started.screen)["heads"][0]["n"] == "Bridge"
    device.say("stop")
    device.say("open limber back")
    listed = data_of(device.say("what routines are there").screen)
    assert {entry["id"] for entry in listed["entries"]} >= {"everyday_back"}
    assert data_of(device.touch("start:everyday_back").screen)["kind"] == "practice"


def test_a_touch_on_an_old_screen_changes_nothing():
    """It is answered with silence, and the session stays as it was."""
    device = practising()
    old = device.response.token
    device.now += timedelta(seconds=75)
    paused = device.touch("pause")
    before = dict(paused.attributes)
    again = device.touch("next", 0, 1, token=old)
    assert again.ssml == ""
    assert again.screen is None
    assert again.attributes == before


@pytest.mark.parametrize("told", [(), ("dance",), (7,), (None,), ({"a": 1},), ("start:",)])
def test_a_touch_of_nothing_known_breaks_nothing(told):
    """Whatever a screen sends, nothing goes wrong."""
    device = practising()
    answer = device.touch(*told)
    assert "wrong" not in answer.ssml
    assert answer.attributes


def test_a_screen_that_outlived_its_session_is_answered_kindly():
    """Its touch opens the skill, which offers to go on where it was."""
    device = practising()
    old = device.response.token
    device.now += timedelta(seconds=100)
    device.end("USER_INITIATED", device.now)
    device.now += timedelta(minutes=20)
    welcomed = device.touch("next", token=old)
    assert "child's pose" in welcomed.ssml.lower()
    assert not welcomed.ends_session


def test_a_screen_that_fails_is_sent_nothing_for_a_month(caplog):
    """It is logged without its words; the next answers, and the next sessions, come without a screen."""
    device = practising()
    before = device.response.attributes["state"]
    answer = sent_to(device, runtime_error)
    assert answer["response"] == {}
    assert answer["sessionAttributes"]["state"] == before
    assert "could not show" in caplog.text
    assert "secret" not in caplog.text
    device.session.attributes = answer["sessionAttributes"]
    assert device.say("pause").screen is None
    device.end("USER_INITIATED", device.now)
    assert device.say("open limber back").screen is None
    other = replace(device.caller, device_id="amzn1.ask.device.KITCHEN")
    device.end("USER_INITIATED", device.now)
    device.caller, here = other, device.caller
    assert device.say("open limber back").screen is not None
    device.end("USER_INITIATED", device.now)
    device.caller = here
    device.now += timedelta(days=31)
    assert device.say("open limber back").screen is not None


def test_a_figure_that_cannot_be_read_costs_the_picture_alone(caplog):
    """The words come as ever, and the log says what to do."""
    from skill import assembly, bootstrap
    from skill.alexa.skill_builder import build_handler
    from skill.settings import Settings

    def damaged(stretch):
        raise ContentError([f"{stretch}.pickle: it is damaged"])

    device = practising()
    store = MemoryStore()
    shell = assembly.conversation(
        Settings("memory:", delay=0), *bootstrap.content(), store, damaged, UTC
    )
    broken = replace(device, skill=build_handler(shell, ""), session=None, response=None, now=START)
    broken.say("open limber back")
    answer = broken.say("start child's pose")
    assert answer.screen is None
    assert answer.ssml == device.response.ssml
    assert "damaged" in caplog.text


def test_she_carries_on_by_herself():
    """With the setting on, a whole routine runs without a word: the screen asks for each next part."""
    device = device_with_screen(MemoryStore(), carry_on=True)
    device.say("open limber back")
    shown = device.touch("start:loosen_up")
    parts = 0
    while (done := data_of(shown.screen).get("done", 0)) and parts < 30:
        assert shown.reprompt_ssml == ""
        assert done >= 1000 * (shown.seconds + 8) + 3000
        last = state_of(shown).practice.place
        device.now = shown.at + timedelta(milliseconds=done)
        token = shown.token
        shown = device.touch("done", 0, done, token=token)
        assert shown.ssml
        parts += 1
        now = state_of(shown).practice
        assert now is None or now.place != last
    assert parts >= 1
    profile = device_profile(device)
    assert sum(tally.count for tally in profile.stretches.values()) >= 1


def device_profile(device):
    """What is kept of whoever used a device."""
    state = device.skill
    return device.session.attributes and _profile(device, state)


def _profile(device, _):
    from skill.coach.person.profile_encoding import decode_sent_profile

    return decode_sent_profile(device.session.attributes["profile"])


def test_asking_twice_for_the_next_part_is_asking_once():
    """The second event of the same screen and stage is received, and nothing is said or changed."""
    device = device_with_screen(MemoryStore(), carry_on=True)
    device.say("open limber back")
    shown = device.touch("start:full_back")
    device.now = shown.at + timedelta(milliseconds=data_of(shown.screen)["done"])
    token = shown.token
    first = device.touch("done", 5, 1, token=token)
    assert first.ssml
    second = device.touch("done", 5, 1, token=token)
    assert second.ssml == ""
    assert second.attributes == first.attributes


def test_by_default_nobody_is_carried_on():
    """Without the setting the reprompt coaches on as ever, and the screen asks for nothing."""
    device = device_with_screen(MemoryStore())
    device.say("open limber back")
    shown = device.touch("start:full_back")
    assert shown.reprompt_ssml
    assert data_of(shown.screen)["done"] == 0


def test_a_session_that_ends_before_the_screen_asks_tells_nothing_of_the_voice():
    """What passed was heard; no rate is learnt, and the device is not held to have failed."""
    store = MemoryStore()
    device = device_with_screen(store, carry_on=True)
    device.say("open limber back")
    shown = device.touch("start:full_back")
    device.end("EXCEEDED_MAX_REPROMPTS", shown.at + timedelta(seconds=shown.seconds + 30))
    known = store.open(Caller().user, ACCOUNT, "").device
    assert known.rates == {}


def test_every_button_is_known():
    """What the documents send is what the skill takes."""
    from skill.screen.practice_screen import BUTTONS

    assert {*BUTTONS, "resume", "yes", "no", "done"} == set(TOUCHES)
