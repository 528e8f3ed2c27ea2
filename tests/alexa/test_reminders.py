"""Reminders: what is sent to Alexa's service, what is asked first, and what is said when it refuses."""

import json
import random
from collections.abc import Iterator

import pytest

from helpers.alexa_reminders import IN_PAST
from helpers.alexa_requests import intent, launch, slot
from helpers.alexa_services import Service, alexas_services
from helpers.whole_skill import words
from skill.bootstrap import build
from skill.settings import Settings
from skill.speech.ssml import words_of
from skill.stores.memory import MemoryStore
from soak.mutants import changed, places

NOW = "2026-11-20T08:00:00Z"
"""A Friday: nine in the morning in Berlin."""
SCOPE = "alexa::alerts:reminders:skill:readwrite"


class Home:
    """Somebody on a device in Berlin, in one session after the other."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.reminders = service.reminders
        self.skill = build(Settings("memory:", delay=0, stand_in=service.url), store=MemoryStore())
        self.attributes: dict | None = None
        self.response: dict = {}
        self._sent = 0

    def says(self, name: str, slots: dict | None = None, at: str = NOW) -> str:
        """The words that answer an intent."""
        return self.sends(intent(self._envelope(at), name, at, slots))

    def answers_alexa(self, status: str, token: str) -> str:
        """The words that follow when Alexa has asked for the permission."""
        envelope = self._envelope(NOW)
        envelope["request"] |= {
            "type": "Connections.Response",
            "name": "AskFor",
            "status": {"code": "200", "message": "OK"},
            "token": token,
            "payload": {
                "status": status,
                "permissionScopes": [{"permissionScope": SCOPE, "consentLevel": "ACCOUNT"}],
            },
        }
        return self.sends(envelope)

    def sends(self, envelope: dict) -> str:
        """The words that answer an envelope."""
        self._sent += 1
        envelope["request"]["requestId"] = f"r-{self._sent}"
        answer = self.skill(envelope, None)
        self.response = answer["response"]
        over = self.response.get("shouldEndSession", True)
        self.attributes = None if over else answer["sessionAttributes"]
        return self.response["outputSpeech"]["ssml"]

    def _envelope(self, at: str) -> dict:
        new = self.attributes is None
        return launch(self.service, at, new=new, attributes=self.attributes)

    @property
    def directive(self) -> dict:
        """The one directive of the last response."""
        (directive,) = self.response["directives"]
        return directive


def when(time: str | None = None, recurrence: str | None = None) -> dict:
    """A reminder's slots."""
    slots = {"time": {"name": "time", "confirmationStatus": "NONE"}}
    if time is not None:
        slots["time"]["value"] = time
    return slots | (slot("recurrence", recurrence) if recurrence is not None else {})


@pytest.fixture
def home() -> Iterator[Home]:
    """A home whose requests to the service were all as documented."""
    with alexas_services(Service()) as service:
        yield Home(service)
    assert service.reminders.wrong == []


