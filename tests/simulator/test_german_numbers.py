"""German number words, lengths of time and times of day, to the values that Alexa hands over."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.german import PHRASES
from skill.simulator.ear.grammar.german import German
from skill.simulator.ear.grammar.plain import NumberWords, Plain
from skill.words.grammar.german import German as Spoken

KNOWN = NumberWords(
    values={word: value for value, word in enumerate(PHRASES.numbers)}
    | {word: 10 * tens for tens, word in enumerate(PHRASES.tens, start=2)}
    | {"paar": 2},
    units={
        **dict.fromkeys(("sekunde", "sekunden"), "S"),
        **dict.fromkeys(("minute", "minuten"), "M"),
        **dict.fromkeys(("stunde", "stunden"), "H"),
    },
    single_units=frozenset({"sekunde", "minute", "stunde"}),
    hours={"mittag": 12, "mittags": 12, "mitternacht": 0},
    morning=("morgens", "vormittags", "früh", "heute früh"),
    afternoon=("nachmittags", "abends", "heute abend"),
    later=frozenset({"abend", "abends"}),
)
HEARD = German(KNOWN)
SPOKEN = Spoken(PHRASES)


def heard(said: str) -> list[str]:
    """The words of something said, as they come from recognition."""
    return said.lower().split()


@given(st.integers(0, 999))
def test_every_number_the_coach_says_is_understood(value):
    """In words and in digits, below a thousand."""
    assert HEARD.number(heard(SPOKEN.number(value))) == value
    assert HEARD.number([str(value)]) == value


@given(st.integers(1, 7200))
def test_every_length_the_coach_says_is_understood(seconds):
    """To the second below an hour, to the minute from then on."""
    length = HEARD.duration(heard(SPOKEN.duration(seconds)))
    assert length is not None
    amounts, number = dict.fromkeys("HMS", 0), ""
    for letter in length.removeprefix("PT"):
        if letter.isdecimal():
            number += letter
        else:
            amounts[letter], number = int(number), ""
    whole = 3600 * amounts["H"] + 60 * amounts["M"] + amounts["S"]
    assert whole == (seconds if seconds < 3600 else 60 * round(seconds / 60))


@given(st.times())
def test_every_time_the_coach_says_is_understood(when):
    """By the clock of 24 hours."""
    assert HEARD.time_of_day(heard(SPOKEN.at(when))) == f"{when:%H:%M}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("eine", 1),
        ("ne", 1),
        ("fünfundvierzig", 45),
        ("fünf und vierzig", 45),
        ("hundert fünf", 105),
        ("einhundertfünfundzwanzig", 125),
        ("zweitausend", 2000),
        ("eine million", 1_000_000),
        ("paar", 2),
    ],
)
def test_a_number_is_understood_however_it_is_written(text, value):
    """In one word, and cut up by recognition."""
    assert HEARD.number(text.split()) == value


@pytest.mark.parametrize("text", ["", "und", "zwanzig fünf", "hundert hundert", "elfundzwanzig"])
def test_what_is_no_number_is_none(text):
    """Words that are a number only in part are none."""
    assert HEARD.number(text.split()) is None


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("eine minute", "PT1M"),
        ("einer minute", "PT1M"),
        ("minute", "PT1M"),
        ("eine ganze minute", "PT1M"),
        ("gute zehn minuten", "PT10M"),
        ("anderthalb minuten", "PT1M30S"),
        ("eineinhalb minuten", "PT1M30S"),
        ("zweieinhalb minuten", "PT2M30S"),
        ("zwei und eine halbe minute", "PT2M30S"),
        ("eine halbe minute", "PT30S"),
        ("halbe stunde", "PT30M"),
        ("ne halbe stunde", "PT30M"),
        ("viertelstunde", "PT15M"),
        ("eine viertel stunde", "PT15M"),
        ("dreiviertelstunde", "PT45M"),
        ("drei viertel stunden", "PT45M"),
        ("eine minute dreißig", "PT1M30S"),
        ("zwei minuten und zehn sekunden", "PT2M10S"),
        ("45 sekunden", "PT45S"),
    ],
)
def test_a_length_of_time_is_understood(text, length):
    """With halves and quarters in one word and in several."""
    assert HEARD.duration(text.split()) == length


@pytest.mark.parametrize("text", ["", "halb", "minuten", "zwei viertel stunden", "drei minuten minuten"])
def test_what_is_no_length_is_none(text):
    """Units without a number, and parts that nobody says."""
    assert HEARD.duration(text.split()) is None


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("sieben", "07:00"),
        ("sieben uhr", "07:00"),
        ("um sieben uhr dreißig", "07:30"),
        ("achtzehn uhr dreißig", "18:30"),
        ("ein uhr", "01:00"),
        ("halb acht", "07:30"),
        ("halb eins", "00:30"),
        ("halb acht abends", "19:30"),
        ("abends um halb acht", "19:30"),
        ("heute abend um acht", "20:00"),
        ("viertel nach sieben", "07:15"),
        ("viertel vor acht", "07:45"),
        ("viertel acht", "07:15"),
        ("drei viertel acht", "07:45"),
        ("dreiviertel acht", "07:45"),
        ("zehn vor acht", "07:50"),
        ("zwanzig minuten nach sechs", "06:20"),
        ("fünf vor halb acht", "07:25"),
        ("fünf nach halb acht abends", "19:35"),
        ("acht uhr morgens", "08:00"),
        ("elf uhr nachts", "23:00"),
        ("zwölf uhr nachts", "00:00"),
        ("drei uhr nachts", "03:00"),
        ("ein uhr nachmittags", "13:00"),
        ("vierundzwanzig uhr", "00:00"),
        ("mitternacht", "00:00"),
        ("sieben dreißig", "07:30"),
        ("7 uhr 30", "07:30"),
    ],
)
def test_a_time_of_day_is_understood(text, clock):
    """Half is half to the hour; a quarter alone is one to it, as in the east and the south."""
    assert HEARD.time_of_day(text.split()) == clock


@pytest.mark.parametrize("text", ["", "uhr", "bald", "fünfundzwanzig uhr", "halb", "sieben uhr achtzig"])
def test_what_is_no_time_is_none(text):
    """More hours than a day has, and minutes than an hour."""
    assert HEARD.time_of_day(text.split()) is None


@given(st.text("abeghilnorstuvwzäöüß ", max_size=30))
def test_any_words_are_heard_out(text):
    """Whatever is said, it is a value or none."""
    words = text.split()
    assert HEARD.number(words) is None or HEARD.number(words) >= 0
    assert HEARD.duration(words) is None or HEARD.duration(words).startswith("P")
    clock = HEARD.time_of_day(words)
    assert clock is None or time.fromisoformat(clock)


def test_forms_of_a_word_have_one_stem():
    """Sides and stretches are found by any of their endings; short words are left as they are."""
    assert {HEARD.stem(word) for word in ("recht", "rechts", "rechte", "rechten", "rechtes")} == {
        "recht"
    }
    assert HEARD.stem("brücken") == HEARD.stem("brücke")
    assert HEARD.stem("bein") == "bein"


def test_umlauts_may_be_typed_as_two_letters():
    """Every reading is tried; a word without such letters has no other."""
    assert "fünf" in set(HEARD.spellings("fuenf"))
    assert "dreißig" in set(HEARD.spellings("dreissig"))
    assert list(HEARD.spellings("bein")) == []


def test_a_language_without_a_module_hears_by_its_words():
    """Numbers, lengths and hours as they are listed."""
    plain = Plain(KNOWN)
    assert plain.number(["zwölf"]) == 12
    assert plain.duration(["zwölf", "minuten", "zehn", "sekunden"]) == "PT12M10S"
    assert plain.duration(["minute"]) == "PT1M"
    assert plain.duration(["minuten"]) is None
    assert plain.time_of_day(["sieben"]) == "07:00"
    assert plain.time_of_day(["mitternacht"]) == "00:00"
    assert plain.time_of_day(["neunzig"]) is None
    assert plain.later("08:00", ["jeden", "abend"]) == "20:00"
    assert (plain.stem("beine"), list(plain.apart("gibt's"))) == ("beine", ["gibt's"])
