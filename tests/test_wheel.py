"""The wheel, unpacked somewhere and run without the checkout."""

import json
import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RUN = "from skill.cli import main; main()"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory) -> Path:
    """The folder a wheel of this checkout is unpacked in."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603
    (wheel,) = folder.glob("limber_back-*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def python(unpacked: Path, *arguments: str, text: str = "") -> str:
    """What Python prints with the wheel and its requirements alone on its path.

    `-S` keeps it from reading the .pth file by which the checkout is installed.
    """
    result = subprocess.run(  # noqa: S603
        [sys.executable, "-S", *arguments],
        input=text,
        cwd=unpacked.parent,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(unpacked.parent),
            "PYTHONPATH": os.pathsep.join([str(unpacked), sysconfig.get_path("purelib")]),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def test_it_runs_from_where_it_was_unpacked(unpacked):
    """What is tested here is the wheel's own code, and its own content lies inside it."""
    where = python(
        unpacked,
        "-c",
        "import skill; from skill.library.loading import data_folder\n"
        "print(skill.__file__, data_folder('content'), data_folder('interaction_models'), sep='\\n')",
    )
    assert where.splitlines() == [
        str(unpacked / "skill/__init__.py"),
        str(unpacked / "skill/_data/content"),
        str(unpacked / "skill/_data/interaction_models"),
    ]


def test_it_has_all_of_the_content(unpacked):
    """Not a file of the content or of the models is left behind."""
    for name in ("content", "interaction_models"):
        there = {path.relative_to(ROOT / name) for path in (ROOT / name).rglob("*") if path.is_file()}
        inside = unpacked / "skill/_data" / name
        assert {path.relative_to(inside) for path in inside.rglob("*") if path.is_file()} == there


def test_it_has_the_whole_page(unpacked):
    """Nothing that the browser coach is made of is left behind."""
    for name in ("static", "templates"):
        there = {path.name for path in (ROOT / "skill/web" / name).iterdir()}
        assert {path.name for path in (unpacked / "skill/web" / name).iterdir()} == there


def test_its_content_is_sound(unpacked):
    """`limber content check` finds the content in the package."""
    assert python(unpacked, "-c", RUN, "content", "check") == "The content is sound.\n"


def test_it_coaches(unpacked):
    """A conversation works without the checkout, from the first word to what is kept."""
    script = "open limber back\nstart child's pose\n@silence\n"
    store = ("--store", "sqlite:x.db")
    answers = python(unpacked, "-c", RUN, "talk", "--json", *store, text=script).splitlines()
    _, coached, ended = map(json.loads, answers)
    assert coached["position"]["stretch"] == "childs_pose"
    assert ended["session_ended"]
    (finished,) = json.loads(python(unpacked, "-c", RUN, "export", *store))["history"]
    assert finished["stretch"] == "childs_pose"


def test_it_brings_nothing_that_is_not_the_package(unpacked):
    """Tests, the Lambda entry and the checkout's own files stay where they are."""
    (wheel,) = unpacked.parent.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {re.sub(r"[/-].*", "", name) for name in names} == {"skill", "limber_back"}
    assert not [name for name in names if name.endswith(".pyc")]


def test_it_has_the_limber_command_and_its_licence(unpacked):
    """Installing it makes the command, and says on what terms."""
    (metadata,) = unpacked.glob("*.dist-info")
    assert "limber = skill.cli:main" in (metadata / "entry_points.txt").read_text()
    assert "License-Expression: MIT" in (metadata / "METADATA").read_text()
    assert list(metadata.rglob("LICENSE"))
