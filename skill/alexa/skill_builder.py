"""Amazon's SDK, set up with this skill's handlers."""

from collections.abc import Callable
from typing import Any

from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import CustomSkillBuilder

from skill.alexa.handlers import (
    ApologyHandler,
    IntentHandler,
    LaunchHandler,
    PermissionHandler,
    ScreenErrorHandler,
    SessionEndedHandler,
    SkillDisabledHandler,
    TouchHandler,
    UnknownRequestHandler,
)
from skill.alexa.player_handlers import ButtonHandler, PlayerHandler
from skill.alexa.requests.envelopes import EnvelopeReader
from skill.alexa.services.api_client import QuickApiClient
from skill.alexa.shell.conversation import Conversation
from skill.errors import UnreadableEnvelopeError

Handler = Callable[[dict[str, Any], object], dict[str, Any]]
"""The function that Lambda calls: takes a request envelope and a context, returns a response
envelope."""


NOTHING: dict[str, Any] = {"version": "1.0", "response": {}}
"""The answer to what is no request, or does not say which skill it is for."""


def build_skill(conversation: Conversation, skill_id: str, stand_in: str = "") -> CustomSkill:
    """The skill as the SDK's adapters take it.

    Args:
        conversation: The shell around the coach.
        skill_id: A request for another skill is refused with an exception; empty to take any.
        stand_in: May be called in place of Alexa's services; empty for none.
    """
    builder = CustomSkillBuilder(api_client=QuickApiClient(stand_in))
    if skill_id:
        builder.skill_id = skill_id
    for handler in (
        LaunchHandler,
        IntentHandler,
        PermissionHandler,
        TouchHandler,
        PlayerHandler,
        ButtonHandler,
        ScreenErrorHandler,
        SessionEndedHandler,
        SkillDisabledHandler,
    ):
        builder.add_request_handler(handler(conversation))
    builder.add_request_handler(UnknownRequestHandler())
    builder.add_exception_handler(ApologyHandler(conversation))
    built = builder.create()
    built.serializer = EnvelopeReader()
    return built


def build_handler(conversation: Conversation, skill_id: str, stand_in: str = "") -> Handler:
    """The skill as one function; the arguments are those of `build_skill`."""
    built = build_skill(conversation, skill_id, stand_in)

    def handle(envelope: dict[str, Any], context: object) -> dict[str, Any]:
        try:
            read = built.serializer.read(envelope)
        except UnreadableEnvelopeError:
            return NOTHING
        if skill_id and not read.context.system.application.application_id:
            return NOTHING
        answer: dict[str, Any] = built.serializer.serialize(built.invoke(read, context))
        return answer

    return handle
