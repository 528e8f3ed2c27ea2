"""A figure as records: what `content/figures/<stretch id>.toml` says, all of it without words.

Lengths are in centimetres, angles in degrees. `side` is the limb that works, `other` the one across.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from skill.figures.vectors import Vec

SIDES = ("side", "other")
"""The two halves of the body, the working one first."""

TRUNK = "trunk"
"""What works where no limb does."""

HOLD = "hold"
"""The frame that every figure has: what is held, or the far end of a movement."""

START = "start"
"""The frame that every figure has: the body before the first step."""


class Base(StrEnum):
    """What the pelvis is turned from."""

    STANDING = "standing"
    SITTING = "sitting"
    KNEELING = "kneeling"
    LYING_BACK = "lying_back"
    LYING_FRONT = "lying_front"
    HANDS_AND_KNEES = "hands_and_knees"


class PropKind(StrEnum):
    """What stands or lies about."""

    MAT = "mat"
    WALL = "wall"
    BED = "bed"
    PILLOW = "pillow"
    CHAIR = "chair"


@dataclass(frozen=True)
class Bend:
    """How far something is turned to the working side, bent forward, and leaned to that side."""

    turn: float = 0.0
    bend: float = 0.0
    lean: float = 0.0


STRAIGHT = Bend()


@dataclass(frozen=True)
class Spot:
    """A place: in the room, or beside a joint."""

    offset: Vec
    joint: str = ""
    """Empty for a place in the room."""


@dataclass(frozen=True)
class Limbs:
    """The leg and the arm of one side."""

    foot: Spot
    """Where the ankle is."""
    hand: Spot
    """Where the wrist is."""
    toes: Vec | None = None
    """Where the toes point; None for straight ahead of the kneecap."""
    knee: Vec | None = None
    """Which way the knee points; None for the front of the pelvis."""
    elbow: Vec | None = None
    """Which way the elbow points; None for outwards and down."""
    fingers: Vec | None = None
    """Where the fingers point; None for on along the forearm."""


@dataclass(frozen=True)
class Glow:
    """Where it is felt."""

    at: Spot
    radius: float


@dataclass(frozen=True)
class Arrow:
    """Which way something moves: from the first place to the last, bent by those between."""

    points: tuple[Spot, ...]


@dataclass(frozen=True)
class Frame:
    """One position of the whole body."""

    body: Base
    hips: Vec
    limbs: Mapping[str, Limbs]
    """Of `side` and of `other`."""
    pelvis: Bend = STRAIGHT
    spine: Bend = STRAIGHT
    head: Bend = STRAIGHT
    free: frozenset[str] = frozenset()
    """Hands and feet that touch nothing, such as `side.foot`."""
    glows: tuple[Glow, ...] = ()
    arrows: tuple[Arrow, ...] = ()


@dataclass(frozen=True)
class View:
    """Where one looks from."""

    round: float
    """0 from the working side, 90 from ahead or the feet, -90 from behind or the head, 180 from the far
    side."""
    height: float
    """0 level with the floor, 90 from above."""
    stay: bool = False
    """Whether the picture of the other side keeps the view and turns the body, instead of turning the
    picture over: wherever the body goes from side to side in one movement."""


@dataclass(frozen=True)
class Prop:
    """A thing, with its middle on the floor, how long it is ahead, how wide, and how high."""

    kind: PropKind
    x: float
    y: float
    long: float
    wide: float
    high: float
    low: float = 0.0
    """How far over the floor it begins."""
    used: frozenset[str] = frozenset()
    """The frames in which it is seen, because it is used or about to be; none for all."""

    def is_away(self, *frames: str) -> bool:
        """Whether it is of no use in any of these frames: it would only ask what it is for."""
        return bool(self.used) and self.used.isdisjoint(frames)


@dataclass(frozen=True)
class Way:
    """Which frame the body is in after each thing that is said: the names of frames, in their order."""

    steps: tuple[str, ...]
    """One for each step; the same name again where a step moves nothing."""
    move: tuple[str, ...] = ()
    """One for each text of a movement."""
    again: tuple[str, ...] = ()
    """Out of a hold and in again, one for each text; the last one is held."""
    switch: tuple[str, ...] = ()
    """Over to the other side, one for each text: the first one still on the side that has worked."""
    release: tuple[str, ...] = ()
    """The way out."""


@dataclass(frozen=True)
class Figure:
    """One stretch, drawn."""

    id: str
    view: View
    frames: Mapping[str, Frame]
    """By their names, in the order of the file."""
    way: Way
    """As usual."""
    ways: Mapping[str, Way] = field(default_factory=dict)
    """The easier ways that have frames of their own."""
    accent: frozenset[str] = frozenset()
    """What works: limbs such as `side.leg`, or the `trunk`."""
    props: tuple[Prop, ...] = ()
    straps: tuple[tuple[Spot, ...], ...] = ()
    strapped: frozenset[str] = frozenset()
    """The frames that have the straps; none for all."""
    over: tuple[tuple[str, str], ...] = ()
    """Parts that lie over others whatever the geometry says."""
    apart: frozenset[str] = frozenset()
    """Frames so much larger than the others that they have a box of their own."""
    letter: Vec | None = None
    """Where on the floor the letter of the working side lies; None for a stretch without sides."""
