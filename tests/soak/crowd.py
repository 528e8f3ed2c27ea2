"""Two devices, several threads, one person: nothing is lost and nothing is counted twice.

What a collision keeps from being written is carried along, as the skill does it.
"""

import multiprocessing
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from helpers.store_samples import HOUSEHOLD, LONG_AGO, PERSON, at, done, saved
from helpers.whole_skill import new_table
from skill.coach.person.change import Change
from skill.coach.person.progress_store import ProgressStore
from skill.errors import StoreError
from skill.stores.dynamodb import DynamoStore
from skill.stores.sqlite import SqliteStore
from soak.figures import Figure

DEVICES = 2
THREADS = 8
STRETCHES = 25


def practise(store: ProgressStore, number: int) -> int:
    """One thread's turns, every fifth of them sent twice: how often a write had to wait for the next."""
    waited, unsaved = 0, None
    for item in range(STRETCHES):
        change = Change(at(item), None, (saved(number, item),), (done(number, item),))
        change = change if unsaved is None else unsaved.followed_by(change)
        tries = [_written(store, change) for _ in range(2 if item % 5 == 0 else 1)]
        unsaved = None if any(tries) else change
        waited += tries.count(False)
    while unsaved is not None and not _written(store, unsaved):
        waited += 1
    return waited


def _written(store: ProgressStore, change: Change) -> bool:
    try:
        store.write(HOUSEHOLD, PERSON, change)
    except StoreError:
        return False
    return True


def on_dynamodb(address: str) -> list[Figure]:
    """Eight threads on two devices, on Amazon's engine."""
    first = new_table(address)
    devices = [first, *(DynamoStore(first.table, first._client) for _ in range(DEVICES - 1))]
    requests: list[str] = []
    first._client.meta.events.register(
        "before-send.dynamodb", lambda request, **_: requests.append(request.method)
    )
    with ThreadPoolExecutor(THREADS) as pool:
        jobs = [pool.submit(practise, devices[n % DEVICES], n) for n in range(THREADS)]
        waited = sum(job.result() for job in jobs)
    told = f"{len(requests)} requests, {waited} writes carried to the next turn"
    return [*_checked(first, "DynamoDB, 8 threads"), Figure("  collisions", "", told)]


def on_sqlite(folder: Path) -> list[Figure]:
    """Four processes of two threads each, on one file that is not there yet."""
    path = folder / "crowd.db"
    context = multiprocessing.get_context("spawn")
    processes = [
        context.Process(target=_process, args=(path, range(first, first + 2)))
        for first in range(0, THREADS, 2)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=300)
    ended = [process.exitcode for process in processes]
    failed = Figure("SQLite, 4 processes: end well", "4", str(ended.count(0)), not any(ended))
    return [failed, *_checked(SqliteStore(path), "SQLite, 4 processes of 2 threads")]


def _process(path: Path, numbers: range) -> None:
    store = SqliteStore(path)
    with ThreadPoolExecutor(len(numbers)) as pool:
        for job in [pool.submit(practise, store, number) for number in numbers]:
            job.result()


def _checked(store: ProgressStore, where: str) -> list[Figure]:
    expected = {done(number, item) for number in range(THREADS) for item in range(STRETCHES)}
    history = list(store.history(HOUSEHOLD, PERSON, LONG_AGO))
    profile = store.open(HOUSEHOLD, PERSON)
    counted = sum(tally.count for tally in profile.stretches.values())
    seconds = sum(tally.seconds for tally in profile.days.values())
    return [
        _equal(f"{where}: history items", len(expected), len(history)),
        _equal(f"{where}: of them as they were finished", len(expected), len(expected & set(history))),
        _equal(f"{where}: total of stretches", len(expected), counted),
        _equal(f"{where}: total of seconds", sum(finished.seconds for finished in expected), seconds),
    ]


def _equal(what: str, target: int, measured: int) -> Figure:
    return Figure(what, f"{target:,}", f"{measured:,}", target == measured)
