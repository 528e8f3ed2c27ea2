"""Two intents share the slot `change`: what is done depends on what it holds, not on who caught it."""

from pathlib import Path

import pytest
from ask_sdk_model import Intent, IntentRequest, Slot
from ask_sdk_model.slu.entityresolution import (
    Resolution,
    Resolutions,
    Status,
    StatusCode,
    Value,
    ValueWrapper,
)

from skill.alexa.requests.intents import intent_event
from skill.coach.conversation.events import AdjustHold, ChangeLevel, ChangePace
from skill.library.intents import load_intents
from skill.library.language import HeardWords

CHANGES = load_intents(Path(__file__).parents[2] / "content").slot_types["CHANGE"].values


def event(intent, change="", always="", today="", level="", **values):
    """What an intent comes to, with ids in the slots that have some, and values in its other slots."""
    slots = {name: Slot(name=name, value=value) for name, value in values.items()}
    for name, said in {"change": change, "always": always, "today": today, "level": level}.items():
        found = Resolution(
            authority=name.upper(),
            status=Status(code=StatusCode.ER_SUCCESS_MATCH),
            values=[ValueWrapper(Value(name=said, id=said))],
        )
        if said:
            resolved = Resolutions(resolutions_per_authority=[found])
            slots[name] = Slot(name=name, value=said, resolutions=resolved)
    known = HeardWords({}, ())
    return intent_event(IntentRequest(intent=Intent(name=intent, slots=slots)), known)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("intent", ["AdjustHoldIntent", "PaceIntent"])
def test_every_change_does_the_same_in_both_intents(intent, change):
    """In both intents, longer and shorter change the hold, all other words how the coach talks."""
    about_the_hold = change in {"longer", "shorter"}

    assert event(intent, change) == (AdjustHold(change) if about_the_hold else ChangePace(change))


@pytest.mark.parametrize(
    ("change", "values", "expected"),
    [
        ("longer", {"seconds": "10"}, AdjustHold("longer", 10)),
        ("shorter", {"duration": "PT10S"}, AdjustHold("shorter", 10)),
        ("", {"seconds": "45"}, AdjustHold("", 45)),
        ("", {"duration": "PT1M30S"}, AdjustHold("", 90)),
        ("", {"seconds": "?"}, AdjustHold()),
        ("", {}, AdjustHold()),
    ],
)
def test_amounts_are_about_the_hold(change, values, expected):
    """With "longer" or "shorter" a length is by how much, alone how long; "?" is no length."""
    assert event("AdjustHoldIntent", change, **values) == expected


@pytest.mark.parametrize("intent", ["AdjustHoldIntent", "PaceIntent"])
@pytest.mark.parametrize(
    ("change", "values", "expected"),
    [
        ("longer", {}, ChangeLevel("longer", always=True)),
        ("shorter", {}, ChangeLevel("gentle", always=True)),
        ("slower", {}, ChangePace("slower")),
        ("longer", {"seconds": "10"}, AdjustHold("longer", 10)),
    ],
)
def test_holds_that_change_for_good_are_a_level(intent, change, values, expected):
    """To want it always longer is a level; with seconds it changes the hold, and a pace stays a pace."""
    assert event(intent, change, always="always", **values) == expected


@pytest.mark.parametrize("change", ["longer", "shorter", ""])
def test_a_length_is_for_every_hold_only_where_all_of_them_are_named(change):
    """From now on is for this stretch, all of them for what is still to come, both for every hold."""
    length = {"duration": "PT10S"}

    assert event("AdjustHoldIntent", change, always="always", **length) == AdjustHold(change, 10)
    assert event("AdjustHoldIntent", change, always="every", **length) == AdjustHold(
        change, 10, rest=True
    )
    kept = event("AdjustHoldIntent", change, always="every_always", **length)
    assert kept == AdjustHold(change, 10, always=True)


def test_a_pace_without_a_word_for_it_is_asked_about():
    """With an empty slot the coach says what can be changed."""
    assert event("PaceIntent") == ChangePace("")


@pytest.mark.parametrize(
    ("values", "today"),
    [({}, False), ({"today": "today"}, True), ({"always": "rest"}, True), ({"always": "always"}, False)],
)
def test_a_level_or_a_pace_can_be_for_today(values, today):
    """Today, or for the rest of it, is for this session alone; what is said to be for good is not."""
    always = values.get("always") == "always"
    for intent in ("AdjustHoldIntent", "PaceIntent"):
        assert event(intent, "slower", **values) == ChangePace("slower", today)
    assert event("LevelIntent", level="gentle", **values) == ChangeLevel("gentle", always, today)
    both = event("LevelIntent", level="gentle", always="always", today="today")
    assert both == ChangeLevel("gentle", always=True)
