"""What is left to see where parts lie over each other: threads of a body, and the letter of its side."""

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from skill.figures.shapes import Role
from skill.figures.writers.traced import traced

SCALE = 3
"""Dots to the centimetre."""
LONG, THIN = 6.0, 0.75
"""From which length on, and up to which thickness, in centimetres, something is a thread."""
MEANT_AS_LINES = {Role.PAPER, Role.FACE, Role.SEAM, Role.STRAP, Role.GLOW, Role.ARROW}
HALO = 255
LETTER_WIDE, LETTER_HIGH = 7.0, 6.6
"""How wide and high a capital letter is, in centimetres; it stands on its place."""


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


def lies_on_the_letter(picture):
    """The roles of what is seen where the letter of the side is to be read; things may lie under it."""
    dots, (x, y) = _dots(picture), picture.letter
    middle = (-x if picture.turned_over else x) - picture.box.x
    left, right = (middle + way * LETTER_WIDE / 2 for way in (-1, 1))
    top, bottom = y - picture.box.y - LETTER_HIGH, y - picture.box.y
    seen = set(dots.crop([round(each * SCALE) for each in (left, top, right, bottom)]).tobytes())
    body = {number for number in seen if number > picture.things}
    return {"halo" if number == HALO else picture.shapes[number - 1].role for number in body}


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
