"""Sentences that were spoken once: a folder of WAV files, and of what was encoded of them.

A file is named by a hash of the voice, the locale and the sentence. One that is damaged is made anew.
"""

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from skill.errors import SettingError, VoiceError
from skill.sound.formats.encoding import as_mp3
from skill.sound.formats.form import BIT_RATE, RATE
from skill.sound.formats.frames import silent_frame
from skill.sound.formats.samples import HEADER, WIDTH, Samples, read_wav, trimmed, wav_header
from skill.sound.laying_out import Spoken
from skill.sound.voices.voice import Voice
from skill.whole_files import write_whole_bytes

HASHED_AS = "1"
"""Changed where the same sentence is to be made anew, as it is trimmed or encoded otherwise."""

SAME = 3
"""How many bytes all our frames begin with alike."""


@dataclass
class KeptSentences:
    """The sentences of one voice in one locale; each is spoken when it is first needed."""

    folder: Path
    voice: Voice
    locale: str
    _known: dict[str, Spoken] = field(default_factory=dict)
    """Those that were asked for, by the names of their files."""

    def is_kept(self, text: str) -> bool:
        """Whether a sentence need not be spoken and encoded any more."""
        return all(self._path(text, ending).is_file() for ending in ("wav", "mp3"))

    def as_mp3(self, text: str) -> Spoken:
        """A sentence as frames of MP3.

        Raises:
            VoiceError: It cannot be spoken.
            SettingError: It cannot be kept.
        """
        path = self._path(text, "mp3")
        if path.name not in self._known:
            seconds = _seconds_of(self._path(text, "wav"))
            encoded = _encoded_in(path) if seconds is not None else None
            if encoded is None or seconds is None:
                samples = self.samples(text)
                encoded, seconds = as_mp3(samples), samples.seconds
                self._keep(path, encoded)
            self._known[path.name] = Spoken(encoded, seconds)
        return self._known[path.name]

    def as_wav(self, text: str) -> Spoken:
        """A sentence as samples; raises what `as_mp3` raises."""
        name = self._path(text, "wav").name
        if name not in self._known:
            samples = self.samples(text)
            self._known[name] = Spoken(samples.data, samples.seconds)
        return self._known[name]

    def file(self, text: str) -> Path:
        """The WAV file of a sentence; raises what `as_mp3` raises."""
        path = self._path(text, "wav")
        if _seconds_of(path) is None:
            self.samples(text)
        return path

    def samples(self, text: str) -> Samples:
        """A sentence as it was spoken, without the silence around it; raises what `as_mp3` raises."""
        path = self._path(text, "wav")
        if _seconds_of(path) is not None:
            return read_wav(path.read_bytes(), "a kept sentence")
        samples = trimmed(self.voice.speak(text, self.locale))
        if not samples.data:
            raise VoiceError(f"{self.voice.name} says nothing for {text!r}: give another --voice")
        self._keep(path, wav_header(len(samples.data), samples.rate) + samples.data)
        return samples

    def _keep(self, path: Path, data: bytes) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole_bytes(path, [data])
        except OSError as error:
            raise SettingError(
                f"cannot keep sentences in {self.folder}: {error.strerror or error};"
                " make room, or give another --kept"
            ) from None

    def _path(self, text: str, ending: str) -> Path:
        told = f"{HASHED_AS}\0{self.voice.name}\0{self.locale}\0{text}"
        hashed = sha256(told.encode()).hexdigest()[:40]
        return self.folder / hashed[:2] / f"{hashed[2:]}.{ending}"


def _seconds_of(path: Path) -> float | None:
    """How long a kept sentence is heard; None where it is not there, or not whole."""
    try:
        with path.open("rb") as file:
            head, size = file.read(HEADER), path.stat().st_size - HEADER
    except OSError:
        return None
    rate = int.from_bytes(head[24:28], "little")
    is_whole = size > 0 and rate > 0 and head == wav_header(size, rate)
    return size / (WIDTH * rate) if is_whole else None


def _encoded_in(path: Path) -> bytes | None:
    """What was encoded of a sentence; None where it is not there, or not what we encode.

    All of our frames have the same size, and begin with the same bytes.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return None
    frame = silent_frame(BIT_RATE, RATE)
    count, rest = divmod(len(data), len(frame))
    same = all(data[n :: len(frame)] == frame[n : n + 1] * count for n in range(SAME))
    return data if count and not rest and same else None
