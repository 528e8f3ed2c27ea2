"""The command line: its commands, and every error as one line and a status."""

import io
import logging
import os
import sys

import click

from skill.commands.content import content, models
from skill.commands.package import package
from skill.commands.records import export, history
from skill.commands.serve import serve
from skill.commands.talk import talk
from skill.errors import ContentError, LimberError

USAGE_STATUS = 2
"""The exit status for an error that a person can correct in their command."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def limber() -> None:
    """A voice coach for back stretches, in the terminal."""


for command in (talk, serve, export, history, content, models, package):
    limber.add_command(command)


def main() -> None:
    """The `limber` command."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        # A character that the terminal cannot show becomes a question mark.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    # Errors are spoken, or shown in one line; the log is for running the service.
    logging.getLogger("skill").setLevel(logging.CRITICAL + 1)
    try:
        status = limber.main(standalone_mode=False)
    except click.Abort:
        status = 130
    except click.ClickException as error:
        message = error.format_message()
        # Without a command, click's message is the help itself.
        click.echo(message if message.startswith("Usage:") else f"limber: {message}", err=True)
        status = USAGE_STATUS
    except ContentError as error:
        click.echo(str(error), err=True)
        status = 1
    except LimberError as error:
        click.echo(f"limber: {error}", err=True)
        status = USAGE_STATUS
    except OSError as error:
        if not isinstance(error, BrokenPipeError):  # a broken pipe: the reader has gone
            click.echo(f"limber: {error}", err=True)
        # Otherwise Python complains at its exit about output that it cannot write.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    raise SystemExit(status)
