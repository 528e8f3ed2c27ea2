"""Pictures as PNG, for whoever shows nothing else: a square with the picture in its middle.

Pillow draws it, which a clone has that ran the tests; nothing else here needs it, and nothing on Lambda.
"""

import io
from typing import TYPE_CHECKING

from skill.errors import SettingError
from skill.figures.shapes import Picture, Role, Shape, Theme
from skill.figures.writers.svg import shown_box
from skill.figures.writers.traced import Point, traced

if TYPE_CHECKING:
    from PIL.Image import Image

LARGER = 4
"""How many times larger it is drawn, so that its edges are smooth."""

MARGIN = 0.06
"""Of the square, on each side."""


def png(picture: Picture, theme: Theme, pixels: int) -> bytes:
    """The picture as a square PNG, so many pixels wide and high, on the theme's paper.

    Raises:
        SettingError: Pillow is not installed.
    """
    try:
        from PIL import Image
    except ImportError:
        raise SettingError("they need Pillow: say pip install pillow") from None
    wide = pixels * LARGER
    image = Image.new("RGB", (wide, wide), theme[Role.PAPER])
    box = shown_box(picture)
    scale = wide * (1 - 2 * MARGIN) / max(box.wide, box.high)
    left, top = box.x + box.wide / 2 - wide / scale / 2, box.y + box.high / 2 - wide / scale / 2
    way = -1 if picture.turned_over else 1
    for shape in picture.shapes:
        outlines = [
            [((way * x - left) * scale, (y - top) * scale) for x, y in outline]
            for outline in traced(shape.path)
        ]
        _draw(image, shape, outlines, theme, scale)
    file = io.BytesIO()
    image.resize((pixels, pixels), Image.Resampling.LANCZOS).save(file, "PNG", optimize=True)
    return file.getvalue()


def _draw(image: "Image", shape: Shape, outlines: list[list[Point]], theme: Theme, scale: float) -> None:
    from PIL import Image, ImageDraw

    if shape.opacity < 1:
        mask = Image.new("L", image.size)
        for outline in outlines:
            ImageDraw.Draw(mask).polygon(outline, fill=round(255 * shape.opacity))
        image.paste(theme[shape.role], mask=mask)
        return
    pen = ImageDraw.Draw(image)
    if not shape.line:
        for outline in outlines:
            pen.polygon(outline, fill=theme[shape.role])
        outlines = [[*outline, *outline[:2]] for outline in outlines]
    colour, width = (theme[shape.role], shape.line) if shape.line else (theme[Role.PAPER], shape.halo)
    thick = width * scale
    for outline in outlines if width else ():
        pen.line(outline, fill=colour, width=round(thick), joint="curve")
        for x, y in (outline[0], outline[-1]):  # round ends
            pen.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), fill=colour)
