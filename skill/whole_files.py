"""Files that are there as a whole or not at all."""

from pathlib import Path


def write_whole(path: Path, text: str) -> Path:
    """Write a text beside where it belongs, then put it there; returns its path.

    Whatever stood there stays until then, and for good where that fails.

    Raises:
        OSError: It cannot be written there.
    """
    new = path.with_name(f".{path.name}.new")
    try:
        new.write_text(text, encoding="utf-8", newline="\n")
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
    return path
