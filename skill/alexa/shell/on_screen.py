"""Whether a device is shown something beside an answer, and what."""

import logging
from typing import TYPE_CHECKING, Any

from ask_sdk_core.handler_input import HandlerInput

from skill.alexa.requests.caller import apl_version, moment
from skill.alexa.responses.screen import screen_directive
from skill.alexa.shell.session import Session
from skill.coach.turn import Answer
from skill.errors import ContentError
from skill.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from skill.figures.drawn import DrawnFigure
    from skill.screen.screens import Screens

log = logging.getLogger(__name__)


class OnScreen:
    """Shows answers. What it takes is imported for the first device that has a screen, not before."""

    def __init__(self, figures: "Callable[[str], DrawnFigure]", *, carries_on: bool = False) -> None:
        self.carries_on = carries_on
        """Whether screens ask for the next part when an answer is over."""
        self._figures = figures
        self._made: Screens | None = None

    def is_there(self, handler_input: HandlerInput, session: Session) -> bool:
        """Whether the device has a screen that takes our documents, and has refused none of late."""
        version = apl_version(handler_input)
        if not version or session.profile.device.is_dark(moment(handler_input)):
            return False
        from skill.screen.document import VERSION

        return version >= tuple(map(int, VERSION.split(".")))

    def show(self, handler_input: HandlerInput, answer: Answer, words: Words) -> str:
        """Have the response show an answer; returns the token of what is shown, empty for nothing.

        The words do not need the picture: where a figure cannot be read, nothing is shown.
        """
        reply = answer.reply
        if reply.ends_session or reply.asks_permission:
            return ""
        from skill.screen import screens

        seen = screens.Seen(reply, answer.state, words, carries_on=self.carries_on)
        try:
            shown: dict[str, Any] = self._screens.shown_with(seen)
        except ContentError as error:
            log.warning("nothing is shown: %s", error)
            return ""
        token = f"{int(moment(handler_input).timestamp())}.{answer.state.turns}"
        handler_input.response_builder.add_directive(screen_directive(token, shown))
        return token

    @property
    def _screens(self) -> "Screens":
        if self._made is None:
            from skill.screen.screens import Screens

            self._made = Screens(self._figures)
        return self._made
