"""Deleting: what Amazon's events ask for, and what older sessions may still do."""

from datetime import UTC, datetime

import pytest

from helpers.alexa_requests import intent, launch, stretch_slot
from helpers.alexa_services import Service
from skill.bootstrap import build
from skill.coach.person.change import Change
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.errors import StoreError
from skill.settings import Settings
from skill.stores.memory import MemoryStore

HOUSE, MORNING = "u", "2026-11-20T08:00:00Z"


def disabled(service, body: dict | None) -> dict:
    """The event that says the skill was disabled."""
    envelope = launch(service, MORNING)
    del envelope["session"]
    envelope["request"] = {
        "type": "AlexaSkillEvent.SkillDisabled",
        "requestId": "an-event",
        "timestamp": MORNING,
        "eventCreationTime": MORNING,
        "eventPublishingTime": MORNING,
    }
    if body is not None:
        envelope["request"]["body"] = body
    return envelope


@pytest.fixture
def service() -> Service:
    """Alexa's services, which nobody asks here."""
    return Service(url="http://127.0.0.1:9")


@pytest.fixture
def store() -> MemoryStore:
    """Two people of one household, and one of another."""
    store = MemoryStore()
    change = Change(datetime(2026, 11, 19, tzinfo=UTC), Preferences(introduced=True))
    for house, who in ((HOUSE, ACCOUNT), (HOUSE, "one"), ("another", ACCOUNT)):
        store.write(house, who, change)
    return store


def is_known(store: MemoryStore, house: str, who: str) -> bool:
    """Whether anything is kept of them."""
    profile = store.open(house, who)
    return profile != Profile(who, generation=profile.generation)


@pytest.mark.parametrize("body", [{"userInformationPersistenceStatus": "NOT_PERSISTED"}, {}, None, "?"])
def test_a_disabled_skill_forgets_the_household(store, service, body):
    """Everybody of the account is deleted, and nobody else."""
    build(Settings("memory:"), store=store)(disabled(service, body), None)

    assert not is_known(store, HOUSE, ACCOUNT)
    assert not is_known(store, HOUSE, "one")
    assert is_known(store, "another", ACCOUNT)


def test_what_amazon_wants_kept_is_kept(store, service):
    """If Amazon may enable the skill again for the same account, everything kept of it stays."""
    body = {"userInformationPersistenceStatus": "PERSISTED"}
    build(Settings("memory:"), store=store)(disabled(service, body), None)

    assert is_known(store, HOUSE, ACCOUNT)


def test_an_event_that_could_not_be_done_is_sent_again(store, service, mocker):
    """Where not everything could be deleted the request fails, so that Amazon repeats it."""
    handler = build(Settings("memory:"), store=store)
    erase = mocker.patch.object(store, "erase", side_effect=StoreError("away"))
    with pytest.raises(StoreError):
        handler(disabled(service, None), None)

    mocker.stop(erase)
    handler(disabled(service, None), None)
    assert not store.open(HOUSE, "one").erasing


def test_a_session_on_another_device_brings_nothing_back(service):
    """A session that was open during the deletion does not bring back what it knew."""
    store = MemoryStore()
    handler = build(Settings("memory:", delay=0), store=store)
    envelope = launch(service, MORNING)
    attributes = handler(envelope, None)["sessionAttributes"]
    start = intent(
        launch(service, "2026-11-20T08:01:00Z", new=False, attributes=attributes),
        "StartStretchIntent",
        "2026-11-20T08:01:00Z",
        stretch_slot("happy_baby"),
    )
    attributes = handler(start, None)["sessionAttributes"]
    store.hide(HOUSE, ACCOUNT)
    store.erase(HOUSE, ACCOUNT, 1)
    later = launch(service, "2026-11-20T08:05:00Z", new=False, attributes=attributes)
    answer = handler(intent(later, "ProgressIntent", "2026-11-20T08:05:00Z"), None)

    assert answer["response"]["outputSpeech"]["ssml"]
    assert not is_known(store, HOUSE, ACCOUNT)
    assert list(store.history(HOUSE, ACCOUNT, datetime(2026, 1, 1, tzinfo=UTC))) == []
