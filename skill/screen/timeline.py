"""The cues of an answer as what is to be seen, and when: stages, sentences, and frames of figures.

The clock is that of the answer: its first word is at 0, and the reprompt comes after `LISTENING_GAP`, as
in `hearing.played`. So the screen, the voice and the place agree.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter

from skill.coach.conversation.reply import Reply
from skill.coach.conversation.state.state import Running
from skill.coach.practice.cues.cues import Cue, Said, length
from skill.coach.practice.place import WORK_PHASES, Phase, Place, Side
from skill.coach.practice.playback.hearing import LISTENING_GAP
from skill.coach.practice.practice import Practice
from skill.coach.practice.timeline import segment_at
from skill.coach.practice.wordings.texts import sentences
from skill.figures.records import START, Way

LISTEN, REST = "listen", "rest"
"""What a stage is beside the phases of a stretch: words before the coaching, a rest between parts."""


@dataclass(frozen=True)
class Shot:
    """One frame of one figure, for one side."""

    stretch: str
    """The stretch's id."""
    frame: str
    side: Side | None
    """None for a stretch without sides."""


@dataclass(frozen=True)
class ScreenStage:
    """One phase of one repetition on one side, or something between two of them."""

    at: float
    """Seconds from the answer's first word to its beginning."""
    kind: str
    """A phase, `LISTEN` or `REST`."""
    place: Place
    """Where in the practice it is; at a rest, what comes next. It may be the practice's end."""
    begins: float = 0.0
    """For a hold or a movement: when its first second was, or would have been, in this answer."""
    whole: float = 0.0
    """Seconds that the whole hold or repetition lasts; 0 for anything else."""


@dataclass(frozen=True)
class Mark:
    """A moment at which something changes on the screen."""

    at: float
    """Seconds from the answer's first word."""
    stage: int
    """The number of the stage it is in."""
    words: str
    """The sentence that is said, or was said last."""
    shot: Shot | None
    """What the body does; None where nothing of it is to be seen."""


@dataclass(frozen=True)
class ScreenTimeline:
    """Everything that changes on the screen while an answer and its reprompt are heard."""

    stages: tuple[ScreenStage, ...]
    marks: tuple[Mark, ...]
    answered: float
    """Seconds that the answer takes, its prompt included."""
    over: float
    """Seconds until nobody speaks any more: with the reprompt, if there is one."""


LEFT_BY_A_CUT = frozenset({*WORK_PHASES, Phase.RELEASE})
"""Kinds of stages after which a part of the coaching may break off."""

Ways = Callable[[int], Way]
"""Which frame a body is in, for an item of the practice given by its number."""


def timeline_of(reply: Reply, running: Running, ways: Ways) -> ScreenTimeline:
    """What is to be seen while an answer is heard that coaches.

    Args:
        reply: The answer.
        running: The practice, with the answer as it was sent.
        ways: The frames of its figures.
    """
    tracks = _Tracks(running.practice, running)
    answered = length(reply.spoken)
    tracks.add(reply.spoken, 0.0, running.sent.cut)
    over = answered
    if reply.reprompt:
        over = answered + LISTENING_GAP + length(reply.reprompt)
        tracks.add(reply.reprompt, answered + LISTENING_GAP, running.sent.end or running.sent.cut)
    stages = tuple(tracks.stages)
    known = cache(ways)
    ends = [*(stage.at for stage in stages[1:]), over]
    shots = [
        shot
        for number, (stage, end) in enumerate(zip(stages, ends, strict=True))
        for shot in _shots(running, number, stage, end, known, tracks.steps)
    ]
    return ScreenTimeline(stages, tuple(_marks(stages, tracks.said, shots)), answered, round(over, 3))


class _Tracks:
    """The stages, and what is said, as they are found along the cues."""

    def __init__(self, practice: Practice, running: Running) -> None:
        self.stages: list[ScreenStage] = []
        self.said: list[tuple[float, str]] = []
        self.steps: list[tuple[float, int, Place]] = []
        """When each step is told, the number of its stage, and its place."""
        self._practice = practice
        self._running = running

    def add(self, cues: Sequence[Cue], at: float, cut: Place) -> None:
        """Add cues that begin at a second and coach up to a place."""
        ahead = self._running.sent.start if not self.stages else self.stages[-1].place
        coached = False
        for cue in cues:
            if cue.place is None:
                rests = coached or bool(self.stages and self.stages[-1].kind == REST)
                self._go_on(at, REST if rests else LISTEN, cut if coached else ahead)
            else:
                coached = True
                self._coached(at, cue.place, cut)
            if isinstance(cue, Said):
                self._say(at, cue)
            at = round(at + cue.seconds, 3)

    def _coached(self, at: float, place: Place, cut: Place) -> None:
        last = self.stages[-1] if self.stages else None
        kind = place.phase
        if last is None or last.kind != kind or not _is_same(last.place, place):
            spot = place.begun
            if last is not None and last.kind in LEFT_BY_A_CUT and place == cut:
                # A part that breaks off: its last words tell the way out of what was done last.
                self._go_on(at, Phase.RELEASE, last.place)
                return
            if kind in WORK_PHASES:
                whole = segment_at(self._practice, place).effort.seconds
                self._go_on(at, kind, spot, round(at - place.held, 3), whole)
            else:
                self._go_on(at, kind, spot)
        if kind is Phase.STEP and (not self.steps or self.steps[-1][2] != place):
            self.steps.append((at, len(self.stages) - 1, place))

    def _say(self, at: float, said: Said) -> None:
        """Add the sentences of a text, each from the second at which it begins, by its letters."""
        shares = _shares(said.text)
        if len(shares) == 1:  # most texts, and every second that is counted
            self.said.append((at, shares[0][0]))
            return
        for sentence, share in shares:
            self.said.append((round(at, 3), sentence))
            at += said.seconds * share

    def _go_on(
        self, at: float, kind: str, place: Place, begins: float = 0.0, whole: float = 0.0
    ) -> None:
        """Begin a stage, unless the last one is it."""
        last = self.stages[-1] if self.stages else None
        if last is None or (last.kind, last.place) != (kind, place):
            self.stages.append(ScreenStage(at, kind, place, begins, whole))


