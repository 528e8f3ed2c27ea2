"""One handler for each kind of request."""

import logging

from ask_sdk_core.dispatch_components import AbstractExceptionHandler, AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.utils import is_request_type
from ask_sdk_model import Request, Response

from skill.alexa.requests.caller import account, has_screen
from skill.alexa.requests.intents import intent_event
from skill.alexa.requests.platform_requests import ending, permission_answer
from skill.alexa.requests.touches import touch_event
from skill.alexa.shell.conversation import Conversation
from skill.alexa.shell.session import keep_readable
from skill.alexa.shell.turn_log import note_turn
from skill.coach.conversation.events import Launch
from skill.errors import StoreError, UnreadableEnvelopeError

log = logging.getLogger(__name__)

UNHEARD = (
    "SessionEndedRequest",
    "AlexaSkillEvent.",
    "Alexa.Presentation.APL.RuntimeError",
    "AudioPlayer.",
    "PlaybackController.",
)
"""What the types of requests begin with that nobody hears an answer to."""


class LaunchHandler(AbstractRequestHandler):
    """Answers the request that opens the skill."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether this is a launch."""
        return bool(is_request_type("LaunchRequest")(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Welcome."""
        return self.conversation.answer(handler_input, Launch())


class IntentHandler(AbstractRequestHandler):
    """Answers a request with an intent."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether this is an intent; `requests.intents` knows what it means."""
        return bool(is_request_type("IntentRequest")(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Take a turn with what the intent means."""
        known = self.conversation.words_for(handler_input).language.heard
        event = intent_event(handler_input.request_envelope.request, known)
        return self.conversation.answer(handler_input, event)


class PermissionHandler(AbstractRequestHandler):
    """Answers the request that comes after Alexa has asked for a permission on the skill's behalf."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether this is such a request."""
        return bool(is_request_type("Connections.Response")(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Go on where the permission was needed."""
        event = permission_answer(handler_input.request_envelope.request)
        return self.conversation.answer(handler_input, event)


class TouchHandler(AbstractRequestHandler):
    """Answers what is touched on a screen, and what a screen tells by itself."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether this is a touch."""
        return bool(is_request_type("Alexa.Presentation.APL.UserEvent")(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Take a turn as for the word; a touch on what is no longer shown changes nothing."""
        request = handler_input.request_envelope.request
        event = touch_event(request, frozenset(self.conversation.library.stretches))
        if event is not None:
            answer = self.conversation.touched(handler_input, str(request.token or ""), event)
            if answer is not None:
                return answer
        keep_readable(handler_input)
        log.info("a touch on a screen that is not the last one")
        return Response()


class ScreenErrorHandler(AbstractRequestHandler):
    """Receives that a screen could not show an answer: the next ones come without."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether this is that report."""
        return bool(is_request_type("Alexa.Presentation.APL.RuntimeError")(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Note it, without the words of the report; nobody listens."""
        log.warning("a screen could not show an answer: it is shown none for a month")
        self.conversation.without_screen(handler_input)
        return Response()


class SessionEndedHandler(AbstractRequestHandler):
    """Receives the end of a session: the place is kept, and nothing can be said."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether this is the end of a session."""
        return bool(is_request_type("SessionEndedRequest")(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Keep the place."""
        request = handler_input.request_envelope.request
        event = ending(request, screen=has_screen(handler_input))
        self.conversation.answer(handler_input, event)
        if handler_input.request_envelope.session is not None:
            handler_input.attributes_manager.session_attributes = {}
        return Response()


class SkillDisabledHandler(AbstractRequestHandler):
    """Receives that the skill was disabled: everything kept of the household is deleted.

    Not where Amazon says that the data is to be kept.
    """

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether this is that event."""
        return bool(is_request_type("AlexaSkillEvent.SkillDisabled")(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Delete everything kept of the household, or as much as there is time for.

        Raises:
            StoreError: Not everything could be deleted now. Amazon then sends the event again, and the
                deletion goes on where it stopped.
        """
        request = handler_input.request_envelope.request
        if not _is_to_be_kept(request) and not self.conversation.forget(account(handler_input)):
            raise StoreError("a household's data is not all deleted yet: the event is sent again")
        return Response()


def _is_to_be_kept(request: Request) -> bool:
    """Whether Amazon may enable the skill again for the same account, with the data that it had.

    The event says so in its body. The SDK has no field for it, but passes the body on.
    """
    body = getattr(request, "body", None)
    status = body.get("userInformationPersistenceStatus") if isinstance(body, dict) else None
    return bool(status == "PERSISTED")


class UnknownRequestHandler(AbstractRequestHandler):
    """Answers any other kind of request with an empty response."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Always; it is asked last."""
        return handler_input is not None

    def handle(self, handler_input: HandlerInput) -> Response:
        """Answer with an empty response, as Amazon asks for; a session that is open stays as it was."""
        keep_readable(handler_input)
        log.info("no use for %s", handler_input.request_envelope.request.object_type)
        return Response()


class ApologyHandler(AbstractExceptionHandler):
    """Answers a turn that failed: says so kindly, and keeps the session's attributes."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:
        """Always: a person on the floor cannot read a traceback."""
        return handler_input is not None and exception is not None

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        """Apologise and ask again; the place kept last still counts.

        Raises:
            Exception: The same one, where it was an event and nobody listens: Amazon sends it again. An
                event that does not say whose it is will not say so then, and is received.
        """
        log.error("a turn failed", exc_info=exception)
        note_turn(handler_input, None, failed=type(exception).__name__)
        kind = handler_input.request_envelope.request.object_type
        keep_readable(handler_input)
        if kind.startswith("AlexaSkillEvent.") and not isinstance(exception, UnreadableEnvelopeError):
            raise exception
        if kind.startswith(UNHEARD):
            return Response()
        words = self.conversation.words_for(handler_input)
        told, question = words.say("went_wrong"), words.say("ask_what_next")
        builder = handler_input.response_builder
        response: Response = builder.speak(f"{told} {question}").ask(question).response
        return response
