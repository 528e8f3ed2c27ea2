"""Long silences, cut by words: Alexa allows ten seconds, and after more a listener feels left alone."""

from skill.coach.practice.cues import Cue, Said, Silence
from skill.coach.practice.place import Place
from skill.words import Words

LONGEST_SILENCE = 10.0
"""Seconds that one silence may last: what Alexa allows one `<break>` (`docs/platform.md`)."""


def quiet(seconds: float, place: Place | None, words: Words, filler: str, variant: int = 0) -> list[Cue]:
    """Quiet as cues: silences of at most `LONGEST_SILENCE`, and a filler's words between two.

    Args:
        seconds: How long in all, the fillers' words included.
        place: Where in the practice it belongs.
        words: The language.
        filler: The prompt spoken between two silences.
        variant: Which of its wordings comes first.
    """
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
