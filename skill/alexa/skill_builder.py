"""Amazon's SDK, set up with our handlers."""

import logging
from collections.abc import Callable
from typing import Any

from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.skill_builder import CustomSkillBuilder

from skill.alexa.conversation import Conversation
from skill.alexa.handlers import (
    ApologyHandler,
    IntentHandler,
    LaunchHandler,
    SessionEndedHandler,
    UnknownRequestHandler,
)
from skill.alexa.settings_service import QuickApiClient

log = logging.getLogger(__name__)

Handler = Callable[[dict[str, Any], object], dict[str, Any]]
"""What Lambda calls: a request envelope and a context in, a response envelope out."""


def build_handler(conversation: Conversation, skill_id: str) -> Handler:
    """The skill as one function.

    Args:
        conversation: The shell around the coach.
        skill_id: Requests meant for another skill are refused with an exception; empty to take any.
    """
    builder = CustomSkillBuilder(api_client=QuickApiClient())
    if skill_id:
        builder.skill_id = skill_id
    for handler in (LaunchHandler, IntentHandler, SessionEndedHandler):
        builder.add_request_handler(handler(conversation))
    builder.add_request_handler(UnknownRequestHandler())
    builder.add_exception_handler(ApologyHandler(conversation))
    built: Handler = builder.lambda_handler()

    def handle(envelope: dict[str, Any], context: object) -> dict[str, Any]:
        try:
            return built(envelope, context)
        except SerializationException as error:
            # A kind of request newer than the SDK: it is received, and nothing happens.
            log.warning("no use for an unknown kind of request: %s", type(error).__name__)
            return {"version": "1.0", "response": {}}

    return handle
