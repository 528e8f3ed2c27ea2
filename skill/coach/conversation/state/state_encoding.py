"""A state as session attributes and back: a versioned record, with one way to write and read it."""

from collections.abc import Callable
from typing import Any

from skill.coach.conversation.state.questions import Question, decode_question, encode_question
from skill.coach.conversation.state.state import (
    AnyUnderWay,
    BrokenOff,
    Counted,
    Minded,
    Playing,
    Running,
    State,
    Waiting,
)
from skill.coach.conversation.state.thread import DRAFTING, Thread
from skill.coach.person.encoding import (
    UNREADABLE,
    Json,
    decode_fields,
    decode_time,
    encode_fields,
    encode_time,
    flag_in,
    id_of,
    number_in,
    row_of,
    share_in,
    text_in,
    whole_in,
)
from skill.coach.person.practice_encoding import (
    decode_manner,
    decode_place,
    decode_practice,
    encode_manner,
    encode_place,
    encode_practice,
)
from skill.coach.practice.cautions import Caution, Moment
from skill.coach.practice.place import Side
from skill.coach.practice.playback.hearing import Sent
from skill.errors import UnreadableStateError
from skill.library.records import Level

VERSION = 8
"""To be raised with every change that an older reader would misread."""


def encode_state(state: State) -> Json:
    """A state as session attributes."""
    return {
        "version": VERSION,
        "practice": _encode_under_way(state.practice) if state.practice is not None else None,
        "question": encode_question(state.question) if state.question is not None else None,
        "conditions": [encode_fields(counted) for counted in state.conditions],
        "minded": encode_fields(state.minded, sparsely=True),
        "broken_off": encode_fields(state.broken_off, sparsely=True),
        "missing": list(state.missing),
        "done_today": list(state.done_today),
        "level_today": state.level_today,
        "manner_today": encode_manner(state.manner_today) if state.manner_today is not None else None,
        "bad_side": state.bad_side.value if state.bad_side is not None else None,
        "owed_told": state.owed_told,
        "misheard": state.misheard,
        "missed": state.missed,
        "refused": list(state.refused),
        "insisted": list(state.insisted),
        "out_today": list(state.out_today),
        "kept_out": list(state.kept_out),
        "kept_gentle": list(state.kept_gentle),
        "last": encode_practice(state.last) if state.last is not None else None,
        "body": state.body,
        "turns": state.turns,
        "said": state.said,
        "asked": state.asked,
        "thread": encode_fields(state.thread, sparsely=True),
        "draft": encode_question(state.draft) if state.draft is not None else None,
        "straight": state.straight,
        "explained": encode_time(state.explained) if state.explained is not None else None,
    }


def decode_state(value: Json) -> State:
    """Session attributes as a state; a part of them that cannot be read is as in a new one.

    Raises:
        UnreadableStateError: They are of another version, or no state at all.
    """
    try:
        if value["version"] != VERSION:
            raise UnreadableStateError(f"session attributes of version {value['version']!r}")
        read = {name: _part(decode, value[name]) for name, decode in PARTS.items()}
    except UNREADABLE as error:
        raise UnreadableStateError(f"no session attributes of ours: {error}") from error
    return State(**{name: part for name, part in read.items() if part is not None})


def _part(decode: Callable[[Json], Any], value: Json) -> Any:  # noqa: ANN401 - of the part's own type
    """A part of a state; None where there is none, or where it cannot be read."""
    try:
        return decode(value) if value is not None else None
    except (UnreadableStateError, *UNREADABLE):
        return None


def _encode_under_way(practice: AnyUnderWay) -> Json:
    return {
        "practice": encode_practice(practice.practice),
        "place": encode_place(practice.place),
        "worked": round(practice.worked, 3),
        "counted": list(practice.counted),
        "sent": _encode_sent(practice.sent) if isinstance(practice, Running) else None,
        "played": [practice.played, isinstance(practice, Playing)] if practice.played else None,
    }


def _decode_under_way(value: Json) -> AnyUnderWay:
    practice, place = decode_practice(value["practice"]), decode_place(value["place"])
    if practice.is_end(place):
        raise UnreadableStateError("session attributes with a practice that is over")
    worked = number_in(value["worked"])
    counted = tuple(whole_in(item) for item in value["counted"])
    if value["sent"] is None:
        played, plays = value["played"] or ("", False)
        kind = Playing if flag_in(plays) else Waiting
        return kind(practice, place, worked, counted, text_in(played))
    return Running(practice, place, worked, counted, sent=_decode_sent(value["sent"]))


def _decode_draft(value: Json) -> Question:
    draft = decode_question(value)
    if not isinstance(draft, DRAFTING):
        raise UnreadableStateError("no routine that is being made")
    return draft


def _encode_caution(caution: Caution) -> Json:
    return [caution.item, caution.text, list(caution.about), caution.moment, list(caution.names)]


def _decode_caution(value: Json) -> Caution:
    item, text, about, moment, names = value
    stretches, conditions = tuple(map(text_in, about)), tuple(map(text_in, names))
    return Caution(whole_in(item), text_in(text), stretches, Moment(moment), conditions)


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
        "spoken": round(sent.spoken, 3),
        "silent": round(sent.silent, 3),
        "rate": sent.rate,
        "aloud": sent.aloud,
        "fetch": round(sent.fetch, 3),
        "carried": sent.carried,
        "cautions": [_encode_caution(caution) for caution in sent.cautions],
    }


def _decode_sent(value: Json) -> Sent:
    return Sent(
        at=decode_time(value["at"]),
        body=text_in(value["body"]),
        lead=number_in(value["lead"]),
        out=flag_in(value["out"]),
        way_in=number_in(value["way_in"]),
        start=decode_place(value["start"]),
        cut=decode_place(value["cut"]),
        prompt=number_in(value["prompt"]),
        bridge=number_in(value["bridge"]),
        end=decode_place(value["end"]) if value["end"] is not None else None,
        spoken=number_in(value["spoken"]),
        silent=number_in(value["silent"]),
        rate=share_in(value["rate"]),
        aloud=flag_in(value["aloud"]),
        fetch=number_in(value["fetch"]),
        carried=flag_in(value["carried"]),
        cautions=tuple(_decode_caution(caution) for caution in value["cautions"]),
    )


STRETCHES = row_of(id_of("stretch"))
"""Ids of stretches."""

PARTS: dict[str, Callable[[Json], Any]] = {
    "practice": _decode_under_way,
    "question": decode_question,
    "conditions": lambda value: tuple(decode_fields(Counted, counted) for counted in value),
    "minded": lambda value: decode_fields(Minded, value),
    "broken_off": lambda value: decode_fields(BrokenOff, value),
    "missing": lambda value: tuple(map(text_in, value)),
    "done_today": STRETCHES.decode,
    "level_today": Level,
    "manner_today": decode_manner,
    "bad_side": Side,
    "owed_told": flag_in,
    "misheard": whole_in,
    "missed": whole_in,
    "refused": STRETCHES.decode,
    "insisted": STRETCHES.decode,
    "out_today": STRETCHES.decode,
    "kept_out": STRETCHES.decode,
    "kept_gentle": STRETCHES.decode,
    "last": decode_practice,
    "body": text_in,
    "turns": whole_in,
    "said": text_in,
    "asked": text_in,
    "thread": lambda value: decode_fields(Thread, value),
    "draft": _decode_draft,
    "straight": flag_in,
    "explained": decode_time,
}
"""How each part of a state is read."""
