"""One turn of the browser coach: a virtual device that lives for one request.

The browser is the device: it speaks, listens and keeps the time. What a device sends and gets is made
here, and goes to the skill in the same envelope as Alexa's. Nothing is kept between two requests: the
session travels to the browser and back, signed, so that it comes back as it went.
"""

from dataclasses import asdict, dataclass, replace
from datetime import datetime, tzinfo
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from itsdangerous import BadData, URLSafeSerializer
from werkzeug.exceptions import BadRequest

from skill import bootstrap
from skill.bootstrap import Settings
from skill.coach.ports import ProgressStore
from skill.coach.position import course
from skill.coach.state import decode_state
from skill.errors import UnreadableStateError
from skill.library.loading import data_folder
from skill.simulator.device import LISTENING_GAP, Answer, Device, Skill
from skill.simulator.ear import Ear, Heard, HeardSlot
from skill.simulator.envelope import Caller, Json, SessionInfo
from skill.simulator.model_file import read_model
from skill.simulator.script import slots_heard
from skill.speech.ssml import seconds_of, sentences_of
from skill.web.wishes import Wish
from skill.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

ALEXA, WAKE_WORD = "Alexa", "Limber"
"""How one speaks over the coach: to Alexa by her name, to the page by that of the skill."""

PICKED = "picked"
"""How a stretch from the library was understood: not by ear."""


@dataclass
class Wire:
    """The line between the device and the skill, with everything that went over it."""

    skill: Skill
    exchanges: list[Json]

    def __call__(self, envelope: Json, context: object) -> Json:
        """Carry one request and its response."""
        response = self.skill(envelope, context)
        self.exchanges.append({"request": envelope, "response": response})
        return response


class Turns:
    """Takes turns for browsers; every worker can take any of them."""

    def __init__(self, settings: Settings, store: ProgressStore) -> None:
        self._skill_id = settings.skill_id or Caller.skill_id
        self._secret = settings.secret
        # The browser's clock stands still until the answer is there: nothing is lost on the way.
        settings = replace(settings, delay=0.0)
        # A handler for each time zone: a browser knows its own, and no service has to be asked.
        self._skill_in: Callable[[tzinfo], Skill] = lru_cache(maxsize=64)(
            lambda zone: bootstrap.build(settings, store=store, zone=zone)
        )

    def take(self, account: str, wish: Wish) -> Json:
        """Take one turn.

        Returns:
            What was heard, what went over the wire, the session, and what is to be played; nothing
            to play at the end of a session.
        """
        locale = known_locale(wish.locale)
        words = bootstrap.voices()[locale]
        wire = Wire(self._skill_in(wish.zone), [])
        device = Device(
            skill=wire,
            ear=_ear(locale),
            caller=Caller(
                user=account, locale=locale, skill_id=self._skill_id, device_id=f"{account}.device"
            ),
            now=wish.at,
            seconds_of=lambda ssml: seconds_of(ssml, words),
            session=self._opened(account, wish.session),
        )
        if wish.end:
            device.end(wish.end, wish.at)
            return {"exchanges": wire.exchanges, "session": ""}
        answer = device.ask(_picked(wish.start, words)) if wish.start else device.say(wish.say, wish.at)
        return _played(answer, words) | {
            "exchanges": wire.exchanges,
            "session": self._closed(account, device.session),
        }

    def _opened(self, account: str, session: str) -> SessionInfo | None:
        if not session:
            return None
        try:
            kept = self._signer(account).loads(session)
        except BadData:
            # Signed by a service that has restarted since: the stored place still holds.
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
    """A locale that the skill is offered in; the first one for any other."""
    known = bootstrap.locales()
    return locale if locale in known else known[0]


@cache
def _ear(locale: str) -> Ear:
    return Ear(read_model(data_folder("interaction_models") / f"{locale}.json"))


def _picked(entry: str, words: Words) -> Heard:
    """What a press on "start" is heard as.

    Raises:
        BadRequest: There is nothing of that name.
    """
    if entry in words.language.stretches:
        intent, slot, name = "StartStretchIntent", "stretch", words.stretch(entry).name
    elif entry in words.language.routines:
        intent, slot, name = "StartRoutineIntent", "routine", words.routine(entry).name
    else:
        raise BadRequest
    return Heard(intent, {slot: HeardSlot(slot, name, name, (entry,))}, PICKED)


def _played(answer: Answer, words: Words) -> Json:
    return {
        "heard": {
            "intent": answer.heard.intent,
            "slots": slots_heard(answer.heard),
            "tier": answer.heard.tier,
        },
        "at": _iso(answer.at),
        "answer": _spoken(answer.ssml, answer.seconds, words),
        "reprompt": _spoken(answer.reprompt_ssml, answer.reprompt_seconds, words),
        "listening": LISTENING_GAP,
        "ends": answer.ends_session,
        "card": answer.card,
        **_coaching(answer.attributes, words),
    }


def _spoken(ssml: str, seconds: float, words: Words) -> Json:
    parts = [
        {"text": text.replace(ALEXA, WAKE_WORD), "seconds": round(part, 3)}
        for text, part in sentences_of(ssml, words)
    ]
    return {"ssml": ssml, "seconds": seconds, "parts": parts}


def _coaching(attributes: Json, words: Words) -> Json:
    """What the conversation is about now, and what its answer goes through."""
    try:
        state = decode_state(attributes["state"])
    except (KeyError, UnreadableStateError):
        return {"mode": "", "stages": []}
    library, _ = bootstrap.content()
    stages = [
        asdict(stage)
        | {
            "name": words.stretch(stage.stretch).name,
            "side_name": words.side(stage.side) if stage.side is not None else "",
        }
        for stage in course(library, words, state)
    ]
    return {"mode": state.mode.value, "stages": stages}


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")
