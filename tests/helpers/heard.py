"""Sound as it is heard: decoded, and cut into what sounds and what does not."""

import wave
from array import array
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import miniaudio

WINDOW = 0.002
"""About how many seconds are listened to at once."""

LOUD = 250
"""The sample from which on something sounds: more than what MP3 leaves of silence."""


@dataclass(frozen=True)
class Heard:
    """A file as it is heard."""

    seconds: float
    window: float
    """Seconds that were listened to at once."""
    sounding: tuple[bool, ...]
    """Whether anything sounds, window by window."""

    def begins(self, near: float) -> float:
        """The moment next to one at which something begins to sound, after 40 ms of silence at least."""
        return min(self.onsets, key=lambda at: abs(at - near))

    @cached_property
    def onsets(self) -> list[float]:
        """The moments at which something begins to sound."""
        found, quiet = list[float](), 1.0
        for number, sounds in enumerate(self.sounding):
            if sounds and quiet >= 0.04:
                found.append(number * self.window)
            quiet = 0.0 if sounds else quiet + self.window
        return found

    @cached_property
    def silences(self) -> list[tuple[float, float]]:
        """Where it is silent for half a second at least: from when, and for how long."""
        found, since = list[tuple[float, float]](), None
        for number, sounds in enumerate((*self.sounding, True)):
            if not sounds and since is None:
                since = number * self.window
            elif sounds and since is not None:
                if number * self.window - since >= 0.5:
                    found.append((since, number * self.window - since))
                since = None
        return found


def heard(path: Path) -> Heard:
    """What is heard of a file, MP3 or WAV."""
    if path.suffix == ".wav":
        with wave.open(str(path)) as file:
            samples, rate = array("h", file.readframes(file.getnframes())), file.getframerate()
    else:
        rate = 24_000
        samples = decoded(path.read_bytes())
    step = round(rate * WINDOW)
    slices = (samples[at : at + step] for at in range(0, len(samples), step))
    sounding = tuple(max(each) >= LOUD or min(each) <= -LOUD for each in slices)
    return Heard(len(samples) / rate, step / rate, sounding)


def decoded(data: bytes) -> "array[int]":
    """An MP3 as a player decodes it."""
    return miniaudio.decode(data, nchannels=1, sample_rate=24_000).samples
