"""What a file says of itself: title, length and chapters, as an ID3 tag.

By https://id3.org/id3v2.4.0-structure and https://id3.org/id3v2-chapters-1.0. Written by hand: the
libraries that write chapters are licensed by the GPL, and this is all that is needed of them.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass

UTF_8 = b"\x03"
NO_OFFSET = 0xFFFF_FFFF
ORDERED_AND_TOP = 3
CONTENTS = b"chapters\0"


@dataclass(frozen=True)
class Chapter:
    """A part of a file."""

    title: str
    at: float
    """Seconds from the beginning of the file."""
    ends: float


@dataclass(frozen=True)
class Tags:
    """What a file says of itself."""

    title: str
    artist: str
    seconds: float
    chapters: Sequence[Chapter] = ()


def id3(tags: Tags) -> bytes:
    """The tag, as it stands before the frames of an MP3."""
    frames = [
        _text(b"TIT2", tags.title),
        _text(b"TPE1", tags.artist),
        _text(b"TALB", tags.artist),
        _text(b"TCON", "Speech"),
        _text(b"TLEN", str(round(tags.seconds * 1000))),
    ]
    if tags.chapters:
        names = [b"chapter%d\0" % number for number, _ in enumerate(tags.chapters, 1)]
        contents = CONTENTS + bytes((ORDERED_AND_TOP, len(names))) + b"".join(names)
        frames.append(_frame(b"CTOC", contents))
        frames += [_chapter(name, chapter) for name, chapter in zip(names, tags.chapters, strict=True)]
    body = b"".join(frames)
    return b"ID3\x04\x00\x00" + _size(len(body)) + body


def as_wav_chunk(tag: bytes) -> bytes:
    """The tag as it stands after the samples of a WAV file."""
    return b"id3 " + struct.pack("<I", len(tag)) + tag + b"\0" * (len(tag) % 2)


def _chapter(name: bytes, chapter: Chapter) -> bytes:
    at, ends = round(chapter.at * 1000), round(chapter.ends * 1000)
    times = struct.pack(">IIII", at, ends, NO_OFFSET, NO_OFFSET)
    return _frame(b"CHAP", name + times + _text(b"TIT2", chapter.title))


def _text(name: bytes, text: str) -> bytes:
    return _frame(name, UTF_8 + text.encode())


def _frame(name: bytes, body: bytes) -> bytes:
    return name + _size(len(body)) + b"\0\0" + body


def _size(size: int) -> bytes:
    """A size in seven bits of each byte, so that no player takes it for a frame of sound."""
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
