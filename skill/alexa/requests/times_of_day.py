"""Times of day, as AMAZON.TIME gives them: `19:30`, or a part of the day such as `EV`."""

from datetime import time

PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}


def time_of_day(text: str) -> time | None:
    """The time; None for a part of the day, and for words that Alexa did not understand."""
    try:
        return time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        return None


def part_of_day(text: str) -> str:
    """The part of the day; empty for anything else."""
    return PARTS.get(text, "")
