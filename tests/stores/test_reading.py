"""What a store shows of what it keeps."""

from datetime import date

import pytest

from skill.coach.person.profile import KEPT_DAYS, Tally
from skill.stores.reading import as_date, last_days, recent

ONCE = Tally(1, 60)


@pytest.mark.parametrize(
    "day", ["", "soon", "2026-02-30", "20261120", "2026-W47-5", "0001-01-02", "9999-12-31", None, 5]
)
def test_what_is_no_day_of_practice_is_none(day):
    """Dates that nothing can be counted from are none, nor is another way to write one."""
    assert as_date(day) is None


def test_a_day_that_cannot_be_hides_no_other():
    """The days are counted back from the newest that makes sense."""
    days = {"2026-11-20": ONCE, "9999-12-31": ONCE, "0001-01-02": ONCE}
    assert recent(days) == {"2026-11-20": ONCE}
    assert recent({"0001-01-02": ONCE}) == {}
    assert last_days({"bridge": "2026-11-20", "cat_cow": "0001-01-02"}) == {"bridge": "2026-11-20"}


def test_as_many_days_as_are_kept_are_shown():
    """The newest one included."""
    days = {date.fromordinal(date(2026, 1, 1).toordinal() + n).isoformat(): ONCE for n in range(100)}
    assert list(recent(days)) == list(days)[-KEPT_DAYS:]
