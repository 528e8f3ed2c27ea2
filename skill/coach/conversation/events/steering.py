"""Wishes for what of a practice is done, and in which order."""

from dataclasses import dataclass

from skill.coach.conversation.events.event import AboutStretch, Asked, Event
from skill.coach.conversation.events.questions import Ahead


@dataclass(frozen=True)
class SkipNext(Event):
    """Wants what comes after the stretch in progress left out; at a rest, what was announced."""

    ahead: Ahead = Ahead.NEXT
    """`NEXT`, `AFTER_NEXT` or `ALL`."""


@dataclass(frozen=True)
class LeaveOut(AboutStretch):
    """Wants a stretch that is named left out of the practice under way; nothing of that is kept."""

    condition: str = ""
    """An id of the `CONDITION` slot type that was said with it; empty for none."""


@dataclass(frozen=True)
class DoneAlready(Event):
    """Says that a stretch was done already, somewhere else; nameless for the one in progress."""

    stretch: Asked


@dataclass(frozen=True)
class OnlyAt(Event):
    """Wants only the stretches of one place, and all of those."""

    place: str = ""
    """An id of the `PLACE` slot type."""


@dataclass(frozen=True)
class MoveStretch(Event):
    """Wants a stretch at another place in the practice."""

    stretch: Asked
    to: str = "last"
    """`last`, `next`, or `first`: now, as long as nothing of the one in progress is begun."""
    routine: Asked = Asked()
    """The routine that is to be started in that order; nameless for the practice under way."""
