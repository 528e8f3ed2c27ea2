"""Hello and goodbye by the time of day, and one thing that can be said, once a day in the first days."""

from skill.coach.conversation.scene import Scene
from skill.words.clock import NIGHT_ENDS

AFTERNOON, EVENING, NIGHT = 11, 17, 22
"""The hours at which they begin, after the night's end."""

LESSONS = 6
"""How many visits' days teach a thing to say: with the first visit, a week."""


def hello(scene: Scene) -> tuple[Scene, str]:
    """A greeting for the time of day, with the day's lesson while there is one."""
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


def goodbye(scene: Scene) -> str:
    """Goodbye; good night where it is time for that."""
    late = scene.now.hour >= NIGHT or scene.now.hour < NIGHT_ENDS
    return scene.say("goodbye_night" if late else "goodbye")
