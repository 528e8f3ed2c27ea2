"""How sound is written: in units of equal length and size, samples of a WAV file or frames of an MP3."""

from dataclasses import dataclass

from skill.sound.formats.frames import SAMPLES, silent_frame
from skill.sound.formats.samples import WIDTH

RATE, BIT_RATE = 24_000, 40
"""Samples a second and thousands of bits a second of our MP3: speech loses nothing that is heard, half
an hour is 9 MB, and at this rate every frame has the same size."""


@dataclass(frozen=True)
class Form:
    """One way to write sound."""

    seconds: float
    """How long a unit sounds."""
    silence: bytes
    """A unit of silence; every unit has its size."""

    def units(self, data: bytes) -> int:
        """How many units some sound has."""
        return len(data) // len(self.silence)

    def nearest(self, seconds: float) -> int:
        """A length in units, the nearest there is."""
        return round(seconds / self.seconds)


def wav(rate: int) -> Form:
    """The samples of a WAV file."""
    return Form(1 / rate, bytes(WIDTH))


def mp3(bit_rate: int = BIT_RATE) -> Form:
    """The frames of an MP3 at 24,000 samples a second."""
    return Form(SAMPLES / RATE, silent_frame(bit_rate, RATE))
