"""Questions with slots → events: where somebody is, what is needed, how long it takes."""

from skill.alexa.requests.slots import Slots, asked, picked
from skill.coach.conversation import events
from skill.coach.conversation.events import Event
from skill.library.records import EVERYTHING

ASKED_WHERE = ("later", "ahead", "far", "inside")
"""The slots that say what is asked of a practice."""


def asked_where(slots: Slots) -> Event:
    """Where somebody is, or what comes; or of a stretch, a place or a side, whether it comes."""
    ahead = next(filter(None, (picked(slots, name) for name in ASKED_WHERE)), "nothing")
    return events.AskWhere(
        events.Ahead(ahead),
        asked(slots, "stretch"),
        picked(slots, "place"),
        picked(slots, "left"),
        side=picked(slots, "side"),
    )


def asked_for_things(slots: Slots) -> Event:
    """Whether a thing is needed, or what is: of the practice, or of a stretch that is named."""
    return events.AskWhere(
        stretch=asked(slots, "stretch"), thing=picked(slots, "equipment") or EVERYTHING
    )


def asked_length(slots: Slots) -> Event:
    """How long a stretch or a routine takes that is named; else the practice under way or offered."""
    named = events.AskLength(asked(slots, "stretch"), asked(slots, "routine"))
    nameless = named.stretch.is_nameless and named.routine.is_nameless
    return events.AskWhere(events.Ahead.LENGTH) if nameless else named
