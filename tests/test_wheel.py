"""The wheel, installed without extras into an environment of its own, and used without the checkout."""

import json
import os
import re
import runpy
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PARTS = runpy.run_path(str(ROOT / "scripts/fetch_parts.py"))
PATIENCE = 300
"""Seconds after which an installation or a command hangs."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """A wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=PATIENCE)  # noqa: S603
    return next(folder.glob("limber_back-*.whl"))


@pytest.fixture(scope="module")
def inside(wheel) -> list[str]:
    """The files in the wheel."""
    return zipfile.ZipFile(wheel).namelist()


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """An environment that had nothing in it before pip was told to install the wheel.

    What the wheel asks for, pip takes from the packages that `make test` fetched: a test has no network.
    """
    if not PARTS["is_ready"]("command"):
        pytest.skip("the command's packages are not in build/parts/command: say make test")
    environment = tmp_path_factory.mktemp("environment")
    from_there = ("--no-index", "--find-links", PARTS["PARTS"] / "command")
    for command in (
        ("venv", "--without-pip", environment),
        ("pip", *PARTS["QUIET"], "--python", environment, "install", "--no-compile", *from_there, wheel),
    ):
        subprocess.run([sys.executable, "-m", *command], check=True, timeout=PATIENCE)  # noqa: S603
    return environment


class Machine:
    """A folder elsewhere, with nothing set that could lead back to the checkout."""

    def __init__(self, installed: Path, folder: Path) -> None:
        self.bin = installed / "bin"
        self.folder = folder

    def run(self, command: str, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
        """Runs what is installed; Amazon's SDK warns where it is compiled."""
        return subprocess.run(  # noqa: S603
            [self.bin / command, *arguments],
            input=text,
            cwd=self.folder,
            env={"PATH": os.environ["PATH"], "HOME": str(self.folder), "PYTHONWARNINGS": "ignore"},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def limber(self, *arguments: str, text: str = "") -> str:
        """What `limber` prints where it has nothing to complain of."""
        done = self.run("limber", *arguments, text=text)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout


@pytest.fixture
def machine(installed, tmp_path) -> Machine:
    """Where the command is used."""
    return Machine(installed, tmp_path)


# What it is


def test_it_has_all_of_the_content(inside):
    """Not a file of the content or of the models is left behind."""
    for name in ("content", "interaction_models"):
        there = {f"skill/_data/{path.relative_to(ROOT)}" for path in (ROOT / name).rglob("*.*")}
        assert {path for path in inside if path.startswith(f"skill/_data/{name}/")} == there


def test_it_has_the_whole_page(inside):
    """Nothing that the browser coach is made of is left behind."""
    for name in ("static", "templates"):
        there = {
            f"skill/web/coach/{name}/{path.name}" for path in (ROOT / "skill/web/coach" / name).iterdir()
        }
        assert {path for path in inside if path.startswith(f"skill/web/coach/{name}/")} == there


def test_it_brings_nothing_that_is_not_the_package(inside):
    """Tests, the Lambda entry and the checkout's own files stay where they are."""
    assert {re.sub(r"[/-].*", "", name) for name in inside} == {"skill", "limber_back"}
    assert not [name for name in inside if name.endswith(".pyc")]


def test_it_says_on_what_terms(wheel, inside):
    """The licence is named, and is there."""
    (metadata,) = [name for name in inside if name.endswith("/METADATA")]
    assert b"License-Expression: MIT" in zipfile.ZipFile(wheel).read(metadata)
    assert [name for name in inside if name.endswith("/LICENSE")]


# What it does, installed alone


def test_it_runs_from_where_it_was_installed(machine, installed):
    """What is tested here is the wheel's own code, and its own content lies inside it."""
    where = machine.run(
        "python",
        "-c",
        "import skill; from skill.library.loading import data_folder\n"
        "print(skill.__file__, data_folder('content'), data_folder('interaction_models'), sep='\\n')",
    )
    site = next(installed.glob("lib/python*/site-packages"))
    assert where.stdout.splitlines() == [
        str(site / "skill/__init__.py"),
        str(site / "skill/_data/content"),
        str(site / "skill/_data/interaction_models"),
    ]


def test_it_coaches(machine):
    """A conversation works, from the first word to what is kept, exported and told."""
    script = "open limber back\nstart cat cow\n@silence\n"
    store = ("--store", "sqlite:x.db")
    _, coached, ended = map(
        json.loads, machine.limber("talk", "--json", *store, text=script).splitlines()
    )
    assert coached["position"]["stretch"] == "cat_cow"
    assert ended["session_ended"]
    (kept,) = json.loads(machine.limber("export", *store))["household"]["people"]
    (finished,) = kept["history"]
    assert finished["stretch"] == "cat_cow"
    for form in ("table", "csv"):
        assert "cat and cow" in machine.limber("history", *store, "--format", form)


def test_what_was_never_kept_needs_no_file(machine):
    """A stretch is coached without any file being written."""
    answers = machine.limber(
        "talk", "--json", "--store", "memory:", text="open limber back\nstart the bridge\n"
    )
    assert json.loads(answers.splitlines()[1])["position"]["stretch"] == "bridge"
    assert not list(machine.folder.iterdir())


def test_its_content_and_models_are_sound(machine):
    """The content in the package is checked, and gives the models that lie beside it."""
    assert machine.limber("content", "check") == "The content is sound.\n"
    assert machine.limber("models", "--check") == (
        "The interaction models are what the content gives.\n"
    )


def test_it_writes_the_skill_package(machine):
    """What the ASK CLI deploys can be written without the checkout."""
    machine.limber("package", "--privacy-policy", "https://example.com/privacy")
    assert (machine.folder / "build/ask-resources.json").exists()
    manifest = json.loads((machine.folder / "build/skill-package/skill.json").read_text())
    assert manifest["manifest"]["privacyAndCompliance"]["locales"]["en-US"]["privacyPolicyUrl"]


def test_without_its_packages_the_service_says_what_to_install(machine):
    """The web service is an extra: without it one line says how to get it."""
    done = machine.run("limber", "serve")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "limber: the web service lacks flask: in the checkout say make serve, or pip install '.[web]'\n"
    )
