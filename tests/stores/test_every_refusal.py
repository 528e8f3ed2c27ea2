"""Each request of each call of the DynamoDB store is refused in each way: nothing is lost or doubled.

A call is an error of ours with one line, or it has done all of what it does without a fault; said once
more without a fault, everything is as if there had never been one.
"""

import random
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count

import pytest
from botocore.exceptions import ReadTimeoutError

from helpers.dynamodb_faults import Clock, Faults, conflict, refused
from helpers.store_samples import LONG_AGO, PERSON, at, done, placing, saved
from skill.coach.person.backup import Backup, KeptPerson
from skill.coach.person.change import Change
from skill.coach.person.device import KnownDevice
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.errors import BackupError, StoreError
from skill.stores.dynamodb import DynamoStore

HOMES = count(1)
MOVED = "moved"
ALL_THAT_IS_NEW = Change(
    at(40),
    Preferences(taught=True),
    (saved(30, 40),),
    (done(1, 2), done(30)),
    device=KnownDevice("k", rates={"en-US": 1.2}),
)
BACKUP = Backup(at(50), (KeptPerson(Profile(MOVED, Preferences(taught=True)), (done(1), done(2))),))


def opened(store: DynamoStore, home: str) -> object:
    """What a visit shows; which deletion it was does not matter."""
    return replace(store.open(home, PERSON, "k"), generation="")


def deleted(store: DynamoStore, home: str) -> None:
    """Everything of a person is hidden and deleted."""
    store.hide(home, PERSON)
    assert store.erase(home, PERSON, 60.0)


CALLS: dict[str, Callable[[DynamoStore, str], object]] = {
    "open": opened,
    "write": lambda store, home: store.write(home, PERSON, ALL_THAT_IS_NEW),
    "place": lambda store, home: store.write(home, PERSON, placing(saved(20, 29))),
    "history": lambda store, home: list(store.history(home, PERSON, LONG_AGO)),
    "the last of a history": lambda store, home: list(store.history(home, PERSON, LONG_AGO, 2)),
    "people": lambda store, home: store.people(home),
    "back up": lambda store, home: len(store.back_up(home, at(60)).people),
    "recount": lambda store, home: store.recount(home, PERSON),
    "delete": deleted,
    "restore": lambda store, home: store.restore(home, BACKUP),
}


@dataclass(frozen=True)
class Trouble:
    """What comes in the place of an answer."""

    code: str
    """DynamoDB's name for it; empty for none at all: the request is done, and its answer is lost."""
    status: int = 400
    lasts: bool = False
    """Whether everything that is sent afterwards is answered so as well."""


PASSES = {
    "throttled once": Trouble("ThrottlingException"),
    "over its capacity once": Trouble("ProvisionedThroughputExceededException"),
    "broken once": Trouble("InternalServerError", 500),
    "lost once": Trouble(""),
}
"""What is over when it is tried again, and nobody is told of."""

STAYS = {
    "throttled for good": Trouble("ThrottlingException", lasts=True),
    "broken for good": Trouble("InternalServerError", 500, lasts=True),
    "not allowed": Trouble("AccessDeniedException", lasts=True),
    "taken for nonsense": Trouble("ValidationException", lasts=True),
    "no table": Trouble("ResourceNotFoundException", lasts=True),
    "in conflict for good": Trouble("TransactionConflictException", lasts=True),
}


def a_home(store: DynamoStore) -> str:
    """Two people with practices of two days, some of it finished, and a device."""
    home = f"home {next(HOMES)}"
    for person in (PERSON, ACCOUNT):
        practices, finished = (saved(1, 5), saved(20, 26)), tuple(done(n) for n in range(1, 5))
        store.write(home, person, Change(at(30), Preferences(introduced=True), practices, finished))
    store.write(home, PERSON, Change(at(30), device=KnownDevice("k", rates={"en-US": 1.1})))
    return home


def kept(store: DynamoStore, home: str) -> object:
    """All that can be seen of a household."""
    people = (PERSON, ACCOUNT, MOVED)
    visits = [replace(store.open(home, person, "k"), generation="") for person in people]
    history = [list(store.history(home, person, LONG_AGO)) for person in people]
    return visits, history, store.people(home)


class Line:
    """The line to DynamoDB, on which one request after the other can be counted and answered."""

    def __init__(self, store: DynamoStore) -> None:
        self.sent = 0
        self._answer: Callable[[int, object], object] = lambda _number, _request: None
        self._away = Faults(store._client, random.Random(0), Clock())
        self._busy = False
        store._client.meta.events.register_first("before-send.dynamodb", self._on_send)

    def _on_send(self, request, **_: object):
        if self._busy:
            return None
        self.sent += 1
        return self._answer(self.sent, request)

    @contextmanager
    def troubled(self, first: int, trouble: Trouble):
        """The request with this number, and perhaps those after it, meet a trouble."""

        def answer(number: int, request):
            if number != first and not (trouble.lasts and number > first):
                return None
            if trouble.code:
                in_conflict = conflict(self._away, request) if "Conflict" in trouble.code else None
                return in_conflict or refused(trouble.code, trouble.status)
            self._busy = True
            self._away.do(request, recognised=True)
            self._busy = False
            raise ReadTimeoutError(endpoint_url="https://dynamodb.example")

        self.sent, self._answer = 0, answer
        yield
        self._answer = lambda _number, _request: None


@pytest.fixture
def line(amazon) -> Line:
    """A line that lets everything pass."""
    return Line(amazon)


def requests_of(amazon, line: Line, call) -> tuple[int, object, object]:
    """How many requests a call makes; what it gives, and what is kept after it."""
    home = a_home(amazon)
    amazon.open(home, PERSON, "k")
    line.sent = 0
    given = call(amazon, home)
    return line.sent, given, kept(amazon, home)


def told(use: Callable[[], object]) -> str:
    """The message of our own error that something ends with; empty where it ends well."""
    try:
        use()
    except (StoreError, BackupError) as error:
        return str(error)
    return ""


@pytest.mark.parametrize("trouble", PASSES.values(), ids=PASSES)
@pytest.mark.parametrize("name", CALLS)
def test_what_passes_is_not_noticed(amazon, line, name, trouble):
    """Whichever of its requests it meets, a call does what it always does."""
    call = CALLS[name]
    requests, given, after = requests_of(amazon, line, call)
    assert requests
    for number in range(1, requests + 1):
        home = a_home(amazon)
        amazon.open(home, PERSON, "k")
        with Clock().ticking(), line.troubled(number, trouble):
            assert call(amazon, home) == given
        assert line.sent > requests
        assert kept(amazon, home) == after


@pytest.mark.parametrize("trouble", STAYS.values(), ids=STAYS)
@pytest.mark.parametrize("name", CALLS)
def test_what_stays_is_an_error_and_nothing_is_lost(amazon, line, name, trouble):
    """From whichever request on: an error of ours, in one line; and once it is over, all is well.

    Only what a visit does on the side, for the next one, may fail in silence.
    """
    call = CALLS[name]
    requests, given, after = requests_of(amazon, line, call)
    for number in range(1, requests + 1):
        home = a_home(amazon)
        amazon.open(home, PERSON, "k")
        with Clock().ticking(), line.troubled(number, trouble):
            line_told = told(lambda home=home: call(amazon, home))
        assert line_told.isprintable()
        assert home not in line_told
        assert line_told or name == "open"
        assert call(amazon, home) == given
        assert kept(amazon, home) == after
