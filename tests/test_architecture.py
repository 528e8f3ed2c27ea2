"""What the layers contract cannot see: docstrings, the environment, and clocks."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SKILL = ROOT / "skill"
MODULES = sorted(SKILL.rglob("*.py"))
PURE = [
    path
    for name in ("coach", "library", "words", "speech", "screen")
    for path in (SKILL / name).rglob("*.py")
]

READS_SETTINGS = {SKILL / "settings.py", SKILL / "commands/chosen_store.py"}
CLOCKS = {"now", "utcnow", "today"}
CHANCE_AND_CLOCKS = {"time", "random", "secrets", "uuid", "os", "socket", "subprocess"}


def tree(path: Path) -> ast.Module:
    """A module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def names(path: Path) -> set[str]:
    """Every name and attribute that stands in a module."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Name):
            found.add(node.id)
    return found


def called(path: Path) -> set[str]:
    """Every method that a module calls."""
    calls = (node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
    return {function.attr for function in calls if isinstance(function, ast.Attribute)}


def imported(path: Path) -> set[str]:
    """The first names of the modules that a module imports, wherever it does so."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


def shown(path: Path) -> str:
    """A module as it is named in a report."""
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", MODULES, ids=shown)
def test_every_module_says_what_it_is_for(path):
    """A docstring in its first line, so that the tree can be read from the top."""
    told = ast.get_docstring(tree(path))
    assert told
    assert told.splitlines()[0].endswith((".", "?"))


@pytest.mark.parametrize("path", sorted(set(MODULES) - READS_SETTINGS), ids=shown)
def test_settings_are_read_in_one_place(path):
    """The environment is read where everything is put together, and nowhere else."""
    assert not names(path) & {"environ", "environb", "getenv", "getenvb", "expandvars"}


@pytest.mark.parametrize("path", sorted(PURE), ids=shown)
def test_what_decides_and_renders_has_no_clock_and_no_chance(path):
    """Time and everything else that differs between two runs comes in as an argument."""
    assert not called(path) & CLOCKS
    assert not imported(path) & CHANCE_AND_CLOCKS


def test_the_modules_are_found():
    """The tests of this file find the modules that they check."""
    assert len(MODULES) > 40
    assert len(PURE) > 20
