"""General advice about stretching, a little at a time: the facts of the articles in plain words."""

from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.events import AskAdvice
from skill.coach.conversation.scene import Outcome, Scene

TOPICS = {
    "how_often": "advice_how_often",
    "warm_up": "advice_warm_up",
    "too_far": "advice_too_far",
}
"""What is said to a question about one thing."""


def tell_advice(scene: Scene, event: AskAdvice) -> Outcome:
    """Advice on what was asked about; without a topic, some of it, other things each time."""
    return inform(scene, scene.say(TOPICS.get(event.topic, "advice_general")))
