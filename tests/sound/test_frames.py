"""MP3 frames put one after another sound as each by itself."""

import pytest

from helpers.heard import decoded
from helpers.mp3_frames import frames_of
from helpers.voices import espeak
from skill.sound.formats.encoding import as_mp3
from skill.sound.formats.form import BIT_RATE, RATE
from skill.sound.formats.frames import SAMPLES, silent_frame
from skill.sound.formats.samples import trimmed

SENTENCES = ("Breathe out, and round your back.", "And hold.", "Five.", "Now the other side.")


def test_a_sentence_leans_on_nothing_before_it():
    """Its first frame needs no byte of another; those after it may lean on it."""
    for text in SENTENCES:
        frames = frames_of(as_mp3(trimmed(espeak().speak(text, "en-US"))))
        assert frames[0].leans == 0
        assert any(frame.leans for frame in frames)
        assert {(frame.bit_rate, frame.rate) for frame in frames} == {(BIT_RATE, RATE)}


def test_sentences_and_silences_join_without_a_trace():
    """Decoded together they give, sample for sample, what each gives by itself."""
    encoded = [as_mp3(trimmed(espeak().speak(text, "en-US"))) for text in SENTENCES]
    silence = silent_frame(BIT_RATE, RATE) * 9
    together = decoded(b"".join(part for each in encoded for part in (each, silence)))
    at = 0
    for each in encoded:
        alone = decoded(each)
        assert together[at : at + len(alone)] == alone
        at += len(alone) + 9 * SAMPLES
    assert len(together) == at


@pytest.mark.parametrize("bit_rate", [32, 40, 48, 64])
@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000])
def test_a_silent_frame_is_silent(bit_rate, rate):
    """Whatever its rates, it is a frame, and nothing is heard of it."""
    data = silent_frame(bit_rate, rate) * 20
    assert [(frame.bit_rate, frame.rate) for frame in frames_of(data)] == [(bit_rate, rate)] * 20
    assert not any(decoded(data))
