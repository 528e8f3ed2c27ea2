"""Which chains are fetched, kept and waited for: whoever makes up addresses keeps nobody waiting."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from itertools import islice
from threading import Event, Lock, Semaphore

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.alexa_platform import ADDRESS
from helpers.web_servers import PATIENCE
from skill.errors import UnverifiedRequestError
from skill.web import gunicorn_settings
from skill.web.alexa import chains
from skill.web.alexa.addresses import LONGEST, checked_address
from skill.web.alexa.chains import Chains

FOLDER = "https://s3.amazonaws.com/echo.api/"


def made_up(number: int) -> str:
    """An address that Amazon's rules allow and where nothing lies."""
    return f"{FOLDER}made-up-{number}.pem"


def any_chain(chain: bytes) -> bytes:
    """Trusts every chain, and finds the chain itself."""
    return chain


def no_chain(_: bytes) -> bytes:
    """Trusts none."""
    raise UnverifiedRequestError("not trusted")


@dataclass
class Storage:
    """Where chains lie; it answers when the test says so."""

    lies_at: dict[str, bytes] = field(default_factory=dict)
    fetched: list[str] = field(default_factory=list)
    holds: bool = False
    open_again: Event = field(default_factory=Event)
    came: Semaphore = field(default_factory=lambda: Semaphore(0))
    """Counts the fetches that have begun."""
    lock: Lock = field(default_factory=Lock)

    def fetch(self, address: str) -> bytes:
        """What lies at an address, if anything; made-up ones are held."""
        with self.lock:
            self.fetched.append(address)
        self.came.release()
        if self.holds and "made-up" in address:
            assert self.open_again.wait(PATIENCE)
        if address not in self.lies_at:
            raise UnverifiedRequestError("nothing lies there")
        return self.lies_at[address]


@pytest.fixture
def storage(monkeypatch) -> Iterator[Storage]:
    """A storage that holds nobody for longer than the test."""
    monkeypatch.setattr(chains, "PATIENCE", PATIENCE)
    storage = Storage()
    yield storage
    storage.open_again.set()


# Addresses


@pytest.mark.parametrize(
    "written",
    [
        "https://S3.amazonaws.com:443/echo.api/a.pem",
        "HTTPS://s3.amazonaws.com/echo.api/./a.pem",
        "https://s3.amazonaws.com/echo.api//a.pem",
        "https://s3.amazonaws.com/echo.api/x/../a.pem",
        "https://s3.amazonaws.com/x/..//echo.api/a.pem",
        "https://s3.amazonaws.com:/echo.api/a.pem?x=1#y",
    ],
)
def test_one_chain_has_one_address(written):
    """However it is written: the address that is fetched and kept is the one that was checked."""
    assert checked_address(written) == f"{FOLDER}a.pem"


@pytest.mark.parametrize(
    "name",
    [
        *("%61.pem", "a%2e%2e/b", "a.pém", "a .pem", "a\tb.pem", "a\n.pem", "a\\..\\b"),
        *("a;b", "a,b", "a:b", "…", "\ud800", "\0", "x" * LONGEST),
    ],
)
def test_what_can_be_written_in_two_ways_is_refused(storage, name):
    """Encoded letters, letters that are dropped or encoded on the way: nothing is fetched."""
    kept = Chains(storage.fetch)
    with pytest.raises(UnverifiedRequestError, match="chain's address"):
        kept.at(FOLDER + name, any_chain)
    assert storage.fetched == []


@given(
    st.text()
    | st.text().map(lambda name: FOLDER + name)
    | st.text("/.%~a;:@?#[]\\\u00e9 ", max_size=20).map(lambda name: FOLDER + name)
    | st.text("/.%~a;:@?#[]\\\u00e9 ", max_size=20).map(lambda rest: f"https://s3.amazonaws.com{rest}")
)
def test_a_normal_form_is_its_own(written):
    """Any text is refused, or comes to a form that is nothing but itself."""
    try:
        address = checked_address(written)
    except UnverifiedRequestError:
        return
    assert address.startswith(FOLDER)
    assert address.isascii()
    assert "%" not in address
    assert {".", "..", ""}.isdisjoint(address.removeprefix(FOLDER).split("/"))
    assert checked_address(address) == address


# Keeping


def test_a_chain_is_kept_and_then_fetched_anew_behind_the_scenes(storage):
    """After an hour the old one still answers, at once, until the new one is there."""
    now = [0.0]
    storage.lies_at[ADDRESS] = b"old"
    kept = Chains(storage.fetch, lambda: now[0])
    assert [kept.at(ADDRESS, any_chain) for _ in range(3)] == [b"old"] * 3
    assert storage.fetched == [ADDRESS]
    storage.lies_at[ADDRESS] = b"new"
    now[0] = chains.KEPT_FOR
    assert kept.at(ADDRESS, any_chain) == b"old"
    kept._renewers.shutdown()
    assert kept.at(ADDRESS, any_chain) == b"new"
    assert storage.fetched == [ADDRESS] * 2


def test_a_chain_that_cannot_be_fetched_anew_counts_for_a_day(storage):
    """Without a network Alexa's requests are answered; not for ever."""
    now = [0.0]
    storage.lies_at[ADDRESS] = b"old"
    kept = Chains(storage.fetch, lambda: now[0])
    kept.at(ADDRESS, any_chain)
    del storage.lies_at[ADDRESS]
    now[0] = chains.KEPT_AT_MOST - 1
    assert kept.at(ADDRESS, any_chain) == b"old"
    kept._renewers.shutdown()
    now[0] = chains.KEPT_AT_MOST - 0.5
    assert kept.at(ADDRESS, any_chain) == b"old"  # what has just failed is not tried again
    assert storage.fetched == [ADDRESS] * 2
    now[0] = chains.KEPT_AT_MOST + chains.FAILED_FOR
    with pytest.raises(UnverifiedRequestError, match="nothing lies there"):
        kept.at(ADDRESS, any_chain)


