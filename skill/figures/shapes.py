"""A picture as flat shapes, the farthest first; a writer makes SVG or vector graphics of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a colour is for; a theme says which colour that is."""

    PAPER = "paper"
    """What is drawn on, and the halo around every part of the body."""
    TOP = "top"
    TOP_FAR = "top_far"
    LEGS = "legs"
    LEGS_FAR = "legs_far"
    WORK = "work"
    """The limb that works."""
    WORK_FAR = "work_far"
    SKIN = "skin"
    SHADE = "shade"
    """Nose and ears."""
    HAIR = "hair"
    FACE = "face"
    """The closed eyes."""
    SEAM = "seam"
    """Down the middle of chest and back: it shows a turn."""
    MAT = "mat"
    MAT_EDGE = "mat_edge"
    PROP = "prop"
    PROP_EDGE = "prop_edge"
    STRAP = "strap"
    GLOW = "glow"
    ARROW = "arrow"
    LETTER = "letter"


Theme = Mapping[Role, str]
"""A colour, written #rrggbb, for every role."""


@dataclass(frozen=True)
class Shape:
    """An outline that is filled or drawn as a line."""

    path: str
    """M, L, A, Q and Z alone, all absolute, in centimetres."""
    role: Role
    line: float = 0.0
    """The width of the line; 0 for one that is filled."""
    halo: float = 0.0
    """The width of the line in the paper's colour around what is filled."""
    opacity: float = 1.0


@dataclass(frozen=True)
class Box:
    """The part of the drawing that is seen."""

    x: float
    y: float
    wide: float
    high: float

    def joined(self, other: "Box") -> "Box":
        """The box around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        right = max(self.x + self.wide, other.x + other.wide)
        bottom = max(self.y + self.high, other.y + other.high)
        return Box(x, y, right - x, bottom - y)

    def towards(self, other: "Box", part: float) -> "Box":
        """A box a part of the way to another one."""
        pairs = ((self.x, other.x), (self.y, other.y), (self.wide, other.wide), (self.high, other.high))
        return Box(*(a + (b - a) * part for a, b in pairs))


@dataclass(frozen=True)
class Picture:
    """One picture of a body, for either side."""

    shapes: tuple[Shape, ...]
    box: Box
    turned_over: bool = False
    """Whether it is shown as its mirror image: what is drawn once serves both sides."""
    letter: tuple[float, float] | None = None
    """Where the letter of the side belongs, in the picture as it is shown; None for no letter."""
    things: int = 0
    """How many shapes are things behind the body; the letter comes after them."""
