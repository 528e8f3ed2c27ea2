"""ISO 8601 durations, as AMAZON.DURATION gives them.

Own code: of the standard, Alexa uses only whole numbers of weeks to seconds, and the libraries for it
bring calendars along.
"""

import math
import re
from collections.abc import Mapping

DURATION = re.compile(
    r"P(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?)?"
)
LONG = re.compile(r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?")
MONTHS = {"years": 12, "months": 1, "weeks": 12 * 7 / 365.25, "days": 12 / 365.25}
UNITS = {"weeks": 604_800, "days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}


def isoduration(text: str) -> float | None:
    """The seconds of a duration such as `PT1M30S`; None for anything else, also for years and months."""
    match = DURATION.fullmatch(text)
    if match is None or not any(match.groups()):
        return None
    return _length(match, UNITS)


def isomonths(text: str) -> float | None:
    """The months of a duration such as `P1Y6M` or `P10W`; None for anything else, also for hours."""
    match = LONG.fullmatch(text)
    return _length(match, MONTHS) if match is not None and any(match.groups()) else None


def _length(match: re.Match[str], units: Mapping[str, float]) -> float | None:
    length = sum(float(value) * units[unit] for unit, value in match.groupdict().items() if value)
    return length if math.isfinite(length) else None
