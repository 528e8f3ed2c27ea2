"""Amazon's SDK, set up with our handlers."""

from collections.abc import Callable
from typing import Any

from ask_sdk_core.skill_builder import SkillBuilder

from skill.alexa.conversation import Conversation
from skill.alexa.handlers import (
    ApologyHandler,
    IntentHandler,
    LaunchHandler,
    SessionEndedHandler,
    UnknownRequestHandler,
)

Handler = Callable[[dict[str, Any], object], dict[str, Any]]
"""What Lambda calls: a request envelope and a context in, a response envelope out."""


def build_handler(conversation: Conversation, skill_id: str) -> Handler:
    """The skill as one function.

    Args:
        conversation: The shell around the coach.
        skill_id: Requests meant for another skill are refused with an exception; empty to take any.
    """
    builder = SkillBuilder()
    if skill_id:
        builder.skill_id = skill_id
    for handler in (LaunchHandler, IntentHandler, SessionEndedHandler):
        builder.add_request_handler(handler(conversation))
    builder.add_request_handler(UnknownRequestHandler())
    builder.add_exception_handler(ApologyHandler(conversation))
    built: Handler = builder.lambda_handler()
    return built
