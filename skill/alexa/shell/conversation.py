"""The shell around the coach: opens a profile, takes a turn, and runs the turn's errands."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from skill.alexa.requests.caller import account, device, moment, person
from skill.alexa.requests.player import Standing, standing
from skill.alexa.responses.own_names import own_names
from skill.alexa.responses.player import play_now, stop
from skill.alexa.responses.response import respond
from skill.alexa.services.time_zone import device_time_zone
from skill.alexa.shell.errands import Shell
from skill.alexa.shell.on_screen import OnScreen
from skill.alexa.shell.player import Player, Stream, item_of, spoken_to
from skill.alexa.shell.session import Session, from_attributes, to_attributes
from skill.alexa.shell.store_visit import StoreVisit
from skill.alexa.shell.turn_log import note_turn
from skill.coach.conversation.errands import Erasure, Errand
from skill.coach.conversation.events import Event, Launch, PlayThrough
from skill.coach.conversation.reply import Limits
from skill.coach.conversation.scene import Scene
from skill.coach.conversation.state.state import Running, State
from skill.coach.person.change import Change
from skill.coach.person.device import KnownDevice, Rendering
from skill.coach.person.preferences import Preferences
from skill.coach.person.profile import ACCOUNT, Profile
from skill.coach.person.progress_store import ProgressStore
from skill.coach.player import after_player, is_at_hand, with_played
from skill.coach.practice.cues.cues import Cue, Said
from skill.coach.turn import Answer, turn
from skill.coach.voices import person_meant
from skill.errors import SoundError, TooManyErrandsError
from skill.library.locales import Locales
from skill.library.records import Library
from skill.speech.limits import LIMITS
from skill.time_zones import zone_named
from skill.words import Words

log = logging.getLogger(__name__)

MOST_ERRANDS = 3
"""How many errands one answer may take; at present none takes more than one."""


@dataclass(frozen=True)
class Conversation:
    """Answers events; what differs between Lambda, a desk and a test is passed in."""

    library: Library
    """The stretches and routines."""
    voices: Locales[Words]
    """The words for every locale the skill is offered in."""
    store: ProgressStore
    """Where progress is kept."""
    delay: timedelta
    """What the platform takes from a request to the first word of its answer, and from a person's
    last word to the next request; it cannot be measured here."""
    zone: tzinfo
    """The time zone of people whose own is not known."""
    device_zone: Callable[[HandlerInput], str] = device_time_zone
    """Asks the device for its time zone; empty where it does not tell."""
    rendering: Rendering = Rendering.BREAKS
    """How answers are sent to a device of which nothing is known."""
    on_screen: OnScreen | None = None
    """Shows answers on devices that have a screen; None to show nothing."""
    player: Player | None = None
    """Plays practices straight through on devices that have a player; None to speak them all."""

    def answer(self, handler_input: HandlerInput, event: Event, *, aloud: bool = True) -> Response:
        """Take one turn, keep what it changed, and answer.

        Args:
            handler_input: What the SDK hands a handler.
            event: What is wanted.
            aloud: Whether anything can be said; a button takes no answer but what the player is told.
        """
        words = self.words_for(handler_input)
        visit = StoreVisit(self.store, account(handler_input), device(handler_input))
        session = self._session(handler_input, visit)
        notices = []
        if session.profile.erasing and visit.delete_rest(session.opener):
            session = replace(session, profile=replace(session.profile, erasing=False))
            notices.append("deleted_rest")
        if session.unread and not session.warned:
            notices.append("not_saved")
        taught = None if _is_new(handler_input) else frozenset(session.profile.preferences.routines)
        rendering = session.profile.device.rendering
        words = words.at_rate(session.profile.device.rate(words.locale))
        meant = person_meant(session.state, event, person(handler_input), session.opener)
        if meant != session.opener:
            guest = visit.open(meant)
            notices += ["not_saved"] if guest is None else []
            session = replace(session, guest=guest or Profile(meant))
        shell = Shell(handler_input, visit, words)
        screen = self._screen(handler_input, session)
        taken = self._turn(shell, session, event, notices, aloud=aloud)
        taken = self._with_stream(shell, taken, notices)
        unsaved = _write(visit, taken.session, taken.answer.change)
        trouble = _trouble(visit, unsaved, _write_about_guest(visit, taken))
        if trouble and not taken.state.unkept:
            more = [] if session.warned or "not_saved" in notices else [trouble]
            taken = self._again(shell, taken, [*notices, *more])
        screen = screen if aloud else None
        shown = screen.show(handler_input, taken.answer, words) if screen is not None else ""
        session = replace(
            taken.session,
            shown=shown,
            state=_as_heard(taken.answer.state, self.delay),
            profile=taken.answer.profile,
            unsaved=unsaved,
            warned=session.warned or bool(trouble) or session.unread,
        )
        if handler_input.request_envelope.session is not None:
            handler_input.attributes_manager.session_attributes = to_attributes(session)
        note_turn(handler_input, visit)
        _have_played(handler_input, taken, words)
        if not aloud:
            return handler_input.response_builder.response
        ends = taken.answer.reply.ends_session
        names = frozenset() if ends else frozenset(session.profile.preferences.routines)
        # A permission is asked for in an answer of its own.
        if names != taught and not taken.answer.reply.asks_permission:
            handler_input.response_builder.add_directive(own_names(sorted(names)))
        return respond(handler_input, taken.answer.reply, audio=rendering is Rendering.AUDIO)

    def touched(self, handler_input: HandlerInput, token: str, event: Event) -> Response | None:
        """Take a turn for what was touched on the screen; None for a screen that is not the last one.

        A screen that outlived its session knows no more than that somebody is there.
        """
        if handler_input.request_envelope.session is None or _is_new(handler_input):
            return self.answer(handler_input, Launch())
        shown = handler_input.attributes_manager.session_attributes.get("shown")
        return self.answer(handler_input, event) if shown and token == shown else None

    def without_screen(self, handler_input: HandlerInput) -> None:
        """Show nothing more on a device: it could not show the last answer."""
        visit = StoreVisit(self.store, account(handler_input), device(handler_input))
        session = self._session(handler_input, visit)
        profile, now = session.profile, moment(handler_input)
        here = replace(profile.device, dark_since=now)
        change = Change(now, generation=profile.generation, device=here) if here.key else None
        unsaved = change if session.unread else _write(visit, session, change)
        session = replace(session, profile=replace(profile, device=here), unsaved=unsaved, shown="")
        if handler_input.request_envelope.session is not None:
            handler_input.attributes_manager.session_attributes = to_attributes(session)
        note_turn(handler_input, visit)

    def forget(self, account: str) -> bool:
        """Delete everything kept of a household; True once nothing is left."""
        done = True
        # The account too where nobody is kept: what is known of its devices is deleted with it.
        for who in {*self.store.people(account), ACCOUNT}:
            _, erasure = StoreVisit(self.store, account).delete(who)
            done = done and erasure is Erasure.DONE
        return done

    def words_for(self, handler_input: HandlerInput) -> Words:
        """The words of the request's locale; for an unknown one, of its language or the default."""
        return self.voices.near(str(handler_input.request_envelope.request.locale or ""))

    def _session(self, handler_input: HandlerInput, visit: StoreVisit) -> Session:
        """The session as it was sent along; a new one is opened from the store."""
        new = handler_input.request_envelope.session is None or _is_new(handler_input)
        opened = partial(self._opened, handler_input, visit, new=new)
        if new:
            return opened()
        return from_attributes(handler_input.attributes_manager.session_attributes, opened)

    def _opened(self, handler_input: HandlerInput, visit: StoreVisit, *, new: bool) -> Session:
        """The session as it opens from the store."""
        launched = handler_input.request_envelope.request.object_type == "LaunchRequest"
        # Sessions begin with different wordings, so that visits do not open alike.
        turns = moment(handler_input).toordinal() + moment(handler_input).minute
        state = State(turns=turns, one_shot=new and not launched)
        told = self._standing(handler_input)
        opener = spoken_to(handler_input, told) or person(handler_input)
        profile = visit.open(opener)
        if profile is None:
            known = Preferences(introduced=True, taught=True)
            here = KnownDevice(visit.device, self.rendering)
            return Session(state, Profile(opener, known, device=here), unread=True)
        session = self._with_device(handler_input, Session(state, profile))
        if told is None or told.token.person != opener:
            return session
        return self._with_player(handler_input, session, told)

    def _standing(self, handler_input: HandlerInput) -> Standing | None:
        """The stream that the device's player has, or had last; None where it had none of ours."""
        return standing(handler_input) if self.player is not None else None

    def _with_player(self, handler_input: HandlerInput, session: Session, told: Standing) -> Session:
        """The session with what the player has: its place is as exact as the player tells it."""
        now = moment(handler_input).astimezone(self.zone_of(session.profile))
        if not is_at_hand(session.profile, told.token.practice, now):
            return session
        words = self.words_for(handler_input)
        scene = Scene(self.library, words, session.profile, session.state, now)
        heard = self.player.told(told, now) if self.player is not None else None
        scene, change = after_player(scene, heard) if heard is not None else (scene, None)
        unsaved = session.unsaved
        if change is not None:
            unsaved = change if unsaved is None else unsaved.followed_by(change)
        state = with_played(scene, told.token.practice, told.token.played).state
        return replace(session, state=state, profile=scene.profile, unsaved=unsaved)

    def _with_device(self, handler_input: HandlerInput, session: Session) -> Session:
        """The session with the device as it is when a visit begins, and with its time zone."""
        now, known = moment(handler_input), session.profile.device
        here = known.opened(now, self.rendering)
        if here.is_zone_due(now) and (name := self.device_zone(handler_input)):
            here = replace(here, time_zone=name, zone_told_at=now)
        profile = replace(session.profile, device=here)
        more = here.key and here != known
        unsaved = Change(now, generation=profile.generation, device=here) if more else None
        return replace(session, profile=profile, unsaved=unsaved)

    def _turn(
        self, shell: Shell, session: Session, event: Event, notices: list[str], *, aloud: bool
    ) -> "_Taken":
        """One turn of the conversation, with the errands that it needs first.

        Raises:
            TooManyErrandsError: More than `MOST_ERRANDS` errands came one after another.
        """
        unkept = session.unread or session.unsaved is not None
        state = replace(session.state, unkept=unkept)
        now = moment(shell.handler_input).astimezone(self.zone_of(session.profile))
        limits = replace(self._limits(shell.handler_input, session), speechless=not aloud)
        for _ in range(MOST_ERRANDS + 1):
            outcome = self._answer(shell, session, state, event, now, notices, limits)
            if isinstance(outcome, Answer):
                return _Taken(session, state, event, now, outcome, limits)
            session, event = shell.run(session, outcome, now)
        raise TooManyErrandsError(f"{MOST_ERRANDS} errands were not enough for one answer")

    def _again(self, shell: Shell, taken: "_Taken", notices: list[str]) -> "_Taken":
        """The same turn once more, with words in front of its answer."""
        state = replace(taken.state, unkept=True)
        return self._taken_with(shell, taken, state, notices, taken.limits)

    def _taken_with(
        self, shell: Shell, taken: "_Taken", state: State, notices: list[str], limits: Limits
    ) -> "_Taken":
        outcome = self._answer(shell, taken.session, state, taken.event, taken.now, notices, limits)
        if not isinstance(outcome, Answer):
            return taken
        return replace(taken, answer=outcome, limits=limits)

    def _with_stream(self, shell: Shell, taken: "_Taken", notices: list[str]) -> "_Taken":
        """The turn with the stream that it plays; where that cannot be had, the same turn by speech."""
        play = taken.answer.reply.play
        if play is None or self.player is None:
            return taken
        try:
            return replace(taken, stream=self.player.made(play, shell.words))
        except SoundError as error:
            log.warning("spoken instead of played: %s", error)
        told = [] if isinstance(taken.event, PlayThrough) else ["player_trouble"]
        limits = replace(taken.limits, player=False)
        return self._taken_with(shell, taken, taken.state, [*notices, *told], limits)

    def _answer(
        self,
        shell: Shell,
        session: Session,
        state: State,
        event: Event,
        now: datetime,
        notices: list[str],
        limits: Limits,
    ) -> Answer | Errand:
        return turn(
            self.library,
            shell.words,
            session.profile,
            state,
            event,
            now,
            speaker=person(shell.handler_input),
            guest=session.guest,
            limits=limits,
            notice=_said(shell.words, session, notices),
        )

    def _limits(self, handler_input: HandlerInput, session: Session) -> Limits:
        screen = self._screen(handler_input, session)
        carries_on = screen is not None and screen.carries_on
        plays = self.player is not None and self.player.is_there(handler_input)
        return replace(LIMITS[session.profile.device.rendering], carries_on=carries_on, player=plays)

    def _screen(self, handler_input: HandlerInput, session: Session) -> OnScreen | None:
        """What shows answers on the device of a request; None where nothing is shown."""
        there = self.on_screen is not None and self.on_screen.is_there(handler_input, session)
        return self.on_screen if there else None

    def zone_of(self, profile: Profile) -> tzinfo:
        """The time zone of the device that a person is at."""
        return zone_named(profile.device.time_zone) or self.zone


