"""What people say about their bodies: the ear finds what is the matter, and the gravest of it."""

import csv
import tomllib
from pathlib import Path

import pytest

from helpers.ears import ear_of
from skill.library.care import Triage

ROOT = Path(__file__).parents[2]
EAR = ear_of("en-GB")
SIGNS = tomllib.loads((ROOT / "content" / "signs.toml").read_text(encoding="utf-8"))["signs"]
CONDITIONS = tomllib.loads((ROOT / "content" / "conditions.toml").read_text(encoding="utf-8"))[
    "conditions"
]
with Path(__file__).with_name("complaints.tsv").open(encoding="utf-8", newline="") as file:
    SAID = [(row["sentence"], row["expected"]) for row in csv.DictReader(file, delimiter="\t")]

CLASSES = {"PostureIntent": "posture", "AdviceIntent": "advice", "EasierIntent": "ease"}
ABOUT_A_CONDITION = {"ConditionIntent", "CautionIntent", "ListStretchesIntent", "StartRoutineIntent"}
SAME = {
    "condition:pregnancy": "pregnancy",
    "condition:osteoporosis": "osteoporosis",
    "condition:recent_belly_operation": "recent_belly_operation",
}
"""Classes of the file that several conditions are right for: those with this in a column's name."""
RIGHT = 0.97
"""At least: the sentences are known, so nearly all of them are heard right."""


def triage_of(*ids):
    """The gravest class of some signs."""
    return max((Triage(SIGNS[id_]["triage"]) for id_ in ids), key=lambda triage: triage.gravity)


def heard_class(text):
    """The class that a sentence is heard as: a triage, posture, advice, or a condition by its id."""
    heard = EAR.hear(text)
    ids = {name: slot.ids[0] for name, slot in heard.slots.items() if slot.ids}
    if heard.intent == "PainIntent" and "symptom" in ids:
        return triage_of(ids["symptom"], ids.get("also", ids["symptom"])).value
    if heard.intent in ABOUT_A_CONDITION and "condition" in ids:
        return f"condition:{ids['condition']}"
    return CLASSES.get(heard.intent, heard.intent)


def is_right(text, expected):
    """Whether a sentence is heard as expected."""
    heard = heard_class(text)
    if heard == expected or (heard, expected) == ("advice", "effort"):
        return True
    _, is_condition, condition = heard.partition(":")
    columns = CONDITIONS[condition].get("columns", ()) if is_condition else ()
    return expected in SAME and any(SAME[expected] in column for column in columns)


def test_complaints_are_heard_in_their_class():
    """The sentences people were found to say, and ours, are heard as what they are."""
    missed = [
        (text, expected, heard_class(text)) for text, expected in SAID if not is_right(text, expected)
    ]

    assert len(SAID) >= 370
    assert 1 - len(missed) / len(SAID) >= RIGHT, missed


def test_no_emergency_is_heard_as_anything_milder():
    """Every one of them is one."""
    assert [text for text, expected in SAID if expected == "emergency" != heard_class(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "no numbness",
        "no chest pain",
        "my chest is fine",
        "it doesn't hurt",
        "i'm not dizzy",
        "without any pain",
    ],
)
def test_what_is_denied_is_not_heard(text):
    """A no or not before a sign is heard."""
    assert EAR.hear(text).intent != "PainIntent"


@pytest.mark.parametrize("text", ["no no that hurts", "no it hurts", "i can't stop shaking"])
def test_a_no_that_denies_nothing_leaves_the_sign(text):
    """A no to the coach is no denial of what comes after it."""
    assert EAR.hear(text).intent == "PainIntent"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my back hurts and i can't pee", "emergency"),
        ("i can't pee and my back hurts", "emergency"),
        ("it's a bit tight and my chest hurts", "emergency"),
        ("i've got a cramp and both my feet are numb", "emergency"),
        ("i am tired and it is getting worse", "doctor"),
        ("i'm not feeling a thing in my thigh it's just sharp in the hip", "doctor"),
    ],
)
def test_of_several_signs_the_graver_counts(text, expected):
    """Whatever the order and the number of words."""
    assert heard_class(text) == expected


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("i have osteoporosis", "ConditionIntent"),
        ("is cat cow okay with osteoporosis", "CautionIntent"),
        ("which stretches can i do with osteoporosis", "ListStretchesIntent"),
        ("give me a routine for osteoporosis", "StartRoutineIntent"),
        ("can i do this with lupus", "CautionIntent"),
    ],
)
def test_a_condition_is_stated_or_asked_about(text, intent):
    """The words around it tell which; one that nobody knows is handed on in its words."""
    heard = EAR.hear(text)

    assert (heard.intent, bool(heard.slots["condition"].heard)) == (intent, True)
