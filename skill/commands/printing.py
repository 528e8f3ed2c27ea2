"""Lines on the standard output, each shown as soon as it is there."""

import sys
from collections.abc import Iterable

import click


def print_lines(lines: Iterable[str]) -> None:
    """Print lines as they come: a reader sees each before the next is made."""
    for line in lines:
        click.echo(line)
        sys.stdout.flush()