@dataclass(frozen=True)
class _Taken:
    """A turn with its answer, and everything needed to take it again."""

    session: Session
    state: State
    event: Event
    now: datetime
    answer: Answer
    limits: Limits
    """How much its answer might hold."""
    stream: Stream | None = None
    """What it plays; None where it plays nothing."""


def _have_played(handler_input: HandlerInput, taken: _Taken, words: Words) -> None:
    """Have the response tell the device's player what is to be played, or to stop."""
    reply, builder = taken.answer.reply, handler_input.response_builder
    if taken.stream is not None and reply.play is not None:
        builder.add_directive(play_now(item_of(taken.stream, reply.play, words, taken.session.opener)))
    elif reply.stops_player:
        for directive in stop():
            builder.add_directive(directive)


def _write(visit: StoreVisit, session: Session, new: Change | None) -> Change | None:
    """Write the new and the unsaved changes in one; returns what could not be written, or None."""
    change = session.unsaved
    if new is not None:
        new = replace(new, preferences=None, device=None) if session.unread else new
        change = new if change is None else change.followed_by(new)
    if change is None or change.is_empty:
        return None
    if session.unread and not session.warned:
        # Opening the store has already failed in this turn: waiting for it twice is too long.
        return change
    return visit.write(session.opener, change)


