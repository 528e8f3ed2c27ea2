"""Intents → the coach's events."""

from collections.abc import Callable

from ask_sdk_model import IntentRequest

from skill.alexa.requests.by_subject.changes import (
    changed,
    changed_level,
    left_out_today,
    meant_length,
    moved_to,
)
from skill.alexa.requests.by_subject.conditions import asked_about, told_condition
from skill.alexa.requests.by_subject.questions import asked_for_things, asked_length, asked_where
from skill.alexa.requests.by_subject.reminders import wished_reminder
from skill.alexa.requests.by_subject.wishes import (
    repeated_how,
    those_after,
    wished_list,
    wished_routine,
    wished_straight_through,
    wished_stretch,
)
from skill.alexa.requests.heard_words import begins_no_name, with_heard_ids
from skill.alexa.requests.slots import Slots, asked, picked, seconds, times_of
from skill.coach.conversation import events
from skill.coach.conversation.events import Event
from skill.library.language import HeardWords


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
        times_of(slots),
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
        asked(slots, "stretch"), asked(slots, "instead"), those_after(slots)
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
    "LevelIntent": changed_level,
    "SkipSideIntent": lambda slots: events.SkipSide(
        picked(slots, "side"),
        picked(slots, "only"),
        picked(slots, "to"),
        picked(slots, "again"),
        picked(slots, "too"),
        picked(slots, "last"),
    ),
    "HowToIntent": lambda slots: events.AskHowTo(asked(slots, "stretch"), picked(slots, "ordinal")),
    "CautionIntent": asked_about,
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
