"""Reminders to stretch: asked about until they are clear, read back, and set after a yes.

A person has one reminder at a time: a new one replaces it. Nothing about reminders is kept here; the
platform is asked when one rings, since it keeps them.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from skill.coach.conversation.answers.answers import ask, close, coming_out
from skill.coach.conversation.answers.ending import get_up
from skill.coach.conversation.coming_back.aside import inform, put_aside, was_begun
from skill.coach.conversation.coming_back.coming_back import back_to
from skill.coach.conversation.errands import (
    CancelReminders,
    FindReminders,
    RemindersCancelled,
    RemindersFound,
    ReminderWritten,
    Service,
    WriteReminder,
)
from skill.coach.conversation.events import (
    AskReminder,
    CancelReminder,
    Event,
    PermissionAnswered,
    SetReminder,
)
from skill.coach.conversation.scene import NotAnAnswer, Outcome, Scene
from skill.coach.conversation.state.questions import ReminderReadBack, ReminderTime
from skill.coach.person.reminder import AHEAD, RECURRENCES, Reminder, once_after, once_on, read, write
from skill.words.clock import NIGHT_ENDS

NOON = 12
"""The hour of noon. "At two" means two in the afternoon: nobody stretches at night without saying so."""

USUAL = {"morning": time(8), "afternoon": time(15), "evening": time(19), "night": time(21)}
"""The time where only a part of the day was said; ours, and read back for a yes like any other time."""

FAILURES = {
    Service.NOT_HERE: "reminder_not_here",
    Service.NO_DEVICE: "reminder_no_device",
    Service.FULL: "reminder_full",
    Service.DOWN: "reminder_down",
    Service.PAST: "reminder_past",
    Service.NOT_ALLOWED: "reminder_not_allowed",
}
"""The prompt that tells why the platform did not do it."""


def set_reminder(_: Scene, event: SetReminder) -> FindReminders:
    """Asked for a reminder: first find out whether there can be one, and which there is."""
    return FindReminders(event)


def ask_reminder(_: Scene, event: AskReminder) -> FindReminders:
    """Asked when the reminder is: only the platform knows."""
    return FindReminders(event)


def cancel_reminder(_: Scene, __: CancelReminder) -> CancelReminders:
    """Asked for no more reminders: it is done without asking, since a new one is quickly set."""
    return CancelReminders()


def reminders_found(scene: Scene, event: RemindersFound) -> Outcome:
    """Tell when the reminder is, or read back the one that is wished for.

    The permission is asked for only once the reminder is clear.
    """
    unasked = event.outcome is Service.NOT_ALLOWED and isinstance(event.wish, SetReminder)
    if isinstance(event.wish, SetReminder) and event.wish.leaving:
        return _before_leaving(scene, event)
    if event.outcome is not Service.DONE and not unasked:
        return _failed(scene, event.outcome)
    if isinstance(event.wish, SetReminder):
        return _propose(scene, event.wish, event.reminders)
    if not event.reminders:
        return _tell(scene, scene.say("reminder_none"))
    first = event.reminders[0]
    if first is None:
        return _tell(scene, scene.say("reminder_unclear"))
    return _tell(scene, scene.say("reminder_is", when=_when(scene, first)))


def _before_leaving(scene: Scene, event: RemindersFound) -> Outcome:
    """To stop and be reminded in one sentence: the practice is kept, and the session ends with this."""
    wish = event.wish
    assert isinstance(wish, SetReminder)  # noqa: S101 - nothing else is said with leaving
    kept = was_begun(scene) if scene.is_practising else False
    up = get_up(scene, scene.state.body)
    told = scene.said(coming_out(scene), up, scene.say("place_kept") if kept else "")
    scene = replace(put_aside(scene), notice=scene.notice + told)
    scene = scene.with_state(practice=None, question=None, one_shot=True)
    outcome = reminders_found(scene, replace(event, wish=replace(wish, leaving=False)))
    question = outcome.state.question
    if not isinstance(question, ReminderReadBack | ReminderTime):
        return outcome
    return replace(outcome, state=replace(outcome.state, question=replace(question, leaving=True)))


def reminders_cancelled(scene: Scene, event: RemindersCancelled) -> Outcome:
    """Say that there are no more reminders, or that there were none."""
    if event.outcome is not Service.DONE:
        return _failed(scene, event.outcome)
    return _tell(scene, scene.say("reminder_cancelled" if event.count else "reminder_none"))


def confirm(scene: Scene, _: Event) -> Outcome | WriteReminder:
    """Yes to the reminder that was read back: set it."""
    return _write(scene, scene.asked(ReminderReadBack).reminders[0], permission_asked=False)


def decline(scene: Scene, _: Event) -> Outcome:
    """No to the reminder that was read back: offer the other half of the day, or drop it."""
    others = _pending(scene)[1:]
    return _read_back(scene, others) if others else _leave(scene)


def no_time(scene: Scene, _: Event) -> Outcome:
    """Something else where a time was asked for: ask once more with an example, then drop it."""
    return _ask_time(scene)


def go_on(scene: Scene, event: Event) -> Outcome | NotAnAnswer:
    """Asked to go on instead of a time: the waiting practice goes on; without one, as in `no_time`."""
    return NotAnAnswer() if scene.is_practising else no_time(scene, event)


def reminder_written(scene: Scene, event: ReminderWritten) -> Outcome:
    """Say that the reminder is set; or have the permission asked for; or say why it is not set."""
    match event.outcome:
        case Service.DONE:
            return _tell(scene, scene.say("reminder_set", when=_when(scene, event.reminder)))
        case Service.NOT_ALLOWED if not event.permission_asked:
            return _ask_permission(scene, event.reminder)
        case Service.PAST:
            return _gone_by(scene)
        case failure:
            return _failed(scene, failure)


def permission_answered(scene: Scene, event: PermissionAnswered) -> Outcome | WriteReminder:
    """Set the reminder that the permission was asked for; without it, say how to allow it later."""
    if not event.given:
        return _failed(scene, Service.NOT_ALLOWED)
    reminder = read(event.token)
    if reminder is None:
        return _ask_when(scene, "", again=False)
    return _write(scene, reminder, permission_asked=True)


def _propose(scene: Scene, wish: SetReminder, present: tuple[Reminder | None, ...]) -> Outcome:
    """Read back the wish; what it lacks is taken from the reminder read back before, or asked for."""
    pending = _pending(scene)
    if wish == SetReminder() and pending:
        return _read_back(scene, pending)
    if wish.heard and not wish.days:
        return _ask_time(scene, told=scene.say("reminder_days"))
    on = _day_meant(scene, wish)
    days = frozenset() if on else _days_of(wish) or _days_so_far(scene)
    part = _part_meant(scene, wish)
    times = tuple(reminder.at for reminder in pending)
    if wish.at is not None or (part and times):
        times = _meant(wish.at or times[0], part)
    elif part:
        times = (USUAL[part],)
    if not times:
        return _ask_time(scene, days, on)
    reminders = [_reminder(scene, at, days, on) for at in times]
    to_come = [each for each in reminders if each.first_after(scene.now) is not None]
    if not to_come:
        return _gone_by(scene)
    times = tuple(at for at, each in zip(times, reminders, strict=True) if each in to_come)
    reminders = to_come
    skipped = [at for at, each in zip(times, reminders, strict=True) if each.at != at]
    # Of seven in the morning and in the evening, first the one not at night, then the one that is
    # sooner.
    reminders.sort(key=lambda each: (each.at.hour < NIGHT_ENDS, each.on or scene.now.date(), each.at))
    there = present[0] if present else None
    if there is not None and there in reminders:
        return _is_there(scene, there, [each for each in reminders if each != there])
    told = [scene.say("reminder_skipped", when=scene.words.at(at)) for at in skipped]
    if there is not None:
        told.append(scene.say("reminder_instead", when=_when(scene, there)))
    return _read_back(scene, reminders, " ".join(told))


def _is_there(scene: Scene, there: Reminder, others: Sequence[Reminder]) -> Outcome:
    """Tell that this reminder is set already; ask whether the other half of the day was meant."""
    told = scene.say("reminder_is", when=_when(scene, there))
    if not others:
        return _tell(scene, told)
    question = scene.say("ask_reminder_moved", when=_when(scene, others[0]))
    return _confirm(scene, told, question, others)


def _reminder(scene: Scene, at: time, days: frozenset[int], on: date | None) -> Reminder:
    if days:
        return Reminder(at, days)
    return once_on(on, at, scene.now) if on else once_after(at, scene.now)


def _day_meant(scene: Scene, wish: SetReminder) -> date | None:
    """The one day on which it is to ring, said now or before; None where none was, or it returns."""
    if wish.days in AHEAD:
        return scene.now.date() + timedelta(days=AHEAD[wish.days])
    if wish.days:
        return None
    question = scene.state.question
    if isinstance(question, ReminderTime):
        return question.on
    read_back = {reminder.on for reminder in _pending(scene)}
    return read_back.pop() if len(read_back) == 1 else None


def _part_meant(scene: Scene, wish: SetReminder) -> str:
    """The part of the day that was said; empty where none was."""
    heard = wish.heard.lower()
    if wish.days in AHEAD:
        # In German "morgen" is tomorrow as well as the morning, and "morgen früh" is tomorrow morning.
        today = scene.now.date()
        day = scene.words.on_day(today + timedelta(days=AHEAD[wish.days]), today)
        heard = heard.replace(day.lower(), "", 1)
    return wish.part or scene.words.heard_part(heard)


def _ask_time(
    scene: Scene, days: frozenset[int] = frozenset(), on: date | None = None, told: str = ""
) -> Outcome:
    """Ask for a time; a second time with an example, and then drop it."""
    question = scene.state.question
    if not isinstance(question, ReminderTime):
        return _ask_when(scene, told, days, on, again=False)
    if question.again:
        return _leave(scene)
    return _ask_when(scene, told, days or question.days, on or question.on, again=True)


def _pending(scene: Scene) -> tuple[Reminder, ...]:
    """The reminders that were read back: one, or the same in both halves of the day; empty if none."""
    question = scene.state.question
    return question.reminders if isinstance(question, ReminderReadBack) else ()


def _days_of(wish: SetReminder) -> frozenset[int]:
    """The days of the week on which it is to return, all that were told; empty if none were."""
    none: frozenset[int] = frozenset()
    return none.union(*(RECURRENCES.get(days, none) for days in (wish.days, *wish.more)))


def _days_so_far(scene: Scene) -> frozenset[int]:
    """The days that were said before the time; empty if none were."""
    question = scene.state.question
    if isinstance(question, ReminderTime):
        return question.days
    return next((reminder.days for reminder in _pending(scene)), frozenset())


def _meant(at: time, part: str) -> tuple[time, ...]:
    """The times of day that a time may mean: two, where the half of the day was not said.

    Amazon's time slot gives seven in the morning also for "seven" alone.
    """
    if at.hour > NOON or at.hour == 0:
        return (at,)
    hour = at.hour % NOON
    early, late = at.replace(hour=hour), at.replace(hour=hour + NOON)
    if part:
        at_night = part == "night" and hour < NIGHT_ENDS
        return (early,) if part == "morning" or at_night else (late,)
    return (late,) if hour == 0 else (early, late)


def _read_back(scene: Scene, reminders: Sequence[Reminder], told: str = "") -> Outcome:
    when = _when(scene, reminders[0])
    if len(reminders) > 1:
        question = scene.say("ask_reminder_or", when=when, other=scene.words.at(reminders[1].at))
    else:
        question = scene.say("ask_reminder", when=when)
    return _confirm(scene, told, question, reminders)


def _confirm(scene: Scene, told: str, question: str, reminders: Sequence[Reminder]) -> Outcome:
    asked = ReminderReadBack(tuple(reminders), _is_leaving(scene))
    return ask(scene, told, question, asked)


def _ask_when(
    scene: Scene,
    told: str,
    days: frozenset[int] = frozenset(),
    on: date | None = None,
    *,
    again: bool,
) -> Outcome:
    """Ask for the time; the question keeps the days so far, and whether it was asked before."""
    question = scene.say("ask_reminder_again" if again else "ask_reminder_time")
    return ask(scene, told, question, ReminderTime(days, on, again, _is_leaving(scene)))


def _write(scene: Scene, reminder: Reminder, *, permission_asked: bool) -> Outcome | WriteReminder:
    if reminder.first_after(scene.now) is None:
        return _gone_by(scene)
    return WriteReminder(reminder, permission_asked)


def _gone_by(scene: Scene) -> Outcome:
    """Ask for another time: the one read back was still to come then, and is past now."""
    return _ask_when(scene, scene.say("reminder_past"), again=True)


def _ask_permission(scene: Scene, reminder: Reminder) -> Outcome:
    """Have the platform ask. It may end the session: the place is kept, the reminder travels along."""
    turn = ask(put_aside(scene), scene.say("reminder_permission"), "")
    return replace(turn, reply=replace(turn.reply, asks_permission=write(reminder)))


def _failed(scene: Scene, failure: Service) -> Outcome:
    """Say why it did not work; if the permission is missing, with a card on which to give it."""
    turn = _tell(scene, scene.say(FAILURES[failure]))
    if failure is not Service.NOT_ALLOWED:
        return turn
    return replace(turn, reply=replace(turn.reply, offers_permission=True))


def _leave(scene: Scene) -> Outcome:
    return _tell(scene, scene.say("reminder_left"))


def _tell(scene: Scene, text: str) -> Outcome:
    """Tell something, and go back to what was before the question about a reminder."""
    if isinstance(scene.state.question, ReminderReadBack | ReminderTime):
        if _is_leaving(scene):
            return close(scene, f"{text} {scene.say('goodbye')}")
        if scene.is_practising:
            return back_to(scene, text)
        scene = scene.with_state(question=None)
    return inform(scene, text)


def _is_leaving(scene: Scene) -> bool:
    """Whether the session ends with the answer to the standing question."""
    question = scene.state.question
    return isinstance(question, ReminderReadBack | ReminderTime) and question.leaving


def _when(scene: Scene, reminder: Reminder) -> str:
    """When a reminder rings, in words: every day at seven in the morning."""
    words = scene.words
    if reminder.on is not None:
        day = words.on_day(reminder.on, scene.now.date())
    else:
        day = words.on_days(reminder.days)
    return f"{day} {words.at(reminder.at)}"
