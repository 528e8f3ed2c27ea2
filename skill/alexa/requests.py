"""Alexa's requests → the coach's events."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import (
    IntentRequest,
    SessionEndedErrorType,
    SessionEndedReason,
    SessionEndedRequest,
    Slot,
)
from ask_sdk_model.interfaces.connections import ConnectionsResponse
from ask_sdk_model.slu.entityresolution import StatusCode

from skill.alexa.durations import isoduration
from skill.alexa.times_of_day import part_of_day, time_of_day
from skill.coach import events
from skill.coach.events import Asked, Ending, Event
from skill.coach.progress import ACCOUNT
from skill.coach.wishes import Wish

Slots = Mapping[str, Slot]

PACES = frozenset({"slower", "faster", "less_talking", "more_talking"})
"""The ids of `CHANGE` that are about how she talks; the others are about the hold."""

A_MINUTE, QUICK = 60.0, 300.0
"""Seconds: what no routine is shorter than, and what "a quick one" means."""

LEVELS = {"longer": "longer", "shorter": "gentle"}
"""The level that makes all holds longer, and the one that asks for less."""

NO_LENGTH = 0.0
"""A length that was said, and that nobody can make anything of: it is asked about."""

MOST_HEARD = 60
"""Characters of a name that are said back: no name is longer, and a whole speech is none."""

ENDINGS = {
    SessionEndedReason.USER_INITIATED.value: Ending.BY_USER,
    SessionEndedReason.EXCEEDED_MAX_REPROMPTS.value: Ending.BY_SILENCE,
}


def intent_event(request: IntentRequest) -> Event:
    """What an intent means; one this version does not have was not understood."""
    make = INTENTS.get(request.intent.name)
    return make(request.intent.slots or {}) if make is not None else events.NotUnderstood()


def ending(request: SessionEndedRequest) -> events.SessionEnded:
    """Why a session ended; a reason nobody has documented counts as an error: in doubt, unheard."""
    reason = request.reason.value if request.reason is not None else ""
    kind = request.error.object_type if request.error is not None else None
    refused = kind is not None and kind.value == SessionEndedErrorType.INVALID_RESPONSE.value
    return events.SessionEnded(ENDINGS.get(reason, Ending.BY_ERROR), refused)


def asked(slots: Slots, name: str) -> Asked:
    """A named stretch or routine: the ids of every match of every authority, and the words."""
    slot = slots.get(name)
    if slot is None or not slot.value:
        return Asked()
    heard = " ".join(slot.value[:MOST_HEARD].split())
    if not any(letter.isalpha() for letter in heard):
        return Asked()
    return Asked(tuple(dict.fromkeys(_ids(slot))), heard)


def picked(slots: Slots, name: str) -> str:
    """The id of a slot with one meaning; empty where nothing was said or nothing matched."""
    return next(iter(asked(slots, name).ids), "")


def seconds(slots: Slots, number: str, duration: str) -> float | None:
    """A length of time, said as a number of seconds or as a duration; None where neither fits."""
    spoken = slots.get(duration)
    length = isoduration(spoken.value) if spoken is not None and spoken.value else None
    if length is not None:
        return length
    counted = slots.get(number)
    try:
        return float(counted.value) if counted is not None and counted.value else None
    except ValueError:  # "?" is what Alexa sends for a number she did not catch
        return None


def wished_routine(slots: Slots) -> Event:
    """A routine by name, or by what it is to be like.

    Less than a minute is no routine: it is the length of a hold.
    """
    routine, length = asked(slots, "routine"), seconds(slots, "", "minutes")
    said = slots.get("minutes")
    if length is None and said is not None and said.value:
        length = NO_LENGTH
    if length is None and picked(slots, "quick"):
        length = QUICK
    if routine.is_nameless and length is not None and NO_LENGTH < length < A_MINUTE:
        return events.AdjustHold("", length)
    wish = Wish(
        seconds=length if length is not None else Wish().seconds,
        area=picked(slots, "area"),
        place=picked(slots, "place"),
        without=picked(slots, "equipment"),
        avoid=picked(slots, "avoid"),
    )
    return events.StartRoutine(routine, wish if length is not None or wish != Wish() else None)


def changed(slots: Slots, unclear: Event) -> Event:
    """Another hold or another pace: which, says the change, whichever of the two intents caught it.

    Their slot is the same one, and Alexa hears "slower" in the one as gladly as in the other. Holds
    that are to be longer or shorter always are another level.
    """
    change, length = picked(slots, "change"), seconds(slots, "seconds", "duration")
    if change in PACES:
        return events.ChangePace(change)
    if length is None and change in LEVELS and picked(slots, "always"):
        return events.ChangeLevel(LEVELS[change], always=True)
    return events.AdjustHold(change, length) if change or length is not None else unclear


def wished_reminder(slots: Slots) -> Event:
    """A reminder, as far as it was said when."""
    clock = slots.get("time")
    said = clock.value if clock is not None and clock.value else ""
    days = asked(slots, "recurrence")
    return events.SetReminder(time_of_day(said), part_of_day(said), next(iter(days.ids), ""), days.heard)


def permission_answer(request: ConnectionsResponse) -> events.PermissionAnswered:
    """What somebody answered Alexa, who asked for a permission on our behalf."""
    payload = request.payload if isinstance(request.payload, dict) else {}
    return events.PermissionAnswered(payload.get("status") == "ACCEPTED", str(request.token or ""))


def moment(handler_input: HandlerInput) -> datetime:
    """When the request was made, in UTC; now, for one that does not say."""
    made: datetime | None = handler_input.request_envelope.request.timestamp
    if made is None:
        return datetime.now(UTC)
    return made.astimezone(UTC) if made.tzinfo is not None else made.replace(tzinfo=UTC)


def account(handler_input: HandlerInput) -> str:
    """The Alexa user: the household's account."""
    envelope = handler_input.request_envelope
    holder = envelope.context.system if envelope.context is not None else envelope.session
    return str(holder.user.user_id)


