"""Cues as SSML, and SSML back as words, seconds and pieces."""

import math
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.practice.cues.cues import (
    Said,
    Silence,
    length,
    spoken_text,
)
from skill.speech.ssml import SHORTEST_BREAK, pieces_of, render, seconds_of, words_of

PAUSES = st.floats(0, 10)
SENTENCES = st.lists(
    st.sampled_from(
        ["Breathe in.", "And out, slowly.", "Five.", "R & R?", "Is <b> 3 > 2?", "It's \"child's pose\"."]
    ),
    min_size=1,
).map(" ".join)


@pytest.fixture(scope="module")
def said(words):
    """Makes a cue of words, with the length they are predicted to take."""
    return lambda text: Said(text, words.seconds(text))


def cues_of(words, parts):
    """Texts and pauses as cues."""
    return [
        Said(part, words.seconds(part)) if isinstance(part, str) else Silence(part) for part in parts
    ]


def test_nothing_is_no_document():
    """Where nothing is said there is no speech, not an empty document that Alexa would refuse."""
    assert render([]) == ""
    assert render([Silence(0)]) == ""
    assert render([Said("", 0)]) == ""


def test_words_and_pauses_stand_in_their_order(said):
    """Pauses are breaks, in whole milliseconds."""
    cues = [said("Breathe in."), Silence(2.5), said("And out."), Silence(0.6284), said("Again.")]
    assert render(cues) == (
        '<speak>Breathe in. <break time="2500ms"/> And out. <break time="628ms"/> Again.</speak>'
    )


def test_a_pause_that_nobody_hears_is_left_out(said):
    """A sliver of silence that rounding has left becomes no break."""
    cues = [said("One."), Silence(SHORTEST_BREAK / 2), said("Two.")]
    assert render(cues) == "<speak>One. Two.</speak>"


def test_what_xml_would_take_for_its_own_is_escaped(said):
    """Words of people that come back in answers may hold anything, and stay plain words."""
    ssml = render([said('Rock & roll <break time="10s"/> ]]> "pose"')])
    assert ssml == '<speak>Rock &amp; roll &lt;break time="10s"/&gt; ]]&gt; "pose"</speak>'
    assert words_of(ssml) == 'Rock & roll <break time="10s"/> ]]> "pose"'


@pytest.mark.parametrize("code", [0x00, 0x08, 0x0B, 0x1F, 0xD800, 0xFFFE, 0xFFFF])
def test_characters_that_xml_has_no_place_for_are_dropped(said, code):
    """A control character in a slot does not cost the whole answer."""
    ssml = render([said(f"child{chr(code)}s pose")])
    assert ssml == "<speak>childs pose</speak>"


@given(st.lists(st.one_of(st.text(), PAUSES)))
def test_every_document_is_well_formed_and_has_two_kinds_of_tag(words, parts):
    """Whatever is said, Alexa gets XML with nothing but <speak> and <break> in it."""
    ssml = render(cues_of(words, parts))
    if not ssml:
        return
    ssml.encode("utf-8")
    root = ET.fromstring(ssml)  # noqa: S314 - our own
    assert root.tag == "speak"
    assert not root.attrib
    for tag in root:
        assert (tag.tag, list(tag), tag.text) == ("break", [], None)
        assert tag.attrib.keys() == {"time"}
        assert re.fullmatch(r"[1-9]\d*ms", tag.get("time"))


@given(st.lists(st.text()))
def test_every_word_comes_back(words, texts):
    """Nothing but control characters is lost on the way, and nothing is added."""
    kept = re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd]", "", " ".join(texts))
    assert words_of(render(cues_of(words, texts))).split() == kept.split()


@given(st.lists(st.one_of(SENTENCES, PAUSES), max_size=40))
def test_a_document_is_as_long_as_its_cues(words, parts):
    """A document is as long as its cues, so that the display and the coach agree on the time."""
    cues = cues_of(words, parts)
    off = 0.0006 * len(cues) + sum(cue.seconds for cue in cues if cue.seconds < SHORTEST_BREAK)
    assert math.isclose(seconds_of(render(cues), words), length(cues), abs_tol=off)


@given(st.lists(st.one_of(SENTENCES, PAUSES), max_size=40))
def test_pieces_are_the_document_in_its_order(words, parts):
    """What the terminal shows piece by piece is all that is said, and takes as long."""
    cues = cues_of(words, parts)
    ssml = render(cues)
    pieces = pieces_of(ssml, words)
    assert " ".join(text for text, _ in pieces if text) == words_of(ssml) == spoken_text(cues)
    off = 0.002 * (len(pieces) + 1)
    assert math.isclose(sum(seconds for _, seconds in pieces), seconds_of(ssml, words), abs_tol=off)


def test_pieces_are_texts_and_silences(words, said):
    """Each text with its predicted length, each silence as an empty text with its exact one."""
    ssml = render([said("Breathe in."), Silence(2.5), said("Out."), Silence(1)])
    assert pieces_of(ssml, words) == [
        ("Breathe in.", words.seconds("Breathe in.")),
        ("", 2.5),
        ("Out.", words.seconds("Out.")),
        ("", 1.0),
    ]


def test_no_document_has_no_words_and_takes_no_time(words):
    """An answer without speech is read back as silence, not refused."""
    assert words_of("") == ""
    assert seconds_of("", words) == 0.0
    assert pieces_of("", words) == []
