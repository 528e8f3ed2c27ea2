"""The content as one file of records, which a build puts in place of `content/`.

It is a pickle, read in 1.8 ms. Reading and checking the TOML files takes 51 ms, and importing the
modules for that 10 ms more; parsing the same records as JSON alone would take 2.8 ms. The file lies
beside the code that it was made with, and nothing else is ever unpickled.
"""

import pickle
from hashlib import sha256
from pathlib import Path

from skill.errors import ContentError
from skill.library.language import Language
from skill.library.records import Library

Content = tuple[Library, dict[str, Language]]
"""The library, and the words of every locale, the first locale first."""

COMPILED = Path(__file__).resolve().parent.parent / "_data" / "content.pickle"

SUM = sha256().digest_size
"""How many bytes of the file are the sum over the rest."""

PROTOCOL = 4
"""Read by every Python since 3.4: the Python that builds need not be the one that runs."""


def write_compiled(content: Content, path: Path) -> None:
    """Write the content to a file, after a sum over it; equal content gives equal bytes."""
    pickled = pickle.dumps(content, PROTOCOL)
    path.write_bytes(sha256(pickled).digest() + pickled)


def read_compiled() -> Content:
    """The content of this build.

    Raises:
        ContentError: This is no build, there is no such file; or it is damaged.
    """
    try:
        written = COMPILED.read_bytes()
    except OSError as error:
        raise ContentError(
            [f"{COMPILED}: it cannot be read ({error.strerror}): build the function with make build"]
        ) from None
    digest, pickled = written[:SUM], written[SUM:]
    if sha256(pickled).digest() != digest:
        raise ContentError([f"{COMPILED}: it is damaged: build the function again with make build"])
    content: Content = pickle.loads(pickled)  # noqa: S301 - this very build's file, as it was written
    return content
