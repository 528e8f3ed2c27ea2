"""Where in an answer the person is when the next request is made.

The platform tells when a request was made, and nothing about how far the answer had got. The place is
found by walking the time since the answer began along what the answer held: its lead, the coaching, the
prompt; then the listening gap; then the reprompt with the next part of the coaching.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from skill.coach.practice.cautions import Caution
from skill.coach.practice.cues.cues import Cue, Said
from skill.coach.practice.place import WORK_PHASES, Phase, Place
from skill.coach.practice.score.packing import body_at, part
from skill.coach.practice.score.score import Score

LISTENING_GAP = 8.0
"""Seconds the microphone stays open after an answer (`docs/platform.md`)."""


@dataclass(frozen=True)
class Sent:
    """What is needed to find the place in the last coaching answer: its parts, and when it began."""

    at: datetime
    """The moment at which its first word sounds."""
    body: str
    """The position the body was in when the answer began: an id of `positions.toml`."""
    lead: float
    """Seconds of words before the coaching."""
    out: bool
    """Whether the body was out of the stretch when the answer began: the lead then tells the way back
    in."""
    way_in: float
    """Seconds of the way back in, at the end of the lead."""
    start: Place
    """Where the coaching begins."""
    cut: Place
    """Where the answer's part of the coaching ends and the reprompt's begins."""
    prompt: float = 0.0
    """Seconds of the words after the answer's part of the coaching."""
    bridge: float = 0.0
    """Seconds of the words before the reprompt's part of the coaching."""
    end: Place | None = None
    """Where the reprompt's part of the coaching ends; None where the reprompt carries none."""
    spoken: float = 0.0
    """Seconds of all words, those of the reprompt included."""
    silent: float = 0.0
    """Seconds of all silences, those of the reprompt included."""
    rate: float = 1.0
    """How many times the usual time the words were expected to take."""
    aloud: bool = False
    """Whether time was counted and breathed aloud."""
    cautions: tuple[Caution, ...] = ()
    """What it told before its stretches, for whom it concerns."""
    fetch: float = 0.0
    """Seconds, at the end of the lead, of what has to be fetched, and of the time for that."""
    carried: bool = False
    """Whether the device asks for the next part by itself: how long the session lasts is then no matter
    of the voice."""


@dataclass(frozen=True)
class HeardPart:
    """What was heard of an answer by a moment."""

    place: Place
    """Where in the practice the person is."""
    resting: bool
    """Whether the person is between two parts of the coaching, or after the last: nothing is held or
    moved."""
    out: bool
    """Whether the body is out of the stretch and has not been told the way back in yet."""
    worked: Mapping[int, float]
    """Seconds held or moved in this answer, by number of the item."""
    done: Mapping[int, float]
    """For every item whose work ended in this answer, seconds from the answer's beginning to that
    end."""
    said: Mapping[str, float]
    """Seconds heard of every text that was told while nothing was held or moved."""


def hear(score: Score, sent: Sent, seconds: float) -> HeardPart:
    """What was heard of an answer so many seconds after it began; infinity for all of it."""
    place, resting = sent.start, sent.start == sent.cut
    out = sent.out and seconds < sent.lead - sent.way_in
    worked: dict[int, float] = {}
    done: dict[int, float] = {}
    said: dict[str, float] = {}
    for begins, cue, at in played(score, sent):
        if seconds < begins:
            break
        place, resting, out = at, cue is None, cue is None
        if cue is None:
            continue
        into = min(seconds - begins, cue.seconds)
        if at.phase in WORK_PHASES:
            worked[at.item] = worked.get(at.item, 0.0) + into
            place = at.after(at.held + into)
        elif isinstance(cue, Said):
            said[cue.text] = said.get(cue.text, 0.0) + into
        if at.phase is Phase.RELEASE and sent.start.phase is not Phase.RELEASE:
            done.setdefault(at.item, begins)
    return HeardPart(place, resting, out, worked, done, said)


def played(score: Score, sent: Sent) -> Iterator[tuple[float, Cue | None, Place]]:
    """Every cue of the answer and its reprompt, with the second at which it begins and its place.

    A None instead of a cue marks where a part of the coaching ends.
    """
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
