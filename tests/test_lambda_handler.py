"""Lambda's way in, loaded by its path as AWS loads it, with requests as Alexa writes them."""

import copy
import importlib.metadata
import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from ask_sdk_core.exceptions import AskSdkException

from helpers.lambda_entry import ROOT, empty_table, load
from helpers.recorded_events import EVENTS, SKILL_ID
from skill.errors import ContentError, SettingError, StoreError
from skill.speech.ssml import words_of
from skill.stores.dynamodb import DynamoStore

LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
TODAY, LATER, TOMORROW = (
    "2026-11-20T15:00:00Z",
    "2026-11-20T15:03:00Z",
    "2026-11-21T15:00:00Z",
)


class Alexa:
    """The platform: sends requests to a handler and carries the session's attributes."""

    def __init__(self, handler) -> None:
        self.handler = handler
        self.attributes: dict | None = None

    def ask(self, name: str, at: str = TODAY) -> dict:
        """The response to a recorded request, made at some other time or in a running session."""
        event = copy.deepcopy(EVENTS[name])
        event["request"]["timestamp"] = at
        if "session" in event and self.attributes is not None:
            event["session"] |= {"new": False, "attributes": self.attributes}
        answer = json.loads(json.dumps(self.handler(event, None)))
        assert answer["version"] == "1.0"
        self.attributes = answer.get("sessionAttributes") or None
        return answer["response"]

    def says(self, name: str, at: str = TODAY) -> str:
        """The words of the answer."""
        return words_of(self.ask(name, at)["outputSpeech"]["ssml"])


@pytest.fixture(autouse=True)
def _on_lambda(compiled):
    """An empty table, the compiled content, and no setting but the store; a test sets what it wants."""
    with empty_table(compiled):
        yield


@pytest.fixture
def alexa() -> Alexa:
    """The platform with the skill on an empty table."""
    return Alexa(load())


# Recorded requests


def test_a_launch_is_welcomed(alexa):
    """The session stays open, and the reprompt asks again."""
    response = alexa.ask("launch")
    assert words_of(response["outputSpeech"]["ssml"]).startswith("Welcome to Limber Back.")
    assert response["outputSpeech"]["type"] == "SSML"
    assert response["reprompt"]["outputSpeech"]["ssml"]
    assert response["shouldEndSession"] is False
    assert alexa.attributes


def test_a_resolved_stretch_is_coached(alexa, words):
    """The id of the match counts, not the words; a second authority without one does no harm."""
    alexa.ask("launch")
    said = alexa.says("start_stretch", LATER)
    for step in words.stretch("happy_baby").steps:
        assert step in said


def test_a_stretch_in_a_first_request_is_coached_too(alexa, words):
    """A one-shot start opens the session and coaches."""
    response = alexa.ask("start_stretch")
    assert words.stretch("happy_baby").release in words_of(response["outputSpeech"]["ssml"])
    assert response["shouldEndSession"] is False


def test_a_name_that_nothing_matches_is_repeated_and_helped_with(alexa):
    """What was heard is said back, with something to do about it."""
    alexa.ask("launch")
    said = alexa.says("start_unknown_stretch", LATER)
    assert "purple unicorn" in said.lower()
    assert "which one" in said.lower()


@pytest.mark.parametrize("name", ["empty_slot", "missing_slots", "start_unresolved_stretch"])
def test_a_request_without_a_name_is_asked_back(alexa, name):
    """An empty slot, no slots at all, and a resolution that timed out are no failures."""
    alexa.ask("launch")
    response = alexa.ask(name, LATER)
    assert words_of(response["outputSpeech"]["ssml"])
    assert response["shouldEndSession"] is False


def test_an_intent_of_another_version_is_not_understood(alexa):
    """An intent that the model has and the code does not gets an answer, and changes nothing."""
    alexa.ask("launch")
    before = alexa.attributes["state"]
    response = alexa.ask("unknown_intent", LATER)
    assert response["shouldEndSession"] is False
    assert alexa.attributes["state"]["question"] == before["question"]
    assert alexa.attributes["state"]["practice"] == before["practice"]


