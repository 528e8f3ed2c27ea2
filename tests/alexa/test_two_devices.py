"""Two devices of one household, open at the same time."""

from helpers.alexa_requests import intent, launch, stretch_slot
from helpers.alexa_services import Service
from skill.bootstrap import build
from skill.settings import Settings
from skill.stores.memory import MemoryStore

NO_SERVICE = Service(url="http://10.0.0.1")


def test_what_one_device_was_told_the_other_does_not_undo():
    """A session that opened earlier writes only the preferences that it changed itself."""
    store = MemoryStore()
    skill = build(Settings(store="memory:", delay=0.0), store=store)
    kitchen = launch(NO_SERVICE, "2026-11-20T08:00:00Z")
    kitchen["session"] |= {"attributes": skill(kitchen, None)["sessionAttributes"], "new": False}
    bedroom = launch(NO_SERVICE, "2026-11-20T08:00:10Z")
    bedroom["session"] |= {"attributes": skill(bedroom, None)["sessionAttributes"], "new": False}
    skill(intent(bedroom, "AvoidStretchIntent", "2026-11-20T08:00:20Z", stretch_slot("bridge")), None)
    skill(intent(kitchen, "AvoidStretchIntent", "2026-11-20T08:00:30Z", stretch_slot("cat_cow")), None)

    assert set(store.open("u", "account").preferences.left_out) == {"bridge", "cat_cow"}
