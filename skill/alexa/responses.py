"""The coach's replies → Alexa's responses."""

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from ask_sdk_model.ui import Reprompt, SsmlOutputSpeech

from skill.coach.cues import Reply
from skill.speech import ssml


def respond(handler_input: HandlerInput, reply: Reply) -> Response:
    """A response with the reply's answer, and its reprompt where the session stays open."""
    builder = handler_input.response_builder
    spoken = ssml.render(reply.spoken)
    if spoken:
        builder.response.output_speech = SsmlOutputSpeech(ssml=spoken)
    if reply.reprompt and not reply.ends_session:
        builder.response.reprompt = Reprompt(SsmlOutputSpeech(ssml=ssml.render(reply.reprompt)))
    builder.set_should_end_session(reply.ends_session)
    return builder.response
