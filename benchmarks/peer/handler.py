"""A minimal skill in the style of the SDK's documentation, with which this skill is compared.

It has a few handlers, and persistent attributes in DynamoDB that are read and saved in every turn.
"""

import os

from ask_sdk_core.dispatch_components import AbstractExceptionHandler, AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill_builder import CustomSkillBuilder
from ask_sdk_core.utils import is_intent_name, is_request_type
from ask_sdk_dynamodb.adapter import DynamoDbAdapter
from ask_sdk_model import Response


class LaunchRequestHandler(AbstractRequestHandler):
    """The skill is opened."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether this is a launch."""
        return is_request_type("LaunchRequest")(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:
        """Count the visit and ask what to do."""
        attributes = handler_input.attributes_manager.persistent_attributes
        attributes["visits"] = attributes.get("visits", 0) + 1
        handler_input.attributes_manager.save_persistent_attributes()
        speech = "Welcome to the stretching coach. Which stretch would you like to do?"
        return handler_input.response_builder.speak(speech).ask(speech).response


class StretchIntentHandler(AbstractRequestHandler):
    """Anything about a stretch."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether this is an intent, and not the one to stop."""
        return is_request_type("IntentRequest")(handler_input) and not is_intent_name(
            "AMAZON.StopIntent"
        )(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:
        """Take one step and remember it."""
        attributes = handler_input.attributes_manager.persistent_attributes
        step = attributes["step"] = attributes.get("step", 0) + 1
        handler_input.attributes_manager.save_persistent_attributes()
        speech = f'Step {step}. Hold it. <break time="10s"/> And relax. Shall we go on?'
        return handler_input.response_builder.speak(speech).ask("Shall we go on?").response


class StopIntentHandler(AbstractRequestHandler):
    """Stops."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether the person stops."""
        return is_intent_name("AMAZON.StopIntent")(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:
        """Say goodbye."""
        return handler_input.response_builder.speak("Goodbye.").response


class SessionEndedRequestHandler(AbstractRequestHandler):
    """The session is over."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether the session is over."""
        return is_request_type("SessionEndedRequest")(handler_input)

    def handle(self, handler_input: HandlerInput) -> Response:
        """Nothing can be said."""
        return handler_input.response_builder.response


class CatchAllExceptionHandler(AbstractExceptionHandler):
    """Something broke."""

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:
        """Always."""
        return True

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        """Apologise."""
        speech = "Sorry, there was some problem. Please try again."
        return handler_input.response_builder.speak(speech).ask(speech).response


builder = CustomSkillBuilder(persistence_adapter=DynamoDbAdapter(table_name=os.environ["PEER_TABLE"]))
builder.add_request_handler(LaunchRequestHandler())
builder.add_request_handler(StretchIntentHandler())
builder.add_request_handler(StopIntentHandler())
builder.add_request_handler(SessionEndedRequestHandler())
builder.add_exception_handler(CatchAllExceptionHandler())

handler = builder.lambda_handler()
