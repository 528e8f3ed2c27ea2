"""A practice as a file: MP3 or WAV, with its chapters."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from skill.coach.practice.cues.cues import Cue, Silence
from skill.errors import SettingError, VoiceError
from skill.sound.formats import form
from skill.sound.formats.samples import wav_header
from skill.sound.formats.tags import Chapter, Tags, as_wav_chunk, id3
from skill.sound.joining import joined
from skill.sound.keeping import KeptSentences
from skill.sound.laying_out import Laid, lay_out, sentences_in
from skill.whole_files import write_whole_bytes

MP3, WAV = ".mp3", ".wav"
"""How the files end that can be written."""

AFTER = Silence(1.0)
"""What follows the last word, so that no player cuts it off; ours."""

ARTIST = "Limber Back"

Told = Callable[[int, int], object]
"""Is told how many sentences are there by now, and of how many."""


@dataclass(frozen=True)
class Programme:
    """What is rendered."""

    title: str
    before: str
    """The title of what comes before the first stretch."""
    names: Sequence[str]
    """The titles of the stretches, in order."""
    pause: float
    """Seconds between two sentences."""
    cues: Sequence[Cue]


def laid_for(programme: Programme, kept: KeptSentences, ending: str, told: Told) -> Laid:
    """A practice in time, once every sentence of it has been spoken.

    Args:
        programme: The practice.
        kept: Where its sentences are kept.
        ending: `MP3` or `WAV`.
        told: See `Told`.

    Raises:
        VoiceError: A sentence cannot be spoken.
        SettingError: One cannot be kept.
    """
    cues = (*programme.cues, AFTER)
    texts = sentences_in(cues)
    speak = kept.as_mp3 if ending == MP3 else kept.as_wav
    for number, text in enumerate(texts, 1):
        speak(text)
        told(number, len(texts))
    written = form.mp3() if ending == MP3 else form.wav(_rate_of(kept, texts))
    return lay_out(cues, written, speak, programme.pause)


def write_file(path: Path, programme: Programme, laid: Laid) -> Path:
    """Write a practice that is laid out; there is a whole file at the end, or none.

    Raises:
        SettingError: It cannot be written there.
    """
    try:
        return write_whole_bytes(path, written(programme, laid, path.suffix.lower()))
    except OSError as error:
        raise SettingError(
            f"cannot write {path}: {error.strerror or error}; make room, or give another --out"
        ) from None


def chapters_of(programme: Programme, laid: Laid) -> tuple[Chapter, ...]:
    """The parts of a practice: what comes before it, and each stretch."""
    begins = [(0.0, programme.before)]
    for sound in laid.sounds:
        place = sound.cue.place
        if place is not None and place.item == len(begins) - 1 < len(programme.names):
            begins.append((sound.at, programme.names[place.item]))
    if len(begins) > 1 and begins[1][0] == 0.0:
        del begins[0]
    ends = [*(at for at, _ in begins[1:]), laid.seconds]
    return tuple(Chapter(title, at, end) for (at, title), end in zip(begins, ends, strict=True))


def written(programme: Programme, laid: Laid, ending: str) -> Iterator[bytes]:
    """The bytes of the file, a sentence or a silence at a time; `ending` is `MP3` or `WAV`."""
    tag = id3(Tags(programme.title, ARTIST, laid.seconds, chapters_of(programme, laid)))
    if ending == MP3:
        yield tag
        yield from joined(laid)
        return
    chunk = as_wav_chunk(tag)
    size = laid.units * len(laid.form.silence)
    yield wav_header(size, round(1 / laid.form.seconds), more=len(chunk))
    yield from joined(laid)
    yield chunk


def _rate_of(kept: KeptSentences, texts: Sequence[str]) -> int:
    rates = {kept.samples(text).rate for text in texts}
    if len(rates) != 1:
        raise VoiceError(
            f"{kept.voice.name} gives {' and '.join(map(str, sorted(rates)))} samples a second:"
            " a WAV file has one rate, write an MP3 instead"
        )
    return rates.pop()
