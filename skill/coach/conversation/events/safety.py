"""What is said of a body: pain, conditions, the way up; and stretches that are left out for good."""

from dataclasses import dataclass

from skill.coach.conversation.events.event import AboutStretch, Asked, Event


@dataclass(frozen=True)
class Pain(Event):
    """Says that something hurts, or is wrong."""

    symptom: str = ""
    """An id of the `SYMPTOM` slot type; empty where none was named. It decides the answer and is
    never kept."""
    also: str = ""
    """A second one, where two were named: the graver of them counts."""


@dataclass(frozen=True)
class HasCondition(Event):
    """Says what a body has, or cannot do. It counts for the session and is never kept."""

    condition: str = ""
    """An id of the `CONDITION` slot type; empty for one that nobody knows."""
    stretch: Asked = Asked()
    """The stretch it was said about; nameless for none."""
    besides: str = ""
    """A second one that was told in the same sentence; empty for none."""
    unknown: str = ""
    """The words for one that nobody knows, beside one that is known; empty for none."""
    further: str = ""
    """A third one; empty for none."""
    months: float | None = None
    """How many months ago that was, or began; None where it was not said. Never kept."""


@dataclass(frozen=True)
class HowLongAgo(Event):
    """Says how long ago something was, or began, and not what. It is never kept."""

    months: float = 0.0


@dataclass(frozen=True)
class AskPosture(Event):
    """Wants to know the safe way up, down or over, or is stuck."""

    way: str = ""
    """An id of the `POSTURE` slot type; empty where it was not said which way."""


class AvoidStretch(AboutStretch):
    """Does not want a stretch in any routine from now on."""


class OnlyToday(Event):
    """Meant only for today what was just kept for good."""


class AskLeftOut(Event):
    """Wants to know which stretches are left out for good."""


class AllowStretch(AboutStretch):
    """Wants a stretch again that is left out."""
