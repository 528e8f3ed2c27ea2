"""A frame, or a point on the way between two, as a body whose bones have kept their lengths.

Each leg and each arm is two bones from the trunk to where the foot or the hand is to be; the knee or the
elbow goes where it is to point. Legs come before arms, which may hold them.
"""

import math
from dataclasses import dataclass, field

from skill.figures.body import measures
from skill.figures.body.joints import OF_LEG, Axes, Body, axes
from skill.figures.records import SIDES, Base, Bend, Frame, Limbs, Spot
from skill.figures.vectors import (
    AHEAD,
    TINY,
    UP,
    Vec,
    add,
    between,
    cross,
    distance,
    dot,
    scaled,
    square_to,
    sub,
    unit,
)

FACING = {
    Base.STANDING: axes(AHEAD, UP),
    Base.SITTING: axes(AHEAD, UP),
    Base.KNEELING: axes(AHEAD, UP),
    Base.LYING_BACK: axes(UP, scaled(AHEAD, -1)),
    Base.LYING_FRONT: axes(scaled(UP, -1), AHEAD),
    Base.HANDS_AND_KNEES: axes(scaled(UP, -1), AHEAD),
}
"""The pelvis before it is turned."""

OUTWARDS = {"side": 1.0, "other": -1.0}
"""Which way is outwards, along y."""

ALMOST_STRAIGHT = 0.15
"""A limb is never quite straight, so that the knee or elbow always knows its way."""


@dataclass
class _Growing:
    """A body that is being solved between two frames; both are one where nothing moves."""

    a: Frame
    b: Frame
    part: float
    lift: dict[str, float]
    ends: tuple[Body, Body] | None
    at: dict[str, Vec] = field(default_factory=dict)
    facing: dict[str, Axes] = field(default_factory=dict)
    toes: dict[str, Vec] = field(default_factory=dict)
    kneecaps: dict[str, Vec] = field(default_factory=dict)
    wanted: dict[str, Vec] = field(default_factory=dict)

    def mixed(self, a: float, b: float) -> float:
        return a + (b - a) * self.part

    def bend(self, a: Bend, b: Bend) -> Bend:
        return Bend(self.mixed(a.turn, b.turn), self.mixed(a.bend, b.bend), self.mixed(a.lean, b.lean))

    def spot(self, a: Spot, b: Spot) -> Vec:
        """A place; on the way, both are found in the body as it is now, so that a grip stays a grip."""
        return between(self._found(a), self._found(b), self.part)

    def _found(self, spot: Spot) -> Vec:
        return add(self.at[spot.joint], spot.offset) if spot.joint else spot.offset

    def pointing(self, a: Vec | None, b: Vec | None, usual: Vec) -> Vec:
        """A direction of both frames, or the usual one."""
        return unit(between(a or usual, b or usual, self.part))


def solved(frame: Frame) -> Body:
    """The body in a frame."""
    return solved_between(frame, frame, 0.0, {}, None)


def solved_between(
    a: Frame, b: Frame, part: float, lift: dict[str, float], ends: tuple[Body, Body] | None
) -> Body:
    """The body a part of the way from one frame to the next.

    Args:
        a: Where it comes from.
        b: Where it goes.
        part: From 0 to 1.
        lift: How much higher than that the `hips` and the ankle of `side` and `other` are, in cm.
        ends: The two frames solved; None where both are one.
    """
    body = _Growing(a, b, part, lift, ends)
    _trunk(body)
    # A foot that rests on the other leg waits for it.
    rests = any(frame.limbs["side"].foot.joint in OF_LEG for frame in (a, b))
    for side in reversed(SIDES) if rests else SIDES:
        _leg(body, side, a.limbs[side], b.limbs[side])
    for side in SIDES:
        _arm(body, side, a.limbs[side], b.limbs[side])
    return Body(body.at, body.facing, body.toes, body.kneecaps, body.wanted)


