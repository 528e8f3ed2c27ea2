"""ISO 8601 durations, as AMAZON.DURATION gives them.

Own code: of the standard, Alexa uses only whole numbers of weeks to seconds, and the libraries for it
bring calendars along.
"""

import math
import re

DURATION = re.compile(
    r"P(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?)?"
)
UNITS = {"weeks": 604_800, "days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}


def isoduration(text: str) -> float | None:
    """The seconds of a duration such as `PT1M30S`; None for anything else, also for years and months."""
    match = DURATION.fullmatch(text)
    if match is None or not any(match.groups()):
        return None
    length = sum(float(value) * UNITS[unit] for unit, value in match.groupdict().items() if value)
    return length if math.isfinite(length) else None
