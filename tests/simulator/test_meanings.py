"""What words about a body mean, by the groups and rules of `meanings.toml`."""

import shutil
import tomllib
from pathlib import Path

import pytest

from helpers.ears import ear_of
from skill.errors import ContentError
from skill.library.care import Triage
from skill.library.intents import FALLBACK
from skill.simulator.ear.spotting.meanings import load_meanings

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
EAR = ear_of("en-GB")
SIGNS = tomllib.loads((CONTENT / "signs.toml").read_text(encoding="utf-8"))["signs"]
MEANINGS = load_meanings(CONTENT, "en")


def heard(text):
    """The ids in the slots of what is heard."""
    return [id_ for slot in EAR.hear(text).slots.values() for id_ in slot.ids]


def is_urgent(text):
    """Whether any of what is heard is an emergency."""
    return any(SIGNS[id_]["triage"] == Triage.EMERGENCY for id_ in heard(text) if id_ in SIGNS)


def test_urgent_rules_are_for_emergencies_and_the_others_are_not():
    """What counts whatever else is said is an emergency, and nothing else is."""
    assert {SIGNS[rule.id]["triage"] for rule in MEANINGS.urgent} == {Triage.EMERGENCY}
    signs = [rule.id for rule in MEANINGS.others if rule.kind == "SYMPTOM"]
    assert Triage.EMERGENCY not in {SIGNS[sign]["triage"] for sign in signs}


def test_every_emergency_has_a_rule():
    """But the one that is only an answer to a question."""
    emergencies = {id_ for id_, sign in SIGNS.items() if sign["triage"] == Triage.EMERGENCY}

    assert emergencies - {rule.id for rule in MEANINGS.urgent} == {"new_or_worse"}


@pytest.mark.parametrize(
    "text",
    [
        "my chest is crushed by something and my back aches",
        "my back aches and something is crushing me right here on the chest",
        "it started with a cramp and i thought nothing of it but now one side of my mouth is hanging",
    ],
)
def test_the_order_of_the_words_does_not_matter(text):
    """The groups of a rule stand in any order, among any other words."""
    assert is_urgent(text)


def test_an_emergency_is_heard_in_an_utterance_of_any_length():
    """Of a long one, whatever is not urgent is left alone."""
    talk = "so we were talking about the garden and the roses and what to do with all of the pots " * 2

    assert is_urgent(f"{talk} and i can not feel anything between my legs")
    assert EAR.hear(f"{talk} and my knee is a bit sore").intent == FALLBACK


@pytest.mark.parametrize(
    "text",
    [
        "i've got no chest pain and no numbness",
        "my chest feels open and lovely",
        "i pulled my knees to my chest and it feels tight in my back",
        "both legs up or just one",
        "i can't do both legs at once",
        "the pain has gone down a bit",
        "my head keeps bumping the wall",
        "my husband wants to do it too",
        "my legs feel nice and heavy",
        "i nearly wet myself laughing at that",
        "my leg's gone all tingly",
        "you're talking too fast",
    ],
)
def test_what_is_no_emergency_is_not_heard_as_one(text):
    """Words that an emergency has, too."""
    assert not is_urgent(text)


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("i've got osteo ferocious", "osteoporosis"),
        ("they say it's osty porosis", "osteoporosis"),
        ("i have glaw coma", "glaucoma"),
        ("i've had side attica for years", "disc_or_sciatica"),
    ],
)
def test_long_names_are_known_by_their_sound(text, condition):
    """Whatever recognition makes of them."""
    assert condition in heard(text)


def test_a_rule_names_groups_that_there_are(tmp_path):
    """A misspelt group is reported with the number of its rule."""
    folder = tmp_path / "content" / "locales" / "en"
    folder.mkdir(parents=True)
    shutil.copy(CONTENT / "locales" / "en" / "meanings.toml", folder)
    file = folder / "meanings.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('"saddle", "no_feeling"', '"sadle"'))

    with pytest.raises(ContentError, match=r"urgent\.1\.all: 'sadle' is no group"):
        load_meanings(tmp_path / "content", "en")
