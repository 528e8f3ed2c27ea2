"""Whatever comes to `/alexa` and the other addresses: the right status, a short body, and on it goes."""

import json
import logging
from datetime import datetime

import pytest

from skill.errors import StoreError
from skill.settings import Settings
from skill.stores.memory import MemoryStore
from skill.web.application import LARGEST_BODY, create_app

DEEP = b"[" * 100_000


def without(event: dict, *path: str) -> dict:
    """An envelope that lacks one thing."""
    inner = event
    for key in path[:-1]:
        inner = inner[key]
    del inner[path[-1]]
    return event


def assert_short(answer, status: int) -> None:
    """One plain sentence, and nothing of what went on inside."""
    assert answer.status_code == status
    assert answer.mimetype == "text/plain"
    assert len(answer.text) < 80
    assert "Traceback" not in answer.text


@pytest.fixture(params=["verified", "unverified"])
def post(request, alexa, store):
    """Sends a body to `/alexa`, with and without verification."""
    if request.param == "unverified":
        alexa.service = create_app(Settings("memory:"), store, None).test_client()
    return alexa.post


@pytest.mark.parametrize(
    "body",
    [b"", b"not JSON", b"\xff\xfe", b"{", b"null", b"5", b"[]", b'"text"', DEEP],
    ids=["nothing", "words", "no UTF-8", "half", "null", "number", "list", "text", "deep"],
)
def test_what_is_no_envelope_is_refused(post, alexa, body):
    """Not JSON, or JSON that is no request of Alexa's; the next request is answered all the same."""
    assert_short(post(body), 400)
    assert post(alexa.event()).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        ("context",),
        ("context", "System"),
        ("context", "System", "application"),
        ("context", "System", "user"),
        ("session", "user"),
        ("session", "application"),
        ("request", "requestId"),
        ("request", "locale"),
    ],
    ids=".".join,
)
def test_what_one_part_lacks_another_says(post, alexa, path):
    """Whose request it is stands in session and context, as Lambda's function takes it."""
    answer = post(without(alexa.event(), *path))
    assert answer.status_code == 200
    assert "Welcome" in answer.json["response"]["outputSpeech"]["ssml"]


@pytest.mark.parametrize(
    "change",
    [
        {"context": {"System": 5}},
        {"context": []},
        {"context": None},
        {"version": 5},
        {"session": None},
        {"session": {"user": 5}},
        {"session": "s"},
    ],
    ids=repr,
)
def test_nonsense_beside_the_request_is_absent(post, alexa, change):
    """An envelope with the right keys and wrong kinds of values is answered all the same."""
    answer = post(alexa.event() | change)
    assert answer.status_code == 200
    assert answer.json["response"]["outputSpeech"]["ssml"]


@pytest.mark.parametrize("request_", [None, "LaunchRequest", {}, {"type": 5, "requestId": "r"}])
def test_what_says_nothing_of_a_request_is_received(alexa, store, request_):
    """200 and an empty response without verification; with it, nobody knows when it was made."""
    body = alexa.event() | {"request": request_}
    assert_short(alexa.post(body), 400)
    alexa.service = create_app(Settings("memory:"), store, None).test_client()
    answer = alexa.post(body)
    assert (answer.status_code, answer.json["response"]) == (200, {})


def test_an_envelope_of_nobody_and_of_no_skill(alexa, store):
    """Refused with verification, for it may be another skill's; an apology without."""
    body = without(without(alexa.event(), "context"), "session")
    assert_short(alexa.post(body), 400)
    alexa.service = create_app(Settings("memory:"), store, None).test_client()
    assert "went wrong" in alexa.post(body).json["response"]["outputSpeech"]["ssml"]
    assert store.opened == 0


def test_a_time_as_a_number_is_a_time(post, alexa):
    """In milliseconds since 1970, as some SDKs of Amazon's write it, in seconds, or as digits."""
    made = datetime.fromisoformat(alexa.event()["request"]["timestamp"]).timestamp()
    for stamp in (int(made * 1000), int(made), made, str(int(made * 1000))):
        assert post(alexa.event(timestamp=stamp)).status_code == 200


