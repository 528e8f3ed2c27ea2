"""The process is killed in the middle of a practice, again and again, on one SQLite file.

Whatever an answer has said has been kept: the next session finds the place of the last answer, or of
the turn that was under way.
"""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from helpers.store_samples import LONG_AGO
from helpers.whole_skill import START
from skill.coach.person.encoding import encode_time
from skill.coach.person.profile import ACCOUNT, Finished
from skill.coach.person.profile_encoding import decode_saved
from skill.stores.sqlite import SqliteStore
from soak.figures import Figure, share
from soak.victim import USER

MOST_TURNS = 30
TURN_SECONDS = 0.012
"""About what a turn takes: the process is killed at some moment of one."""


@dataclass
class Damage:
    """What the kills have done, by the promise they broke."""

    places: list[str] = field(default_factory=list)
    histories: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """All of it."""
        return [*self.places, *self.histories, *self.files]


def kill_often(folder: Path, kills: int, seed: int = 1) -> list[Figure]:
    """Kill a practice so many times at moments that are drawn by lot."""
    path, lots, damage = folder / "killed.db", random.Random(seed), Damage()
    start, turns, known, newest = START, 0, frozenset[Finished](), ""
    for number in range(kills):
        told = list(_killed(path, start, lots))
        _check_opening(damage, f"kill {number}", newest, told[0])
        known, newest = _check(damage, f"kill {number}", path, told[-1], known)
        turns += len(told)
        start = datetime.fromisoformat(told[-1]["at"]) + timedelta(hours=1)
    return [
        share("SIGKILL: place more than one turn old", len(damage.places), kills),
        share("SIGKILL: history shrunk, or not as told", len(damage.histories), kills),
        share("SIGKILL: database corrupt", len(damage.files), kills),
        Figure("  killed in", "", f"{turns:,} turns, {len(known)} stretches finished"),
        *(Figure("  broken", "", line[:400]) for line in damage.lines[:10]),
    ]


def _killed(path: Path, start: datetime, lots: random.Random) -> Iterator[dict[str, Any]]:
    """What a practice told before it was killed; at least how it opened."""
    command = [sys.executable, "-m", "soak.victim", str(path), start.isoformat(), str(lots.random())[2:]]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as victim:  # noqa: S603
        for _ in range(lots.randint(1, MOST_TURNS)):
            yield json.loads(victim.stdout.readline())
        # No wait for anything: it is the moment of the kill that is drawn by lot.
        time.sleep(lots.random() * TURN_SECONDS)
        victim.send_signal(signal.SIGKILL)
        yield from (json.loads(line) for line in victim.stdout if line.endswith("\n"))


def _check_opening(damage: Damage, when: str, newest: str, told: dict[str, Any]) -> None:
    """The next session knows the place that the file has."""
    found = max((saved["at"] for saved in told["practices"]), default="")
    if found < newest:
        damage.places.append(f"{when}: opened at {found}, kept at {newest}")


def _check(
    damage: Damage, when: str, path: Path, told: dict[str, Any], known: Iterable[Finished]
) -> tuple[frozenset[Finished], str]:
    """Hold the file against what had been told: the history, and when its newest place was saved."""
    with closing(sqlite3.connect(path)) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchall()
    if verdict != [("ok",)]:
        damage.files.append(f"{when}: {verdict}")
    store = SqliteStore(path)
    profile = store.open(USER, ACCOUNT)
    history = frozenset(store.history(USER, ACCOUNT, LONG_AGO))
    counted = sum(tally.count for tally in profile.days.values())
    if not history >= set(known) or len(history) < told["finished"] or counted != len(history):
        damage.histories.append(
            f"{when}: {len(history)} kept, {counted} counted: {told['finished']} told"
        )
    kept = {saved.practice.id: saved for saved in profile.practices}
    given = [decode_saved(saved) for saved in told["practices"]]
    newest = max(given, key=lambda saved: saved.saved_at, default=None)
    if newest is not None:
        found = kept.get(newest.practice.id)
        # A later one is that of the turn under way, whose answer nobody has heard.
        if found is None or (found.saved_at <= newest.saved_at and found != newest):
            damage.places.append(f"{when}: kept {found}, told {newest}")
    return history, max((encode_time(saved.saved_at) for saved in kept.values()), default="")
