"""A person's history for reading: a table, a chart of minutes a week, or comma-separated values."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta, tzinfo

from rich.bar import Bar
from rich.console import Console
from rich.table import Table

from skill.coach.person.encoding import encode_time
from skill.coach.person.totals import Finished
from skill.library.catalogue import Catalogue

WEEKS = 12
"""How many weeks the chart shows, this one included."""

BAR = 40
"""The width of the longest bar, in characters, if the console is wide enough."""

UNCUT = 200
"""The width for a file or another program, in characters: more than any line has, so that none is
wrapped."""

Name = Callable[[str], str]
"""Gives the spoken name of a stretch's id."""


def print_table(
    console: Console, history: Sequence[Finished], name: Name, zone: tzinfo | None, shown: Catalogue
) -> None:
    """Print each finished stretch in a line, the newest first; every time names its time zone.

    Args:
        console: Where to print.
        history: What was finished, the newest first.
        name: Gives the names of stretches.
        zone: The time zone of the times; None for this machine's, with summer time when it was summer.
        shown: The headings, in the language of the names.
    """
    table = Table(box=None, pad_edge=False)
    table.add_column(shown.text("history.finished"), no_wrap=True)
    table.add_column(shown.text("history.seconds"), justify="right")
    table.add_column(shown.text("history.stretch"))
    for finished in history:
        at = finished.finished_at.astimezone(zone)
        table.add_row(f"{at:%Y-%m-%d %H:%M %Z}", str(finished.seconds), name(finished.stretch))
    console.print(table)


def print_chart(console: Console, history: Sequence[Finished], today: date, shown: Catalogue) -> None:
    """Print a bar for the minutes of each of the last weeks, the newest last."""
    seconds: Counter[date] = Counter()
    for finished in history:
        day = date.fromisoformat(finished.day)
        seconds[_monday(day)] += finished.seconds
    last = max(_monday(today), max(seconds, default=_monday(today)))
    weeks = [last - timedelta(weeks=back) for back in reversed(range(WEEKS))]
    most = max((seconds[week] for week in weeks), default=0)
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(max_width=BAR)
    for week in weeks:
        bar = Bar(most or 1, 0, seconds[week])
        minutes = f"{seconds[week] / 60:.0f}"
        table.add_row(
            shown.text("history.week", day=week), shown.text("history.minutes", count=minutes), bar
        )
    console.print(table)


def as_csv(history: Sequence[Finished], name: Name) -> str:
    """The history as comma-separated values, with the names of the columns first, and times in UTC."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("at", "day", "stretch", "name", "seconds", "practice"))
    for finished in history:
        writer.writerow(
            (
                encode_time(finished.finished_at),
                finished.day,
                finished.stretch,
                name(finished.stretch),
                finished.seconds,
                finished.practice,
            )
        )
    return text.getvalue()


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
