"""One visit as Alexa would send it: the requests of a coaching session, made from recorded ones."""

import copy
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from helpers.recorded_events import EVENTS
from helpers.year_of_practice import ALEXAS_LENGTH

START = datetime(2026, 11, 20, 7, tzinfo=UTC)

TURNS = (
    ("TimeLeftIntent", 40),
    ("HoldTimeIntent", 30),
    ("AMAZON.PauseIntent", 25),
    ("AMAZON.ResumeIntent", 15),
    ("AMAZON.NextIntent", 60),
    ("AMAZON.RepeatIntent", 40),
    ("WhereAmIIntent", 30),
    ("AMAZON.NextIntent", 90),
)
"""What is said after the start, and how many seconds after what was said before."""


def hold_session(
    ask: Callable[[dict[str, Any]], dict[str, Any]], *, visitor: int = 0, rounds: int = 1
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Hold a session: launched, the longest routine started, then `TURNS`, some rounds of them.

    Args:
        ask: Sends a request envelope and returns the answer's.
        visitor: A number for whose account it is; everybody comes at a minute of their own.
        rounds: How often the turns come.
    """
    now, attributes = START + timedelta(minutes=visitor), None
    said = [("Launch", 0), ("StartRoutineIntent", 10), *TURNS * rounds]
    for name, seconds in said:
        now += timedelta(seconds=seconds)
        answer = ask(_request(name, now, account_of(visitor), attributes))
        attributes = answer.get("sessionAttributes") or {}
        yield name, answer


def account_of(visitor: int) -> str:
    """A visitor's account, as long as Alexa's are told to be."""
    return f"amzn1.ask.account.{visitor}.".ljust(ALEXAS_LENGTH, "A")


def _request(name: str, at: datetime, user: str, attributes: dict[str, Any] | None) -> dict[str, Any]:
    if name == "Launch":
        made = copy.deepcopy(EVENTS["launch"])
    elif name == "StartRoutineIntent":
        recorded = json.dumps(EVENTS["start_routine"])
        made = json.loads(recorded.replace("everyday_back", "full_back"))
    else:
        made = copy.deepcopy(EVENTS["next"])
        made["request"]["intent"] = {"name": name, "confirmationStatus": "NONE"}
    made["request"]["timestamp"] = f"{at:%Y-%m-%dT%H:%M:%SZ}"
    for holder in (made["session"], made["context"]["System"]):
        holder["user"]["userId"] = user
    if attributes is not None:
        made["session"] |= {"new": False, "attributes": attributes}
    return made
