"""Places and directions as an author writes them: "up+0.5*side", ["other.knee", -7, 5, 5]."""

from typing import TypeGuard

from skill.figures.body.joints import JOINTS, LEG, OF_ARM
from skill.figures.records import Spot
from skill.figures.vectors import AHEAD, ORIGIN, SIDE, UP, Vec, add, length, scaled, unit
from skill.library.reading import Table

FARTHEST = 300.0
"""No place is farther from the middle of the room than this, in centimetres."""

WORDS = {
    "up": UP,
    "down": scaled(UP, -1),
    "ahead": AHEAD,
    "behind": scaled(AHEAD, -1),
    "side": SIDE,
    "other": scaled(SIDE, -1),
}
OUT, IN = "out", "in"
"""Away from the middle of the body, and towards it: which way depends on the limb."""


def direction(table: Table, key: str, out: float) -> Vec | None:
    """A direction in words; None where there is none. `out` is 1 on the working side, -1 across."""
    text = table.text(key, optional=True)
    if not text:
        return None
    found = ORIGIN
    for term in text.split("+"):
        weight, _, word = term.strip().rpartition("*")
        way = scaled(SIDE, out if word == OUT else -out) if word in (OUT, IN) else WORDS.get(word)
        times = _weight(weight)
        if way is None or times is None:
            choices = ", ".join((*WORDS, OUT, IN))
            table.note(key, f"{term.strip()!r} is no direction: {choices}, or such as 0.5*up")
            return None
        found = add(found, way, times)
    if length(found) < 0.01:
        table.note(key, f"{text!r} points nowhere")
        return None
    return unit(found)


def _weight(text: str) -> float | None:
    if not text:
        return 1.0
    try:
        weight = float(text)
    except ValueError:
        return None
    return weight if 0 < weight <= 10 else None


def spot(table: Table, key: str, *, limb: str = "", both: bool = False) -> Spot | None:
    """A place; None where there is none, or what is there is no place.

    Args:
        table: Where it is read from.
        key: Its key.
        limb: Whose place it is: `side` or `other`.
        both: Whether it is written once for both limbs: sideways counts outwards, `own.` is the limb's
            own side and `far.` the one across.
    """
    value = table.value(key)
    if value is None:
        return None
    parsed = parsed_spot(value, limb, both=both)
    if isinstance(parsed, str):
        table.note(key, parsed)
        return None
    return parsed


def parsed_spot(value: object, limb: str = "", *, both: bool = False) -> Spot | str:
    """A place, or what is wrong with it."""
    parts: list[object] = value if isinstance(value, list) else [value]
    joint = parts[0] if parts and isinstance(parts[0], str) else ""
    given = parts[1:] if joint else parts
    numbers = [float(each) for each in given if _is_distance(each)]
    if len(numbers) != len(given) or len(numbers) not in ((0, 3) if joint else (3,)):
        return (
            'must be a place: [ahead, sideways, up] in centimetres, "other.knee",'
            ' or ["other.knee", ahead, sideways, up]'
        )
    if both:
        across = {"side": "other", "other": "side"}[limb]
        joint = joint.replace("own.", f"{limb}.").replace("far.", f"{across}.")
    if joint and joint not in JOINTS:
        return f"{joint!r} is no joint: {', '.join(sorted(JOINTS))}"
    offset = (numbers[0], numbers[1], numbers[2]) if numbers else ORIGIN
    if both and limb == "other":
        offset = (offset[0], -offset[1], offset[2])
    return Spot(offset, joint)


def _is_distance(value: object) -> TypeGuard[float]:
    return (
        isinstance(value, int | float) and not isinstance(value, bool) and -FARTHEST <= value <= FARTHEST
    )


def unreachable(joint: str, *, of_foot: bool, limb: str) -> str:
    """What is wrong with a foot or a hand that is placed beside a joint; empty for nothing."""
    if of_foot and (joint in OF_ARM or joint in {f"{limb}.{name}" for name in LEG if name != "hip"}):
        return (
            f"a foot cannot be placed beside {joint}: legs come before arms, and a foot before its leg"
        )
    if not of_foot and joint in OF_ARM and not joint.endswith(".shoulder"):
        return f"a hand cannot be placed beside {joint}: only beside the trunk or a leg"
    return ""
