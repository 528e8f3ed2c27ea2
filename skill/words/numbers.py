"""Numbers, lengths of time and lists as people say them.

Own code rather than a library: those there are either read digits as a bank does or import every
language they know. The coach needs only nought to nine hundred and ninety-nine.
"""

from collections.abc import Sequence

from skill.library.language import Phrases

MINUTE, HOUR = 60, 3600


def number(phrases: Phrases, value: int) -> str:
    """A whole number from 0 to 999 in words; larger ones stay digits."""
    if value < 0 or value > 999:
        return str(value)
    if value < len(phrases.numbers):
        return phrases.numbers[value]
    hundreds, rest = divmod(value, 100)
    if hundreds:
        head = phrases.hundred.format(number=phrases.numbers[hundreds])
        return f"{head} {phrases.both} {number(phrases, rest)}" if rest else head
    tens, ones = divmod(value, 10)
    return phrases.tens[tens - 2] + (f"-{phrases.numbers[ones]}" if ones else "")


def counting(phrases: Phrases, first: int, last: int) -> str:
    """Numbers in a row, up or down, as a sentence: `Two, three, four` with a full stop."""
    step = 1 if last >= first else -1
    row = ", ".join(number(phrases, value) for value in range(first, last + step, step))
    return f"{row[:1].upper()}{row[1:]}."


def ordinal(phrases: Phrases, value: int) -> str:
    """`first` for 1, as far as the language has words; a plain number beyond."""
    if 1 <= value <= len(phrases.ordinals):
        return phrases.ordinals[value - 1]
    return number(phrases, value)


def times(phrases: Phrases, value: int) -> str:
    """How often: `once`, `twice`, `five times`."""
    named = {1: "once", 2: "twice"}.get(value)
    if named is not None:
        return phrases.times[named]
    return phrases.times["times"].format(number=number(phrases, value))


def duration(phrases: Phrases, seconds: float) -> str:
    """A length of time in words: `a minute and a half`, `forty-five seconds`, `one hour`.

    To the second; from an hour on to the minute, as people say it.
    """
    whole = round(seconds)
    if whole == MINUTE * 3 // 2:
        return phrases.durations["minute_and_a_half"]
    if whole >= HOUR:
        whole = MINUTE * round(whole / MINUTE)
    minutes, left = divmod(whole, MINUTE)
    hours, minutes = divmod(minutes, HOUR // MINUTE)
    counted = (("hour", hours), ("minute", minutes), ("second", left))
    parts = [_counted(phrases, unit, value) for unit, value in counted if value]
    match parts:
        case []:
            return _counted(phrases, "second", 0)
        case [only]:
            return only
        case _:
            return phrases.durations["and"].format(longer=parts[0], shorter=parts[1])


def stretches(phrases: Phrases, value: int) -> str:
    """So many stretches: `one stretch`, `five stretches`."""
    return _counted(phrases, "stretch", value)


def roughly(seconds: float) -> int:
    """Seconds rounded as people round them: to 5 from ten seconds on, to 15 from a minute on."""
    for least, step in ((600, 60), (120, 30), (60, 15), (10, 5)):
        if seconds >= least:
            return step * round(seconds / step)
    return max(1, round(seconds))


def listing(items: Sequence[str], joint: str) -> str:
    """`a`, `a or b`, `a, b, or c`: with a comma before the last, since it is heard and not read."""
    if len(items) <= 2:
        return f" {joint} ".join(items)
    return f"{', '.join(items[:-1])}, {joint} {items[-1]}"


def _counted(phrases: Phrases, unit: str, value: int) -> str:
    forms = phrases.counted[unit]
    return forms["one"] if value == 1 else forms["many"].format(number=number(phrases, value))
