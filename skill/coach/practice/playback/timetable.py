"""Where in a practice somebody is at every moment of a stream of sound that carries part of it.

A stream is the one thing of which the platform tells how far it was heard: the place is exact then.
"""

from dataclasses import dataclass
from itertools import pairwise

from skill.coach.practice.place import WORK_PHASES, Phase, Place


@dataclass(frozen=True)
class Mark:
    """A moment at which something begins."""

    at: float
    """Seconds from the beginning of the stream."""
    place: Place
    """Where in the practice it begins."""


@dataclass(frozen=True)
class HeardStream:
    """What was heard of a stream by a moment."""

    place: Place
    """Where in the practice the person is."""
    worked: float
    """Seconds held or moved in this stream."""
    done: float | None
    """Seconds from its beginning to the end of the stretch's work; None where that was not heard."""


@dataclass(frozen=True)
class Timetable:
    """The places of one stream, which has no more than one stretch, or part of it."""

    marks: tuple[Mark, ...]
    """Everything in it that has a place, in order; what comes before that is at `start`."""
    seconds: float
    """How long it is."""
    start: Place
    """Where in the practice it begins."""
    end: Place
    """Where the practice stands when it is over."""

    def heard(self, seconds: float) -> HeardStream:
        """What was heard by so many seconds after it began; infinity for all of it."""
        place, worked, done = self.start, 0.0, None
        for mark, following in pairwise((*self.marks, Mark(self.seconds, self.end))):
            if seconds < mark.at:
                break
            place = mark.place
            if place.phase in WORK_PHASES:
                into = min(seconds, following.at) - mark.at
                worked += into
                place = place.after(place.held + into)
            elif place.phase is Phase.RELEASE and self.start.phase is not Phase.RELEASE:
                done = mark.at if done is None else done
        if seconds >= self.seconds:
            place = self.end
        return HeardStream(place, round(worked, 3), done)