@pytest.mark.parametrize("name", ["session_ended", "session_ended_in_error"])
def test_an_ended_session_gets_no_words(alexa, name):
    """Nothing can be said when a session is over: Alexa would refuse it."""
    alexa.ask("launch")
    alexa.ask("start_stretch")
    assert alexa.ask(name, LATER) == {}
    assert alexa.attributes is None


@pytest.mark.parametrize("name", ["playback_started", "unknown_request"])
def test_a_request_that_nobody_handles_is_received(alexa, name):
    """Requests of other kinds, with or without a session, get an empty response, as Amazon asks."""
    response = alexa.ask(name)
    assert "outputSpeech" not in response
    assert "directives" not in response


@pytest.mark.parametrize(
    "attributes", [{"state": {"version": 0}}, {"state": "?"}, {"x": 1}, {"state": None}]
)
def test_attributes_of_another_version_are_begun_afresh(alexa, attributes):
    """Attributes of another version start a new session, and the person gets an answer."""
    alexa.attributes = attributes
    response = alexa.ask("start_stretch")
    assert words_of(response["outputSpeech"]["ssml"])
    assert alexa.attributes["state"] != attributes.get("state")


# Settings


def test_another_skills_request_is_refused(monkeypatch):
    """With `LIMBER_SKILL_ID` set nobody else's skill can use this function."""
    monkeypatch.setenv("LIMBER_SKILL_ID", SKILL_ID.replace("1111", "9999"))
    handler = load()
    for name in ("launch", "start_stretch", "session_ended", "playback_started"):
        with pytest.raises(AskSdkException, match="Skill ID"):
            handler(copy.deepcopy(EVENTS[name]), None)


def test_its_own_skills_requests_are_answered(monkeypatch):
    """The same setting lets the right skill in."""
    monkeypatch.setenv("LIMBER_SKILL_ID", SKILL_ID)
    assert Alexa(load()).says("launch").startswith("Welcome")


# The store


@pytest.mark.parametrize("method", ["open", "write"])
def test_a_store_that_is_down_stops_nobody(alexa, mocker, words, method):
    """Coaching goes on; that today may not be saved is told once."""
    mocker.patch.object(DynamoStore, method, side_effect=StoreError("the table is out"))
    heard = [alexa.says("launch"), alexa.says("start_stretch"), alexa.says("next", LATER)]
    assert words.stretch("happy_baby").release in heard[1]
    assert " ".join(heard).count(words.say("not_saved")) == 1


def test_what_could_not_be_written_is_written_later(alexa, mocker):
    """A store that comes back loses nothing of what was done without it."""
    broken = mocker.patch.object(DynamoStore, "write", side_effect=StoreError("the table is out"))
    alexa.ask("launch")
    alexa.ask("start_stretch")
    mocker.stop(broken)
    alexa.ask("stop", LATER)
    store = DynamoStore("progress")
    account = EVENTS["launch"]["session"]["user"]["userId"]
    assert [finished.stretch for finished in store.history(account, "account", LONG_AGO)] == [
        "happy_baby"
    ]


def test_a_mistake_of_ours_is_apologised_for(alexa, mocker, words):
    """Whatever fails, a person on the floor hears words, and the session stays as it was."""
    alexa.ask("launch")
    kept = alexa.attributes
    mocker.patch("skill.alexa.shell.conversation.turn", side_effect=ZeroDivisionError("a slip"))
    response = alexa.ask("start_stretch")
    assert words.say("went_wrong") in words_of(response["outputSpeech"]["ssml"])
    assert response["shouldEndSession"] is False
    assert alexa.attributes == kept
    assert alexa.ask("session_ended") == {}


def test_a_practice_is_kept_from_one_day_to_the_next(words):
    """Started today, stopped, and offered tomorrow by another instance of the function."""
    today = Alexa(load())
    for name in ("launch", "start_routine", "next"):
        today.ask(name)
    today.ask("stop", LATER)
    tomorrow = Alexa(load())
    offer = tomorrow.says("launch", TOMORROW)
    resumed = tomorrow.says("yes", TOMORROW)
    assert "yesterday" in offer.lower()
    assert words.routine("everyday_back").name in offer
    assert words.stretch("childs_pose").name in offer
    assert words.stretch("childs_pose").release in resumed


