"""The files of the page, under an address that changes with them: browsers keep them for ever.

The address has a sum over all of them, so the modules find each other by their plain names, and a page
of one release never meets the modules of another.
"""

import mimetypes
from functools import cache
from hashlib import sha256
from pathlib import Path

from flask import Response, request
from werkzeug.exceptions import NotFound

from skill.library.loading import data_folder

STATIC = Path(__file__).parent / "static"
TEMPLATES = Path(__file__).parent / "templates"
FIGURES = Path(__file__).parent.parent.parent / "figures"

FOR_EVER = "public, max-age=31536000, immutable"
SUM = 16
"""How many letters of the sum stand in an address."""

TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
"""What a machine's own table of types may have otherwise, or not at all."""


@cache
def release() -> str:
    """A sum over everything that the page is made of: files, templates, figures, and all words."""
    total = sha256()
    for folder in (STATIC, TEMPLATES, FIGURES, data_folder("content")):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                total.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:SUM]


@cache
def names() -> tuple[str, ...]:
    """The names of the files."""
    return tuple(sorted(path.name for path in STATIC.iterdir() if path.is_file()))


def static_file(release_asked: str, name: str) -> Response:
    """A file of the page.

    Raises:
        NotFound: There is none of this name.
    """
    if name not in names():
        raise NotFound
    return kept_for_ever(_contents(name), _type(name), release_asked)


def kept_for_ever(body: bytes, kind: str, release_asked: str) -> Response:
    """An answer that browsers may keep, unless it was asked for by a page of another release."""
    answer = Response(body, mimetype=kind)
    if release_asked == release():
        answer.headers["Cache-Control"] = FOR_EVER
    return answer


def takes_gzip() -> bool:
    """Whether the browser takes a zipped answer."""
    return request.accept_encodings["gzip"] > 0


@cache
def _contents(name: str) -> bytes:
    return (STATIC / name).read_bytes()


def _type(name: str) -> str:
    return TYPES.get(Path(name).suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
