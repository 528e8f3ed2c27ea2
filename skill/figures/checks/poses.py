"""What can be told of a pose without looking at it: reach, joints, floor, grips, limbs in limbs."""

import math
from collections.abc import Iterator
from itertools import pairwise

from skill.figures.body.anatomy import beyond
from skill.figures.body.measures import FLOOR
from skill.figures.body.solving import solved
from skill.figures.body.things import Block, blocks_of
from skill.figures.body.tween import Passage
from skill.figures.drawing.parts import Ball, Part, parts_of
from skill.figures.records import SIDES, Base, Figure, Frame, PropKind
from skill.figures.vectors import distance

SHORT = 2.0
"""How far hand or foot may be from its place, in centimetres."""
AFLOAT = 1.5
"""How far the lowest part of a body may be over the floor."""
OFF = 2.5
"""How far the head of somebody who lies may be from the floor."""
TOUCH = 4.0
"""How far a hand or a foot may be from what it touches."""
DEEP, DEEP_ARMS, DEEP_HEAD = 6.5, 8.0, 3.0
"""How deep limbs may be in one another: flesh gives way."""
SPARE, SUNK = 10.0, 3.0
"""What joints, in degrees, and the floor, in centimetres, allow on the way more than at its ends."""
CHECKED = 4
"""How many bodies are looked at on each way."""
REACHES = (("foot", ("thigh", "shin", "foot")), ("hand", ("upper", "fore", "hand")))
"""What touches something, and the parts of its own limb, which it cannot hold on to."""


def wrong_with_frame(figure: Figure, name: str) -> Iterator[tuple[str, str]]:
    """What is wrong with one frame: the key in it, and the problem."""
    frame = figure.frames[name]
    body = solved(frame)
    parts = parts_of(body)
    blocks = [block for prop in figure.props for block in blocks_of(prop)]
    in_bed = any(prop.kind is PropKind.BED for prop in figure.props)
    for limb, wanted in body.wanted.items():
        joint = limb.replace("foot", "ankle").replace("hand", "wrist")
        short = distance(wanted, body.at[joint])
        if short > SHORT:
            yield limb, f"is {short:.0f} cm out of reach: bring it nearer, or move the hips or the spine"
    for joint, degrees, least, most in beyond(body):
        yield joint, f"bent by {degrees:.0f} degrees: it goes from {least} to {most}"
    low, lowest = min(_lowest(parts))
    if low < FLOOR:
        yield lowest, f"is {-low:.0f} cm under the floor"
    if low > AFLOAT and not in_bed:
        yield "hips", f"the whole body is {low:.0f} cm over the floor"
    if frame.body is Base.LYING_BACK and not in_bed:
        above = _height(parts["headpart"])
        if abs(above) > OFF:
            yield "head", f"is {above:.0f} cm from the floor it lies on"
    yield from _out_of_touch(frame, parts, blocks)
    yield from _in_one_another(parts)


def wrong_on_the_way(figure: Figure, start: str, end: str) -> Iterator[str]:
    """What goes through the floor, or farther than a joint goes, between two frames."""
    passage = Passage(figure.frames[start], figure.frames[end])
    for body in passage.bodies(CHECKED):
        low, lowest = min(_lowest(parts_of(body)))
        if low < FLOOR - SUNK:
            deep = f"{lowest} goes {-low:.0f} cm through the floor"
            yield f"on the way to {end} {deep}: put a frame between"
        for joint, degrees, least, most in beyond(body, SPARE):
            yield (
                f"on the way to {end} {joint} bends by {degrees:.0f} degrees, and goes from {least} to"
                f" {most}: put a frame between"
            )


def ways_between(figure: Figure) -> set[tuple[str, str]]:
    """Every two frames that a body goes between, in the order in which it does."""
    found = set()
    for way in (figure.way, *figure.ways.values()):
        entry = ("start", *way.steps)
        last = (entry[-1],)
        held = (*last, *way.move, *way.move[:1])
        rows = (
            entry,
            held,
            last + way.again,
            last + way.switch[:1],
            way.switch,
            held[-1:] + way.release,
        )
        for row in rows:
            found |= {(a, b) for a, b in pairwise(row) if a != b}
    return {pair for pair in found if set(pair) <= figure.frames.keys()}


def _lowest(parts: dict[str, Part]) -> Iterator[tuple[float, str]]:
    for name, part in parts.items():
        yield _height(part), name


def _height(part: Part) -> float:
    return min(at[2] - radius for hull in part.hulls for at, radius in hull)


def _out_of_touch(
    frame: Frame, parts: dict[str, Part], blocks: list[Block]
) -> Iterator[tuple[str, str]]:
    for side in SIDES:
        for end, limb in REACHES:
            name = f"{side}.{end}"
            if name in frame.free:
                continue
            balls = parts[name].balls()
            own = {f"{side}.{piece}" for piece in limb}
            others = [ball for key, part in parts.items() if key not in own for ball in part.balls()]
            gap = _gap(balls, blocks, others)
            if gap > TOUCH:
                far = f"touches nothing, the nearest thing is {gap:.0f} cm away"
                yield name, f"{far}: put it on something, or name it under `free`"


def _gap(balls: list[Ball], blocks: list[Block], others: list[Ball]) -> float:
    gaps = [min(at[2] - radius for at, radius in balls)]
    gaps += [block.gap(at) - radius - block.corner for at, radius in balls for block in blocks]
    gaps += [distance(at, other) - radius - size for at, radius in balls for other, size in others]
    return min(gaps)


def _in_one_another(parts: dict[str, Part]) -> Iterator[tuple[str, str]]:
    limbs = ("thigh", "shin", "foot", "fore")
    pairs = [(f"side.{a}", f"other.{b}") for a in limbs for b in limbs if (a, b) != ("thigh", "thigh")]
    allowed = {pair: DEEP_ARMS if "fore" in "".join(pair) else DEEP for pair in pairs}
    for side in SIDES:
        allowed |= {(f"{side}.{name}", "headpart"): DEEP_HEAD for name in ("fore", "hand", "shin")}
    for (one, two), most in allowed.items():
        deep = _depth(parts[one], parts[two])
        if deep > most:
            yield one, f"is {deep:.0f} cm inside {two}"


def _depth(one: Part, two: Part) -> float:
    deepest = -math.inf
    balls = two.balls()
    for at, radius in one.balls():
        for other, size in balls:
            deepest = max(deepest, radius + size - distance(at, other))
    return deepest
