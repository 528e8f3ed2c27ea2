"""Where in the practice somebody is at every second of a stream: as JSON, beside the sound."""

import math
from typing import Any

from skill.coach.practice.cues.cues import Cue, Said
from skill.sound.laying_out import Laid, Sound


def places_of(laid: Laid) -> dict[str, Any]:
    """Every cue with the moment at which it begins, and for every second its cue's number, from 0."""
    sounds = laid.sounds
    ends = [*(sound.at for sound in sounds[1:]), laid.seconds]
    rows = [_row(sound, end) for sound, end in zip(sounds, ends, strict=True)]
    number, seconds = 0, list[int]()
    for second in range(math.ceil(laid.seconds)):
        while number + 1 < len(sounds) and sounds[number + 1].at <= second:
            number += 1
        seconds.append(number)
    return {"cues": rows, "seconds": seconds}


def _row(sound: Sound, end: float) -> dict[str, Any]:
    cue = sound.cue
    return {
        "at": round(sound.at, 3),
        "seconds": round(end - sound.at, 3),
        "says": cue.text if isinstance(cue, Said) else None,
        "left_out": sound.is_left_out,
        "place": _place(cue),
    }


def _place(cue: Cue) -> dict[str, Any] | None:
    place = cue.place
    if place is None:
        return None
    return {
        "item": place.item + 1,
        "stretch": place.stretch or None,
        "phase": place.phase,
        "repetition": place.repetition,
        "side": place.side,
        "held": place.held,
    }
