"""Runs the coach's errands: looks up, deletes, sets and cancels, and reports the outcome as an event."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from ask_sdk_core.handler_input import HandlerInput

from skill.alexa.shell.session import Session
from skill.alexa.shell.store_visit import StoreVisit
from skill.coach.conversation.errands import (
    CancelReminders,
    Erased,
    EraseEverything,
    Errand,
    FindPractice,
    FindReminders,
    HistoryRead,
    LookBack,
    LookedBack,
    PracticeFound,
    ReadHistory,
    RemindersCancelled,
    RemindersFound,
    ReminderWritten,
    WriteReminder,
)
from skill.coach.conversation.events import Event
from skill.coach.person.profile import Profile
from skill.words import Words


@dataclass(frozen=True)
class Shell:
    """What errands need, in one request."""

    handler_input: HandlerInput
    visit: StoreVisit
    """This request's access to the store."""
    words: Words
    """The words of the request's locale."""

    def run(self, session: Session, errand: Errand, now: datetime) -> tuple[Session, Event]:
        """Run an errand; returns the session after it, and the event that reports the outcome."""
        match errand:
            case ReadHistory(person, limit):
                return session, HistoryRead(self.visit.history(person, now, limit))
            case FindPractice(person, wish, limit):
                return session, PracticeFound(wish, self.visit.history(person, now, limit))
            case LookBack(person, wish, limit):
                return session, LookedBack(wish, self.visit.history(person, now, limit))
            case EraseEverything(person):
                empty, erasure = self.visit.delete(person)
                return _without(session, empty), Erased(erasure)
            case FindReminders() | WriteReminder() | CancelReminders():
                return session, self._about_reminders(session, errand, now)

    def _about_reminders(
        self,
        session: Session,
        errand: FindReminders | WriteReminder | CancelReminders,
        now: datetime,
    ) -> Event:
        # Few people want reminders: so every start is spared 6 ms of imports. A snapshot has them
        # already.
        from skill.alexa.services.reminders import Reminders, Wording

        reminders = Reminders(self.handler_input)
        match errand:
            case FindReminders(wish):
                return RemindersFound(wish, *reminders.find())
            case WriteReminder(reminder, permission_asked):
                locale = str(self.handler_input.request_envelope.request.locale)
                wording = Wording(self.words.say("reminder_text"), locale)
                zone = session.profile.device.time_zone
                known = zone if isinstance(now.tzinfo, ZoneInfo) and now.tzinfo.key == zone else ""
                outcome = reminders.set(reminder, wording, now, known)
                return ReminderWritten(outcome, reminder, permission_asked)
            case CancelReminders():
                return RemindersCancelled(*reminders.cancel())


def _without(session: Session, empty: Profile | None) -> Session:
    """A session that knows nothing more of somebody; as it was, where nothing was deleted."""
    if empty is None:
        return session
    if empty.person != session.opener:
        return replace(session, guest=empty)
    # What is known of the device is no one person's.
    empty = replace(empty, device=session.profile.device)
    return replace(session, profile=empty, unsaved=None, unread=False)
