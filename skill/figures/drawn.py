"""Figures that are drawn: what a build puts beside the compiled content, a file for each stretch.

A turn reads the file of its stretch and draws nothing. Beside it on Lambda lies only what it takes to
write a picture down, `skill/figures/writers/avg.py`.
"""

import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from skill.errors import ContentError
from skill.figures.records import Way
from skill.figures.shapes import Picture, Theme

DRAWN = Path(__file__).resolve().parent.parent / "_data" / "figures"
"""Where a build has them."""

PROTOCOL = 4
"""Of pickle: read by every Python since 3.4."""

SUM = sha256().digest_size


@dataclass(frozen=True)
class DrawnFigure:
    """The pictures of one stretch."""

    way: Way
    """Which frame the body is in after each thing that is said."""
    ways: Mapping[str, Way]
    """The same for the easier ways that have frames of their own."""
    left: Mapping[str, Picture]
    """Every frame by its name."""
    right: Mapping[str, Picture]
    themes: Mapping[str, Theme]
    """The colours: `light`, `dark` and `contrast`."""


def write_drawn(figure: DrawnFigure, path: Path) -> None:
    """Write a figure to a file, after a sum over it; an equal figure gives equal bytes."""
    pickled = pickle.dumps(figure, PROTOCOL)
    path.write_bytes(sha256(pickled).digest() + pickled)


def read_drawn(stretch: str, folder: Path = DRAWN) -> DrawnFigure:
    """The figure of a stretch, by the stretch's id.

    Raises:
        ContentError: This is no build, or its file is damaged.
    """
    path = folder / f"{stretch}.pickle"
    try:
        written = path.read_bytes()
    except OSError as error:
        raise ContentError(
            [f"{path}: it cannot be read ({error.strerror}): build the function with make build"]
        ) from None
    if sha256(written[SUM:]).digest() != written[:SUM]:
        raise ContentError([f"{path}: it is damaged: build the function again with make build"])
    figure: DrawnFigure = pickle.loads(written[SUM:])  # noqa: S301 - this very build's file, as written
    return figure
