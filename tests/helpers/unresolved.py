"""Intents as Alexa sends them where she resolved none of their slots."""

from ask_sdk_model import Intent, IntentRequest, Slot

from skill.alexa.requests.intents import intent_event
from skill.coach.conversation.events import Event
from skill.library.language import HeardWords


def event(heard: HeardWords, intent: str, **values: str) -> Event:
    """What an intent comes to whose slots have only words.

    Args:
        heard: What the language calls conditions and complaints.
        intent: The intent's name.
        values: By slot: the words in it.
    """
    slots = {name: Slot(name=name, value=value) for name, value in values.items()}
    return intent_event(IntentRequest(intent=Intent(name=intent, slots=slots)), heard)
