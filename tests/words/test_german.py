"""German grammar, on pieces of its own: what is said of numbers, times and names."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.german import PHRASES
from skill.words.grammar.german import German

GERMAN = German(PHRASES)

# Written out a second time on purpose, and read back by a parser that knows nothing of the code.
ONES = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
VALUES = {word: value for value, word in enumerate(PHRASES.numbers)} | {
    word: tens for tens, word in zip(range(20, 100, 10), PHRASES.tens, strict=True)
}


def value_of(said: str) -> int:
    """The number that a German word stands for."""
    if "hundert" in said:
        head, _, rest = said.partition("hundert")
        return 100 * (ONES.index(head) + 1 if head else 1) + (value_of(rest) if rest else 0)
    if "und" in said:
        ones, _, tens = said.partition("und")
        return ONES.index(ones) + 1 + VALUES[tens]
    return VALUES[said]


def test_every_number_reads_back_as_itself():
    """In one word each, the ones before the tens, and only it is that number."""
    assert [value_of(GERMAN.number(value)) for value in range(1000)] == list(range(1000))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (1, "eins"),
        (17, "siebzehn"),
        (21, "einundzwanzig"),
        (45, "fünfundvierzig"),
        (100, "hundert"),
        (101, "hunderteins"),
        (125, "hundertfünfundzwanzig"),
        (200, "zweihundert"),
        (1000, "1000"),
    ],
)
def test_a_number_is_said_as_people_say_it(value, said):
    """Without "und" after the hundred, and "ein" where more of the word follows."""
    assert GERMAN.number(value) == said


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (1, "eine Sekunde"),
        (45, "fünfundvierzig Sekunden"),
        (60, "eine Minute"),
        (90, "anderthalb Minuten"),
        (75, "eine Minute und fünfzehn Sekunden"),
        (7200, "zwei Stunden"),
    ],
)
def test_a_length_of_time_is_said_in_the_nominative(seconds, said):
    """Which is the accusative as well: "das dauert eine Minute"."""
    assert GERMAN.duration(seconds) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("00:00", "um Mitternacht"),
        ("00:30", "um null Uhr dreißig"),
        ("01:00", "um ein Uhr"),
        ("07:05", "um sieben Uhr fünf"),
        ("12:00", "um zwölf Uhr mittags"),
        ("18:30", "um achtzehn Uhr dreißig"),
        ("21:01", "um einundzwanzig Uhr eins"),
    ],
)
def test_a_time_of_day_is_said_by_the_clock_of_24_hours(when, said):
    """So it needs no part of the day."""
    assert GERMAN.at(time.fromisoformat(when)) == said


@given(st.tuples(st.times(), st.times()))
def test_no_two_times_sound_alike(pair):
    """Whoever is read a time back knows which of the day's minutes it is."""
    one, other = (when.replace(second=0, microsecond=0, tzinfo=None) for when in pair)
    assert (GERMAN.at(one) == GERMAN.at(other)) == (one == other)


@pytest.mark.parametrize(
    ("text", "value", "form", "said"),
    [
        ("die Schulterbrücke", "die Schulterbrücke", "dativ", "der Schulterbrücke"),
        ("die sanfte Kobra", "die sanfte Kobra", "dativ", "der sanften Kobra"),
        ("das große Rückenprogramm", "x", "dativ", "dem großen Rückenprogramm"),
        ("das Programm mit sechs Übungen", "x", "dativ", "dem Programm mit sechs Übungen"),
        ("das Beindrehen im Stehen", "x", "dativ", "dem Beindrehen im Stehen"),
        ("Katze und Kuh", "x", "dativ", "Katze und Kuh"),
        ("Happy Baby", "x", "dativ", "Happy Baby"),
        ("morgenrunde", "x", "dativ", "morgenrunde"),
        ("eine Minute und eine Sekunde", 61, "dativ", "einer Minute und einer Sekunde"),
        ("zwei Minuten", 120, "dativ", "zwei Minuten"),
        ("eins", 1, "eine", "eine"),
        ("eins", 1, "einer", "einer"),
        ("drei", 3, "eine", "drei"),
    ],
)
def test_a_place_declines_what_fills_it(text, value, form, said):
    """A name and a length of time in the dative; one before a noun of its gender."""
    assert GERMAN.declined(text, value, form) == said


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("die Schulterbrücke", "Schulterbrücke"),
        ("die sanfte Kobra", "Sanfte Kobra"),
        ("das hängende Bein", "Hängendes Bein"),
        ("das große Rückenprogramm", "Großes Rückenprogramm"),
        ("das Programm für jeden Tag", "Programm für jeden Tag"),
        ("Knie zur Brust", "Knie zur Brust"),
        ("morgenrunde", "Morgenrunde"),
    ],
)
def test_a_name_over_something_has_no_article(name, title):
    """Its adjective then tells the gender."""
    assert GERMAN.title(name) == title


def test_a_list_has_no_comma_before_its_joint():
    """As German is written, and heard."""
    assert GERMAN.listing(["a", "b", "c"], "oder") == "a, b oder c"
    assert GERMAN.listing(["a"], "und") == "a"


def test_a_text_inside_a_sentence_keeps_its_capital():
    """Its first word may be a noun."""
    assert GERMAN.inside("Bauch sinken lassen.") == "Bauch sinken lassen."


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Zieh dein {side}es Knie heran, nach {other}s.", []),
        ("Bei {stretch:dativ} geht es weiter, für {stretch}.", []),
        ("Nimm {side} heran.", ["{side} without an ending: it is a stem, as in {side}e"]),
        (
            "Weiter mit {stretch}.",
            ["'mit {stretch}': the name must be in the dative, as {stretch:dativ}"],
        ),
    ],
)
def test_places_that_would_not_read_well_are_known(text, faults):
    """Stems want an ending, and some words the dative."""
    assert list(GERMAN.faults(text, sided=True)) == faults
    assert not any("stem" in fault for fault in GERMAN.faults(text, sided=False))
