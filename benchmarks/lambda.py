"""This skill beside a peer, both run as Lambda does: Amazon's runtime client, and DynamoDB Local.

    python benchmarks/lambda.py [runs]

The peer (benchmarks/peer/) is a minimal skill in the style of the SDK's documentation. Both are started
by turns, on the same engine and the same Python. Prints a table in Markdown; docs/performance.md has the
last one.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from slow_line import slow_line  # noqa: E402 - beside this file

from helpers.dynamodb_local import client, engine  # noqa: E402 - found by the line above
from helpers.recorded_events import EVENTS  # noqa: E402
from helpers.recorded_visit import account_of, hold_session  # noqa: E402
from helpers.runtime_api import Function  # noqa: E402
from helpers.sam_template import TABLE, table_definition  # noqa: E402
from helpers.year_of_practice import practise_a_year  # noqa: E402
from skill import bootstrap  # noqa: E402
from skill.coach.conversation.personal_practice import item_of  # noqa: E402
from skill.coach.conversation.scene import Scene  # noqa: E402
from skill.coach.conversation.state.state import State  # noqa: E402
from skill.coach.person.profile import ACCOUNT, Profile  # noqa: E402
from skill.coach.practice.practice import Manner, Practice  # noqa: E402
from skill.coach.practice.score.packing import part  # noqa: E402
from skill.coach.practice.score.score import Score  # noqa: E402
from skill.coach.practice.timeline import outline  # noqa: E402
from skill.settings import Settings  # noqa: E402
from skill.simulator.envelope import SCREEN  # noqa: E402
from skill.speech import ssml  # noqa: E402
from skill.stores.dynamodb import DynamoStore  # noqa: E402
from skill.stores.memory import MemoryStore  # noqa: E402
from skill.words import wording  # noqa: E402
from skill.words.speaking import seconds_to_say  # noqa: E402

RUNS = 21
"""Starts of each; fewer than 15 say little on a machine that also does other work."""

PARTS = ROOT / "build/parts"
PYTHON = PARTS / "runtime/bin/python"
PEER_TABLE = "peer"
WARM_ROUNDS, WARM_VISITS = 3, 10
DELAY = 0.005
"""Seconds that each answer of the table takes longer in a second run of the warm turns."""
WARMING_VISITS = 10
"""Visits before those that are measured. DynamoDB Local is a Java program and needs some thousand
requests to reach its speed; AWS's table has reached it."""


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    """What is measured."""
    unit: str
    ours: float
    """The figure of this skill."""
    peers: float | None = None
    """The figure of the peer; None where only this skill is measured."""
    wanted: str = ""
    """What the figure should be; empty where nothing is required."""

    def __str__(self) -> str:
        peers = "" if self.peers is None else f"{self.peers:.4g}"
        ratio = "" if self.peers is None else f"{self.ours / self.peers:.2f}"
        return f"| {self.what}, {self.unit} | {self.ours:.4g} | {peers} | {ratio} | {self.wanted} |"


@contextmanager
def subjects() -> Iterator[dict[str, Path]]:
    """The two artifact folders, as they would be deployed."""
    with tempfile.TemporaryDirectory() as folder:
        ours, peers = Path(folder) / "ours", Path(folder) / "peer"
        command = ["make", "--no-print-directory", "build-SkillFunction", f"ARTIFACTS_DIR={ours}"]
        subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603
        shutil.copytree(PARTS / "peer", peers, ignore=shutil.ignore_patterns("made-from.txt"))
        shutil.copyfile(ROOT / "benchmarks/peer/handler.py", peers / "handler.py")
        yield {"ours": ours, "peer": peers}


@contextmanager
def database() -> Iterator[dict[str, str]]:
    """An engine with both tables, used for a while; yields the environment variables that lead to it."""
    with engine() as address:
        there = client(address)
        there.create_table(TableName=TABLE, **table_definition())
        there.create_table(
            TableName=PEER_TABLE,
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            BillingMode="PAY_PER_REQUEST",
        )
        known = DynamoStore(TABLE, there)
        for visitor in range(2 * (WARMING_VISITS + WARM_VISITS)):
            practise_a_year(known, bootstrap.content()[0], account=account_of(visitor))
        yield {
            "AWS_ENDPOINT_URL_DYNAMODB": address,
            "LIMBER_STORE": f"dynamodb:{TABLE}",
            "PEER_TABLE": PEER_TABLE,
        }


