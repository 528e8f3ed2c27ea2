"""The command on a machine with nothing set on it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile

from helpers.forked_limber import Call, forks

ROOT = Path(__file__).parent.parent.parent
LIMBER = Path(sys.executable).with_name("limber")

PATIENCE = 300
"""Seconds after which a command hangs."""

MORNING = "2026-11-20T08:00:00+01:00"


class Desk:
    """A machine with nothing set on it, and a folder to be in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder / "home"),
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            "COLUMNS": "2000",
            "TZ": "UTC",
            "AWS_EC2_METADATA_DISABLED": "true",
        }

    def limber(self, *arguments: object, text: str = "") -> subprocess.CompletedProcess[str]:
        """Runs the command with some text on its standard input."""
        if not forks().can(self.environment):
            return self.installed(*arguments, text=text)
        with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as error:
            given.write(text.encode())
            given.seek(0)
            streams = [each.fileno() for each in (given, out, error)]
            with forks().call(arguments, self.folder, self.environment, streams) as call:
                status = call.wait(PATIENCE)
            written = []
            for each in (out, error):
                each.seek(0)
                written.append(each.read().decode())
        return subprocess.CompletedProcess(arguments, status, *written)

    def installed(self, *arguments: object, text: str = "") -> subprocess.CompletedProcess[str]:
        """The same with the installed command, as it starts."""
        return subprocess.run(  # noqa: S603
            [LIMBER, *map(str, arguments)],
            input=text,
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def talk(self, *lines: str, store: str = "memory:", at: str = MORNING, options=()) -> list[dict]:
        """Plays a script, and gives the objects it was answered with."""
        script = "\n".join(lines) + "\n"
        arguments = ("talk", "--json", "--store", store, "--at", at, *options)
        result = self.limber(*arguments, text=script)
        assert (result.returncode, result.stderr) == (0, "")
        return [json.loads(line) for line in result.stdout.splitlines()]

    def live(self, *options: str) -> Call:
        """Starts a live conversation, its input and output in our hands."""
        pipes = [os.pipe(), os.pipe(), os.pipe()]
        theirs = [pipes[0][0], pipes[1][1], pipes[2][1]]
        arguments = ["talk", "--store", "memory:", *options]
        call = forks().call(arguments, self.folder, self.environment, theirs)
        for end in theirs:
            os.close(end)
        call.stdin = os.fdopen(pipes[0][1], "w")
        call.stdout, call.stderr = os.fdopen(pipes[1][0]), os.fdopen(pipes[2][0])
        return call


def refusal(result) -> str:
    """The one line that a command was refused with."""
    assert result.returncode == 2
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    return line
