"""What was done by name: a stretch in a period, the stretches of a day, the longest row of days."""

from collections import Counter
from datetime import date, timedelta

from skill.coach.conversation.coming_back.aside import inform
from skill.coach.conversation.errands import LookBack, LookedBack
from skill.coach.conversation.events import AskDone, Asked, AskLongestRow, AskProgress
from skill.coach.conversation.scene import Outcome, Scene
from skill.coach.person.statistics import Total, dated, longest_row
from skill.coach.person.totals import KEPT_DAYS, Finished
from skill.coach.topics.records.periods import (
    FROM_THE_FIRST,
    during,
    first_and_last,
    is_looked_up,
    is_one_day,
    when,
)
from skill.coach.topics.records.progress_report import done_on_days, tell_progress

MOST_READ = 200
"""How many finished stretches are looked through: a month of six a day."""


def ask_done(scene: Scene, event: AskDone) -> Outcome | LookBack:
    """When a stretch was done last and how often in all; or, of a period, how often in it."""
    stretch = _meant(scene, event.stretch)
    if not stretch:
        heard = event.stretch.heard
        told = scene.say("unknown_stretch", heard=heard) if heard else scene.say("done_which")
        return inform(scene, told)
    if event.stretch.ids:  # the one in progress is not what "yes" starts when it is over
        scene = scene.with_state(thread=scene.state.thread.telling(stretch, AskDone))
    if stretch not in scene.own.stretches:
        if len(event.stretch.ids) > 1:
            return inform(scene, scene.say("done_never_any", heard=event.stretch.heard))
        return inform(scene, scene.say("done_never", stretch=scene.name_of(stretch)))
    if event.period in FROM_THE_FIRST:
        return inform(scene, _in_all(scene, stretch))
    return LookBack(scene.own.person, AskDone(Asked((stretch,), stretch), event.period), MOST_READ)


def ask_progress(scene: Scene, event: AskProgress) -> Outcome | LookBack:
    """How they are doing; of a single day on which something was done, it is looked up what."""
    if is_looked_up(event.period) and scene.own.days:
        return LookBack(scene.own.person, event, MOST_READ)
    if not is_one_day(event.period):
        return tell_progress(scene, event)
    day = first_and_last(scene.now.date(), event.period)[0]
    if day in dated(scene.own.days):
        return LookBack(scene.own.person, event, MOST_READ)
    if event.period in ("today", "yesterday") or not scene.own.days:
        return tell_progress(scene, event)
    return inform(scene, scene.say("done_nothing_then", day=when(scene, day)))


def tell_done(scene: Scene, event: LookedBack) -> Outcome:
    """What the history has of the period: how often the stretch, or which stretches."""
    history = None if event.history is None else _with_the_newest(scene, event.history)
    if isinstance(event.wish, AskDone):
        stretch = event.wish.stretch.ids[0]
        scene = scene.with_state(thread=scene.state.thread.telling(stretch, AskDone))
        return inform(scene, _in_period(scene, event.wish, history))
    if is_looked_up(event.wish.period):
        return inform(scene, _all_in(scene, event.wish.period, history))
    day = first_and_last(scene.now.date(), event.wish.period)[0]
    names = [done.stretch for done in history or () if done.day == day.isoformat()]
    known = [stretch for stretch in dict.fromkeys(reversed(names)) if stretch in scene.library.stretches]
    told = scene.say("done_these", stretches=scene.names_of(known)) if known else ""
    return tell_progress(scene, event.wish, told)


def tell_longest_row(scene: Scene, _: AskLongestRow) -> Outcome:
    """The most days in a row, of the days that are kept; it says how far back those go."""
    days = longest_row(scene.own.days)
    if not days:
        return inform(scene, scene.say("progress_none"))
    if days >= KEPT_DAYS:
        return inform(scene, scene.say("row_longest_long", days=days))
    if days > 1:
        return inform(scene, scene.say("row_longest", days=days, kept=KEPT_DAYS))
    return inform(scene, f"{scene.say('row_longest_one', kept=KEPT_DAYS)} {_second_day(scene)}".strip())


