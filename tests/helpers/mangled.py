"""Bytes and JSON spoilt in one or a few places, by lot: the same ones every time."""

import json
import random
from collections.abc import Iterator
from typing import Any

ODD = (
    *(b"\x00", b"\xff", b"\r\n", b"\n", b" ", b"%", b",", b":", b"-", b"\xc3\xa9", b"9" * 30, b"[" * 50),
    *(b"-1", b"{", b'"', b"\\ud800", b"\x80", b"\x1b", b"x" * 300),
)
"""What may stand anywhere."""

VALUES: tuple[Any, ...] = (
    *(None, True, -1, 0, 1e308, float("nan"), 10**400, "", "\ud800", "\0", "x" * 5_000, "é", "…"),
    *("9999-12-31T23:59:59Z", "0001-01-01T00:00:00+23:59", "2026-02-30", [], [[]], {}, {"": None}),
)
"""What a value of JSON may be instead."""


def bytes_like(whole: bytes, number: int, seed: str) -> Iterator[bytes]:
    """So many variants of some bytes: places changed, taken out, put in, doubled, or cut off."""
    lot = random.Random(seed)
    for _ in range(number):
        spoilt = bytearray(whole)
        for _ in range(lot.choice((1, 1, 1, 2, 5))):
            at = lot.randrange(len(spoilt) or 1)
            match lot.randrange(5):
                case 0:
                    spoilt[at : at + 1] = bytes((lot.randrange(256),))
                case 1:
                    del spoilt[at : at + lot.choice((1, 2, 8, 40))]
                case 2:
                    spoilt[at:at] = lot.choice(ODD)
                case 3:
                    spoilt[at:at] = spoilt[at : at + lot.choice((1, 8, 100))]
                case 4 if lot.random() < 0.3:
                    del spoilt[at:]
        yield bytes(spoilt)


def json_like(whole: Any, number: int, seed: str) -> Iterator[bytes]:
    """So many variants of a JSON value, as text: a value changed or taken out, or the text itself."""
    lot = random.Random(seed)
    text = json.dumps(whole).encode()
    for spoilt in bytes_like(text, number, seed):
        if lot.random() < 0.3:
            yield spoilt
            continue
        changed = json.loads(text)
        inner = changed
        while isinstance(inner, dict) and inner:
            key = lot.choice(sorted(inner))
            if not isinstance(inner[key], dict) or lot.random() < 0.3:
                if lot.random() < 0.2:
                    del inner[key]
                else:
                    inner[key] = lot.choice(VALUES)
                break
            inner = inner[key]
        yield json.dumps(changed).encode()
