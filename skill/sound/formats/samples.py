"""Sound as samples: one channel, sixteen bits, as voices give it and as WAV files hold it."""

import io
import struct
import sys
import wave
from array import array
from dataclasses import dataclass

from skill.errors import VoiceError

WIDTH = 2
"""Bytes of a sample."""

QUIET = 104
"""The loudest sample that counts as silence: 50 decibels below the loudest there is; ours."""

BEFORE, AFTER = 0.005, 0.03
"""Seconds that are left of the silence before the first sound and after the last; ours."""

HEADER = 44
"""Bytes of a WAV file before its samples, as we write them."""


@dataclass(frozen=True)
class Samples:
    """Some sound."""

    data: bytes
    """The samples, little-endian."""
    rate: int
    """How many there are in a second."""

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.data) / (WIDTH * self.rate)


def trimmed(samples: Samples) -> Samples:
    """The sound without the silence around it; empty where nothing sounds."""
    values = _values(samples.data)
    first = next((n for n, value in enumerate(values) if abs(value) > QUIET), None)
    if first is None:
        return Samples(b"", samples.rate)
    last = len(values) - next(n for n, value in enumerate(reversed(values)) if abs(value) > QUIET)
    start = max(0, first - round(BEFORE * samples.rate))
    end = last + round(AFTER * samples.rate)
    return Samples(samples.data[start * WIDTH : end * WIDTH], samples.rate)


def read_wav(data: bytes, whose: str) -> Samples:
    """The sound of a WAV file; of several channels their mean.

    A program that writes to a pipe cannot know the length in the header: what is there counts.

    Args:
        data: The file.
        whose: The voice that it comes from, for the error.

    Raises:
        VoiceError: It is none, or one that we do not read.
    """
    try:
        with wave.open(io.BytesIO(data)) as file:
            channels, width, rate = file.getnchannels(), file.getsampwidth(), file.getframerate()
            frames = file.readframes(len(data))
    except (wave.Error, EOFError, struct.error):
        raise VoiceError(
            f"{whose} gave no WAV file: it has to write one to its standard output"
        ) from None
    if width != WIDTH or rate <= 0:
        raise VoiceError(f"{whose} gave samples of {width * 8} bits: it has to give 16")
    frames = frames[: len(frames) - len(frames) % (WIDTH * channels)]
    return Samples(frames if channels == 1 else _mixed(frames, channels), rate)


def wav_header(size: int, rate: int, more: int = 0) -> bytes:
    """The first bytes of a WAV file.

    Args:
        size: Bytes of the samples after it.
        rate: Samples a second.
        more: Bytes of what follows the samples.
    """
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        b"RIFF",
        size + more + HEADER - 8,
        b"WAVE",
        b"fmt ",
        16,
        1,
        1,
        rate,
        rate * WIDTH,
        WIDTH,
        8 * WIDTH,
        b"data",
        size,
    )


def _values(data: bytes) -> "array[int]":
    values = array("h", data)
    if sys.byteorder == "big":
        values.byteswap()
    return values


def _mixed(frames: bytes, channels: int) -> bytes:
    values = _values(frames)
    mixed = array(
        "h", (sum(values[n : n + channels]) // channels for n in range(0, len(values), channels))
    )
    if sys.byteorder == "big":
        mixed.byteswap()
    return mixed.tobytes()
