"""The command line: its commands, and every error as one line and a status."""

import io
import logging
import os
import sys
from contextlib import suppress
from typing import TextIO

import click

from skill.commands.content import content, models
from skill.commands.figure import figure
from skill.commands.package import package
from skill.commands.records import export, history, import_
from skill.commands.render import render
from skill.commands.repair import repair
from skill.commands.serve import serve
from skill.commands.sounds import sounds
from skill.commands.statuses import FAILED, INTERRUPTED, MISTAKE
from skill.commands.talk import talk
from skill.errors import ContentError, LimberError, SettingError

LAST_STREAM = 2
"""The number of the standard error, the last of the three that every process has."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def limber() -> None:
    """A voice coach for back stretches, in the terminal."""


for command in (
    talk,
    serve,
    export,
    import_,
    history,
    repair,
    content,
    figure,
    render,
    sounds,
    models,
    package,
):
    limber.add_command(command)


def main() -> None:
    """The `limber` command."""
    _open_what_is_closed()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # A character that the terminal cannot show becomes a question mark.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    # Errors are spoken, or shown in one line; the log is for running the service.
    logging.getLogger("skill").setLevel(logging.CRITICAL + 1)
    try:
        raise SystemExit(_status())
    finally:
        for stream in (sys.stdout, sys.stderr):
            _give_up_what_cannot_be_written(stream)


def _status() -> int:
    try:
        if sys.stdout is None:
            raise SettingError("the standard output is closed: send it to /dev/null if nobody reads it")
        status = limber.main(standalone_mode=False) or 0
        sys.stdout.flush()
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        message = error.format_message()
        # Without a command, click's message is the help itself.
        return _told(message if message.startswith("Usage:") else f"limber: {message}", MISTAKE)
    except ContentError as error:
        return _told(str(error), FAILED)
    except LimberError as error:
        return _told(f"limber: {error}", MISTAKE)
    except BrokenPipeError:  # the reader has gone
        return FAILED
    except OSError as error:
        where = error.filename or "the standard input or output"
        return _told(f"limber: {where}: {error.strerror or error}", FAILED)
    return status


def _told(message: str, status: int) -> int:
    with suppress(OSError):  # where it cannot be told, the status still tells it
        click.echo(message, err=True)
    return status


def _open_what_is_closed() -> None:
    """A closed stream's number would go to the next file that is opened, a database perhaps."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= LAST_STREAM:
        pass
    os.close(number)


def _give_up_what_cannot_be_written(stream: TextIO | None) -> None:
    """Otherwise Python complains at its exit, and takes a status of its own."""
    if stream is None:
        return
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
