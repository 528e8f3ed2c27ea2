"""Where a conversation stands: one versioned record with one way in and one way out."""

from dataclasses import dataclass
from enum import StrEnum

from skill.coach.answer import Sent
from skill.coach.encoding import (
    UNREADABLE,
    Json,
    decode_place,
    decode_practice,
    decode_time,
    encode_place,
    encode_practice,
    encode_time,
)
from skill.coach.practice import Place, Practice
from skill.errors import UnreadableStateError

VERSION = 1
"""Raised with every change that an older reader would get wrong."""

STANDING = "standing"
"""The position a body is taken to be in when nothing is known: the way down is then told in full."""


class Mode(StrEnum):
    """What the conversation is about."""

    IDLE = "idle"
    """Nothing is under way."""
    CHOOSING = "choosing"
    """The coach has asked which of several is meant."""
    CONFIRMING = "confirming"
    """The coach has asked a question that is answered by yes or no."""
    PRACTISING = "practising"
    """A practice is running: silence means carry on."""
    PAUSED = "paused"
    """A practice waits."""


class Wanted(StrEnum):
    """What a question is about."""

    START = "start"
    """Which stretch to start, or whether to start the one that comes nearest."""
    HOW_TO = "how_to"
    HOLD_TIME = "hold_time"
    REPETITIONS = "repetitions"
    BENEFIT = "benefit"
    EASIER = "easier"
    CAUTION = "caution"
    SOURCE = "source"
    AVOID = "avoid"
    ALLOW = "allow"
    """Which stretch an answer is wanted for."""
    RESUME = "resume"
    """Whether, or which of several practices, to go on with."""
    ROUTINE = "routine"
    """Whether the routine that comes nearest to what was wished for will do."""
    EQUIPMENT = "equipment"
    """Whether what a routine asks for is there."""
    DELETE = "delete"
    """Whether to delete everything that is kept."""


@dataclass(frozen=True)
class Question:
    """What the coach has asked, in `Mode.CHOOSING` and `Mode.CONFIRMING`."""

    wanted: Wanted
    options: tuple[str, ...]
    """Ids of stretches, routines or practices, in the order they were offered; none where any
    stretch can be named."""


@dataclass(frozen=True)
class State:
    """A conversation between two of its turns."""

    mode: Mode = Mode.IDLE
    practice: Practice | None = None
    """The one under way; the last one where none is."""
    place: Place | None = None
    """Where the practice stands; while it runs, where the last answer began."""
    sent: Sent | None = None
    """The last coaching answer, while practising."""
    worked: float = 0.0
    """Seconds held or moved of the item in progress, before the last answer."""
    counted: tuple[int, ...] = ()
    """Items of the practice that the totals have in them already."""
    body: str = STANDING
    """The position the body is in, as far as is known."""
    question: Question | None = None
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
    def place_item(self) -> int:
        """The item the place is in; -1 where there is none."""
        return self.place.item if self.place is not None else -1

    @property
    def under_way(self) -> bool:
        """Whether there is a practice that is not over."""
        return (
            self.practice is not None and self.place is not None and not self.practice.is_end(self.place)
        )


def encode_state(state: State) -> Json:
    """A state as session attributes."""
    return {
        "version": VERSION,
        "mode": state.mode.value,
        "practice": encode_practice(state.practice) if state.practice is not None else None,
        "place": encode_place(state.place) if state.place is not None else None,
        "sent": _encode_sent(state.sent) if state.sent is not None else None,
        "worked": round(state.worked, 3),
        "counted": list(state.counted),
        "body": state.body,
        "question": [state.question.wanted.value, *state.question.options]
        if state.question is not None
        else None,
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
        practice = decode_practice(value["practice"]) if value["practice"] is not None else None
        state = State(
            mode=Mode(value["mode"]),
            practice=practice,
            place=decode_place(value["place"]) if value["place"] is not None else None,
            sent=_decode_sent(value["sent"]) if value["sent"] is not None else None,
            worked=max(0.0, float(value["worked"])),
            counted=tuple(int(item) for item in value["counted"]),
            body=str(value["body"]),
            question=_decode_question(value["question"]),
            turns=int(value["turns"]),
            said=str(value["said"]),
            asked=str(value["asked"]),
        )
    except UNREADABLE as error:
        raise UnreadableStateError(f"no session attributes of ours: {error}") from error
    _check(state)
    return state


def _check(state: State) -> None:
    """A state is whole: what its mode relies on is there."""
    whole = {
        Mode.PRACTISING: state.under_way and state.sent is not None,
        Mode.PAUSED: state.under_way,
        Mode.CHOOSING: state.question is not None,
        Mode.CONFIRMING: state.question is not None,
        Mode.IDLE: True,
    }
    if not whole[state.mode]:
        raise UnreadableStateError(f"{state.mode} session attributes lack what they need")


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


def _decode_question(value: Json) -> Question | None:
    if value is None:
        return None
    wanted, *options = value
    return Question(Wanted(wanted), tuple(str(option) for option in options))
