"""One turn of the browser coach: a virtual device that exists for one request.

The browser is the device: it speaks, listens and keeps the time. The envelopes of a device are made
here, and the skill gets the same ones as from Alexa. Nothing is kept between two requests: the session
goes to the browser and back, signed, so that nobody can change it.
"""

from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from itsdangerous import BadData, URLSafeSerializer
from werkzeug.exceptions import BadRequest

from skill import bootstrap
from skill.coach.person.progress_store import ProgressStore
from skill.coach.practice.playback.hearing import LISTENING_GAP
from skill.library.loading import data_folder
from skill.library.locales import nearest
from skill.settings import Settings
from skill.simulator.device import Device, DeviceResponse, Skill
from skill.simulator.ear.ear import load_ear
from skill.simulator.ear.interpretation import HeardSlot, Interpretation
from skill.simulator.ear_in_time import EarInTime
from skill.simulator.envelope import Caller, Json, SessionInfo
from skill.simulator.script import slots_heard
from skill.speech.ssml import seconds_of, sentences_of
from skill.web.coach.stage import staged
from skill.web.coach.turn_request import TurnRequest
from skill.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

ALEXA = "Alexa"
"""The word that wakes Alexa; the page is called otherwise."""

PICKED = "picked"
"""How the page marks a stretch that was picked from the library, and not understood from words."""


@dataclass
class Wire:
    """Connects the device with the skill, and records everything that is sent."""

    skill: Skill
    """Answers an envelope."""
    exchanges: list[Json]
    """Requests and responses, in their order."""

    def __call__(self, envelope: Json, context: object) -> Json:
        """Send one request and return its response."""
        response = self.skill(envelope, context)
        self.exchanges.append({"request": envelope, "response": response})
        return response


class Turns:
    """Takes turns for browsers; any worker process can take any turn."""

    def __init__(self, settings: Settings, store: ProgressStore) -> None:
        self._skill_id = settings.skill_id or Caller.skill_id
        self._secret = settings.secret
        # The browser's clock stands still until the answer has come: no seconds are lost in between.
        settings = replace(settings, delay=0.0)
        # One handler for each time zone: a browser knows its own, so no service has to be asked.
        self._skill_in: Callable[[tzinfo], Skill] = lru_cache(maxsize=64)(
            lambda zone: bootstrap.build(settings, store=store, zone=zone, alexa=False)
        )

    def take(self, account: str, asked: TurnRequest) -> Json:
        """Take one turn.

        Returns:
            What was heard, what went over the wire, the session, and what is to be played; nothing
            to play at the end of a session.
        """
        locale = known_locale(asked.locale)
        ear = _ear(locale)
        words = bootstrap.voices()[locale]
        wire = Wire(self._skill_in(asked.zone), [])
        device = Device(
            skill=wire,
            ear=ear,
            caller=Caller(
                user=account,
                locale=locale,
                skill_id=self._skill_id,
                device_id=f"{account}.device",
                screen=asked.screen,
            ),
            now=asked.at,
            seconds_of=lambda ssml: seconds_of(ssml, words),
            session=self._opened(account, asked.session),
        )
        if asked.end:
            device.end(asked.end, asked.at)
            return {"exchanges": wire.exchanges, "session": ""}
        response = (
            device.ask(_picked(asked.start, words)) if asked.start else device.say(asked.say, asked.at)
        )
        ear.get_ready()  # while the answer is being said
        return _played(response, words, ear.opening.called[0]) | {
            "exchanges": wire.exchanges,
            "session": self._closed(account, device.session),
        }

    def _opened(self, account: str, session: str) -> SessionInfo | None:
        if not session:
            return None
        try:
            kept = self._signer(account).loads(session)
        except BadData:
            # Signed by a service that was restarted since: the stored place still counts.
            return SessionInfo("amzn1.echo-api.session.lost", new=False)
        return SessionInfo(kept["id"], new=False, attributes=kept["attributes"], names=kept["names"])

    def _closed(self, account: str, session: SessionInfo | None) -> str:
        if session is None:
            return ""
        kept = {"id": session.id, "attributes": session.attributes, "names": session.names}
        return str(self._signer(account).dumps(kept))

    def _signer(self, account: str) -> URLSafeSerializer:
        return URLSafeSerializer(self._secret, salt=account)


def known_locale(locale: str) -> str:
    """A locale that the skill is offered in: this one, one of its language, or the default."""
    return nearest((locale,), bootstrap.locales())


@cache
def _ear(locale: str) -> EarInTime:
    return EarInTime(load_ear(data_folder("interaction_models") / f"{locale}.json"))


def _picked(entry: str, words: Words) -> Interpretation:
    """The intent for a stretch or routine that was picked from the library.

    Raises:
        BadRequest: The library has no such stretch or routine.
    """
    if entry in words.language.stretches:
        intent, slot, name = "StartStretchIntent", "stretch", words.stretch(entry).name
    elif entry in words.language.routines:
        intent, slot, name = "StartRoutineIntent", "routine", words.routine(entry).name
    else:
        raise BadRequest
    return Interpretation(intent, {slot: HeardSlot(slot, name, name, (entry,))}, PICKED)


def _played(response: DeviceResponse, words: Words, called: str) -> Json:
    return {
        "heard": {
            "intent": response.heard.intent,
            "slots": slots_heard(response.heard),
            "tier": response.heard.tier,
        },
        "at": _iso(response.at),
        "answer": _spoken(response.ssml, response.seconds, words, called),
        "reprompt": _spoken(response.reprompt_ssml, response.reprompt_seconds, words, called),
        "listening": LISTENING_GAP,
        "ends": response.ends_session,
        "card": response.card,
        "screen": response.screen,
        **staged(response.attributes, words),
    }


def _spoken(ssml: str, seconds: float, words: Words, called: str) -> Json:
    name = called.capitalize()
    parts = [
        {"text": text.replace(ALEXA, name), "seconds": round(part, 3)}
        for text, part in sentences_of(ssml, words)
    ]
    return {"ssml": ssml, "seconds": seconds, "parts": parts}


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")
