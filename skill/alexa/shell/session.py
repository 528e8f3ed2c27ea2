"""Session attributes, with one way to write and one way to read them.

They hold the conversation's state, the profile as it was read when the session opened, and changes that
could not be written yet.
"""

from dataclasses import dataclass
from typing import Any

from skill.coach.conversation.state import State, decode_state, encode_state
from skill.coach.person.change import Change
from skill.coach.person.encoding import UNREADABLE
from skill.coach.person.profile import Profile
from skill.coach.person.profile_encoding import (
    decode_change,
    decode_profile,
    encode_change,
    encode_profile,
)
from skill.errors import UnreadableStateError


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
        "profile": encode_profile(session.profile),
        "unsaved": encode_change(session.unsaved) if session.unsaved is not None else None,
        "unread": session.unread,
        "warned": session.warned,
    }


def from_attributes(attributes: Any) -> Session:  # noqa: ANN401 - anything may come in
    """Session attributes as a session.

    Raises:
        UnreadableStateError: They are missing, of another version, or malformed.
    """
    try:
        unsaved = attributes["unsaved"]
        return Session(
            state=decode_state(attributes["state"]),
            profile=decode_profile(attributes["profile"]),
            unsaved=decode_change(unsaved) if unsaved is not None else None,
            unread=bool(attributes["unread"]),
            warned=bool(attributes["warned"]),
        )
    except UNREADABLE as error:
        raise UnreadableStateError(f"no session of ours: {error}") from error
