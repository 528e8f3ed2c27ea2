"""How long ago it was, or how far a pregnancy is: what of a condition still counts after that time.

Only what follows from it is kept, and for the session: the column of the matrix, never the time.
"""

import math
from itertools import zip_longest

from skill.library.care import Condition

WEEKS_A_MONTH = 365.25 / 12 / 7
"""Weeks of a month, on average."""

SHORTEST_PREGNANCY, LONGEST_PREGNANCY = 4, 43
"""Weeks: nobody knows of a shorter one, and whatever is longer is said of something else."""


def columns_after(condition: Condition, months: float | None) -> tuple[str, ...]:
    """The columns of the matrix that a condition may mean, the strictest first.

    One is left where the time decides, and none where it was so long ago that nothing of it counts.

    Args:
        condition: The condition.
        months: How many months ago it was, or began; None where that was not said.
    """
    if months is None:
        return condition.columns
    if condition.until_months:
        ends = zip_longest(condition.columns, condition.until_months, fillvalue=math.inf)
        return tuple(str(column) for column, end in ends if months <= float(end))[:1]
    weeks = months * WEEKS_A_MONTH
    if condition.from_weeks and SHORTEST_PREGNANCY <= weeks <= LONGEST_PREGNANCY:
        begins = zip(condition.columns, condition.from_weeks, strict=True)
        return tuple(column for column, first in begins if weeks >= first)[:1]
    return condition.columns


def is_past(condition: Condition, months: float | None) -> bool:
    """Whether it was so long ago that nothing of it counts by itself any more."""
    return bool(condition.columns) and not columns_after(condition, months)


def is_dated(condition: Condition) -> bool:
    """Whether what it means depends on how long ago it was, or began."""
    return bool(condition.until_months or condition.from_weeks)