def _write_about_guest(visit: StoreVisit, taken: "_Taken") -> Change | None:
    """Write what changed about a guest; give back what cannot be written: it is not tried again."""
    guest, change = taken.session.guest, taken.answer.guest_change
    return visit.write(guest.person, change) if guest is not None and change is not None else None


def _trouble(visit: StoreVisit, *unsaved: Change | None) -> str:
    """The prompt that says why something of a turn may not be saved; empty where all of it is."""
    if visit.fenced:
        return "deleted_meanwhile"
    return "not_saved" if any(change is not None for change in unsaved) else ""


def _is_new(handler_input: HandlerInput) -> bool:
    """Whether a session opens with this request: then nothing can have been sent along."""
    session = handler_input.request_envelope.session
    return session is not None and bool(session.new) and not session.attributes


def _as_heard(state: State, delay: timedelta) -> State:
    """The state with the moment at which the first word of its answer sounds."""
    if not isinstance(state.practice, Running):
        return state
    sent = state.practice.sent
    # In UTC: a sum in local time would be an hour out when the clocks change.
    sent = replace(sent, at=sent.at.astimezone(UTC) + delay)
    return replace(state, practice=replace(state.practice, sent=sent))


def _said(words: Words, session: Session, prompts: list[str]) -> tuple[Cue, ...]:
    """What comes before an answer, as cues: what the last one told and nobody heard, and prompts."""
    unheard = [session.state.told] if session.unspoken and session.state.told else []
    texts = [*unheard, *map(words.say, prompts)]
    return tuple(Said(text, words.seconds(text)) for text in texts)
