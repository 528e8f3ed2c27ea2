"""The time zone comes from the device, is remembered, and is never waited for."""

from helpers.alexa_requests import intent, launch, stretch_slot
from helpers.alexa_services import TOKEN, Service, alexas_services
from skill.alexa.requests.caller import key_of
from skill.bootstrap import build
from skill.settings import Settings
from skill.stores.memory import MemoryStore


def skill_on(store, stand_in=""):
    """The skill as Lambda has it, on a store of the test's; it may call a stand-in."""
    return build(Settings(store="memory:", delay=0.0, stand_in=stand_in), store=store)


def zone_kept(store, device="kitchen"):
    """The time zone that is kept with a device."""
    return store.open("u", "account", key_of(device)).device.time_zone


def test_the_device_is_asked_once_and_remembered():
    """The documented address is called once, with the session's token; then not again for a day."""
    store = MemoryStore()
    with alexas_services(Service()) as service:
        skill = skill_on(store, service.url)
        skill(launch(service, "2026-11-20T08:00:00Z"), None)
        skill(launch(service, "2026-11-21T07:59:00Z"), None)
    path = "/v2/devices/kitchen/settings/System.timeZone"
    assert service.asked == [(path, f"Bearer {TOKEN}")]
    assert zone_kept(store) == "Europe/Berlin"


def test_the_device_in_front_counts():
    """A day later it is asked again, for it may have travelled; a new device is asked at once."""
    store = MemoryStore()
    with alexas_services(Service()) as service:
        skill = skill_on(store, service.url)
        skill(launch(service, "2026-11-20T08:00:00Z"), None)
        service.body = '"Asia/Tokyo"'
        skill(launch(service, "2026-11-21T08:01:00Z"), None)
        assert zone_kept(store) == "Asia/Tokyo"
        service.body = '"America/Denver"'
        elsewhere = launch(service, "2026-11-21T08:02:00Z")
        elsewhere["context"]["System"]["device"]["deviceId"] = "holiday"
        skill(elsewhere, None)
    assert (zone_kept(store), zone_kept(store, "holiday")) == ("Asia/Tokyo", "America/Denver")
    assert len(service.asked) == 3


def test_what_the_device_told_before_holds_while_it_does_not_answer():
    """Asked again and not answered: its last zone is better than none, and a new session asks again."""
    store = MemoryStore()
    with alexas_services(Service()) as service:
        skill = skill_on(store, service.url)
        skill(launch(service, "2026-11-20T08:00:00Z"), None)
        service.status, service.body = 500, "oh"
        for _ in range(2):
            skill(launch(service, "2026-11-22T08:00:00Z"), None)
    assert zone_kept(store) == "Europe/Berlin"
    assert len(service.asked) == 3


def test_within_a_session_nobody_is_asked_twice():
    """Whether it answers or not: one call a session at most."""
    with alexas_services(Service(status=500, body="oh")) as service:
        skill = skill_on(MemoryStore(), service.url)
        attributes = skill(launch(service, "2026-11-20T08:00:00Z"), None)["sessionAttributes"]
        talking = launch(service, "2026-11-20T08:00:30Z", new=False, attributes=attributes)
        skill(intent(talking, "AMAZON.HelpIntent", "2026-11-20T08:00:30Z"), None)
    assert len(service.asked) == 1


def test_yesterday_is_yesterday_where_the_person_is():
    """Half past eleven in the evening UTC is already the next day in Berlin."""
    store = MemoryStore()
    with alexas_services(Service()) as service:
        skill = skill_on(store, service.url)
        opened = launch(service, "2026-11-20T23:30:00Z")
        attributes = skill(opened, None)["sessionAttributes"]
        talking = launch(service, "2026-11-20T23:30:00Z", new=False, attributes=attributes)
        start = intent(talking, "StartStretchIntent", "2026-11-20T23:31:00Z", stretch_slot("bridge"))
        talking["session"]["attributes"] = skill(start, None)["sessionAttributes"]
        skill(intent(talking, "AMAZON.StopIntent", "2026-11-20T23:33:20Z"), None)
        answer = skill(launch(service, "2026-11-21T08:00:00Z"), None)
    assert "earlier today" in answer["response"]["outputSpeech"]["ssml"].lower()


def test_a_service_that_fails_or_says_nonsense_does_no_harm():
    """After refusals, empty answers and unknown zones the visit goes on in the fallback time zone."""
    for service in (
        Service(status=401, body='{"code": "UNAUTHORIZED", "message": "no"}'),
        Service(status=204, body=""),
        Service(status=500, body="oh"),
        Service(body='"Middle/Earth"'),
        Service(body="null"),
        Service(body="<html>"),
    ):
        store = MemoryStore()
        with alexas_services(service):
            answer = skill_on(store, service.url)(launch(service, "2026-11-20T08:00:00Z"), None)
        assert "Welcome" in answer["response"]["outputSpeech"]["ssml"], service.body
        assert zone_kept(store) == ""


def test_a_service_that_hangs_is_given_up(mocker):
    """A service that does not answer takes no longer than its time limit."""
    mocker.patch("skill.alexa.services.api_client.PATIENCE", 0.2)
    with alexas_services(Service(hangs=True)) as service:
        answer = skill_on(MemoryStore(), service.url)(launch(service, "2026-11-20T08:00:00Z"), None)
    assert "Welcome" in answer["response"]["outputSpeech"]["ssml"]


def test_the_hour_that_comes_twice_is_not_lost():
    """When the clocks go back during a hold, the hold goes on at the second it had reached."""
    with alexas_services(Service()) as service:
        skill = skill_on(MemoryStore(), service.url)
        # Berlin is an hour ahead of London: its clocks go back at the same moment, one in UTC.
        talking = launch(service, "2026-10-25T00:59:00Z")
        talking["session"] |= {"attributes": skill(talking, None)["sessionAttributes"], "new": False}
        told = []
        childs_pose = stretch_slot("childs_pose")
        start = intent(talking, "StartStretchIntent", "2026-10-25T00:59:10Z", childs_pose)
        talking["session"]["attributes"] = skill(start, None)["sessionAttributes"]
        for at in ("2026-10-25T01:00:05Z", "2026-10-25T01:00:09Z", "2026-10-25T01:00:13Z"):
            answer = skill(intent(talking, "TimeLeftIntent", at), None)
            talking["session"]["attributes"] = answer["sessionAttributes"]
            told.append(answer["response"]["outputSpeech"]["ssml"])
    assert all("not in a stretch" not in each for each in told), told
