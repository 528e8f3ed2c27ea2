"""Handlers for what a device's player tells, and for its buttons: nothing is said to any of these."""

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from skill.alexa.shell.conversation import Conversation
from skill.alexa.shell.player_events import player_told
from skill.coach.conversation import events

PLAYER, BUTTONS = "AudioPlayer.", "PlaybackController."
"""What the types of their requests begin with."""

PRESSED = {
    "NextCommandIssued": events.Next,
    "PreviousCommandIssued": events.Previous,
    "PauseCommandIssued": events.Pause,
    "PlayCommandIssued": events.Resume,
}


class PlayerHandler(AbstractRequestHandler):
    """Receives how far a stream was heard, and gives the player the next one."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether the player tells something."""
        return _kind(handler_input).startswith(PLAYER)

    def handle(self, handler_input: HandlerInput) -> Response:
        """Keep it; all that may come back is what is to be played next."""
        kind = _kind(handler_input).removeprefix(PLAYER)
        return player_told(self.conversation, handler_input, kind)


class ButtonHandler(AbstractRequestHandler):
    """Answers the player's buttons, on a screen or a remote control."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether one was pressed."""
        return _kind(handler_input).startswith(BUTTONS)

    def handle(self, handler_input: HandlerInput) -> Response:
        """Take a turn as for the word, and say nothing."""
        press = PRESSED.get(_kind(handler_input).removeprefix(BUTTONS))
        if press is None:
            return Response()
        return self.conversation.answer(handler_input, press(), aloud=False)


def _kind(handler_input: HandlerInput) -> str:
    return str(handler_input.request_envelope.request.object_type)
