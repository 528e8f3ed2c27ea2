"""Calls of the store beside a peer's, with a year of practice and ids as long as Alexa's.

    python benchmarks/store.py

The peer reads a small item and writes it, as the SDK's adapter does each turn. By turns, on the same
engine; once as it is, once with a few milliseconds on each answer. Prints tables in Markdown.
"""

import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from slow_line import slow_line

from helpers.dynamodb_local import client, engine
from helpers.sam_template import TABLE, table_definition
from helpers.store_samples import START
from helpers.year_of_practice import ACCOUNT_ID, practise_a_year, visit_on
from skill.coach.person.profile import ACCOUNT
from skill.library.loading import data_folder, load_library
from skill.library.records import Library
from skill.stores.dynamodb import DynamoStore

DELAY = 0.005
WARMING, VISITS = 20, 60

Taken = dict[str, list[float]]


def calls(address: str, library: Library) -> Taken:
    """Milliseconds of each kind of call."""
    there = client(address)
    there.create_table(TableName=f"{TABLE}-{time.monotonic_ns()}", **table_definition())
    table = there.list_tables()["TableNames"][-1]
    store, taken = DynamoStore(table, there), defaultdict(list)
    practise_a_year(store, library)
    there.put_item(TableName=table, Item=_peers(0))
    for visit in range(WARMING + VISITS):
        times: Taken = defaultdict(list) if visit < WARMING else taken
        day = START + timedelta(days=visit)
        known = _timed(times, "a visit opens", lambda: store.open(ACCOUNT_ID, ACCOUNT))
        for number, change in enumerate(visit_on(day, library)):
            kind = "finish a stretch" if number else "begin a practice"
            change = replace(change, generation=known.generation)  # noqa: PLW2901 - of this visit
            _timed(times, kind, lambda change=change: store.write(ACCOUNT_ID, ACCOUNT, change))
            _timed(times, "peer", lambda visit=visit: _peers_turn(there, table, visit))
            if number:
                (saved,) = change.practices
                later = replace(saved, saved_at=saved.saved_at + timedelta(seconds=9))
                placed = replace(change, practices=(later,), finished=())
                _timed(times, "set a place", lambda p=placed: store.write(ACCOUNT_ID, ACCOUNT, p))
                _timed(times, "peer", lambda visit=visit: _peers_turn(there, table, visit))
    turns = ("begin a practice", "finish a stretch", "set a place")
    taken["all writing turns"] = [taken_ for kind in turns for taken_ in taken[kind]]
    return taken


def _timed(times: Taken, kind: str, call: Callable):  # noqa: ANN202 - whatever it gives
    began = time.perf_counter()
    result = call()
    times[kind].append((time.perf_counter() - began) * 1000)
    return result


def _peers(step: int):  # noqa: ANN202 - an item
    return {"pk": {"S": "peer"}, "sk": {"S": "peer"}, "attributes": {"M": {"step": {"N": str(step)}}}}


def _peers_turn(there, table: str, step: int) -> None:  # noqa: ANN001 - botocore's client
    key = {name: value for name, value in _peers(step).items() if name in ("pk", "sk")}
    there.get_item(TableName=table, Key=key, ConsistentRead=True)
    there.put_item(TableName=table, Item=_peers(step))


def told(taken: Taken) -> None:
    """Print a table: the median and the 95th percentile, and their shares of the peer's."""
    middle = {kind: statistics.median(times) for kind, times in taken.items()}
    slow = {kind: statistics.quantiles(times, n=20)[18] for kind, times in taken.items()}
    print("| | p50, ms | p95, ms | p50 to the peer's | p95 to the peer's |\n|---|---:|---:|---:|---:|")
    kinds = ("peer", "all writing turns", "set a place", "finish a stretch", "begin a practice")
    for kind in (*kinds, "a visit opens"):
        shares = f"{middle[kind] / middle['peer']:.2f} | {slow[kind] / slow['peer']:.2f}"
        print(f"| {kind} | {middle[kind]:.1f} | {slow[kind]:.1f} | {shares} |")


def main() -> None:
    """Print both tables."""
    library = load_library(data_folder("content"))
    print(f"{datetime.now(UTC):%Y-%m-%d}, calls of the store, a year of daily practice, long ids\n")
    with engine() as address:
        told(calls(address, library))
        print(f"\nwith {DELAY * 1000:g} ms on each answer\n")
        with slow_line(address, DELAY) as slow:
            told(calls(slow, library))


if __name__ == "__main__":
    main()
