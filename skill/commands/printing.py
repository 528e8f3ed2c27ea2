"""Lines on the standard output, each shown as soon as it is there."""

import sys
from collections.abc import Iterable

import click


def print_lines(lines: Iterable[str]) -> None:
    """Print lines as they come: a reader sees each before the next is made."""
    for line in lines:
        print_line(line)


def print_line(line: str) -> None:
    """Print a line that a reader sees at once."""
    click.echo(line)
    sys.stdout.flush()
