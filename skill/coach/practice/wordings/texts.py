"""A stretch's texts: with the words of a side filled in, and a sentence at a time."""

import re

from skill.coach.practice.place import Side
from skill.words import Words

_SENTENCE_END = re.compile(r"(?<=[.?!]) ")


def sided(words: Words, text: str, side: Side | None) -> str:
    """A text of a stretch with the side's words filled in; as it is for a stretch without sides."""
    if side is None:
        return text
    return text.format(side=words.side(side), other=words.side(side.other))


def sentences(text: str) -> list[str]:
    """The sentences of a text; none of an empty one."""
    return _SENTENCE_END.split(text) if text else []
