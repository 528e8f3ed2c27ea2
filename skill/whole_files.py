"""Files that are there as a whole or not at all."""

import os
from collections.abc import Iterable
from pathlib import Path


def write_whole(path: Path, text: str) -> Path:
    """Write a text beside where it belongs, then put it there; returns its path.

    Whatever stood there stays until then, and for good where that fails.

    Raises:
        OSError: It cannot be written there.
    """
    return write_whole_bytes(path, [text.encode()])


def write_whole_bytes(path: Path, parts: Iterable[bytes]) -> Path:
    """The same for bytes, written a part at a time: all of them need not be there at once.

    Raises:
        OSError: It cannot be written there.
    """
    # Two processes may write the same file: each its own, and the last one stays.
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with new.open("wb") as file:
            file.writelines(parts)
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return path
