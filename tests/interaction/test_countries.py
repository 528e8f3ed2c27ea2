"""One English for five countries, and where they differ."""

import json
from pathlib import Path

import pytest

from skill.errors import ContentError, SettingError
from skill.library.countries import Country, load_countries, read_countries
from skill.library.loading import load_language, load_locales, locales
from skill.library.reading import Problems
from skill.library.spoken import spoken_texts

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
LOCALES = ("en-US", "en-GB", "en-CA", "en-AU", "en-IN")
FILE = "content/locales/en/countries.toml"
BRITISH = """
[en-GB]
emergency = "nine nine nine"
[en-GB.words]
therapist = "physio"
"""


def model(locale):
    """A model file's text."""
    return (ROOT / "interaction_models" / f"{locale}.json").read_text(encoding="utf-8")


def samples(locale):
    """Every sample of a model."""
    language = json.loads(model(locale))["interactionModel"]["languageModel"]
    return [sample for intent in language["intents"] for sample in intent["samples"]]


def content_with(folder, text):
    """A content folder with countries alone."""
    path = folder / FILE
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return folder / "content"


def test_the_skill_is_offered_in_five_countries_and_in_german():
    """There are five of English, and an unknown locale gets the first."""
    assert tuple(locales(CONTENT)) == (*LOCALES, "de-DE")


@pytest.mark.parametrize(
    ("locale", "number", "therapist", "routines"),
    [
        ("en-US", "nine one one", "physical therapist", "programs"),
        ("en-GB", "nine nine nine", "physio", "programmes"),
        ("en-CA", "nine one one", "physiotherapist", "programs"),
        ("en-AU", "triple zero", "physio", "programs"),
        ("en-IN", "one one two", "physiotherapist", "programmes"),
    ],
)
def test_every_country_has_its_own_words(library, locale, number, therapist, routines):
    """In what is said and in what is heard."""
    language = load_language(CONTENT, "en", library, locale)

    assert (language.tag, language.locale, language.emergency) == ("en", locale, number)
    assert f"should i ask my {therapist}" in samples(locale)
    assert f"what {routines} do you have" in samples(locale)


def test_all_else_is_the_same(library):
    """A country only changes words: it has as many texts and samples as the others, nearly all equal."""
    spoken = load_locales(CONTENT, "en", library)
    first, *others = ([each.text for each in spoken_texts(language)] for language in spoken.values())

    for texts in others:
        assert len(texts) == len(first)
        assert sum(one != other for one, other in zip(first, texts, strict=True)) < 0.05 * len(first)
    for locale in LOCALES[1:]:
        assert len(samples(locale)) == len(samples("en-US"))
        assert len({*samples(locale)} - {*samples("en-US")}) < 0.05 * len(samples("en-US"))


@pytest.mark.parametrize("locale", LOCALES)
def test_no_word_of_another_country_is_left(library, locale):
    """Where a country has its own word, the other word is nowhere in its texts."""
    country = load_countries(CONTENT, "en")[locale]
    language = load_language(CONTENT, "en", library, locale)
    twice = [text.text for text in spoken_texts(language) if text.text != country.reworded(text.text)]

    # "Physical therapist" holds the word that it stands for; the others are said as they are.
    assert [text for text in twice if country.words["therapist"] not in text] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ask your therapist.", "Ask your physio."),
        ("Therapist or not", "Physio or not"),
        ("the therapist's bench", "the physio's bench"),
        ("two therapists", "two therapists"),
        ("{therapist} and a_therapist", "{therapist} and a_therapist"),
        ("practice {stretch}", "practise {stretch}"),
        ("practice {routine}", "practice {routine}"),
        ("the long practice", "the long session"),
    ],
)
def test_words_are_replaced_where_they_stand_alone(text, said):
    """Capitals stay, words within words and placeholders do not change, longer words come first."""
    words = {
        "therapist": "physio",
        "practice {stretch}": "practise {stretch}",
        "practice": "practice",
        "long practice": "long session",
    }

    assert Country("en-GB", "nine nine nine", words).reworded(text) == said


@pytest.mark.parametrize("locale", LOCALES)
def test_an_emergency_number_can_be_said(words, locale):
    """By its words: a voice reads figures out in its own way."""
    number = load_countries(CONTENT, "en")[locale].emergency

    assert {*number.split()} <= {*words.language.phrases.numbers, "triple"}


def test_a_locale_that_nobody_speaks_is_named(library):
    """The message names the locale and the ones that there are."""
    with pytest.raises(SettingError, match="the locale 'en-XX' is unknown: it can be en-US, en-GB"):
        load_language(CONTENT, "en", library, "en-XX")


def test_a_country_that_says_everything_alike_needs_its_emergency_number_only(tmp_path):
    """Without a word of its own it speaks as the language is written."""
    content = content_with(tmp_path, '[en-GB]\nemergency = "nine nine nine"\n')
    country = load_countries(content, "en")["en-GB"]
    assert country.reworded("The therapist") == "The therapist"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (BRITISH, "", "file: names no Alexa locale of 'en': one begins with en-"),
        ("en-GB", "en_GB", "en_GB.locale: 'en_GB' is no Alexa locale of 'en': it must begin with en-"),
        ("en-GB", "de-DE", "de-DE.locale: 'de-DE' is no Alexa locale of 'en': it must begin with en-"),
        ("emergency", "emergencies", "en-GB.emergencies: is unknown; is it misspelt?"),
        ('emergency = "nine nine nine"', "", "en-GB.emergency: is missing"),
        ("nine nine nine", "999", "en-GB.emergency: '999' has 999: only words"),
        ('"physio"', '"the physio & co"', "en-GB.words.therapist: 'the physio & co' has &: only words"),
        ('"physio"', '"Physio"', "en-GB.words.therapist: 'Physio' must be lower case"),
        ('"physio"', '""', "en-GB.words.therapist: is empty"),
        ('"physio"', "5", "en-GB.words.therapist: must be a text"),
        ("therapist", '"see {stretch}"', "must have the same slots as 'see {stretch}'"),
    ],
)
def test_what_is_wrong_with_a_country_is_named(tmp_path, old, new, problem):
    """By file and key, as everywhere in the content."""
    content = content_with(tmp_path, BRITISH.replace(old, new))
    problems = Problems()
    read_countries(content, "en", problems)

    lines = problems.lines
    assert any(line.startswith(f"{FILE}: ") and problem in line for line in lines), lines
    with pytest.raises(ContentError):
        load_countries(content, "en")
