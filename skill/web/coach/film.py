"""A stretch as the page moves it: every frame as SVG, and the pictures on the ways between them."""

import gzip
import json
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from skill import bootstrap
from skill.figures.captions import Captions
from skill.figures.records import HOLD, START, Way
from skill.figures.shapes import Picture
from skill.figures.writers.svg import drawing, view_box

BETWEEN = 9
"""Pictures on the way from one frame to another: with the two ends, ten steps a second."""


@cache
def captions(locale: str) -> Captions:
    """The figures with the words of one locale."""
    return Captions(bootstrap.gallery(), bootstrap.voices()[locale].language)


@cache
def film(stretch: str, side: str, locale: str) -> bytes:
    """The film of a stretch on one side, as JSON, zipped.

    Args:
        stretch: The stretch's id.
        side: `left` or `right`; without sides both look the same.
        locale: One that the skill is offered in.
    """
    told, pictures = captions(locale), bootstrap.gallery().pictures(stretch)
    figure = bootstrap.gallery().figures[stretch]
    letter = told.letter(stretch, side)

    def shown(picture: Picture) -> dict[str, str]:
        return {"view": view_box(picture), "drawing": drawing(picture, letter=letter)}

    frames: dict[str, Any] = {
        name: shown(pictures.still(name, side))
        | {"limb": told.limb(stretch, name, side), "seen": told.seen(stretch, name, side)}
        for name in figure.frames
    }
    ways = dict.fromkeys(step for way in (figure.way, *figure.ways.values()) for step in _steps(way))
    between = {
        f"{start}>{end}": [shown(each) for each in pictures.between(start, end, side, count=BETWEEN)]
        for start, end in ways
    }
    whole = {"title": told.title(stretch, side), "frames": frames, "between": between}
    return gzip.compress(json.dumps(whole, separators=(",", ":")).encode(), mtime=0)


@cache
def style() -> str:
    """The figures' colours as a style sheet, by the page's own choice of light or dark."""
    light, dark, contrast = (bootstrap.gallery().themes[name] for name in ("light", "dark", "contrast"))
    rules = [f".figure{{--{role}:light-dark({light[role]},{dark[role]})}}" for role in light]
    strong = "".join(f"--{role}:{colour};" for role, colour in contrast.items())
    rules += [f".figure .{role}{{color:var(--{role})}}" for role in light]
    strongly = f".figure{{{strong}forced-color-adjust:none;background:var(--paper);border-radius:1rem}}"
    rules += [
        ".figure path{fill:currentColor;stroke-linecap:round;stroke-linejoin:round}",
        ".figure .line{fill:none;stroke:currentColor}",
        ".figure .halo{stroke:var(--paper)}",
        ".figure .letter{fill:currentColor;font-family:sans-serif;font-weight:bold;text-anchor:middle}",
        f"@media(prefers-contrast:more),(forced-colors:active){{{strongly}}}",
    ]
    return "".join(rules)


def _steps(way: Way) -> Iterator[tuple[str, str]]:
    """Every change of frame on a way, each from the frame before it."""
    held = way.move[0] if way.move else way.steps[-1] if way.steps else HOLD
    rows = [(START, *way.steps, *way.move, *way.move[:1])]
    rows += [(held, *way.again), (held, *way.switch), (way.steps[-1], *way.release)]
    rows += [(way.move[-1], *more) for more in (way.again, way.switch, way.release) if way.move]
    for row in rows:
        yield from ((one, other) for one, other in pairwise(row) if one != other)
