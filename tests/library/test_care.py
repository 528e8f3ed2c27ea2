"""What the content says about conditions and complaints is what was agreed on, and can be said."""

import csv
import re
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from skill.library.care import Body, Triage, Verdict
from skill.library.intents import load_intents
from skill.library.loading import load_locales
from skill.words.speaking import seconds_to_say

CONTENT = Path(__file__).parents[2] / "content"
AGREED = Path(__file__).with_name("care_matrix.tsv")


def agreed() -> dict[str, dict[str, str]]:
    """The verdicts of the matrix as it was handed over, by column and stretch."""
    columns: dict[str, dict[str, str]] = defaultdict(dict)
    with AGREED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            columns[row["condition"]][row["stretch"]] = row["verdict"].replace(" ", "_")
    return columns


@pytest.fixture(scope="module")
def spoken(library):
    """The words of every locale."""
    return load_locales(CONTENT, "en", library)


def test_there_are_the_columns_of_the_matrix_and_no_others(library):
    """Twenty-seven, and one of ours for a back that only aches; each has all twenty stretches."""
    assert library.care.keys() - agreed().keys() == {"dull_ache"}
    assert len(library.care) == 28
    assert {len(cares) for cares in library.care.values()} == {20}


@pytest.mark.parametrize("column", agreed())
def test_every_verdict_is_the_one_of_the_matrix(library, column):
    """For each of the twenty stretches; and every verdict says whose it is."""
    cares = library.care[column]

    assert {stretch: str(care.verdict) for stretch, care in cares.items()} == agreed()[column]
    assert all(care.column == column and care.sources for care in cares.values())


def test_every_verdict_but_fine_has_words_in_every_locale(library, spoken):
    """How it is easier, or why it is left out: nobody is sent away without a reason."""
    for language in spoken.values():
        for column, cares in library.care.items():
            for stretch, care in cares.items():
                if care.verdict is not Verdict.FINE:
                    assert language.care[column][care.reason], (column, stretch)


def test_reasons_are_short(spoken):
    """At most twenty-five words in one sentence or two, for somebody on the floor."""
    for language in spoken.values():
        for column, reasons in language.care.items():
            for reason, text in reasons.items():
                assert len(text.split()) <= 25, (column, reason)
                assert len(re.findall(r"[.?!](?:\s|$)", text)) in (1, 2), (column, reason)


def test_nothing_that_is_said_promises_or_plays_down(library, spoken):
    """No "it is nothing", no "don't worry", no cure; and an answer to every complaint."""
    played_down = re.compile(
        r"\b(nothing to worry|it is nothing|it's nothing|don't worry|harmless|cures?|safe for)\b",
        re.IGNORECASE,
    )
    for language in spoken.values():
        texts = [
            *(text for reasons in language.care.values() for text in reasons.values()),
            *(language.signs.answer(sign, language.emergency) for sign in library.signs.values()),
        ]
        assert all(texts)
        assert [text for text in texts if played_down.search(text)] == []


def test_in_an_emergency_the_number_comes_first(library, spoken):
    """Within ten seconds or so: the number, what the body does, and that the practice is over."""
    emergencies = [sign for sign in library.signs.values() if sign.triage is Triage.EMERGENCY]
    for language in spoken.values():
        for sign in emergencies:
            told = language.signs.answer(sign, language.emergency)
            assert told.startswith(f"Call {language.emergency} now")
            assert told.endswith(language.signs.stop)
            assert seconds_to_say(told, language.speaking) < 10.5
            assert not re.search(r"\b(rise|stand up|get up)\b", told)
    assert {sign.body for sign in emergencies} == set(Body)


def test_a_sign_that_asks_is_answered_with_its_question(library, spoken):
    """One question, with a question mark at its end; each answer to it is a sign that asks no more."""
    for sign in library.signs.values():
        told = spoken["en-GB"].signs.answer(sign, "nine nine nine")
        assert told.endswith("?") == (sign.triage is Triage.ASK), sign.id
        assert told.count("?") <= 1
        assert "{" not in told


def test_the_stricter_verdict_and_the_graver_sign_count():
    """Leave out before ask first, ease and fine; the emergency before all else."""
    strict = [Verdict.FINE, Verdict.EASE, Verdict.ASK_FIRST, Verdict.LEAVE_OUT]
    grave = [
        *(Triage.EFFORT, Triage.HARMLESS, Triage.EASE),
        *(Triage.ASK, Triage.DOCTOR, Triage.EMERGENCY),
    ]

    assert all(one.strictness < other.strictness for one, other in pairwise(strict))
    assert all(one.gravity < other.gravity for one, other in pairwise(grave))


def test_every_complaint_that_is_understood_has_a_sign(library):
    """Whatever the slot can hold is known to the table: nothing is heard and then not answered."""
    symptoms = load_intents(CONTENT).slot_types["SYMPTOM"].values
    assert symptoms
    assert set(symptoms) <= library.signs.keys()