def test_a_store_that_is_not_there_on_lambda_is_refused(monkeypatch):
    """What keeps its data on one machine is no store for Lambda, and no name is no table."""
    for setting in ("sqlite:progress.db", "memory:", "dynamodb:"):
        monkeypatch.setenv("LIMBER_STORE", setting)
        with pytest.raises(
            SettingError, match=re.escape(f"{setting!r}: on Lambda it must be dynamodb:")
        ):
            load()


def test_a_folder_that_was_not_built_says_how_to_build_it(monkeypatch, tmp_path):
    """Without the compiled content there is nothing to coach."""
    monkeypatch.setattr("skill.library.compiled.COMPILED", tmp_path / "content.pickle")
    with pytest.raises(ContentError, match="build the function with make build"):
        load()


# What it needs


def fresh_python(code: str, path: list[Path], *arguments: Path, **settings: str) -> str:
    """What a Python of its own prints; `-S` leaves it nothing but its library and the path."""
    result = subprocess.run(  # noqa: S603
        [sys.executable, "-S", "-c", code, *arguments],
        env={"PYTHONPATH": os.pathsep.join(map(str, path)), "PYTHONDONTWRITEBYTECODE": "1", **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


OF_LAMBDAS_PYTHON = ("botocore", "jmespath", "urllib3")


@pytest.fixture(scope="module")
def shipped(tmp_path_factory) -> Path:
    """A folder with what `requirements/lambda.txt` names and what Lambda's Python has."""
    folder = tmp_path_factory.mktemp("shipped")
    lines = (ROOT / "requirements/lambda.txt").read_text().splitlines()
    named = [line.partition("==")[0] for line in lines if "==" in line]
    for name in (*named, *OF_LAMBDAS_PYTHON):
        for file in importlib.metadata.files(name):
            top = file.parts[0]
            link = folder / top
            if top not in ("..", "__pycache__") and not link.exists():
                link.symlink_to(importlib.metadata.distribution(name).locate_file(top))
    return folder


ENTRY = f"""
import json, pathlib, runpy, sys
import skill.library.compiled
skill.library.compiled.COMPILED = pathlib.Path(sys.argv[1])
handler = runpy.run_path({str(ROOT / "lambda/handler.py")!r})["handler"]
event = json.loads(pathlib.Path({str(ROOT / "tests/events/start_stretch.json")!r}).read_text())
print(handler(event, None)["response"]["shouldEndSession"])
print("boto3" in sys.modules)
"""


NOBODY_THERE = {
    "LIMBER_STORE": "dynamodb:progress",
    "AWS_ENDPOINT_URL_DYNAMODB": "http://127.0.0.1:1",
    "AWS_DEFAULT_REGION": "eu-west-1",
    "AWS_ACCESS_KEY_ID": "tests",
    "AWS_SECRET_ACCESS_KEY": "tests",
}


def test_the_entry_answers_with_what_is_shipped_alone(shipped, compiled):
    """No tool and no terminal package is needed for an answer, even without the table, nor is boto3."""
    told = fresh_python(ENTRY, [shipped, ROOT], compiled, **NOBODY_THERE)
    assert told.splitlines()[-2:] == ["False", "False"]


@pytest.mark.parametrize(
    ("module", "kept_out"),
    [
        ("skill.bootstrap", {"boto3", "botocore", "sqlite3"}),
        ("skill.on_lambda", {"boto3", "sqlite3", "tomllib"}),
    ],
)
def test_putting_the_skill_together_imports_nothing_heavy(module, kept_out, shipped):
    """A cold start pays for no store it does not use, and for nothing of the terminal."""
    site = Path(importlib.metadata.distribution("click").locate_file(""))
    told = fresh_python(f"import {module}, sys; print(*sys.modules)", [shipped, site, ROOT])
    assert "ask_sdk_core" in told.split()
    heavy = {"click", "hassil", "rapidfuzz", "prompt_toolkit", "asyncio", *kept_out}
    assert not heavy & set(told.split())
