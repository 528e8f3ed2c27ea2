"""However somebody leaves `limber talk`, what they heard is kept, and the status says how they left."""

import os
import pty
import re
import select
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from helpers.command_line import LIMBER, PATIENCE, ROOT, Desk
from helpers.forked_limber import Call
from helpers.store_samples import LONG_AGO
from skill.coach.person.profile import ACCOUNT
from skill.commands.leaving import hold
from skill.commands.statuses import FAILED, LEFT, MISTAKE
from skill.stores.sqlite import SqliteStore

LOST = 20.0
"""Seconds after which a key or a signal that had no effect is given again."""

SIGNALS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}


@pytest.fixture(autouse=True)
def _heeded() -> Iterator[None]:
    """What the tests run under may ignore signals, as `nohup` and a job in the background do."""
    ignored = [number for number in SIGNALS if signal.getsignal(number) is signal.SIG_IGN]
    for number in ignored:
        signal.signal(number, signal.SIG_DFL)
    yield
    for number in ignored:
        signal.signal(number, signal.SIG_IGN)


@pytest.fixture
def desk(tmp_path) -> Desk:
    """A machine of one's own, for one test."""
    return Desk(tmp_path)


def finished(desk: Desk) -> list[str]:
    """The stretches that were counted."""
    history = SqliteStore(desk.folder / "x.db").history("terminal", ACCOUNT, LONG_AGO)
    return [each.stretch for each in history]


def until(lines: Iterator[str], begins: str) -> None:
    """Read until a line begins with these words."""
    assert any(line.startswith(begins) for line in lines), begins


def practising(desk: Desk, *options: str) -> Call:
    """Somebody who has asked for happy baby, through pipes."""
    process = desk.live("--store", "sqlite:x.db", *options)
    process.stdin.write("open limber back\nstart happy baby\n")
    process.stdin.flush()
    return process


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_a_signal_after_a_stretch_counts_it(desk, words, number):
    """The session ends like a device's, whatever ends the process, and the shell is told by what."""
    with practising(desk, "--speed", "500") as process:
        until(process.stdout, "you: start happy baby")
        until(process.stdout, words.stretch("happy_baby").release)
        process.send_signal(number)
        assert process.wait(PATIENCE) == SIGNALS[number]
        assert process.stderr.read() == ""
    assert finished(desk) == ["happy_baby"]


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_a_signal_in_a_stretch_keeps_the_place(desk, number):
    """What was not heard does not count."""
    with practising(desk, "--speed", "0.01") as process:
        until(process.stdout, "you: start happy baby")
        process.stdout.readline()
        process.send_signal(number)
        assert process.wait(PATIENCE) == SIGNALS[number]
        assert process.stderr.read() == ""
    assert finished(desk) == []
    (saved,) = SqliteStore(desk.folder / "x.db").open("terminal", ACCOUNT).practices
    assert saved.practice.items[saved.place.item].stretch == "happy_baby"


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_a_signal_to_a_script_counts_what_was_answered(desk, number):
    """A script's next line comes when the answer has been heard; so does its end."""
    with practising(desk, "--json") as process:
        process.stdout.readline()
        process.stdout.readline()
        process.send_signal(number)
        assert process.wait(PATIENCE) == SIGNALS[number]
        assert process.stderr.read() == ""
    assert finished(desk) == ["happy_baby"]


@pytest.mark.parametrize("mode", [["--json"], ["--speed", "500"]], ids=["script", "live"])
def test_the_end_of_input_counts_what_was_heard(desk, mode):
    """A script that says no "stop", a pipe that ends."""
    result = desk.limber("talk", "--store", "sqlite:x.db", *mode, text="start happy baby\n")
    assert (result.returncode, result.stderr) == (0, "")
    assert finished(desk) == ["happy_baby"]


def test_a_script_that_breaks_off_counts_what_was_heard(desk):
    """A bad line ends the session like any other end."""
    text = "start happy baby\n@nonsense\n"
    assert desk.limber("talk", "--json", "--store", "sqlite:x.db", text=text).returncode == 2
    assert finished(desk) == ["happy_baby"]


def test_an_answer_that_could_not_be_written_was_not_heard(desk):
    """The reader has gone: the session ends where it stood."""
    with practising(desk, "--json") as process:
        process.stdout.readline()
        process.stdout.close()
        process.stdin.close()
        assert process.wait(PATIENCE) == 1
        assert process.stderr.read() == ""
    assert finished(desk) == []


