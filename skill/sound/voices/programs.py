"""Running a program that turns text on its standard input into a WAV file on its standard output."""

import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress

from skill.errors import VoiceError, in_one_line
from skill.sound.formats.samples import Samples, read_wav

LONGEST = 30.0
"""Seconds a program may take for one sentence, where nothing else is set: fifty times what espeak-ng
takes on a slow machine, and enough for one that loads a large model each time."""

SHOWN = 60
"""The most letters of a sentence that an error quotes."""


def spoken_by(command: Sequence[str], text: str, whose: str, seconds: float) -> Samples:
    """What a program speaks.

    Args:
        command: The program and what it is told.
        text: The sentence for its standard input.
        whose: What the voice is called in errors.
        seconds: How long it may take; then it is ended, and whatever it has started.

    Raises:
        VoiceError: It is not there, failed, took too long, or gave no sound.
    """
    try:
        running = subprocess.Popen(  # noqa: S603 - what the person asked for, and no shell
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
    except OSError as error:
        raise VoiceError(
            f"cannot run {command[0]} ({error.strerror}): install it, or give another --voice"
        ) from None
    with running:
        try:
            out, trouble = running.communicate(text.encode(), timeout=seconds)
        except BaseException as error:
            _end(running)
            if isinstance(error, subprocess.TimeoutExpired):
                raise VoiceError(
                    f"{whose} took longer than {seconds:g} seconds for {_shown(text)}:"
                    " give another --voice, or more --patience"
                ) from None
            raise
    if running.returncode != 0:
        told = in_one_line(trouble.decode(errors="replace").strip().partition("\n")[0])
        why = told or f"it ended with status {running.returncode}"
        raise VoiceError(f"{whose} failed on {_shown(text)} ({why}): give another --voice")
    return read_wav(out, whose)


def _end(running: "subprocess.Popen[bytes]") -> None:
    """End a program and what it has started, at once: it has had its time."""
    with suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)


def _shown(text: str) -> str:
    text = text.strip()
    return repr(text if len(text) <= SHOWN else f"{text[:SHOWN]}…")
