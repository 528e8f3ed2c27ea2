"""Hello by the time of day; in the first days also one thing to know a day."""

from skill.coach.conversation.answers.ending import NIGHT
from skill.coach.conversation.scene import Scene
from skill.words.clock import NIGHT_ENDS

AFTERNOON, EVENING = 11, 17
"""The hours at which they begin; the morning begins at the night's end."""

LESSONS = 9
"""How many days after the first visit teach something: what can be said, and how to stretch well."""


def hello(scene: Scene) -> tuple[Scene, str]:
    """A greeting for the time of day, with the day's lesson while there are any."""
    hour = scene.now.hour
    prompt = "welcome_back"
    if NIGHT_ENDS <= hour < AFTERNOON:
        prompt = "welcome_morning"
    elif EVENING <= hour < NIGHT:
        prompt = "welcome_evening"
    told = scene.say(prompt)
    preferences, today = scene.profile.preferences, scene.now.date().isoformat()
    if preferences.lessons >= LESSONS or preferences.lesson_day == today:
        return scene, told
    number = preferences.lessons + 1
    lesson = scene.say(f"lesson_{number}")
    return scene.with_preferences(lessons=number, lesson_day=today), f"{told} {lesson}"
