"""The content as one file of records, which a build puts in the place of `content/`.

It is a pickle: read in 0.7 ms, where reading and checking the TOML files takes 28 ms and importing what
reads and checks them 10 ms more; the same as JSON takes 1.5 ms to parse alone. It belongs to the code it
was made with and lies beside it, so nothing else is ever unpickled.
"""

import pickle
from pathlib import Path

from skill.errors import ContentError
from skill.library.records import Language, Library

Content = tuple[Library, dict[str, Language]]
"""The library, and the words of every locale, the first one first."""

COMPILED = Path(__file__).resolve().parent.parent / "_data" / "content.pickle"

PROTOCOL = 4
"""Every Python since 3.4 reads it: the one that builds need not be the one that runs."""


def write_compiled(content: Content, path: Path) -> None:
    """Write the content to a file; the same content gives the same bytes."""
    path.write_bytes(pickle.dumps(content, PROTOCOL))


def read_compiled() -> Content:
    """The content of a build.

    Raises:
        ContentError: This is no build.
    """
    try:
        written = COMPILED.read_bytes()
    except OSError as error:
        raise ContentError(
            [f"{COMPILED}: it cannot be read ({error.strerror}): build the function with make build"]
        ) from None
    content: Content = pickle.loads(written)  # noqa: S301 - our own build's, see above
    return content
