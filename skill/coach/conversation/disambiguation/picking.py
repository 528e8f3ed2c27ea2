"""Which of several entries is picked by a place or a number."""

from collections.abc import Sequence
from typing import TypeVar

from skill.coach.conversation.disambiguation.options import OFFERED_AT_ONCE, height
from skill.coach.conversation.events import Choose
from skill.coach.conversation.scene import Scene

LAST, ANY = "last", "any"
"""The ids of the `ORDINAL` slot type for the last one of several, and for any of them."""

Entry = TypeVar("Entry")


def chosen_by(scene: Scene, event: Choose, options: tuple[str, ...]) -> tuple[str, ...]:
    """The options that an answer by place or number picks; the last one is the last that was named."""
    return picked_of(scene, event, options[:OFFERED_AT_ONCE] if event.ordinal == LAST else options)


def picked_of(scene: Scene, event: Choose, entries: tuple[str, ...]) -> tuple[str, ...]:
    """The entries of a list that an answer by place or number picks; empty where it picks none."""
    if event.ordinal:
        return entries[:1] if event.ordinal == ANY else tuple(numbered(event.ordinal, entries))
    known = scene.library.stretches
    stretches = [entry for entry in entries if entry in known]
    return tuple(s for s in stretches if event.place in (height(scene, s), known[s].position))


def numbered(ordinal: str, entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entry of a list that an id of the `ORDINAL` slot type numbers; empty where there is none."""
    if ordinal == LAST:
        return entries[-1:]
    number = int(ordinal) if ordinal.isdigit() else 0
    return entries[number - 1 : number] if number else entries[:0]
