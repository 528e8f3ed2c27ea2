"""What `make talk` and `make test` stand on: how .venv is made, and the locked versions."""

import json
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
NPM = [ROOT / "tests/node", ROOT / "tests/web/virtual_alexa", ROOT / "tools/ask_cli"]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
COMMANDS = ["cat", "chmod", "cksum", "dirname", "mkdir", "mv", "rm"]
# Answers the script's question as another Python would, and makes a .venv of two shell scripts.
FAKE_PYTHON = """\
#!/bin/sh
if [ "$1" = -c ]; then
    exec {real} -c '
import sys
sys._base_executable = sys.argv[1]
{change}
exec(sys.argv[3])' "$0" "$@"
fi
echo "python $*" >>{log}
packages="$3/lib/python3.11/site-packages"
mkdir -p "$3/bin" "$packages"
echo "$PWD" >"$packages/_limber_back.pth"
cat >"$3/bin/python" <<'END'
#!/bin/sh
[ "$1" = -c ] && exit
echo "$* (user=$PIP_USER target=$PIP_TARGET)" >>{log}
[ -e {log}.fails ] || exit 0
echo "WARNING: Retrying"
echo "ERROR: No matching distribution found for click"
exit 1
END
chmod +x "$3/bin/python"
"""


class Checkout:
    """A copy of what the script reads, and a PATH with nothing on it but what a test puts there."""

    def __init__(self, folder: Path):
        self.root = folder / "Rücken übung"
        self.bin = folder / "bin"
        self.log = folder / "log"
        (self.root / "scripts").mkdir(parents=True)
        self.bin.mkdir()
        shutil.copy(ROOT / "scripts/environment", self.root / "scripts")
        shutil.copy(ROOT / "pyproject.toml", self.root)
        shutil.copytree(ROOT / "requirements", self.root / "requirements")
        for command in COMMANDS:
            (self.bin / command).symlink_to(shutil.which(command))

    def add_python(self, name: str = "python3", change: str = "") -> Path:
        """Puts a Python on PATH that differs from this one as `change` says."""
        python = self.bin / name
        real, log = shlex.quote(sys.executable), shlex.quote(str(self.log))
        python.write_text(FAKE_PYTHON.format(real=real, change=change, log=log))
        python.chmod(0o755)
        return python

    def set_up(
        self, kind: str = "terminal", python: str = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Runs the script."""
        return subprocess.run(  # noqa: S603
            [self.root / "scripts/environment", kind],
            env={"PATH": str(self.bin), "PYTHON": python, **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def did(self) -> str:
        """What the fake Python was told since the last time this was asked."""
        text = self.log.read_text() if self.log.exists() else ""
        self.log.unlink(missing_ok=True)
        return text


OLD = 'sys.version_info = (3, 8, 18, "final", 0)'
BARE = 'sys.version_info = (3, 12, 1, "final", 0); sys.modules["ensurepip"] = None'


@pytest.fixture
def checkout(tmp_path):
    """A checkout without a .venv, on a machine without a Python."""
    return Checkout(tmp_path)


def refusal(result):
    """The one line that the script gave up with."""
    assert result.returncode == 1
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    return line


def pins(lock):
    """Package names in a lock, each with the versions it is held at (more than one by markers)."""
    versions = {}
    for name, version in re.findall(r"^([\w.-]+)==([^\s;]+)", lock.read_text(), re.MULTILINE):
        versions.setdefault(canonicalize_name(name), set()).add(version)
    return versions


def test_too_old_a_python_is_named_in_one_line(checkout):
    """With only an old Python there is one line, with its version and what to do."""
    checkout.add_python(change=OLD)
    line = refusal(checkout.set_up())
    assert "needs Python 3.11 or later with venv; here is Python 3.8: install" in line
    assert line.endswith("or say make talk PYTHON=/path/to/python")


def test_no_python_at_all_is_said_in_one_line(checkout):
    """With no Python there is one line that says so, for make test too."""
    line = refusal(checkout.set_up("dev"))
    assert "there is none here: install python3 and python3-venv" in line
    assert "make test PYTHON=" in line


def test_a_python_without_ensurepip_is_told_from_an_old_one(checkout):
    """Debian's Python without its venv package: the package to install is named, not a version."""
    checkout.add_python("python3", OLD)
    checkout.add_python("python3.12", BARE)
    line = refusal(checkout.set_up())
    assert "here is Python 3.12 without venv: install python3.12-venv" in line


def test_a_named_python_that_does_not_run_is_named_in_the_line(checkout):
    """PYTHON=/wrong/path is not passed over in silence for another Python."""
    checkout.add_python()
    line = refusal(checkout.set_up(python="/wrong/path"))
    assert "there is no Python at /wrong/path: install" in line


def test_a_refusal_leaves_no_venv(checkout):
    """Where no Python will do, nothing is made."""
    checkout.add_python(change=OLD)
    checkout.set_up()
    assert not (checkout.root / ".venv").exists()


def test_the_first_python_that_will_do_is_taken(checkout):
    """An old python3 does not hide a newer Python beside it."""
    checkout.add_python("python3", OLD)
    newer = checkout.add_python("python3.13")
    result = checkout.set_up("python")
    assert result.stdout == f"{newer}\n"


def test_terminal_installs_no_tools_and_checks_hashes(checkout):
    """`make talk` installs terminal.txt and the build system by hash, and nothing of dev.txt."""
    checkout.add_python()
    result = checkout.set_up("terminal")
    assert (result.returncode, len(result.stderr.splitlines())) == (0, 1)
    _, locked, project = checkout.did().splitlines()
    assert "--require-hashes" in locked
    assert re.findall(r"-r (\S+)", locked) == [
        "requirements/terminal.txt",
        "requirements/build.txt",
    ]
    assert "--no-deps --no-build-isolation --editable ." in project


@pytest.mark.parametrize(
    ("first", "second"),
    [("terminal", "terminal"), ("web", "terminal"), ("dev", "terminal"), ("dev", "web")],
)
def test_a_second_set_up_does_and_says_nothing(checkout, first, second):
    """What is ready stays as it is, and dev holds all that terminal needs."""
    checkout.add_python()
    checkout.set_up(first)
    checkout.did()
    result = checkout.set_up(second)
    assert (result.returncode, result.stderr, checkout.did()) == (0, "", "")


def test_dev_is_added_to_the_same_venv(checkout):
    """`make test` after `make talk` keeps .venv and adds to it."""
    checkout.add_python()
    checkout.set_up("terminal")
    checkout.did()
    checkout.set_up("dev")
    did = checkout.did()
    assert "-m venv" not in did
    assert "requirements/dev.txt" in did


@pytest.mark.parametrize("changed", ["requirements/terminal.txt", "pyproject.toml"])
def test_a_changed_requirement_is_installed(checkout, changed):
    """A pull that changes a lock or the project's own file brings .venv up to date."""
    checkout.add_python()
    checkout.set_up()
    checkout.did()
    with (checkout.root / changed).open("a") as file:
        file.write("# changed\n")
    checkout.set_up()
    assert "requirements/terminal.txt" in checkout.did()


def test_a_failed_install_does_not_count_as_ready(checkout):
    """A set-up that broke off says why in one line, and the next one starts from nothing."""
    checkout.add_python()
    checkout.set_up("terminal")
    fails = checkout.log.with_name("log.fails")
    fails.touch()
    result = checkout.set_up("dev")
    assert result.returncode == 1
    _, line = result.stderr.splitlines()
    assert "not set up (No matching distribution found for click; " in line
    assert line.endswith("is there a network? Then say make test again")
    assert "Retrying" in (checkout.root / ".venv/pip.log").read_text()
    fails.unlink()
    checkout.did()
    checkout.set_up("terminal")
    assert "-m venv" in checkout.did()


def test_a_folder_that_cannot_be_written_is_told_in_one_line(checkout):
    """Where this user may make nothing, there is one line that says where, and what to do."""
    checkout.add_python()
    (checkout.bin / "mkdir").unlink()
    (checkout.bin / "mkdir").symlink_to(shutil.which("false"))
    line = refusal(checkout.set_up())
    assert f"may not write {checkout.root} and the .venv in it; say make talk in a copy" in line


def test_another_environments_settings_are_not_heeded(checkout):
    """What an active environment or another project has set leads nothing past .venv."""
    checkout.add_python()
    result = checkout.set_up(
        VIRTUAL_ENV="/nowhere",
        PYTHONHOME="/nowhere",
        PYTHONPATH="/nowhere",
        PIP_USER="1",
        PIP_TARGET="/nowhere",
    )
    assert result.returncode == 0
    _, *installs = checkout.did().splitlines()
    assert all(each.endswith(" (user=no target=)") for each in installs)


def test_make_talk_runs_without_another_environments_settings(checkout):
    """Once it is ready it starts too, whatever Python's home is somewhere else."""
    checkout.add_python()
    checkout.set_up()
    shutil.copy(ROOT / "Makefile", checkout.root)
    limber = checkout.root / ".venv/bin/limber"
    limber.write_text('#!/bin/sh\necho "limber $* (home=$PYTHONHOME path=$PYTHONPATH)"\n')
    limber.chmod(0o755)
    result = subprocess.run(  # noqa: S603
        [shutil.which("make"), "talk"],
        cwd=checkout.root,
        env={"PATH": str(checkout.bin), "PYTHONHOME": "/nowhere", "PYTHONPATH": "/nowhere"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (result.stdout, result.stderr) == ("limber talk (home= path=)\n", "")


def made(checkout, goal, **environment):
    """What `make` does of the project's Makefile there."""
    shutil.copy(ROOT / "Makefile", checkout.root)
    return subprocess.run(  # noqa: S603
        [shutil.which("make"), goal],
        cwd=checkout.root,
        env={"PATH": str(checkout.bin)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_make_build_without_the_sam_cli_says_so_before_it_fetches_anything(checkout):
    """What is missing is told at once, and not after a minute of downloads."""
    checkout.add_python()
    result = made(checkout, "build")
    assert result.returncode != 0
    assert result.stderr.startswith("make build needs the SAM CLI")
    assert not (checkout.root / ".venv").exists()


def test_what_make_adds_after_ctrl_c_is_in_the_readme(checkout):
    """A status that is not 0 has make say "Error 130": nobody takes that for a failure."""
    checkout.add_python()
    checkout.set_up()
    limber = checkout.root / ".venv/bin/limber"
    limber.write_text("#!/bin/sh\nexit 130\n")
    limber.chmod(0o755)
    assert "talk] Error 130" in made(checkout, "talk").stderr
    assert "`make: *** [… talk] Error 130`" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_a_folder_with_an_umlaut_is_found_without_a_locale(checkout):
    """Python 3.11 reads what leads to the project by the locale: it stands there in plain ASCII."""
    checkout.add_python()
    checkout.set_up()
    (packages,) = (checkout.root / ".venv/lib").glob("*/site-packages")
    found = subprocess.run(  # noqa: S603
        [
            sys.executable,
            "-c",
            "import site, sys; site.addsitedir(sys.argv[1]); print(sys.path)",
            packages,
        ],
        env={"LC_ALL": "C", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert repr(str(checkout.root)) in found.stdout


def test_a_moved_venv_is_made_anew(checkout):
    """The commands of a .venv name its old place: where a checkout moved, they are made again."""
    checkout.add_python()
    checkout.set_up()
    checkout.did()
    checkout.root = checkout.root.rename(checkout.root.with_name("elsewhere"))
    checkout.set_up()
    assert "-m venv" in checkout.did()


def test_another_python_named_makes_the_venv_anew(checkout):
    """PYTHON= is heeded where .venv was made with another, and not where it was made with it."""
    checkout.add_python()
    other = str(checkout.add_python("other"))
    checkout.set_up()
    checkout.did()
    checkout.set_up(python=other)
    assert "-m venv" in checkout.did()
    checkout.set_up(python=other)
    assert checkout.did() == ""


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_package_is_checked_by_hash(lock):
    """No package is installed whose content was not fixed when it was locked."""
    for entry in re.split(r"\n(?=[^\s#])", re.sub(r"(?m)^#.*\n", "", lock.read_text())):
        assert re.match(r"[\w.-]+==[\w.]+( ; [^\\]+)? \\\n    --hash=sha256:[0-9a-f]{64}\b", entry)


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_host_and_no_machine(lock):
    """Locks say what to install, never from where: that is the installer's own setting."""
    text = lock.read_text()
    assert not re.search(r"://|index|find-links|trusted-host|\s/\w", text)


@pytest.mark.parametrize("folder", NPM, ids=lambda folder: folder.name)
def test_npms_locks_name_no_host_and_check_every_package(folder):
    """The same for what comes from npm, whoever's machine the lock is made on."""
    packages = json.loads((folder / "package-lock.json").read_text())["packages"]
    del packages[""]
    assert all("resolved" not in package and "integrity" in package for package in packages.values())
    assert "omit-lockfile-registry-resolved=true\n" in (folder / ".npmrc").read_text()


def test_each_lock_has_only_what_its_users_need():
    """Whoever stretches waits for no test tools and no web server, nor are tools in the web service."""
    tools = {"pytest", "mypy", "moto", "ruff", "cfn-lint", "freezegun", "certvalidator"}
    assert not pins(ROOT / "requirements/web.txt").keys() & tools
    assert not pins(ROOT / "requirements/terminal.txt").keys() & {"flask", "flask-ask-sdk", "gunicorn"}


def test_locks_agree_on_versions():
    """What is tested is what runs: a package has the same version in every lock it is in."""
    dev, web, terminal, shipped, build = (
        pins(ROOT / f"requirements/{name}.txt") for name in ["dev", "web", "terminal", "lambda", "build"]
    )
    assert shipped.items() <= terminal.items() <= web.items() <= dev.items()
    assert all(dev[name] == build[name] for name in dev.keys() & build.keys())


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("terminal", PROJECT["project"]["dependencies"]),
        ("web", PROJECT["project"]["optional-dependencies"]["web"]),
        ("build", PROJECT["build-system"]["requires"]),
        *PROJECT["dependency-groups"].items(),
    ],
)
def test_every_dependency_is_locked_at_a_version_it_allows(lock, wanted):
    """A dependency added or raised in pyproject.toml without `make lock` is noticed."""
    locked = pins(ROOT / f"requirements/{lock}.txt")
    for requirement in map(Requirement, wanted):
        versions = locked[canonicalize_name(requirement.name)]
        assert all(version in requirement.specifier for version in versions), requirement
