"""`make mutants`: puts small faults into the core, one at a time, and tells which go unnoticed.

What was tried is kept in build/mutants, and is not tried again as long as its module is the same; what
went unnoticed is, once the tests have changed.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from tools.mutants.jobs import Job, Verdict, write_jobs
from tools.mutants.making import Module, Mutant
from tools.mutants.rooms import KEPT, ROOMS, ROOT, TESTS, files_of, room_of
from tools.mutants.seeing import SEEN
from tools.mutants.sight import Sight

PROCESSES = 2
PATIENCE = 60.0
"""Seconds to begin with; then four times what the tests took when nothing was wrong."""

VERDICTS = KEPT / "verdicts.jsonl"
PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")
UNSEEN = "no test comes past it"


def sum_of(paths: list[Path]) -> str:
    """Changes with any of the files."""
    found = sha256()
    for path in sorted(paths):
        found.update(path.read_bytes())
    return found.hexdigest()[:12]


def tests_sum() -> str:
    """Changes with any test or play."""
    return sum_of(
        [path for path in (ROOT / "tests").rglob("*.*") if path.suffix in (".py", ".txt", ".toml")]
    )


def see(*, again: bool, tests: Sequence[str]) -> None:
    """Run the tests once, and note what they come past."""
    if again or not SEEN.exists():
        SEEN.mkdir(parents=True, exist_ok=True)
        for old in SEEN.glob("*.json"):
            old.unlink()
        command = [*PYTEST, "-p", "tools.mutants.seeing", "-n", str(PROCESSES), *tests]
        environment = os.environ | {"COVERAGE_CORE": "ctrace"}
        if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:  # noqa: S603
            raise SystemExit("not every test is green: no fault can be told from what is wrong already")


def known() -> dict[str, dict]:
    """What was found out before, by the fault's name."""
    if not VERDICTS.exists():
        return {}
    return {each["name"]: each for each in map(json.loads, VERDICTS.read_text().splitlines())}


def still_holds(kept: dict, module: str, tests: str) -> bool:
    """Whether a fault need not be tried again."""
    return kept["module"] == module and (kept["noticed"] or kept["tests"] == tests)


def drawn(mutants: list[Mutant], sample: int, seed: str) -> list[Mutant]:
    """So many of every room, those of the day."""
    by_room = {room: [each for each in mutants if room_of(each.file) == room] for room in ROOMS}
    lots, each = random.Random(seed), max(1, sample // len(ROOMS))  # noqa: S311 - nobody guesses
    return [one for those in by_room.values() for one in lots.sample(those, min(each, len(those)))]


def try_all(jobs: list[Job], sums: dict[str, str], tests: str) -> None:
    """Try faults in a few processes, and keep what comes of each as it comes."""
    running = []
    for kind, inside in (("trying", True), ("anew", False)):
        those = sorted((job for job in jobs if job.inside is inside), key=lambda job: job.name)
        for number in range(PROCESSES):
            mine = those[number::PROCESSES]
            if not mine:
                continue
            where = KEPT / f"{kind}{number}.jobs"
            told = where.with_suffix(".told")
            told.unlink(missing_ok=True)
            told.touch()
            write_jobs(where, mine)
            files = sorted({test.partition("::")[0] for job in mine for test in job.tests})
            command = [sys.executable, "-m", "tools.mutants.anew"]
            if inside:
                command = [*PYTEST, "-p", "tools.mutants.trying", "-n", "0", *files]
            environment = os.environ | {"MUTANTS_JOBS": str(where), "MUTANTS_VERDICTS": str(told)}
            running.append((command, environment, told))
    for number in range(0, len(running), PROCESSES):
        batch = running[number : number + PROCESSES]
        processes = [
            subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603
            for command, environment, _ in batch
        ]
        kept = dict.fromkeys((told for *_, told in batch), 0)
        ended = False
        while not ended:
            time.sleep(1)
            ended = all(process.poll() is not None for process in processes)
            for told in kept:
                verdicts = told.read_text().splitlines()
                _keep(verdicts[kept[told] :], sums, tests)
                kept[told] = len(verdicts)


def _keep(verdicts: Sequence[str], sums: dict[str, str], tests: str) -> None:
    """Keep what a process has told, with what it was told of."""
    with VERDICTS.open("a") as kept:
        for each in map(json.loads, verdicts):
            file = each["name"].partition(":")[0]
            kept.write(json.dumps(each | {"module": sums[file], "tests": tests}) + "\n")


def report(mutants: list[Mutant], verdicts: dict[str, dict]) -> None:
    """The share that was noticed, room by room, and what was not."""
    tried, noticed = Counter(), Counter()
    for mutant in mutants:
        if mutant.name in verdicts:
            tried[room_of(mutant.file)] += 1
            noticed[room_of(mutant.file)] += verdicts[mutant.name]["noticed"]
    for mutant in mutants:
        if mutant.name in verdicts and not verdicts[mutant.name]["noticed"]:
            why = verdicts[mutant.name]["by"]
            print(f"{mutant.file}:{mutant.line}: {mutant.change}{f' ({why})' if why else ''}")
    print()
    print("| room | tried | noticed |\n| --- | --- | --- |")
    for room in (each for each in ROOMS if tried[each]):
        print(f"| {room} | {tried[room]} | {noticed[room] / tried[room]:.0%} |")
    if tried:
        print(f"| all | {tried.total()} | {noticed.total() / tried.total():.0%} |")


def main() -> None:
    """Draw, try, tell."""
    parser = argparse.ArgumentParser(prog="make mutants")
    parser.add_argument("--sample", type=int, default=0, help="try so many instead of all of them")
    parser.add_argument("--day", default=datetime.now(UTC).date().isoformat(), help="whose sample it is")
    parser.add_argument("--room", choices=ROOMS, help="only this room")
    parser.add_argument("--see", action="store_true", help="note anew what the tests come past")
    parser.add_argument(
        "tests", nargs="*", default=TESTS, help="by which tests, for a room of one's own"
    )
    asked = parser.parse_args()
    KEPT.mkdir(parents=True, exist_ok=True)
    see(again=asked.see, tests=asked.tests)
    modules = {
        str(path.relative_to(ROOT)): Module(path)
        for room in ROOMS
        if asked.room in (None, room)
        for path in files_of(room)
    }
    mutants = [mutant for module in modules.values() for mutant in module.mutants]
    if asked.sample:
        mutants = drawn(mutants, asked.sample, asked.day)
    sums = {file: sum_of([module.path]) for file, module in modules.items()}
    tests, before, sight = tests_sum(), known(), Sight()
    jobs, unseen = [], []
    for mutant in mutants:
        kept = before.get(mutant.name)
        if kept is not None and still_holds(kept, sums[mutant.file], tests):
            continue
        seeing = sight.tests(mutant)
        if not seeing:
            unseen.append(mutant)
            continue
        seconds = PATIENCE + 4 * sight.seconds(seeing)
        source = modules[mutant.file].source(mutant)
        jobs.append(Job(mutant.name, mutant.file, source, mutant.inside, seeing, seconds))
    with VERDICTS.open("a") as verdicts:
        for mutant in unseen:
            told = Verdict(mutant.name, noticed=False, by=UNSEEN).__dict__
            verdicts.write(json.dumps(told | {"module": sums[mutant.file], "tests": tests}) + "\n")
    print(f"{len(mutants)} faults, {len(jobs)} to be tried", flush=True)
    try_all(jobs, sums, tests)
    report(mutants, known())


if __name__ == "__main__":
    main()
