"""A virtual device: it opens sessions, sends envelopes, and knows when an answer ends.

It has no latency, and its clock is a variable. It sees only what a real device sees of the skill:
responses.
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from skill.coach.practice.playback.hearing import LISTENING_GAP
from skill.simulator import envelope
from skill.simulator.dynamic_names import hear, taught
from skill.simulator.ear.interpretation import Interpretation
from skill.simulator.ear_in_time import Hears
from skill.simulator.envelope import Caller, Json, SessionInfo
from skill.simulator.player import Player, seconds_of
from skill.speech.apla import as_ssml

Skill = Callable[[Json, object], Json]
"""The function that Lambda calls."""


@dataclass(frozen=True)
class DeviceResponse:
    """What the device received, and when."""

    heard: Interpretation
    """What the utterance was understood as."""
    at: datetime
    """When the answer began."""
    ssml: str
    seconds: float
    """How long the answer takes."""
    reprompt_ssml: str
    reprompt_seconds: float
    """How long the reprompt takes."""
    ends_session: bool
    attributes: Json
    """The session attributes as the skill returned them."""
    card: str = ""
    """The text of the card, its title first; empty without a card."""
    screen: Json | None = None
    """What is shown beside it, `document` and `datasources`; None where nothing is."""
    token: str = ""
    """The token of what is shown."""
    audio: Json | None = None
    """What the player was given, `token`, `offset` and `seconds`; None where it was given nothing."""

    @property
    def ends_at(self) -> datetime:
        """When the answer has been said to its end."""
        return self.at + timedelta(seconds=self.seconds)

    @property
    def reprompt_at(self) -> datetime:
        """When the reprompt begins, unless somebody speaks."""
        return self.ends_at + timedelta(seconds=LISTENING_GAP)

    @property
    def over_at(self) -> datetime:
        """When the session runs out, unless somebody speaks."""
        if self.ends_session:
            return self.ends_at
        if not self.reprompt_ssml:
            return self.reprompt_at
        return self.reprompt_at + timedelta(seconds=self.reprompt_seconds + LISTENING_GAP)


@dataclass
class Device:
    """A device with one speaker in front of it."""

    skill: Skill
    """Answers the envelopes."""
    ear: Hears
    """Understands the utterances."""
    caller: Caller
    now: datetime
    """The device's clock."""
    seconds_of: Callable[[str], float]
    """Tells how long an SSML document takes to say."""
    session: SessionInfo | None = None
    """The open session; None where none is open."""
    response: DeviceResponse | None = None
    """The last response; None before the first."""
    player: Player = field(init=False)
    """What plays streams, where the caller has one."""

    def __post_init__(self) -> None:
        """Give it a player that tells the skill what happens."""
        self.player = Player(self._tell)

    def say(self, utterance: str, at: datetime | None = None) -> DeviceResponse:
        """Say something to the device.

        Args:
            utterance: The words; "open limber back" and "ask limber back …" open a new session.
            at: When; by default when the current answer has ended. Later than the session lasts, a
                new one is opened.
        """
        self.now = at if at is not None else self._answer_over()
        self._run_out_by(self.now)
        opening, words = self.ear.opening.opened_with(utterance)
        if opening and self.session is not None:
            self.end("USER_INITIATED", self.now)
        if opening and not words:
            return self._request(LAUNCH, lambda i, t: envelope.launch(i, t, self.caller))
        return self.ask(hear(self.ear, words, self.session.names if self.session is not None else {}))

    def recognise(self, person: str) -> None:
        """Recognise this person's voice from now on; nobody's where it is empty."""
        self.caller = replace(self.caller, person=person)

    def ask(self, heard: Interpretation) -> DeviceResponse:
        """Send an intent that was understood, or that was picked from a list.

        A second wish is sent before the answer to the first is spoken, and answered with it.
        """
        response = self._intent(heard)
        if heard.then is None or self.session is None:
            return response
        self.session.attributes = {**self.session.attributes, envelope.UNSPOKEN: True}
        return self._intent(heard.then)

    def touch(self, *told: object, token: str | None = None) -> DeviceResponse:
        """Touch something that is shown now, or have the screen tell something by itself.

        Args:
            told: What the document sends: a name, the stage, the milliseconds.
            token: Whose screen it is; the last one's by default.
        """
        shown = self.response.token if self.response is not None else ""
        token = token if token is not None else shown
        heard = Interpretation(envelope.TOUCH, {}, "touch")
        return self._request(
            heard, lambda i, t: envelope.user_event(i, t, self.caller, token, list(told))
        )

    def run_out(self) -> None:
        """Let the answer, the listening and the reprompt pass without a word, until the session ends."""
        if self.response is None:
            return
        over = self.response.over_at
        if self.session is not None:
            self.end("EXCEEDED_MAX_REPROMPTS", over)
        self.now = max(self.now, over, self.player.play_out() or over)

    def press(self, button: str, at: datetime) -> Json:
        """Press one of the player's buttons, such as `NextCommandIssued`; gives the answer's body."""
        self.now = at
        self.player.pass_until(at)
        body = self._sent(envelope.pressed(_request_id(), at, self.caller, button))
        self.player.take(body)
        self.player.go_on(at)
        return body

    def leave(self, at: datetime | None = None) -> None:
        """The person goes away, and the skill is told so: what was heard by then counts.

        Does nothing where no session is open.

        Args:
            at: When; by default when the current answer has ended. Later than the session lasts, it has
                run out before.
        """
        at = at if at is not None else self._answer_over()
        self._run_out_by(at)
        self.player.pass_until(at)
        self.end("USER_INITIATED", at)

    def _intent(self, heard: Interpretation) -> DeviceResponse:
        slots = self.ear.slots_of(heard.intent)
        return self._request(heard, lambda i, t: envelope.intent(i, t, self.caller, heard, slots))

    def _run_out_by(self, at: datetime) -> None:
        if self.session is not None and self.response is not None and at > self.response.over_at:
            self.end("EXCEEDED_MAX_REPROMPTS", self.response.over_at)

    def _answer_over(self) -> datetime:
        return max(self.now, self.response.ends_at) if self.response is not None else self.now

    def _request(self, heard: Interpretation, make: Callable[[str, datetime], Json]) -> DeviceResponse:
        if self.session is None:
            self.session = SessionInfo(f"amzn1.echo-api.session.{uuid.uuid4()}")
        session = self.session
        self.player.hold(self.now)
        request = make(_request_id(), self.now)
        told = self.player.context()
        response = self.skill(envelope.envelope(request, session, self.caller, told), None)
        body: Json = response["response"]
        session.new = False
        names = taught(body)
        if names is not None:
            session.names = dict(names)
        session.attributes = response.get("sessionAttributes") or {}
        ssml = _spoken(body)
        reprompt = _spoken(body.get("reprompt") or {})
        ends = bool(body.get("shouldEndSession", True))
        played = self.player.take(body)
        self.response = DeviceResponse(
            heard=heard,
            at=self.now,
            ssml=ssml,
            seconds=self.seconds_of(ssml),
            reprompt_ssml=reprompt,
            reprompt_seconds=self.seconds_of(reprompt),
            ends_session=ends,
            attributes=session.attributes,
            card=_card_of(body),
            screen=_screen_of(body),
            token=_token_of(body),
            audio=_audio_of(played) if played is not None else None,
        )
        if ends:
            self.session = None
            self.player.go_on(self.response.ends_at)
        return self.response

    def end(self, reason: str, at: datetime, error: str = "") -> None:
        """Tell the skill that its session is over; does nothing where none is open.

        Args:
            reason: Why, in Alexa's words.
            at: When.
            error: The kind of error that it was; empty for none.
        """
        session, self.session = self.session, None
        if session is None:
            return
        request = envelope.session_ended(_request_id(), at, self.caller, reason, error)
        self.skill(envelope.envelope(request, session, self.caller, self.player.context()), None)
        self.player.go_on(at)

    def _tell(self, kind: str, token: str, milliseconds: int, at: datetime) -> Json:
        """Tell the skill of a stream; gives the answer's body."""
        return self._sent(
            envelope.player_event(_request_id(), at, self.caller, kind, token, milliseconds)
        )

    def _sent(self, request: Json) -> Json:
        """Send a request that belongs to no session."""
        told = envelope.envelope(request, None, self.caller, self.player.context())
        body: Json = self.skill(told, None)["response"]
        return body


