"""Envelopes and session attributes with one value set to something else: whatever it is, an answer.

Which value, and to what, is drawn by lot. What one change leaves of a request is always enough to say
whose it is, so none of them is apologised for.
"""

import copy
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest import mock

from helpers.whole_skill import START, device_on, words
from skill.alexa.requests.models import read_time
from skill.alexa.shell.session import Session, from_attributes, to_attributes
from skill.coach.conversation.state.state import State
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.person.totals import Finished
from skill.simulator.device import Device
from skill.speech.ssml import words_of
from skill.stores.memory import MemoryStore
from soak.figures import Figure, share
from soak.wishes import say_anything

Json = Any
Path = tuple[str | int, ...]

LONG_AGO = datetime(2014, 1, 1, tzinfo=UTC)

TURNS = 20
"""Turns of a dialogue; each dialogue has an account of its own."""

SHARE = 0.1
"""How many of the requests of a practice are changed."""

NEXT = ("next", "next", "next", "how long left", "pause", "go on", "where am i", "how do i do that")
"""What is said in a practice, mostly when the answer has been heard out."""

VALUES: tuple[Json, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1e308,
    float("nan"),
    float("-inf"),
    10**400,
    1795186800000,
    "",
    "SOMETHING_NEW",
    "nan",
    "9999-12-31T23:59:59Z",
    "0001-01-01T00:00:00+23:59",
    "2026-02-30",
    "plan:",
    "own:gone",
    "\ud800",
    "x" * 5_000,
    [],
    [None],
    ["x"],
    [[]],
    {},
    {"": None},
    {"type": "SOMETHING_NEW"},
    {"__class__": "x", "attribute_map": {}},
)
"""What a value may have become."""

DECIDING = {"type", "intent", "request", "userId", "personId", "person"}
"""Keys that say what is wanted, or of whom: with one of them changed, something else is."""


def places(value: Json, above: Path = ()) -> Iterator[Path]:
    """Every place in a JSON value."""
    if isinstance(value, dict):
        inner = [*value.items()]
    elif isinstance(value, list):
        inner = [*enumerate(value)]
    else:
        return
    for key, below in inner:
        yield (*above, key)
        yield from places(below, (*above, key))


def changed(value: Json, path: Path, lots: random.Random) -> Json:
    """A copy with one place set to something else, or left out."""
    value = json.loads(json.dumps(value))
    inner = value
    for key in path[:-1]:
        inner = inner[key]
    if lots.random() < SHARE:
        del inner[path[-1]]
    else:
        inner[path[-1]] = copy.deepcopy(lots.choice(VALUES))
    return value


@dataclass
class Mutants:
    """A skill some of whose requests are changed on the way, and what came of them."""

    handler: Callable[[Json, object], Json]
    lots: random.Random
    rate: float
    """How many of the requests are changed."""
    may_change: Callable[[Path], bool]
    made: int = 0
    turns: int = 0
    raised: list[str] = field(default_factory=list)
    apologies: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    """Answers with session attributes that are not what they are read as."""

    def __call__(self, event: Json, context: object) -> Json:
        """Answer a request that may have been changed."""
        self.turns += 1
        paths = [path for path in places(event) if self.may_change(path)]
        path = self.lots.choice(paths) if paths and self.lots.random() < self.rate else ()
        if path:
            event = self._changed(event, path)
            self.made += 1
        try:
            answer = self.handler(event, context)
        except Exception as error:  # noqa: BLE001 - that none gets out is what is promised
            self.raised.append(f"{path}: {type(error).__name__}: {error}")
            return {"version": "1.0", "response": {}, "sessionAttributes": {}}
        if not _reads_back(answer.get("sessionAttributes") or {}):
            self.unreadable.append(f"{path}: {_at(event, path)!r:.100}")
        speech = answer["response"].get("outputSpeech")
        if speech and words().say("went_wrong") in words_of(speech["ssml"]):
            self.apologies.append(f"{path}: {_at(event, path)!r:.100}")
        return answer

    def _changed(self, event: Json, path: Path) -> Json:
        """The request with something else in a place; another time it was made at is no mutant."""
        while True:
            mutant = changed(event, path, self.lots)
            if path != ("request", "timestamp") or read_time(_at(mutant, path)) is None:
                return mutant

    def figures(self, what: str) -> list[Figure]:
        """What came of them."""
        told = (*self.raised, *self.apologies, *self.unreadable)
        return [
            share(f"{what}: exceptions", len(self.raised), self.made),
            share(f"{what}: apologies", len(self.apologies), self.made),
            share(f"{what}: bad attributes sent back", len(self.unreadable), self.made),
            Figure("  in", "", f"{self.turns:,} turns"),
            *(Figure("  broken", "", " ".join(line.split())[:400]) for line in told[:10]),
        ]


