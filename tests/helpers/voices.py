"""Voices for tests: the real one of this machine, and one that is made of tones."""

import math
import shutil
from array import array

import pytest

from skill.sound.formats.samples import Samples
from skill.sound.voices.espeak import PROGRAM, Espeak
from skill.sound.voices.voice import Voice

RATE = 22_050


def espeak() -> Espeak:
    """espeak-ng; skips the test where it is missing."""
    if shutil.which(PROGRAM) is None:
        pytest.skip(f"{PROGRAM} is missing: apt-get install espeak-ng")
    return Espeak()


def tone(seconds: float, rate: int = RATE, lead: float = 0.2, tail: float = 0.3) -> Samples:
    """A tone, with silence around it."""
    sounding = (
        round(9000 * math.sin(n * 2 * math.pi * 440 / rate)) for n in range(round(seconds * rate))
    )
    values = [*([0] * round(lead * rate)), *sounding, *([0] * round(tail * rate))]
    return Samples(array("h", values).tobytes(), rate)


class Tones(Voice):
    """A twentieth of a second of tone for each letter; it remembers what it was asked for."""

    def __init__(self, name: str = "tones") -> None:
        self.asked: list[tuple[str, str]] = []
        self._name = name

    @property
    def name(self) -> str:
        """What it was called."""
        return self._name

    def speak(self, text: str, locale: str) -> Samples:
        """A tone as long as the sentence has letters."""
        self.asked.append((text, locale))
        return tone(len(text) / 20)
