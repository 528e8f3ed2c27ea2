"""The names of joints, and a body as the places of all of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from skill.figures.records import SIDES, Bend
from skill.figures.vectors import Vec, cross, turned

TRUNK = ("hips", "waist", "chest", "neck", "skull", "head")
LEG = ("hip", "thigh", "knee", "shin", "ankle", "heel", "ball", "toe", "sole")
ARM = ("shoulder", "elbow", "fore", "wrist", "hand")
OF_LEG = frozenset(f"{side}.{name}" for side in SIDES for name in LEG)
OF_ARM = frozenset(f"{side}.{name}" for side in SIDES for name in ARM)
JOINTS = frozenset(TRUNK) | OF_LEG | OF_ARM
"""Every joint a place can be beside."""


@dataclass(frozen=True)
class Axes:
    """Which way a piece of the trunk looks: its front, its working side, its upper end."""

    front: Vec
    side: Vec
    up: Vec

    def bent(self, bend: Bend, share: float = 1.0) -> "Axes":
        """The same turned to the working side, bent forward and leaned, or a share of that."""
        turn, forward, lean = bend.turn * share, bend.bend * share, bend.lean * share
        front, side, up = turned(self.front, self.up, turn), turned(self.side, self.up, turn), self.up
        front, up = turned(front, side, forward), turned(up, side, forward)
        return Axes(front, turned(side, front, lean), turned(up, front, lean))


def axes(front: Vec, up: Vec) -> Axes:
    """Axes from two that are square to each other."""
    return Axes(front, cross(up, front), up)


@dataclass(frozen=True)
class Body:
    """A solved body."""

    at: Mapping[str, Vec]
    """Every joint."""
    facing: Mapping[str, Axes]
    """Of `hips`, `waist`, `chest`, `neck` and `head`."""
    toes: Mapping[str, Vec]
    """Where the toes point, along the shin, the kneecap's way and across: the ankle's angle."""
    kneecaps: Mapping[str, Vec]
    """Which way each kneecap looks."""
    wanted: Mapping[str, Vec]
    """Where ankles and wrists were to be; a limb that is too short does not get there."""
