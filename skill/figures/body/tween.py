"""The way from one frame to the next: bodies between them, that go through no floor."""

from collections.abc import Iterator

from skill.figures.body import measures
from skill.figures.body.joints import Body
from skill.figures.body.solving import solved, solved_between
from skill.figures.records import SIDES, Frame

TRIES = 12
"""How often hips or an ankle are lifted until nothing is under the floor."""


class Passage:
    """The way between two frames."""

    def __init__(self, a: Frame, b: Frame) -> None:
        self._a, self._b = a, b
        self._ends = (solved(a), solved(b))
        # What an end has under the floor its author has placed there; on the way it is no deeper.
        ends = [_missing(body) for body in self._ends]
        self._allowed = {key: max(0.0, *(end[key] for end in ends)) for key in ends[0]}

    def at(self, part: float) -> Body:
        """The body a part of the way, from 0 to 1; hips and ankles are lifted over the floor."""
        if part <= 0 or part >= 1:
            return self._ends[1 if part >= 1 else 0]
        lift = dict.fromkeys(self._allowed, 0.0)
        body = solved_between(self._a, self._b, part, lift, self._ends)
        for _ in range(TRIES):
            missing = {key: low - self._allowed[key] for key, low in _missing(body).items()}
            if max(missing.values()) <= 0.05:
                break
            for key, low in missing.items():
                lift[key] += max(0.0, low) * 0.8
            body = solved_between(self._a, self._b, part, lift, self._ends)
        return body

    def bodies(self, count: int) -> Iterator[Body]:
        """So many bodies between the two, slow at both ends and fast in between."""
        for number in range(1, count + 1):
            yield self.at(eased(number / (count + 1)))


def eased(part: float) -> float:
    """How far a movement has come after a part of its time: it starts and ends gently."""
    return part * part * (3 - 2 * part)


def _missing(body: Body) -> dict[str, float]:
    """How far knees, and each foot, are under the floor; negative over it."""
    radius = measures.THICK["shin"][0] - 2
    missing = {"hips": max(radius - body.at[f"{side}.knee"][2] for side in SIDES)}
    for side in SIDES:
        missing[side] = max(2 - body.at[f"{side}.toe"][2], 2.6 - body.at[f"{side}.heel"][2])
    return missing
