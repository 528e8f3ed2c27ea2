"""Envelopes step by step, as one session after another: tests/envelopes/*.json.

A step has `event`, an envelope, and when it is sent: `at` a moment, or `after` so many seconds. With
`session: new` it opens a session; otherwise it carries the last answer's session attributes.
"""

import copy
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from helpers.lambda_entry import Handler
from skill.speech.ssml import words_of

FOLDER = Path(__file__).parent.parent / "envelopes"

START = datetime(2026, 11, 20, 15, tzinfo=UTC)

Step = dict[str, Any]


def case(name: str) -> list[Step]:
    """The steps of a case, by the name of its file."""
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def write_time(at: datetime) -> str:
    """A moment as Alexa writes it."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass
class Answers:
    """A handler that is sent one step after another."""

    handler: Handler
    now: datetime = START
    attributes: dict[str, Any] | None = None

    def send(self, step: Step) -> dict[str, Any]:
        """The answer's envelope: JSON, as Lambda would write it."""
        event = copy.deepcopy(step["event"])
        at = step.get("at")
        self.now = datetime.fromisoformat(at) if at else self.now + timedelta(seconds=step["after"])
        self._date(event)
        self._carry(event, opens=step.get("session") == "new")
        answer = json.loads(json.dumps(self.handler(event, None), allow_nan=False))
        assert answer["version"] == "1.0"
        self.attributes = answer.get("sessionAttributes") or None
        return answer

    def play(self, steps: list[Step]) -> list[dict[str, Any]]:
        """The answers to all of them."""
        return [self.send(step) for step in steps]

    def _date(self, event: dict[str, Any]) -> None:
        """Set the request's time; one that is no text is the case's own."""
        request = event.get("request")
        if isinstance(request, dict) and isinstance(request.get("timestamp"), str):
            request["timestamp"] = write_time(self.now)

    def _carry(self, event: dict[str, Any], *, opens: bool) -> None:
        """Open the event's session, or have it go on."""
        session = event.get("session")
        if isinstance(session, dict) and not opens:
            session |= {"new": False, "attributes": self.attributes or {}}


def said(answer: dict[str, Any]) -> str:
    """The words of an answer; empty for one without any."""
    speech = answer["response"].get("outputSpeech") or {}
    return words_of(speech["ssml"]) if speech else ""
