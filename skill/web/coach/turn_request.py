"""What the browser asks of the coach in one turn, read from JSON."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any

from werkzeug.exceptions import BadRequest

from skill.time_zones import zone_named

MOST_SAID = 300
"""The most characters of an utterance: longer ones come from a television."""

YEARS = range(1970, 3000)
"""The years that a browser's clock may show: dates can be computed on either side of them."""

SURROGATE = re.compile("[\ud800-\udfff]")

ENDINGS = {"silence": "EXCEEDED_MAX_REPROMPTS", "user": "USER_INITIATED"}
"""What the platform calls the two reasons for which a session ends in the browser."""


@dataclass(frozen=True)
class TurnRequest:
    """One turn, as the browser asks for it. Exactly one of `say`, `start` and `end` is filled."""

    say: str
    """An utterance."""
    start: str
    """The id of a stretch or routine that was picked from the library."""
    end: str
    """Why the session is over, in the platform's words."""
    at: datetime
    """When, by the browser's clock."""
    zone: tzinfo
    """The browser's time zone."""
    locale: str
    """The language and country, such as en-GB."""
    session: str
    """The session as the last answer gave it; empty where none is open."""
    screen: bool = False
    """Whether to show what a device with a screen is sent: `"device": "screen"`."""


def read_turn_request(body: object) -> TurnRequest:
    """The turn that a request's JSON asks for.

    Raises:
        BadRequest: The JSON asks for no turn.
    """
    if not isinstance(body, dict):
        raise BadRequest
    say, start, end = (_text(body, name) for name in ("say", "start", "end"))
    if sum(map(bool, (say, start, end))) != 1 or len(say) > MOST_SAID:
        raise BadRequest
    if end and end not in ENDINGS:
        raise BadRequest
    zone = browser_zone(_text(body, "zone"))
    return TurnRequest(
        say=say,
        start=start,
        end=ENDINGS.get(end, ""),
        at=moment(_text(body, "at"), zone),
        zone=zone,
        locale=_text(body, "locale"),
        session=_text(body, "session"),
        screen=_text(body, "device") == "screen",
    )


def moment(text: str, zone: tzinfo) -> datetime:
    """A moment by the browser's clock, in its time zone.

    Raises:
        BadRequest: The text is no moment.
    """
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise BadRequest from None
    if at.tzinfo is None or at.year not in YEARS:
        raise BadRequest
    return at.astimezone(zone)


def browser_zone(name: str) -> tzinfo:
    """A browser's time zone by its IANA name; UTC for an unknown name."""
    return zone_named(name) or UTC


def _text(body: dict[str, Any], name: str) -> str:
    value = body.get(name)
    if value is None:
        return ""
    # Half of a surrogate pair can be written in JSON, and nowhere else.
    if not isinstance(value, str) or SURROGATE.search(value):
        raise BadRequest
    return value.strip()