def first_answers(
    folders: dict[str, Path], environment: dict[str, str], runs: int, *, restored: bool = False
) -> dict[str, float]:
    """Milliseconds from the start of the process, or of its restored copy, to the first answer."""
    taken: dict[str, list[float]] = {name: [] for name in folders}
    for run in range(runs + 1):
        for name, folder in folders.items():
            with Function(PYTHON, folder, environment) as function:
                began = function.restore() if restored else function.started
                answer = function.invoke(EVENTS["launch"])
                _expect(answer.body)
                if run:  # the first run compiles and fills caches
                    taken[name].append((answer.at - began) * 1000)
    return {name: statistics.median(times) for name, times in taken.items()}


def warm_turns(
    folders: dict[str, Path], environment: dict[str, str], first: int = 0
) -> tuple[dict[str, list[float]], dict[str, float]]:
    """Milliseconds of every coaching turn of a warm process, and its peak memory in megabytes.

    The visitors are known for a year; each run has its own, by their first number.
    """
    taken: dict[str, list[float]] = {name: [] for name in folders}
    functions = {name: Function(PYTHON, folder, environment) for name, folder in folders.items()}
    for visit in range(WARMING_VISITS + WARM_VISITS):
        for name, function in functions.items():
            times: list[float] = []
            for _ in hold_session(_timed(function, times), visitor=first + visit, rounds=WARM_ROUNDS):
                pass
            if visit >= WARMING_VISITS:
                taken[name] += times[2:]
    memory = {name: _peak(function.process.pid) for name, function in functions.items()}
    for function in functions.values():
        function.stop()
    return taken, memory


