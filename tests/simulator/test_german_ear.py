"""What people say in German: three batches by other hands, first heard as docs/interaction.md tells."""

import csv
import json
import tomllib
from pathlib import Path

import pytest

from helpers.ears import ear_of
from skill.library.care import Triage
from skill.library.intents import FALLBACK

ROOT = Path(__file__).parents[2]
EAR = ear_of("de-DE")
SIGNS = tomllib.loads((ROOT / "content" / "signs.toml").read_text(encoding="utf-8"))["signs"]
SAID, UNRELATED = [], []
with Path(__file__).with_name("german.tsv").open(encoding="utf-8", newline="") as file:
    for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["intent"] == FALLBACK:
            UNRELATED.append(row["sentence"])
        else:
            slots = {
                name: {*str(value).split("|")}
                for name, value in json.loads(row["slots"] or "{}").items()
            }
            SAID.append((row["sentence"], {row["intent"], row["or"]} - {""}, slots))

EMERGENCIES = (
    "ich spüre zwischen den beinen nichts mehr",
    "ich kann mein wasser nicht mehr halten",
    "ich merk beim abwischen gar nichts",
    "ich muss dringend und es kommt nix raus",
    "meine beine sind beide taub",
    "mein rechtes bein gibt einfach nach",
    "ich kann den fuß nicht mehr hochziehen",
    "ich hab so einen druck auf der brust",
    "mir ist ganz eng in der brust und der arm tut weh",
    "ich kriege keine luft",
    "mein gesicht hängt auf einer seite",
    "ich kann nicht mehr richtig reden alles verwaschen",
    "auf einmal die schlimmsten kopfschmerzen meines lebens",
    "ich war kurz weg",
    "ich bin ohnmächtig geworden",
    "ich bin hingefallen und kann nicht mehr auftreten",
    "ich hab mir beim sturz den kopf angeschlagen und mir ist schlecht",
    "ich lieg auf dem boden und komm nicht mehr hoch",
    "meine frau ist umgekippt und reagiert nicht",
    "opa ist gestürzt und blutet am kopf",
    "ich bin schwanger und blute",
    "ruf den notarzt",
    "hilfe ich brauche einen krankenwagen",
    "das herz rast und ich hab schmerzen in der brust",
    "mein linker arm ist plötzlich ganz schwach",
    "seit gestern ist der po taub",
    "ich hab in die hose gemacht ohne es zu merken",
    "mein arm wird taub und ich seh doppelt",
    "mein fuß klappt weg",
    "ich blute",
    "mir geht es ganz schlecht",
    "meine knie tun weh und es geht mir sehr schlecht",
    "mit den schlechten knien geht es mir richtig schlecht",
    "ich krieg schlechte luft",
    "hör auf meine beine wollen nicht",
    "hör auf seit der rücken weh tut keine erektion",
    *Path(__file__).with_name("german_emergencies.txt").read_text(encoding="utf-8").splitlines(),
)
"""What somebody says who has to call now."""

ALIKE = {"PaceIntent": "AdjustHoldIntent"}
"""Intents that mean what the id in their slot says, whichever of the two was heard."""
FREE = {"name", "time"}
"""Slots whose value is written in several ways; a time of day may lack the part of the day."""

RIGHT, WRONG, CAUGHT = 0.9, 0.03, 0.95
"""At least, at most, at least."""


def one(intents):
    """Intents, alike ones as one."""
    return {ALIKE.get(intent, intent) for intent in intents}


def filled(heard):
    """What is in every slot that was heard: ids, a value of Amazon's types, or the words alone."""
    return {
        name: {*slot.ids} or {slot.heard if slot.value is None else str(slot.value)}
        for name, slot in heard.slots.items()
    }


def same(told, slots):
    """Whether the slots are what they should be."""
    return told.keys() == slots.keys() and all(
        name in FREE or told[name] == value for name, value in slots.items()
    )


def test_people_are_understood_in_german():
    """Nearly always intent and slots are right, and wrong intents are rare."""
    missed, wrong = [], []
    for text, intents, slots in SAID:
        heard = EAR.hear(text)
        right = one({heard.intent}) <= one(intents)
        if not right or not same(filled(heard), slots):
            missed.append((text, heard.intent, filled(heard)))
        if not right and heard.intent != FALLBACK:
            wrong.append((text, heard.intent))

    assert len(SAID) >= 300
    assert 1 - len(missed) / len(SAID) >= RIGHT, missed
    assert len(wrong) / len(SAID) <= WRONG, wrong


def test_what_is_for_somebody_else_is_left_alone_in_german():
    """The television, the family, and Alexa's own business are a fallback."""
    taken = [text for text in UNRELATED if EAR.hear(text).intent != FALLBACK]

    assert len(UNRELATED) >= 60
    assert 1 - len(taken) / len(UNRELATED) >= CAUGHT, taken


