"""Languages without a module of their own, and places that name a form."""

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.german import PHRASES
from skill.words import Words
from skill.words.checking import problems_of_grammar
from skill.words.grammar.plain import Plain

FRENCH = replace(
    PHRASES,
    numbers=tuple(f"n{value}" for value in range(100)),
    hundred="{number} cent",
    clock={"at": "à {clock}", "hour": "{hour} heures", "exact": "{hour} heures {minutes}"}
    | {"noon": "midi", "midnight": "minuit"},
    articles=("le", "la"),
    both="et",
)
"""A language that lists all its numbers below a hundred, for they follow no rule."""


@pytest.fixture(scope="module")
def french(words):
    """Words of a language that no module knows."""
    return Words(replace(words.language, tag="fr", phrases=FRENCH))


def test_a_language_needs_no_module(french):
    """Its numbers, times and names come from its content alone."""
    assert type(french.grammar) is Plain
    assert french.number(91) == "n91"
    assert french.number(345) == "n3 cent n45"
    assert french.at(time(18, 30)) == "à n18 heures n30"
    assert french.at(time(12)) == "à midi"
    assert french.title("la vache") == "Vache"
    assert french.all_of(["a", "b", "c"]) == "a, b et c"


@given(st.times())
def test_every_time_of_day_can_be_said(french, when):
    """Whatever the minute."""
    assert french.at(when).startswith("à ")


def test_a_prompt_may_name_forms(words):
    """The grammar fills the place in that form; without one it is filled as ever."""
    language = replace(
        words.language,
        tag="de",
        phrases=PHRASES,
        prompts={"rest": ("Weiter mit {stretch:dativ}, in {left:dativ}.", "{stretch:dativ} folgt.")},
        placeholders={"rest": {"stretch": "text", "left": "seconds"}},
    )
    said = Words(language).say
    assert said("rest", 0, stretch="die sanfte Kobra", left=60) == (
        "Weiter mit der sanften Kobra, in einer Minute."
    )
    assert said("rest", 1, stretch="die sanfte Kobra", left=60) == "Der sanften Kobra folgt."


def test_what_does_not_fit_the_grammar_is_reported(words):
    """Clock words of another clock, and a form that the language does not have."""
    language = replace(
        words.language, phrases=replace(words.language.phrases, clock=PHRASES.clock | {"at": "at"})
    )
    file = "content/locales/en/phrases.toml"
    told = set(problems_of_grammar(language))
    assert f"{file}: clock.half: is missing" in told
    assert f"{file}: clock.hour: is no key of this table" in told
    assert f"{file}: clock.at: must have {{clock}}" in told

    language = replace(words.language, prompts={"nod": ("Rest in {next:dativ}.",)})
    assert list(problems_of_grammar(language)) == [
        "content/locales/en/prompts.toml: nod: has {next:dativ}: its form can be none"
    ]
