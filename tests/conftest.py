"""What the tests share: the real content, loaded once, Amazon's DynamoDB engine, and patience."""

import gc
import os
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import settings

from helpers.content import CONTENT, LIBRARY, WORDS
from helpers.dynamodb_local import EngineMissingError, engine
from skill.library.compiled import write_compiled
from skill.library.loading import load_content
from skill.library.records import Library
from skill.words import Words

# The same examples every time, and no verdict on how fast a noisy machine is.
settings.register_profile("limber", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("limber")


TIMED = (
    "skill.alexa.shell.store_visit.time",
    "skill.alexa.services.reminders.clock",
    "skill.stores.dynamodb.store.time",
    "skill.stores.dynamodb.table.time",
)
"""Clocks by which the skill gives up. A test that is about giving up sets them itself."""

LIMITS = ("skill.alexa.services.api_client.PATIENCE", "skill.stores.sqlite.store.BUSY_SECONDS")
"""Time limits on what a test does for real."""

PATIENCE = 120.0
"""Seconds: far more than anything takes on the slowest machine."""


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item):
    """Where every part is required, a test that skips for want of one has failed."""
    outcome = yield
    report = outcome.get_result()
    if report.skipped and os.environ.get("LIMBER_REQUIRE_ALL") == "1":
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped under LIMBER_REQUIRE_ALL=1: {report.longrepr}"


def pytest_collection_finish() -> None:
    """What has been made so far stays for good: no collection of garbage is to look through it again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _unhurried() -> Iterator[None]:
    """The skill gives up before Alexa does; a test must not, however slow its machine is."""
    stopped = SimpleNamespace(monotonic=lambda: 0.0, time=time.time, sleep=time.sleep)
    with pytest.MonkeyPatch.context() as patch:
        for clock in TIMED:
            patch.setattr(clock, stopped)
        for limit in LIMITS:
            patch.setattr(limit, PATIENCE)
        yield


@pytest.fixture(scope="session", autouse=True)
def _parsed_once() -> Iterator[None]:
    """A file of the content is parsed once, in however many copies of the content it lies."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("skill.library.reading.tomllib", SimpleNamespace(loads=cache(tomllib.loads)))
        yield


@pytest.fixture(scope="session", autouse=True)
def _on_a_machine_without_a_language() -> Iterator[None]:
    """The terminal speaks the default language, whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LC_ALL", "C.UTF-8")
        yield


def pytest_terminal_summary(terminalreporter):
    """A line for each reason to skip, however many tests it is the reason of."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = Counter(report.longrepr[2].removeprefix("Skipped: ") for report in skipped)
    for reason, tests in reasons.most_common():
        terminalreporter.write_line(f"{tests} skipped: {reason}")


@pytest.fixture(scope="session")
def engine_address() -> Iterator[str]:
    """Where Amazon's own DynamoDB engine listens, started once a process."""
    try:
        with engine() as address:
            yield address
    except EngineMissingError as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def compiled(tmp_path_factory) -> Path:
    """The content as a build has it."""
    path = tmp_path_factory.mktemp("build") / "content.pickle"
    write_compiled(load_content(CONTENT), path)
    return path


@pytest.fixture(scope="session")
def library() -> Library:
    """The stretches and routines."""
    return LIBRARY


@pytest.fixture(scope="session")
def words() -> Words:
    """The English words."""
    return WORDS
