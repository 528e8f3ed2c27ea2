"""What the browser asks of the coach in one turn, read from its JSON."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from werkzeug.exceptions import BadRequest

MOST_SAID = 300
"""Characters of an utterance: longer ones are the television."""

YEARS = range(1970, 3000)
"""The years a browser's clock can be in: there is room to reckon on either side."""

ENDINGS = {"silence": "EXCEEDED_MAX_REPROMPTS", "user": "USER_INITIATED"}
"""Why a session ended, and what the platform calls it."""


@dataclass(frozen=True)
class TurnRequest:
    """One turn, as the browser asks for it. One of the first three is filled."""

    say: str
    """An utterance."""
    start: str
    """A stretch or a routine that was picked from the library."""
    end: str
    """Why the session is over, as the platform calls it."""
    at: datetime
    """When, by the browser's own clock."""
    zone: tzinfo
    """Where the browser is."""
    locale: str
    session: str
    """The session as it was last answered; empty where none is open."""


def read_turn_request(body: object) -> TurnRequest:
    """The turn that a request's JSON asks for.

    Raises:
        BadRequest: It asks for none.
    """
    if not isinstance(body, dict):
        raise BadRequest
    say, start, end = (_text(body, name) for name in ("say", "start", "end"))
    if sum(map(bool, (say, start, end))) != 1 or len(say) > MOST_SAID:
        raise BadRequest
    if end and end not in ENDINGS:
        raise BadRequest
    zone = zone_named(_text(body, "zone"))
    return TurnRequest(
        say=say,
        start=start,
        end=ENDINGS.get(end, ""),
        at=moment(_text(body, "at"), zone),
        zone=zone,
        locale=_text(body, "locale"),
        session=_text(body, "session"),
    )


def moment(text: str, zone: tzinfo) -> datetime:
    """A time of the browser's, in its zone.

    Raises:
        BadRequest: It is none.
    """
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise BadRequest from None
    if at.tzinfo is None or at.year not in YEARS:
        raise BadRequest
    return at.astimezone(zone)


def zone_named(name: str) -> tzinfo:
    """A time zone by its IANA name; UTC for one nobody knows."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def _text(body: dict[str, Any], name: str) -> str:
    value = body.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadRequest
    return value.strip()
