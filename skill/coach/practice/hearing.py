"""Where in an answer somebody is by now.

The platform tells when a request was made, and nothing about how far the answer had got. The place
is found by walking the time since then along what the answer held: its lead, the coaching, the
prompt; then the listening gap; then the reprompt with the next part of the coaching.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from skill.coach.practice.cues import Cue
from skill.coach.practice.packing import body_at, part
from skill.coach.practice.place import WORK_PHASES, Phase, Place
from skill.coach.practice.score import Score

LISTENING_GAP = 8.0
"""Seconds the microphone stays open after an answer (`docs/platform.md`)."""


@dataclass(frozen=True)
class Sent:
    """What rebuilds the last coaching answer, and when it went out."""

    at: datetime
    body: str
    """The position the body was in when it began."""
    lead: float
    """Seconds of words before the coaching."""
    out: bool
    """Whether the body was out of the stretch when it began: it is then told the way back in."""
    way_in: float
    """Seconds at the end of the lead in which that way is told."""
    start: Place
    cut: Place
    """Where the answer's part ends and the reprompt's begins."""
    prompt: float = 0.0
    """Seconds of the words after the answer's part."""
    bridge: float = 0.0
    """Seconds of the words before the reprompt's part."""
    end: Place | None = None
    """Where the reprompt's part ends; None where the reprompt carries no coaching."""


@dataclass(frozen=True)
class HeardPart:
    """What is known to have been heard of an answer."""

    place: Place
    """Where the person is."""
    resting: bool
    """Between two parts, or after the last: nothing is being done."""
    out: bool
    """Out of the stretch, and not yet told the way back in."""
    worked: Mapping[int, float]
    """Seconds held or moved, by item."""
    done: Mapping[int, float]
    """Items whose work was over, and how many seconds after the answer went out."""


def hear(score: Score, sent: Sent, seconds: float) -> HeardPart:
    """What was heard of an answer some seconds after it went out; infinity for all of it."""
    place, resting = sent.start, False
    out = sent.out and seconds < sent.lead - sent.way_in
    worked: dict[int, float] = {}
    done: dict[int, float] = {}
    for begins, cue, at in played(score, sent):
        if seconds < begins:
            break
        place, resting, out = at, cue is None, cue is None
        if cue is None:
            continue
        if at.phase in WORK_PHASES:
            into = min(seconds - begins, cue.seconds)
            worked[at.item] = worked.get(at.item, 0.0) + into
            place = at.after(at.held + into)
        elif at.phase is Phase.RELEASE and sent.start.phase is not Phase.RELEASE:
            done.setdefault(at.item, begins)
    return HeardPart(place, resting, out, worked, done)


def played(score: Score, sent: Sent) -> Iterator[tuple[float, Cue | None, Place]]:
    """Everything played, with the second at which it begins; None for what is no coaching."""
    now = sent.lead
    for cue in part(score, sent.start, sent.cut, sent.body, out=sent.out):
        yield now, cue, cue.place or sent.start
        now += cue.seconds
    yield now, None, sent.cut
    if sent.end is None:
        return
    now += sent.prompt + LISTENING_GAP + sent.bridge
    for cue in part(score, sent.cut, sent.end, body_at(score, sent.cut)):
        yield now, cue, cue.place or sent.cut
        now += cue.seconds
    yield now, None, sent.end
