"""What docs/deploy.md says it costs: counted requests, and sums that are right."""

import json
import re
from collections import Counter
from datetime import UTC
from pathlib import Path

import pytest

from helpers.dynamodb_local import client
from helpers.recorded_visit import TURNS, hold_session
from helpers.sam_template import table_definition
from skill.bootstrap import build
from skill.settings import Settings
from skill.stores.dynamodb import DynamoStore

PAGE = (Path(__file__).parent.parent / "docs/deploy.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| ([^|]+?) \| ([\d.,]+) \|$", re.MULTILINE)
FIGURES = {name: float(value.replace(",", "")) for name, value in ROW.findall(PAGE)}

SESSIONS, SECONDS, GIGABYTES, LOG = 30, 0.1, 0.5, 0.5e-6
UNITS_OF_A_WRITE, FINISHED, UNITS_OF_A_FINISH = 4, 3, 6
MONTH = 30 * 24 * 3600
ALARMS = 4


@pytest.fixture
def requests(engine_address):
    """A client of Amazon's own engine with a table of its own, and its requests as they are counted."""
    there = client(engine_address)
    there.create_table(TableName="costs", **table_definition())
    counted: Counter[str] = Counter()
    there.meta.events.register("before-call.dynamodb.*", lambda model, **_: counted.update([model.name]))
    return there, counted


def test_a_turn_writes_once_at_most_and_a_session_reads_once(requests):
    """The figures per session are those of a session of ten turns, and no turn writes twice."""
    there, counted = requests
    handler = build(Settings("", delay=0), store=DynamoStore("costs", there), zone=UTC)
    writes = []
    for _ in hold_session(lambda event: json.loads(json.dumps(handler(event, None)))):
        writes.append(sum(counted.values()) - counted["Query"] - sum(writes))
    assert len(writes) == 2 + len(TURNS) == 10
    assert max(writes) == 1
    assert counted["Query"] == FIGURES["DynamoDB reads"]
    assert sum(writes) <= FIGURES["DynamoDB writes"]
    assert FIGURES["Lambda requests"] == len(writes) + 1


@pytest.mark.parametrize("people", [1, 1_000, 1_000_000])
def test_the_sums_are_right(people):
    """Each line of the table follows from the figures and prices above it."""
    sessions = people * SESSIONS
    requests = sessions * FIGURES["Lambda requests"]
    units = FIGURES["DynamoDB writes"] * UNITS_OF_A_WRITE + FINISHED * UNITS_OF_A_FINISH
    dollars = (
        requests * FIGURES["a million Lambda requests"] / 1e6
        + requests * SECONDS * GIGABYTES * FIGURES["a million GB-seconds on arm64"] / 1e6
        + GIGABYTES * MONTH * FIGURES["SnapStart: a GB of snapshot for a million seconds"] / 1e6
        + sessions * FIGURES["DynamoDB reads"] * FIGURES["a million read units"] / 1e6
        + sessions * units * FIGURES["a million write units"] / 1e6
        + requests * LOG * FIGURES["a GB of log"]
        + ALARMS * FIGURES["an alarm for a month"]
    )
    assert FIGURES[f"{people:,}"] == pytest.approx(dollars, rel=0.02)
