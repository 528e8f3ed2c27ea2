"""Sheets of figures, for looking: every hold on one, and every frame on another."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from skill.figures.captions import Captions
from skill.figures.pictures import LEFT
from skill.figures.records import HOLD
from skill.figures.shapes import Role, Theme
from skill.figures.writers.svg import drawing, style_of, style_of_all, view_box
from skill.whole_files import write_whole

COLUMNS, WIDE, HIGH, CAPTION, GAP = 5, 180, 135, 20, 10
"""How many pictures stand in a row of the sheet of all, and the sizes, in pixels."""


def overview(captions: Captions) -> str:
    """One SVG with the hold of every stretch, under its name, in light or dark as the reader has it."""
    cells = []
    for index, stretch in enumerate(captions.gallery.figures):
        x = GAP + index % COLUMNS * (WIDE + GAP)
        y = GAP + index // COLUMNS * (HIGH + CAPTION + GAP)
        picture = captions.gallery.pictures(stretch).still(HOLD, close=True)
        name = escape(captions.language.stretches[stretch].name)
        inside = drawing(picture, letter=captions.letter(stretch, LEFT))
        cells.append(
            f'<svg x="{x}" y="{y}" width="{WIDE}" height="{HIGH}"'
            f' viewBox="{view_box(picture)}">{inside}</svg>'
            f'<text class="name" x="{x + WIDE / 2:g}" y="{y + HIGH + 14}">{name}</text>'
        )
    rows = -(-len(cells) // COLUMNS)
    wide, high = GAP + COLUMNS * (WIDE + GAP), GAP + rows * (HIGH + CAPTION + GAP)
    style = style_of_all(captions.gallery.themes)
    style += ".name{fill:currentColor;font:10px sans-serif;text-anchor:middle}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" role="img">'
        f"<title>The stretches of Limber Back</title><style>{style}</style>"
        f'<path class="{Role.PAPER}" d="M0 0L{wide} 0L{wide} {high}L0 {high}Z"/>'
        f'<g class="{Role.LETTER}">{"".join(cells)}</g></svg>\n'
    )


def write_sheet(captions: Captions, folder: Path, theme: str) -> Iterator[Path]:
    """Write every frame as a file, and two pages to look at them: `sheet.svg` and `index.html`.

    Raises:
        OSError: The folder cannot be written to.
    """
    folder.mkdir(parents=True, exist_ok=True)
    colours = captions.gallery.themes[theme]
    rows = []
    for stretch, figure in captions.gallery.figures.items():
        cells = []
        for frame in figure.frames:
            for side in captions.sides(stretch):
                suffix = f"-{side}" if len(captions.sides(stretch)) > 1 else ""
                drawn = captions.svg(stretch, frame, side, style_of(colours))
                path = write_whole(folder / f"{stretch}-{frame}{suffix}.svg", drawn)
                yield path
                seen = escape(captions.seen(stretch, frame, side))
                cells.append(
                    f'<figure><img src="{path.name}" alt="{seen}">'
                    f"<figcaption>{frame}{suffix}</figcaption></figure>"
                )
        rows.append(f"<h2>{escape(captions.title(stretch, LEFT))}</h2><div>{''.join(cells)}</div>")
    yield write_whole(folder / "sheet.svg", overview(captions))
    yield write_whole(folder / "index.html", _page("".join(rows), captions.language.tag, colours))


def _page(rows: str, tag: str, theme: Theme) -> str:
    style = (
        f"body{{background:{theme[Role.PAPER]};color:{theme[Role.LETTER]};font-family:sans-serif}}"
        "div{display:flex;flex-wrap:wrap}figure{margin:0 8px 8px 0}img{width:280px;height:210px}"
    )
    return (
        f'<!doctype html><html lang="{tag}"><meta charset="utf-8"><title>Figures</title>'
        f"<style>{style}</style>{rows}</html>\n"
    )
