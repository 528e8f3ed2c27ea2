"""The store as one request sees it: within its time, and never an exception."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from skill.alexa.shell import store_visit
from skill.alexa.shell.store_visit import StoreVisit
from skill.coach.conversation.errands import Erasure
from skill.coach.person.change import Change
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT
from skill.errors import StoreError
from skill.stores.dynamodb.client import CONNECT_SECONDS, READ_SECONDS, REQUEST_ATTEMPTS
from skill.stores.memory import MemoryStore
from skill.stores.sqlite.store import BUSY_SECONDS

NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
CHANGE = Change(NOW, Preferences(introduced=True))


def test_a_slow_store_is_not_kept_waiting_for_twice(mocker):
    """After a slow answer the visit makes no other call and returns the change for the next turn."""
    # Every call takes two seconds by this clock.
    clock = iter(range(0, 1000, 2))
    mocker.patch.object(store_visit, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    store = MemoryStore()
    visit = StoreVisit(store, "house")
    assert visit.open(ACCOUNT) is not None
    assert visit.write(ACCOUNT, CHANGE) is None
    assert visit.seconds > store_visit.PATIENCE

    assert visit.write(ACCOUNT, Change(NOW, Preferences(taught=True))) is not None
    assert not store.open("house", ACCOUNT).preferences.taught
    assert visit.failures


def test_an_answer_is_there_in_time():
    """Even if the store takes all the time it may, a second of Alexa's eight is left."""
    dynamo = REQUEST_ATTEMPTS * (CONNECT_SECONDS + READ_SECONDS) + 0.5
    assert store_visit.PATIENCE + dynamo <= 7
    assert store_visit.PATIENCE + 2 * BUSY_SECONDS <= 7


@pytest.mark.parametrize("call", ["open", "write", "history", "hide"])
def test_nothing_is_raised(mocker, call):
    """Whatever the store cannot do, the visit says so by what it returns."""
    store = MemoryStore()
    mocker.patch.object(store, call, side_effect=StoreError("away"))
    visit = StoreVisit(store, "house")
    outcomes = {
        "open": lambda: visit.open(ACCOUNT) is None,
        "write": lambda: visit.write(ACCOUNT, CHANGE) == CHANGE,
        "history": lambda: visit.history(ACCOUNT, NOW, 5) is None,
        "hide": lambda: visit.delete(ACCOUNT) == (None, Erasure.FAILED),
    }

    assert outcomes[call]()
    assert len(visit.failures) == 1


def test_what_is_hidden_but_not_deleted_is_said_to_be_begun(mocker):
    """A deletion that stopped after hiding everything is reported as begun, not as done."""
    store = MemoryStore()
    store.write("house", ACCOUNT, CHANGE)
    mocker.patch.object(store, "erase", side_effect=StoreError("away"))
    empty, erasure = StoreVisit(store, "house").delete(ACCOUNT)

    assert erasure is Erasure.BEGUN
    assert empty.erasing
    assert not store.open("house", ACCOUNT).preferences.introduced