def test_a_signal_that_is_ignored_stays_ignored(desk):
    """`nohup limber talk` goes on when the window is closed."""
    command = ["nohup", LIMBER, "talk", "--json", "--store", "sqlite:x.db"]
    with subprocess.Popen(  # noqa: S603
        command, cwd=desk.folder, env=desk.environment, stdin=-1, stdout=-1, stderr=-1, text=True
    ) as process:
        process.stdin.write("start happy baby\n")
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGHUP)
        process.stdin.write("how long left\n")
        process.stdin.close()
        assert process.stdout.readline()
        assert process.wait(PATIENCE) == 0


def test_the_readme_has_every_status():
    """Who calls the command from a script reads there what came of it."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = readme[readme.index("| status | when |") :].split("\n\n")[0]
    told = {
        int(status) for row in table.splitlines() for status in re.findall(r"\d+", row.split("|")[1])
    }
    assert told == {0, FAILED, MISTAKE, *LEFT.values()}
    assert LEFT == SIGNALS


class Window:
    """A terminal's window with `limber talk` in it."""

    def __init__(self, desk: Desk) -> None:
        self.shown = b""
        self.process, self.screen = pty.fork()
        if self.process == 0:
            os.chdir(desk.folder)
            arguments = ["limber", "talk", "--store", "sqlite:x.db", "--speed", "500"]
            os.execve(LIMBER, arguments, desk.environment | {"TERM": "xterm"})  # noqa: S606

    def until(self, text: str, doing: Callable[[], None] = lambda: None) -> None:
        """Look at the screen until something stands on it.

        Args:
            text: What is to stand there.
            doing: What is done for it, and once more if it was lost: a terminal that is being set up
                drops keys.
        """
        doing()
        since = time.monotonic()
        while text.encode() not in self.shown:
            if time.monotonic() - since > LOST:
                doing()
                since = time.monotonic()
            self.shown += self._read()

    def _read(self) -> bytes:
        """What has come since; nothing where nothing came for a second."""
        ready, _, _ = select.select([self.screen], [], [], 1.0)
        return os.read(self.screen, 4096) if ready else b""

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self.screen, keys.encode())

    def close(self) -> None:
        """The window is closed under the conversation."""
        os.close(self.screen)

    def status(self, leave: Callable[["Window"], None]) -> int:
        """How it ended after it was left; what it still shows meanwhile is taken off its hands."""
        leave(self)
        since, ended = time.monotonic(), (0, 0)
        while not ended[0]:
            with suppress(OSError):  # the window is closed, or its program has ended
                self.shown += self._read()
            if time.monotonic() - since > LOST:
                with suppress(OSError):  # a window that is closed stays closed
                    leave(self)
                since = time.monotonic()
            ended = os.waitpid(self.process, os.WNOHANG)
        return os.waitstatus_to_exitcode(ended[1])


LEAVINGS = {
    "Ctrl-D": (lambda window: window.press("\x04"), 0),
    "Ctrl-C": (lambda window: window.press("\x03"), 130),
    "SIGINT": (lambda window: os.kill(window.process, signal.SIGINT), 130),
    "SIGTERM": (lambda window: os.kill(window.process, signal.SIGTERM), 143),
    "window closed": (Window.close, 129),
}


def test_leaving_during_the_greeting_waits_for_nothing(desk):
    """The ear is still getting ready then: its thread neither keeps the process nor complains."""
    window = Window(desk)
    window.until("Welcome")
    assert window.status(lambda each: each.press("\x03")) == 130
    assert b"Traceback" not in window.shown


@pytest.mark.parametrize("way", LEAVINGS)
def test_leaving_the_keyboard_counts_what_was_heard(desk, words, way):
    """The hint says Ctrl-D; people also press Ctrl-C, and close the window."""
    leave, status = LEAVINGS[way]
    window = Window(desk)
    window.until("you:")
    window.until("Happy baby", lambda: window.press("start happy baby\r"))
    window.until(words.stretch("happy_baby").release[:20])

    assert window.status(leave) == status
    assert finished(desk) == ["happy_baby"]


def test_a_signal_wakes_a_conversation_that_was_about_to_wait():
    """What comes between the last look at signals and the wait for a line is not slept through."""
    woken_by = []

    async def conversation() -> None:
        woken_by.append(signal.set_wakeup_fd(-1))
        signal.set_wakeup_fd(woken_by[0])

    hold(conversation())
    assert woken_by[0] >= 0
    assert signal.set_wakeup_fd(-1) == -1
