"""Which tests can see a fault, the likeliest to notice it first."""

import ast
import json
from collections import defaultdict
from pathlib import Path

from tools.mutants.making import Mutant
from tools.mutants.rooms import ROOT
from tools.mutants.seeing import SEEN

SECONDS = 20.0
"""How long a fault is tried at most, by the time that its tests took when nothing was wrong. The tests
of its own room come first, the quick ones before the long ones."""


class Sight:
    """What was seen when all tests ran."""

    def __init__(self) -> None:
        self._took: dict[str, float] = {}
        self._lines: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        for path in SEEN.glob("*.json"):
            seen = json.loads(path.read_text())
            self._took |= seen["took"]
            for file, lines in seen["lines"].items():
                for line, tests in lines.items():
                    self._lines[file][int(line)].update(tests)
        self._imported_by = _importers(sorted((ROOT / "skill").rglob("*.py")))

    def tests(self, mutant: Mutant) -> list[str]:
        """Those that can see it, in the order in which they are tried.

        What stands in no function is done before any test: whoever comes past anything in its module can
        see it, and past anything in the modules that take names from it.
        """
        if mutant.inside:
            seeing = self._lines[mutant.file][mutant.line]
        else:
            files = (mutant.file, *self._imported_by.get(mutant.file, ()))
            seeing = {test for file in files for tests in self._lines[file].values() for test in tests}
        own = mutant.file.removeprefix("skill/").removesuffix(".py").split("/")
        ordered = sorted(seeing, key=lambda test: (-_near(test, own), self._took[test], test))
        chosen, spent = [], 0.0
        for test in ordered:
            spent += self._took[test]
            if chosen and spent > SECONDS:
                break
            chosen.append(test)
        return chosen

    def seconds(self, tests: list[str]) -> float:
        """How long they take when nothing is wrong."""
        return sum(self._took[test] for test in tests)


def _near(test: str, own: list[str]) -> int:
    """How many folders a test shares with what it may notice; one more where it has its name."""
    path = test.partition("::")[0].removeprefix("tests/").removesuffix(".py").split("/")
    shared = 0
    for mine, theirs in zip(own, path, strict=False):
        if theirs not in (mine, f"test_{mine}"):
            break
        shared += 1
    return shared


def _importers(paths: list[Path]) -> dict[str, list[str]]:
    """The modules that import from each module, by file."""
    found = defaultdict(list)
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                file = node.module.replace(".", "/") + ".py"
                found[file].append(str(path.relative_to(ROOT)))
    return found
