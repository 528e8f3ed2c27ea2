"""A practice and its places as short JSON and back: they travel with every answer, and are kept."""

import json
from collections.abc import Callable
from functools import lru_cache

from skill.coach.person.encoding import (
    UNREADABLE,
    Json,
    decode_time,
    flag_in,
    number_in,
    share_in,
    text_in,
    whole_in,
)
from skill.coach.practice.place import Phase, Place, Side
from skill.coach.practice.plan_wish import PlanWish
from skill.coach.practice.practice import Effort, Item, Manner, Practice, Talk
from skill.errors import UnreadableStateError
from skill.library.records import Breaths, Hold, Movement, Sides, Work
from skill.make_fast.one_of_equals import first_like

MOST_REPETITIONS = 60
"""More than anything in the content asks for; a greater number is refused, and would cost much time."""

MOST_ITEMS = 100
"""More stretches than any practice has; as above."""

LONGEST_EFFORT = 600.0
"""Seconds that no hold, breath or repetition lasts; as above."""


def encode_place(place: Place) -> Json:
    """A place as a list."""
    side = place.side.value if place.side is not None else None
    held = round(place.held, 3)
    return [place.item, place.stretch, place.phase.value, place.repetition, side, place.step, held]


def decode_place(value: Json) -> Place:
    """A list as a place; `UnreadableStateError` for anything else."""
    try:
        item, stretch, phase, repetition, side, step, held = value
        return Place(
            whole_in(item),
            text_in(stretch),
            Phase(phase),
            whole_in(repetition),
            Side(side) if side is not None else None,
            whole_in(step),
            number_in(held),
        )
    except UNREADABLE as error:
        raise UnreadableStateError(f"no place: {error}") from error


_one_of_equals: Callable[[Practice], Practice] = first_like(64)


@lru_cache(maxsize=64)
def encode_practice(practice: Practice) -> str:
    """A practice as JSON text, cached: a practice stays the same for hundreds of turns."""
    practice = _one_of_equals(practice)  # the same object that `decode_practice` returns
    return json.dumps(
        {
            "id": practice.id,
            "name": practice.name,
            "body": practice.body,
            "manner": encode_manner(practice.manner),
            "items": [_encode_item(item) for item in practice.items],
            **({"wish": list(practice.wish.as_texts())} if practice.wish is not None else {}),
            **({"in_bed": True} if practice.in_bed else {}),
        }
    )


@lru_cache(maxsize=64)
def decode_practice(text: Json) -> Practice:
    """JSON text as a practice; `UnreadableStateError` for anything else.

    Equal texts give the same object, so that what later turns have cached for a practice is found by
    identity, and no text is parsed twice. That saves 0.4 ms of a turn.
    """
    try:
        value = json.loads(text_in(text))
        items = tuple(_decode_item(item) for item in value["items"])
        if not 1 <= len(items) <= MOST_ITEMS:
            raise ValueError(f"{len(items)} stretches")
        practice = Practice(
            text_in(value["id"]),
            text_in(value["name"]),
            items,
            text_in(value["body"]),
            decode_manner(value["manner"]),
            PlanWish.from_texts(tuple(map(text_in, value["wish"]))) if "wish" in value else None,
            flag_in(value.get("in_bed", False)),
        )
        decode_time(practice.id)
    except UNREADABLE as error:
        raise UnreadableStateError(f"no practice: {error}") from error
    return _one_of_equals(practice)


def encode_manner(manner: Manner) -> Json:
    """A manner as a list."""
    return [manner.time_to_settle, manner.pace, manner.talk.value]


def decode_manner(value: Json) -> Manner:
    """A list as a manner."""
    time_to_settle, pace, talk = value
    return Manner(share_in(time_to_settle), share_in(pace), Talk(talk))


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
    turns = [_encode_effort(effort) for effort in item.turns]
    more: list[Json] = [changes, item.way, item.at_a_time, turns, int(item.asked), item.stays]
    while more and not more[-1]:
        more.pop()
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
    usual: list[Json] = [[], "", 0, [], 0, 0]
    changes, way, at_a_time, turns, asked, stays = rest + usual[len(rest) :]
    return Item(
        text_in(stretch),
        _work(kind, work),
        _repetitions_in(repetitions),
        Sides(sides),
        bool(brief),
        tuple((whole_in(effort), _seconds_in(seconds)) for effort, seconds in changes),
        text_in(way),
        whole_in(at_a_time),
        _turns_in(turns),
        bool(asked),
        whole_in(stays),
    )


def _encode_effort(effort: Effort) -> Json:
    side = effort.side.value if effort.side is not None else None
    return [effort.repetition, side, round(effort.seconds, 3)]


def _turns_in(value: Json) -> tuple[Effort, ...]:
    turns = tuple(
        Effort(_repetitions_in(repetition), Side(side), _effort_in(seconds))
        for repetition, side, seconds in value
    )
    if len({(effort.repetition, effort.side) for effort in turns}) < len(turns):
        raise ValueError("the same repetition twice on one side")
    return turns


def _work(kind: Json, numbers: Json) -> Work:
    if kind == "hold":
        (seconds,) = numbers
        return Hold(_effort_in(seconds))
    first, each = numbers
    if kind == "breaths":
        return Breaths(_repetitions_in(first), _effort_in(each))
    if kind == "movement":
        return Movement(_repetitions_in(first), _effort_in(each))
    raise ValueError(f"no work of kind {kind!r}")


def _repetitions_in(value: Json) -> int:
    if not 1 <= whole_in(value) <= MOST_REPETITIONS:
        raise ValueError(f"{value} repetitions")
    return whole_in(value)


def _seconds_in(value: Json) -> float:
    if number_in(value) > LONGEST_EFFORT:
        raise ValueError(f"{value} seconds of one effort")
    return number_in(value)


def _effort_in(value: Json) -> float:
    if _seconds_in(value) == 0:
        raise ValueError("an effort of no time")
    return number_in(value)
