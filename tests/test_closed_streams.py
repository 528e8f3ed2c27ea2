"""Closed, full and abandoned inputs and outputs: for every command one line, and the right status."""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryFile

import click
import pytest

from helpers.command_line import LIMBER, PATIENCE, Desk
from helpers.forked_limber import forks
from skill import cli
from skill.library.loading import data_folder

PACKAGE = ["package", "--privacy-policy", "https://example.com/privacy", "--folder", "out"]
COMMANDS = [
    ["talk", "--json"],
    ["talk", "--speed", "500"],
    ["history"],
    *(["history", "--format", form] for form in ("chart", "csv", "json")),
    ["export"],
    ["repair"],
    ["import", "kept.json", "--store", "sqlite:another.db"],
    ["content", "check", "content"],
    ["content", "times"],
    ["content", "new-language", "fr", "content"],
    ["render", "standing_leg_rotation", "--out", "it.wav"],
    ["figure", "bridge"],
    ["models", "--check"],
    ["sounds", "build", "--count"],
    PACKAGE,
    ["--help"],
    ["talk", "--help"],
]
SERVING = ["serve", "--store", "memory:", "--port", "0"]
"""Serves until it is ended, so it is tried only with what keeps it from beginning."""

SCRIPT = "start happy baby\nwhere am i\n"


@pytest.fixture(scope="module")
def practised(tmp_path_factory) -> Path:
    """The folder of a machine on which something has been finished, and exported."""
    desk = Desk(tmp_path_factory.mktemp("practised"))
    one_language = shutil.ignore_patterns("de")
    shutil.copytree(data_folder("content"), desk.folder / "content", ignore=one_language)
    desk.environment["LIMBER_STORE"] = "sqlite:x.db"
    assert desk.limber("talk", "--json", text=SCRIPT).returncode == 0
    (desk.folder / "kept.json").write_text(desk.limber("export").stdout, encoding="utf-8")
    return desk.folder


@pytest.fixture
def desk(practised, tmp_path) -> Desk:
    """The same machine, for one test."""
    shutil.copytree(practised, tmp_path, dirs_exist_ok=True)
    desk = Desk(tmp_path)
    desk.environment["LIMBER_STORE"] = "sqlite:x.db"
    return desk


