"""What the tests share: the real content, loaded once, and Amazon's DynamoDB engine."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from dynamodb_local import EngineMissingError, engine
from hypothesis import settings

from skill.library.loading import load_language, load_library
from skill.library.records import Library
from skill.words import Words

CONTENT = Path(__file__).parent.parent / "content"

# The same examples every time, and no verdict on how fast a noisy machine is.
settings.register_profile("limber", derandomize=True, deadline=None, max_examples=60)
settings.load_profile("limber")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item):
    """Where every part is required, a test that skips for want of one has failed."""
    outcome = yield
    report = outcome.get_result()
    if report.skipped and os.environ.get("LIMBER_REQUIRE_ALL") == "1":
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped under LIMBER_REQUIRE_ALL=1: {report.longrepr}"


@pytest.fixture(scope="session")
def engine_address() -> Iterator[str]:
    """Where Amazon's own DynamoDB engine listens, started once a process."""
    try:
        with engine() as address:
            yield address
    except EngineMissingError as missing:
        pytest.skip(str(missing))


@pytest.fixture(scope="session")
def library() -> Library:
    """The stretches and routines."""
    return load_library(CONTENT)


@pytest.fixture(scope="session")
def words(library: Library) -> Words:
    """The English words."""
    return Words(load_language(CONTENT, "en", library))
