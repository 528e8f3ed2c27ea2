"""Time told in words: for a device on which there may be next to no silence.

Breaths and numbers, because they are what a person lying there can do something with; they come at their
own speed, so that what is left after them is a moment and no pause.
"""

from functools import lru_cache

from skill.coach.practice.cues.cues import Said, length
from skill.coach.practice.place import Place
from skill.words import Words

COUNTS = 4
"""How many wordings a breath in or out has, from the longest to the shortest: `breathe_aloud_in`."""

HIGHEST = 20
"""The number at which nobody listens any more; no gap is as long."""


def in_breaths(words: Words, seconds: float, place: Place | None) -> list[Said]:
    """Whole breaths, counted, for as many of the seconds as they fill; the last one is short.

    Always in and then out: whoever breathes along is not to be told to breathe in twice.
    """
    told: list[Said] = []
    while breath := _breath(words, seconds - length(told)):
        for text in breath:
            told.append(_said(words, text, place, length(told)))
    return told


def in_numbers(words: Words, seconds: float, place: Place | None) -> list[Said]:
    """Numbers from two on, for as many of the seconds as they fill: one is what was said before them."""
    fits = [text for text, takes in _numbers(words) if takes <= seconds]
    return [_said(words, fits[-1], place, 0.0)] if fits else []


@lru_cache(maxsize=64)
def _numbers(words: Words) -> tuple[tuple[str, float], ...]:
    """The numbers from two on, each time with one more, with the seconds of the words."""
    counted = [words.counting(2, last) for last in range(2, HIGHEST)]
    return tuple((text, words.seconds(text)) for text in counted)


def _breath(words: Words, seconds: float) -> tuple[str, ...]:
    """The longest breath, in and out, that fits; nothing where none does."""
    return next((texts for texts, takes in _breaths(words) if takes <= seconds), ())


@lru_cache(maxsize=64)
def _breaths(words: Words) -> tuple[tuple[tuple[str, str], float], ...]:
    """Every breath, in and out, with the seconds of its words, from the longest to the shortest."""
    outs = [words.say("breathe_aloud_out", shorter) for shorter in range(COUNTS)]
    pairs = [
        (words.say("breathe_aloud_in", shorter), breathe_out)
        for shorter in range(COUNTS)
        for breathe_out in outs[shorter : shorter + 2]
    ]
    return tuple(((one, two), words.seconds(one) + words.seconds(two)) for one, two in pairs)


def _said(words: Words, text: str, place: Place | None, after: float) -> Said:
    there = place.after(place.held + after) if place is not None else None
    return Said(text, words.seconds(text), there)
