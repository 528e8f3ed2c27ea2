"""What a turn costs with a short history and with a very long one: it must be the same.

Two accounts practise the same, turn by turn, in turns. They differ in nothing but how often they did the
same five stretches on the same five days before.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median

from helpers.dynamodb_table import units_of
from helpers.whole_skill import START, device_on, new_table
from helpers.year_of_practice import A_YEAR, ACCOUNT_ID, practise_a_year, turns_of_today
from skill.coach.person.backup import Backup, KeptPerson
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.person.progress_store import ProgressStore
from skill.coach.person.totals import Finished, Totals
from skill.library.loading import data_folder, load_library
from skill.stores.sqlite import SqliteStore
from soak.figures import Figure

SHORT = 40
"""More than a visit looks at, so that it looks at as much in both."""
STRETCHES = ("childs_pose", "cat_cow", "modified_cobra", "bridge", "happy_baby")
WITHIN = 1.1
"""How much more a turn may cost with a long history than with a short one."""

TURNS = {
    "open": "open limber back",
    "place": "start the modified cobra",
    "finish": "next",
    "progress": "how am I doing",
}
"""What is measured: a visit, a coaching turn, a turn that finishes a stretch, what is told back."""


@dataclass
class Measured:
    """What the turns of one account took, by turn."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    units: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    @property
    def total_seconds(self) -> float:
        """What a visit with one of each takes."""
        return sum(median(taken) for taken in self.seconds.values())


def entries(number: int) -> Iterator[Finished]:
    """So many finished stretches, evenly over the stretches and the days, a practice for each."""
    for index in range(number):
        day = START - timedelta(days=5 - index * 5 // number)
        began = day + timedelta(milliseconds=index)
        practice = began.isoformat(timespec="microseconds")
        stretch = STRETCHES[index % len(STRETCHES)]
        yield Finished(practice, 0, stretch, began, day.date().isoformat(), 60)


def on_dynamodb(address: str, number: int, rounds: int) -> list[Figure]:
    """Capacity and time on Amazon's engine."""
    store = new_table(address)
    spent = units_of(store)
    for account, size in (("short", SHORT), ("long", number)):
        _fill(store, account, size)
    short, long = _compared(store, store, rounds, lambda: sum(spent))
    return [
        *(_units(turn, short.units[turn], long.units[turn], number) for turn in TURNS),
        _time("DynamoDB", short, long, number),
    ]


def on_sqlite(folder: Path, number: int, rounds: int) -> list[Figure]:
    """Time on two files."""
    stores = {}
    for account, size in (("short", SHORT), ("long", number)):
        stores[account] = SqliteStore(folder / f"{account}.db")
        _fill(stores[account], account, size)
    short, long = _compared(stores["short"], stores["long"], rounds, lambda: 0.0)
    return [_time("SQLite", short, long, number)]


def _compared(
    first: ProgressStore,
    second: ProgressStore,
    rounds: int,
    spent: Callable[[], float],
) -> tuple[Measured, Measured]:
    devices = {"short": device_on(first, "short"), "long": device_on(second, "long")}
    measured = {account: Measured() for account in devices}
    for number in range(rounds + 1):
        for turn, words in TURNS.items():
            for account, device in devices.items():
                device.now = max(device.now, START + timedelta(minutes=30 * number))
                before, began = spent(), time.perf_counter()
                device.say(words)
                # The first round is for warming up.
                if number:
                    measured[account].seconds[turn].append(time.perf_counter() - began)
                    measured[account].units[turn].append(spent() - before)
    return measured["short"], measured["long"]


def _units(turn: str, short: list[float], long: list[float], number: int) -> Figure:
    few, many = sum(short) / len(short), sum(long) / len(long)
    return Figure(
        f"DynamoDB: capacity of a turn, {turn}",
        f"within 10 % at {SHORT} and {number:,}",
        f"{few:g} and {many:g} units",
        many <= few * WITHIN,
    )


def _time(where: str, short: Measured, long: Measured, number: int) -> Figure:
    few, many = short.total_seconds, long.total_seconds
    return Figure(
        f"{where}: time of a visit of {len(TURNS)} turns",
        f"within 10 % at {SHORT} and {number:,}",
        f"{1000 * few:.1f} and {1000 * many:.1f} ms (x{many / few:.3f})",
        many <= few * WITHIN,
    )


def _fill(store: ProgressStore, account: str, number: int) -> None:
    """Everything as a backup brings it, and as turns would have left it."""
    known = Preferences(introduced=True, taught=True)
    history = tuple(entries(number))
    profile = Profile(ACCOUNT, known).with_totals(Totals().plus(history).shown)
    store.restore(account, Backup(START, (KeptPerson(profile, history),)))


def full_profile(address: str) -> list[Figure]:
    """What is paid for a profile that has all it can have: there is no more to it after two months."""
    store, library = new_table(address), load_library(data_folder("content"))
    practise_a_year(store, library)
    spent = units_of(store)
    costs = {}
    generation = store.open(ACCOUNT_ID, ACCOUNT).generation
    steps: dict[str, Callable[[], object]] = {"to open it": lambda: store.open(ACCOUNT_ID, ACCOUNT)}
    for what, change in turns_of_today(library, generation).items():
        steps[f"to {what}"] = partial(store.write, ACCOUNT_ID, ACCOUNT, change)
    steps |= {
        "to hide it": lambda: store.hide(ACCOUNT_ID, ACCOUNT),
        f"to delete {A_YEAR + 1} practices": lambda: store.erase(ACCOUNT_ID, ACCOUNT, 60),
    }
    for step, take in steps.items():
        before = sum(spent)
        take()
        costs[step] = sum(spent) - before
    told = ", ".join(f"{units:g} {step}" for step, units in costs.items())
    return [Figure("  units for a full profile", "", told)]