def _request_id() -> str:
    return f"amzn1.echo-api.request.{uuid.uuid4()}"


LAUNCH = Interpretation("LaunchRequest", {}, "launch")
"""How "open limber back" is understood."""


def _spoken(part: Json) -> str:
    """The SSML of a response or of its reprompt, from its speech or its APL for Audio."""
    speech = part.get("outputSpeech") or {}
    documents = [
        directive["document"]
        for directive in part.get("directives") or ()
        if directive.get("type") == "Alexa.Presentation.APLA.RenderDocument"
    ]
    return str(speech.get("ssml") or "") or "".join(as_ssml(document) for document in documents)


def _screen_of(response: Json) -> Json | None:
    shown = _shown(response)
    if shown is None:
        return None
    return {"document": shown["document"], "datasources": shown["datasources"]}


def _token_of(response: Json) -> str:
    shown = _shown(response)
    return str(shown["token"]) if shown is not None else ""


def _shown(response: Json) -> Json | None:
    for directive in response.get("directives") or ():
        if directive.get("type") == "Alexa.Presentation.APL.RenderDocument":
            found: Json = directive
            return found
    return None


def _audio_of(stream: Json) -> Json:
    return {
        "token": stream["token"],
        "offset": stream["offsetInMilliseconds"] / 1000,
        "seconds": round(seconds_of(stream), 3),
    }


def _card_of(response: Json) -> str:
    card = response.get("card") or {}
    return "\n".join(filter(None, (card.get("title"), card.get("content"))))