def test_what_fails_throws_nothing_out_and_fills_no_memory(storage):
    """Many addresses without a chain, or with one that is not trusted, cost the others nothing."""
    storage.lies_at[ADDRESS] = b"chain"
    kept = Chains(storage.fetch, lambda: 0.0)
    kept.at(ADDRESS, any_chain)
    for number in range(chains.MOST_FAILED + 10):
        if number % 2:
            storage.lies_at[made_up(number)] = b"nonsense"
        with pytest.raises(UnverifiedRequestError):
            kept.at(made_up(number), no_chain)
    assert list(kept._kept) == [ADDRESS]
    assert len(kept._failed) == chains.MOST_FAILED
    assert kept._pending == {}
    assert kept._waiting == 0
    del storage.fetched[:]
    assert kept.at(ADDRESS, any_chain) == b"chain"
    assert storage.fetched == []


def test_only_a_few_chains_are_kept(storage):
    """Trusted ones as well: the newest eight."""
    kept = Chains(storage.fetch, lambda: 0.0)
    for number in range(chains.MOST_KEPT + 1):
        storage.lies_at[made_up(number)] = b"chain"
        kept.at(made_up(number), any_chain)
    assert list(kept._kept) == [made_up(number) for number in range(1, chains.MOST_KEPT + 1)]


def test_what_failed_is_tried_again_after_a_while(storage):
    """Not at once, and not never."""
    now = [0.0]
    kept = Chains(storage.fetch, lambda: now[0])
    for _ in range(3):
        with pytest.raises(UnverifiedRequestError):
            kept.at(ADDRESS, any_chain)
    assert storage.fetched == [ADDRESS]
    storage.lies_at[ADDRESS] = b"chain"
    now[0] = chains.FAILED_FOR
    assert kept.at(ADDRESS, any_chain) == b"chain"


# Waiting


def test_whoever_asks_for_the_same_chain_waits_for_one_fetch(storage):
    """A service that has just started fetches its chain once, however many ask."""
    storage.holds, storage.lies_at[made_up(0)] = True, b"chain"
    kept = Chains(storage.fetch)
    with ThreadPoolExecutor(chains.MOST_WAITING) as pool:
        asked = [pool.submit(kept.at, made_up(0), any_chain) for _ in range(chains.MOST_WAITING)]
        assert storage.came.acquire(timeout=PATIENCE)
        storage.open_again.set()
        assert {each.result(PATIENCE) for each in asked} == {b"chain"}
    assert storage.fetched == [made_up(0)]


def test_a_fetch_that_hangs_is_not_waited_for(storage, monkeypatch):
    """The request is refused when its time is over; the thread that fetches is none that answers."""
    monkeypatch.setattr(chains, "PATIENCE", 0.0)
    storage.holds = True
    kept = Chains(storage.fetch)
    with pytest.raises(UnverifiedRequestError, match="still being fetched"):
        kept.at(made_up(0), any_chain)
    assert kept._waiting == 0


def test_a_hundred_made_up_addresses_hold_nobody(alexa, storage):
    """While they are pending, genuine requests are answered by the threads that one worker has.

    That holds at any moment of it, also when the genuine chain has to be fetched anew. Most of the
    others are refused at once: what waits is fewer than there are threads.
    """
    now = [0.0]
    storage.lies_at[ADDRESS] = alexa.lies_at[ADDRESS]
    kept = Chains(storage.fetch, lambda: now[0])
    alexa.serve(kept)
    assert alexa.post(alexa.event()).status_code == 200
    storage.holds = True
    with ThreadPoolExecutor(gunicorn_settings.threads) as workers:

        def post(address: str):
            return workers.submit(alexa.post, alexa.event(), SignatureCertChainUrl=address)

        forged = [post(made_up(number)) for number in range(100)]
        genuine = [post(ADDRESS) for _ in range(20)]
        assert [each.result(PATIENCE).status_code for each in genuine] == [200] * 20
        now[0] = chains.KEPT_FOR
        assert [post(ADDRESS).result(PATIENCE).status_code for _ in range(3)] == [200] * 3
        kept._renewers.shutdown()
        assert storage.fetched.count(ADDRESS) == 2
        refused = islice(as_completed(forged, PATIENCE), 100 - chains.MOST_WAITING)
        assert {each.result().status_code for each in refused} == {400}
        assert len(storage.fetched) <= 2 + chains.MOST_PENDING
        storage.open_again.set()
        assert {each.result(PATIENCE).status_code for each in forged} == {400}


def test_the_same_made_up_address_holds_nobody_either(alexa, storage):
    """All of a worker's threads asked for one address that does not come: some refuse at once."""
    storage.lies_at[ADDRESS] = alexa.lies_at[ADDRESS]
    alexa.serve(Chains(storage.fetch))
    assert alexa.post(alexa.event()).status_code == 200
    storage.holds = True
    with ThreadPoolExecutor(gunicorn_settings.threads) as workers:
        forged = [
            workers.submit(alexa.post, alexa.event(), SignatureCertChainUrl=made_up(0))
            for _ in range(100)
        ]
        genuine = workers.submit(alexa.post, alexa.event())
        assert genuine.result(PATIENCE).status_code == 200
        storage.open_again.set()
        assert {each.result(PATIENCE).status_code for each in forged} == {400}
    assert storage.fetched == [ADDRESS, made_up(0)]


def test_a_worker_has_threads_to_spare():
    """More than those that may wait for chains."""
    assert gunicorn_settings.threads - 2 >= chains.MOST_WAITING
