"""A picture as Alexa's vector graphics (AVG 1.2): paths, one group, colours as parameters.

https://developer.amazon.com/docs/alexa/alexa-presentation-language/apl-avg-format.html
"""

from typing import Any

from skill.figures.drawing.outlines import number
from skill.figures.shapes import Picture, Role, Shape, Theme

VERSION = "1.2"


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
