"""How Amazon's engine comes to the tests: made ready once, and never in anybody's way."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from helpers.dynamodb_local import EngineMissingError, engine

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
COMMANDS = ("cat", "cksum", "dirname", "mkdir")
# Makes what npm makes, and tells what it was asked for.
FAKE_NPM = """\
#!/bin/sh
echo "npm $*" >>"{log}"
rm -rf node_modules
if [ -e "{log}.fails" ]; then
    echo "npm error code EAI_AGAIN"
    echo "npm error network the rest, at length"
    exit 1
fi
mkdir node_modules
"""


class Checkout:
    """A copy of what the script reads, and a PATH with nothing on it but what a test puts there."""

    def __init__(self, folder: Path) -> None:
        self.root, self.bin, self.log = folder / "check out", folder / "bin", folder / "log"
        self.node = self.root / "tests/node"
        for made in (self.node, self.root / "scripts", self.bin):
            made.mkdir(parents=True)
        shutil.copy(ROOT / "scripts/node_packages", self.root / "scripts")
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, self.node)
        for command in (*COMMANDS, "rm"):
            (self.bin / command).symlink_to(shutil.which(command))

    def add_npm(self) -> None:
        """Puts an npm on PATH."""
        npm = self.bin / "npm"
        npm.write_text(FAKE_NPM.format(log=self.log))
        npm.chmod(0o755)

    def set_up(self) -> tuple[int, str]:
        """Runs the script: its status, and what it said."""
        script, path = self.root / "scripts/node_packages", {"PATH": str(self.bin)}
        done = subprocess.run([script], env=path, capture_output=True, text=True, check=False)  # noqa: S603
        assert done.stdout == ""
        return done.returncode, done.stderr

    def asked(self) -> list[str]:
        """What npm has been asked for so far."""
        return self.log.read_text().splitlines() if self.log.exists() else []


@pytest.fixture
def checkout(tmp_path) -> Checkout:
    """A checkout on a machine without npm."""
    return Checkout(tmp_path)


def test_without_npm_nothing_happens(checkout):
    """Without npm nothing fails: the tests say what they lack."""
    assert checkout.set_up() == (0, "")


def test_it_is_made_once(checkout):
    """The first time it says so and runs no package's scripts; after that it is silent and quick."""
    checkout.add_npm()
    status, said = checkout.set_up()

    assert (status, said.count("\n")) == (0, 1)
    assert checkout.set_up() == (0, "")
    (asked,) = checkout.asked()
    assert asked.startswith("npm ci ")
    assert "--ignore-scripts" in asked


def test_it_is_made_again_when_the_lock_changes(checkout):
    """Another version in the lock file is another engine."""
    checkout.add_npm()
    checkout.set_up()
    with (checkout.node / "package-lock.json").open("a") as lock:
        lock.write("\n")
    checkout.set_up()

    assert len(checkout.asked()) == 2


def test_no_network_is_no_failure(checkout):
    """Where npm fails, one line says so and why, the checks go on, and the next time tries again."""
    checkout.add_npm()
    fails = checkout.log.with_name("log.fails")
    fails.touch()
    status, said = checkout.set_up()
    _, line = said.splitlines()
    assert (status, "(npm: EAI_AGAIN; " in line, "is there a network?" in line) == (0, True, True)
    assert "at length" in (checkout.root / "build/npm.log").read_text()

    fails.unlink()
    checkout.set_up()
    assert len(checkout.asked()) == 2


def test_it_writes_nothing_into_the_home(checkout):
    """What npm keeps lies in the checkout while it is needed: a home may be read-only."""
    checkout.add_npm()
    checkout.set_up()
    assert "--cache ../../build/npm " in checkout.asked()[0]
    assert list((checkout.root / "build").iterdir()) == []


@pytest.mark.parametrize(
    ("missing", "advice"),
    [("java", "install openjdk-17-jre-headless"), ("package", "install npm")],
)
def test_what_is_missing_is_said(monkeypatch, tmp_path, missing, advice):
    """A test that is skipped for want of the engine says what to install."""
    if missing == "java":
        monkeypatch.setenv("PATH", str(tmp_path))
    else:
        java = tmp_path / "java"
        java.touch(mode=0o755)
        monkeypatch.setenv("PATH", str(tmp_path) + os.pathsep + os.environ["PATH"])
        monkeypatch.setattr("helpers.dynamodb_local.PACKAGE", tmp_path / "nowhere")

    with pytest.raises(EngineMissingError, match=advice), engine():
        pass


def test_the_lock_names_no_registry():
    """The lock file has checksums of packages, and no addresses to fetch them from."""
    lock = json.loads((HERE / "package-lock.json").read_text())
    packages = {name: package for name, package in lock["packages"].items() if name}

    assert packages
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert not any("resolved" in package for package in packages.values())
