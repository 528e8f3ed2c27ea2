"""Silences: how long they are, and long ones cut by words.

Alexa allows ten seconds, and after more a listener feels left alone.
"""

from skill.coach.practice.cues.aloud import in_breaths
from skill.coach.practice.cues.cues import Cue, Said, Silence
from skill.coach.practice.place import Place
from skill.words import Words

LONGEST_SILENCE = 10.0
"""Seconds that one silence may last: what Alexa allows one `<break>` (`docs/platform.md`)."""

MOVEMENT = 2.5
"""Seconds that one movement takes, where a stretch says nothing else; ours."""

GETTING_DOWN = 4.0
"""Seconds that one movement from a position to another takes, such as one knee to the floor; ours."""

TO_ANSWER = 2.0
"""Seconds of quiet after each caution: whoever it concerns can say so; ours."""

A_MOMENT = 2.0
"""Seconds until a movement is under way, so that one can listen again to what asks for none; ours."""

BEFORE_LISTENING = 0.5
"""Seconds between the first movement on the way, done standing, and what is to be minded; ours."""

LIFTED_PAUSE = 3.0
"""Seconds of quiet once a foot is in the air: no longer for anybody, as they count on one leg; ours."""

RELEASE_PAUSE = 4.0
"""The least seconds of quiet after coming out of a stretch; ours."""

TO_LISTEN = 1.0
"""Seconds between what is going to be done and the first step, for whoever hears all the steps; ours."""

A_MOMENT_MORE = 2.0
"""Where silence is scarce: a pause of up to so many seconds, in which nobody moves, is left out."""

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
    if seconds <= A_MOMENT_MORE:
        return []
    if seconds <= SHORT_PAUSE:
        return [Silence(min(MOMENT, seconds), place)] if seconds > 0 else []
    return [Said(said.text, said.seconds, place) for said in in_breaths(words, seconds, place)]
