"""The generated part of `docs/sound.md`: how much is spoken once, before anybody asks for it."""

from skill.sound.everything import every_sentence
from spoken_words import LIBRARY, NOW, WORDS


def everything() -> str:
    """How much English is, as `limber sounds build --count` counts it; takes some seconds."""
    texts = every_sentence(LIBRARY, WORDS, NOW)
    return f"In English that is {len(texts)} sentences of {sum(map(len, texts)):,} characters."
