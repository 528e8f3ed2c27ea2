"""Sessions that end badly."""

from datetime import UTC, datetime

from helpers.alexa_requests import intent, launch, slot, stretch_slot
from helpers.alexa_services import Service
from skill.alexa.requests.caller import key_of
from skill.bootstrap import build
from skill.coach.person.device import Rendering
from skill.settings import Settings
from skill.stores.memory import MemoryStore

MORNING = "2026-11-20T08:00:00Z"
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


class Visit:
    """One session with the skill, envelope by envelope."""

    def __init__(self, store: MemoryStore, at: str = MORNING, holds: str = "ssml") -> None:
        self.skill = build(Settings(store="memory:", delay=0.0, holds=holds), store=store)
        self.opened = launch(Service(url="http://127.0.0.1:9"), at)
        self.answer = self.skill(self.opened, None)

    def ask(self, name: str, at: str, slots: dict | None = None) -> dict:
        """Send an intent in this session."""
        self.opened["session"]["new"] = False
        self.opened["session"]["attributes"] = self.answer["sessionAttributes"]
        self.answer = self.skill(intent(self.opened, name, at, slots), None)
        return self.answer["response"]

    def end(self, reason: str, at: str, error: str = "") -> None:
        """Let the session end."""
        envelope = intent(self.opened, "none", at)
        envelope["session"]["attributes"] = self.answer["sessionAttributes"]
        envelope["request"] = {
            "type": "SessionEndedRequest",
            "requestId": f"e-{at}",
            "timestamp": at,
            "locale": "en-US",
            "reason": reason,
            **({"error": {"type": error, "message": "m"}} if error else {}),
        }
        assert self.skill(envelope, None)["response"] == {}


def test_a_refused_answer_switches_the_device_to_audio_and_keeps_the_place():
    """After INVALID_RESPONSE to a coaching answer, the next practice is sent as APL for Audio."""
    store = MemoryStore()
    visit = Visit(store)
    first = visit.ask("StartStretchIntent", "2026-11-20T08:00:20Z", stretch_slot("bridge"))
    assert "break" in first["outputSpeech"]["ssml"]
    visit.end("ERROR", "2026-11-20T08:00:21Z", "INVALID_RESPONSE")

    again = Visit(store, "2026-11-20T08:01:00Z")
    assert "cut off" in again.answer["response"]["outputSpeech"]["ssml"] or (
        "broke off" in again.answer["response"]["outputSpeech"]["ssml"]
    )
    coached = again.ask("AMAZON.YesIntent", "2026-11-20T08:01:20Z")
    assert "outputSpeech" not in coached
    (directive,) = coached["directives"]
    assert directive["type"] == "Alexa.Presentation.APLA.RenderDocument"
    assert "The bridge." in str(directive["document"])
    assert coached["reprompt"]["directives"][0]["type"] == directive["type"]


def test_another_error_does_not_change_how_answers_are_sent():
    """After a lost connection answers are sent as before, since nothing was refused."""
    store = MemoryStore()
    visit = Visit(store)
    visit.ask("StartStretchIntent", "2026-11-20T08:00:20Z", stretch_slot("bridge"))
    visit.end("ERROR", "2026-11-20T08:01:21Z", "DEVICE_COMMUNICATION_ERROR")
    assert store.open("u", "account", key_of("kitchen")).device.rendering is Rendering.BREAKS


def test_after_an_error_nothing_of_the_last_answer_counts():
    """After a practice that broke off with an error, its last answer counts as not heard."""
    store = MemoryStore()
    visit = Visit(store)
    visit.ask("StartStretchIntent", "2026-11-20T08:00:20Z", stretch_slot("happy_baby"))
    visit.end("ERROR", "2026-11-20T08:05:00Z", "INTERNAL_SERVICE_ERROR")
    (saved,) = store.open("u", "account").unfinished
    assert saved.worked == 0
    assert saved.place == saved.practice.place_of(0)
    assert list(store.history("u", "account", LONG_AGO)) == []


def test_a_session_that_ran_out_counts_what_was_heard():
    """Nobody spoke until the end: the stretch was done."""
    store = MemoryStore()
    visit = Visit(store)
    visit.ask("StartStretchIntent", "2026-11-20T08:00:20Z", stretch_slot("happy_baby"))
    visit.end("EXCEEDED_MAX_REPROMPTS", "2026-11-20T08:05:00Z")
    (finished,) = store.history("u", "account", LONG_AGO)
    assert (finished.stretch, finished.seconds) == ("happy_baby", 30)
    assert store.open("u", "account").unfinished == ()


def test_a_device_that_vanishes_is_resumed_where_its_last_answer_began():
    """Without another request the place is the last answer's start, and the next visit says so."""
    store = MemoryStore()
    visit = Visit(store)
    visit.ask("StartStretchIntent", "2026-11-20T08:00:20Z", stretch_slot("childs_pose"))
    visit.ask("TimeLeftIntent", "2026-11-20T08:01:45Z")
    again = Visit(store, "2026-11-20T09:00:00Z")
    told = again.answer["response"]["outputSpeech"]["ssml"]
    assert "last place I'm sure of" in told
    (saved,) = store.open("u", "account").unfinished
    assert saved.place.phase == "hold"
    assert 0 < saved.place.held < 30


def test_back_within_five_minutes_there_are_no_questions():
    """A practice whose session ran out goes on at once, with time to get down again."""
    store = MemoryStore()
    visit = Visit(store)
    visit.ask("StartRoutineIntent", "2026-11-20T08:00:20Z", slot("routine", "full_back"))
    visit.end("EXCEEDED_MAX_REPROMPTS", "2026-11-20T08:08:00Z")
    soon = Visit(store, "2026-11-20T08:12:00Z").answer["response"]["outputSpeech"]["ssml"]
    assert "child's pose" in soon.lower()
    assert "?" not in soon
    assert "Lower one knee to the floor" in soon


def test_holds_can_be_sent_as_audio_to_everybody():
    """With LIMBER_HOLDS=apla every answer with silences is APL for Audio, from the first practice on."""
    visit = Visit(MemoryStore(), holds="apla")
    assert "outputSpeech" in visit.answer["response"]
    coached = visit.ask("StartStretchIntent", "2026-11-20T08:00:20Z", stretch_slot("bridge"))
    assert "outputSpeech" not in coached
    assert coached["directives"]
