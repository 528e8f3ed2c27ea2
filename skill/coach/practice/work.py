"""What is said during a hold, a breath and a movement, second by second.

The seconds are exact whatever is said: words count as part of the hold, and silence fills the rest.
"""

from collections.abc import Iterable

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

SOON = 0.05
"""Seconds by which a mark may be late before it is dropped."""


def hold_cues(
    words: Words, place: Place, seconds: float, held: float, felt: str, *, quietly: bool = False
) -> tuple[Cue, ...]:
    """The rest of a hold.

    Args:
        words: The language.
        place: The hold's place.
        seconds: How long the hold is in all.
        held: How much of it is over.
        felt: What it should feel like, said at the beginning; empty to leave it out.
        quietly: Say what is left and nothing more.
    """
    begin = _begin(words, place)
    start = [(0.0, f"{begin} {felt}" if felt and seconds >= COUNT_FIVE_FROM else begin)]
    marks = [*start, *_tens(words, place, seconds, quietly=quietly), *_count(words, seconds)]
    return _spoken_along(words, place, seconds, held, marks)


def breath_cues(
    words: Words, place: Place, count: int, seconds_each: float, held: float
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
    return _spoken_along(words, place, count * seconds_each, held, marks)


def movement_cues(
    words: Words,
    place: Place,
    seconds: float,
    held: float,
    texts: tuple[str, ...],
    *,
    counted: bool,
) -> tuple[Cue, ...]:
    """The rest of one repetition of a movement, with its texts spread evenly over the whole.

    The second repetition and later ones begin with their number, if `counted`.
    """
    count = words.say("movement_count", number=place.repetition)
    first = f"{count} {texts[0]}" if counted and place.repetition > 1 else texts[0]
    told = (first, *texts[1:])
    marks = [(number * seconds / len(told), text) for number, text in enumerate(told)]
    return _spoken_along(words, place, seconds, held, marks)


def _begin(words: Words, place: Place) -> str:
    if place.repetition > 1 and place.side is not Side.RIGHT:
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


def _spoken_along(
    words: Words, place: Place, seconds: float, held: float, marks: Iterable[Mark]
) -> tuple[Cue, ...]:
    """Words at their marks and silence between them, from `held` to exactly `seconds`.

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
            cues.append(Silence(round(at - now, 3), place.after(now)))
            now = at
        cues.append(Said(text, length, place.after(now)))
        now += length
    if seconds - now > 0:
        cues.append(Silence(round(seconds - now, 3), place.after(now)))
    return tuple(cues)
