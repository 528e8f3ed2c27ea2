"""Random dialogues with the whole skill while its store fails in every way there is."""

import logging
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from helpers.dynamodb_faults import Clock, Faults
from helpers.whole_skill import START, device_on, new_table, words
from skill.coach.person.profile import ACCOUNT
from skill.simulator.device import Device
from skill.speech.ssml import words_of
from skill.stores.dynamodb import DynamoStore
from soak.figures import Figure, share
from soak.wishes import say_anything

MOST_SECONDS = 8.0
"""Alexa waits no longer for an answer."""

RATES = (0.1, 0.3, 0.6, 1.0)
"""How many of a dialogue's requests go wrong, by lot."""


@dataclass
class Observations:
    """What was noticed while talking."""

    turns: int = 0
    slowest: float = 0.0
    apologies: list[str] = field(default_factory=list)
    raised: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)


class Errors(logging.Handler):
    """Takes down what is logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Take it down."""
        self.said.append(f"{record.name}: {record.getMessage()} {record.exc_info}")


def talk_through_faults(address: str, dialogues: int, turns: int = 10, seed: int = 1) -> list[Figure]:
    """So many dialogues, each with an account of its own; then what came of them."""
    store, clock, seen = new_table(address), Clock(), Observations()
    faults = Faults(store._client, random.Random(seed), clock)
    with clock.ticking(), _listening() as errors:
        device = device_on(store, "")
        for number in range(dialogues):
            _talk(device, faults, seen, number, turns)
            with faults.passing():
                _check(store, seen, number)
    seen.apologies += errors.said
    met = sum(faults.met.values())
    told = ", ".join(f"{count} {kind}" for kind, count in sorted(faults.met.items()))
    return [
        share("faults: unhandled exceptions", len(seen.raised), dialogues),
        share("faults: apologies and errors in the log", len(seen.apologies), seen.turns),
        Figure(
            "faults: slowest answer",
            f"{MOST_SECONDS:g} s",
            f"{seen.slowest:.1f} s",
            seen.slowest <= MOST_SECONDS,
        ),
        share("faults: recorded twice or not in the totals", len(seen.doubled), dialogues),
        Figure("  faults", "", f"{met:,} in {seen.turns:,} turns of {dialogues:,} dialogues"),
        Figure("  of them", "", told),
        *(Figure("  broken", "", line) for line in _worst(seen)),
    ]


def _worst(seen: Observations) -> list[str]:
    broken = (*seen.raised, *seen.apologies, *seen.late, *seen.doubled)
    return [" ".join(line.split())[:400] for line in broken[:10]]


@contextmanager
def _listening() -> Iterator[Errors]:
    errors, log = Errors(), logging.getLogger("skill")
    log.addHandler(errors)
    try:
        yield errors
    finally:
        log.removeHandler(errors)


def _talk(device: Device, faults: Faults, seen: Observations, number: int, turns: int) -> None:
    lots = faults.lots
    device.session, device.response, device.now = None, None, START
    device.caller = type(device.caller)(user=f"account-{number}")
    faults.rate = lots.choice(RATES)
    for turn in range(turns):
        faults.clock.now = 0.0
        where = f"dialogue {number}, turn {turn}"
        try:
            answer = say_anything(device, lots)
        except Exception as error:  # noqa: BLE001 - that none gets out is what is promised
            seen.raised.append(f"{where}: {type(error).__name__}: {error}")
            device.session = None
            continue
        seen.turns += 1
        seen.slowest = max(seen.slowest, faults.clock.now)
        if faults.clock.now > MOST_SECONDS:
            seen.late.append(f"{where}: {answer.heard.intent} took {faults.clock.now:.2f} s")
        if words().say("went_wrong") in words_of(answer.ssml):
            seen.apologies.append(f"{where}: {answer.heard.intent}")


def _check(store: DynamoStore, seen: Observations, number: int) -> None:
    """What is in the table: the totals are those of what is there, each of it once."""
    counted = store.recount(f"account-{number}", ACCOUNT)
    if counted.before != counted.after:
        seen.doubled.append(f"dialogue {number}: counted {counted.before}, kept {counted.after}")