def test_nonsense_in_the_session_attributes_is_a_new_start(post, alexa):
    """They are the skill's own business, and may be of another version."""
    event = alexa.event()
    event["session"] |= {"new": False, "attributes": {"state": {"version": 99}}}
    answer = post(event)
    assert answer.status_code == 200
    assert "Welcome" in answer.json["response"]["outputSpeech"]["ssml"]


@pytest.mark.parametrize("kind", ["Alexa.Something.New", "IntentRequestOfTomorrow", "?"])
def test_an_unknown_kind_of_request_is_received(post, alexa, kind):
    """200 and an empty response, as Amazon asks for."""
    answer = post(alexa.event(type=kind))
    assert (answer.status_code, answer.json["response"]) == (200, {})


def test_slots_that_cannot_be_read_are_absent(post, alexa):
    """The intent still counts: which stretch is asked."""
    answer = post(alexa.event("start_stretch", intent={"name": "StartStretchIntent", "slots": [1, 2]}))
    assert answer.status_code == 200
    assert "stretch" in answer.json["response"]["outputSpeech"]["ssml"]


def test_five_megabytes_are_refused_unread(post, alexa):
    """413, whatever is in them."""
    event = alexa.event()
    event["padding"] = "x" * 5_000_000
    assert_short(post(event), 413)
    assert post(alexa.event()).status_code == 200


def test_the_largest_envelope_alexa_sends_is_far_below_the_limit(post, alexa):
    """Session attributes of 24 kilobytes, which is all that Alexa carries, fit several times."""
    event = alexa.event()
    event["session"]["attributes"] = {"other": "x" * 24_000}
    assert len(json.dumps(event)) * 4 < LARGEST_BODY
    assert post(event).status_code == 200


@pytest.mark.parametrize("method", ["get", "put", "delete", "patch", "head"])
def test_alexa_is_posted_to(alexa, method):
    """405 for any other method, and which one is right."""
    answer = getattr(alexa.service, method)("/alexa")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]


def test_nothing_else_is_there(alexa):
    """404, and no page that tells what this is made of."""
    assert_short(alexa.service.get("/alexa/other"), 404)
    assert_short(alexa.service.get("/"), 404)
    assert_short(alexa.service.get("/library"), 404)


def test_what_breaks_inside_is_not_shown(coach, monkeypatch, caplog):
    """500 in one sentence; the traceback is in the log, with nothing anybody said."""
    caplog.set_level(logging.ERROR)
    monkeypatch.setattr("skill.web.coach.api.diary", lambda *_: 1 / 0)
    at = {"at": "2026-11-20T08:00:00Z"}
    assert_short(coach.get("/api/progress", query_string=at, headers={"X-Limber-User": "me"}), 500)
    (record,) = caplog.records
    assert record.exc_info[0] is ZeroDivisionError


def test_the_log_has_no_user_and_no_words(post, alexa, caplog):
    """Why something was refused, and not whose it was or what they said."""
    caplog.set_level(logging.DEBUG)
    event = alexa.event("start_unknown_stretch")
    user = event["session"]["user"]["userId"]
    post(event)
    post(event, **{"Signature-256": None})
    post(without(event, "context"))
    assert caplog.records
    for text in (user, "stretch", event["request"]["requestId"]):
        assert text not in caplog.text


class GoneStore(MemoryStore):
    """A store that cannot be reached."""

    def open(self, account: str, person: str, device: str = ""):  # noqa: ARG002 - the store's own
        """Fail."""
        raise StoreError("gone")


def test_the_process_is_alive_and_ready(alexa):
    """Both answers of a service that is well, without a signature."""
    for path in ("/healthz", "/readyz"):
        assert alexa.service.get(path).status_code == 200


def test_a_service_without_its_store_is_alive_but_not_ready():
    """A load balancer is told to wait, and not to start it anew."""
    service = create_app(Settings("memory:"), GoneStore(), None).test_client()
    assert service.get("/healthz").status_code == 200
    assert_short(service.get("/readyz"), 503)


def test_a_service_without_its_store_coaches_on(alexa):
    """As on Lambda: the person is told that today may not be saved, and coached."""
    service = create_app(Settings("memory:"), GoneStore(), None).test_client()
    answer = service.post("/alexa", json=alexa.event())
    assert answer.status_code == 200
    assert "may not be saved" in answer.json["response"]["outputSpeech"]["ssml"]
