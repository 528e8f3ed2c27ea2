"""A plugin of pytest: notes which test comes past which line of the rooms, and how long it takes."""

import json
import os
import time
from collections import defaultdict
from collections.abc import Iterator

import coverage
import pytest

from tools.mutants.rooms import KEPT, LEFT_OUT, ROOMS, ROOT

SEEN = KEPT / "seen"


class Seeing:
    """What a process of the tests has seen."""

    def __init__(self, worker: str) -> None:
        self._worker = worker
        self._took: dict[str, float] = {}
        include = [f"{ROOT}/{folder}/*" for folders in ROOMS.values() for folder in folders]
        self._coverage = coverage.Coverage(data_file=None, include=include, config_file=False)
        self._coverage.start()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what needs a program of its own."""
        items[:] = [each for each in items if not LEFT_OUT & {*each.fixturenames}]

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """A test, and what it sees."""
        self._coverage.switch_context(item.nodeid)
        began = time.process_time()
        yield
        self._took[item.nodeid] = time.process_time() - began
        self._coverage.switch_context("between tests")

    def pytest_sessionfinish(self) -> None:
        """Write it down."""
        self._coverage.stop()
        data = self._coverage.get_data()
        lines: dict[str, dict[int, list[str]]] = defaultdict(dict)
        for file in data.measured_files():
            for line, tests in data.contexts_by_lineno(file).items():
                lines[os.path.relpath(file, ROOT)][line] = [test for test in tests if "::" in test]
        SEEN.mkdir(parents=True, exist_ok=True)
        (SEEN / f"{self._worker}.json").write_text(json.dumps({"took": self._took, "lines": lines}))


def pytest_configure(config: pytest.Config) -> None:
    """Begin, in a worker or in the only process."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "")
    if worker or not getattr(config.option, "numprocesses", None):
        config.pluginmanager.register(Seeing(worker or "alone"))