AS_GERMANS_SPEAK = [
    ("nee halt doch nicht lass das", "AMAZON.NoIntent", {}),
    ("na dann mal los", "StartItIntent", {}),
    ("geht denn da die schulterbrücke", "CautionIntent", {"stretch": {"bridge"}}),
    ("halt stopp nicht die kobra", "SkipIntent", {"stretch": {"modified_cobra"}}),
    ("wie lang muss i denn da jetzt no so bleiben", "TimeLeftIntent", {}),
    ("was kommt denn nachher noch alles dran", "WhereAmIIntent", {"ahead": {"all"}}),
    ("das war mir jetzt viel zu kurz", "AdjustHoldIntent", {"change": {"longer"}}),
    ("pack noch zehn sekunden drauf", "AdjustHoldIntent", {"change": {"longer"}, "duration": {"PT10S"}}),
    ("nein, nicht länger, kürzer hab ich gesagt", "AdjustHoldIntent", {"change": {"shorter"}}),
    (
        "speicher mir das doch einfach unter sonnenschein",
        "SaveRoutineIntent",
        {"name": {"sonnenschein"}},
    ),
    ("gibt's auch was ohne hinknien", "ListStretchesIntent", {"condition": {"cannot_kneel"}}),
    (
        "nur sachen im liegen bitte und höchstens zwölf minuten",
        "StartRoutineIntent",
        {"place": {"lying"}, "minutes": {"PT12M"}},
    ),
    ("gestern das war schön mach das noch mal", "RepeatPracticeIntent", {"day": {"yesterday"}}),
    ("lass die schulterbrücke ein für alle mal weg", "AvoidStretchIntent", {"stretch": {"bridge"}}),
    (
        "auf der rechten seite hab ich's schon gemacht das lassen wir aus",
        "SkipSideIntent",
        {"side": {"right"}},
    ),
    (
        "au das sticht jetzt in der hüfte das ist kein ziehen mehr das tut richtig weh",
        "PainIntent",
        {"symptom": {"sharp"}, "also": {"hip_sore"}},
    ),
]


@pytest.mark.parametrize(("said", "intent", "slots"), AS_GERMANS_SPEAK)
def test_what_was_heard_as_its_opposite_is_heard(said, intent, slots):
    """Sentences of kinds that started what they refused, asked or kept, or lost what they named."""
    heard = EAR.hear(said)
    assert (heard.intent, filled(heard)) == (intent, slots)


def is_emergency(text):
    """Whether a sentence is heard as one."""
    heard = EAR.hear(text)
    ids = [sign for name in ("symptom", "also") if name in heard.slots for sign in heard.slots[name].ids]
    gravest = max((Triage(SIGNS[sign]["triage"]).gravity for sign in ids), default=0)
    return heard.intent == "PainIntent" and gravest == Triage("emergency").gravity


@pytest.mark.parametrize("text", EMERGENCIES)
def test_no_german_emergency_is_heard_as_anything_milder(text):
    """Every one of them is one, in plain words and in a region's."""
    assert is_emergency(text)


@pytest.mark.parametrize("before", ["ich weiß nicht", "ich will ja nicht stören aber", "keine ahnung"])
def test_no_german_emergency_is_lost_behind_a_hedge(before):
    """Whoever is not sure of it, or sorry for saying it, denies nothing."""
    assert [text for text in EMERGENCIES if not is_emergency(f"{before} {text}")] == []


@pytest.mark.parametrize(
    "text",
    [
        "keine schmerzen in der brust",
        "der schmerz ist weg",
        "ich merke nichts",
        "die füße sind kalt",
        "ich bin eingeschlafen gestern",
        "mein linker fuß ist eingeschlafen",
        *(
            said.format(part)
            for part in ("knie", "knien", "hüften", "schultern", "handgelenken", "zähnen")
            for said in (
                "geht schlechte {}",
                "bei schlechten {} geht der stuhl",
                "mit den schlechten {} geht das nicht",
            )
        ),
    ],
)
def test_what_is_no_german_emergency_is_none(text):
    """What is denied, over or harmless calls nobody."""
    heard = EAR.hear(text)
    ids = [sign for slot in heard.slots.values() for sign in slot.ids]

    assert [sign for sign in ids if SIGNS.get(sign, {}).get("triage") == "emergency"] == []


def test_a_length_of_time_is_no_slip_of_a_name():
    """Only so many seconds are a hold's, and not the words for less talk that they are like."""
    for text, seconds in (
        ("nur eine sekunde halten", "PT1S"),
        ("nur ein paar sekunden", ""),
        ("nur zwei sekunden halten", "PT2S"),
    ):
        slots = EAR.hear(text).slots
        assert {id_ for slot in slots.values() for id_ in slot.ids} <= {"longer", "shorter"}, text
        assert not seconds or slots["duration"].value == seconds
    assert EAR.hear("nur die sekunden").slots["change"].ids == ("less_talking",)
