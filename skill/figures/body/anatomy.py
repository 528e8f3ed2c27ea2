"""The angles of a body's joints, and how far each goes, in degrees.

Usual ranges: hip 110 to 130 forward and 30 back, 45 to 50 out and 20 to 30 in, turned 45 out and 40 in;
knee 135 to 150, elbow 145 to 150, ankle 40 to 60 down and 15 to 20 up
(http://yoga-age.com/articles/stretching/joint.html,
https://healthyliving.azcentral.com/considered-normal-range-motion-2872.html; they differ). Ours are
wider, for this pelvis cannot tuck and these feet have no toes: they find wrong poses, and are no advice.
"""

import math
from collections.abc import Iterator

from skill.figures.body.joints import Body
from skill.figures.body.solving import OUTWARDS
from skill.figures.vectors import Vec, add, angle, cross, dot, scaled, square_to, sub, unit

LIMITS = {
    "hip bend": (-30, 165),
    "hip swing": (0, 142),
    "hip spread": (-35, 60),
    "hip turn": (-50, 75),
    "knee": (0, 158),
    "ankle": (0, 118),
    "elbow": (0, 152),
    "wrist": (0, 95),
}
"""The least and the most of each."""


def beyond(body: Body, spare: float = 0.0) -> Iterator[tuple[str, float, int, int]]:
    """Every joint that is bent farther than it goes: its name, its angle, and its two limits.

    Args:
        body: The body.
        spare: How many degrees beyond its limits a joint may be, on the way between two frames.
    """
    for side in OUTWARDS:
        for name, degrees in angles(body, side).items():
            least, most = LIMITS[name]
            if not least - spare <= degrees <= most + spare:
                yield f"{side} {name}", degrees, least, most


def angles(body: Body, side: str) -> dict[str, float]:
    """The angles of one side; a hip bends, then spreads, then turns."""

    def bone(start: str, end: str) -> Vec:
        return unit(sub(body.at[f"{side}.{end}"], body.at[f"{side}.{start}"]))

    out, pelvis = OUTWARDS[side], body.facing["hips"]
    thigh, shin, fore = bone("hip", "knee"), bone("knee", "ankle"), bone("elbow", "wrist")
    bend = math.atan2(dot(thigh, pelvis.front), -dot(thigh, pelvis.up))
    spread = math.asin(max(-1.0, min(1.0, out * dot(thigh, pelvis.side))))
    bent = add(scaled(pelvis.up, -math.cos(bend)), pelvis.front, math.sin(bend))
    straight = add(scaled(pelvis.side, math.cos(spread)), bent, -out * math.sin(spread))
    hinge = cross(thigh, shin) if angle(thigh, shin) > 10 else cross(body.kneecaps[side], thigh)
    across = unit(square_to(hinge, thigh))
    turn = math.atan2(dot(cross(straight, across), thigh), dot(straight, across))
    return {
        "hip bend": math.degrees(bend),
        "hip spread": math.degrees(spread),
        "hip turn": -out * math.degrees(turn),
        "hip swing": angle(scaled(pelvis.up, -1), thigh),
        "knee": angle(thigh, shin),
        "ankle": angle(shin, bone("heel", "toe")),
        "elbow": angle(bone("shoulder", "elbow"), fore),
        "wrist": angle(fore, bone("wrist", "hand")),
    }
