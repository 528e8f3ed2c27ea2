"""Words of a complaint in an idiom, and what a clear wish has of them, are none; no real one is lost."""

import csv
import tomllib
from itertools import cycle
from pathlib import Path

import pytest

from helpers.ears import ear_of

ROOT = Path(__file__).parents[2]
EAR = ear_of("en-GB")
SIGNS = tomllib.loads((ROOT / "content" / "signs.toml").read_text(encoding="utf-8"))["signs"]
with Path(__file__).with_name("complaints.tsv").open(encoding="utf-8", newline="") as file:
    GRAVE = [
        (row["sentence"], row["expected"])
        for row in csv.DictReader(file, delimiter="\t")
        if row["expected"] in ("emergency", "doctor")
    ]
BESIDE = [
    "i gave that one a whirl and {}",
    "hang on a moment {}",
    "i don't know {}",
    "i'm not sure but {}",
]
KEPT = 0.98
"""At least: a sentence that is heard alone may be too long or too odd beside another."""


def graver(text):
    """The classes of the complaints that are heard in a sentence."""
    heard = EAR.hear(text)
    slots = [heard.slots[name] for name in ("symptom", "also") if name in heard.slots]
    return {SIGNS[id_]["triage"] for slot in slots for id_ in slot.ids[:1]}


@pytest.mark.parametrize(
    "text",
    [
        "let's give the last one you said a go and pop that one on",
        "shall we give it a whirl then",
        "i'd like to have a crack at the cobra",
        "one moment please somebody's ringing the doorbell",
        "how can i get hold of my data for my doctor",
        "my bones are thin the doctor calls it osteoporosis",
        "i fell asleep in the middle last night let's finish it",
        "i'm dead on my feet so let's be done for tonight",
        "i fell asleep",
        "i fell in love with this one",
        "i fell for this one",
        "i've fallen in love with the cobra",
        "i fell behind on my stretches",
    ],
)
def test_an_idiom_is_no_complaint(text):
    """Nor are chance words of a clear wish."""
    assert EAR.hear(text).intent != "PainIntent"


@pytest.mark.parametrize(
    "text",
    [
        "i fell behind the sofa",
        "i fell for the first time",
        "i fell asleep and fell off the chair",
        "i fell in love with this one and then i fell over",
    ],
)
def test_a_fall_beside_an_idiom_is_one(text):
    """What stands in no idiom counts, wherever else the same word stands in one."""
    assert EAR.hear(text).slots["symptom"].ids == ("fall",)


@pytest.mark.parametrize(
    ("text", "complains"),
    [
        ("ich bin ganz verliebt in die übung", False),
        ("ich bin eingeschlafen", False),
        ("mir ist was eingefallen", False),
        ("ich bin schwer gefallen", True),
        ("mein bein ist eingeschlafen", True),
    ],
)
def test_an_idiom_is_none_in_german_either(text, complains):
    """Who fell asleep complains of nothing, but of a leg that did."""
    assert (ear_of("de-DE").hear(text).intent == "PainIntent") == complains


def test_no_grave_complaint_is_lost_beside_an_idiom_or_a_wish():
    """Emergencies stay emergencies, and what a doctor should see stays a complaint."""
    lost = []
    for (sentence, expected), around in zip(GRAVE, cycle(BESIDE), strict=False):
        classes = graver(around.format(sentence))
        if not classes or (expected == "emergency" and "emergency" not in classes):
            lost.append(sentence)

    assert len(GRAVE) >= 190
    assert 1 - len(lost) / len(GRAVE) >= KEPT, lost


@pytest.mark.parametrize(
    ("text", "intent", "slots"),
    [
        (
            "need something quick i can do at my desk",
            "StartRoutineIntent",
            {"quick": "quick", "place": "desk"},
        ),
        ("by the way i'm twenty two weeks pregnant", "ConditionIntent", {"condition": "pregnancy_mid"}),
        ("i didn't catch that last bit", "SayAgainIntent", {}),
    ],
)
def test_a_slot_has_what_is_meant_and_no_more(text, intent, slots):
    """A place that nobody refuses is wanted, one condition is one, and what a sample says is no name."""
    heard = EAR.hear(text)

    assert (heard.intent, {name: slot.ids[0] for name, slot in heard.slots.items()}) == (intent, slots)


def test_what_comes_after_called_is_the_name():
    """Whatever stands before it."""
    heard = EAR.hear("set me up a new routine called after golf")

    assert (heard.intent, heard.slots["name"].value) == ("CreateRoutineIntent", "after golf")


def test_a_limb_that_fell_asleep_is_still_one():
    """It is no idiom there."""
    heard = EAR.hear("my left foot fell asleep again")
    assert heard.slots["symptom"].ids == ("asleep",)
