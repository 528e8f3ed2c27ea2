"""What is said during a hold, a breath and a movement, second by second.

The seconds are exact whatever is said: words count as part of the hold, and silence fills the rest.
"""

from collections.abc import Callable, Iterable

from skill.coach.practice.aloud import in_breaths, in_numbers
from skill.coach.practice.cues import Cue, Said, Silence
from skill.coach.practice.place import Place, Side
from skill.words import Words

Mark = tuple[float, str]
"""Seconds from the beginning of the effort, and the text that is said there."""

MARK_EVERY = 10
"""Seconds between two marks: as much as `pauses.LONGEST_SILENCE` allows."""

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
    felt: str,
    *,
    opens: bool = True,
    quietly: bool = False,
    aloud: bool = False,
) -> tuple[Cue, ...]:
    """The rest of a hold.

    Args:
        words: The language.
        place: The hold's place.
        seconds: How long the hold is in all.
        held: How much of it is over.
        felt: What it should feel like, said at the beginning; empty to leave it out.
        opens: Whether it is the first hold of its repetition, so that the number is said.
        quietly: Say what is left and nothing more.
        aloud: Breathe aloud in between, and be silent for moments only.
    """
    begin = _begin(words, place, opens=opens)
    start = [(0.0, f"{begin} {felt}" if felt and seconds >= COUNT_FIVE_FROM else begin)]
    tens = _tens(words, place, seconds, quietly=quietly or aloud)
    count = _count_at_once(words, seconds) if aloud else _count(words, seconds)
    marks = [*start, *tens, *count]
    return _spoken_along(words, place, seconds, held, marks, in_breaths if aloud else _silently)


def breath_cues(
    words: Words, place: Place, count: int, seconds_each: float, held: float, *, aloud: bool = False
) -> tuple[Cue, ...]:
    """The rest of a hold that is counted in breaths."""
    marks: list[Mark] = []
    for breath in range(count):
        begin = breath * seconds_each
        last = breath == count - 1 and count > 1
        breathe_in = words.say("breathe_in_last" if last else "breathe_in", breath)
        if breath == 0 and place.repetition > 1:
            breathe_in = f"{words.say('movement_count', number=place.repetition)} {breathe_in}"
        marks += [
            (begin, breathe_in),
            (begin + seconds_each / 2, words.say("breathe_out", breath)),
        ]
    fill = in_numbers if aloud else _silently
    return _spoken_along(words, place, count * seconds_each, held, marks, fill)


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
    count = words.say("movement_count", number=place.repetition)
    first = f"{count} {texts[0]}" if counted and place.repetition > 1 else texts[0]
    told = (first, *texts[1:])
    marks = [(number * seconds / len(told), text) for number, text in enumerate(told)]
    return _spoken_along(words, place, seconds, held, marks, in_numbers if aloud else _silently)


def _begin(words: Words, place: Place, *, opens: bool) -> str:
    if place.repetition > 1 and opens:
        return words.say("hold_begin_again", place.repetition, number=place.repetition)
    return words.say("hold_begin", place.repetition + (place.side is Side.RIGHT))


def _tens(words: Words, place: Place, seconds: float, *, quietly: bool) -> list[Mark]:
    """A word every ten seconds, counted from the end: time left, halfway, a breath."""
    marks = []
    turn = place.repetition + (place.side is Side.RIGHT)
    for left in range(MARK_EVERY, int(seconds), MARK_EVERY):
        if left * 2 == seconds and left > MARK_EVERY:
            text = words.say("hold_halfway", turn)
        elif left == MARK_EVERY:
            text = words.say("hold_ten_left", turn, seconds=left)
        elif (left // MARK_EVERY) % 2 and not quietly:
            text = words.say("hold_breathe", turn + left // MARK_EVERY)
        else:
            text = words.say("hold_left", turn, seconds=left)
        marks.append((seconds - left, text))
    return marks[::-1]


def _count(words: Words, seconds: float) -> list[Mark]:
    last = 5 if seconds >= COUNT_FIVE_FROM else 3 if seconds >= COUNT_THREE_FROM else 0
    return [(seconds - left, words.say("count", number=left)) for left in range(last, 0, -1)]


def _count_at_once(words: Words, seconds: float) -> list[Mark]:
    """The last three in one breath, as there is to be no silence between them."""
    text = words.counting(3, 1)
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
