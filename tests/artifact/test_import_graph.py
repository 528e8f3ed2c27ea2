"""The import graph that the artifact is built from, on packages made for it."""

from pathlib import Path

import pytest

from import_graph import reachable


def reached(root: Path, **files: str) -> set[str]:
    """What a script `entry` comes to in `ours`, of which these are the modules, `__` for a dot."""
    for name, text in files.items():
        path = root.joinpath(*name.split("__")).with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    for folder in (path for path in (root / "ours").rglob("*") if path.is_dir()):
        (folder / "__init__.py").touch()
    (root / "ours/__init__.py").touch()
    return set(reachable(root / "entry.py", root, "ours")) - {"ours"}


@pytest.mark.parametrize(
    "text",
    [
        "import ours.a",
        "import ours.a as b, json",
        "from ours import a",
        "from ours.a import b",
        "def f():\n    from ours import a",
        "class C:\n    def f(self):\n        with x:\n            import ours.a",
        "try:\n    import x\nexcept ImportError:\n    import ours.a",
        "if TYPE_CHECKING:\n    import x\nelse:\n    import ours.a",
    ],
)
def test_an_import_counts_wherever_it_stands(tmp_path, text):
    """An import counts in every form, also in a function that is never called."""
    assert reached(tmp_path, entry=text, ours__a="", ours__other="") == {"ours.a"}


@pytest.mark.parametrize(
    "text",
    [
        "if TYPE_CHECKING:\n    import ours.a",
        "if typing.TYPE_CHECKING:\n    import ours.a",
        "import a",
        "# import ours.a",
        "from ours import name",
    ],
)
def test_what_is_no_import_of_a_module_counts_not(tmp_path, text):
    """What only a type checker reads, other packages, and names that are no modules do not count."""
    assert reached(tmp_path, entry=text, ours__a="") == set()


def test_imports_are_followed(tmp_path):
    """Imports are followed from module to module, in circles too, relative or absolute."""
    assert reached(
        tmp_path,
        entry="import ours.a",
        ours__a="import ours.b",
        ours__b="from ours.room import c",
        ours__room__c="from . import d\nfrom ..b import x",
        ours__room__d="",
        ours__room__other="",
    ) == {"ours.a", "ours.b", "ours.room", "ours.room.c", "ours.room.d"}


def test_a_package_is_run_before_what_lies_in_it(tmp_path):
    """Everything that a package's `__init__` imports is reached with every module in the package."""
    (tmp_path / "ours/room").mkdir(parents=True)
    (tmp_path / "ours/room/__init__.py").write_text("import ours.elsewhere")
    assert reached(tmp_path, entry="import ours.room.a", ours__room__a="", ours__elsewhere="") == {
        "ours.room",
        "ours.room.a",
        "ours.elsewhere",
    }
