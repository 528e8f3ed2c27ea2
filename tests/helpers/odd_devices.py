"""Virtual devices that do not play what they are sent as it is meant."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from helpers.whole_skill import LOCALE, ear, words
from skill.bootstrap import build
from skill.coach.person.progress_store import ProgressStore
from skill.settings import Settings
from skill.simulator.device import Device, DeviceResponse
from skill.simulator.envelope import Caller
from skill.speech.ssml import seconds_of

MOST_SILENCE = 10.0
"""Seconds of silence that these devices take."""

BREAK = re.compile(r'<break time="(\d+)ms"/>')


class RefusedError(Exception):
    """The platform does not take an answer."""


@dataclass(frozen=True)
class Sounds:
    """What one answer or one reprompt sounds like."""

    ssml: str
    seconds: float
    """As it is meant."""
    is_document: bool
    """Whether it is APL for Audio."""

    @property
    def silent(self) -> float:
        """Seconds of silence in it."""
        return sum(map(int, BREAK.findall(self.ssml))) / 1000

    @property
    def is_too_silent(self) -> bool:
        """Whether there is more of it than these devices take."""
        return self.silent > MOST_SILENCE


Playing = Callable[[Sounds], float]
"""How many seconds are played of what is sent; `RefusedError` for nothing of it."""


def as_meant(sounds: Sounds) -> float:
    """A device that can do all there is."""
    return sounds.seconds


def swallows_breaks(sounds: Sounds) -> float:
    """Long pauses in speech are left out."""
    left_out = sounds.is_too_silent and not sounds.is_document
    return sounds.seconds - (sounds.silent if left_out else 0.0)


def refuses_breaks(sounds: Sounds) -> float:
    """Speech with long pauses is refused."""
    if sounds.is_too_silent and not sounds.is_document:
        raise RefusedError
    return sounds.seconds


def refuses_audio_too(sounds: Sounds) -> float:
    """Long pauses are refused, however they are sent."""
    if sounds.is_too_silent:
        raise RefusedError
    return sounds.seconds


def plays_half(sounds: Sounds) -> float:
    """Speech with long pauses stops half-way."""
    return sounds.seconds / (2 if sounds.is_too_silent and not sounds.is_document else 1)


def at_rate(rate: float) -> Playing:
    """A voice that takes so many times the predicted time."""
    return lambda sounds: sounds.silent + rate * (sounds.seconds - sounds.silent)


@dataclass
class OddDevice(Device):
    """A device that plays answers in a way of its own."""

    playing: Playing = as_meant

    def _request(self, heard, make) -> DeviceResponse:
        bodies = []

        def noted(envelope, context, skill=self.skill):
            answer = skill(envelope, context)
            bodies.append(answer["response"])
            return answer

        self.skill, skill = noted, self.skill
        try:
            meant = super()._request(heard, make)
        finally:
            self.skill = skill
        body = bodies[-1]
        try:
            self.response = replace(
                meant,
                seconds=self.playing(_sounds(body, meant.ssml, meant.seconds)),
                reprompt_seconds=self.playing(
                    _sounds(body.get("reprompt") or {}, meant.reprompt_ssml, meant.reprompt_seconds)
                ),
            )
        except RefusedError:
            self.now += timedelta(seconds=1)
            self.end("ERROR", self.now, "INVALID_RESPONSE")
        return self.response

    @property
    def was_refused(self) -> bool:
        """Whether the session is over although its answer left it open."""
        return self.session is None and not self.response.ends_session


def odd_device(
    store: ProgressStore, playing: Playing, now: datetime, *, screen: bool = False
) -> OddDevice:
    """Such a device, with the whole skill on a store behind it."""
    handler = build(Settings("memory:", delay=0), store=store, zone=now.tzinfo)
    caller = Caller(user="household", locale=LOCALE, screen=screen, device_id="kitchen")
    return OddDevice(
        handler, ear(), caller, now, lambda ssml: seconds_of(ssml, words()), playing=playing
    )


def _sounds(part, ssml: str, seconds: float) -> Sounds:
    return Sounds(ssml, seconds, not part.get("outputSpeech"))
