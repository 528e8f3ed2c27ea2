"""The days of what was practised, as people say them."""

from datetime import datetime

from skill.coach.conversation.scene import Scene
from skill.coach.person.profile import SavedPractice
from skill.library.language import WEEKDAYS
from skill.words.clock import NIGHT_ENDS

A_WEEK = 7
"""Days for which a weekday's name is clear."""


def day_of(scene: Scene, moment: datetime) -> str:
    """The day of a moment, as people say it."""
    days = (scene.now.date() - moment.astimezone(scene.now.tzinfo).date()).days
    if days <= 0:
        return scene.say("day_today")
    if days == 1:
        return scene.say("day_yesterday")
    if days < A_WEEK:
        weekday = WEEKDAYS[moment.astimezone(scene.now.tzinfo).weekday()]
        return scene.say(f"day_{weekday}")
    return scene.say("day_long_ago")


def is_of_day(scene: Scene, saved: SavedPractice, day: str) -> bool:
    """Whether a practice was last done on the day that was said."""
    return day in ("", "last_time") or is_day(scene, saved.saved_at, day)


def is_day(scene: Scene, moment: datetime, day: str) -> bool:
    """Whether a moment was on the day that was said: an id of the `DAY` slot type that names a day."""
    when = moment.astimezone(scene.now.tzinfo)
    days = (scene.now.date() - when.date()).days
    if day == "today":
        return days == 0
    if day == "yesterday":
        return days == 1
    if day == "last_night":
        return days == 1 or (days == 0 and when.hour < NIGHT_ENDS)
    return WEEKDAYS[when.weekday()] == day and days <= A_WEEK