def run(desk: Desk, command: list[str], ways: str) -> subprocess.CompletedProcess[str]:
    """Runs what is installed with its streams led elsewhere by a shell, its script on the input."""
    return subprocess.run(  # noqa: S603
        ["/bin/sh", "-c", f'exec "$0" "$@" {ways}', LIMBER, *command],
        input=SCRIPT,
        cwd=desk.folder,
        env=desk.environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def led_to(desk: Desk, command: list[str], output: int) -> subprocess.CompletedProcess[str]:
    """Runs a command with an open file as its standard output, its script on the standard input."""
    with TemporaryFile() as given, TemporaryFile() as error:
        given.write(SCRIPT.encode())
        given.seek(0)
        return forked(desk, command, given, output, error)


def without(desk: Desk, command: list[str], closed: int) -> subprocess.CompletedProcess[str]:
    """Runs a command with one of its streams closed."""
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as error:
        given.write(SCRIPT.encode())
        given.seek(0)
        streams = [None if number == closed else each for number, each in enumerate((given, out, error))]
        return forked(desk, command, *streams)


def forked(desk: Desk, command: list[str], given, output, error) -> subprocess.CompletedProcess[str]:
    """Runs a command with these files as its streams; what it wrote into those that can be read."""
    files = [
        each if each is None or isinstance(each, int) else each.fileno()
        for each in (given, output, error)
    ]
    with forks().call(command, desk.folder, desk.environment, files) as call:
        status = call.wait(PATIENCE)
    written = []
    for each in (output, error):
        if each is None or isinstance(each, int):
            written.append("")
            continue
        each.seek(0)
        written.append(each.read().decode())
    return subprocess.CompletedProcess(command, status, *written)


def one_line(result: subprocess.CompletedProcess[str], status: int) -> str:
    """What it was refused with."""
    (line,) = result.stderr.splitlines()
    assert (result.returncode, line.startswith("limber: ")) == (status, True), line
    return line


def names(command: click.Command = cli.limber, path: tuple[str, ...] = ()):
    """The words that call each command."""
    if not isinstance(command, click.Group):
        yield path
        return
    for name, each in command.commands.items():
        yield from names(each, (*path, name))


@pytest.mark.parametrize("path", [*names()], ids=" ".join)
def test_every_command_is_tried(path):
    """A new command comes into the table above."""
    assert any(tuple(command[: len(path)]) == path for command in (*COMMANDS, SERVING))


@pytest.mark.parametrize("ways", ["<&-", ">&-", "2>&-"])
@pytest.mark.parametrize("command", [["talk", "--json"], ["history"]], ids=" ".join)
def test_what_is_installed_starts_as_what_is_forked(desk, command, ways):
    """With a stream closed by a shell there is the same status and the same line as below."""
    closed = [*"<>2"].index(ways[0])
    installed, here = run(desk, command, ways), without(desk, command, closed)
    assert (installed.returncode, installed.stderr) == (here.returncode, here.stderr)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_closed_input_is_missed_only_by_what_reads_it(desk, command):
    """A conversation says so; for everything else nothing is different."""
    result = without(desk, command, 0)
    if command[0] == "talk" and "--help" not in command:
        assert "the standard input is closed" in one_line(result, 2)
        assert result.stdout == ""
    else:
        assert (result.returncode, result.stderr) == (0, "")
        assert result.stdout


@pytest.mark.parametrize("command", [*COMMANDS, SERVING], ids=" ".join)
def test_a_closed_output_is_told_before_anything_is_done(desk, command):
    """Nothing is written that nobody is told of."""
    assert "the standard output is closed" in one_line(without(desk, command, 1), 2)
    assert not (desk.folder / "out").exists()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_closed_standard_error_changes_nothing(desk, command):
    """Not even the database gets its number."""
    result = without(desk, command, 2)
    assert result.returncode == 0
    assert result.stdout


@pytest.mark.parametrize("error", ["2>&-", "2>/dev/full"])
def test_a_mistake_that_cannot_be_told_has_its_status(desk, error):
    """A script that calls the command goes by it."""
    assert run(desk, ["tlak"], error).returncode == 2
    assert run(desk, ["history", "--store", "redis:x"], error).returncode == 2


@pytest.mark.parametrize("command", [*COMMANDS, SERVING], ids=" ".join)
def test_a_full_disk_under_the_output_is_told_in_one_line(desk, command):
    """Whatever the command writes with: a line, a table, JSON."""
    with Path("/dev/full").open("w") as full:
        line = one_line(led_to(desk, command, full.fileno()), 1)
    assert line == "limber: the standard input or output: No space left on device"


@pytest.mark.parametrize("command", [*COMMANDS, SERVING], ids=" ".join)
def test_a_reader_who_has_gone_is_no_trouble(desk, command):
    """`| head -1`: status 1, without a word, and what was to be written is there as a whole."""
    reading, writing = os.pipe()
    os.close(reading)
    result = led_to(desk, command, writing)
    os.close(writing)
    assert (result.returncode, result.stderr) == (1, "")
    if command == PACKAGE:
        written = {path.relative_to(desk.folder) for path in (desk.folder / "out").rglob("*")}
        desk.limber(*command, text=SCRIPT)
        assert {path.relative_to(desk.folder) for path in (desk.folder / "out").rglob("*")} == written


@pytest.mark.parametrize("command", [["history"], ["export"], ["talk", "--json"]], ids=" ".join)
@pytest.mark.parametrize("value", ["somewhere", "./here", ""])
def test_a_relative_data_folder_is_ignored(desk, command, value):
    """As the XDG specification wants it: else progress would depend on the folder one is in."""
    del desk.environment["LIMBER_STORE"]
    desk.environment["XDG_DATA_HOME"] = value
    assert desk.limber("talk", "--json", text=SCRIPT).returncode == 0
    assert desk.limber(*command, text=SCRIPT).returncode == 0
    assert (desk.folder / "home/.local/share/limber-back/progress.db").is_file()
    assert {path.name for path in desk.folder.iterdir()} <= {
        "home",
        "content",
        "kept.json",
        "x.db",
        "x.db-wal",
        "x.db-shm",
    }


@pytest.mark.parametrize(
    ("taken", "said"),
    [
        ("out", "Directory 'out' is a file"),
        ("out/skill-package", "cannot write the package to out: Not a directory"),
    ],
)
def test_a_file_where_a_folder_is_to_be_is_told(desk, taken, said):
    """The file is somebody's and stays."""
    path = desk.folder / taken
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine")
    assert said in one_line(desk.limber(*PACKAGE), 2)
    assert path.read_text() == "mine"
    assert [each.name for each in desk.folder.glob("out/.*")] == []


def test_a_folder_where_a_file_is_to_be_is_told(desk):
    """Nothing of the package is left half written, and the package before it stays."""
    desk.limber(*PACKAGE)
    before = sorted(desk.folder.glob("out/skill-package/**/*"))
    resources = desk.folder / "out/ask-resources.json"
    resources.unlink()
    resources.mkdir()
    assert "cannot write the package to out: Is a directory" in one_line(desk.limber(*PACKAGE), 2)
    assert sorted(desk.folder.glob("out/skill-package/**/*")) == before
    assert [path.name for path in desk.folder.glob("out/.*")] == []


@pytest.mark.parametrize("command", [["history"], ["export"], ["talk", "--json"]], ids=" ".join)
def test_a_folder_where_the_database_is_to_be_is_told(desk, command):
    """It is in the way of the default file as of any other."""
    del desk.environment["LIMBER_STORE"]
    Path(desk.folder / "home/.local/share/limber-back/progress.db").mkdir(parents=True)
    assert "cannot keep progress in" in one_line(desk.limber(*command, text=SCRIPT), 2)
