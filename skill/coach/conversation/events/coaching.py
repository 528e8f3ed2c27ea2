"""Wishes in the middle of a practice: to go on, to wait, to do it longer or otherwise."""

from dataclasses import dataclass

from skill.coach.conversation.events.event import Event


@dataclass(frozen=True)
class PlayerMode(Event):
    """Wants what is up to a player or a device, and not to a coach."""

    mode: str
    """`loop`, `shuffle` or `volume`."""


class Next(Event):
    """Wants the next stretch; at a rest, the part that was announced."""


class Skip(Event):
    """Wants the stretch in progress left out; at a rest, the one that was announced."""


class Previous(Event):
    """Wants the stretch before."""


class Repeat(Event):
    """Wants the same again: this hold, or what was said."""


class StartOver(Event):
    """Wants the practice from its beginning."""


class Pause(Event):
    """Wants the coach to wait."""


class Enough(Event):
    """Has enough: of a hold that lasts until a word, or else of it all."""


class Stay(Event):
    """Wants to stay in the hold in progress until they say a word."""


class Resume(Event):
    """Wants to go on."""


@dataclass(frozen=True)
class AdjustHold(Event):
    """Wants a hold longer, shorter, or so many seconds long: this one, where no other is meant."""

    change: str = ""
    """`longer`, `shorter`, or empty where a length was named."""
    seconds: float | None = None
    """By how much, or how long, in seconds; None where no length was said."""
    rest: bool = False
    """Whether it is for all that is still to come of this practice, and no longer."""
    always: bool = False
    """Whether it is for every hold from now on."""
    times: int = 0
    """How often the stretch in progress is to be done with it, today; 0 where that was not said."""
    today: bool = False
    """Whether it is for this time alone, and not kept."""


@dataclass(frozen=True)
class SkipAndAdjust(Event):
    """Wants the stretch in progress left out, and the rest held longer, say, or told more slowly."""

    change: str
    """An id of the `CHANGE` slot type."""


@dataclass(frozen=True)
class ChangeTimes(Event):
    """Wants the stretch in progress done so often, today."""

    times: int
    """How often; 0 where it was not understood."""


@dataclass(frozen=True)
class ChangeLevel(Event):
    """Wants less or more of everything: gentle, standard or longer."""

    level: str
    """The id of a level; empty where it was not understood."""
    always: bool = False
    """Whether it is for all stretches from now on, and not only for this one."""
    today: bool = False
    """Whether it is for what is practised in this session alone, and not kept."""


@dataclass(frozen=True)
class ChangePace(Event):
    """Wants it slower or faster, or wants to be told less or more."""

    change: str
    """`slower`, `faster`, `less_talking` or `more_talking`."""
    today: bool = False
    """Whether it is for what is practised in this session alone, and not kept."""


class LengthenSettle(Event):
    """Wants more time to get into position."""


@dataclass(frozen=True)
class Arrived(Event):
    """Says that they are in position."""

    now: bool = False
    """Whether the hold is to begin at once."""


@dataclass(frozen=True)
class SkipSide(Event):
    """Wants a side left out this time, only one, or one now; where none is said, the other one."""

    side: str = ""
    """An id of the `SIDE` slot type: the side to leave out; empty where none was said. Beside `to` it is
    the one that was not meant."""
    only: str = ""
    """The same for the only side to do."""
    to: str = ""
    """The same for the side to go on with now."""
    again: str = ""
    """The same for the side to do once more."""
    too: str = ""
    """The same for the side that is to come as well, in its turn."""
    last: str = ""
    """The same for the side that is to come after the other one."""