def _timed(function: Function, times: list[float]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    def ask(event: dict[str, Any]) -> dict[str, Any]:
        answer = function.invoke(event)
        times.append(answer.seconds * 1000)
        _expect(answer.body)
        return answer.body

    return ask


def _expect(answer: dict[str, Any]) -> None:
    """Fail unless the answer is a proper one: a quick failure is no figure."""
    said = answer["response"]["outputSpeech"]["ssml"]
    for failure in ("some problem", "not be able to save", "may not be saved"):
        if failure in said:
            sys.exit(f"this was no answer to measure: {said}")


def _peak(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def size(folder: Path) -> tuple[float, float]:
    """The megabytes of a folder, zipped and unzipped."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    with tempfile.NamedTemporaryFile(suffix=".zip") as archive:
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
            for path in files:
                zipped.write(path, path.relative_to(folder))
        return Path(archive.name).stat().st_size / 1e6, sum(path.stat().st_size for path in files) / 1e6


def turn_without_store() -> float:
    """Milliseconds of processor time of a coaching turn with a store that takes none; the median."""
    handler = bootstrap.build(Settings(store="memory:"), store=MemoryStore(), zone=UTC)
    taken: list[float] = []

    def ask(event: dict[str, Any]) -> dict[str, Any]:
        began = time.process_time()
        answer = handler(event, None)
        taken.append((time.process_time() - began) * 1000)
        return answer

    for visit in range(WARM_VISITS):
        for name, _ in hold_session(ask, visitor=visit, rounds=WARM_ROUNDS):
            if name == "Launch":
                taken.pop()
    return statistics.median(taken)


def screen_turns(folder: Path, environment: dict[str, str]) -> tuple[float, float]:
    """Milliseconds of a warm coaching turn with a screen and of one without, medians, in turn."""
    kinds = (True, False)
    functions = {shown: Function(PYTHON, folder, environment) for shown in kinds}
    taken: dict[bool, list[float]] = {shown: [] for shown in kinds}
    for visit in range(WARMING_VISITS + 3 * WARM_VISITS):
        for shown, function in functions.items():
            times: list[float] = []
            ask = _timed(function, times)

            def seen(event: dict[str, Any], ask=ask, shown=shown) -> dict[str, Any]:  # noqa: ANN001
                event["context"]["System"]["device"]["supportedInterfaces"] = SCREEN if shown else {}
                return ask(event)

            for _ in hold_session(seen, visitor=visit + 1000 * (1 + shown), rounds=WARM_ROUNDS):
                pass
            if visit >= WARMING_VISITS:
                taken[shown] += times[2:]
    for function in functions.values():
        function.stop()
    return statistics.median(taken[True]), statistics.median(taken[False])


def longest_routine() -> tuple[float, float]:
    """Milliseconds for the longest routine as timeline and SSML: in a warm process, and uncached."""
    library, words = bootstrap.content()
    english = next(iter(words.values()))
    now = datetime(2026, 11, 20, 8, tzinfo=UTC)
    scene = Scene(library, english, Profile(ACCOUNT), State(), now)
    practices = [
        Practice(
            "", routine.id, tuple(item_of(scene, s) for s in routine.stretches), "standing", Manner()
        )
        for routine in library.routines.values()
    ]

    def compose(practice: Practice) -> str:
        score = Score(library, english, practice)
        return ssml.render(part(score, practice.place_of(0), practice.end, practice.body))

    longest = max(practices, key=lambda practice: len(compose(practice)))
    anew, again = [], []
    for _ in range(50):
        for cached in (outline, seconds_to_say, wording._filled, ssml._written):  # noqa: SLF001
            cached.cache_clear()
        for taken in (anew, again):
            began = time.process_time()
            compose(longest)
            taken.append((time.process_time() - began) * 1000)
    return statistics.median(again), statistics.median(anew)


def both(what: str, unit: str, measured: dict[str, float], wanted: str = "") -> Row:
    """A line with the figures of this skill and of the peer."""
    return Row(what, unit, measured["ours"], measured["peer"], wanted)


def middle_and_slow(what: str, taken: dict[str, list[float]], middle: str, slow: str) -> Iterator[Row]:
    """The lines of the median and of the 95th percentile, with what is wanted of each."""
    medians = {name: statistics.median(times) for name, times in taken.items()}
    yield both(f"{what}, p50", "ms", medians, middle)
    ninety_fifth = {name: statistics.quantiles(times, n=20)[18] for name, times in taken.items()}
    yield both(f"{what}, p95", "ms", ninety_fifth, slow)


def rows(runs: int) -> Iterator[Row]:
    """The table, line by line."""
    with subjects() as folders, database() as environment:
        sizes = {name: size(folder) for name, folder in folders.items()}
        read_only = environment | {"PYTHONDONTWRITEBYTECODE": "1"}
        cold = first_answers(folders, read_only, max(5, runs // 3))
        started = first_answers(folders, environment, runs)
        yield both("process start to first answer, median", "ms", started, "at most 0.9")
        yield both("the same from a read-only folder: Python compiles", "ms", cold)
        kept = environment | {"AWS_LAMBDA_INITIALIZATION_TYPE": "snap-start"}
        restored = first_answers(folders, kept, max(5, runs // 2), restored=True)
        yield both("restored from a snapshot to first answer, median", "ms", restored)
        warm, memory = warm_turns(folders, environment)
        yield from middle_and_slow("warm coaching turn", warm, "at most 0.7", "at most 0.85")
        with slow_line(environment["AWS_ENDPOINT_URL_DYNAMODB"], DELAY) as address:
            behind = environment | {"AWS_ENDPOINT_URL_DYNAMODB": address}
            far, _ = warm_turns(folders, behind, first=WARMING_VISITS + WARM_VISITS)
        what = f"the same with {1000 * DELAY:g} ms on each answer of the table"
        yield from middle_and_slow(what, far, "at most 0.57", "at most 0.65")
        shown, plain = screen_turns(folders["ours"], environment)
        told = f"warm coaching turn with a screen, p50: {shown / plain:.2f} times one without"
        yield Row(told, "ms", shown, wanted="at most 1.3 times")
        alone = turn_without_store()
        yield Row("CPU of a turn without the store, median", "ms", alone, wanted="under 1.5 ms")
        yield both("peak memory", "MB", memory, "at most 1")
        zipped = {name: packed for name, (packed, _) in sizes.items()}
        unzipped = {name: plain for name, (_, plain) in sizes.items()}
        yield both("artifact, zipped", "MB", zipped, "under 6 MB")
        yield both("artifact, unzipped", "MB", unzipped)
    warm_time, anew = longest_routine()
    longest = "timeline and SSML of the longest routine, CPU, median"
    yield Row(longest, "ms", warm_time, wanted="under 2 ms")
    yield Row("the same with nothing of it said before in this process", "ms", anew)


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    told = subprocess.run([PYTHON, "--version"], capture_output=True, text=True, check=True)  # noqa: S603
    python, cores = told.stdout.strip(), os.cpu_count()
    print(f"{datetime.now(UTC):%Y-%m-%d}, {python}, {cores} cores, {runs} starts each\n")
    print("| | ours | peer | ratio | wanted |\n|---|---:|---:|---:|---:|")
    for row in rows(runs):
        print(row, flush=True)


if __name__ == "__main__":
    main()
