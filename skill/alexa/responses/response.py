"""The coach's replies → Alexa's responses."""

from collections.abc import Sequence

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from ask_sdk_model.interfaces.alexa.presentation.apla import RenderDocumentDirective
from ask_sdk_model.interfaces.connections import SendRequestDirective
from ask_sdk_model.ui import (
    AskForPermissionsConsentCard,
    Reprompt,
    SimpleCard,
    SsmlOutputSpeech,
)

from skill.coach.conversation.reply import Reply
from skill.coach.practice.cues.cues import Cue, Silence
from skill.speech import apla, ssml

REMINDERS_PERMISSION = "alexa::alerts:reminders:skill:readwrite"

ANSWER_TOKEN, REPROMPT_TOKEN = "answer", "reprompt"


def respond(handler_input: HandlerInput, reply: Reply, *, audio: bool) -> Response:
    """A response with the reply's answer, and its reprompt where the session stays open.

    Args:
        handler_input: What the SDK hands a handler.
        reply: What is to be said.
        audio: Send answers with silences as APL for Audio instead of SSML.
    """
    builder = handler_input.response_builder
    if audio and _has_silence(reply.spoken):
        builder.add_directive(_document(ANSWER_TOKEN, reply.spoken))
    elif reply.spoken:
        builder.response.output_speech = _speech(reply.spoken)
    if reply.reprompt and not reply.ends_session:
        builder.response.reprompt = _reprompt(reply.reprompt, audio=audio)
    if reply.card is not None:
        builder.set_card(SimpleCard(reply.card.title, reply.card.text))
    if reply.offers_permission:
        builder.set_card(AskForPermissionsConsentCard(permissions=[REMINDERS_PERMISSION]))
    if reply.asks_permission:
        # Alexa asks the person next: whether the session ends is left to the platform.
        builder.add_directive(_permission_request(reply.asks_permission))
        return builder.response
    builder.set_should_end_session(reply.ends_session)
    return builder.response


def _permission_request(token: str) -> SendRequestDirective:
    """The directive by which Alexa asks, in its own words, whether reminders are allowed."""
    scope = {"permissionScope": REMINDERS_PERMISSION, "consentLevel": "ACCOUNT"}
    payload = {
        "@type": "AskForPermissionsConsentRequest",
        "@version": "2",
        "permissionScopes": [scope],
    }
    return SendRequestDirective(name="AskFor", payload=payload, token=token)


def _reprompt(cues: Sequence[Cue], *, audio: bool) -> Reprompt:
    if audio and _has_silence(cues):
        return Reprompt(directives=[_document(REPROMPT_TOKEN, cues)])
    return Reprompt(output_speech=_speech(cues))


def _speech(cues: Sequence[Cue]) -> SsmlOutputSpeech:
    return SsmlOutputSpeech(ssml=ssml.render(cues))


def _document(token: str, cues: Sequence[Cue]) -> RenderDocumentDirective:
    return RenderDocumentDirective(token=token, document=apla.render(cues))


def _has_silence(cues: Sequence[Cue]) -> bool:
    return any(isinstance(cue, Silence) for cue in cues)
