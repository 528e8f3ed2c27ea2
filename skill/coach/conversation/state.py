"""Where a conversation stands between two of its turns: one versioned record, one way in, one way out.

Two axes, kept apart: the practice is none, running or waiting; the question is none or one of the kinds
in `questions`. While something is asked, a practice that ran waits.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from skill.coach.conversation.questions import Question, decode_question, encode_question
from skill.coach.person.encoding import UNREADABLE, Json, decode_time, encode_time
from skill.coach.person.practice_encoding import (
    decode_place,
    decode_practice,
    encode_place,
    encode_practice,
)
from skill.coach.practice.hearing import Sent
from skill.coach.practice.place import Place
from skill.coach.practice.practice import Practice
from skill.errors import UnreadableStateError

VERSION = 2
"""Raised with every change that an older reader would get wrong."""

STANDING = "standing"
"""The position a body is taken to be in when nothing is known: the way down is then told in full."""


class Course(StrEnum):
    """Whether there is a practice, and whether it runs."""

    NONE = "none"
    """Nothing is under way."""
    RUNNING = "running"
    """Silence means carry on."""
    WAITING = "waiting"
    """Paused, or put aside while something is asked."""


@dataclass(frozen=True)
class UnderWay:
    """A practice that is not over."""

    practice: Practice
    place: Place
    """Where it stands; while it runs, where the last answer began."""
    worked: float = 0.0
    """Seconds held or moved of the item in progress, before the last answer."""
    counted: tuple[int, ...] = ()
    """Items of the practice that the totals have in them already."""


@dataclass(frozen=True)
class Waiting(UnderWay):
    """A practice that waits."""


@dataclass(frozen=True, kw_only=True)
class Running(UnderWay):
    """A practice that runs."""

    sent: Sent
    """The last coaching answer."""


@dataclass(frozen=True)
class State:
    """A conversation between two of its turns."""

    practice: Running | Waiting | None = None
    question: Question | None = None
    """What the coach has asked."""
    last: Practice | None = None
    """The practice that came to its end last in this session."""
    body: str = STANDING
    """The position the body is in, as far as is known."""
    turns: int = 0
    """Answers given in this session: the counter that varies the wording."""
    said: str = ""
    """The last answer's words, where it was no coaching: for "say that again"."""
    asked: str = ""
    """The question among them."""
    one_shot: bool = False
    """Whether the session was opened with a request instead of a launch, and this is its first."""
    unkept: bool = False
    """Whether something could not be kept so far; told by the shell at every turn."""

    @property
    def course(self) -> Course:
        """Whether there is a practice, and whether it runs."""
        match self.practice:
            case Running():
                return Course.RUNNING
            case Waiting():
                return Course.WAITING
            case None:
                return Course.NONE

    @property
    def latest(self) -> Practice | None:
        """The practice under way; without one, the last that came to its end."""
        return self.practice.practice if self.practice is not None else self.last

    @property
    def at_rest(self) -> "State":
        """This state with a practice that ran waiting."""
        match self.practice:
            case Running(practice, place, worked, counted):
                return replace(self, practice=Waiting(practice, place, worked, counted))
        return self


def encode_state(state: State) -> Json:
    """A state as session attributes."""
    return {
        "version": VERSION,
        "practice": _encode_under_way(state.practice) if state.practice is not None else None,
        "question": encode_question(state.question) if state.question is not None else None,
        "last": encode_practice(state.last) if state.last is not None else None,
        "body": state.body,
        "turns": state.turns,
        "said": state.said,
        "asked": state.asked,
    }


def decode_state(value: Json) -> State:
    """Session attributes as a state.

    Raises:
        UnreadableStateError: They are of another version, or no state at all.
    """
    try:
        if value["version"] != VERSION:
            raise UnreadableStateError(f"session attributes of version {value['version']!r}")
        return State(
            practice=_decode_under_way(value["practice"]) if value["practice"] is not None else None,
            question=decode_question(value["question"]) if value["question"] is not None else None,
            last=decode_practice(value["last"]) if value["last"] is not None else None,
            body=str(value["body"]),
            turns=int(value["turns"]),
            said=str(value["said"]),
            asked=str(value["asked"]),
        )
    except UNREADABLE as error:
        raise UnreadableStateError(f"no session attributes of ours: {error}") from error


def _encode_under_way(practice: Running | Waiting) -> Json:
    return {
        "practice": encode_practice(practice.practice),
        "place": encode_place(practice.place),
        "worked": round(practice.worked, 3),
        "counted": list(practice.counted),
        "sent": _encode_sent(practice.sent) if isinstance(practice, Running) else None,
    }


def _decode_under_way(value: Json) -> Running | Waiting:
    practice, place = decode_practice(value["practice"]), decode_place(value["place"])
    if practice.is_end(place):
        raise UnreadableStateError("session attributes with a practice that is over")
    worked = max(0.0, float(value["worked"]))
    counted = tuple(int(item) for item in value["counted"])
    if value["sent"] is None:
        return Waiting(practice, place, worked, counted)
    return Running(practice, place, worked, counted, sent=_decode_sent(value["sent"]))


def _encode_sent(sent: Sent) -> Json:
    return {
        "at": encode_time(sent.at),
        "body": sent.body,
        "lead": round(sent.lead, 3),
        "out": sent.out,
        "way_in": round(sent.way_in, 3),
        "start": encode_place(sent.start),
        "cut": encode_place(sent.cut),
        "prompt": round(sent.prompt, 3),
        "bridge": round(sent.bridge, 3),
        "end": encode_place(sent.end) if sent.end is not None else None,
    }


def _decode_sent(value: Json) -> Sent:
    return Sent(
        at=decode_time(value["at"]),
        body=str(value["body"]),
        lead=float(value["lead"]),
        out=bool(value["out"]),
        way_in=float(value["way_in"]),
        start=decode_place(value["start"]),
        cut=decode_place(value["cut"]),
        prompt=float(value["prompt"]),
        bridge=float(value["bridge"]),
        end=decode_place(value["end"]) if value["end"] is not None else None,
    )
