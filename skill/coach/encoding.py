"""Records → JSON values and back, short: they travel with every answer, and are kept.

Reading never trusts: whatever does not fit raises `UnreadableStateError`, and the caller starts from
what it knows otherwise.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from skill.coach.practice import Item, Manner, Phase, Place, Practice, Side, Talk
from skill.coach.progress import (
    Change,
    Finished,
    Leaving,
    Preferences,
    Profile,
    SavedPractice,
    Tally,
)
from skill.coach.wishes import Wish
from skill.errors import UnreadableStateError
from skill.library.records import Breaths, Hold, Level, Movement, Sides, Work

Json = Any
"""A JSON value; checked as it is read."""

MOST_REPETITIONS = 60
"""More than anything in the content asks for; beyond it a value is nonsense, and costly."""

UNREADABLE = (KeyError, TypeError, ValueError, IndexError, AttributeError, OverflowError)
"""What taking a malformed JSON value apart can raise."""


def encode_place(place: Place) -> Json:
    """A place as a list."""
    side = place.side.value if place.side is not None else None
    held = round(place.held, 3)
    return [place.item, place.stretch, place.phase.value, place.repetition, side, place.step, held]


def decode_place(value: Json) -> Place:
    """A list as a place."""
    try:
        item, stretch, phase, repetition, side, step, held = value
        return Place(
            _whole(item),
            _text(stretch),
            Phase(phase),
            _whole(repetition),
            Side(side) if side is not None else None,
            _whole(step),
            _number(held),
        )
    except UNREADABLE as error:
        raise UnreadableStateError(f"no place: {error}") from error


@lru_cache(maxsize=64)
def encode_practice(practice: Practice) -> str:
    """A practice as JSON text: it stays as it is for hundreds of turns, and is written once."""
    practice = _first_like(practice)  # the very one that reading it back gives
    return json.dumps(
        {
            "id": practice.id,
            "name": practice.name,
            "body": practice.body,
            "manner": _encode_manner(practice.manner),
            "items": [_encode_item(item) for item in practice.items],
            **({"wish": list(practice.wish.as_texts())} if practice.wish is not None else {}),
        }
    )


@lru_cache(maxsize=64)
def decode_practice(text: Json) -> Practice:
    """JSON text as a practice.

    The very object that one of the last turns had, where it is the same: what was made of that one is
    found again without comparing them, and nothing is taken apart twice. Saves 0.4 ms of a turn.
    """
    try:
        value = json.loads(text)
        items = tuple(_decode_item(item) for item in value["items"])
        practice = Practice(
            _text(value["id"]),
            _text(value["name"]),
            items,
            _text(value["body"]),
            _decode_manner(value["manner"]),
            Wish.from_texts(tuple(map(_text, value["wish"]))) if "wish" in value else None,
        )
        decode_time(practice.id)
    except UNREADABLE as error:
        raise UnreadableStateError(f"no practice: {error}") from error
    return _first_like(practice)


@lru_cache(maxsize=64)
def _first_like(practice: Practice) -> Practice:
    """The first of the practices that equal this one, as long as it is remembered."""
    return practice


def encode_saved(saved: SavedPractice) -> Json:
    """A saved practice as a table."""
    return {
        "practice": encode_practice(saved.practice),
        "place": encode_place(saved.place),
        "at": encode_time(saved.saved_at),
        "worked": round(saved.worked, 3),
        "leaving": saved.leaving.value,
        "ended": saved.ended,
    }


def decode_saved(value: Json) -> SavedPractice:
    """A table as a saved practice."""
    try:
        return SavedPractice(
            practice=decode_practice(value["practice"]),
            place=decode_place(value["place"]),
            saved_at=decode_time(value["at"]),
            worked=_number(value["worked"]),
            leaving=Leaving(value["leaving"]),
            ended=bool(value["ended"]),
        )
    except UNREADABLE as error:
        raise UnreadableStateError(f"no saved practice: {error}") from error


def encode_preferences(preferences: Preferences) -> Json:
    """Preferences as a table; what is as it is by default is left out.

    The same for the same preferences, read back or not: DynamoDB compares the text.
    """
    encoded = {
        "level": preferences.level.value,
        "levels": {stretch: level.value for stretch, level in preferences.levels.items()},
        "holds": {stretch: float(seconds) for stretch, seconds in preferences.holds.items()},
        "manner": _encode_manner(preferences.manner),
        "audio": preferences.audio,
        "choices": dict(preferences.choices),
        "left_out": list(preferences.left_out),
        "declined": list(preferences.declined),
        "cautioned": list(preferences.cautioned),
        "routines": {name: list(stretches) for name, stretches in preferences.routines.items()},
        "introduced": preferences.introduced,
        "lessons": preferences.lessons,
        "lesson_day": preferences.lesson_day,
        "taught": preferences.taught,
        "time_zone": preferences.time_zone,
    }
    return {key: value for key, value in encoded.items() if value != DEFAULTS[key]}


def decode_preferences(value: Json) -> Preferences:
    """A table as preferences; a key this version does not know is passed over."""
    try:
        read = {**DEFAULTS, **value}
        return Preferences(
            level=Level(read["level"]),
            levels={_text(stretch): Level(level) for stretch, level in read["levels"].items()},
            holds={_text(stretch): _number(held) for stretch, held in read["holds"].items()},
            manner=_decode_manner(read["manner"]),
            audio=bool(read["audio"]),
            choices={_text(key): _text(chosen) for key, chosen in read["choices"].items()},
            left_out=tuple(_text(stretch) for stretch in read["left_out"]),
            declined=tuple(_text(practice) for practice in read["declined"]),
            cautioned=tuple(_text(caution) for caution in read["cautioned"]),
            routines={
                _text(name): tuple(_text(stretch) for stretch in stretches)
                for name, stretches in read["routines"].items()
            },
            introduced=bool(read["introduced"]),
            lessons=_whole(read["lessons"]),
            lesson_day=_text(read["lesson_day"]),
            taught=bool(read["taught"]),
            time_zone=_text(read["time_zone"]),
        )
    except UNREADABLE as error:
        raise UnreadableStateError(f"no preferences: {error}") from error


def encode_finished(finished: Finished) -> Json:
    """A finished stretch as a table."""
    return {
        "practice": finished.practice,
        "item": finished.item,
        "stretch": finished.stretch,
        "at": encode_time(finished.finished_at),
        "day": finished.day,
        "seconds": finished.seconds,
    }


def decode_finished(value: Json) -> Finished:
    """A table as a finished stretch."""
    try:
        return Finished(
            _text(value["practice"]),
            _whole(value["item"]),
            _text(value["stretch"]),
            decode_time(value["at"]),
            _text(value["day"]),
            _whole(value["seconds"]),
        )
    except UNREADABLE as error:
        raise UnreadableStateError(f"no finished stretch: {error}") from error


def encode_tallies(tallies: Mapping[str, Tally]) -> Json:
    """Totals as a table of pairs."""
    return {key: [tally.count, tally.seconds] for key, tally in tallies.items()}


def decode_tallies(value: Json) -> dict[str, Tally]:
    """A table of pairs as totals."""
    try:
        return {_text(key): Tally(_whole(n), _whole(s)) for key, (n, s) in value.items()}
    except UNREADABLE as error:
        raise UnreadableStateError(f"no totals: {error}") from error


def encode_profile(profile: Profile) -> Json:
    """A profile as a table."""
    return {
        "person": profile.person,
        "preferences": encode_preferences(profile.preferences),
        "practices": [encode_saved(saved) for saved in profile.practices],
        "household": [encode_saved(saved) for saved in profile.household],
        "stretches": encode_tallies(profile.stretches),
        "days": encode_tallies(profile.days),
        "lately": dict(profile.lately),
        "generation": profile.generation,
        "erasing": profile.erasing,
    }


def decode_profile(value: Json) -> Profile:
    """A table as a profile."""
    try:
        return Profile(
            _text(value["person"]),
            decode_preferences(value["preferences"]),
            tuple(decode_saved(saved) for saved in value["practices"]),
            tuple(decode_saved(saved) for saved in value["household"]),
            decode_tallies(value["stretches"]),
            decode_tallies(value["days"]),
            {_text(stretch): _text(day) for stretch, day in value["lately"].items()},
            _text(value["generation"]),
            bool(value["erasing"]),
        )
    except UNREADABLE as error:
        raise UnreadableStateError(f"no profile: {error}") from error


def encode_change(change: Change) -> Json:
    """A change as a table."""
    preferences = change.preferences
    return {
        "at": encode_time(change.at),
        "preferences": encode_preferences(preferences) if preferences is not None else None,
        "practices": [encode_saved(saved) for saved in change.practices],
        "finished": [encode_finished(finished) for finished in change.finished],
        "generation": change.generation,
        "known": encode_preferences(change.known),
    }


def decode_change(value: Json) -> Change:
    """A table as a change."""
    try:
        preferences = value["preferences"]
        return Change(
            decode_time(value["at"]),
            decode_preferences(preferences) if preferences is not None else None,
            tuple(decode_saved(saved) for saved in value["practices"]),
            tuple(decode_finished(finished) for finished in value["finished"]),
            _text(value["generation"]),
            decode_preferences(value["known"]),
        )
    except UNREADABLE as error:
        raise UnreadableStateError(f"no change: {error}") from error


def encode_time(moment: datetime) -> str:
    """A moment as ISO text in UTC, to the millisecond: it sorts as it stands."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def decode_time(value: Json) -> datetime:
    """ISO text as a moment in UTC."""
    try:
        moment = datetime.fromisoformat(value)
        return moment.astimezone(UTC)
    except UNREADABLE as error:
        raise UnreadableStateError(f"no moment: {error}") from error


