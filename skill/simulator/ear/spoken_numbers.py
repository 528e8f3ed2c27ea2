"""Number words, lengths of time and times of day → the values that Alexa would send.

Understands words and digits. Words that do not parse to their end are no number.
"""

from collections.abc import Iterable, Sequence

from skill.simulator.ear.hearing import NumberWords

HALF_OF = {"M": ("S", 30), "H": ("M", 30), "D": ("H", 12)}
"""Half a unit of time, in the next smaller unit."""

ONE = ("a", "an")
HALF = "half"
AND = "and"
HUNDRED = "hundred"
ROUND = {"thousand": 1000, "million": 1_000_000}
"""Words that people use for very many: they are understood as a number, so that the coach can ask."""
QUARTER_HOURS = {"quarter": 15, "half": 30}
QUARTERS_OF = {"quarter of": 15, "three quarters of": 45}
"""Parts of an hour, in minutes."""
DATE_UNITS = "WD"
HOURS = 24
SECONDS = 60


def number(words: Sequence[str], known: NumberWords) -> int | None:
    """A whole number: "forty five", "a hundred and twenty", "45", "a million"; None for no number."""
    if len(words) == 1 and words[0].isdecimal():
        return int(words[0])
    if words and words[-1] in ROUND:
        head = [word for word in words[:-1] if word not in ONE]
        count = number(head, known) if head else 1
        return count * ROUND[words[-1]] if count else None
    if HUNDRED in words:
        return _hundreds(words, words.index(HUNDRED), known)
    named = known.values.get(" ".join(words))
    if named is not None:
        return named
    if len(words) == 2:
        tens, ones = (known.values.get(word, 0) for word in words)
        if tens >= 20 and tens % 10 == 0 and 0 < ones < 10:
            return tens + ones
    return None


def _hundreds(words: Sequence[str], place: int, known: NumberWords) -> int | None:
    head = [word for word in words[:place] if word not in ONE]
    tail = [word for word in words[place + 1 :] if word != AND]
    count = number(head, known) if head else 1
    rest = number(tail, known) if tail else 0
    if count is None or rest is None or not 0 < count < 10 or rest >= 100:
        return None
    return 100 * count + rest


def duration(words: Sequence[str], known: NumberWords) -> str | None:
    """A length of time in ISO 8601, in the units that were said: "a minute and a half" → PT1M30S."""
    *quarters, last = [word for word in words if word not in ONE] or [""]
    minutes = QUARTERS_OF.get(" ".join(quarters))
    if minutes and known.units.get(last) == "H":
        return f"PT{minutes}M"
    amounts: dict[str, int] = {}
    rest = list(words)
    while rest:
        part = _duration_part(rest, known, amounts)
        if not part:
            return None
        rest = rest[part:]
        if len(rest) > 1 and rest[0] == AND:
            rest = rest[1:]
    return _iso(amounts)


def _duration_part(rest: list[str], known: NumberWords, amounts: dict[str, int]) -> int:
    """Add the first part of what is left to the amounts; returns how many words it has, or 0."""
    for end, word in enumerate(rest):
        if word in known.units:
            return end + 1 if _add(rest[:end], word, known, amounts) else 0
    last = next(reversed(amounts), None)
    bare = [word for word in rest if word not in ONE]
    if bare == [HALF] and last in HALF_OF:  # "an hour and a half"
        _add_half(last, amounts)
        return len(rest)
    seconds = number(rest, known)
    if last == "M" and seconds is not None and "S" not in amounts:  # "a minute thirty"
        amounts["S"] = seconds
        return len(rest)
    return 0


def _add(before: list[str], named: str, known: NumberWords, amounts: dict[str, int]) -> bool:
    unit = known.units[named]
    bare = [word for word in before if word not in ONE]
    halved = HALF in bare
    if halved:  # "half a minute", "one and a half minutes"
        bare = [word for word in bare if word not in (HALF, AND)]
        if unit not in HALF_OF:
            return False
    count = number(bare, known) if bare else int(not halved)
    if not bare and not halved and named not in known.single_units:
        return False
    if count is None or unit in amounts:
        return False
    if count or not halved:
        amounts[unit] = count
    if halved:
        _add_half(unit, amounts)
    return True


def _add_half(unit: str, amounts: dict[str, int]) -> None:
    below, amount = HALF_OF[unit]
    amounts[below] = amounts.get(below, 0) + amount


def _iso(amounts: dict[str, int]) -> str | None:
    if not amounts:
        return None
    days = "".join(f"{amounts[unit]}{unit}" for unit in DATE_UNITS if unit in amounts)
    clock = "".join(f"{amounts[unit]}{unit}" for unit in "HMS" if unit in amounts)
    return f"P{days}T{clock}" if clock else f"P{days}"


def below_a_minute(length: str) -> bool:
    """Whether a length of time in ISO 8601 has only seconds, and fewer than sixty."""
    seconds = length.removeprefix("PT").removesuffix("S")
    return seconds.isdecimal() and int(seconds) < SECONDS


def time_of_day(words: Sequence[str], known: NumberWords) -> str | None:
    """A time of day as `HH:MM`: "half past seven in the evening" → 19:30."""
    text = " ".join(word for word in words if word not in {"the", "oclock"})
    if text in known.hours:
        return f"{known.hours[text]:02}:00"
    if not any(word.isdecimal() or word in known.values for word in words):
        return None
    for ending in (*known.afternoon, *known.morning):
        if text.endswith(f" {ending}"):
            clock = _clock(text.removesuffix(f" {ending}").split(), known)
            return _shown(clock, after_noon=ending in known.afternoon, twelve_hours=True)
    clock = _clock(text.split(), known)
    return _shown(clock, after_noon=False, twelve_hours=False)


def later(clock: str, words: Iterable[str], known: NumberWords) -> str:
    """The time, moved after noon where one of these words says so: "eight … every evening"."""
    hour, minute = clock.split(":")
    if not 0 < int(hour) < HOURS // 2 or known.later.isdisjoint(words):
        return clock
    return f"{int(hour) + HOURS // 2}:{minute}"


def _clock(words: Sequence[str], known: NumberWords) -> tuple[int, int] | None:
    """Hour and minute of "seven", "seven thirty", "half past seven", "ten to eight"."""
    for place, word in enumerate(words):
        if word in {"past", "to"}:
            head = [part for part in words[:place] if part not in ONE]
            minutes = QUARTER_HOURS.get(" ".join(head)) or number(head, known)
            hour = number(words[place + 1 :], known)
            if minutes is None or hour is None:
                return None
            return (hour, minutes) if word == "past" else ((hour - 1) % HOURS, 60 - minutes)
    if len(words) > 1 and words[0] == HALF:  # "half seven": a British half past
        hour = number(words[1:], known)
        return (hour, 30) if hour is not None else None
    whole = number(words, known)
    if whole is not None:
        return (whole, 0) if whole <= HOURS else None
    for split in range(len(words) - 1, 0, -1):
        hour, minutes = number(words[:split], known), number(words[split:], known)
        if hour is not None and minutes is not None:
            return hour, minutes
    return None


def _shown(clock: tuple[int, int] | None, *, after_noon: bool, twelve_hours: bool) -> str | None:
    if clock is None:
        return None
    hour, minutes = clock
    if twelve_hours and hour <= 12:
        hour = hour % 12 + 12 * after_noon
    if not (0 <= hour < HOURS and 0 <= minutes < 60):
        return None
    return f"{hour:02}:{minutes:02}"
