"""The shell around the coach: opens a profile, takes a turn, does what the turn asks for."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from skill.alexa.requests import account, moment, person
from skill.alexa.responses import respond
from skill.alexa.session import Session, from_attributes, to_attributes
from skill.alexa.settings_service import device_time_zone
from skill.coach.composing import preface
from skill.coach.cues import Said
from skill.coach.events import Event
from skill.coach.ports import ProgressStore
from skill.coach.progress import Change, Preferences, Profile
from skill.coach.scene import Turn
from skill.coach.state import State
from skill.coach.turn import turn
from skill.errors import StoreError, UnreadableStateError
from skill.library.records import Library
from skill.words import Words

log = logging.getLogger(__name__)

Voices = Mapping[str, Words]
"""The words for every locale the skill is offered in."""


@dataclass(frozen=True)
class Conversation:
    """Answers events; what differs between Lambda, a desk and a test is handed in."""

    library: Library
    voices: Voices
    store: ProgressStore
    delay: timedelta
    """From a request to the first word of its answer, and from a person's last word to the next
    request: what the platform takes, and nobody hears."""
    zone: tzinfo
    """The time zone of people whose own is not known."""
    device_zone: Callable[[HandlerInput], str] = device_time_zone
    """Asks the device for its time zone; empty where it does not tell."""
    audio: bool = False
    """Send holds as APL for Audio to everybody, and not only where a device refused SSML."""

    def answer(self, handler_input: HandlerInput, event: Event) -> Response:
        """Take one turn, keep what it changed, and answer."""
        words = self.words_for(handler_input)
        session = self._session(handler_input)
        now = moment(handler_input).astimezone(self._zone_of(session.profile))
        state = replace(session.state, unkept=session.unread or session.unsaved is not None)
        outcome = turn(self.library, words, session.profile, state, event, now)
        unsaved = self._write(handler_input, session, outcome)
        if (unsaved is not None or session.unread) and not session.warned:
            outcome = _warned(words, outcome)
            session = replace(session, warned=True)
        session = replace(
            session,
            state=_as_heard(outcome.state, self.delay),
            profile=outcome.profile,
            unsaved=unsaved,
        )
        if handler_input.request_envelope.session is not None:
            handler_input.attributes_manager.session_attributes = to_attributes(session)
        audio = self.audio or outcome.profile.preferences.audio
        return respond(handler_input, outcome.reply, audio=audio)

    def words_for(self, handler_input: HandlerInput) -> Words:
        """The words of the request's locale; of the first there is, for a locale nobody knows."""
        locale = handler_input.request_envelope.request.locale
        return self.voices.get(str(locale)) or next(iter(self.voices.values()))

    def _session(self, handler_input: HandlerInput) -> Session:
        """The session as it travelled; one that is new or cannot be read opens from the store."""
        envelope = handler_input.request_envelope
        new = envelope.session is None or bool(envelope.session.new)
        if not new:
            try:
                return from_attributes(handler_input.attributes_manager.session_attributes)
            except UnreadableStateError as error:
                log.warning("starting from the stored place: %s", error)
        launched = envelope.request.object_type == "LaunchRequest"
        # Sessions begin at different wordings, so that no visit opens like the one before.
        turns = moment(handler_input).toordinal() + moment(handler_input).minute
        return self._opened(handler_input, State(turns=turns, one_shot=new and not launched))

    def _opened(self, handler_input: HandlerInput, state: State) -> Session:
        who = person(handler_input)
        try:
            profile = self.store.open(account(handler_input), who)
            return self._with_zone(handler_input, Session(state, profile))
        except StoreError as error:
            log.warning("profile not read: %s", error)
            known = Preferences(introduced=True, taught=True)
            return Session(state, Profile(who, known), unread=True)

    def _with_zone(self, handler_input: HandlerInput, session: Session) -> Session:
        """The session with the device's time zone, asked for once and remembered."""
        preferences = session.profile.preferences
        if preferences.time_zone:
            return session
        name = self.device_zone(handler_input)
        if not name:
            return session
        preferences = replace(preferences, time_zone=name)
        profile = replace(session.profile, preferences=preferences)
        unsaved = Change(moment(handler_input), preferences)
        return replace(session, profile=profile, unsaved=unsaved)

    def _zone_of(self, profile: Profile) -> tzinfo:
        name = profile.preferences.time_zone
        try:
            return ZoneInfo(name) if name else self.zone
        except (ZoneInfoNotFoundError, ValueError):
            return self.zone

    def _write(self, handler_input: HandlerInput, session: Session, outcome: Turn) -> Change | None:
        """Write what changed, with what could not be written before; give back what still cannot."""
        change = session.unsaved
        for effect in outcome.effects:
            new = replace(effect.change, preferences=None) if session.unread else effect.change
            change = new if change is None else change.followed_by(new)
        if change is None or change.is_empty:
            return None
        if session.unread and not session.warned:
            # The store has just kept this very turn waiting in vain: once is enough.
            return change
        try:
            self.store.write(account(handler_input), outcome.profile.person, change)
        except StoreError as error:
            log.warning("progress not written: %s", error)
            return change
        return None


def _as_heard(state: State, delay: timedelta) -> State:
    """The state with the moment at which the answer's first word sounds."""
    if state.sent is None:
        return state
    return replace(state, sent=replace(state.sent, at=state.sent.at + delay))


def _warned(words: Words, outcome: Turn) -> Turn:
    """The answer, after saying once that today may not be saved."""
    if not outcome.reply.spoken:
        return outcome
    told = words.say("not_saved")
    return preface(outcome, (Said(told, words.seconds(told)),))
