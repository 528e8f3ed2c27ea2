"""Request envelopes as they come → those of the SDK, without the parts that the SDK cannot read."""

import json
import logging
from typing import Any

from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Request, RequestEnvelope, ResponseEnvelope

from skill.errors import UnreadableEnvelopeError
from skill.make_fast.past_the_sdk import apart

log = logging.getLogger(__name__)

UNKNOWN = "Unknown"
"""The type given to a request that the SDK has no class for."""


CONTEXT = frozenset({"System"})
"""The parts of a request's context that the skill reads."""


class EnvelopeReader(DefaultSerializer):
    """The SDK's serializer, for envelopes that are newer than the SDK or damaged."""

    def deserialize(self, payload: str, obj_type: Any) -> Any:  # noqa: ANN401 - the SDK's signature
        """A request envelope; anything else as the SDK reads it.

        A kind of request that the SDK does not know becomes a plain request of type `UNKNOWN`, so that
        it is received and nothing happens.

        Raises:
            UnreadableEnvelopeError: The payload is no request envelope.
        """
        if obj_type is not RequestEnvelope:
            return super().deserialize(payload, obj_type)
        try:
            envelope = json.loads(payload)
        except (ValueError, RecursionError) as error:
            raise UnreadableEnvelopeError("it is not JSON") from error
        return self.read(envelope)

    def read(self, envelope: Any) -> RequestEnvelope:  # noqa: ANN401 - anything may come in
        """A request envelope that is a table already, and not text.

        Raises:
            UnreadableEnvelopeError: The table is no request envelope.
        """
        envelope = _readable(envelope)
        attributes, made, bare = apart(envelope)
        try:
            read = super().deserialize(json.dumps(bare), RequestEnvelope)
        except SerializationException as error:
            log.warning("no use for an unknown kind of request: %s", type(error).__name__)
            read = self._unknown(bare)
        if read.session is not None:
            read.session.attributes = attributes
        if read.request is not None:
            read.request.timestamp = made
        return read

    def serialize(self, obj: Any) -> Any:  # noqa: ANN401 - the SDK's signature
        """As the SDK does it, but with session attributes as they are: they are JSON already."""
        if not isinstance(obj, ResponseEnvelope):
            return super().serialize(obj)
        attributes, obj.session_attributes = obj.session_attributes, {}
        written = super().serialize(obj)
        return {**written, "sessionAttributes": attributes}

    def _unknown(self, envelope: dict[str, Any]) -> RequestEnvelope:
        try:
            read = super().deserialize(json.dumps({**envelope, "request": None}), RequestEnvelope)
        except SerializationException as error:
            raise UnreadableEnvelopeError("its session or its context cannot be read") from error
        read.request = Request(object_type=UNKNOWN)
        return read


def _readable(envelope: Any) -> dict[str, Any]:  # noqa: ANN401 - anything may come in
    """An envelope without what the SDK cannot read: the person waits, perhaps in the middle of a hold.

    Of the context only what the skill reads is kept. Screens and players are described at length: making
    objects of them takes 0.2 ms a turn, and 4 ms of imports the first time.
    """
    if not isinstance(envelope, dict):
        raise UnreadableEnvelopeError("it is no JSON object")
    readable: dict[str, Any] = envelope
    session, context = envelope.get("session"), envelope.get("context")
    if isinstance(context, dict):
        read = {key: context[key] for key in CONTEXT & context.keys()}
        readable = {**readable, "context": read}
    if isinstance(session, dict) and not isinstance(session.get("attributes"), dict | None):
        readable = {**readable, "session": {**session, "attributes": {}}}
    return readable