def _encode_manner(manner: Manner) -> Json:
    return [manner.settle, manner.pace, manner.talk.value]


def _decode_manner(value: Json) -> Manner:
    settle, pace, talk = value
    return Manner(_number(settle), _number(pace), Talk(talk))


DEFAULTS: Mapping[str, Json] = {
    "level": Level.STANDARD.value,
    "levels": {},
    "holds": {},
    "manner": _encode_manner(Manner()),
    "audio": False,
    "choices": {},
    "left_out": [],
    "declined": [],
    "cautioned": [],
    "routines": {},
    "introduced": False,
    "lessons": 0,
    "lesson_day": "",
    "taught": False,
    "time_zone": "",
}
"""Encoded preferences of somebody who has asked for nothing."""


def _encode_item(item: Item) -> Json:
    match item.work:
        case Hold(seconds):
            work: list[float] = [seconds]
        case Breaths(count, each):
            work = [count, each]
        case Movement(repetitions, each):
            work = [repetitions, each]
    kind = type(item.work).__name__.lower()
    changes = [list(change) for change in item.changes]
    more = [changes, list(item.cautions)] if item.cautions else [changes] if changes else []
    return [
        item.stretch,
        kind,
        work,
        item.repetitions,
        item.sides.value,
        int(item.brief),
        *more,
    ]


def _decode_item(value: Json) -> Item:
    stretch, kind, work, repetitions, sides, brief, *rest = value
    if not 1 <= repetitions <= MOST_REPETITIONS:
        raise ValueError("no repetitions")
    changes, cautions = (*rest, [], [])[:2]
    return Item(
        _text(stretch),
        _work(kind, work),
        _whole(repetitions),
        Sides(sides),
        bool(brief),
        tuple((_whole(effort), _number(seconds)) for effort, seconds in changes),
        tuple(_text(caution) for caution in cautions),
    )


def _work(kind: Json, numbers: Json) -> Work:
    if kind == "hold":
        (seconds,) = numbers
        return Hold(_number(seconds))
    first, each = numbers
    if not 1 <= first <= MOST_REPETITIONS:
        raise ValueError("no repetitions")
    if kind == "breaths":
        return Breaths(_whole(first), _number(each))
    if kind == "movement":
        return Movement(_whole(first), _number(each))
    raise ValueError(f"no work of kind {kind!r}")


def _text(value: Json) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} instead of text")
    return value


def _whole(value: Json) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError("no whole number")
    return value


def _number(value: Json) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e6:
        raise ValueError("no number")
    return float(value)