@pytest.mark.parametrize(
    ("recurrence", "rule", "first", "told"),
    [
        ("daily", "FREQ=DAILY", "2026-11-20", "every day"),
        ("weekdays", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-20", "on weekdays"),
        ("weekends", "FREQ=WEEKLY;BYDAY=SA,SU", "2026-11-21", "at weekends"),
        ("tuesday", "FREQ=WEEKLY;BYDAY=TU", "2026-11-24", "every Tuesday"),
    ],
)
def test_a_reminder_is_read_back_and_then_set(home, recurrence, rule, first, told):
    """Time and days are read back; nothing is set before the yes, and then in the device's time zone."""
    assert f"{told} at half past six in the evening" in home.says(
        "ReminderIntent", when("18:30", recurrence)
    )
    assert home.reminders.alerts == {}

    assert f"{told} at half past six in the evening" in home.says("AMAZON.YesIntent")
    (alert,) = home.reminders.waiting
    assert alert["trigger"]["timeZoneId"] == "Europe/Berlin"
    assert alert["trigger"]["scheduledTime"] == f"{first}T18:30:00"
    (sent,) = alert["trigger"]["recurrence"]["recurrenceRules"]
    assert sent == f"{rule};BYHOUR=18;BYMINUTE=30;BYSECOND=0;INTERVAL=1;"
    assert f"{told} at half past six in the evening" in home.says("ReminderStatusIntent")


def test_a_time_without_days_is_once(home):
    """It rings the next time the clock of the device shows it: at eight in Berlin that is tomorrow."""
    assert "today at half past eight in the evening" in home.says("ReminderIntent", when("08:30"))
    assert "tomorrow at half past eight in the morning" in home.says("AMAZON.NoIntent")
    home.says("AMAZON.YesIntent")
    (alert,) = home.reminders.waiting
    assert alert["trigger"]["scheduledTime"] == "2026-11-21T08:30:00"
    assert "recurrence" not in alert["trigger"]


def test_without_a_time_zone_the_devices_own_is_left_to_alexa():
    """If the device does not tell its zone, the request names none, and Amazon takes the device's."""
    with alexas_services(Service(body="null")) as service:
        home = Home(service)
        home.says("ReminderIntent", when("18:30", "daily"))
        home.says("AMAZON.YesIntent")
    (alert,) = service.reminders.waiting
    assert "timeZoneId" not in alert["trigger"]
    assert service.reminders.wrong == []


def test_a_new_reminder_takes_the_place_of_the_old_one(home):
    """The old reminder becomes the new one, so that there are never none or two; it is said before."""
    home.says("ReminderIntent", when("18:30", "daily"))
    home.says("AMAZON.YesIntent")
    told = home.says("ReminderIntent", when("20:00", "weekdays"))
    assert "our reminder every day at half past six in the evening" in told
    home.says("AMAZON.YesIntent")

    (alert,) = home.reminders.waiting
    assert "BYHOUR=20" in alert["trigger"]["recurrence"]["recurrenceRules"][0]
    assert home.reminders.asked[-2:] == ["GET", "PUT"]


def test_one_deleted_in_the_app_meanwhile_is_set_anew(home):
    """An update that finds nothing becomes a new reminder."""
    home.says("ReminderIntent", when("18:30", "daily"))
    home.says("AMAZON.YesIntent")
    home.says("ReminderIntent", when("20:00", "daily"))
    home.reminders.refuses = {"PUT": (404, '{"code": "ALERT_NOT_FOUND", "message": ""}')}
    home.says("AMAZON.YesIntent")

    assert home.reminders.asked[-3:] == ["GET", "PUT", "POST"]


def test_cancelled_reminders_are_gone(home):
    """Reminders to come are cancelled and counted; one that has rung does not count."""
    assert "have a reminder from me" in home.says("CancelReminderIntent")
    for token in ("one", "two"):
        home.reminders.alerts[token] = {"alertToken": token, "status": "ON", "trigger": {}}
    home.reminders.alerts["rung"] = {"alertToken": "rung", "status": "COMPLETED", "trigger": {}}

    home.attributes = None
    assert "no reminder" not in home.says("CancelReminderIntent")
    assert list(home.reminders.alerts) == ["rung"]
    assert "have a reminder from me" in home.says("ReminderStatusIntent")


@pytest.mark.parametrize(
    "trigger",
    [
        {"type": "SCHEDULED_RELATIVE", "offsetInSeconds": 60},
        {"recurrence": {"recurrenceRules": ["FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=9;BYMINUTE=0;"]}},
        {"recurrence": {"recurrenceRules": ["FREQ=DAILY;BYHOUR=9;BYMINUTE=0;INTERVAL=2;"]}},
        {"recurrence": {"recurrenceRules": ["FREQ=DAILY;BYHOUR=nine;BYMINUTE=0;"]}},
        {"recurrence": {"freq": "DAILY"}},
    ],
)
def test_a_reminder_changed_in_the_app_is_not_misread(home, trigger):
    """A reminder that was changed in the app into something else is not read back."""
    home.reminders.alerts["one"] = {"alertToken": "one", "status": "ON", "trigger": trigger}

    assert "Alexa app" in home.says("ReminderStatusIntent")


def kept_by_amazon() -> dict:
    """A reminder as the service tells it, with everything that the reference names."""
    return {
        "alertToken": "one",
        "createdTime": "2026-11-19T08:00:00.000Z",
        "updatedTime": "2026-11-19T08:00:00.000Z",
        "status": "ON",
        "trigger": {
            "type": "SCHEDULED_ABSOLUTE",
            "scheduledTime": "2026-11-21T07:30:00.000",
            "timeZoneId": "Europe/Berlin",
            "offsetInSeconds": 0,
            "recurrence": {
                "freq": "DAILY",
                "startDateTime": "2026-11-20T08:00:00.000",
                "recurrenceRules": ["FREQ=DAILY;BYHOUR=7;BYMINUTE=30;BYSECOND=0;INTERVAL=1;"],
            },
        },
        "alertInfo": {"spokenInfo": {"content": [{"locale": "en-US", "text": "Stretch."}]}},
        "pushNotification": {"status": "ENABLED"},
        "version": "2",
    }


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("pushNotification", "status"), "ONLY_AT_HOME"),
        (("trigger", "type"), "SCHEDULED_BY_SUNRISE"),
        (("trigger", "recurrence", "freq"), "FORTNIGHTLY"),
        (("trigger", "recurrence", "byDay"), ["MO", "ZZ"]),
        (("alertInfo", "spokenInfo", "content", 0, "mood"), "SERENE"),
        (("createdTime",), "the other day"),
    ],
)
def test_a_value_that_nobody_has_seen_yet_hides_no_reminder(home, path, value):
    """Amazon may add to what a field can be: the reminder is still read, and told."""
    alert = kept_by_amazon()
    inner = alert
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    home.reminders.alerts["one"] = alert

    assert "every day at half past seven" in home.says("ReminderStatusIntent")


