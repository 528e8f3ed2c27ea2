"""Alexa's reminders: found, set and cancelled through the SDK's client, each within a time limit.

Amazon shows a skill only the reminders that it has set itself. So none is stored here, and what the
person changes in the Alexa app counts at once.
"""

import logging
import re
import time as clock
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from http import HTTPStatus
from typing import Any, TypeVar

from ask_sdk_core.exceptions import AskSdkException
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model.services import ServiceException
from ask_sdk_model.services import reminder_management as rm

from skill.coach.conversation.errands import Service
from skill.coach.person.reminder import Reminder
from skill.library.language import WEEKDAYS

log = logging.getLogger(__name__)

PATIENCE = 4.0
"""Seconds after which one request makes no more calls to the service: Alexa waits for eight."""

DAYS = tuple(day[:2].upper() for day in WEEKDAYS)
"""The days of the week as RFC 5545 writes them."""

EVERY_DAY = frozenset(range(7))
FREQUENCIES = ("DAILY", "WEEKLY")

REFUSALS = {
    HTTPStatus.UNAUTHORIZED: Service.NOT_ALLOWED,
    # By the SDK's model of the service this status refuses an update, for the same reason.
    HTTPStatus.CONFLICT: Service.NOT_ALLOWED,
    HTTPStatus.FORBIDDEN: Service.FULL,
}
"""What a status of the service means; every other status means `DOWN`."""

REASONS = {"DEVICE_NOT_SUPPORTED": Service.NO_DEVICE, "TRIGGER_SCHEDULED_TIME_IN_PAST": Service.PAST}
"""What an error's code means; the code counts before the status."""

# The SDK names a module here that it does not ship; without this line no reminder with words is read.
rm.AlertInfo.deserialized_types["spoken_info"] = f"{rm.SpokenInfo.__module__}.{rm.SpokenInfo.__name__}"

Result = TypeVar("Result")


class ReminderRefusedError(Exception):
    """The service refused a request. Raised and caught in this module only."""

    def __init__(self, why: Service, status: int | None = None) -> None:
        super().__init__(why.value)
        self.why = why
        self.status = status


@dataclass(frozen=True)
class Wording:
    """What Alexa says when a reminder rings."""

    text: str
    """The words that are spoken."""
    locale: str
    """The language and country of the text, such as en-GB."""


class Reminders:
    """The reminders of the person who made a request."""

    def __init__(self, handler_input: HandlerInput) -> None:
        context = handler_input.request_envelope.context
        system = context.system if context is not None else None
        factory = handler_input.service_client_factory
        reachable = factory is not None and system and system.api_access_token and system.api_endpoint
        self._client = factory.get_reminder_management_service() if reachable else None
        self._until = clock.monotonic() + PATIENCE

    def find(self) -> tuple[Service, tuple[Reminder | None, ...]]:
        """The reminders that are still to ring; None in place of one whose times cannot be read."""
        try:
            return Service.DONE, tuple(map(_reminder, self._waiting()))
        except ReminderRefusedError as refused:
            return refused.why, ()

    def set(self, reminder: Reminder, wording: Wording, now: datetime, zone: str) -> Service:
        """Set a reminder in place of the one that is set.

        Args:
            reminder: When it is to ring.
            wording: What Alexa says when it rings.
            now: When the request was made, in the person's time zone.
            zone: The name of that time zone; if it is empty Amazon takes the device's own.
        """
        request = _request(reminder, wording, now, zone)
        try:
            if not self._replaced(self._waiting(), request):
                self._call(lambda client: client.create_reminder(request))
        except ReminderRefusedError as refused:
            return refused.why
        return Service.DONE

    def cancel(self) -> tuple[Service, int]:
        """Cancel every reminder of this skill, and tell how many there were."""
        try:
            waiting = self._waiting()
            for each in waiting:
                self._delete(each.alert_token)
        except ReminderRefusedError as refused:
            return refused.why, 0
        return Service.DONE, len(waiting)

    def _waiting(self) -> list[Any]:
        found = self._call(lambda client: client.get_reminders())
        alerts = (found.alerts if found is not None else None) or ()
        return [each for each in alerts if each.status == rm.Status.ON]

    def _replaced(self, waiting: list[Any], request: Any) -> bool:  # noqa: ANN401 - the SDK has no types
        """Whether a reminder could be changed into the new one, so that there is never none or two."""
        if not waiting:
            return False
        try:
            token = waiting[0].alert_token
            self._call(lambda client: client.update_reminder(token, request))
        except ReminderRefusedError as refused:
            if refused.status == HTTPStatus.NOT_FOUND:
                return False
            raise
        return True

    def _delete(self, token: str) -> None:
        try:
            self._call(lambda client: client.delete_reminder(token))
        except ReminderRefusedError as refused:
            if refused.status != HTTPStatus.NOT_FOUND:
                raise

    def _call(self, call: Callable[[Any], Result]) -> Result:
        if self._client is None:
            raise ReminderRefusedError(Service.NOT_HERE)
        if clock.monotonic() > self._until:
            raise ReminderRefusedError(Service.DOWN)
        try:
            return call(self._client)
        except ServiceException as error:
            raise _refused(error) from error
        except (AskSdkException, ValueError, TypeError, AttributeError) as error:
            # The SDK fails in several ways where no answer comes in time, or one that is none.
            log.warning("reminders: %s", type(error).__name__)
            raise ReminderRefusedError(Service.DOWN) from error


