"""Tries faults for which a module must be imported anew: a constant, a table, a default.

What others have written is imported once; each fork imports ours, with the fault in it, and runs the
tests.
"""

import importlib.util
import os
import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType

import pytest

from tools.mutants.jobs import Job, read_jobs
from tools.mutants.rooms import ROOT
from tools.mutants.telling import tell

OTHERS = (
    *("moto", "boto3", "botocore.session", "ask_sdk_core.skill_builder"),
    *("ask_sdk_model", "flask", "rapidfuzz", "hassil", "cryptography.x509"),
)


class Faulty(SourceFileLoader):
    """Loads the one module."""

    source = ""

    def get_code(self, fullname: str) -> CodeType:
        """The module with the fault."""
        return compile(self.source, self.get_filename(fullname), "exec")


class Finder:
    """Finds the one module."""

    def __init__(self, job: Job) -> None:
        self._job = job
        name = job.file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        self._name = name

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """It, and nothing else."""
        if name != self._name:
            return None
        path = str(ROOT / self._job.file)
        loader = Faulty(name, path)
        loader.source = self._job.source
        return importlib.util.spec_from_file_location(name, path, loader=loader)


class Noticing:
    """A plugin: runs the tests of a fault, in their order, and notes which was the first to fail."""

    def __init__(self, tests: list[str]) -> None:
        self._place = {test: number for number, test in enumerate(tests)}
        self.by = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Those that there are: with a row of a table its test may have gone."""
        items[:] = sorted(
            (each for each in items if each.nodeid in self._place),
            key=lambda each: self._place[each.nodeid],
        )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A failure counts, wherever in the test it is."""
        if report.failed and not self.by:
            self.by = report.nodeid


def _try(job: Job, write: Callable[[str], None]) -> None:
    sys.meta_path.insert(0, Finder(job))
    noticing = Noticing(job.tests)
    files = dict.fromkeys(test.partition("::")[0] for test in job.tests)
    options = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist")
    status = pytest.main([*options, *files], plugins=[noticing])
    ran = status in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
    write(noticing.by or ("" if ran else "import"))


def main() -> None:
    """Try every fault of the file."""
    for other in OTHERS:
        importlib.import_module(other)
    for job in read_jobs(Path(os.environ["MUTANTS_JOBS"])):
        tell(job, lambda write, job=job: _try(job, write))


if __name__ == "__main__":
    main()
