"""Time zones by name, from the machine's own list of them."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def zone_named(name: str) -> ZoneInfo | None:
    """A time zone by its IANA name; None for a name of none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        # OSError is for a folder of time zones, such as "America", and for a name too long for a file.
        return None
