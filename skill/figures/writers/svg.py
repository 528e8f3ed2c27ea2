"""A picture as SVG.

Colours are classes, so that a page's own style sheet can change them while frames come and go; a file
that stands alone brings its theme along.
"""

from collections.abc import Mapping
from xml.sax.saxutils import escape

from skill.figures.drawing.outlines import number
from skill.figures.shapes import Box, Picture, Role, Shape, Theme

LETTER_SIZE = 9
"""How high the letter of the side is, in centimetres."""


def svg(picture: Picture, *, title: str, told: str, letter: str = "", style: str = "") -> str:
    """The whole picture.

    Args:
        picture: What is drawn.
        title: Its title, for those who cannot see it.
        told: What the body does in it, for the same people.
        letter: The letter of the side, shown on the mat where the picture has a place for it.
        style: A style sheet, as `style_of` makes it; empty on a page that brings one.
    """
    css = f"<style>{style}</style>" if style else ""
    words = f"<title>{escape(title)}</title><desc>{escape(told)}</desc>"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view_box(picture)}" role="img">'
    return f"{head}{words}{css}{drawing(picture, letter=letter)}</svg>"


def drawing(picture: Picture, *, letter: str = "") -> str:
    """What is inside the picture: for a page that changes it from frame to frame."""
    mark = ""
    if letter and picture.letter:
        x, y = map(number, picture.letter)
        mark = f'<text class="letter" x="{x}" y="{y}" font-size="{LETTER_SIZE}">{escape(letter)}</text>'
    things, body = picture.shapes[: picture.things], picture.shapes[picture.things :]
    return _group(things, picture) + mark + _group(body, picture)


def _group(shapes: tuple[Shape, ...], picture: Picture) -> str:
    paths = "".join(map(_path, shapes))
    return f'<g transform="scale(-1 1)">{paths}</g>' if paths and picture.turned_over else paths


def shown_box(picture: Picture) -> Box:
    """The box as it is seen: that of a picture which is turned over is turned over, too."""
    box = picture.box
    return Box(-box.x - box.wide, box.y, box.wide, box.high) if picture.turned_over else box


def view_box(picture: Picture) -> str:
    """The part of the drawing that is seen, as SVG's `viewBox`."""
    box = shown_box(picture)
    return " ".join(map(number, (box.x, box.y, box.wide, box.high)))


def style_of(theme: Theme) -> str:
    """The style sheet of one theme."""
    rules = [
        "path{fill:currentColor;stroke-linecap:round;stroke-linejoin:round}",
        ".line{fill:none;stroke:currentColor}",
        f".halo{{stroke:{theme[Role.PAPER]}}}",
        ".letter{fill:currentColor;font-family:sans-serif;font-weight:bold;text-anchor:middle}",
    ]
    rules += [f".{role}{{color:{colour}}}" for role, colour in theme.items()]
    return "".join(rules)


def style_of_all(themes: Mapping[str, Theme]) -> str:
    """A style sheet that goes by what the reader's device asks for."""
    asks = {"dark": "prefers-color-scheme:dark", "contrast": "prefers-contrast:more"}
    rules = [style_of(themes["light"])]
    for name, asked in asks.items():
        colours = "".join(f".{role}{{color:{colour}}}" for role, colour in themes[name].items())
        halo = f".halo{{stroke:{themes[name][Role.PAPER]}}}"
        rules.append(f"@media({asked}){{{colours}{halo}}}")
    return "".join(rules)


def _path(shape: Shape) -> str:
    classes, extra = [str(shape.role)], ""
    if shape.line:
        classes.append("line")
        extra = f' stroke-width="{number(shape.line)}"'
    elif shape.halo:
        classes.append("halo")
        extra = f' stroke-width="{number(shape.halo)}"'
    if shape.opacity < 1:
        extra += f' opacity="{shape.opacity:g}"'
    return f'<path class="{" ".join(classes)}" d="{shape.path}"{extra}/>'
