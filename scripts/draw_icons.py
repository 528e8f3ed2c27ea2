"""Draws the skill's icons into content/icons/; `--check` only compares them.

They show a body in child's pose from the side: the line of the back is what the skill is about. The
picture is drawn large and reduced, so that its edges are smooth.
"""

import sys
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

FOLDER = Path(__file__).resolve().parent.parent / "content" / "icons"
SIZES = {"small.png": 108, "large.png": 512}
CANVAS = 2048

GROUND, SKY, BODY, MAT = "#1f6f6b", "#2a8f88", "#fdf6e9", "#f2b66d"


def drawn(pixels: int) -> Image.Image:
    """The icon, with this width and height in pixels."""
    image = Image.new("RGB", (CANVAS, CANVAS), SKY)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 1500, CANVAS, CANVAS), fill=GROUND)
    draw.rounded_rectangle((210, 1460, 1838, 1560), radius=50, fill=MAT)
    _stroke(draw, [(1560, 1390), (1180, 1390)], 150)  # shin
    _stroke(draw, [(1200, 1390), (1540, 1190)], 200)  # thigh
    _stroke(draw, _arc((1540, 1150), (1120, 760), (720, 1240)), 230)  # back
    _stroke(draw, [(760, 1220), (560, 1380), (330, 1395)], 110)  # arm
    draw.ellipse((560, 1130, 800, 1370), fill=BODY)  # head
    return image.resize((pixels, pixels), Image.Resampling.LANCZOS)


def _stroke(draw: ImageDraw.ImageDraw, points: list[tuple[float, float]], width: int) -> None:
    draw.line(points, fill=BODY, width=width)
    for x, y in points:  # round ends and joints
        draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=BODY)


def _arc(
    start: tuple[float, float], over: tuple[float, float], end: tuple[float, float]
) -> list[tuple[float, float]]:
    """A quadratic Bézier curve."""
    points = []
    for step in range(121):
        t = step / 120
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        x = a * start[0] + b * over[0] + c * end[0]
        y = a * start[1] + b * over[1] + c * end[1]
        points.append((x, y))
    return points


def main() -> str | None:
    """Draw the icons, or return which icon differs from what this script draws."""
    FOLDER.mkdir(exist_ok=True)
    for name, pixels in SIZES.items():
        image = drawn(pixels)
        if "--check" not in sys.argv:
            image.save(FOLDER / name, optimize=True)
        elif _differs(Image.open(FOLDER / name), image):
            return f"content/icons/{name} is not what scripts/draw_icons.py draws: run it"
    return None


def _differs(kept: Image.Image, drawn: Image.Image) -> bool:
    """Whether two pictures look different; other versions of the library may round differently."""
    if kept.size != drawn.size:
        return True
    apart = ImageChops.difference(kept.convert("RGB"), drawn).getextrema()
    return max(high for _, high in apart) > 8


if __name__ == "__main__":
    sys.exit(main())
