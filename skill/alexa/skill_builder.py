"""Amazon's SDK, set up with our handlers."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any

from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.skill_builder import CustomSkillBuilder

from skill.alexa.conversation import Conversation
from skill.alexa.handlers import (
    ApologyHandler,
    IntentHandler,
    LaunchHandler,
    Received,
    SessionEndedHandler,
    SkillDisabledHandler,
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
    for handler in (LaunchHandler, IntentHandler, SessionEndedHandler, SkillDisabledHandler):
        builder.add_request_handler(handler(conversation))
    builder.add_request_handler(UnknownRequestHandler())
    builder.add_exception_handler(ApologyHandler(conversation))
    built: Handler = builder.lambda_handler()

    def handle(envelope: dict[str, Any], _: object) -> dict[str, Any]:
        try:
            return built(_readable(envelope), Received(envelope))
        except SerializationException as error:
            # A kind of request newer than the SDK: it is received, and nothing happens.
            log.warning("no use for an unknown kind of request: %s", type(error).__name__)
            return {"version": "1.0", "response": {}}

    return handle


CONTEXT = {"System"}
"""What is read of a request's context."""


def _readable(envelope: dict[str, Any]) -> dict[str, Any]:
    """An envelope without what the SDK would choke on: somebody may be in the middle of a hold.

    Of the context it keeps what is read here. Screens and players are described at length: to make
    objects of that takes 0.2 ms a turn, and 4 ms of imports the first time.
    """
    session, request, context = (envelope.get(key) for key in ("session", "request", "context"))
    if isinstance(context, dict):
        envelope = {**envelope, "context": {key: context[key] for key in CONTEXT & context.keys()}}
    if isinstance(session, dict) and not isinstance(session.get("attributes"), dict | None):
        envelope = {**envelope, "session": {**session, "attributes": {}}}
    if isinstance(request, dict) and not _is_time(request.get("timestamp")):
        untimed = {key: value for key, value in request.items() if key != "timestamp"}
        envelope = {**envelope, "request": untimed}
    return envelope


def _is_time(value: object) -> bool:
    try:
        datetime.fromisoformat(str(value))
    except ValueError:
        return False
    return True
