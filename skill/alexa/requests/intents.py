"""Intents → the coach's events."""

from collections.abc import Callable

from ask_sdk_model import IntentRequest

from skill.alexa.requests.heard_words import begins_no_name, with_heard_ids
from skill.alexa.requests.slots import Slots, asked, months, picked, said, seconds
from skill.alexa.requests.times_of_day import part_of_day, time_of_day
from skill.coach.conversation import events
from skill.coach.conversation.events import Asked, Event
from skill.coach.practice.plan_wish import PlanWish
from skill.library.language import HeardWords
from skill.library.records import EVERYTHING

PACES = frozenset({"slower", "faster", "less_talking", "more_talking"})
"""The ids of the slot type `CHANGE` that are about how the coach talks; the others are about the
hold."""

A_MINUTE, QUICK = 60.0, 300.0
"""Seconds: no routine is shorter than the first, and "a quick one" means the second."""

LEVELS = {"longer": "longer", "shorter": "gentle"}
"""The level that makes all holds longer, and the level that makes all of them shorter."""

FOR_GOOD = frozenset({"always", "every", "every_always"})
"""The ids of the slot type `ALWAYS` with which a level is for all stretches from now on. With a length,
`always` is for this stretch, and `every` for what is still to come today."""

OTHER_DAYS = ("on_day", "also_on", "and_on")
"""The slots for days of the week that are told beside others: "on Tuesdays and Fridays"."""

ASKED_WHERE = ("later", "ahead", "far", "inside")
"""The slots that say what is asked of a practice."""

LATER_ONES = ("second", "third", "fourth")
"""The slots of stretches that are named after another, in their order."""

NO_LENGTH = 0.0
"""The length, in seconds, for a number that was said but not understood: the coach asks for it."""


def intent_event(request: IntentRequest, known: HeardWords) -> Event:
    """The event that an intent means; `NotUnderstood` for an intent that this version does not have.

    Args:
        request: As Alexa sent it.
        known: What the language calls conditions and complaints, where Alexa resolved nothing.
    """
    intent = request.intent
    make = INTENTS.get(intent.name) if intent is not None else None
    if intent is None or make is None:
        return events.NotUnderstood()
    return _ending(make(with_heard_ids(intent.slots or {}, known)), known)


def _ending(event: Event, known: HeardWords) -> Event:
    """The same, or the end where what was taken for a name is none: "call it a day, I'm knackered"."""
    if not isinstance(event, events.SaveRoutine | events.CreateRoutine):
        return event
    return events.Stop() if begins_no_name(event.name, known.no_names) else event


def wished_routine(slots: Slots) -> Event:
    """A wish for a routine, by name or by what it shall be like; or a change of a hold.

    No routine is shorter than a minute: a shorter length is that of a hold. With a condition that nobody
    knows it is a question about that one, for nothing can be said to suit it.
    """
    (condition, besides, _), unknown = _conditions(slots)
    if unknown:
        return _asked_about(slots)
    routine, length = asked(slots, "routine"), seconds(slots, "", "minutes")
    long = months(slots, "minutes")
    if long is not None and not any(said(slots, name) for name in slots if name != "minutes"):
        return events.HowLongAgo(long)
    if length is None and said(slots, "minutes"):
        length = NO_LENGTH
    if length is None and picked(slots, "quick"):
        length = QUICK
    if routine.is_nameless and length is not None and NO_LENGTH < length < A_MINUTE:
        return events.AdjustHold("", length)
    wish = PlanWish(
        seconds=length if length is not None else PlanWish().seconds,
        area=picked(slots, "area"),
        place=picked(slots, "place"),
        without=picked(slots, "equipment"),
        avoid=picked(slots, "avoid"),
    )
    wished = wish if length is not None or wish != PlanWish() else None
    alone = routine.is_nameless and length is None and wish == PlanWish(without=wish.without)
    missing = wish.without if alone else ""
    return events.StartRoutine(
        routine,
        wished,
        condition,
        missing,
        picked(slots, "level"),
        bool(picked(slots, "company")),
        asked(slots, "without"),
        besides,
        _ago(slots),
    )


def wished_straight_through(slots: Slots) -> Event:
    """A wish for a practice without a break: a stretch, a routine, or one of so many minutes."""
    length = seconds(slots, "", "minutes")
    wish = PlanWish(seconds=length) if length is not None and length >= A_MINUTE else None
    return events.PlayThrough(asked(slots, "stretch"), asked(slots, "routine"), wish)


def wished_list(slots: Slots) -> Event:
    """Stretches for an area, a place or a condition; an unknown condition is asked about instead."""
    (condition, besides, _), unknown = _conditions(slots)
    if unknown:
        return _asked_about(slots)
    return events.ListStretches(
        picked(slots, "area"),
        picked(slots, "place"),
        condition,
        asked(slots, "routine"),
        besides,
        _ago(slots),
    )


