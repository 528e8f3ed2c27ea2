"""The history for the eye."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from rich.console import Console

from helpers.content import CONTENT
from skill.coach.person.totals import Finished
from skill.history import BAR, WEEKS, as_csv, chart, print_table
from skill.library.catalogue import TERMINAL, load_catalogue

MONDAY = date(2026, 11, 16)
SHOWN = load_catalogue(CONTENT, "en-US", TERMINAL)


def finished(days_ago: int, seconds: int) -> Finished:
    """A stretch of so many seconds, so many days before a Friday."""
    at = datetime(2026, 11, 20, 8, 14, tzinfo=UTC) - timedelta(days=days_ago)
    return Finished(at.isoformat(), 0, "bridge", at, at.date().isoformat(), seconds)


def printed(show, *args, width: int = 80) -> list[str]:
    """What a terminal of so many columns would show."""
    console = Console(width=width, record=True, file=None, quiet=False, force_terminal=False)
    with console.capture() as capture:
        show(console, *args)
    return capture.get().splitlines()


def test_the_chart_adds_up_each_week():
    """A bar is as long as its week's part of the busiest week, and old weeks are not shown."""
    history = [finished(0, 600), finished(1, 600), finished(7, 600), finished(300, 9000)]
    rows = list(chart(history, MONDAY, SHOWN, 80))

    assert len(rows) == WEEKS
    assert "2026-11-09" in rows[-2]
    assert "10 min" in rows[-2]
    assert "20 min" in rows[-1]
    assert rows[-1].count("█") == 2 * rows[-2].count("█")
    assert "█" not in "".join(rows[:-2])


def test_the_chart_of_a_clock_set_ahead():
    """What was finished later than today, by a clock that was set ahead, is shown as well."""
    rows = list(chart([finished(0, 60)], MONDAY - timedelta(weeks=3), SHOWN, 80))

    assert "2026-11-16" in rows[-1]


@pytest.mark.parametrize(
    ("columns", "begins", "width"),
    [
        (200, "week of 2026-11-16  10 min  ██", 28 + BAR),
        (40, "week of 2026-11-16  10 min  ██", 40),
        (30, "2026-11-16  10 min  ██", 30),
        (20, "2026-11-16  10 min", 18),
    ],
)
def test_a_chart_is_as_wide_as_the_terminal_at_most(columns, begins, width):
    """Bars are shorter where there is less room; then the weeks are their days, and minutes stay."""
    rows = list(chart([finished(0, 600)], MONDAY, SHOWN, columns))

    assert len(rows) == WEEKS
    assert rows[-1].startswith(begins)
    assert len(rows[-1]) == max(map(len, rows)) == width


def test_a_chart_in_german_fits_too():
    """Its words are longer."""
    shown = load_catalogue(CONTENT, "de-DE", TERMINAL)
    for columns in (80, 40, 24):
        assert max(map(len, chart([finished(0, 600)], MONDAY, shown, columns))) <= columns


def test_no_line_of_a_chart_ends_in_blanks():
    """A week without a bar ends with its minutes."""
    rows = list(chart([finished(0, 600), finished(7, 100)], MONDAY, SHOWN, 80))

    assert rows == [row.rstrip() for row in rows]
    assert rows[0] == "week of 2026-08-31  0 min"


def test_the_table_has_a_line_for_each():
    """Time, seconds and name, in the time zone that was asked for, which is named."""
    rows = printed(print_table, [finished(0, 45)], lambda stretch: f"the {stretch}", UTC, SHOWN)

    assert rows[0].split() == ["finished", "seconds", "stretch"]
    assert rows[1].split() == ["2026-11-20", "08:14", "UTC", "45", "the", "bridge"]


def test_what_was_finished_in_summer_has_summer_time():
    """Each time is the one the clock on the wall showed then, whatever it shows by now."""
    history = [finished(0, 45), finished(120, 45)]
    _, winter, summer = printed(print_table, history, str.title, ZoneInfo("Europe/Berlin"), SHOWN)

    assert winter.startswith("2026-11-20 09:14 CET ")
    assert summer.startswith("2026-07-23 10:14 CEST ")


def test_other_programs_get_exact_moments():
    """As CSV a time is in UTC and says so, the same as in JSON and in the export."""
    assert (
        as_csv([finished(0, 45)], str.title).splitlines()[1].startswith("2026-11-20T08:14:00.000+00:00,")
    )


def test_names_with_commas_survive_as_csv():
    """Values are quoted where they have to be."""
    text = as_csv([finished(0, 45)], lambda _: 'bridge, "the" one')

    assert '"bridge, ""the"" one",45' in text
