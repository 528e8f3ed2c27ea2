"""How long a text takes to say."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

WORD = st.text("abcdefghijklmnopqrstuvwxyzé'", min_size=1, max_size=12).filter(
    lambda word: word.strip("'")
)
PHRASE = st.lists(st.tuples(WORD, st.sampled_from(["", "", "", ",", ".", "?", "!"])), min_size=1).map(
    lambda words: " ".join(word + mark for word, mark in words)
)
"""Words with marks behind some of them, as sentences are."""


@pytest.mark.parametrize("text", ["", " ", "\n", "...", ", ,", "'"])
def test_nothing_takes_no_time(words, text):
    """Without a word there is nothing to say, whatever marks there are."""
    assert words.seconds(text) == 0.0


@given(PHRASE, PHRASE)
def test_two_texts_take_as_long_as_both(words, one, other):
    """Lengths add up: two texts together take as long as each by itself."""
    both = words.seconds(one) + words.seconds(other)
    assert math.isclose(words.seconds(f"{one} {other}"), both, abs_tol=0.002)


@given(PHRASE, WORD)
def test_a_longer_text_takes_longer(words, text, more):
    """Every further word and every further sentence end takes time of its own."""
    assert words.seconds(text) > 0
    assert words.seconds(f"{text} {more}") > words.seconds(text)
    assert words.seconds(f"{text}.") > words.seconds(text)
    assert words.seconds(f"{text},") > words.seconds(text)


@given(PHRASE)
def test_case_and_spacing_take_no_time(words, text):
    """Capitals and line ends are not heard."""
    assert words.seconds(text.upper()) == words.seconds(text)
    assert words.seconds(text.replace(" ", "\n  ")) == words.seconds(text)


@given(st.text())
def test_any_text_has_a_length(words, text):
    """What people say comes back in answers: whatever it is, its length is a time."""
    assert 0 <= words.seconds(text) < math.inf


def test_both_kinds_of_apostrophe_are_alike(words):
    """A name takes the same time however its apostrophe was typed."""
    assert words.seconds("child\u2019s pose") == words.seconds("child's pose")


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Five.", 0.2, 0.6),
        ("Bring your right knee towards your chest.", 2.0, 3.5),
        ("Welcome back. Yesterday you stopped in the middle of child's pose.", 3.0, 5.5),
    ],
)
def test_lengths_are_those_of_a_calm_voice(words, text, least, most):
    """About a hundred and sixty words a minute, so that a count can follow a count each second."""
    assert least < words.seconds(text) < most


def test_every_sentence_of_the_content_is_short_enough_for_the_floor(words):
    """No sentence takes longer than twelve seconds: nobody with closed eyes remembers more."""
    stretches = words.language.stretches.values()
    texts = [
        text
        for each in stretches
        for text in (*each.steps, *each.brief, *each.switch, *each.again, each.release, each.felt)
    ]
    longest = max(texts, key=words.seconds)
    assert words.seconds(longest) < 12, longest
