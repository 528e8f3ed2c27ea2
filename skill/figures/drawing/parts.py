"""A body as rounded parts: trunk, neck, head, and the pieces of arms and legs."""

from dataclasses import dataclass

from skill.figures.body import measures
from skill.figures.body.joints import Body
from skill.figures.records import SIDES
from skill.figures.vectors import Vec, add, between

Ball = tuple[Vec, float]
"""A middle and a radius."""


@dataclass(frozen=True)
class Part:
    """One part: hulls of balls in one colour."""

    name: str
    """Such as `torso`, `headpart`, `side.thigh`."""
    kind: str
    """`torso`, `neck`, `head`, `leg`, `arm`, `skin`."""
    hulls: tuple[tuple[Ball, ...], ...]

    def balls(self) -> list[Ball]:
        """Balls that fill it, as near to each other as is needed to compare depths."""
        found: list[Ball] = []
        for hull in self.hulls:
            pieces = 6 if len(hull) == 2 else 3
            found += hull
            for index, (a, thick) in enumerate(hull):
                for b, thin in hull[:index]:
                    found += [
                        (between(a, b, k / pieces), thick + (thin - thick) * k / pieces)
                        for k in range(1, pieces)
                    ]
        return found


LIMB = (
    ("thigh", "hip", "knee", "leg"),
    ("shin", "knee", "ankle", "leg"),
    ("upper", "shoulder", "elbow", "arm"),
    ("fore", "elbow", "wrist", "arm"),
    ("hand", "wrist", "hand", "skin"),
)

COLLAR, NAPE = -3.0, 3.0
"""Where the neck begins, up from the base of the neck: in front it is an open collar."""

PARTS = frozenset(
    {"torso", "neckpart", "headpart"}
    | {f"{side}.{name}" for side in SIDES for name in ("foot", *(each[0] for each in LIMB))}
)
"""The names of all parts."""


def parts_of(body: Body, *, from_behind: bool = False) -> dict[str, Part]:
    """The parts of a body by their names.

    Args:
        body: The body.
        from_behind: Whether its back is seen: the collar is open in front alone.
    """
    parts = [_torso(body), _neck(body, NAPE if from_behind else COLLAR)]
    parts.append(Part("headpart", "head", (((body.at["head"], measures.SKULL),),)))
    for side in SIDES:
        for name, start, end, kind in LIMB:
            thick, thin = measures.THICK[name]
            hull = ((body.at[f"{side}.{start}"], thick), (body.at[f"{side}.{end}"], thin))
            parts.append(Part(f"{side}.{name}", kind, (hull,)))
        foot = tuple(
            (body.at[f"{side}.{joint}"], thick)
            for joint, thick in (("ankle", 4.4), ("heel", 3.6), ("ball", 3.2), ("toe", 2.4))
        )
        parts.append(Part(f"{side}.foot", "skin", (foot,)))
    return {part.name: part for part in parts}


def _torso(body: Body) -> Part:
    def pair(name: str, apart: float, thick: float, *, down: float = 0.0) -> tuple[Ball, Ball]:
        facing = body.facing[name]
        middle = add(body.at[name], facing.up, -down)
        return (add(middle, facing.side, apart), thick), (add(middle, facing.side, -apart), thick)

    hips, waist, chest = pair("hips", 7.6, 9.2), pair("waist", 6, 8.2), pair("chest", 8.5, 9)
    collar = (add(body.at["neck"], body.facing["neck"].up, -2), 5.5)
    shoulders = (*pair("neck", 11, 7, down=5), collar)
    return Part("torso", "torso", (hips + waist, waist + chest, chest + shoulders))


def _neck(body: Body, begin: float) -> Part:
    thick, thin = measures.THICK["neck"]
    root = add(body.at["neck"], body.facing["neck"].up, begin)
    return Part("neckpart", "neck", (((root, thick), (body.at["skull"], thin)),))
