"""Session attributes: one way in, one way out.

They hold the conversation's state, the profile as it was read when the session opened, and what could
not be written yet. They are checked like what a store keeps: a part that cannot be read is as in a
session that opens now, and never goes out again.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from ask_sdk_core.handler_input import HandlerInput

from skill.coach.conversation.state.state import State, Waiting
from skill.coach.conversation.state.state_encoding import decode_state, encode_state
from skill.coach.person.change import Change
from skill.coach.person.encoding import UNREADABLE, Json, flag_in, text_in
from skill.coach.person.profile import Leaving, Profile
from skill.coach.person.profile_encoding import (
    decode_change,
    decode_sent_profile,
    encode_change,
    encode_sent_profile,
)
from skill.errors import UnreadableStateError

log = logging.getLogger(__name__)

Part = TypeVar("Part")


@dataclass(frozen=True)
class Session:
    """What is sent along with every answer of a session."""

    state: State
    """The conversation."""
    profile: Profile
    """The person, as read when the session opened and changed since."""
    unsaved: Change | None = None
    """The changes that could not be written yet; None where all were. The next turn tries again."""
    unread: bool = False
    """Whether the profile could not be read: its preferences and its device are then defaults, and are
    not written."""
    warned: bool = False
    """Whether the person has heard that today's progress may not be saved."""
    shown: str = ""
    """The token of what the last answer had a screen show; empty where it showed nothing."""
    unspoken: bool = False
    """Whether the last answer was not spoken, for a second wish came in the same sentence: what it told
    is told before this one. Only the simulated device says so; it is not sent along."""
    guest: Profile | None = None
    """The person this turn's private answer is about, where that is not the opener; None otherwise.
    It is read for one turn, and is not sent along."""

    @property
    def opener(self) -> str:
        """Who opened the session: the practice is theirs, whoever speaks."""
        return self.profile.person


def to_attributes(session: Session) -> dict[str, Any]:
    """A session as session attributes."""
    return {
        "state": encode_state(session.state),
        "profile": encode_sent_profile(session.profile),
        "unsaved": encode_change(session.unsaved) if session.unsaved is not None else None,
        "unread": session.unread,
        "warned": session.warned,
        "shown": session.shown,
    }


def from_attributes(attributes: Mapping[str, Any], opened: Callable[[], Session]) -> Session:
    """Session attributes as a session.

    Args:
        attributes: As they came back; anything may be in them.
        opened: Opens the session from what is stored; asked only where something cannot be read.
    """
    told = attributes.get("state")
    state = _readable(decode_state, told)
    profile = _readable(decode_sent_profile, attributes.get("profile"))
    unsaved = _readable(decode_change, attributes.get("unsaved"))
    unread = _readable(flag_in, attributes.get("unread"))
    warned = bool(_readable(flag_in, attributes.get("warned")))
    shown = _readable(text_in, attributes.get("shown")) or ""
    unspoken = bool(_readable(flag_in, attributes.get("unspoken")))
    if state is not None and profile is not None and unread is not None:
        state = _with_practice(state, told, profile)
        return Session(state, profile, unsaved, unread, warned, shown, unspoken)
    log.warning("session attributes that cannot be read: starting from what is stored")
    stored = opened()
    if profile is None or unread is None:
        profile, unread = stored.profile, stored.unread
        unsaved = _both(stored.unsaved, unsaved)
    state = _with_practice(state, told, profile) if state is not None else stored.state
    return Session(state, profile, unsaved, unread, warned, shown)


def keep_readable(handler_input: HandlerInput) -> None:
    """Have an answer that takes no turn carry on what came: what can be read of it."""
    if handler_input.request_envelope.session is None:
        return
    manager = handler_input.attributes_manager
    try:
        kept = to_attributes(from_attributes(manager.session_attributes, _not_opened))
    except UnreadableStateError:
        kept = {}
    manager.session_attributes = kept


def _readable(decode: Callable[[Json], Part], value: Json) -> Part | None:
    """A part of the attributes; None where it is none, or cannot be read."""
    try:
        return decode(value) if value is not None else None
    except (UnreadableStateError, *UNREADABLE):
        return None


def _with_practice(state: State, told: Json, profile: Profile) -> State:
    """The state with the stored place of a practice that ran and could not be read."""
    if state.practice is not None or told["practice"] is None:
        return state
    running = [saved for saved in profile.unfinished if saved.leaving is Leaving.NO_WORD]
    if not running:
        return state
    return replace(state, practice=Waiting(running[0].practice, running[0].place, running[0].worked))


def _both(earlier: Change | None, later: Change | None) -> Change | None:
    if earlier is None or later is None:
        return earlier or later
    return earlier.followed_by(later)


def _not_opened() -> Session:
    raise UnreadableStateError("there is no turn, and nothing is opened for it")
