"""What is left to see of parts that lie behind others: threads that look like a fault of the drawing."""

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from helpers.drawn_paths import traced
from skill.figures.shapes import Role

SCALE = 3
"""Dots to the centimetre."""
LONG, THIN = 6.0, 0.75
"""From which length on, and up to which thickness, in centimetres, something is a thread."""
MEANT_AS_LINES = {Role.PAPER, Role.FACE, Role.SEAM, Role.STRAP, Role.GLOW, Role.ARROW}
HALO = 255


def threads(picture):
    """The threads of a body in a picture: their colour's role, and how wide and high it is, in dots."""
    dots = _dots(picture)
    body = range(picture.things + 1, len(picture.shapes) + 1)
    for role in sorted({picture.shapes[each - 1].role for each in body} - MEANT_AS_LINES):
        own = {each for each in body if picture.shapes[each - 1].role is role}
        seen = dots.point([255 if each in own else 0 for each in range(256)])
        around = seen.getbbox()
        if around:
            yield from ((role, *size) for size in _thin_pieces(seen.crop(around)))


def _dots(picture):
    """Every dot with the number of the shape that is seen there, from 1 on."""
    box = picture.box
    dots = Image.new("L", (int(box.wide * SCALE), int(box.high * SCALE)))
    pen = ImageDraw.Draw(dots)
    for number, shape in enumerate(picture.shapes, 1):
        if shape.opacity < 1:
            continue
        for outline in traced(shape.path):
            points = [((x - box.x) * SCALE, (y - box.y) * SCALE) for x, y in outline]
            if shape.line:
                pen.line(points, fill=number, width=round(shape.line * SCALE), joint="curve")
            elif len(points) > 2:
                pen.polygon(points, fill=number)
                if shape.halo:
                    around = (*points, *points[:2])
                    pen.line(around, fill=HALO, width=round(shape.halo * SCALE), joint="curve")
    return dots


def _thin_pieces(seen):
    seen = ImageOps.expand(seen, 2)  # so that no way goes from one row's end to the next
    wide, _ = seen.size
    core = seen.filter(ImageFilter.MinFilter(5))
    left = ImageChops.subtract(seen, core.filter(ImageFilter.MaxFilter(9))).tobytes()
    dots, thick, done = seen.tobytes(), core.tobytes(), bytearray(len(left))
    at = left.find(b"\xff")
    while at >= 0:
        piece, ahead = [], [] if done[at] else [at]
        done[at] = 1
        while ahead:
            piece.append(ahead.pop())
            for near in (piece[-1] + step for step in (-1, 1, -wide, wide)):
                if dots[near] and not done[near]:
                    done[near] = 1
                    ahead.append(near)
        if piece and not any(thick[each] for each in piece):
            size = len({each % wide for each in piece}), len({each // wide for each in piece})
            if max(size) > LONG * SCALE and len(piece) < THIN * SCALE * max(size):
                yield size
        at = left.find(b"\xff", at + 1)
