"""`limber`, started and read in once for many calls: each call is a process of its own, forked from it.

So is any other program of the tests that hears and answers: it is named by its module.

A start reads modules, content and what the ear hears by, which takes longer than what most tests are
about. Whoever is about the start itself, or sets what Python reads when it starts, calls the installed
command.
"""

import gc
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 300
"""Seconds after which a command hangs."""

AT_THE_START = ("PYTHON", "LC_", "LANG", "MALLOC")
"""How the names begin of what a process reads before it runs anything of ours."""

MOST = 1 << 16
"""Bytes of a call: its arguments, folder and environment."""

STREAMS = 3

LIMBER = "skill.cli"
"""The module with the `main` of the command."""


def _as_it_starts(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(AT_THE_START)}


class Call:
    """A command that runs, or has run: what `subprocess.Popen` tells of one."""

    returncode: int | None = None
    stdin: IO[str] | None = None
    stdout: IO[str] | None = None
    stderr: IO[str] | None = None

    def __init__(self, told: int) -> None:
        self._told = os.fdopen(
            told, "rb", buffering=0
        )  # what is left in a buffer, `select` does not see
        self.pid = int(self._told.readline())

    def __enter__(self) -> "Call":
        return self

    def __exit__(self, *_: object) -> None:
        for stream in (self.stdin, self.stdout, self.stderr):
            if stream is not None:
                with suppress(BrokenPipeError):  # it has ended, and what was typed last goes nowhere
                    stream.close()
        self.wait(PATIENCE)

    def poll(self) -> int | None:
        """Its status, or None as long as it runs."""
        if self.returncode is None and not select.select([self._told], [], [], 0)[0]:
            return None
        return self.wait(0)

    def wait(self, timeout: float) -> int:
        """Its status, once it has ended.

        Raises:
            TimeoutError: It has not in so many seconds.
        """
        if self.returncode is None:
            if not select.select([self._told], [], [], timeout)[0]:
                raise TimeoutError(f"process {self.pid} has not ended in {timeout} s")
            self.returncode = int(self._told.readline())
            self._told.close()
        return self.returncode

    def communicate(self, text: str, timeout: float) -> tuple[str, str]:
        """Type something, and the end of the input: what came of it, and a line of trouble at most."""
        with suppress(BrokenPipeError):
            self.stdin.write(text)
            self.stdin.close()
        written = self.stdout.read(), self.stderr.read()
        self.wait(timeout)
        return written

    def send_signal(self, number: int) -> None:
        """As `kill` does; nothing where it has ended."""
        if self.returncode is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        """End it."""
        self.send_signal(signal.SIGTERM)


class Forks:
    """The process that is forked."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._calls, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        self._as_it_starts = _as_it_starts(environment)
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603
                [sys.executable, __file__, str(theirs.fileno())],
                env=dict(environment),
                pass_fds=[theirs.fileno()],
            )

    def can(self, environment: Mapping[str, str]) -> bool:
        """Whether a process that starts with this environment is as one that is forked."""
        return _as_it_starts(environment) == self._as_it_starts

    def call(
        self,
        arguments: Sequence[object],
        folder: Path,
        environment: Mapping[str, str],
        streams: Sequence[int | None],
        program: str = LIMBER,
    ) -> Call:
        """Run a command, with open files as its standard input, output and error; None for a closed one.

        Args:
            arguments: What is said behind the program's name.
            folder: Where it is called.
            environment: All of its variables.
            streams: The three files.
            program: The module whose `main` runs.
        """
        told, telling = os.pipe()
        words = [str(each) for each in arguments]
        closed = [number for number, stream in enumerate(streams) if stream is None]
        call = json.dumps([words, str(folder), dict(environment), closed, program]).encode()
        assert len(call) < MOST
        self._calls.sendall(len(call).to_bytes(4))
        opened = [stream for stream in streams if stream is not None]
        socket.send_fds(self._calls, [call], [telling, *opened])
        os.close(telling)
        return Call(told)

    def close(self) -> None:
        """Nobody calls any more."""
        self._calls.close()
        self._process.wait(PATIENCE)


@cache
def forks() -> Forks:
    """This worker's own, from the first call to the end of the tests."""
    return Forks(
        {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            "TZ": "UTC",
        }
    )


def _serve(calls: socket.socket) -> str:
    """Fork for every call. What is forked returns, with its program, and everything else does not."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the tests; they close the socket
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for who only waits
    while size := calls.recv(4):
        length = int.from_bytes(size)
        call, files, _, _ = socket.recv_fds(calls, length, STREAMS + 1)
        while len(call) < length:
            call += calls.recv(length - len(call))
        if os.fork() == 0:
            calls.close()
            *rest, program = json.loads(call)
            _tell(files, *rest)
            return program
        for file in files:
            os.close(file)
    os._exit(0)


def _tell(
    files: list[int],
    arguments: list[str],
    folder: str,
    environment: dict[str, str],
    closed: list[int],
) -> None:
    """Fork the command, and stay to tell how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    telling, *streams = files
    process = os.fork()
    if process:
        for stream in streams:
            os.close(stream)
        os.write(telling, f"{process}\n".encode())
        _, status = os.waitpid(process, 0)
        with suppress(BrokenPipeError):  # nobody asks
            os.write(telling, f"{os.waitstatus_to_exitcode(status)}\n".encode())
        os._exit(0)
    os.close(telling)
    for number in range(STREAMS):
        if number in closed:
            os.close(number)
        else:
            stream = streams.pop(0)
            os.dup2(stream, number)
            os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    sys.argv = ["limber", *arguments]
    _as_python_starts(closed)


def _as_python_starts(closed: list[int]) -> None:
    """Signals and streams as Python has them when it begins."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    opened = {"encoding": "utf-8", "errors": "surrogateescape", "closefd": False}
    modes = {"stdin": {}, "stdout": {"mode": "w"}, "stderr": {"mode": "w", "buffering": 1}}
    for number, (name, mode) in enumerate(modes.items()):
        stream = None if number in closed else os.fdopen(number, **mode, **opened)
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def _read_in() -> None:
    """What calls would read, each for itself."""
    import skill.cli
    import skill.simulator.script
    import skill.simulator.terminal
    import skill.web.desk  # noqa: F401 - read in
    from skill import bootstrap
    from skill.library.loading import data_folder
    from skill.simulator.ear import ear

    ear.load_ear = cache(ear.load_ear)
    heard = ear.load_ear(data_folder("interaction_models") / f"{bootstrap.locales()[0]}.json")
    for said in ("start happy baby", "ask limber back how long do i hold it", "hold the thing a little"):
        heard.hear(said)
    bootstrap.voices()[bootstrap.locales()[0]]


if __name__ == "__main__":
    _read_in()
    gc.collect()
    gc.freeze()  # who looks through it all at their end has every page of it copied: a second each
    with socket.socket(fileno=int(sys.argv[1])) as listening:
        program = _serve(listening)
    if program != LIMBER:
        sys.path.append(str(ROOT / "tests"))
    sys.exit(import_module(program).main())
