"""Anything anybody might say at any time, drawn by lot from the interaction model."""

import random
from datetime import timedelta
from functools import cache

from helpers.whole_skill import model
from skill.simulator.device import Device, DeviceResponse
from skill.simulator.ear.interpretation import HeardSlot, Interpretation
from skill.simulator.envelope import intent

OFTEN = (
    "StartStretchIntent",
    "StartRoutineIntent",
    "AMAZON.NextIntent",
    "AMAZON.NextIntent",
    "AMAZON.YesIntent",
    "AMAZON.PauseIntent",
    "AMAZON.ResumeIntent",
    "ProgressIntent",
)
"""What is said in half of the turns: whoever only asks for nonsense finishes nothing."""

RARELY = ("DeleteDataIntent", "AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent")
"""What ends a session or begins a deletion: one time in five of those in which it is drawn."""

BUILT_IN = {
    "AMAZON.DURATION": ("PT10M", "PT45S", "PT0S", "P3W", "nonsense"),
    "AMAZON.NUMBER": ("10", "45", "0", "100000", "?"),
    "AMAZON.TIME": ("08:00", "MO", "?"),
    "AMAZON.SearchQuery": ("evening", "<b>&"),
}
"""Values of the slot types that are Amazon's own."""


def say_anything(device: Device, lots: random.Random) -> DeviceResponse:
    """Somebody says something, mostly when the answer is over, else in the middle of it."""
    answer = device.response
    if answer is not None and device.session is not None:
        share = lots.choice((1.0, 1.0, 1.0, 0.3, 0.7, 1.1))
        device.now = max(device.now, answer.at + timedelta(seconds=share * answer.seconds))
        if device.now > answer.over_at:
            device.run_out()
    if device.session is None and lots.random() < 0.7:
        return device.say("open limber back")
    heard = _wish(lots)
    slots = device.ear.slots_of(heard.intent)
    return device._request(heard, lambda id_, at: intent(id_, at, device.caller, heard, slots))


def _wish(lots: random.Random) -> Interpretation:
    slots = _intents()
    name = lots.choice(OFTEN) if lots.random() < 0.5 else lots.choice(sorted(slots))
    if name in RARELY and lots.random() < 0.8:
        name = "AMAZON.NextIntent"
    chosen = {slot: _slot(slot, kind, lots) for slot, kind in slots[name].items()}
    filled = 1.0 if name == "StartStretchIntent" else 0.4
    return Interpretation(
        name, {slot: value for slot, value in chosen.items() if lots.random() < filled}
    )


def _slot(name: str, kind: str, lots: random.Random) -> HeardSlot:
    if kind in BUILT_IN:
        return HeardSlot(name, "so many", lots.choice(BUILT_IN[kind]), ())
    known = _types()[kind]
    ids = tuple(lots.sample(known, min(len(known), lots.choice((0, 1, 1, 1, 1, 2, 3)))))
    return HeardSlot(name, "something", None, ids)


@cache
def _intents() -> dict[str, dict[str, str]]:
    """Each intent's slots with their types."""
    language = model()["interactionModel"]["languageModel"]
    return {
        intent["name"]: {slot["name"]: slot["type"] for slot in intent.get("slots", ())}
        for intent in language["intents"]
    }


@cache
def _types() -> dict[str, tuple[str, ...]]:
    """The ids of each slot type's values."""
    language = model()["interactionModel"]["languageModel"]
    return {
        kind["name"]: tuple(value.get("id") or value["name"]["value"] for value in kind["values"])
        for kind in language["types"]
    }