def told_condition(slots: Slots) -> Event:
    """What a body has; of several things, those that are known, and whether there is another."""
    (condition, besides, further), unknown = _conditions(slots)
    ago = _ago(slots)
    if ago is not None and not (condition or unknown):
        return events.HowLongAgo(ago)
    unknown = unknown if condition else ""
    return events.HasCondition(condition, asked(slots, "stretch"), besides, unknown, further, ago)


def _ago(slots: Slots) -> float | None:
    """How many months ago it was, or began; None where that was not said."""
    return months(slots, "ago", "roughly")


def _asked_about(slots: Slots) -> Event:
    (condition, besides, _), unknown = _conditions(slots)
    return events.AskCaution(
        asked(slots, "stretch"),
        condition,
        unknown,
        besides,
        _ago(slots),
        picked(slots, "ordinal"),
        picked(slots, "place"),
    )


def _conditions(slots: Slots) -> tuple[tuple[str, str, str], str]:
    """The ids of three conditions, empty where none was named, and the words for one nobody knows."""
    named = [asked(slots, name) for name in ("condition", "besides", "further")]
    known = dict.fromkeys(each.ids[0] for each in named if each.ids)
    unknown = next((each.heard for each in named if not each.ids and each.heard), "")
    first, second, third, *_ = (*known, "", "", "")
    return (first, second, third), unknown


def changed(slots: Slots, unclear: Event) -> Event:
    """A change of the hold or of how the coach talks; the slot says which, whichever intent was heard.

    Both intents have the same slot, and Alexa hears "slower" in either. "Always longer" and "always
    shorter" are another level; with a length, only what says all of them from now on is kept for all.
    """
    change, length = picked(slots, "change"), seconds(slots, "seconds", "duration")
    if change in PACES:
        return events.ChangePace(change)
    if said(slots, "times") and not change and length is None:
        return events.ChangeTimes(_times(slots))
    kept = picked(slots, "always")
    if length is None and change in LEVELS and kept in FOR_GOOD:
        return events.ChangeLevel(LEVELS[change], always=True)
    if not change and length is None:
        return unclear
    return events.AdjustHold(
        change,
        length,
        kept in ("rest", "every"),
        kept == "every_always",
        _times(slots),
        bool(picked(slots, "today")),
    )


def wished_stretch(slots: Slots) -> Event:
    """A stretch to do: with its sides, its length and number, and those that come after it."""
    stretch, length = asked(slots, "stretch"), seconds(slots, "", "duration")
    return events.StartStretch(
        stretch,
        picked(slots, "side"),
        picked(slots, "only"),
        length,
        seconds(slots, "seconds", ""),
        _times(slots),
        picked(slots, "level"),
        _those_after(slots),
        seconds(slots, "", "then_for"),
        _times(slots, "then_times"),
        picked(slots, "then_side"),
        picked(slots, "then_only"),
        *_conditions(slots)[0][:2],
        _ago(slots),
    )


def _those_after(slots: Slots) -> tuple[Asked, ...]:
    """The stretches that are named after the first one, in their order."""
    return tuple(filter(None, (_named(slots, name) for name in LATER_ONES)))


def _named(slots: Slots, name: str) -> Asked | None:
    named = asked(slots, name)
    return None if named.is_nameless else named


def _times(slots: Slots, slot: str = "times") -> int:
    """How often something is to be done; 0 where that was not said."""
    times = picked(slots, slot)
    return int(times) if times.isdecimal() else 0


def meant_length(slots: Slots) -> Event:
    """Another length than the one just said: a bare number, or a length of time."""
    long, length = months(slots, "duration"), seconds(slots, "", "duration")
    if long is not None:
        return events.HowLongAgo(long)
    return events.MeantLength(seconds(slots, "seconds", "") if length is None else None, length)


def repeated_how(slots: Slots) -> str:
    """How a practice is to differ from the one that is done again: `gentle`, `shorter` or `longer`."""
    level, change = picked(slots, "level"), picked(slots, "change")
    return next((how for how in (level, change) if how in events.CHANGES_OF_A_PRACTICE), "")


def left_out_today(slots: Slots) -> Event:
    """A stretch left out of this practice: the one that is named, else the one that is meant."""
    stretch, change = asked(slots, "stretch"), picked(slots, "change")
    if change in LEVELS.keys() | PACES and stretch.is_nameless:
        return events.SkipAndAdjust(change)
    if stretch.is_nameless:
        ahead = picked(slots, "later") or picked(slots, "ahead")
        return events.SkipNext(events.Ahead(ahead)) if ahead else events.Skip()
    return events.LeaveOut(stretch, picked(slots, "condition"))