def _reads_back(attributes: Json) -> bool:
    """Whether session attributes are exactly what they are read as; so are none."""
    return not attributes or to_attributes(from_attributes(attributes, _nothing_stored)) == attributes


def _nothing_stored() -> Session:
    return Session(State(), Profile("nobody"))


def _at(event: Json, path: Path) -> Json:
    """What stands in a place; None where there is nothing any more."""
    for key in path:
        try:
            event = event[key]
        except (KeyError, IndexError):
            return None
    return event


def change_envelopes(count: int, seed: int = 1) -> list[Figure]:
    """So many requests with one value changed, anywhere."""
    return _talk_until(count, "mutated envelopes", lambda _: True, seed)


def change_attributes(count: int, seed: int = 1) -> list[Figure]:
    """So many requests with one value of their session attributes changed."""
    below = ("session", "attributes")
    return _talk_until(count, "mutated session attributes", lambda path: path[:2] == below, seed)


def _talk_until(count: int, what: str, may_change: Callable[[Path], bool], seed: int) -> list[Figure]:
    lots = random.Random(seed)
    device = device_on(MemoryStore(), "")
    device.skill = mutants = Mutants(device.skill, lots, 1.0, may_change)
    number = 0
    while mutants.made < count:
        _meet(device, f"account-{number}")
        for _ in range(TURNS):
            with _clock(device):
                say_anything(device, lots)
        number += 1
    return mutants.figures(what)


def practise_with_mutants(practices: int, seed: int = 1) -> list[Figure]:
    """Practices of which a tenth of the requests have a value changed, beside the same without.

    What is wanted and of whom stays as it is, and so do slots and session attributes: then the history
    is the same. Nothing is counted twice.
    """
    lots, differing, stretches = random.Random(seed), [], 0
    stores = (MemoryStore(), MemoryStore())
    one, other = (device_on(store, "") for store in stores)
    other.skill = mutants = Mutants(other.skill, lots, SHARE, _is_beside)
    for number in range(practices):
        account, script = f"account-{number}", random.Random(f"{seed}-{number}").getrandbits(64)
        _practise(one, account, random.Random(script))
        _practise(other, account, random.Random(script))
        kept, found = (_history(store, account) for store in stores)
        stretches += kept.total()
        if kept != found or found.total() != _counted(stores[1], account):
            differing.append(f"{account}: {found - kept} more, {kept - found} less")
    return [
        *mutants.figures("a tenth mutated"),
        share("a tenth mutated: practices with another history", len(differing), practices),
        Figure("  with", "", f"{stretches:,} stretches"),
        *(Figure("  broken", "", line[:400]) for line in differing[:10]),
    ]


def _is_beside(path: Path) -> bool:
    """Whether a place in an envelope says neither what is wanted nor of whom, nor where it stands.

    Where the session as a whole is something else, nothing can tell what of the last answer was heard.
    """
    return not DECIDING & set(path) and "attributes" not in path[:2] and path != ("session",)


def _practise(device: Device, account: str, lots: random.Random) -> None:
    """A routine, from the launch until it is left."""
    _meet(device, account)
    for said in ("open limber back", "start the everyday back routine", *lots.choices(NEXT, k=TURNS)):
        answer = device.response
        if answer is not None:
            heard = lots.choice((0.3, 1.0, 1.0, 1.0)) * answer.seconds
            device.now = max(device.now, answer.at + timedelta(seconds=heard))
        with _clock(device):
            device.say(said, device.now)
    with _clock(device):
        device.end("USER_INITIATED", device.now)


def _meet(device: Device, account: str) -> None:
    """The device in a household that has not used the skill yet."""
    device.session, device.response, device.now = None, None, START
    device.caller = replace(device.caller, user=account)


def _clock(device: Device) -> Any:
    """The clock on the wall shows the device's time: a request that does not say when is made now."""
    wall = mock.Mock(wraps=datetime)
    wall.now = lambda _: device.now
    return mock.patch("skill.alexa.requests.caller.datetime", wall)


def _history(store: MemoryStore, account: str) -> Counter[Finished]:
    """What is in the history of an account."""
    return Counter(
        replace(finished, practice="")
        for person in store.people(account)
        for finished in store.history(account, person, LONG_AGO)
    )


def _counted(store: MemoryStore, account: str) -> int:
    """How many stretches the totals of an account have."""
    tallies: Mapping[str, Any] = store.open(account, ACCOUNT).stretches
    return sum(tally.count for tally in tallies.values())