def test_reminders_with_anything_in_them(home):
    """Whatever the service answers, something is said, and it is no apology."""
    lots = random.Random(1)
    whole = {"totalCount": "1", "alerts": [kept_by_amazon(), kept_by_amazon()], "links": None}
    paths = list(places(whole))
    for number in range(300):
        text = json.dumps(changed(whole, lots.choice(paths), lots))
        if number % 5 == 0:
            text = text[: lots.randrange(len(text))]
        home.reminders.refuses = {"GET": (200, text)}
        told = home.says(("ReminderStatusIntent", "CancelReminderIntent")[number % 2])
        assert words().say("went_wrong") not in words_of(told)
    home.reminders.wrong.clear()  # tokens that are others by now


def test_the_permission_is_asked_for_by_voice(home):
    """After the yes Alexa asks; once allowed, the reminder is set, in a new session too."""
    home.reminders.allowed = False
    home.says("ReminderIntent", when("18:30", "daily"))
    assert "permission" in home.says("AMAZON.YesIntent")
    assert "shouldEndSession" not in home.response
    assert home.directive == {
        "type": "Connections.SendRequest",
        "name": "AskFor",
        "payload": {
            "@type": "AskForPermissionsConsentRequest",
            "@version": "2",
            "permissionScopes": [{"permissionScope": SCOPE, "consentLevel": "ACCOUNT"}],
        },
        "token": "18:30 0123456",
    }

    home.reminders.allowed = True
    token = home.directive["token"]
    assert "every day at half past six" in home.answers_alexa("ACCEPTED", token)
    assert len(home.reminders.waiting) == 1


