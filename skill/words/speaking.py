"""How long a text takes to say.

Alexa does not tell. The estimate counts syllables, words, commas and ends of sentences, each with a
weight from the language's `speaking.toml`; the weights were fitted to espeak-ng at 160 words a minute.
"""

import re
from functools import lru_cache

from skill.library.language import Speaking

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@lru_cache(maxsize=4096)
def seconds_to_say(text: str, speaking: Speaking) -> float:
    """The seconds that a text takes to say, to the millisecond, with the pause at its end."""
    words = [word.lower() for word in WORD.findall(text)]
    if not words:
        return 0.0
    syllables = sum(_syllables(word, speaking) for word in words)
    commas = text.count(",")
    sentences = sum(map(text.count, ".?!"))
    return round(
        syllables * speaking.syllable
        + len(words) * speaking.word
        + commas * speaking.comma
        + sentences * speaking.sentence,
        3,
    )


@lru_cache(maxsize=4096)  # a language has few words, and numbers make many texts of them
def _syllables(word: str, speaking: Speaking) -> int:
    groups = len(re.findall(f"[{speaking.vowels}]+", word))
    silent_end = speaking.silent_e and word.endswith("e") and not word.endswith("le")
    return max(1, groups - silent_end)
