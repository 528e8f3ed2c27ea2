"""A device's player: a queue of streams, a clock, and what it tells of them, as Amazon's does.

It makes no sound, and knows only what a real one would learn of a stream: how long it is.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from skill.simulator.envelope import Json

NEARLY = 10.0
"""Seconds before the end of a stream at which the next one is asked for."""

PLAYING, STOPPED, FINISHED = "PLAYING", "STOPPED", "FINISHED"

Tell = Callable[[str, str, int, datetime], Json]
"""Tells the skill what has happened to a stream, by its token and milliseconds, and when; gives the
answer."""


@dataclass(frozen=True)
class Queued:
    """A stream that the player was given."""

    token: str
    offset: float
    """Seconds of it that are left out."""
    seconds: float
    """How long it is, from its beginning."""


@dataclass
class Player:
    """What plays, what waits, and how far it has got."""

    tell: Tell
    queue: list[Queued] = field(default_factory=list)
    """What plays, or is paused, and what comes after it."""
    began: datetime | None = None
    """When the first of them began to sound, as if from its beginning; None while it is paused."""
    starts: datetime | None = None
    """When it goes on, once an answer is over; None while it plays, or has nothing to play."""
    state: str = STOPPED
    at: float = 0.0
    """Seconds of the first one that were heard before it was paused."""
    last: Queued | None = None
    """What it had last."""
    asked: bool = False
    """Whether the next one was asked for."""

    def context(self) -> Json | None:
        """What a request tells of it; None where it has had nothing."""
        if self.last is None:
            return None
        milliseconds = round(self.at * 1000)
        return {
            "token": self.last.token,
            "offsetInMilliseconds": milliseconds,
            "playerActivity": self.state,
        }

    def pass_until(self, now: datetime) -> None:
        """Play on until a moment, and tell what happens on the way."""
        if self.starts is not None and self.starts <= now:
            self._start(self.starts)
        while self.began is not None and self.queue:
            first = self.queue[0]
            ends = self.began + timedelta(seconds=first.seconds)
            nearly = max(self.began + timedelta(seconds=first.offset), ends - timedelta(seconds=NEARLY))
            if not self.asked and nearly <= now:
                self.asked = True
                self.at = (nearly - self.began).total_seconds()
                self.take(self._tell("PlaybackNearlyFinished", first, nearly))
                continue
            if ends > now:
                self.at = (now - self.began).total_seconds()
                return
            self.at, self.state = first.seconds, FINISHED
            self._tell("PlaybackFinished", first, ends)
            self._begin(self.queue[1:], ends)

    def play_out(self) -> datetime | None:
        """Play all there is; gives the moment at which that was over, None where there was nothing."""
        over = None
        while (began := self.began or self.starts) is not None and self.queue:
            over = began + timedelta(seconds=self.queue[0].seconds)
            self.pass_until(over)
        return over

    def fail(self, now: datetime) -> None:
        """Play nothing more: the stream cannot be fetched."""
        self.pass_until(now)
        if self.queue:
            self._tell("PlaybackFailed", self.queue[0], now)
        self.queue, self.began, self.starts = [], None, None

    def hold(self, now: datetime) -> None:
        """Fall silent while somebody speaks: Alexa stops it, and lets it go on after the answer."""
        self.pass_until(now)
        self.starts = None
        if self.began is not None:
            self.began, self.state = None, STOPPED
            self._tell("PlaybackStopped", self.queue[0], now)

    def go_on(self, now: datetime) -> None:
        """Go on once an answer is over, where something is still to be played."""
        if self.queue and self.began is None:
            self.starts = now

    def take(self, response: Json) -> Json | None:
        """Do what an answer tells the player; gives the stream that it is to play, if any."""
        given = None
        for directive in response.get("directives") or ():
            match directive.get("type"):
                case "AudioPlayer.Play":
                    given = directive["audioItem"]["stream"]
                    self._play(directive["playBehavior"], given)
                case "AudioPlayer.Stop" | "AudioPlayer.ClearQueue":
                    self.queue, self.began, self.starts = [], None, None
        return given

    def _play(self, behavior: str, stream: Json) -> None:
        offset = stream["offsetInMilliseconds"] / 1000
        queued = Queued(stream["token"], offset, seconds_of(stream))
        if behavior == "REPLACE_ALL":
            self.queue, self.began, self.at, self.asked = [queued], None, offset, False
            self.last = queued
        elif self.queue and self.queue[-1].token == stream.get("expectedPreviousToken"):
            self.queue.append(queued)

    def _begin(self, queue: list[Queued], now: datetime) -> None:
        self.queue, self.began, self.asked = queue, None, False
        if queue:
            self.last, self.at = queue[0], queue[0].offset
            self._start(now)

    def _start(self, now: datetime) -> None:
        self.began, self.starts = now - timedelta(seconds=self.at), None
        self.state = PLAYING
        self._tell("PlaybackStarted", self.queue[0], now)

    def _tell(self, kind: str, stream: Queued, now: datetime) -> Json:
        return self.tell(kind, stream.token, round(self.at * 1000), now)


def seconds_of(stream: Json) -> float:
    """How long a stream is that is nowhere: its address tells (`skill/sound/streams/silent.py`)."""
    _, _, seconds = str(stream["url"]).partition("#")
    return float(seconds)
