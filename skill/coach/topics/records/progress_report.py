"""How a person is doing, in words; a card has the same in writing."""

from dataclasses import replace
from datetime import date

from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.events import AskProgress
from skill.coach.conversation.reply import Card
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.person.statistics import Total, days_in_a_row, favourite, last_day, neglected, total
from skill.coach.person.totals import KEPT_DAYS
from skill.coach.topics.records.periods import during, first_and_last, is_one_day, when


def tell_progress(scene: Scene, event: AskProgress, named: str = "") -> Outcome:
    """What was done in a period, for how many days in a row, and what stands out.

    Args:
        scene: The conversation.
        event: What is asked.
        named: A sentence that names the stretches of a single day.
    """
    today = scene.now.date()
    last = last_day(scene.own.days, today)
    if last is None:
        return inform(scene, scene.say("progress_none"))
    told = _told(scene, event.period, last, named)
    turn = inform(scene, " ".join(filter(None, told)))
    return replace(turn, reply=replace(turn.reply, card=_card(scene)))


def done_on_days(scene: Scene, period: str, done: Total) -> str:
    """What was done in a period of several days, and on how many of them."""
    told = {
        "period": during(scene, period),
        "time": scene.words.duration(_round(done.seconds)),
    }
    if done.stretches == 1:
        return scene.say("progress_days_one", **told)
    if done.days == 1:
        return scene.say("progress_one_day", count=done.stretches, **told)
    return scene.say("progress_days", count=done.stretches, days=done.days, **told)


def _told(scene: Scene, period: str, last: date, named: str) -> list[str]:
    today = scene.now.date()
    done = _total(scene, period or "week")
    if period == "last_time":
        return [_last_time(scene, last)]
    if period == "ever":
        return [_done_ever(scene), _standing_out(scene)]
    if not done.stretches and period == "yesterday":
        return [scene.say("progress_not_yesterday"), _last_time(scene, last)]
    if not done.stretches:
        return [_last_time(scene, last)]
    streak = _streak(scene)
    if is_one_day(period):
        return [
            _done_on_a_day(scene, period, done),
            named,
            "" if named and scene.is_practising else streak,
        ]
    if period:
        return [done_on_days(scene, period, done), streak]
    unlike_today = "" if last == today else _last_time(scene, last)
    return [done_on_days(scene, "week", done), streak or unlike_today, _standing_out(scene)]


def _total(scene: Scene, period: str) -> Total:
    return total(scene.own.days, *first_and_last(scene.now.date(), period))


def _done_on_a_day(scene: Scene, period: str, done: Total) -> str:
    time = scene.words.duration(_round(done.seconds))
    if period in ("today", "yesterday"):
        return scene.say(f"progress_{period}", count=done.stretches, time=time)
    day = when(scene, first_and_last(scene.now.date(), period)[0])
    return scene.say("progress_on_day", day=day, count=done.stretches, time=time)


def _done_ever(scene: Scene) -> str:
    tallies = scene.own.stretches.values()
    count, seconds = sum(t.count for t in tallies), sum(t.seconds for t in tallies)
    time = scene.words.duration(_round(seconds))
    return scene.say("progress_ever", count=count, time=time)


def _last_time(scene: Scene, last: date) -> str:
    days = (scene.now.date() - last).days
    if days == 0:
        return scene.say("progress_last_today")
    if days == 1:
        return scene.say("progress_last_yesterday")
    return scene.say("progress_last", days=days)


def _streak(scene: Scene) -> str:
    days = days_in_a_row(scene.own.days, scene.now.date())
    if days == KEPT_DAYS:
        return scene.say("progress_streak_long", days=days)
    return scene.say("progress_streak", days=days) if days > 1 else ""


def _standing_out(scene: Scene) -> str:
    """The favourite or a neglected stretch, by turns, so that there is one remark and no more."""
    waiting = neglected(scene.own, scene.now.date())
    most = favourite(scene.own)
    if waiting is not None and (not most or scene.state.turns % 2):
        stretch = scene.name_of(waiting.stretch)
        return scene.say("progress_neglected", stretch=stretch, days=waiting.days)
    return scene.say("progress_favourite", stretch=scene.name_of(most)) if most else ""


def _card(scene: Scene) -> Card:
    """The report in writing, and all of it: today, a week, a month, what stands out."""
    lines = [_written(scene, f"card_{period}", _total(scene, period)) for period in _ON_THE_CARD]
    days = days_in_a_row(scene.own.days, scene.now.date())
    if days:
        lines.append(scene.say("card_streak", days=str(days)))
    if most := favourite(scene.own):
        times = str(scene.own.times_done(most))
        lines.append(scene.say("card_favourite", stretch=scene.name_of(most), times=times))
    if waiting := neglected(scene.own, scene.now.date()):
        stretch, waited = scene.name_of(waiting.stretch), str(waiting.days)
        lines.append(scene.say("card_neglected", stretch=stretch, days=waited))
    return Card(scene.say("card_progress"), "\n".join(lines))


_ON_THE_CARD = ("today", "week", "month")


def _written(scene: Scene, prompt: str, done: Total) -> str:
    minutes = str(max(round(done.seconds / 60), int(done.stretches > 0)))
    return scene.say(prompt, count=str(done.stretches), days=str(done.days), minutes=minutes)


def _round(seconds: int) -> int:
    """Seconds, from two minutes on rounded to the minute."""
    return seconds if seconds < 120 else round(seconds / 60) * 60
