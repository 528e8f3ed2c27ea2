"""MP3 as frames, and a frame of silence.

Frames of speech lean on the bytes of the frames before them (the "bit reservoir"), but the first frame
of an encoded sentence leans on none, and a frame of silence neither. So whole sentences and silences can
be put one after another in any order, and sound as each by itself: nothing is encoded anew.
"""

SAMPLES = 576
"""Samples of a frame at the rates of MPEG 2, which are those of speech."""

BIT_RATES = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
"""Thousands of bits a second, by the number in a frame's header."""

RATES = (22050, 24000, 16000)
"""Samples a second, by the number in a frame's header."""

MPEG_2_LAYER_3, MONO = b"\xff\xf3", 0xC0


def silent_frame(bit_rate: int, rate: int) -> bytes:
    """One frame of silence; at 24,000 samples a second all frames of a bit rate have the same size."""
    second = BIT_RATES.index(bit_rate) << 4 | RATES.index(rate) << 2
    return (MPEG_2_LAYER_3 + bytes((second, MONO | 0x04))).ljust(72_000 * bit_rate // rate, b"\0")
