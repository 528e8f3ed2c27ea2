"""One handler for each kind of request."""

import logging

from ask_sdk_core.dispatch_components import AbstractExceptionHandler, AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.utils import is_request_type
from ask_sdk_model import Request, Response

from skill.alexa.requests.caller import account
from skill.alexa.requests.intents import intent_event
from skill.alexa.requests.platform_requests import ending, permission_answer
from skill.alexa.shell.conversation import Conversation
from skill.alexa.shell.turn_log import note_turn
from skill.coach.conversation.events import Launch
from skill.errors import StoreError

log = logging.getLogger(__name__)


class LaunchHandler(AbstractRequestHandler):
    """The skill is opened."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether this is a launch."""
        return bool(is_request_type("LaunchRequest")(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Welcome."""
        return self.conversation.answer(handler_input, Launch())


class IntentHandler(AbstractRequestHandler):
    """Somebody wants something."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether this is an intent; what it means is `requests.intents`' business."""
        return bool(is_request_type("IntentRequest")(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Answer it."""
        event = intent_event(handler_input.request_envelope.request)
        return self.conversation.answer(handler_input, event)


class PermissionHandler(AbstractRequestHandler):
    """Alexa has asked for a permission on our behalf, and goes on with us."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether this is what came of it."""
        return bool(is_request_type("Connections.Response")(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Go on where the permission was needed."""
        event = permission_answer(handler_input.request_envelope.request)
        return self.conversation.answer(handler_input, event)


class SessionEndedHandler(AbstractRequestHandler):
    """A session is over; the place is kept and nothing can be said."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether this is the end of a session."""
        return bool(is_request_type("SessionEndedRequest")(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Keep the place."""
        event = ending(handler_input.request_envelope.request)
        self.conversation.answer(handler_input, event)
        if handler_input.request_envelope.session is not None:
            handler_input.attributes_manager.session_attributes = {}
        return Response()


class SkillDisabledHandler(AbstractRequestHandler):
    """The skill was disabled: everything kept of the household goes, unless Amazon says otherwise."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether this is that event."""
        return bool(is_request_type("AlexaSkillEvent.SkillDisabled")(handler_input))

    def handle(self, handler_input: HandlerInput) -> Response:
        """Delete.

        Raises:
            StoreError: Not everything could be deleted now. Amazon sends an event again that was not
                acknowledged, and that one goes on where this one stopped.
        """
        request = handler_input.request_envelope.request
        if not _is_to_be_kept(request) and not self.conversation.forget(account(handler_input)):
            raise StoreError("a household's data is not all deleted yet: the event is sent again")
        return Response()


def _is_to_be_kept(request: Request) -> bool:
    """Whether Amazon may enable the skill again for the same account, with what it knew.

    The event says so in its body, which the SDK has no field for, and passes on all the same.
    """
    body = getattr(request, "body", None)
    status = body.get("userInformationPersistenceStatus") if isinstance(body, dict) else None
    return bool(status == "PERSISTED")


class UnknownRequestHandler(AbstractRequestHandler):
    """A kind of request this skill has no use for: it is received, and nothing happens."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Always; it is asked last."""
        return handler_input is not None

    def handle(self, handler_input: HandlerInput) -> Response:
        """Answer with an empty response, as Amazon asks for."""
        log.info("no use for %s", handler_input.request_envelope.request.object_type)
        return Response()


class ApologyHandler(AbstractExceptionHandler):
    """Something broke that should not have: say so kindly, and keep the session's attributes."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:
        """Any: whoever lies on the floor cannot read a traceback."""
        return handler_input is not None and exception is not None

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        """Apologise and ask again; the place that was kept last still holds.

        Raises:
            Exception: Again, for an event of Amazon's: nobody listens, and it is to be sent again.
        """
        log.error("a turn failed", exc_info=exception)
        note_turn(handler_input, None, failed=type(exception).__name__)
        kind = handler_input.request_envelope.request.object_type
        if kind.startswith("AlexaSkillEvent."):
            raise exception
        if kind == "SessionEndedRequest":
            return Response()
        words = self.conversation.words_for(handler_input)
        told, question = words.say("went_wrong"), words.say("ask_what_next")
        builder = handler_input.response_builder
        response: Response = builder.speak(f"{told} {question}").ask(question).response
        return response
