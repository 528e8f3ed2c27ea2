"""Questions: about a stretch, about time and place, about what there is."""

from dataclasses import dataclass
from enum import StrEnum

from skill.coach.conversation.events.event import AboutStretch, Asked, Event


@dataclass(frozen=True)
class AskWhy(Event):
    """Wants to know why the practice has these stretches."""


class Ahead(StrEnum):
    """What somebody wants to know, or have left out, of what is still to come."""

    NOTHING = "nothing"
    """Only where they are."""
    NEXT = "next"
    AFTER_NEXT = "after_next"
    """What comes after that."""
    ALL = "all"
    """Everything that is still to come."""
    STRETCHES = "stretches"
    """How many stretches are left."""
    LENGTH = "length"
    """How long the practice is in all."""
    HALF = "half"
    """Whether they are halfway."""
    SO_FAR = "so_far"
    """How far they are, and how much is left in all."""
    INSIDE = "inside"
    """What the whole practice has, done or still to come."""
    THOSE = "those"
    """Which ones those are whose number was just told."""


@dataclass(frozen=True)
class AskAdvice(Event):
    """Wants general advice about stretching."""

    topic: str = ""
    """An id of the `ADVICE` slot type; empty for any."""


class AskHoldTime(AboutStretch):
    """Wants to know how long a stretch is held."""


@dataclass(frozen=True)
class AskLength(AboutStretch):
    """Wants to know how long a stretch, or a routine, takes from its first word to its last."""

    routine: Asked = Asked()
    """The routine that was named; nameless for a stretch."""


class AskRepetitions(AboutStretch):
    """Wants to know how often a stretch is done."""


@dataclass(frozen=True)
class AskHowTo(AboutStretch):
    """Wants to know how a stretch is done."""

    ordinal: str = ""
    """An id of the `ORDINAL` slot type: which one of a list, or of the practice; empty for none."""


class AskBenefit(AboutStretch):
    """Wants to know what a stretch is good for."""


class AskFelt(AboutStretch):
    """Wants to know where a stretch should be felt."""


class AskEasier(AboutStretch):
    """Wants to know an easier way to do a stretch."""


@dataclass(frozen=True)
class AskCaution(AboutStretch):
    """Wants to know what to be careful about in a stretch."""

    condition: str = ""
    """An id of the `CONDITION` slot type: whether the stretch is all right with that; empty for any."""
    unknown: str = ""
    """The words for a condition that nobody knows."""
    besides: str = ""
    """A second one that was told in the same sentence; empty for none."""
    months: float | None = None
    """How many months ago that was, or began; None where it was not said. Never kept."""
    ordinal: str = ""
    """An id of the `ORDINAL` slot type: which one of a list, or of the practice; empty for none."""
    place: str = ""
    """An id of the `PLACE` slot type: whether the body may be there at all; empty for none."""


class AskSource(AboutStretch):
    """Wants to know who recommends a stretch."""


class AskTimeLeft(Event):
    """Wants to know how long is left."""


@dataclass(frozen=True)
class AskWhere(Event):
    """Wants to know where in the practice they are, and on which side; or what is still to come."""

    ahead: Ahead = Ahead.NOTHING
    stretch: Asked = Asked()
    """The stretch of which it is asked whether it comes; nameless for none."""
    place: str = ""
    """An id of the `PLACE` slot type: whether anything of it is done there; empty for any."""
    left: str = ""
    """What is asked with it of what is left, `time` or `stretches`; empty where nothing is."""
    thing: str = ""
    """An id of the `EQUIPMENT` slot type: whether it is needed; `everything` for what is; empty where
    nothing of the kind is asked."""
    side: str = ""
    """An id of the `SIDE` slot type: whether that side is still to come; empty for none."""


@dataclass(frozen=True)
class ListStretches(Event):
    """Wants to know which stretches there are."""

    area: str = ""
    """An id of `areas.toml`: only stretches that may help there; empty for any."""
    place: str = ""
    """An id of the `PLACE` slot type: only stretches done there; empty for any."""
    condition: str = ""
    """An id of the `CONDITION` slot type: only stretches that suit it; empty for any."""
    routine: Asked = Asked()
    """Only the stretches of this routine; nameless for any."""
    besides: str = ""
    """A second one that was told in the same sentence; empty for none."""
    months: float | None = None
    """How many months ago that was, or began; None where it was not said. Never kept."""


class ListRoutines(Event):
    """Wants to know which routines there are."""
