"""How somebody is doing: days, stretches and minutes, told back."""

from collections.abc import Collection
from datetime import date, timedelta

from skill.coach.asking import inform
from skill.coach.events import AskProgress
from skill.coach.progress import Tally
from skill.coach.scene import Scene, Turn

PERIODS = {"today": 1, "week": 7, "month": 30}
"""Days that a period goes back, today included."""


def tell_progress(scene: Scene, event: AskProgress) -> Turn:
    """What was done in a period, and for how many days in a row."""
    today = scene.now.date()
    days = {date.fromisoformat(day): tally for day, tally in scene.profile.days.items()}
    if not days:
        return inform(scene, scene.say("progress_none"))
    since = today - timedelta(days=PERIODS.get(event.period, 7) - 1)
    tallies = [tally for day, tally in days.items() if since <= day <= today]
    if not tallies:
        ago = (today - max(days)).days
        return inform(scene, scene.say("progress_last", days=ago))
    return inform(scene, f"{_told(scene, event.period, tallies)} {_streak(scene, days, today)}".strip())


def _told(scene: Scene, period: str, tallies: list[Tally]) -> str:
    count = sum(tally.count for tally in tallies)
    time = scene.words.duration(_round(sum(tally.seconds for tally in tallies)))
    prompt = "progress_today" if period == "today" else "progress_days"
    return scene.say(
        f"{prompt}_one" if count == 1 else prompt, count=count, time=time, days=len(tallies)
    )


def days_in_a_row(days: Collection[date], today: date) -> int:
    """Days in a row up to today; yesterday still counts while today is young."""
    last = today if today in days else today - timedelta(days=1)
    streak = 0
    while last - timedelta(days=streak) in days:
        streak += 1
    return streak


def _streak(scene: Scene, days: dict[date, Tally], today: date) -> str:
    streak = days_in_a_row(days, today)
    return scene.say("progress_streak", days=streak) if streak > 1 else ""


def _round(seconds: int) -> int:
    """To the whole minute, from two minutes on."""
    return seconds if seconds < 120 else round(seconds / 60) * 60
