"""Long silences, cut by words: Alexa allows ten seconds, and after more a listener feels left alone."""

from skill.coach.practice.aloud import in_breaths
from skill.coach.practice.cues import Cue, Said, Silence
from skill.coach.practice.place import Place
from skill.words import Words

LONGEST_SILENCE = 10.0
"""Seconds that one silence may last: what Alexa allows one `<break>` (`docs/platform.md`)."""

MOMENT, SHORT_PAUSE = 0.5, 3.0
"""Where silence is scarce: the seconds that are left of a pause of up to so many."""


def quiet(
    seconds: float,
    place: Place | None,
    words: Words,
    filler: str,
    variant: int = 0,
    *,
    aloud: bool = False,
) -> list[Cue]:
    """Quiet as cues: silences of at most `LONGEST_SILENCE`, and a filler's words between two.

    Args:
        seconds: How long in all, the fillers' words included.
        place: Where in the practice it belongs.
        words: The language.
        filler: The prompt spoken between two silences.
        variant: Which of its wordings comes first.
        aloud: Silence is scarce: short pauses are but a moment, and longer ones are breathed aloud.
    """
    if aloud:
        return _spoken(seconds, place, words)
    cues: list[Cue] = []
    left = seconds
    while left > LONGEST_SILENCE:
        text = words.say(filler, variant + len(cues) // 2)
        said = Said(text, words.seconds(text), place)
        pause = min(LONGEST_SILENCE - 2, (left - said.seconds) / 2)
        cues += [Silence(round(pause, 3), place), said]
        left -= pause + said.seconds
    if left > 0:
        cues.append(Silence(round(left, 3), place))
    return cues


def _spoken(seconds: float, place: Place | None, words: Words) -> list[Cue]:
    if seconds <= SHORT_PAUSE:
        return [Silence(min(MOMENT, seconds), place)] if seconds > 0 else []
    return [Said(said.text, said.seconds, place) for said in in_breaths(words, seconds, place)]
