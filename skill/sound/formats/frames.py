"""MP3 as frames: a frame of silence, and what is not ours, looked at without decoding it.

Frames of speech lean on the bytes of the frames before them (the "bit reservoir"), but the first frame
of an encoded sentence leans on none, and a frame of silence neither. So whole sentences and silences can
be put one after another in any order, and sound as each by itself: nothing is encoded anew.
"""

from skill.errors import SoundError

SAMPLES = 576
"""Samples of a frame at the rates of MPEG 2, which are those of speech."""

BIT_RATES = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
"""Thousands of bits a second, by the number in a frame's header."""

RATES = (22050, 24000, 16000)
"""Samples a second, by the number in a frame's header."""

MPEG_2_LAYER_3, MPEG_2_GUARDED, MONO = b"\xff\xf3", b"\xff\xf2", 0xC0
"""How a header begins, without a checksum behind it and with one; and one channel."""


def silent_frame(bit_rate: int, rate: int) -> bytes:
    """One frame of silence; at 24,000 samples a second all frames of a bit rate have the same size."""
    second = BIT_RATES.index(bit_rate) << 4 | RATES.index(rate) << 2
    return (MPEG_2_LAYER_3 + bytes((second, MONO | 0x04))).ljust(72_000 * bit_rate // rate, b"\0")


LAYER_3 = 1
FASTER = (0.5, 0, 1, 2)
"""How many times `RATES` the rates of a version of MPEG are, by the number in a frame's header."""

HEAD, SIDE = 4, 9
"""Bytes of a frame's header, and of what stands after it on one channel."""

NO_SOUND = (b"Xing", b"Info", b"VBRI")
"""What a frame says that only tells of the others."""


def bit_rate_of(frames: bytes) -> int:
    """Thousands of bits a second of some frames, by the first of them."""
    return BIT_RATES[frames[2] >> 4]


def joinable(data: bytes, rate: int) -> tuple[bytes, int]:
    """The frames of a sentence that somebody else encoded, without what is no sound, and their bit rate.

    Every frame is looked at, not the first alone: nothing says what another frame may have.

    Args:
        data: The file as it came.
        rate: Samples a second that it is to have.

    Raises:
        SoundError: They cannot be put between others, for the reason that the message gives.
    """
    at = _after_tag(data)
    frames = list[bytes]()
    while at < len(data) and not _is_end(data, at):
        try:
            size = _size_of(data[at : at + HEAD], rate)
        except SoundError as error:
            raise SoundError(f"frame {len(frames) + 1} {error}") from None
        frames.append(data[at : at + size])
        at += size
    if frames and any(mark in frames[0][: HEAD + SIDE + 40] for mark in NO_SOUND):
        del frames[0]
    if not frames:
        raise SoundError("it has no sound")
    sizes = sorted({len(frame) for frame in frames})
    if len(sizes) > 1:
        raise SoundError(f"its frames have several sizes, of {sizes[0]} to {sizes[-1]} bytes")
    if frames[0][HEAD + 2 * _is_guarded(frames[0])]:
        raise SoundError("its first frame leans on bytes before it")
    return b"".join(frames), sizes[0] * rate // 72_000


def _size_of(head: bytes, rate: int) -> int:
    """The bytes of a frame, by its header; raises what `joinable` raises."""
    if len(head) < HEAD or head[0] != 0xFF or head[1] >> 5 != 0b111 or head[1] >> 1 & 3 != LAYER_3:
        raise SoundError("is none of MP3")
    faster, number = FASTER[head[1] >> 3 & 3], head[2] >> 2 & 3
    found = RATES[number] * faster if faster and number < len(RATES) else 0
    if found != rate:
        raise SoundError(f"has {found:n} samples a second, and {rate:n} are wanted")
    if head[3] & MONO != MONO:
        raise SoundError("has two channels, and one is wanted")
    bit_rate = BIT_RATES[head[2] >> 4] if head[2] >> 4 < len(BIT_RATES) else 0
    if not bit_rate:
        raise SoundError("does not tell its bit rate")
    return 72_000 * bit_rate // rate + (head[2] >> 1 & 1)


def _is_end(data: bytes, at: int) -> bool:
    """Whether nothing comes from there on but a tag, or bytes without a meaning."""
    return data[at : at + 3] == b"TAG" or not data[at:].strip(b"\0")


def _after_tag(data: bytes) -> int:
    """Where the frames begin: after an ID3 tag, if there is one."""
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    a, b, c, d = data[6:10]
    return 10 + (a << 21 | b << 14 | c << 7 | d)


def _is_guarded(frame: bytes) -> bool:
    return frame[:2] == MPEG_2_GUARDED
