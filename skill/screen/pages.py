"""What is said as pages of a screen, each shown from the second on at which its first words are said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from skill.coach.practice.cues.cues import Cue, Said, length
from skill.coach.practice.wordings.texts import sentences

COMMA, SPACE = re.compile(r"(?<=[,;:]) "), re.compile(" ")
"""Where a sentence may go on on the next page: after a comma, or else between two words."""


@dataclass(frozen=True)
class Page:
    """What stands on a screen until the next page is due."""

    at: float
    """Seconds from the answer's first word."""
    text: str
    question: str = ""
    """What is asked, below what is said; empty where that is on another page."""


def pages(answer: Sequence[Cue], prompt: Sequence[Cue], most: int) -> list[Page]:
    """The pages of an answer, with the question that ends it.

    Args:
        answer: What is said.
        prompt: What is asked after it.
        most: Characters that a page has room for.
    """
    found = _packed(_pieces(answer, 0.0, most), most)
    asked = _packed(_pieces(prompt, length(answer), most), most)
    if found and asked and len(found[-1].text) + len(asked[0].text) < most:
        found[-1] = replace(found[-1], question=asked.pop(0).text)
    return found + asked or [Page(0.0, "")]


def _pieces(cues: Sequence[Cue], at: float, most: int) -> Iterator[Page]:
    """Sentences, and parts of those that fill more than a page; what is longer is said for longer."""
    for cue in cues:
        if isinstance(cue, Said):
            begun = at
            for sentence in sentences(cue.text):
                for piece in _parted(sentence, most):
                    yield Page(round(begun, 3), piece)
                    begun += cue.seconds * len(piece) / len(cue.text)
        at += cue.seconds


def _parted(sentence: str, most: int) -> list[str]:
    if len(sentence) <= most:
        return [sentence]
    cuts = [
        [found.start() for found in where.finditer(sentence) if found.start() <= most]
        for where in (COMMA, SPACE)
    ]
    cut = next((at[-1] for at in cuts if at and at[-1] > most // 3), most)
    return [sentence[:cut], *_parted(sentence[cut:].lstrip(), most)]


def _packed(pieces: Iterator[Page], most: int) -> list[Page]:
    """As many pieces on a page as there is room for."""
    found: list[Page] = []
    for piece in pieces:
        if found and len(found[-1].text) + 1 + len(piece.text) <= most:
            found[-1] = replace(found[-1], text=f"{found[-1].text} {piece.text}")
        else:
            found.append(piece)
    return found
