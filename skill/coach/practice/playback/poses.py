"""Which frame of its figure the body is in at which second of an answer: for whatever draws it.

The words and the picture go by the same cues, so a figure bends its knee while that is being said.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from skill.coach.practice.cues.cues import Cue, Said
from skill.coach.practice.place import Phase, Place, Side
from skill.coach.practice.playback.hearing import Sent, played
from skill.coach.practice.practice import Item
from skill.coach.practice.score.score import Score
from skill.coach.practice.timeline import segment_at
from skill.figures.records import START, Way

LONGEST = 5.0
"""The most seconds that a change of position is drawn over; ours."""

WayOf = Callable[[Item], Way]
"""Tells the way of an item's figure, the easier one where it has frames of its own."""


@dataclass(frozen=True)
class Pose:
    """A frame that the body comes into."""

    at: float
    """Seconds from the answer's first word to where the body begins to move there."""
    moving: float
    """Seconds that the movement takes."""
    stretch: str
    """The stretch's id."""
    frame: str
    side: Side | None
    """The side that works in it; None for a stretch without sides."""


@dataclass(frozen=True)
class _Heard:
    """A cue of the coaching, when it begins, and its place."""

    at: float
    cue: Cue
    place: Place

    @property
    def part(self) -> "_Spot":
        """The phase of a repetition on a side that it belongs to."""
        return _part_of(self.place)


_Spot = tuple[int, Phase, int, Side | None]


def _part_of(place: Place) -> _Spot:
    return place.item, place.phase, place.repetition, place.side


@dataclass(frozen=True)
class _Part:
    """The cues of one phase, without a rest between them."""

    cues: tuple[_Heard, ...]
    cut: bool
    """Whether a rest comes before the phase is over."""
    goes_on: bool
    """Whether the phase began before a rest."""


def poses_of(score: Score, sent: Sent, way_of: WayOf) -> tuple[Pose, ...]:
    """All frames that the body comes into in an answer and its reprompt, in order.

    Args:
        score: The practice in words.
        sent: The answer.
        way_of: Tells the way of an item's figure.
    """
    poses: list[Pose] = []
    for part in _parts(score, sent):
        item = score.practice.items[part.cues[0].place.item]
        found = list(_of_part(score, item, way_of(item), list(part.cues)))
        # Between two halves of a change one rests in the first frame of it.
        for pose in found[:1] if part.cut else found[1:] or found if part.goes_on else found:
            if not poses or _shown(poses[-1]) != _shown(pose):
                poses.append(pose)
    return tuple(poses)


def _parts(score: Score, sent: Sent) -> Iterator[_Part]:
    """The coaching by phases; a rest in the middle of one parts it."""
    cues: list[_Heard] = []
    rested: Place | None = None
    for at, cue, place in played(score, sent):
        here = _Heard(at, cue, place) if cue is not None else None
        if cues and (here is None or here.part != cues[0].part):
            cut = here is None and _part_of(place) == cues[0].part
            yield _Part(tuple(cues), cut, rested is not None and _part_of(rested) == cues[0].part)
            cues, rested = [], None
        if here is None:
            rested = place
        else:
            cues.append(here)


def _shown(pose: Pose) -> tuple[str, str, Side | None]:
    return pose.stretch, pose.frame, pose.side


def _of_part(score: Score, item: Item, way: Way, cues: list[_Heard]) -> Iterator[Pose]:
    place = cues[0].place
    side = place.side
    match place.phase:
        case Phase.STEP:
            yield from _told(item, way, cues)
        case Phase.HOLD:
            yield Pose(round(cues[0].at, 3), 0.0, place.stretch, way.steps[-1], side)
        case Phase.MOVE:
            yield from _moving(way.move, cues[0], segment_at(score.practice, place).effort.seconds)
        case Phase.SWITCH:
            # The first one is still on the side that has worked.
            leaving, *entering = _spread(way.switch or way.steps, cues, side)
            yield replace(leaving, side=side.other if side is not None else None)
            yield from entering
        case Phase.SETTLE if place.repetition > 1:
            yield from _spread(way.again or way.steps[-1:], cues, side)
        case Phase.SETTLE:
            yield Pose(round(cues[0].at, 3), 0.0, place.stretch, START, side)
        case Phase.RELEASE:
            yield from _spread(way.release, cues, side)


def _told(item: Item, way: Way, cues: list[_Heard]) -> Iterator[Pose]:
    """The way in, told in steps or in brief."""
    place = cues[0].place
    if item.brief:
        yield from _spread(dict.fromkeys(way.steps), cues, place.side)
        return
    for each in cues:
        if isinstance(each.cue, Said):
            frame = way.steps[min(each.place.step, len(way.steps) - 1)]
            moving = min(each.cue.seconds, LONGEST)
            yield Pose(round(each.at, 3), moving, place.stretch, frame, place.side)


def _spread(frames: Iterable[str], cues: list[_Heard], side: Side | None) -> Iterator[Pose]:
    """Frames one after the other, each for as long, from the first cue's beginning to the last's end."""
    names = tuple(frames)
    begins, ends = cues[0].at, cues[-1].at + cues[-1].cue.seconds
    each = (ends - begins) / max(1, len(names))
    for number, name in enumerate(names):
        at = round(begins + number * each, 3)
        yield Pose(at, round(min(each, LONGEST), 3), cues[0].place.stretch, name, side)


def _moving(frames: tuple[str, ...], first: _Heard, seconds: float) -> Iterator[Pose]:
    """The frames of one repetition of a movement, from as much of it as is over."""
    each = seconds / max(1, len(frames))
    for number, name in enumerate(frames):
        begins, ends = number * each - first.place.held, (number + 1) * each - first.place.held
        if ends > 0:
            at = first.at + max(0.0, begins)
            moving = ends - max(0.0, begins)
            yield Pose(round(at, 3), round(moving, 3), first.place.stretch, name, first.place.side)
