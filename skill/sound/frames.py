"""MP3 as frames: where each begins, how long it sounds, and a frame of silence.

Frames of speech lean on the bytes of the frames before them (the "bit reservoir"), but the first frame
of an encoded sentence leans on none, and a frame of silence neither. So whole sentences and silences can
be put one after another in any order, and sound as each by itself: nothing is encoded anew.
"""

from dataclasses import dataclass

from skill.errors import VoiceError

SAMPLES = 576
"""Samples of a frame at the rates of MPEG 2, which are those of speech."""

BIT_RATES = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
"""Thousands of bits a second, by the number in a frame's header."""

RATES = (22050, 24000, 16000)
"""Samples a second, by the number in a frame's header."""

SYNC, SIDE_INFORMATION = 4, 9
"""Bytes of a frame's header, and of what follows it for one channel."""

MPEG_2_LAYER_3, MONO = b"\xff\xf3", 0xC0


@dataclass(frozen=True)
class Frame:
    """The header of one frame."""

    bit_rate: int
    """Thousands of bits a second."""
    rate: int
    """Samples a second."""
    size: int
    """Bytes, the header included."""
    leans: int
    """On how many bytes of the frames before it it leans."""

    @property
    def seconds(self) -> float:
        """How long it sounds."""
        return SAMPLES / self.rate


def frames_of(data: bytes) -> list[Frame]:
    """The frames of a stream.

    Raises:
        VoiceError: It is no stream of frames for speech, or is cut off.
    """
    frames, at = list[Frame](), 0
    while at < len(data):
        head = data[at : at + SYNC + SIDE_INFORMATION]
        known = head[:2] == MPEG_2_LAYER_3 and len(head) == SYNC + SIDE_INFORMATION
        number, kind = (head[2] >> 4, head[2] >> 2 & 3) if known else (0, 3)
        if not 0 < number < len(BIT_RATES) or kind >= len(RATES) or head[3] & MONO != MONO:
            raise VoiceError("this is no MP3 of speech: it has to be MPEG 2, layer 3, one channel")
        size = 72_000 * BIT_RATES[number] // RATES[kind] + (head[2] >> 1 & 1)
        frames.append(Frame(BIT_RATES[number], RATES[kind], size, head[SYNC]))
        at += size
    if at != len(data):
        raise VoiceError("this MP3 is cut off in a frame")
    return frames


def silent_frame(bit_rate: int, rate: int) -> bytes:
    """One frame of silence; at 24,000 samples a second all frames of a bit rate have the same size."""
    second = BIT_RATES.index(bit_rate) << 4 | RATES.index(rate) << 2
    return (MPEG_2_LAYER_3 + bytes((second, MONO | 0x04))).ljust(72_000 * bit_rate // rate, b"\0")
