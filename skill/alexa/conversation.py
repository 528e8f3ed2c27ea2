"""The shell around the coach: opens a profile, takes a turn, does what the turn asks for."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from skill.alexa.errands import Shell
from skill.alexa.requests import account, moment, person
from skill.alexa.responses import respond
from skill.alexa.session import Session, from_attributes, to_attributes
from skill.alexa.settings_service import device_time_zone
from skill.alexa.store_visit import StoreVisit
from skill.alexa.turn_log import note_turn
from skill.coach.composing import preface
from skill.coach.cues import Said
from skill.coach.events import (
    Erasure,
    Event,
)
from skill.coach.ports import ProgressStore
from skill.coach.progress import Change, Preferences, Profile
from skill.coach.scene import (
    Remember,
    Turn,
)
from skill.coach.state import State
from skill.coach.turn import turn
from skill.errors import UnreadableStateError
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
        visit = StoreVisit(self.store, account(handler_input), person(handler_input))
        session = self._session(handler_input, visit)
        rest_deleted = session.profile.erasing and visit.delete_rest()
        if rest_deleted:
            session = replace(session, profile=replace(session.profile, erasing=False))
        now = moment(handler_input).astimezone(self._zone_of(session.profile))
        before = session.profile.preferences.routines
        shell = Shell(handler_input, visit, words)
        session, outcome = self._turn(shell, session, event, now)
        unsaved = _write(visit, session, outcome)
        if (unsaved is not None or session.unread) and not session.warned:
            outcome = _told_first(words, outcome, "not_saved")
            session = replace(session, warned=True)
        if rest_deleted:
            outcome = _told_first(words, outcome, "deleted_rest")
        session = replace(
            session,
            state=_as_heard(outcome.state, self.delay),
            profile=outcome.profile,
            unsaved=unsaved,
        )
        if handler_input.request_envelope.session is not None:
            handler_input.attributes_manager.session_attributes = to_attributes(session)
        note_turn(handler_input, visit)
        audio = self.audio or outcome.profile.preferences.audio
        known = session.profile.preferences.routines
        stale = known != before or (known and _is_new(handler_input))
        if stale and not outcome.reply.ends_session:
            # 3 ms of imports at every start, for what few people have.
            from skill.alexa.own_names import own_names

            handler_input.response_builder.add_directive(own_names(known))
        return respond(handler_input, outcome.reply, audio=audio)

    def forget(self, account: str) -> bool:
        """Delete everything kept of a household; True once nothing is left."""
        done = True
        for who in self.store.people(account):
            _, erasure = StoreVisit(self.store, account, who).delete()
            done = done and erasure is Erasure.DONE
        return done

    def words_for(self, handler_input: HandlerInput) -> Words:
        """The words of the request's locale; of the first there is, for a locale nobody knows."""
        locale = handler_input.request_envelope.request.locale
        return self.voices.get(str(locale)) or next(iter(self.voices.values()))

    def _session(self, handler_input: HandlerInput, visit: StoreVisit) -> Session:
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
        state = State(turns=turns, one_shot=new and not launched)
        profile = visit.open()
        if profile is None:
            known = Preferences(introduced=True, taught=True)
            return Session(state, Profile(visit.person, known), unread=True)
        return self._with_zone(handler_input, Session(state, profile))

    def _with_zone(self, handler_input: HandlerInput, session: Session) -> Session:
        """The session with the device's time zone, asked for once and remembered."""
        preferences = session.profile.preferences
        name = preferences.time_zone or self.device_zone(handler_input)
        if name == preferences.time_zone:
            return session
        told = replace(preferences, time_zone=name)
        profile = replace(session.profile, preferences=told)
        unsaved = Change(moment(handler_input), told, generation=profile.generation, known=preferences)
        return replace(session, profile=profile, unsaved=unsaved)

    def _turn(
        self, shell: "Shell", session: Session, event: Event, now: datetime
    ) -> tuple[Session, Turn]:
        """One turn of the conversation, with the errand it may send the shell on first."""
        unkept = session.unread or session.unsaved is not None
        state = replace(session.state, unkept=unkept)
        outcome = turn(self.library, shell.words, session.profile, state, event, now)
        for errand in outcome.effects:
            if isinstance(errand, Remember):
                continue
            session, event = shell.run(session, errand, now)
            outcome = turn(self.library, shell.words, session.profile, state, event, now)
        return session, outcome

    def _zone_of(self, profile: Profile) -> tzinfo:
        name = profile.preferences.time_zone
        try:
            return ZoneInfo(name) if name else self.zone
        except (ZoneInfoNotFoundError, ValueError):
            return self.zone


def _write(visit: StoreVisit, session: Session, outcome: Turn) -> Change | None:
    """Write what changed, with what could not be written before; give back what still cannot."""
    change = session.unsaved
    for effect in outcome.effects:
        if isinstance(effect, Remember):
            new = replace(effect.change, preferences=None) if session.unread else effect.change
            change = new if change is None else change.followed_by(new)
    if change is None or change.is_empty:
        return None
    if session.unread and not session.warned:
        # The store has just kept this very turn waiting in vain: once is enough.
        return change
    return visit.write(change)


def _is_new(handler_input: HandlerInput) -> bool:
    session = handler_input.request_envelope.session
    return session is not None and bool(session.new)


def _as_heard(state: State, delay: timedelta) -> State:
    """The state with the moment at which the answer's first word sounds."""
    if state.sent is None:
        return state
    # In UTC: a sum in local time would lose an hour, or win one, where the clocks change.
    return replace(state, sent=replace(state.sent, at=state.sent.at.astimezone(UTC) + delay))


def _told_first(words: Words, outcome: Turn, prompt: str) -> Turn:
    """The answer, after saying something about what is kept."""
    if not outcome.reply.spoken:
        return outcome
    told = words.say(prompt)
    return preface(outcome, (Said(told, words.seconds(told)),))