def person(handler_input: HandlerInput) -> str:
    """The recognised speaker, or the account as a whole."""
    context = handler_input.request_envelope.context
    speaker = context.system.person if context is not None else None
    return str(speaker.person_id) if speaker is not None and speaker.person_id else ACCOUNT


def _ids(slot: Slot) -> list[str]:
    resolutions = slot.resolutions
    if resolutions is None or not resolutions.resolutions_per_authority:
        return []
    return [
        match.value.id
        for authority in resolutions.resolutions_per_authority
        if authority.status is not None and authority.status.code == StatusCode.ER_SUCCESS_MATCH
        for match in authority.values or ()
        if match.value is not None and match.value.id
    ]


def _plain(event: type[Event]) -> Callable[[Slots], Event]:
    return lambda _: event()


INTENTS: dict[str, Callable[[Slots], Event]] = {
    "StartStretchIntent": lambda slots: events.StartStretch(asked(slots, "stretch")),
    "StartRoutineIntent": wished_routine,
    "PainIntent": lambda slots: events.Pain(picked(slots, "symptom")),
    "AvoidStretchIntent": lambda slots: events.AvoidStretch(asked(slots, "stretch")),
    "AllowStretchIntent": lambda slots: events.AllowStretch(asked(slots, "stretch")),
    "ProgressIntent": lambda slots: events.AskProgress(picked(slots, "period")),
    "WhyTheseIntent": _plain(events.AskWhy),
    "CreateRoutineIntent": lambda slots: events.CreateRoutine(asked(slots, "name").heard),
    "AddStretchIntent": lambda slots: events.AddStretch(asked(slots, "stretch")),
    "SaveRoutineIntent": lambda slots: events.SaveRoutine(asked(slots, "name").heard),
    "DeleteRoutineIntent": lambda slots: events.DeleteRoutine(asked(slots, "routine")),
    "ReminderIntent": wished_reminder,
    "CancelReminderIntent": _plain(events.CancelReminder),
    "ReminderStatusIntent": _plain(events.AskReminder),
    "ExportDataIntent": _plain(events.ExportData),
    "DeleteDataIntent": _plain(events.DeleteData),
    "ResumeRoutineIntent": lambda slots: events.ResumePractice(
        picked(slots, "day"), asked(slots, "routine")
    ),
    "ChooseIntent": lambda slots: events.Choose(picked(slots, "place"), picked(slots, "ordinal")),
    "HoldTimeIntent": lambda slots: events.AskHoldTime(asked(slots, "stretch")),
    "RepetitionsIntent": lambda slots: events.AskRepetitions(asked(slots, "stretch")),
    "BenefitIntent": lambda slots: events.AskBenefit(asked(slots, "stretch")),
    "EasierIntent": lambda slots: events.AskEasier(asked(slots, "stretch")),
    "TimeLeftIntent": _plain(events.AskTimeLeft),
    "WhereAmIIntent": _plain(events.AskWhere),
    "AdjustHoldIntent": lambda slots: changed(slots, events.AdjustHold()),
    "SettleTimeIntent": _plain(events.LengthenSettle),
    "PaceIntent": lambda slots: changed(slots, events.ChangePace("")),
    "LevelIntent": lambda slots: events.ChangeLevel(
        picked(slots, "level"), bool(picked(slots, "always"))
    ),
    "SkipSideIntent": _plain(events.SkipSide),
    "HowToIntent": lambda slots: events.AskHowTo(asked(slots, "stretch")),
    "CautionIntent": lambda slots: events.AskCaution(asked(slots, "stretch")),
    "SourceIntent": lambda slots: events.AskSource(asked(slots, "stretch")),
    "ListStretchesIntent": lambda slots: events.ListStretches(
        picked(slots, "area"), picked(slots, "place")
    ),
    "ListRoutinesIntent": _plain(events.ListRoutines),
    "SkipIntent": _plain(events.Skip),
    "AMAZON.NextIntent": _plain(events.Next),
    "AMAZON.PreviousIntent": _plain(events.Previous),
    "AMAZON.RepeatIntent": _plain(events.Repeat),
    "AMAZON.StartOverIntent": _plain(events.StartOver),
    "AMAZON.PauseIntent": _plain(events.Pause),
    "AMAZON.ResumeIntent": _plain(events.Resume),
    "AMAZON.YesIntent": _plain(events.Yes),
    "AMAZON.NoIntent": _plain(events.No),
    "AMAZON.HelpIntent": _plain(events.Help),
    "AMAZON.StopIntent": _plain(events.Stop),
    "AMAZON.CancelIntent": _plain(events.Cancel),
    "AMAZON.NavigateHomeIntent": _plain(events.Stop),
    "AMAZON.FallbackIntent": _plain(events.NotUnderstood),
}
"""What each intent means."""
