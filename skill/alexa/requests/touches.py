"""What is pressed on a screen, or what the screen tells by itself → events: the same as for the word."""

from collections.abc import Callable

from ask_sdk_model.interfaces.alexa.presentation.apl import UserEvent

from skill.coach.conversation import events
from skill.coach.conversation.events import Asked, Event

START = "start:"
"""What stands before the id of a stretch or a routine that was picked from a list."""

TOUCHES: dict[str, Callable[[], Event]] = {
    "pause": events.Pause,
    "resume": events.Resume,
    "again": events.Repeat,
    "easier": lambda: events.AskEasier(Asked()),
    "next": events.Next,
    "yes": events.Yes,
    "no": events.No,
    # The answer was over and nobody said anything: that means carry on.
    "done": events.Resume,
}
"""By the names that `skill/screen/parts.py` sends."""


def touch_event(request: UserEvent, stretches: frozenset[str]) -> Event | None:
    """The event that a touch means; None for one that no screen of this version has.

    Args:
        request: As Alexa sent it.
        stretches: The ids of the stretches; what else is started is a routine.
    """
    told = request.arguments[0] if request.arguments else ""
    if not isinstance(told, str):
        return None
    if told.startswith(START):
        name = told.removeprefix(START)
        picked = Asked((name,), name)
        return events.StartStretch(picked) if name in stretches else events.StartRoutine(picked)
    make = TOUCHES.get(told)
    return make() if make is not None else None