def _refused(error: Any) -> ReminderRefusedError:  # noqa: ANN401 - the SDK has no types
    code = _code(error.body)
    log.warning("reminders: %s %s", error.status_code, code if code in REASONS else "")
    why = REASONS.get(code) or REFUSALS.get(error.status_code, Service.DOWN)
    return ReminderRefusedError(why, error.status_code)


def _code(body: Any) -> str:  # noqa: ANN401 - the SDK has no types
    """The code of an error; the SDK reads only the errors that its model of an operation names."""
    if not isinstance(body, str):
        return str(getattr(body, "code", "") or "")
    found = re.search(r'"code"\s*:\s*"(\w+)"', body)
    return found[1] if found else ""


def _request(reminder: Reminder, wording: Wording, now: datetime, zone: str) -> Any:  # noqa: ANN401 - the SDK has no types
    here = now.replace(tzinfo=None)
    text = rm.SpokenText(locale=wording.locale, text=wording.text)
    trigger = rm.Trigger(
        object_type=rm.TriggerType.SCHEDULED_ABSOLUTE,
        scheduled_time=reminder.first_after(now),
        time_zone_id=zone or None,
    )
    if reminder.days:
        trigger.recurrence = rm.Recurrence(start_date_time=here, recurrence_rules=[_rule(reminder)])
    return rm.ReminderRequest(
        request_time=here,
        trigger=trigger,
        alert_info=rm.AlertInfo(spoken_info=rm.SpokenInfo(content=[text])),
        push_notification=rm.PushNotification(status=rm.PushNotificationStatus.ENABLED),
    )


def _rule(reminder: Reminder) -> str:
    """The days and the time as RFC 5545 has them, in the parts and the order of Amazon's examples."""
    on = "FREQ=DAILY;"
    if reminder.days != EVERY_DAY:
        days = ",".join(DAYS[day] for day in sorted(reminder.days))
        on = f"FREQ=WEEKLY;BYDAY={days};"
    return f"{on}BYHOUR={reminder.at.hour};BYMINUTE={reminder.at.minute};BYSECOND=0;INTERVAL=1;"


def _reminder(alert: Any) -> Reminder | None:  # noqa: ANN401 - the SDK has no types
    """A reminder of the service; None for one that was changed into something unreadable."""
    trigger = alert.trigger
    at = trigger.scheduled_time if trigger is not None else None
    recurrence = trigger.recurrence if trigger is not None else None
    if recurrence is None:
        return Reminder(at.time().replace(tzinfo=None), on=at.date()) if at is not None else None
    rules: list[str] = recurrence.recurrence_rules or []
    if len(rules) != 1:
        return None
    parts = dict(re.findall(r"([A-Z]+)=([^;]+)", rules[0]))
    days = [day for day in parts.get("BYDAY", ",".join(DAYS)).split(",") if day in DAYS]
    usual = parts.get("FREQ") in FREQUENCIES and parts.get("INTERVAL", "1") == "1"
    try:
        rings = time(int(parts["BYHOUR"]), int(parts["BYMINUTE"]))
    except (KeyError, ValueError):
        return None
    return Reminder(rings, frozenset(map(DAYS.index, days))) if usual and days else None
