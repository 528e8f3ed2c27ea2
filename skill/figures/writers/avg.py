"""Pictures as Alexa's vector graphics: one by itself, or one graphic for all, and rows to fill it.

https://developer.amazon.com/docs/alexa/alexa-presentation-language/apl-avg-format.html
"""

from collections.abc import Sequence
from typing import Any

from skill.figures.drawing.outlines import number
from skill.figures.shapes import Picture, Role, Shape, Theme

VERSION = "1.2"

SLOTS = 38
"""Paths of the graphic for any picture; none has more shapes."""

HALO = 2.0
"""Of a shape whose row does not say how wide its line is: as wide as nearly all have it."""

LETTER_SIZE = 9
"""Of the letter of the side, in centimetres of the drawing, as in SVG."""

Row = dict[str, Any]


def avg(picture: Picture, theme: Theme) -> dict[str, Any]:
    """The picture; its colours are a theme's, and a document may bind others to their names."""
    box = picture.box
    used = {shape.role for shape in picture.shapes} | {Role.PAPER}
    # Moved to the corner; one that is turned over is turned there, too: its right edge becomes the left.
    turn = f"scale(-1 1) translate({number(-box.x - box.wide)} {number(-box.y)})"
    move = turn if picture.turned_over else f"translate({number(-box.x)} {number(-box.y)})"
    return {
        "type": "AVG",
        "version": VERSION,
        "width": round(box.wide, 1),
        "height": round(box.high, 1),
        "parameters": [
            {"name": role, "type": "color", "default": theme[role]} for role in Role if role in used
        ],
        "items": [
            {"type": "group", "transform": move, "items": [_path(shape) for shape in picture.shapes]}
        ],
    }


def _path(shape: Shape) -> dict[str, Any]:
    colour = f"${{{shape.role}}}"
    path: dict[str, Any] = {"type": "path", "pathData": shape.path}
    if shape.line:
        path |= {"stroke": colour, "strokeWidth": shape.line}
        path |= {"strokeLineCap": "round", "strokeLineJoin": "round"}
    else:
        path["fill"] = colour
        if shape.halo:
            path |= {"stroke": f"${{{Role.PAPER}}}", "strokeWidth": shape.halo}
            path["strokeLineJoin"] = "round"
    if shape.opacity < 1:
        path["fillOpacity"] = shape.opacity
    return path


def any_picture() -> Row:
    """One graphic for every picture, as a document keeps it while its data change.

    Its parameters: `d` all paths, `k` all looks (`look_row`), and what `picture_row` makes: `o` which of
    both and in which order, `b` what is seen of them, `n` where the `letter` is. Their names are short,
    for each stands in every answer. Its paths are one that is inflated from data, once for each slot:
    version 1.2 has that, which came with APL 1.5. It fills whatever room it gets, without being
    distorted: so its size is stretched, and the drawing is scaled in it.
    """
    scale = "Math.min(width/b[2],height/b[3])"
    middle = "translate(${width/2} ${height/2})"
    fitted = f"{middle} scale(${{b[4]*{scale}}} ${{{scale}}}) translate(${{-b[0]}} ${{-b[1]}})"
    upright = f"{middle} scale(${{{scale}}})"
    return {
        "type": "AVG",
        "version": VERSION,
        "width": 100,
        "height": 100,
        "scaleTypeWidth": "stretch",
        "scaleTypeHeight": "stretch",
        "styles": {"p": {"values": [{"strokeLineCap": "round", "strokeLineJoin": "round"}]}},
        "parameters": [
            {"name": "d", "default": []},
            {"name": "k", "default": []},
            {"name": "o", "default": []},
            {"name": "b", "default": [0, 0, 1, 1, 1]},
            {"name": "n", "default": [0, 0]},
            {"name": "letter", "type": "string", "default": ""},
            {"name": "ink", "type": "color", "default": "white"},
            {"name": "paper", "type": "color", "default": "black"},
        ],
        "items": [
            {"type": "group", "transform": fitted, "data": list(range(SLOTS)), "items": [_slot()]},
            {
                "type": "group",
                "transform": upright,
                "items": [
                    {
                        "type": "text",
                        "text": "${letter}",
                        "x": "${n[0]}",
                        "y": "${n[1]}",
                        "fill": "${ink}",
                        "fontSize": LETTER_SIZE,
                        "fontWeight": "bold",
                        "textAnchor": "middle",
                    }
                ],
            },
        ],
    }


def look_row(shape: Shape, theme: Theme) -> Row:
    """What a shape looks like, as short as it can be: its fill, its stroke, and the stroke's width.

    A stroke in the paper's colour and of a halo's width goes without saying.
    """
    if shape.line:
        return {"s": theme[shape.role], "w": _short(shape.line)}
    row: Row = {
        "f": theme[shape.role] + (f"{round(255 * shape.opacity):02x}" if shape.opacity < 1 else "")
    }
    return row if shape.halo == HALO else row | {"w": _short(shape.halo)}


def picture_row(picture: Picture, order: Sequence[int]) -> Row:
    """One picture: its shapes, its middle, its size, and whether it is turned over.

    Beside it the place of its letter, from the middle, as it is seen.

    Args:
        picture: The picture.
        order: Of each shape, the farthest first, the number of its path and that of its look.
    """
    box, way = picture.box, -1 if picture.turned_over else 1
    x, y = box.x + box.wide / 2, box.y + box.high / 2
    row: Row = {
        "o": list(order),
        "b": [round(x, 1), round(y, 1), round(box.wide, 1), round(box.high, 1), way],
        "n": [0, 0],
    }
    if picture.letter is not None:
        row["n"] = [round(picture.letter[0] - way * x, 1), round(picture.letter[1] - y, 1)]
    return row


def _short(value: float) -> float:
    """A number that is whole as a whole one: a digit and a point less."""
    return int(value) if value == int(value) else value


def _slot() -> Row:
    """A path; `data` is the number of its slot."""
    look = "k[o[2*data+1]]"
    return {
        "type": "path",
        "style": "p",
        "pathData": "${d[o[2*data]]}",
        "fill": f"${{{look}.f}}",
        "stroke": f"${{{look}.s ?? paper}}",
        "strokeWidth": f"${{{look}.w ?? {_short(HALO)}}}",
    }
