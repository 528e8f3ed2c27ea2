"""A stand-in for Alexa's reminders that takes requests only as Amazon documents them.

By the Reminders API reference and the guidelines for its usage, and by the SDK's model of both.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

PATH = "/v1/alerts/reminders"
LOCAL_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{3,6})?)?")
RULE = re.compile(
    r"(FREQ=DAILY|FREQ=WEEKLY;BYDAY=(?P<days>[A-Z]{2}(,[A-Z]{2})*));"
    r"BYHOUR=(?P<hour>\d+);BYMINUTE=(?P<minute>\d+);BYSECOND=0;INTERVAL=1;"
)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WHOLE = {"requestTime", "trigger", "alertInfo", "pushNotification"}
IN_PAST = "TRIGGER_SCHEDULED_TIME_IN_PAST"


class WrongError(Exception):
    """A request that is not as documented."""


@dataclass
class ReminderService:
    """One account's reminders with one skill."""

    token: str
    allowed: bool = True
    hangs: bool = False
    refuses: dict[str, tuple[int, str]] = field(default_factory=dict)
    """A status and a body for a method, instead of what it would answer."""
    alerts: dict[str, dict] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    """What was wrong with requests."""
    asked: list[str] = field(default_factory=list)
    """The methods of the requests."""

    def answer(self, method: str, path: str, headers: Mapping[str, str], text: str) -> tuple[int, str]:
        """What the service answers a request."""
        self.asked.append(method)
        if not self.allowed or headers["Authorization"] != f"Bearer {self.token}":
            return _error(401, "UNAUTHORIZED")
        if method in self.refuses:
            return self.refuses[method]
        try:
            return self._answered(method, path.removeprefix(PATH).removeprefix("/"), headers, text)
        except WrongError as wrong:
            self.wrong.append(str(wrong))
            return _error(400, "INVALID_REQUEST")

    @property
    def waiting(self) -> list[dict]:
        """The reminders that are still to ring."""
        return [alert for alert in self.alerts.values() if alert["status"] == "ON"]

    def _answered(
        self, method: str, token: str, headers: Mapping[str, str], text: str
    ) -> tuple[int, str]:
        if token and token not in self.alerts:
            return _error(404, "ALERT_NOT_FOUND")
        match method, bool(token):
            case "GET", False:
                alerts = list(self.alerts.values())
                return 200, json.dumps({"totalCount": str(len(alerts)), "alerts": alerts, "links": None})
            case "DELETE", True:
                del self.alerts[token]
                return 200, ""
            case ("POST", False) | ("PUT", True):
                _require("application/json" in headers["Content-Type"], "the content type")
                made = json.loads(text)
                if not _is_right(made):
                    return _error(400, IN_PAST)
                return self._kept(token or f"alert-{len(self.asked)}", made)
        raise WrongError(f"{method} {token}")

    def _kept(self, token: str, made: dict) -> tuple[int, str]:
        stamps = {"createdTime": "2026-11-20T08:00:00.000Z", "updatedTime": "2026-11-20T08:00:00.000Z"}
        told = {"alertToken": token, **stamps, "status": "ON", "version": "1"}
        del made["requestTime"]
        self.alerts[token] = {**made, **told, "trigger": {"offsetInSeconds": 0, **made["trigger"]}}
        return 200, json.dumps({**told, "href": f"{PATH}/{token}"})


def _is_right(made: dict) -> bool:
    """Whether what is to be set is still to come; anything that is not as documented is an error."""
    _require(set(made) == WHOLE, f"the keys {sorted(made)}")
    requested, trigger = _local(made["requestTime"]), made["trigger"]
    _require(
        {"type", "scheduledTime"}
        <= set(trigger)
        <= {"type", "scheduledTime", "timeZoneId", "recurrence"},
        f"the trigger's keys {sorted(trigger)}",
    )
    _require(trigger["type"] == "SCHEDULED_ABSOLUTE", "the trigger's type")
    if "timeZoneId" in trigger:
        ZoneInfo(trigger["timeZoneId"])
    first = _local(trigger["scheduledTime"])
    if "recurrence" in trigger:
        _check_recurrence(trigger["recurrence"], first)
    (content,) = made["alertInfo"]["spokenInfo"]["content"]
    _require(set(content) == {"locale", "text"}, "the words' keys")
    _require(re.fullmatch(r"[a-z]{2}-[A-Z]{2}", content["locale"]) is not None, "the locale")
    said = content["text"].lower()
    _require(0 < len(said) <= 25 and "limber" not in said and " my " not in said, "the words")
    _require(made["pushNotification"]["status"] in ("ENABLED", "DISABLED"), "the notification")
    return first > requested


def _check_recurrence(recurrence: dict, first: datetime) -> None:
    _require(set(recurrence) == {"startDateTime", "recurrenceRules"}, "the recurrence's keys")
    _local(recurrence["startDateTime"])
    (rule,) = recurrence["recurrenceRules"]
    found = RULE.fullmatch(rule)
    _require(found is not None, f"the rule {rule}")
    days = found["days"].split(",") if found["days"] else DAYS
    _require(set(days) <= set(DAYS), "the days")
    _require((first.hour, first.minute) == (int(found["hour"]), int(found["minute"])), "the time")
    _require(DAYS[first.weekday()] in days, "the first day")


def _local(text: str) -> datetime:
    _require(LOCAL_TIME.fullmatch(text) is not None, f"{text} is no local time")
    return datetime.fromisoformat(text)


def _require(right: object, what: str) -> None:
    if not right:
        raise WrongError(what)


def _error(status: int, code: str) -> tuple[int, str]:
    return status, json.dumps({"code": code, "message": "as documented"})
