"""The frames of an MP3 as their headers have them, by the standard and not by ours."""

from dataclasses import dataclass

from skill.sound.formats.frames import BIT_RATES, RATES

HEADER, SIDE_INFORMATION = 4, 9
"""Bytes of a frame's header, and of what follows it for one channel."""


@dataclass(frozen=True)
class Frame:
    """What is told at the beginning of one frame."""

    bit_rate: int
    """Thousands of bits a second."""
    rate: int
    """Samples a second."""
    leans: int
    """On how many bytes of the frames before it it leans."""


def frames_of(data: bytes) -> list[Frame]:
    """The frames of a stream of speech: MPEG 2, layer 3, one channel, nothing before or after them."""
    frames, at = list[Frame](), 0
    while at < len(data):
        head = data[at : at + HEADER + SIDE_INFORMATION]
        assert head[:2] == b"\xff\xf3"
        assert head[3] & 0xC0 == 0xC0
        bit_rate, rate = BIT_RATES[head[2] >> 4], RATES[head[2] >> 2 & 3]
        frames.append(Frame(bit_rate, rate, head[HEADER]))
        at += 72_000 * bit_rate // rate + (head[2] >> 1 & 1)
    assert at == len(data)
    return frames