def moved_to(slots: Slots) -> str:
    """Where a stretch is to come: `next`, `first` or `last`."""
    if picked(slots, "ahead") == events.Ahead.NEXT:
        return "next"
    return "first" if picked(slots, "ordinal") == "1" else "last"


def asked_where(slots: Slots) -> Event:
    """Where somebody is, or what comes; or of a stretch, a place or a side, whether it comes."""
    ahead = next(filter(None, (picked(slots, name) for name in ASKED_WHERE)), "nothing")
    return events.AskWhere(
        events.Ahead(ahead),
        asked(slots, "stretch"),
        picked(slots, "place"),
        picked(slots, "left"),
        side=picked(slots, "side"),
    )


def asked_for_things(slots: Slots) -> Event:
    """Whether a thing is needed, or what is: of the practice, or of a stretch that is named."""
    return events.AskWhere(
        stretch=asked(slots, "stretch"), thing=picked(slots, "equipment") or EVERYTHING
    )


def asked_length(slots: Slots) -> Event:
    """How long a stretch or a routine takes that is named; else the practice under way or offered."""
    named = events.AskLength(asked(slots, "stretch"), asked(slots, "routine"))
    nameless = named.stretch.is_nameless and named.routine.is_nameless
    return events.AskWhere(events.Ahead.LENGTH) if nameless else named


def wished_reminder(slots: Slots) -> Event:
    """A reminder, with as much of its time and days as was said."""
    clock, days = said(slots, "time"), asked(slots, "recurrence")
    leaving = bool(picked(slots, "stop"))
    first, *more = [*days.ids[:1], *filter(None, (picked(slots, name) for name in OTHER_DAYS))] or [""]
    return events.SetReminder(
        time_of_day(clock), part_of_day(clock), first, days.heard, leaving, tuple(more)
    )


def _without_slots(event: type[Event]) -> Callable[[Slots], Event]:
    return lambda _: event()