def _is_same(one: Place, other: Place) -> bool:
    """Whether two places lie in the same phase of the same effort."""
    here = one.item == other.item and one.repetition == other.repetition
    return here and one.side is other.side and one.phase is other.phase


@lru_cache(maxsize=1024)  # most of what is said in a practice is said again in its next answer
def _shares(text: str) -> tuple[tuple[str, float], ...]:
    told = [sentence for sentence in sentences(text) if sentence]
    letters = sum(map(len, told))
    return tuple((sentence, len(sentence) / letters) for sentence in told)


def _shots(
    running: Running,
    number: int,
    stage: ScreenStage,
    end: float,
    ways: Ways,
    steps: Sequence[tuple[float, int, Place]],
) -> Iterator[tuple[float, Shot]]:
    """What the body does in a stage, and from when on."""
    place = stage.place
    practice = running.practice
    if practice.is_end(place):
        return
    way = ways(place.item)
    told = [(at, step.step) for at, of, step in steps if of == number]
    if stage.kind is Phase.STEP and not practice.items[place.item].brief:
        for at, step in told:
            yield at, _shot(place, way.steps[min(step, len(way.steps) - 1)])
        return
    frames = frames_of(way, stage.kind, place, first=practice.is_before(place))
    if stage.kind == LISTEN and not running.sent.out:
        frames = (way.move or way.steps)[-1:]
    for index, frame in enumerate(frames):
        yield round(stage.at + index * (end - stage.at) / len(frames), 3), _shot(place, frame)


def frames_of(way: Way, kind: str, place: Place, *, first: bool) -> Sequence[str]:
    """The frames of a stage, in their order.

    Args:
        way: Which frames the figure has for what is said.
        kind: The stage's kind.
        place: Where in the practice it is.
        first: Whether the place is the beginning of its stretch.
    """
    held = (way.move or way.steps)[-1:]
    match kind:
        case Phase.HOLD:
            return way.steps[-1:]
        case Phase.MOVE:
            return way.move or held
        case Phase.STEP:
            return tuple(dict.fromkeys(way.steps))
        case Phase.SWITCH:
            return way.switch or held
        case Phase.RELEASE:
            return way.release or held
        case Phase.SETTLE:
            return (START,) if first else way.again or held
        case _:  # what comes next is shown at its far end: that is what it is known by
            return held if place.phase in WORK_PHASES or kind == REST else (START,) if first else held


@lru_cache(maxsize=1024)
def _shot(place: Place, frame: str) -> Shot:
    return Shot(place.stretch, frame, place.side)


def _marks(
    stages: Sequence[ScreenStage],
    said: Sequence[tuple[float, str]],
    shots: Sequence[tuple[float, Shot]],
) -> list[Mark]:
    """All tracks in one: a mark wherever one of them changes."""
    changes: list[tuple[float, int, int, str, Shot | None]] = [(0.0, 0, 0, "", None)]
    changes += [(stage.at, 0, number, "", None) for number, stage in enumerate(stages)]
    changes += [(at, 1, 0, words, None) for at, words in said]
    changes += [(at, 2, 0, "", shot) for at, shot in shots]
    changes.sort(key=itemgetter(0, 1))
    marks: list[Mark] = []
    stage, words, shot = 0, "", None
    for at, track, number, told, seen in changes:
        if track == 0:
            stage = number
        elif track == 1 and (" " in told or stages[stage].kind not in WORK_PHASES):
            words = told  # what is counted aloud stands in the ring
        elif track == 2:
            shot = seen
        if marks and marks[-1].at == at:
            marks.pop()
        elif marks and (marks[-1].stage, marks[-1].words) == (stage, words) and marks[-1].shot is shot:
            continue
        marks.append(Mark(at, stage, words, shot))
    return marks
