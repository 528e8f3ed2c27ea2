"""What is said during a hold, a breath and a movement, second by second.

The seconds are exact whatever is said: words count as part of the hold, and silence fills the rest.
"""

from collections.abc import Callable, Iterable, Sequence

from skill.coach.practice.aloud import in_breaths, in_numbers
from skill.coach.practice.cues import Cue, Said, Silence
from skill.coach.practice.place import Place
from skill.words import Words

Mark = tuple[float, str]
"""Seconds from the beginning of the effort, and the text that is said there."""

FIVE, THREE = 5, 3
"""How many seconds are counted at the end of a hold."""

COUNT_FIVE_FROM, COUNT_THREE_FROM = 15.0, 8.0
"""The shortest holds, in seconds, that end with a count of five or of three: a count that fills half
of a hold does not help."""

Fill = Callable[[Words, float, Place], list[Said]]
"""What is said in so many seconds between two marks, where there is to be no silence."""

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
    return _spoken_along(words, place, seconds, held, marks, in_breaths if aloud else _silently)


STAY_QUIET = 10
"""Seconds between two words of a hold that lasts until a word, as much as Alexa allows one silence."""


def stay_cues(
    words: Words, place: Place, seconds: float, held: float, *, aloud: bool = False
) -> tuple[Cue, ...]:
    """The rest of a hold that lasts until a word: nothing is counted, as there is no end to count to."""
    marks: list[Mark] = [(0.0, words.say("hold_begin", place.repetition))]
    for number, at in enumerate(range(STAY_QUIET, int(seconds), STAY_QUIET)):
        marks.append((held + at, words.say("stay_quiet", number)))
    return _spoken_along(words, place, seconds, held, marks, in_breaths if aloud else _silently)


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
    fill = in_numbers if aloud else _silently
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
    return _spoken_along(words, place, seconds, held, marks, in_numbers if aloud else _silently)


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
        length = words.seconds(text)
        if at < now - SOON or at + length > seconds:
            continue
        if at > now:
            cues += _between(words, place.after(now), at - now, fill)
            now = at
        cues.append(Said(text, length, place.after(now)))
        now += length
    if seconds - now > 0:
        cues += _between(words, place.after(now), seconds - now, fill)
    return tuple(cues)


def _between(words: Words, place: Place, seconds: float, fill: Fill) -> list[Cue]:
    """Exactly so many seconds: what fills them, and silence for the rest."""
    told = fill(words, seconds, place)
    over = sum(said.seconds for said in told)
    rest = round(seconds - over, 3)
    return [*told, *([Silence(rest, place.after(place.held + over))] if rest > 0 else [])]


def _silently(_: Words, __: float, ___: Place) -> list[Said]:
    return []