INTENTS: dict[str, Callable[[Slots], Event]] = {
    "StartStretchIntent": wished_stretch,
    "NameStretchIntent": lambda slots: events.NameStretch(asked(slots, "stretch")),
    "StartItIntent": _without_slots(events.StartIt),
    "OtherIntent": _without_slots(events.Other),
    "MoreIntent": _without_slots(events.More),
    "MeantLengthIntent": meant_length,
    "MeantStretchIntent": lambda slots: events.MeantStretch(
        asked(slots, "stretch"), asked(slots, "instead")
    ),
    "RepeatPracticeIntent": lambda slots: events.RepeatPractice(
        picked(slots, "day"),
        repeated_how(slots),
        bool(picked(slots, "that")),
        max(0, int(seconds(slots, "count", "") or 0)),
        _times(slots),
        picked(slots, "only"),
    ),
    "StartRoutineIntent": wished_routine,
    "PainIntent": lambda slots: events.Pain(picked(slots, "symptom"), picked(slots, "also")),
    "ConditionIntent": told_condition,
    "PostureIntent": lambda slots: events.AskPosture(picked(slots, "posture")),
    "AdviceIntent": lambda slots: events.AskAdvice(picked(slots, "advice")),
    "AvoidStretchIntent": lambda slots: events.AvoidStretch(asked(slots, "stretch")),
    "OnlyTodayIntent": _without_slots(events.OnlyToday),
    "LeftOutIntent": _without_slots(events.AskLeftOut),
    "AllowStretchIntent": lambda slots: events.AllowStretch(asked(slots, "stretch")),
    "ProgressIntent": lambda slots: events.AskProgress(picked(slots, "period")),
    "DoneIntent": lambda slots: events.AskDone(asked(slots, "stretch"), picked(slots, "period")),
    "LongestRowIntent": _without_slots(events.AskLongestRow),
    "StayIntent": _without_slots(events.Stay),
    "EnoughIntent": _without_slots(events.Enough),
    "DoneAlreadyIntent": lambda slots: events.DoneAlready(asked(slots, "stretch")),
    "OnlyAtIntent": lambda slots: events.OnlyAt(picked(slots, "place")),
    "StartFromIntent": lambda slots: events.StartFrom(
        asked(slots, "stretch"), picked(slots, "ordinal"), asked(slots, "routine")
    ),
    "MoveStretchIntent": lambda slots: events.MoveStretch(
        asked(slots, "stretch"), moved_to(slots), asked(slots, "routine")
    ),
    "WhyTheseIntent": _without_slots(events.AskWhy),
    "CreateRoutineIntent": lambda slots: events.CreateRoutine(asked(slots, "name").heard),
    "AddStretchIntent": lambda slots: events.AddStretch(
        asked(slots, "stretch"), asked(slots, "instead"), _those_after(slots)
    ),
    "SaveRoutineIntent": lambda slots: events.SaveRoutine(asked(slots, "name").heard),
    "DeleteRoutineIntent": lambda slots: events.DeleteRoutine(asked(slots, "routine")),
    "ReminderIntent": wished_reminder,
    "CancelReminderIntent": _without_slots(events.CancelReminder),
    "ReminderStatusIntent": _without_slots(events.AskReminder),
    "ExportDataIntent": _without_slots(events.ExportData),
    "DeleteDataIntent": _without_slots(events.DeleteData),
    "ResumeRoutineIntent": lambda slots: events.ResumePractice(
        picked(slots, "day"), asked(slots, "routine"), asked(slots, "stretch")
    ),
    "ChooseIntent": lambda slots: events.Choose(picked(slots, "place"), picked(slots, "ordinal")),
    "HoldTimeIntent": lambda slots: events.AskHoldTime(asked(slots, "stretch")),
    "RepetitionsIntent": lambda slots: events.AskRepetitions(asked(slots, "stretch")),
    "BenefitIntent": lambda slots: events.AskBenefit(asked(slots, "stretch")),
    "EasierIntent": lambda slots: events.AskEasier(asked(slots, "stretch")),
    "TimeLeftIntent": _without_slots(events.AskTimeLeft),
    "StretchesLeftIntent": lambda _: events.AskWhere(events.Ahead.STRETCHES),
    "WholeLengthIntent": asked_length,
    "WhereAmIIntent": asked_where,
    "PlaceAskedIntent": asked_where,
    "ThingsAskedIntent": asked_for_things,
    "AdjustHoldIntent": lambda slots: changed(slots, events.AdjustHold()),
    "ThereIntent": lambda _: events.Arrived(),
    "SettleTimeIntent": _without_slots(events.LengthenSettle),
    "PaceIntent": lambda slots: changed(slots, events.ChangePace("")),
    "LevelIntent": lambda slots: events.ChangeLevel(
        picked(slots, "level"), picked(slots, "always") in FOR_GOOD
    ),
    "SkipSideIntent": lambda slots: events.SkipSide(
        picked(slots, "side"),
        picked(slots, "only"),
        picked(slots, "to"),
        picked(slots, "again"),
        picked(slots, "too"),
        picked(slots, "last"),
    ),
    "HowToIntent": lambda slots: events.AskHowTo(asked(slots, "stretch"), picked(slots, "ordinal")),
    "CautionIntent": _asked_about,
    "SourceIntent": lambda slots: events.AskSource(asked(slots, "stretch")),
    "ListStretchesIntent": wished_list,
    "ListRoutinesIntent": _without_slots(events.ListRoutines),
    "SkipIntent": left_out_today,
    "SayAgainIntent": lambda slots: events.AskWords(picked(slots, "ordinal")),
    "ThanksIntent": _without_slots(events.Thank),
    "GreetingIntent": _without_slots(events.Greet),
    "AboutIntent": _without_slots(events.AskAbout),
    "FeltIntent": lambda slots: events.AskFelt(asked(slots, "stretch")),
    "PlayThroughIntent": wished_straight_through,
    "LoudnessIntent": lambda _: events.PlayerMode("volume"),
    "AMAZON.LoopOnIntent": lambda _: events.PlayerMode("loop"),
    "AMAZON.LoopOffIntent": lambda _: events.PlayerMode("loop"),
    "AMAZON.ShuffleOnIntent": lambda _: events.PlayerMode("shuffle"),
    "AMAZON.ShuffleOffIntent": lambda _: events.PlayerMode("shuffle"),
    "AMAZON.NextIntent": _without_slots(events.Next),
    "AMAZON.PreviousIntent": _without_slots(events.Previous),
    "AMAZON.RepeatIntent": _without_slots(events.Repeat),
    "AMAZON.StartOverIntent": _without_slots(events.StartOver),
    "AMAZON.PauseIntent": _without_slots(events.Pause),
    "AMAZON.ResumeIntent": _without_slots(events.Resume),
    "AMAZON.YesIntent": _without_slots(events.Yes),
    "AMAZON.NoIntent": _without_slots(events.No),
    "AMAZON.HelpIntent": _without_slots(events.Help),
    "AMAZON.StopIntent": _without_slots(events.Stop),
    "AMAZON.CancelIntent": _without_slots(events.Cancel),
    "AMAZON.NavigateHomeIntent": _without_slots(events.Stop),
    "AMAZON.FallbackIntent": _without_slots(events.NotUnderstood),
}
"""The event of each intent, from its slots."""
