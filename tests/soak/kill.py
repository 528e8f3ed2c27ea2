"""A conversation is ended by signals in the middle of a practice, again and again, on one SQLite file.

Whatever an answer has said has been kept: the next session finds the place of the last answer, or of
the turn that was under way. A signal that can be heeded ends the session as well: the stretches that the
last answer finished count, and the place is the one it led to.
"""

import json
import os
import random
import signal
import sqlite3
import sys
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from helpers.forked_limber import PATIENCE, forks
from helpers.store_samples import LONG_AGO
from helpers.whole_skill import START
from skill.coach.person.encoding import encode_time
from skill.coach.person.profile import ACCOUNT
from skill.coach.person.profile_encoding import decode_saved
from skill.coach.person.totals import Finished
from skill.commands.statuses import LEFT
from skill.stores.sqlite import SqliteStore
from soak.figures import Figure, share
from soak.victim import USER

MOST_TURNS = 20
MOST_AFTER = 1000
"""More turns than a process takes that ends."""

TURN_SECONDS = 0.012
"""About what a turn takes: the process is killed at some moment of one."""

SIGNALS = (*LEFT, signal.SIGQUIT, signal.SIGKILL)
"""The first three can be heeded, the last two cannot."""


@dataclass
class Damage:
    """What the kills have done, by the promise they broke."""

    places: list[str] = field(default_factory=list)
    histories: list[str] = field(default_factory=list)
    finished: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)

    @property
    def lines(self) -> list[str]:
        """All of it."""
        return [*self.places, *self.histories, *self.finished, *self.files, *self.statuses]


def kill_often(folder: Path, kills: int, seed: int = 1) -> list[Figure]:
    """End a practice so many times at moments that are drawn by lot, by each signal in turn."""
    path, lots, damage = folder / "killed.db", random.Random(seed), Damage()
    start, turns, known, newest = START, 0, frozenset[Finished](), ""
    for number in range(kills):
        by = SIGNALS[number % len(SIGNALS)]
        when = f"kill {number}, {by.name}"
        told, status = _killed(path, start, lots, by)
        if status != LEFT.get(by, -by):
            damage.statuses.append(f"{when}: ended with {status}")
        _check_opening(damage, when, newest, told[0])
        known, newest = _check(damage, when, path, told[-1], known, heeded=by in LEFT)
        turns += len(told)
        start = datetime.fromisoformat(told[-1]["at"]) + timedelta(hours=1)
    return [
        share("kills: place more than one turn old", len(damage.places), kills),
        share("kills: history shrunk, or a stretch twice", len(damage.histories), kills),
        share("kills: a stretch heard to its end lost", len(damage.finished), kills),
        share("kills: database corrupt", len(damage.files), kills),
        share("kills: another status than the signal's", len(damage.statuses), kills),
        Figure("  by", "", ", ".join(f"{_times(by, kills)} {by.name}" for by in SIGNALS)),
        Figure("  in", "", f"{turns:,} turns, {len(known)} stretches finished"),
        *(Figure("  broken", "", line[:400]) for line in damage.lines[:10]),
    ]


def _times(by: signal.Signals, kills: int) -> int:
    """How many of so many kills are by a signal."""
    return len(range(SIGNALS.index(by), kills, len(SIGNALS)))


def _killed(
    path: Path, start: datetime, lots: random.Random, by: signal.Signals
) -> tuple[list[dict[str, Any]], int]:
    """What a practice told before it was ended, at least how it opened; and the status it ended with."""
    arguments = [path, start.isoformat(), str(lots.random())[2:]]
    reading, writing = os.pipe()
    streams = [None, writing, sys.__stderr__.fileno()]
    with forks().call(arguments, path.parent, os.environ, streams, "soak.victim") as victim:
        os.close(writing)
        victim.stdout = os.fdopen(reading)
        told = [json.loads(victim.stdout.readline()) for _ in range(lots.randint(1, MOST_TURNS))]
        # No wait for anything: it is the moment of the kill that is drawn by lot.
        time.sleep(lots.random() * TURN_SECONDS)
        victim.send_signal(by)
        after = (json.loads(line) for line in victim.stdout if line.endswith("\n"))
        told += islice(after, MOST_AFTER)
        if len(told) > MOST_AFTER:  # it has not heeded the signal; its status will tell
            victim.send_signal(signal.SIGKILL)
        status = victim.wait(PATIENCE)
    return told, status


def _check_opening(damage: Damage, when: str, newest: str, told: dict[str, Any]) -> None:
    """The next session knows the place that the file has."""
    found = max((saved["at"] for saved in told["practices"]), default="")
    if found < newest:
        damage.places.append(f"{when}: opened at {found}, kept at {newest}")


def _check(
    damage: Damage,
    when: str,
    path: Path,
    told: dict[str, Any],
    known: Iterable[Finished],
    *,
    heeded: bool,
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
    if not told["due"] >= len(history) == counted or not history >= set(known):
        damage.histories.append(
            f"{when}: {len(history)} kept, {counted} counted: {told['finished']} to {told['due']} told"
        )
    if len(history) < (told["due"] if heeded else told["finished"]):
        damage.finished.append(f"{when}: {len(history)} kept, {told['due']} heard")
    kept = {saved.practice.id: saved for saved in profile.practices}
    given = [decode_saved(saved) for saved in told["practices"]]
    newest = max(given, key=lambda saved: saved.saved_at, default=None)
    if newest is not None:
        found = kept.get(newest.practice.id)
        # A later one is that of the turn under way, whose answer nobody has heard.
        if found is None or (found.saved_at <= newest.saved_at and found != newest):
            damage.places.append(f"{when}: kept {found}, told {newest}")
        elif heeded and not found.ended and told["reached"] not in (None, found.place.item):
            damage.places.append(f"{when}: kept {found}, reached item {told['reached']}")
    return history, max((encode_time(saved.saved_at) for saved in kept.values()), default="")
