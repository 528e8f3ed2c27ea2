"""Wishes about routines of one's own."""

from dataclasses import dataclass

from skill.coach.conversation.events.event import Asked, Event


@dataclass(frozen=True)
class CreateRoutine(Event):
    """Wants a routine of their own."""

    name: str = ""
    """The routine's name; empty where none was said."""


@dataclass(frozen=True)
class AddStretch(Event):
    """Wants a stretch in the routine that is being made."""

    stretch: Asked
    """The stretch that was named."""
    instead: Asked = Asked()
    """The one whose place it takes; nameless where it is one more."""
    then: tuple[Asked, ...] = ()
    """Those that are to come after it, in their order."""


@dataclass(frozen=True)
class SaveRoutine(Event):
    """Gives the routine a name, and wants it kept."""

    name: str = ""
    """Empty where no name was understood."""


@dataclass(frozen=True)
class DeleteRoutine(Event):
    """Wants one of their own routines deleted."""

    routine: Asked
    """The routine that was named."""
