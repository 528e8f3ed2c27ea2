"""What docs/deploy.md says it costs: counted requests, and sums that are right."""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from helpers.dynamodb_local import client
from helpers.dynamodb_table import units_of
from helpers.recorded_visit import TURNS, hold_session
from helpers.sam_template import table_definition, with_functions
from helpers.store_samples import LONG_AGO, START
from helpers.whole_skill import new_table
from helpers.year_of_practice import ACCOUNT_ID, practise_a_year, turns_of_today
from skill.bootstrap import build, voices
from skill.coach.person.change import Change
from skill.coach.person.device import KnownDevice
from skill.coach.person.profile import ACCOUNT
from skill.library.records import Level
from skill.settings import Settings
from skill.sound.everything import every_sentence
from skill.stores.dynamodb import DynamoStore

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/deploy.md").read_text(encoding="utf-8")
STORAGE = (ROOT / "docs/storage.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| ([^|]+?) \| ([\d.,]+) \|$", re.MULTILINE)
FIGURES = {name: float(value.replace(",", "")) for name, value in ROW.findall(PAGE)}

SESSIONS, SECONDS, GIGABYTES, LOG = 30, 0.1, 0.5, 0.5e-6
FINISHED = 3
"""Writes of a session in which a stretch is finished."""
MONTH = 30 * 24 * 3600
SOUND = re.compile(r"^\| ([\d,]+) \| ([\d,.]+) \| (\d+) % \|$", re.MULTILINE)


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


def test_the_units_are_those_the_engine_reckons(engine_address, library):
    """A year of daily practice on Amazon's engine: both pages say what a turn then costs."""
    store = new_table(engine_address)
    practise_a_year(store, library)
    device = KnownDevice("a" * 20, rates={"en-US": 1.1}, time_zone="Europe/Berlin", zone_told_at=START)
    store.write(ACCOUNT_ID, ACCOUNT, Change(START, device=device))
    spent, measured = units_of(store), {}

    def measure(what, take):
        before = sum(spent)
        took = take()
        measured[what] = sum(spent) - before
        return took

    known = measure("a visit opens", lambda: store.open(ACCOUNT_ID, ACCOUNT, device.key))
    generation = known.generation
    for what, change in turns_of_today(library, generation).items():
        measure(what, lambda change=change: store.write(ACCOUNT_ID, ACCOUNT, change))
    liked = replace(known.preferences, level=Level.GENTLE)
    change = Change(START, liked, generation=generation, known=known.preferences)
    measure("change a preference", lambda: store.write(ACCOUNT_ID, ACCOUNT, change))
    measure("news of a device", lambda: store.write(ACCOUNT_ID, ACCOUNT, Change(START, device=device)))
    measure("the newest 100 of a history", lambda: store.history(ACCOUNT_ID, ACCOUNT, LONG_AGO, 100))
    measure("export a year", lambda: store.back_up(ACCOUNT_ID, START))
    measure("hide everything", lambda: store.hide(ACCOUNT_ID, ACCOUNT))
    assert FIGURES["read units to open"] == measured["a visit opens"]
    assert FIGURES["write units to begin a practice"] == measured["begin a practice"]
    assert FIGURES["write units of a turn"] == measured["set a place"]
    assert FIGURES["write units of a turn that finishes a stretch"] == measured["finish a stretch"]
    assert 2 * measured["news of a device"] == FIGURES["write units of a device, with something else"]
    table = re.findall(r"^\| ([\w ]+) \| ([\d,]+) \w+ units? \|", STORAGE, re.MULTILINE)
    told = {what: float(units.replace(",", "")) for what, units in table}
    assert measured.items() <= told.items()


def alarm_metrics() -> int:
    """What the alarms of the template are billed by: each metric that one of them looks at."""
    resources = with_functions()["Resources"].values()
    alarms = [r["Properties"] for r in resources if r["Type"] == "AWS::CloudWatch::Alarm"]
    return sum(sum("MetricStat" in m for m in alarm.get("Metrics", ())) or 1 for alarm in alarms)


@pytest.mark.parametrize("people", [1, 1_000, 1_000_000])
def test_the_sums_are_right(people):
    """Each line of the table follows from the figures and prices above it."""
    sessions = people * SESSIONS
    requests = sessions * FIGURES["Lambda requests"]
    units = (
        FIGURES["write units to begin a practice"]
        + (FIGURES["DynamoDB writes"] - FINISHED - 1) * FIGURES["write units of a turn"]
        + FINISHED * FIGURES["write units of a turn that finishes a stretch"]
        + FIGURES["write units of a device, with something else"]
    )
    assert units == FIGURES["write units of a session"]
    dollars = (
        requests * FIGURES["a million Lambda requests"] / 1e6
        + requests * SECONDS * GIGABYTES * FIGURES["a million GB-seconds on arm64"] / 1e6
        + GIGABYTES * MONTH * FIGURES["SnapStart: a GB of snapshot for a million seconds"] / 1e6
        + sessions * FIGURES["read units to open"] * FIGURES["a million read units"] / 1e6
        + sessions * units * FIGURES["a million write units"] / 1e6
        + requests * LOG * FIGURES["a GB of log"]
        + alarm_metrics() * FIGURES["a metric of an alarm for a month"]
    )
    assert FIGURES[f"{people:,}"] == pytest.approx(dollars, rel=0.02)


def test_the_sums_for_sound_are_right():
    """What is sent, kept and told of a played routine, for as many people as the page names."""
    of = FIGURES
    sent = of["megabytes sent"] / 1000 * of["a GB sent from S3"]
    writes = 2 * of["streams"] * of["a thousand writes to S3"] / 1000
    reads = (of["sentences fetched"] + 2 * of["streams"]) * of["a thousand reads of S3"] / 1000
    event = (
        of["a million Lambda requests"] + SECONDS * GIGABYTES * of["a million GB-seconds on arm64"]
    ) / 1e6
    event += LOG * of["a GB of log"]
    event += of["read units to open"] * of["a million read units"] / 1e6
    event += 0.75 * of["write units of a turn"] * of["a million write units"] / 1e6
    kept = 7 * of["megabytes sent"] / 1000 * of["a GB in S3 for a month"]
    each = SESSIONS * (sent + writes + reads + of["events of the player"] * event) + kept
    rows = [
        (float(a.replace(",", "")), float(b.replace(",", "")), int(c)) for a, b, c in SOUND.findall(PAGE)
    ]
    assert [people for people, _, _ in rows] == [1, 1000, 1_000_000]
    for people, told, share in rows:
        assert told == pytest.approx(people * each, rel=0.05)
        assert share == pytest.approx(100 * SESSIONS * sent / each, abs=1)


def test_the_page_says_how_much_english_is(library):
    """As `limber sounds build --count` counts it; what is counted has every name among it."""
    words = voices()["en-US"]
    texts = every_sentence(library, words, datetime(2026, 11, 20, 8, tzinfo=UTC))
    told_in_all = " ".join(texts).lower()
    for stretch in words.language.stretches.values():
        assert stretch.name in told_in_all
    assert 500 < len(texts) < 2000
    assert sum(map(len, texts)) < 60_000
    characters = sum(map(len, texts))
    told = (ROOT / "docs/sound.md").read_text(encoding="utf-8")
    assert f"In English that is {len(texts)} sentences of {characters:,} characters." in told
    price = characters * FIGURES["a million characters of a neural voice"] / 1e6
    assert float(re.search(r"one locale, is ([\d.]+) dollars", PAGE)[1]) == pytest.approx(
        price, abs=0.03
    )
