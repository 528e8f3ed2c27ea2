"""Request envelopes as they come → the SDK's own, whole enough to be answered."""

import json
import logging
from typing import Any

from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import (
    Application,
    Context,
    Device,
    Request,
    RequestEnvelope,
    ResponseEnvelope,
    Session,
    User,
)
from ask_sdk_model.interfaces.system import SystemState

from skill.alexa.requests.models import read_text, read_time, reader_of
from skill.errors import UnreadableEnvelopeError
from skill.make_fast.past_the_sdk import AsWritten, NeverCopied

log = logging.getLogger(__name__)

UNKNOWN = "Unknown"
"""The type of a request that the SDK has no class for."""

MODELS = {
    "session": "ask_sdk_model.session.Session",
    "System": "ask_sdk_model.interfaces.system.system_state.SystemState",
    "request": "ask_sdk_model.request.Request",
    "AudioPlayer": "ask_sdk_model.interfaces.audioplayer.audio_player_state.AudioPlayerState",
}
"""What the parts of an envelope are that are read."""


class EnvelopeReader(DefaultSerializer):
    """The SDK's serializer, for envelopes and answers that are newer than the SDK or half broken."""

    def deserialize(self, payload: str, obj_type: Any) -> Any:  # noqa: ANN401 - the SDK's signature
        """A request envelope, or what one of Alexa's services has answered: what fits of it.

        Args:
            payload: JSON.
            obj_type: `RequestEnvelope`; for an answer the name of its class in the SDK's tables.

        Raises:
            UnreadableEnvelopeError: It is no request envelope.
            SerializationException: It is no answer.
        """
        try:
            told = json.loads(payload)
            return self.read(told) if obj_type is RequestEnvelope else reader_of(obj_type)(told)
        except (ValueError, RecursionError) as error:
            if obj_type is RequestEnvelope:
                raise UnreadableEnvelopeError("it is not JSON") from error
            raise SerializationException("an answer that is no JSON") from error

    def read(self, envelope: Any) -> RequestEnvelope:  # noqa: ANN401 - anything may come in
        """The same for an envelope that is not text any more.

        Whatever of it does not fit is absent: somebody may be in the middle of a hold. A kind of
        request that the SDK does not know comes out as a plain one of type `UNKNOWN`: it is to be
        received, and nothing is to happen. User, application and device are there, if without an id.

        Raises:
            UnreadableEnvelopeError: It is no request envelope.
        """
        if not isinstance(envelope, dict):
            raise UnreadableEnvelopeError("it is no JSON object")
        session = _session(envelope.get("session"))
        return RequestEnvelope(
            version=str(envelope.get("version")),
            session=session,
            context=_context(envelope.get("context"), session),
            request=_request(envelope.get("request")),
        )

    def serialize(self, obj: Any) -> Any:  # noqa: ANN401 - the SDK's signature
        """As the SDK does it, but session attributes and screens as they are: they are JSON already."""
        if not isinstance(obj, ResponseEnvelope):
            return super().serialize(obj)
        attributes, obj.session_attributes = obj.session_attributes, {}
        directives = (obj.response.directives or []) if obj.response is not None else []
        shown = [each.written for each in directives if isinstance(each, AsWritten)]
        if shown:
            obj.response.directives = [each for each in directives if not isinstance(each, AsWritten)]
        written = super().serialize(obj)
        if shown:
            written["response"]["directives"] = [*(written["response"].get("directives") or ()), *shown]
        return {**written, "sessionAttributes": attributes}


def _session(value: Any) -> Session | None:  # noqa: ANN401 - anything may come in
    if not isinstance(value, dict):
        return None
    attributes = value.get("attributes")
    session = _part("session", {key: value[key] for key in value.keys() - {"attributes"}})
    session = session if session is not None else Session()
    session.attributes = NeverCopied(attributes if isinstance(attributes, dict) else {})
    return session


def _context(value: Any, session: Session | None) -> Context:  # noqa: ANN401 - anything may come in
    """The context as far as it is read here, with what the session knows where it does not say.

    Screens and players are described at length: to make objects of that takes 4 ms of imports the
    first time.
    """
    system = _part("System", value.get("System") if isinstance(value, dict) else None)
    system = system if system is not None else SystemState()
    user, application = system.user or User(), system.application or Application()
    if session is not None:
        user = user if user.user_id else session.user or user
        application = application if application.application_id else session.application or application
    system.user, system.application, system.device = user, application, system.device or Device()
    player = value.get("AudioPlayer") if isinstance(value, dict) else None
    # Only where a stream is named: it takes 3 ms of imports the first time.
    has_stream = isinstance(player, dict) and bool(player.get("token"))
    return Context(system=system, audio_player=_part("AudioPlayer", player) if has_stream else None)


def _request(value: Any) -> Request:  # noqa: ANN401 - anything may come in
    request = _part("request", value)
    if request is not None:
        return request
    log.warning("no use for an unknown kind of request")
    told = value if isinstance(value, dict) else {}
    return Request(
        object_type=UNKNOWN,
        request_id=read_text(told.get("requestId")),
        timestamp=read_time(told.get("timestamp")),
        locale=read_text(told.get("locale")),
    )


def _part(name: str, value: Any) -> Any:  # noqa: ANN401 - one of the SDK's classes
    """A part of an envelope; None where it is none, or nested beyond reading."""
    try:
        return reader_of(MODELS[name])(value)
    except RecursionError:
        return None
