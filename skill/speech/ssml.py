"""Cues as SSML, with a `<break>` for every silence; and SSML back as words and seconds."""

import re
from collections.abc import Iterable
from functools import lru_cache
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from skill.coach.practice.cues.cues import Cue, Said
from skill.coach.practice.wordings.texts import sentences
from skill.words import Words

UNWRITABLE = r"[^\t\n\r -\uD7FF\uE000-\uFFFD]"
"""Characters that XML 1.0 does not allow; they can come in with people's words through a slot.
Compiling the pattern takes 5 ms: `re` does it once, when it is first used."""

SHORTEST_BREAK = 0.01
"""Seconds below which a silence is left out, since nobody hears it."""


def render(cues: Iterable[Cue]) -> str:
    """The cues as one SSML document; empty where there is nothing to say."""
    parts = [_part(cue) for cue in cues]
    spoken = " ".join(part for part in parts if part)
    return f"<speak>{spoken}</speak>" if spoken else ""


def words_of(ssml: str) -> str:
    """The plain words of an SSML document."""
    if not ssml:
        return ""
    return " ".join("".join(ET.fromstring(ssml).itertext()).split())  # noqa: S314 - made here


def seconds_of(ssml: str, words: Words) -> float:
    """How long an SSML document takes: breaks exactly, words as predicted."""
    if not ssml:
        return 0.0
    root = ET.fromstring(ssml)  # noqa: S314 - made here
    breaks = sum(_milliseconds(tag.get("time", "0ms")) for tag in root.iter("break")) / 1000
    return round(breaks + sum(words.seconds(text) for text in root.itertext()), 3)


def pieces_of(ssml: str, words: Words) -> list[tuple[str, float]]:
    """The parts of an SSML document in order: texts, empty ones for silences, with their seconds."""
    if not ssml:
        return []
    root = ET.fromstring(ssml)  # noqa: S314 - made here
    pieces = [(root.text or "", 0.0)]
    for tag in root:
        pieces += [("", _milliseconds(tag.get("time", "0ms")) / 1000), (tag.tail or "", 0.0)]
    texts = [(" ".join(text.split()), seconds) for text, seconds in pieces]
    return [(text, seconds or words.seconds(text)) for text, seconds in texts if text or seconds]


def sentences_of(ssml: str, words: Words) -> list[tuple[str, float]]:
    """The parts of an SSML document, texts cut into sentences, each with its share of the seconds."""
    return [
        (sentence, seconds * len(sentence) / letters if letters else seconds)
        for text, seconds in pieces_of(ssml, words)
        for told in [sentences(text) or [text]]
        for letters in [sum(map(len, told))]
        for sentence in told
    ]


def _part(cue: Cue) -> str:
    if isinstance(cue, Said):
        return _written(cue.text)
    return _break(cue.seconds)


@lru_cache(maxsize=1024)  # a practice is mostly silence, of a few lengths
def _break(seconds: float) -> str:
    return f'<break time="{round(seconds * 1000)}ms"/>' if seconds >= SHORTEST_BREAK else ""


@lru_cache(maxsize=1024)  # most of what is said in a practice is said again in its next answer
def _written(text: str) -> str:
    plain = text.isascii() and text.isprintable()
    return escape(text if plain else re.sub(UNWRITABLE, "", text))


def _milliseconds(time: str) -> int:
    return int(time.removesuffix("ms"))
