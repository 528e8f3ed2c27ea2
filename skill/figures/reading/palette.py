"""`content/palette.toml` → the colour of everything that is drawn, in each theme."""

import re
from pathlib import Path

from skill.errors import ContentError
from skill.figures.shapes import Role, Theme
from skill.library.reading import Problems, Table, read_file

FILE = "palette.toml"
THEMES = ("light", "dark", "contrast")
"""On a light page, on a dark one, and for whoever asks for high contrast."""

COLOUR = re.compile(r"#[0-9a-f]{6}")


def read_palette(folder: Path, problems: Problems) -> dict[str, Theme]:
    """Every theme by its name; a colour that cannot be read is noted, and is black."""
    table = read_file(folder, FILE, problems)
    themes = {name: _theme(table.table(name)) for name in THEMES}
    table.close()
    return themes


def load_palette(folder: Path) -> dict[str, Theme]:
    """Every theme by its name.

    Raises:
        ContentError: With every problem of the file.
    """
    problems = Problems()
    themes = read_palette(folder, problems)
    if problems.lines:
        raise ContentError(problems.lines)
    return themes


def _theme(table: Table) -> Theme:
    colours = {}
    for role in Role:
        colour = table.text(role)
        if colour and not COLOUR.fullmatch(colour):
            table.note(role, f"{colour!r} is no colour: write it as #2c6b5d, in lower case")
        colours[role] = colour if COLOUR.fullmatch(colour) else "#000000"
    table.close()
    return colours
