"""The whole soak: `make soak`. One table at the end; status 1 where a promise was broken."""

import logging
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from helpers.dynamodb_local import EngineMissingError, engine
from soak import crowd, damage, devices, dialogues, forgery, growth, kill, mutants
from soak.figures import Figure, broken, table

KILLS = 500
DAMAGED = 2_000
DIALOGUES = 1_000
HISTORY = 100_000
ROUNDS = 100
FORGERIES = 4
ENVELOPES, ATTRIBUTES, PRACTICES = 20_000, 5_000, 500


def main() -> int:
    """Run everything and print it."""
    logging.basicConfig(level=logging.CRITICAL)
    figures: list[Figure] = []
    try:
        with engine() as address, tempfile.TemporaryDirectory() as folder:
            for name, run in _parts(address, Path(folder)):
                began = time.monotonic()
                figures += run()
                print(f"{name}: {time.monotonic() - began:.0f} s", file=sys.stderr)
    except EngineMissingError as missing:
        print(f"make soak: {missing}", file=sys.stderr)
        return 2
    print(table(figures))
    return 1 if broken(figures) else 0


def _parts(address: str, folder: Path) -> Iterator[tuple[str, Callable[[], list[Figure]]]]:
    yield "crowd on DynamoDB Local", lambda: crowd.on_dynamodb(address)
    yield "four devices", lambda: devices.practise_at_once(address)
    yield "open sessions", lambda: devices.delete_against_open_sessions(address)
    yield "crowd on SQLite", lambda: crowd.on_sqlite(folder)
    yield "kills", lambda: kill.kill_often(folder, KILLS)
    yield "damaged files", lambda: damage.read_damaged_files(folder, DAMAGED)
    yield "faults", lambda: dialogues.talk_through_faults(address, DIALOGUES)
    yield "mutated envelopes", lambda: mutants.change_envelopes(ENVELOPES)
    yield "mutated session attributes", lambda: mutants.change_attributes(ATTRIBUTES)
    yield "practices with mutants", lambda: mutants.practise_with_mutants(PRACTICES)
    yield "growth on DynamoDB Local", lambda: growth.on_dynamodb(address, HISTORY, ROUNDS)
    yield "growth on SQLite", lambda: growth.on_sqlite(folder, HISTORY, ROUNDS)
    yield "forged requests", lambda: forgery.forge(FORGERIES)
    yield "costs", lambda: growth.full_profile(address)


if __name__ == "__main__":
    sys.exit(main())
