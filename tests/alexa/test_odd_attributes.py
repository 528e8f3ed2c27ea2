"""Session attributes with any value in any field: each field by itself, with each wrong value in turn.

They are checked like the stores' own items: what cannot be read is as in the store, what can be counts,
and nothing that could not be read comes back in the answer.
"""

import copy
import json
from collections.abc import Iterator
from datetime import datetime
from functools import cache

import pytest

from helpers.whole_skill import device_on, words
from skill.alexa.shell.session import Session, from_attributes, to_attributes
from skill.coach.conversation.state.state_encoding import decode_state
from skill.errors import StoreError
from skill.simulator.device import Device
from skill.simulator.envelope import SessionInfo
from skill.speech.ssml import words_of
from skill.stores.memory import MemoryStore
from soak.mutants import VALUES, places

WRONG = (*VALUES, "own:gone", "1969-12-31", "2200-13-01T00:00:00Z", 10**9, 1e6, 0.5, ["x", "x", "x"])
"""Wrong types, numbers that are too great, dates there are not."""

SPOKEN = 19
"""One in so many mutants is met by a whole turn: no divisor of how many there are for each field."""

GONE = object()
"""Stands for a field that is missing."""

SCRIPT = ("open limber back", "start the everyday back routine", "next", "make the holds longer")


class Frozen(MemoryStore):
    """A store that can be told to write nothing: what was to be written then travels."""

    frozen = False

    def write(self, account, person, change):
        """Write, or do not."""
        if self.frozen:
            raise StoreError("not now")
        super().write(account, person, change)


@cache
def recorded(last: str) -> tuple[Device, SessionInfo, datetime]:
    """A session as it came back after some turns, the last of which was not kept."""
    store = Frozen()
    device = device_on(store, "somebody")
    for said in SCRIPT:
        device.now = device.say(said, device.now).ends_at
    store.frozen = True
    device.say(last, device.now)
    return device, device.session, device.now


def mutants(value, below: tuple = ()) -> Iterator[tuple[tuple, dict]]:
    """Every place of a JSON value with every wrong value, and without it."""
    for path in places(value):
        if path[: len(below)] != below:
            continue
        for wrong in (*WRONG, GONE):
            mutant = json.loads(json.dumps(value))
            inner = mutant
            for key in path[:-1]:
                inner = inner[key]
            inner[path[-1]] = copy.deepcopy(wrong)
            if wrong is GONE:
                del inner[path[-1]]
            yield path, mutant


def answered(last: str, attributes: dict) -> dict:
    """The attributes of the answer to a request that carries these; what is promised of any answer."""
    device, session, now = recorded(last)
    device.session = SessionInfo(session.id, new=False, attributes=attributes, names=session.names)
    answer = device.say("where am i", now)
    assert words().say("went_wrong") not in words_of(answer.ssml)
    back = answer.attributes
    assert not back or to_attributes(from_attributes(back, nothing_stored)) == back
    assert json.loads(json.dumps(back, allow_nan=False)) == back
    return back


def unfolded(attributes: dict) -> dict:
    """The attributes with the text of a profile's lasting parts as a table."""
    lasting = json.loads(attributes["profile"]["lasting"])
    return {**attributes, "profile": {**attributes["profile"], "lasting": lasting}}


def folded(attributes: dict) -> dict:
    """The same as text again, as it travels."""
    profile = attributes.get("profile")
    if isinstance(profile, dict) and isinstance(profile.get("lasting"), dict):
        profile["lasting"] = json.dumps(profile["lasting"])
    return attributes


def read(last: str, attributes: dict) -> dict:
    """The same for the way in and out alone, which takes a hundredth of the time of a turn."""
    _, session, _ = recorded(last)
    stored = lambda: from_attributes(session.attributes, nothing_stored)  # noqa: E731
    back = to_attributes(from_attributes(attributes, stored))
    assert to_attributes(from_attributes(back, nothing_stored)) == back
    return back


def nothing_stored() -> Session:
    """What a session would open with; not asked for."""
    raise AssertionError("a part of the answer's attributes cannot be read")


@pytest.mark.parametrize(
    ("last", "below"),
    [
        ("next", ("state", "practice")),
        ("next", ("state",)),
        ("next", ("profile", "lasting", "preferences")),
        ("next", ("profile", "lasting")),
        ("next", ("profile", "practices")),
        ("next", ("profile",)),
        ("next", ("unsaved",)),
        ("delete my data", ("state", "question")),
        ("next", ("unread",)),
        ("next", ("warned",)),
    ],
    ids=lambda part: part if isinstance(part, str) else "/".join(part),
)
def test_every_field_with_every_wrong_value(last, below):
    """No exception, no apology, and no attribute in the answer that would not be read as it is."""
    _, session, _ = recorded(last)
    deeper = {
        ("state",): ("practice",),
        ("profile",): ("lasting", "practices"),
        ("profile", "lasting"): ("preferences",),
    }.get(below, ())
    tried = 0
    for path, mutant in mutants(unfolded(session.attributes), below):
        if len(path) > len(below) + 1 and path[len(below)] in deeper:
            continue
        (answered if tried % SPOKEN == 0 else read)(last, folded(mutant))
        tried += 1
    assert tried >= len(WRONG)


def test_a_broken_practice_is_the_stored_one():
    """Whatever in it is wrong: coaching goes on in what was kept, and else it is what was told."""
    _, session, _ = recorded("next")
    before = decode_state(session.attributes["state"]).practice
    text = session.attributes["state"]["practice"]["practice"]
    broken = 0
    for tried, (_, practice) in enumerate(mutants(json.loads(text))):
        mutant = json.loads(json.dumps(session.attributes))
        mutant["state"]["practice"]["practice"] = json.dumps(practice)
        told = decode_state(mutant["state"]).practice
        way = answered if tried % SPOKEN == 0 else read
        now = decode_state(way("next", mutant)["state"]).practice
        if told is None:
            broken += 1
            assert now is not None
            assert now.practice == before.practice
    assert broken > 100