def _second_day(scene: Scene) -> str:
    """When a second day in a row could be; empty where neither yesterday nor today was a first."""
    practised, today = dated(scene.own.days), scene.now.date()
    if today in practised:
        return scene.say("row_second_tomorrow")
    return scene.say("row_second_today") if today - timedelta(days=1) in practised else ""


def _with_the_newest(scene: Scene, history: tuple[Finished, ...]) -> tuple[Finished, ...]:
    """The history with what was finished since the last request, which is not written yet."""
    written = {done.key for done in history}
    newest = (done for done in reversed(scene.finished) if done.key not in written)
    return (*newest, *history) if scene.guest is None else history


def _meant(scene: Scene, asked: Asked) -> str:
    """The stretch that is asked about: of several of a name, the one that was done last."""
    if asked.is_nameless:
        latest = scene.state.latest
        here = scene.place.stretch if scene.is_practising else scene.state.thread.stretch
        return here or (latest.items[-1].stretch if latest is not None else "")
    known = [stretch for stretch in asked.ids if stretch in scene.library.stretches]
    return max(known, key=lambda stretch: scene.own.lately.get(stretch, ""), default="")


def _in_all(scene: Scene, stretch: str) -> str:
    """The last day, and how often in all."""
    count = scene.own.times_done(stretch)
    name, last = scene.name_of(stretch), _last_day(scene, stretch)
    if count == 1:
        return scene.say("done_once", stretch=name, day=last)
    return scene.say("done_last", stretch=name, day=last, times=count)


def _in_period(scene: Scene, wish: AskDone, history: tuple[Finished, ...] | None) -> str:
    """How often in the period, and where that was not at all, when last."""
    stretch, today = wish.stretch.ids[0], scene.now.date()
    if history is None:
        return f"{scene.say('done_unread')} {_in_all(scene, stretch)}"
    first, last = first_and_last(today, wish.period)
    days = Counter(done.day for done in history if done.stretch == stretch)
    counts = (times for day, times in days.items() if first <= date.fromisoformat(day) <= last)
    name, count = scene.name_of(stretch), sum(counts)
    in_part = _is_in_part(history, first)
    if not count and in_part:
        return scene.say("done_too_far", stretch=name, day=_last_day(scene, stretch))
    if not count:
        return scene.say(
            "done_not_then",
            stretch=name,
            period=_period(scene, wish.period),
            day=_last_day(scene, stretch),
        )
    prompt = "done_at_least" if in_part else "done_in_period"
    return scene.say(prompt, stretch=name, times=count, period=_period(scene, wish.period))


def _all_in(scene: Scene, period: str, history: tuple[Finished, ...] | None) -> str:
    """What was done in a month or a year, as far as the history goes back."""
    if history is None:
        return scene.say("done_unread")
    first, last = first_and_last(scene.now.date(), period)
    there = [done for done in history if first <= date.fromisoformat(done.day) <= last]
    in_part = _is_in_part(history, first)
    if not there:
        told = during(scene, period)
        return scene.say("progress_too_far") if in_part else scene.say("done_nothing_then", day=told)
    seconds, days = sum(done.seconds for done in there), len({done.day for done in there})
    told = done_on_days(scene, period, Total(len(there), seconds, days))
    return f"{told} {scene.say('progress_only_newest')}" if in_part else told


def _is_in_part(history: tuple[Finished, ...], first: date) -> bool:
    """Whether more may have been done since a day than the history that was read shows."""
    return len(history) >= MOST_READ and history[-1].day >= first.isoformat()


def _period(scene: Scene, period: str) -> str:
    if is_one_day(period):
        return when(scene, first_and_last(scene.now.date(), period)[0])
    return during(scene, period)


def _last_day(scene: Scene, stretch: str) -> str:
    return (
        when(scene, date.fromisoformat(scene.own.lately[stretch])) if stretch in scene.own.lately else ""
    )
