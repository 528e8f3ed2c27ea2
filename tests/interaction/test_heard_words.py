"""What is said about a body counts in its words, where Alexa knows no value for them."""

import pytest

from helpers.unresolved import event
from skill.coach.conversation.events import (
    AskAdvice,
    AskCaution,
    Asked,
    AskPosture,
    CreateRoutine,
    HasCondition,
    ListStretches,
    Pain,
    SaveRoutine,
    StartRoutine,
    StartStretch,
    Stop,
)


@pytest.mark.parametrize(
    ("intent", "values", "expected"),
    [
        ("PainIntent", {"symptom": "Chest pain"}, Pain("chest_pain")),
        ("PainIntent", {"symptom": "a bit of chest pain again"}, Pain("chest_pain")),
        ("PainIntent", {"symptom": "tired", "also": "can't pee"}, Pain("tired")),
        ("PainIntent", {"symptom": "cramp", "also": "i can't pee"}, Pain("cramp", "bladder_bowel")),
        ("PainIntent", {"symptom": "no numbness"}, Pain()),
        ("ConditionIntent", {"condition": "glue coma"}, HasCondition("glaucoma")),
        ("ConditionIntent", {"condition": "flugelitis"}, HasCondition()),
        (
            "ConditionIntent",
            {"condition": "thin bones", "besides": "glue coma"},
            HasCondition("osteoporosis", besides="glaucoma"),
        ),
        (
            "ConditionIntent",
            {"condition": "thin bones", "besides": "flugelitis"},
            HasCondition("osteoporosis", unknown="flugelitis"),
        ),
        (
            "ConditionIntent",
            {"condition": "flugelitis", "besides": "thin bones"},
            HasCondition("osteoporosis", unknown="flugelitis"),
        ),
        (
            "ConditionIntent",
            {"condition": "a new hip and a bit of glaucoma"},
            HasCondition("hip_replacement", besides="glaucoma"),
        ),
        ("ConditionIntent", {"condition": "five months pregnant now"}, HasCondition("pregnancy_mid")),
        ("ConditionIntent", {"condition": "thin bones but no glaucoma"}, HasCondition("osteoporosis")),
        ("CautionIntent", {"condition": "a sea section"}, AskCaution(Asked(), "recent_belly_operation")),
        ("CautionIntent", {"condition": "flugelitis"}, AskCaution(Asked(), "", "flugelitis")),
        (
            "CautionIntent",
            {"condition": "thin bones", "besides": "flugelitis"},
            AskCaution(Asked(), "osteoporosis", "flugelitis"),
        ),
        (
            "CautionIntent",
            {"condition": "thin bones", "besides": "a new hip"},
            AskCaution(Asked(), "osteoporosis", besides="hip_replacement"),
        ),
        ("ListStretchesIntent", {"condition": "osteo paris"}, ListStretches("", "", "osteoporosis")),
        ("ListStretchesIntent", {"condition": "flugelitis"}, AskCaution(Asked(), "", "flugelitis")),
        (
            "ListStretchesIntent",
            {"condition": "thin bones and a new hip"},
            ListStretches(condition="osteoporosis", besides="hip_replacement"),
        ),
        (
            "StartRoutineIntent",
            {"condition": "stenosis"},
            StartRoutine(Asked(), None, "spinal_stenosis"),
        ),
        (
            "StartRoutineIntent",
            {"condition": "stenosis", "besides": "vertigo"},
            StartRoutine(Asked(), None, "spinal_stenosis", besides="vertigo"),
        ),
        (
            "StartStretchIntent",
            {"stretch": "bridge", "condition": "stenosis", "besides": "vertigo"},
            StartStretch(Asked((), "bridge"), condition="spinal_stenosis", besides="vertigo"),
        ),
        ("StartRoutineIntent", {"condition": "flugelitis"}, AskCaution(Asked(), "", "flugelitis")),
        ("PostureIntent", {"posture": "get back up"}, AskPosture("up")),
        ("PostureIntent", {}, AskPosture()),
        ("AdviceIntent", {"advice": "warm up"}, AskAdvice("warm_up")),
    ],
)
def test_words_without_a_value_count(heard, intent, values, expected):
    """By themselves or among others, but not where they are denied."""
    assert event(heard, intent, **values) == expected


def test_of_several_names_in_one_slot_the_gravest_counts(heard):
    """The files list them so."""
    assert event(heard, "PainIntent", symptom="cramp with chest pain") == Pain("chest_pain")


def test_the_signs_are_listed_gravest_first(heard, library):
    """What is found first is the gravest only if no milder sign stands before a graver one."""
    order = list(dict.fromkeys(heard.names["SYMPTOM"].values()))
    gravity = [library.signs[sign].triage.gravity for sign in order]

    assert gravity == sorted(gravity, reverse=True)


def test_no_name_begins_as_an_ending_does(heard):
    """Whatever is said behind "call it a day" is the reason, and nothing is kept under it."""
    assert event(heard, "SaveRoutineIntent", name="a day I'm knackered") == Stop()
    assert event(heard, "CreateRoutineIntent", name="a day") == Stop()
    assert event(heard, "SaveRoutineIntent", name="a daydream") == SaveRoutine("a daydream")
    assert event(heard, "CreateRoutineIntent", name="quiet morning") == CreateRoutine("quiet morning")
