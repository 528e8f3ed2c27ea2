"""Four devices of one person, with lost requests and wrong clocks: everything counts, and once.

Each has a client of its own. A fifth of its requests is lost, on the way there or on the way back; half
of its changes are sent twice; one device sends them in any order, two have clocks that are behind. And
sessions that are open while somebody is deleted: nothing of theirs comes back.
"""

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta

from helpers.dynamodb_faults import Clock, Faults, lost_answer, lost_request
from helpers.dynamodb_local import client
from helpers.dynamodb_table import items
from helpers.store_samples import HOUSEHOLD, LONG_AGO, PERSON, at, saved
from helpers.whole_skill import new_table
from skill.coach.person.change import Change
from skill.coach.person.encoding import encode_time
from skill.coach.person.progress_store import ProgressStore
from skill.coach.person.totals import Finished
from skill.errors import ErasedError, StoreError
from skill.stores.dynamodb import DynamoStore
from soak.figures import Figure, share

DEVICES = 4
PRACTICES, STRETCHES = 6, 9
LOST = 0.2
BEHIND = timedelta(minutes=10)
DELETIONS = 12


@dataclass(frozen=True)
class Device:
    """One of the devices."""

    number: int
    store: ProgressStore
    lots: random.Random

    @property
    def behind(self) -> timedelta:
        """How far its clock is behind."""
        return BEHIND if self.number % 2 else timedelta(0)

    def practise(self, numbers: list[int], *, whole: bool) -> None:
        """Practices one after another, each a visit of its own; what is lost is sent again."""
        for number in numbers:
            self._try(lambda: self.store.open(HOUSEHOLD, PERSON))
            changes = list(_turns(number, self.behind, self.number, whole=whole))
            if self.number == DEVICES - 1:
                self.lots.shuffle(changes)
            for change in changes:
                for _ in range(self.lots.choice((1, 2))):
                    while not self._try(lambda change=change: self._write(change)):
                        pass

    def _write(self, change: Change) -> None:
        self.store.write(HOUSEHOLD, PERSON, change)

    def _try(self, call) -> bool:
        try:
            call()
        except StoreError:
            return False
        return True


def _turns(number: int, behind: timedelta, device: int, *, whole: bool) -> Iterator[Change]:
    """The changes of a practice: it begins, and each stretch of it is finished."""
    began = at(30 * number) - (timedelta(0) if whole else behind)
    id_ = encode_time(began)
    place = saved(1, 1)
    place = replace(place, practice=replace(place.practice, id=id_))
    yield Change(began, practices=(replace(place, saved_at=began),))
    for item in range(STRETCHES):
        moment = at(30 * number + item + 1) - behind
        finished = Finished(
            id_, item, f"stretch {item}", at(30 * number + item), "2026-11-20", 60 + item
        )
        here = replace(place, saved_at=moment, ended=item == STRETCHES - 1)
        yield Change(moment + timedelta(seconds=device), None, (here,), (finished,))


def practise_at_once(address: str, seed: int = 1) -> list[Figure]:
    """The same practices on all devices, and different ones on each."""
    figures: list[Figure] = []
    for whole in (True, False):
        first, devices = new_table(address), []
        for number in range(DEVICES):
            there, lots = client(address, attempts=1), random.Random(f"{seed} {number}")
            kinds = (lost_request, lost_answer)
            Faults(there, lots, Clock(), rate=LOST, kinds=kinds)
            devices.append(Device(number, DynamoStore(first.table, there), lots))
        jobs = [
            (device, [n if whole else n * DEVICES + device.number for n in range(PRACTICES)])
            for device in devices
        ]
        with ThreadPoolExecutor(DEVICES) as pool:
            work = [pool.submit(each.practise, numbers, whole=whole) for each, numbers in jobs]
            for job in work:
                job.result()
        figures += _checked(first, PRACTICES * STRETCHES * (1 if whole else DEVICES), whole=whole)
    return figures


def _checked(store: ProgressStore, expected: int, *, whole: bool) -> list[Figure]:
    what = f"four devices, {'the same practices' if whole else 'different ones'}"
    history = list(store.history(HOUSEHOLD, PERSON, LONG_AGO))
    totals = store.open(HOUSEHOLD, PERSON).totals
    counts = {
        "in the history": len(history),
        "in the totals": sum(tally.count for tally in totals.stretches.values()),
        "in the days": sum(tally.count for tally in totals.days.values()),
    }
    counted = store.recount(HOUSEHOLD, PERSON)
    same = Figure(f"{what}: counted anew", "the same", "", counted.before == counted.after)
    return [
        *(
            Figure(f"{what}: stretches {where}", f"{expected}", f"{number}", number == expected)
            for where, number in counts.items()
        ),
        replace(same, measured="the same" if same.held else f"{counted.before} {counted.after}"),
    ]


def delete_against_open_sessions(address: str) -> list[Figure]:
    """Two sessions write on and on while their person is deleted."""
    left = told = 0
    for trial in range(DELETIONS):
        store = new_table(address)
        for change in _turns(1, timedelta(0), 0, whole=True):
            store.write(HOUSEHOLD, PERSON, change)
        with ThreadPoolExecutor(3) as pool:
            others = [DynamoStore(store.table, client(address)) for _ in range(2)]
            jobs = [pool.submit(_go_on, other, trial, n) for n, other in enumerate(others)]
            store.hide(HOUSEHOLD, PERSON)
            while not store.erase(HOUSEHOLD, PERSON, 0.0):
                pass
            told += sum(job.result() for job in jobs)
        left += len(items(store)) - 1
    what, sessions = "deletion against open sessions", 2 * DELETIONS
    return [
        share(f"{what}: items left", left, DELETIONS),
        Figure(f"{what}: told of it", f"{sessions}", f"{told}", told == sessions),
    ]


def _go_on(store: ProgressStore, trial: int, number: int) -> bool:
    """Turns of the old practice and new ones, until it is said that all was deleted."""
    for turn in range(1000):
        changes = list(_turns(2 + turn + 1000 * number + trial, timedelta(0), number, whole=True))[:3]
        for change in (*list(_turns(1, timedelta(0), number, whole=True))[1:3], *changes):
            try:
                store.write(HOUSEHOLD, PERSON, change)
            except ErasedError:
                return True
            except StoreError:
                continue
    return False
