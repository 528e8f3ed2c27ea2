"""What an intent tells of a body: conditions, and how long ago they were."""

from skill.alexa.requests.slots import Slots, asked, months, picked
from skill.coach.conversation import events
from skill.coach.conversation.events import Event


def told_condition(slots: Slots) -> Event:
    """What a body has; of several things, those that are known, and whether there is another."""
    (condition, besides, further), unknown = conditions(slots)
    ago = how_long_ago(slots)
    if ago is not None and not (condition or unknown):
        return events.HowLongAgo(ago)
    unknown = unknown if condition else ""
    return events.HasCondition(condition, asked(slots, "stretch"), besides, unknown, further, ago)


def asked_about(slots: Slots) -> Event:
    """Whether something is all right with what a body has."""
    (condition, besides, _), unknown = conditions(slots)
    return events.AskCaution(
        asked(slots, "stretch"),
        condition,
        unknown,
        besides,
        how_long_ago(slots),
        picked(slots, "ordinal"),
        picked(slots, "place"),
    )


def conditions(slots: Slots) -> tuple[tuple[str, str, str], str]:
    """The ids of three conditions, empty where none was named, and the words for one nobody knows."""
    named = [asked(slots, name) for name in ("condition", "besides", "further")]
    known = dict.fromkeys(each.ids[0] for each in named if each.ids)
    unknown = next((each.heard for each in named if not each.ids and each.heard), "")
    first, second, third, *_ = (*known, "", "", "")
    return (first, second, third), unknown


def how_long_ago(slots: Slots) -> float | None:
    """How many months ago it was, or began; None where that was not said."""
    return months(slots, "ago", "roughly")
