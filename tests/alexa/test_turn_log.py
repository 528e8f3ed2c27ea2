"""The log: a line for every turn, and nothing in it about anybody."""

import io
import json
import logging
import re
from types import SimpleNamespace

import pytest

from helpers.alexa_requests import intent, launch, stretch_slot
from helpers.alexa_services import Service
from helpers.sam_template import template
from skill.alexa.shell import store_visit
from skill.bootstrap import build
from skill.errors import StoreError
from skill.journal import write_journal
from skill.settings import Settings
from skill.stores.memory import MemoryStore

MORNING = "2026-11-20T08:00:00Z"
SECRET = "somebody-nobody-may-read-of"  # noqa: S105 - a name to look for


@pytest.fixture
def journal():
    """What the journal has written, line by line, as JSON."""
    written = io.StringIO()
    write_journal(written)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    log = logging.getLogger("skill")
    log.handlers, log.propagate = [], True
    log.setLevel(logging.NOTSET)


def opened() -> dict:
    """A launch by somebody with a name to look for."""
    envelope = launch(Service(url="http://127.0.0.1:9"), MORNING)
    envelope["session"]["user"]["userId"] = SECRET
    envelope["context"]["System"]["user"]["userId"] = SECRET
    envelope["context"]["System"]["person"] = {"personId": SECRET}
    return envelope


def heard(name: str) -> dict:
    """A slot with words to look for."""
    return {name: {"name": name, "value": SECRET, "confirmationStatus": "NONE"}}


def test_a_turn_is_one_line(journal, mocker):
    """Request id, intent, time in the store and outcome, in one JSON object."""
    clock = iter(range(1000))
    mocker.patch.object(store_visit, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    start = intent(opened(), "StartStretchIntent", "2026-11-20T08:00:00Z", stretch_slot("bridge"))
    build(Settings("memory:"), store=MemoryStore())(start, None)

    (line,) = [line for line in journal() if line["message"] == "turn"]
    assert line["intent"] == "StartStretchIntent"
    assert line["request_id"].startswith("r-")
    assert line["outcome"] == "ok"
    assert line["store_ms"] == 2000.0  # one second by this clock to open it, one to write


def test_nobody_and_nothing_said_is_in_the_log(journal, mocker):
    """No user id, no person, no words: not when all is well, nor when the store or the skill breaks."""
    store = MemoryStore()
    handler = build(Settings("memory:"), store=store)
    for day, what in enumerate(("well", "unwritable", "broken"), 20):
        at = f"2026-11-{day}T08:00:00Z"
        if what == "unwritable":
            mocker.patch.object(store, "write", side_effect=StoreError("the store is out"))
        if what == "broken":
            mocker.patch.object(store, "open", side_effect=KeyError(SECRET))
        handler(opened(), None)
        handler(intent(opened(), "StartStretchIntent", at, heard("stretch")), None)
        handler(intent(opened(), "StartStretchIntent", at, stretch_slot("bridge")), None)
    lines = journal()

    assert SECRET not in json.dumps(lines)
    assert {"ok", "progress not written", "KeyError"} <= {line.get("outcome") for line in lines}


def test_a_turn_that_breaks_says_where(journal, mocker):
    """The log of a failed turn has the kind of the error and its place in the code."""
    store = MemoryStore()
    mocker.patch.object(store, "open", side_effect=KeyError(SECRET))
    build(Settings("memory:"), store=store)(opened(), None)

    (line,) = [line for line in journal() if line["level"] == "ERROR"]
    assert line["error"] == "KeyError"
    assert any(where.startswith("open (") for where in line["where"])


def counted(name: str, lines: list[dict]) -> int:
    """How many lines a metric filter of template.yaml counts."""
    pattern = template()["Resources"][name]["Properties"]["FilterPattern"]
    every = all if "&&" in pattern else any
    terms = re.findall(r'\$\.(\w+) (!?=) "(\w+)"', pattern)
    return sum(
        every(key in line and (line[key] == value) == (sign == "=") for key, sign, value in terms)
        for line in lines
    )


@pytest.mark.parametrize(
    ("breaks", "error", "failed", "in_trouble"),
    [
        (None, None, 0, 0),
        ("write", StoreError("the table is throttled"), 0, 2),
        ("open", StoreError("the table is away"), 0, 2),
        ("open", KeyError("ours"), 2, 2),
    ],
)
def test_the_alarms_count_the_turns_that_went_wrong(journal, mocker, breaks, error, failed, in_trouble):
    """A table in trouble makes turns in trouble; only an unexpected error makes failed turns too."""
    store = MemoryStore()
    if breaks is not None:
        mocker.patch.object(store, breaks, side_effect=error)
    handler = build(Settings("memory:"), store=store)
    for at in ("2026-11-20T08:00:00Z", "2026-11-20T08:01:00Z"):
        handler(intent(opened(), "StartStretchIntent", at, stretch_slot("bridge")), None)
    lines = journal()
    assert counted("FailedTurns", lines) == failed
    assert counted("TurnsInTrouble", lines) == in_trouble
