"""What was laid out, as bytes: sentences and silences one after another."""

from collections.abc import Iterator

from skill.sound.laying_out import Laid


def joined(laid: Laid) -> Iterator[bytes]:
    """The stream, a sentence or a silence at a time: as WAV, half an hour has 80 MB."""
    written, silence = 0, laid.form.silence
    for sound in laid.sounds:
        for at, data in sound.pieces:
            yield silence * (at - written)
            yield data
            written = at + laid.form.units(data)
    yield silence * (laid.units - written)
