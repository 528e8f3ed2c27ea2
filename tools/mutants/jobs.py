"""What a process that tries faults is given, and what it gives back: a line of JSON each."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Job:
    """A fault to be tried."""

    name: str
    file: str
    source: str
    """The whole module with the fault in it."""
    inside: bool
    tests: list[str]
    seconds: float
    """Until it has come to nothing: a fault can make a loop endless."""


@dataclass(frozen=True)
class Verdict:
    """What became of one."""

    name: str
    noticed: bool
    by: str
    """The test that noticed, or why none can be blamed: `time`, `import`."""


def write_jobs(path: Path, jobs: list[Job]) -> None:
    """Write what is to be tried."""
    path.write_text("".join(json.dumps(asdict(job)) + "\n" for job in jobs))


def read_jobs(path: Path) -> Iterator[Job]:
    """What is to be tried."""
    for line in path.read_text().splitlines():
        yield Job(**json.loads(line))
