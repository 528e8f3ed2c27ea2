"""What is said during a hold, a breath and a movement, second by second.

The seconds are exact whatever is said: words count as part of the hold, and silence fills the rest. Only
where silence is scarce, one repetition of a movement is a moment shorter.
"""

from collections.abc import Callable, Iterable, Sequence
from math import ceil

from skill.coach.practice.cues.aloud import in_breaths, in_numbers
from skill.coach.practice.cues.cues import (
    Cue,
    Said,
    Silence,
    length,
)
from skill.coach.practice.place import Place
from skill.words import Words

Mark = tuple[float, str]
"""Seconds from the beginning of the effort, and the text that is said there."""

FIVE, THREE = 5, 3
"""How many seconds are counted at the end of a hold."""

COUNT_FIVE_FROM, COUNT_THREE_FROM = 15.0, 8.0
"""The shortest holds, in seconds, that end with a count of five or of three: a count that fills half
of a hold does not help."""

Fill = Callable[[Words, float, Place], list[Cue]]
"""What so many seconds between two marks, which begin at a place, are filled with."""

SOON = 0.05
"""Seconds by which a mark may be late before it is dropped."""


def hold_cues(
    words: Words,
    place: Place,
    seconds: float,
    held: float,
    begin: str,
    middle: Sequence[tuple[int, str]] = (),
    *,
    last: int = FIVE,
    aloud: bool = False,
) -> tuple[Cue, ...]:
    """The rest of a hold.

    Args:
        words: The language.
        place: The hold's place.
        seconds: How long the hold is in all.
        held: How much of it is over.
        begin: What is said at its beginning.
        middle: What is said after that, each with the seconds that are left then.
        last: How many seconds are counted at the end, where the hold is long enough.
        aloud: Breathe aloud in between, and be silent for moments only.
    """
    told = [(0.0, begin), *((seconds - left, text) for left, text in middle)]
    count = _count_at_once(words, seconds) if aloud else _count(words, seconds, last)
    marks = [*told, *count]
    return _spoken_along(words, place, seconds, held, marks, _breathed if aloud else _silently)


STAY_QUIET = 10
"""Seconds at most between two words of a hold that lasts until a word, as Alexa allows one silence."""


def stay_cues(
    words: Words, place: Place, seconds: float, held: float, *, aloud: bool = False
) -> tuple[Cue, ...]:
    """The rest of a hold that lasts until a word: nothing is counted, as there is no end to count to."""
    marks: list[Mark] = [(0.0, words.say("hold_begin", place.repetition))]
    parts = ceil((seconds - held) / STAY_QUIET)
    for number in range(parts - 1):
        at = held + (number + 1) * (seconds - held) / parts
        marks.append((at, words.say("stay_quiet", number)))
    return _spoken_along(words, place, seconds, held, marks, _breathed if aloud else _silently)


def breath_cues(
    words: Words,
    place: Place,
    breaths: Sequence[tuple[str, str]],
    seconds_each: float,
    held: float,
    *,
    aloud: bool = False,
) -> tuple[Cue, ...]:
    """The rest of a hold that is counted in breaths, each told in and out."""
    marks: list[Mark] = []
    for breath, (inward, outward) in enumerate(breaths):
        begin = breath * seconds_each
        counted = breath == 0 and place.repetition > 1
        count = f"{words.say('movement_count', number=place.repetition)} " if counted else ""
        marks += [(begin, f"{count}{inward}"), (begin + seconds_each / 2, outward)]
    fill = _counted if aloud else _silently
    return _spoken_along(words, place, len(breaths) * seconds_each, held, marks, fill)


def movement_cues(
    words: Words,
    place: Place,
    seconds: float,
    held: float,
    texts: tuple[str, ...],
    *,
    counted: bool,
    aloud: bool = False,
) -> tuple[Cue, ...]:
    """The rest of one repetition of a movement, with its texts spread evenly over the whole.

    The second repetition and later ones begin with their number, if `counted`.
    """
    first = texts[0]
    if counted and place.repetition > 1:
        cue = words.grammar.inside(first)
        first = words.say("movement_counted", number=place.repetition, cue=cue)
    told = (first, *texts[1:])
    marks = [(number * seconds / len(told), text) for number, text in enumerate(told)]
    return _spoken_along(words, place, seconds, held, marks, _counted_only if aloud else _silently)


def _count(words: Words, seconds: float, most: int) -> list[Mark]:
    last = FIVE if seconds >= COUNT_FIVE_FROM else THREE if seconds >= COUNT_THREE_FROM else 0
    return [(seconds - left, words.say("count", number=left)) for left in range(min(last, most), 0, -1)]


def _count_at_once(words: Words, seconds: float) -> list[Mark]:
    """The last three in one breath, as there is to be no silence between them."""
    text = words.counting(THREE, 1)
    return [(seconds - words.seconds(text), text)] if seconds >= COUNT_THREE_FROM else []


def _spoken_along(
    words: Words, place: Place, seconds: float, held: float, marks: Iterable[Mark], fill: Fill
) -> tuple[Cue, ...]:
    """Words at their marks, and between them those that fill it or silence, from `held` to `seconds`.

    A mark that comes while the words before it still sound is dropped, and so is one that could not
    be said to its end.
    """
    cues: list[Cue] = []
    now = held
    for at, text in marks:
        takes = words.seconds(text)
        if at < now - SOON or at + takes > seconds:
            continue
        if at > now:
            cues += fill(words, at - now, place.after(now))
            now = at
        cues.append(Said(text, takes, place.after(now)))
        now += takes
    if seconds - now > 0:
        cues += fill(words, seconds - now, place.after(now))
    return tuple(cues)


def _silently(_: Words, seconds: float, place: Place) -> list[Cue]:
    return _rest(seconds, place)


def _breathed(words: Words, seconds: float, place: Place) -> list[Cue]:
    told = in_breaths(words, seconds, place)
    return [*told, *_rest(seconds - length(told), place.after(place.held + length(told)))]


def _counted(words: Words, seconds: float, place: Place) -> list[Cue]:
    told = in_numbers(words, seconds, place)
    return [*told, *_rest(seconds - length(told), place.after(place.held + length(told)))]


def _counted_only(words: Words, seconds: float, place: Place) -> list[Cue]:
    """As many numbers as fit. The moment that is left is shorter than another, and nobody waits for it.

    It comes twice in every repetition: sixteen of them took more silence than an answer may have.
    """
    return [*in_numbers(words, seconds, place)]


def _rest(seconds: float, place: Place) -> list[Cue]:
    left = round(seconds, 3)
    return [Silence(left, place)] if left > 0 else []
