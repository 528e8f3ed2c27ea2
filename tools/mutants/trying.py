"""A plugin of pytest: once all tests are collected, a fork for each fault runs those that can see it.

A fault in a function is put into the function, so that a fork needs nothing more than its tests. For any
other the module has to be imported anew: `anew.py` does that.
"""

import gc
import os
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FunctionType

import pytest

from tools.mutants.jobs import Job, read_jobs
from tools.mutants.rooms import LEFT_OUT, ROOT
from tools.mutants.telling import tell


class Trying:
    """The process that is forked."""

    def __init__(self) -> None:
        self._functions: dict[str, list[FunctionType]] = defaultdict(list)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out what needs a program of its own."""
        items[:] = [each for each in items if not LEFT_OUT & {*each.fixturenames}]

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_finish(self) -> None:
        """Before the tests put everything out of the collector's sight: find the functions."""
        for each in gc.get_objects():
            if isinstance(each, FunctionType):
                self._functions[each.__code__.co_filename].append(each)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Try every fault in place of running the tests."""
        items = {item.nodeid: item for item in session.items}
        for job in read_jobs(Path(os.environ["MUTANTS_JOBS"])):
            tests = [items[test] for test in job.tests if test in items]
            tell(job, lambda write, job=job, tests=tests: self._try(job, tests, write))
        return True

    def _try(self, job: Job, tests: list[pytest.Item], write: Callable[[str], None]) -> None:
        try:
            _put_in(self._functions[str(ROOT / job.file)], job)
        except Exception:  # noqa: BLE001 - it cannot even be compiled
            write("import")
            return
        for test, following in zip(tests, [*tests[1:], None], strict=True):
            failed = test.session.testsfailed
            test.config.hook.pytest_runtest_protocol(item=test, nextitem=following)
            if test.session.testsfailed > failed:
                write(test.nodeid)
                return
        write("")


def _put_in(functions: list[FunctionType], job: Job) -> None:
    """Give each function of a module its code with the fault: the same one of its name, in order."""
    path = str(ROOT / job.file)
    new: dict[str, list[CodeType]] = defaultdict(list)
    for code in _codes(compile(job.source, path, "exec")):
        new[code.co_qualname].append(code)
    old: dict[str, list[CodeType]] = defaultdict(list)
    for code in _codes(compile(Path(path).read_text(encoding="utf-8"), path, "exec")):
        old[code.co_qualname].append(code)
    for function in functions:
        was = function.__code__
        lines = [code.co_firstlineno for code in old[was.co_qualname]]
        if was.co_firstlineno in lines:
            function.__code__ = new[was.co_qualname][lines.index(was.co_firstlineno)]


def _codes(code: CodeType) -> Iterator[CodeType]:
    """Every function in it, the inner ones after the outer."""
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each
            yield from _codes(each)


def pytest_configure(config: pytest.Config) -> None:
    """Only where faults are to be tried."""
    config.pluginmanager.register(Trying())