def _trunk(body: _Growing) -> None:
    pelvis = FACING[body.a.body].bent(body.a.pelvis)
    if body.ends:
        other = FACING[body.b.body].bent(body.b.pelvis)
        up = unit(between(pelvis.up, other.up, body.part))
        pelvis = axes(unit(square_to(between(pelvis.front, other.front, body.part), up)), up)
    at = add(between(body.a.hips, body.b.hips, body.part), UP, body.lift.get("hips", 0.0))
    body.at["hips"], body.facing["hips"] = at, pelvis
    spine, now = body.bend(body.a.spine, body.b.spine), pelvis
    for name, long, share in zip(
        ("waist", "chest", "neck"), measures.SPINE, measures.SPINE_SHARE, strict=True
    ):
        now = pelvis.bent(spine, share)
        at = add(at, now.up, long)
        body.at[name], body.facing[name] = at, now
    nod = body.bend(body.a.head, body.b.head)
    body.facing["head"] = now.bent(nod)
    body.at["skull"] = add(at, now.bent(nod, 0.5).up, measures.NECK)
    body.at["head"] = add(body.at["skull"], body.facing["head"].up, measures.HEAD)
    for side, out in OUTWARDS.items():
        body.at[f"{side}.hip"] = add(body.at["hips"], pelvis.side, out * measures.HIP_WIDTH)
        shoulder = add(at, now.side, out * measures.SHOULDER_WIDTH)
        body.at[f"{side}.shoulder"] = add(shoulder, now.up, -4)


def _leg(body: _Growing, side: str, a: Limbs, b: Limbs) -> None:
    at = body.at
    hip = at[f"{side}.hip"]
    way = body.pointing(a.knee, b.knee, body.facing["hips"].front)
    wanted = add(body.spot(a.foot, b.foot), UP, body.lift.get(side, 0.0))
    knee, ankle = _reached(hip, wanted, measures.THIGH, measures.SHIN, way)
    at[f"{side}.knee"], at[f"{side}.ankle"], body.wanted[f"{side}.foot"] = knee, ankle, wanted
    at[f"{side}.thigh"], at[f"{side}.shin"] = between(hip, knee, 0.55), between(knee, ankle, 0.5)
    shin, thigh = unit(sub(ankle, knee)), unit(sub(knee, hip))
    kneecap = unit(square_to(add(thigh, way, 0.25), shin))
    own = Axes(shin, kneecap, cross(shin, kneecap))
    if body.ends:  # as the ankle's angle: in the room, toes that turn right round would pass through 0
        angle = between(body.ends[0].toes[side], body.ends[1].toes[side], body.part)
        toes = unit(add(add(scaled(own.front, angle[0]), own.side, angle[1]), own.up, angle[2]))
    else:
        toes = a.toes or kneecap
    body.kneecaps[side] = kneecap
    body.toes[side] = (dot(toes, own.front), dot(toes, own.side), dot(toes, own.up))
    below = unit(square_to(add(shin, kneecap, -0.3), toes))
    at[f"{side}.heel"] = add(add(ankle, below, 3.4), toes, -3.2)
    at[f"{side}.ball"] = add(add(ankle, toes, 11), below, 3.8)
    at[f"{side}.toe"] = add(add(ankle, toes, measures.SOLE), below, 4.2)
    at[f"{side}.sole"] = add(add(ankle, toes, 9), below, 6.5)


def _arm(body: _Growing, side: str, a: Limbs, b: Limbs) -> None:
    at, ribs = body.at, body.facing["neck"]
    shoulder = at[f"{side}.shoulder"]
    usual = unit(add(add(scaled(ribs.side, OUTWARDS[side]), ribs.up, -0.6), ribs.front, -0.4))
    way = body.pointing(a.elbow, b.elbow, usual)
    wanted = body.spot(a.hand, b.hand)
    elbow, wrist = _reached(shoulder, wanted, measures.UPPER, measures.FORE, way)
    at[f"{side}.elbow"], at[f"{side}.wrist"], body.wanted[f"{side}.hand"] = elbow, wrist, wanted
    at[f"{side}.fore"] = between(elbow, wrist, 0.5)
    fingers = body.pointing(a.fingers, b.fingers, unit(sub(wrist, elbow)))
    at[f"{side}.hand"] = add(wrist, fingers, measures.HAND)


def _reached(start: Vec, wanted: Vec, first: float, second: float, way: Vec) -> tuple[Vec, Vec]:
    """Where the joint between two bones and their end are; what is out of reach is not reached."""
    far = max(abs(first - second) + 1, min(distance(start, wanted), first + second - ALMOST_STRAIGHT))
    along = unit(sub(wanted, start))
    aside = square_to(way, along)
    if dot(aside, aside) < TINY:  # pointing along the limb itself says nothing
        aside = square_to(UP, along)
    cosine = (first * first + far * far - second * second) / (2 * first * far)
    cosine = max(-1.0, min(1.0, cosine))
    middle = add(add(start, along, first * cosine), unit(aside), first * math.sqrt(1 - cosine * cosine))
    return middle, add(start, along, far)
