"""A person's history for reading: a table, a chart of minutes a week, or comma-separated values."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
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
"""The width of the longest bar, in characters, if the terminal is wide enough."""

SHORTEST_BAR = 10
"""What the longest bar has at least where the weeks are named in words, in characters."""

GAP = "  "

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


def chart(history: Sequence[Finished], today: date, shown: Catalogue, columns: int) -> Iterator[str]:
    """A line for each of the last weeks, the newest last: its minutes, and a bar as long as they are.

    Where there is no room for a bar beside them, the weeks are their Mondays alone.

    Args:
        history: What was finished, the newest first.
        today: The day it is; weeks that are to come yet by the clock are shown as well.
        shown: The words for a week and for minutes.
        columns: How wide a line may be.
    """
    seconds: Counter[date] = Counter()
    for finished in history:
        day = date.fromisoformat(finished.day)
        seconds[_monday(day)] += finished.seconds
    last = max(_monday(today), max(seconds, default=_monday(today)))
    weeks = [last - timedelta(weeks=back) for back in reversed(range(WEEKS))]
    most = max((seconds[week] for week in weeks), default=0)
    minutes = [shown.text("history.minutes", count=f"{seconds[week] / 60:.0f}") for week in weeks]
    widest = max(map(len, minutes))
    names = [shown.text("history.week", day=week) for week in weeks]
    if _room(columns, names, widest) < SHORTEST_BAR:
        names = [str(week) for week in weeks]
    room = min(BAR, _room(columns, names, widest))
    for week, name, told in zip(weeks, names, minutes, strict=True):
        bar = _bar(seconds[week], most or 1, room)
        yield GAP.join((name, told.ljust(widest), bar)).rstrip()


def _room(columns: int, names: Sequence[str], widest: int) -> int:
    """The characters that are left for a bar beside the names and minutes that are this wide."""
    return max(0, columns - max(map(len, names)) - widest - 2 * len(GAP))


def _bar(seconds: float, most: float, room: int) -> str:
    """A bar of so many seconds, of which the most fill the room, in characters; nothing after it."""
    bar = Bar(most, 0, seconds, width=room)
    return "".join(segment.text for segment in Console(width=max(1, room)).render(bar)).rstrip()


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