@pytest.mark.parametrize("status", ["DENIED", "NOT_ANSWERED", "ACCEPTED"])
def test_without_the_permission_there_is_a_card(home, status):
    """Refused, unanswered, or accepted without effect: the answer says so, with the card."""
    home.reminders.allowed = False
    home.says("ReminderIntent", when("18:30", "daily"))
    home.says("AMAZON.YesIntent")

    assert "permission" in home.answers_alexa(status, home.directive["token"])
    assert home.response["card"] == {"type": "AskForPermissionsConsent", "permissions": [SCOPE]}
    assert [each["type"] for each in home.response["directives"]] == ["Dialog.UpdateDynamicEntities"]
    assert home.reminders.alerts == {}


@pytest.mark.parametrize("name", ["CancelReminderIntent", "ReminderStatusIntent"])
def test_nobody_is_asked_for_a_permission_who_wants_no_reminder(home, name):
    """Asking for reminders or cancelling them without it gets the card; Alexa does not ask."""
    home.reminders.allowed = False

    assert "permission" in home.says(name)
    assert home.response["card"]["type"] == "AskForPermissionsConsent"
    assert [each["type"] for each in home.response["directives"]] == ["Dialog.UpdateDynamicEntities"]


@pytest.mark.parametrize("token", ["", "nonsense", "25:00 0123456", "18:30 2026-02-30"])
def test_a_token_nobody_wrote_sets_nothing(home, token):
    """The token that comes back with the permission is read as carefully as any request."""
    home.answers_alexa("ACCEPTED", token)
    assert home.attributes["state"]["question"][0] == "ReminderTime"
    assert home.reminders.alerts == {}


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (403, '{"code": "MAX_REMINDERS_EXCEEDED", "message": ""}', "no room"),
        (403, '{"code": "DEVICE_NOT_SUPPORTED", "message": ""}', "This device"),
        (400, f'{{"code": "{IN_PAST}", "message": ""}}', "passed"),
        (429, '{"code": "RATE_EXCEEDED", "message": ""}', "later"),
        (500, "oh", "later"),
        (503, '{"message": null}', "later"),
        (200, "<html>", "later"),
    ],
)
def test_a_refusal_is_said_plainly(home, status, body, told):
    """Quota, device, a time gone by, a service that is down: each is said, and nothing is set."""
    home.reminders.refuses = {"POST": (status, body)}
    home.says("ReminderIntent", when("18:30", "daily"))

    assert told in home.says("AMAZON.YesIntent")
    assert home.reminders.alerts == {}


@pytest.mark.parametrize("name", ["ReminderIntent", "CancelReminderIntent", "ReminderStatusIntent"])
def test_a_service_that_hangs_is_given_up(home, name, mocker):
    """A service that does not answer is given up on in time, before the coach asks for anything."""
    home.sends(launch(home.service, NOW))  # the device's time zone is known from here on
    mocker.patch("skill.alexa.services.api_client.PATIENCE", 0.2)
    home.reminders.hangs = True

    assert "later" in home.says(name, when("18:30", "daily") if name == "ReminderIntent" else None)


def test_a_slow_service_is_not_asked_for_ever(home, mocker):
    """However many reminders there are to cancel, the answer comes in time."""
    mocker.patch("skill.alexa.services.reminders.PATIENCE", -1.0)

    assert "later" in home.says("CancelReminderIntent")
    assert home.reminders.asked == []


def test_a_reminder_in_the_past_is_not_set(home):
    """If the time has passed at the yes, the coach asks for another one, and then drops it."""
    assert "today at five past nine" in home.says("ReminderIntent", when("09:05"))
    late = "2026-11-20T08:06:00Z"
    assert "passed" in home.says("AMAZON.YesIntent", at=late)
    home.says("AMAZON.FallbackIntent", at=late)

    assert home.reminders.alerts == {}
    assert "POST" not in home.reminders.asked


def test_there_are_no_reminders_without_alexa():
    """No address, no token: said at once, kindly, and nothing is asked."""
    home = Home(Service())
    assert "Alexa" in home.says("ReminderIntent", when("18:30", "daily"))
    assert home.response["shouldEndSession"]
