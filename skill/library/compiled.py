"""The content as a few files of records, which a build puts in place of `content/`.

One has the library and the names of the locales; each language has its own beside it, which is read once
somebody speaks that language. They are pickles: the library and English are read in 1.8 ms. Reading and
checking the TOML files takes 51 ms, and importing the modules for that 10 ms more; parsing the same
records as JSON alone would take 2.8 ms. The files lie beside the code that they were made with, and
nothing else is ever unpickled.
"""

import pickle
from hashlib import sha256
from pathlib import Path
from typing import Any

from skill.errors import ContentError
from skill.library.language import Language
from skill.library.locales import Locales
from skill.library.records import Library

Content = tuple[Library, Locales[Language]]
"""The library, and the words of every locale, the default locale first."""

COMPILED = Path(__file__).resolve().parent.parent / "_data" / "content.pickle"

SUM = sha256().digest_size
"""How many bytes of the file are the sum over the rest."""

PROTOCOL = 4
"""Read by every Python since 3.4: the Python that builds need not be the one that runs."""


def write_compiled(content: Content, path: Path) -> None:
    """Write the content to a file, and each language to one beside it; equal content gives equal bytes.

    Raises:
        ContentError: With every problem of a language's files.
    """
    library, spoken = content
    _write((library, dict(spoken.tags)), path)
    for tag in dict.fromkeys(spoken.tags.values()):
        _write(dict(spoken.of(tag)), _beside(path, tag))


def read_compiled() -> Content:
    """The content of this build.

    Raises:
        ContentError: This is no build, there is no such file; or it is damaged. For the file of a
            language, once it is asked for.
    """
    path = COMPILED
    library, tags = _read(path)
    return library, Locales(tags, lambda tag: _read(_beside(path, tag)))


def _beside(path: Path, tag: str) -> Path:
    return path.with_name(f"{path.stem}.{tag}{path.suffix}")


def _write(records: object, path: Path) -> None:
    """Write records to a file, after a sum over them."""
    pickled = pickle.dumps(records, PROTOCOL)
    path.write_bytes(sha256(pickled).digest() + pickled)


def _read(path: Path) -> Any:  # noqa: ANN401 - what `_write` was given
    try:
        written = path.read_bytes()
    except OSError as error:
        raise ContentError(
            [f"{path}: it cannot be read ({error.strerror}): build the function with make build"]
        ) from None
    digest, pickled = written[:SUM], written[SUM:]
    if sha256(pickled).digest() != digest:
        raise ContentError([f"{path}: it is damaged: build the function again with make build"])
    return pickle.loads(pickled)  # noqa: S301 - this very build's file, as it was written
