"""Wishes for a practice: a stretch, a routine, one that is put together, or an earlier one again."""

from dataclasses import dataclass

from skill.coach.conversation.events.event import AboutStretch, Asked, Event
from skill.coach.practice.plan_wish import PlanWish


@dataclass(frozen=True)
class StartStretch(AboutStretch):
    """Wants to do a stretch."""

    side: str = ""
    """An id of the `SIDE` slot type: the side to begin with; empty where none was said."""
    only: str = ""
    """The same for the only side to do."""
    seconds: float | None = None
    """How long each hold is to be, today; None where no length was said."""
    number: float | None = None
    """A bare number: seconds of a hold, repetitions of a movement; None where none was said."""
    times: int = 0
    """How often it is to be done, today; 0 where that was not said."""
    level: str = ""
    """The id of a level for today; empty where none was said."""
    then: tuple[Asked, ...] = ()
    """The stretches that are to come after it."""
    then_seconds: float | None = None
    """How long each hold of the next one is to be; None where no length was said."""
    then_times: int = 0
    """How often the next one is to be done; 0 where that was not said."""
    then_side: str = ""
    """The side to begin the next one with; empty where none was said."""
    then_only: str = ""
    """The same for the only side to do of it."""
    condition: str = ""
    """An id of the `CONDITION` slot type that was said with it; empty for none."""
    besides: str = ""
    """A second one that was told in the same sentence; empty for none."""
    months: float | None = None
    """How many months ago that was, or began; None where it was not said. Never kept."""


class NameStretch(StartStretch):
    """Names a stretch and says nothing more: the answer to a question, or else a wish to do it."""


class StartIt(Event):
    """Wants to do what was last spoken of."""


@dataclass(frozen=True)
class MeantLength(Event):
    """Corrects the length that was just said, of a hold or of a practice."""

    number: float | None = None
    """A bare number: seconds of a hold, minutes of a practice; None where a length was said."""
    seconds: float | None = None
    """The length in seconds; None where only a number was said."""


@dataclass(frozen=True)
class MeantStretch(Event):
    """Corrects which stretch was meant by what was just said, whatever that was."""

    stretch: Asked
    """The stretch that was meant."""
    instead: Asked = Asked()
    """The one that was not; nameless where that was not said."""


CHANGES_OF_A_PRACTICE = ("gentle", "shorter", "longer")
"""How a practice that is done again may differ from what it was."""


@dataclass(frozen=True)
class RepeatPractice(Event):
    """Wants to do a practice again that is finished."""

    day: str = ""
    """An id of the `DAY` slot type; empty for the last one."""
    change: str = ""
    """One of `CHANGES_OF_A_PRACTICE`; empty for just the same."""
    that: bool = False
    """Whether "that one" was said: the stretch that was told of, where one was."""
    count: int = 0
    """How many of its stretches, the first ones; 0 for all."""
    times: int = 0
    """How often each is done; 0 for as often as today's dose has it."""
    only: str = ""
    """An id of the `SIDE` slot type: the only side that is done; empty for both."""


@dataclass(frozen=True)
class StartRoutine(Event):
    """Wants to do a routine: one by name, or one that is put together for the occasion."""

    routine: Asked = Asked()
    """The routine that was named; nameless for a wish."""
    wish: PlanWish | None = None
    """The wish for one that is put together; None where only a name was said."""
    condition: str = ""
    """An id of the `CONDITION` slot type that was named with it; empty for none."""
    missing: str = ""
    """An id of the `EQUIPMENT` slot type: what is not there, where nothing else was said."""
    level: str = ""
    """The id of a level for this time; empty where none was said."""
    company: bool = False
    """Whether somebody else joins in."""
    without: Asked = Asked()
    """A stretch to leave out today."""
    besides: str = ""
    """A second one that was told in the same sentence; empty for none."""
    months: float | None = None
    """How many months ago that was, or began; None where it was not said. Never kept."""


@dataclass(frozen=True)
class PlayThrough(Event):
    """Wants a practice without a break: what is named, or else what is under way."""

    stretch: Asked = Asked()
    """The stretch that was named; nameless for a routine."""
    routine: Asked = Asked()
    """The routine that was named; nameless for a stretch, or a wish."""
    wish: PlanWish | None = None
    """The wish for one that is put together; None where no length was said."""

    @property
    def is_nameless(self) -> bool:
        """Whether it is not said what is to be played."""
        return self.stretch.is_nameless and self.routine.is_nameless and self.wish is None


@dataclass(frozen=True)
class ResumePractice(Event):
    """Wants to go on with an earlier practice."""

    day: str = ""
    """An id of the `DAY` slot type; empty where no day was said."""
    routine: Asked = Asked()
    """The routine that was named, if any."""
    stretch: Asked = Asked()
    """The stretch that was named, if any: a practice of it, or one that was left at it."""

    @property
    def named(self) -> Asked:
        """What was named, if anything."""
        return self.routine if self.routine.heard or self.routine.ids else self.stretch


@dataclass(frozen=True)
class StartFrom(Event):
    """Wants to begin in the middle of a practice, or of a routine."""

    stretch: Asked = Asked()
    """The stretch to begin with; nameless where its number was said."""
    ordinal: str = ""
    """An id of the `ORDINAL` slot type; empty where none was said."""
    routine: Asked = Asked()
    """The routine that was named; nameless for the practice under way."""
